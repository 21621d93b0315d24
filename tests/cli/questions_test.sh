#!/bin/sh
# Every question scenario runs, on a hundredth of the people.
#
# PROGRAM: the doorstroom program; SCENARIOS: the folder of the shipped scenarios.
set -eu

test_every_question_runs() {
  here=$(mktemp -d)
  trap 'rm -rf "$here"' EXIT
  find "$SCENARIOS/questions" -name '*.json' | sort > "$here/all.txt"
  [ "$(wc -l < "$here/all.txt")" -ge 36 ] || { echo "questions are missing" >&2; exit 1; }
  while read -r scenario; do
    "$PROGRAM" run "$scenario" -o "$here/results" --force -q -r 1 --scale 0.01 || {
      echo "run $scenario" >&2
      exit 1
    }
    [ -s "$here/results/tables/series.csv" ] || { echo "no series of $scenario" >&2; exit 1; }
  done < "$here/all.txt"
}

"$1"
