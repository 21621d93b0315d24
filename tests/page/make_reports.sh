#!/bin/sh
# make_reports.sh <program> <folder>: the reports that the browser tests open. NODE runs Node.js.
set -eu

program=$1
into=$2
here=$(dirname "$(readlink -f "$0")")
shipped=$here/../../scenarios

# report <scenario> [argument]...: the report of a run, as <folder>/<name of the file>/report.html.
report() {
  scenario=$1
  shift
  "$program" run "$scenario" -o "$into/$(basename "$scenario" .json)" --lang nl --force --quiet "$@"
}

mkdir -p "$into"
"$NODE" "$here/scenarios/many_measures.mjs" 20 2035 >"$into/many_measures.json"
"$NODE" "$here/scenarios/many_measures.mjs" 6 2023 >"$into/six_measures.json"
report "$shipped/activation-contingent.json" -r 20
report "$shipped/minimal.json" -r 5
report "$here/scenarios/no_lists.json"
report "$here/scenarios/hostile.json"
report "$here/scenarios/split.json"
report "$here/scenarios/round.json" --scale 0.1
report "$shipped/flanders-2017.json" --scale 0.02 -r 20
report "$into/many_measures.json"
report "$into/six_measures.json"
