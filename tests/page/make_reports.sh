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

# study <name> <command> [argument]...: the report of another study, as <folder>/<name>/report.html.
# Where nothing reaches a target, that is its result (4).
study() {
  name=$1
  shift
  status=0
  "$program" "$@" -o "$into/$name" --lang nl --force --quiet || status=$?
  [ "$status" -eq 0 ] || [ "$status" -eq 4 ]
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
study compare compare "$shipped/activation-contingent.json" "$shipped/hold-1320.json" \
  "$shipped/open-1250.json" -r 4
study compare_one compare "$shipped/minimal.json" "$here/scenarios/more_places.json" -r 12
study compare_same compare "$shipped/minimal.json" "$shipped/minimal.json" -r 2
study compare_hostile compare "$here/scenarios/hostile.json" "$here/scenarios/hostile_more.json" -r 2
study size size "$shipped/minimal.json" --resource places \
  --target "waiting_after(90 days) <= 10 %" --years 2026-2027 -r 10
study size_hostile size "$here/scenarios/hostile.json" --resource places \
  --target "list_length <= 20" --years 2026 -r 5
study sweep sweep "$shipped/minimal.json" --vary /resources/places/level=280..340:20 \
  --vary /arrivals/jobseekers/per_year=900,1000,1100 -r 4
study sweep_one sweep "$here/scenarios/hostile.json" --vary /resources/places/per_year=150,250 -r 3
study sweep_listed sweep "$shipped/minimal.json" --together \
  --vary /resources/places/level=280,320,340 --vary /arrivals/jobseekers/per_year=900,1000,1100 -r 2
study drivers drivers "$here/scenarios/goes_round.json" -r 6
study size_binding size "$here/scenarios/hostile.json" --resource places --under-budget \
  --target "list_length <= 5" --years 2026 -r 5
