#!/bin/sh
# What a user may rely on in a study of what drives the carousel, with the real program.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/shared.sh"

# People come in in 2017, are looked at, and go round as long as screening errs or they drop out.
cat > round.json << 'JSON'
{
  "name": "round", "horizon": { "start": "2017-01-01", "end": "2024-01-01" }, "seed": 4,
  "replications": 3,
  "distance_classes": [ "near", "far" ],
  "arrivals": [ { "id": "new", "per_year": { "2017": 200, "2018": 0 }, "refer_to": "look",
    "people": { "attributes": { "distance": { "near": 0.7, "far": "rest" } } } } ],
  "screening": [ { "id": "look", "duration": "10 days",
    "sees": { "distance": { "one_class": 0.3 } } } ],
  "referral": [
    { "id": "far", "when": { "assessed_distance": "far" }, "refer_to": "care" },
    { "id": "near", "refer_to": "work" } ],
  "resources": [ { "id": "seats", "kind": "places", "level": 20 } ],
  "measures": [
    { "id": "care", "line": 2, "phases": [ { "id": "only", "duration": "1 month" } ],
      "afterwards": [ { "to": "look", "p": 0.8 }, { "to": "inactive", "p": "rest" } ] },
    { "id": "work", "line": 2, "needs": [ { "resource": "seats" } ],
      "phases": [
        { "id": "a", "duration": "1 month",
          "gap": { "duration": "1 month", "drop_out": { "share": 0.3 } } },
        { "id": "b", "duration": "1 month" } ],
      "after_drop_out": [ { "to": "look", "p": 1 } ],
      "afterwards": [ { "to": "job_nec", "p": 1 } ] } ],
  "output": { "carousel": { "profile": [ "distance" ] } }
}
JSON

# figure DIRECTORY DRIVER FIGURE COLUMN: of tables/drivers.csv.
figure() {
  awk -F, -v driver="$2" -v figure="$3" -v wanted="$4" '
    NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
    $column["driver"] == driver && $column["figure"] == figure { print $column[wanted] }
  ' "$1/tables/drivers.csv"
}

# cycles_of DIRECTORY: those of a run, all measures, over all years of which they are known.
cycles_of() {
  awk -F, '$2 == "all" && $3 == "all" && $4 == "main" && $5 == "cycles" { sum += $7 } END { printf "%.6f", sum }' \
    "$1/tables/carousel.csv"
}

test_each_switched_world_can_be_run_and_gives_the_figures_of_the_study() {
  "$PROGRAM" drivers round.json -q -o study || fail "ended with $?"
  for world in screening gaps places all; do
    "$PROGRAM" run "study/scenarios/round-$world.json" -q -o "run-$world" || fail "$world: $?"
    wanted=$(figure study "$world" cycles value)
    awk -v a="$(cycles_of "run-$world")" -v b="$wanted" 'BEGIN { exit !(a - b < 1e-4 && b - a < 1e-4) }' ||
      fail "$world: the study says $wanted, its scenario gives $(cycles_of "run-$world")"
  done
  "$PROGRAM" run round.json -q -o run-base
  [ "$(cycles_of run-base)" != "$(cycles_of run-gaps)" ] || fail "gaps make no difference"
  for world in rights aftercare; do
    [ ! -e "study/scenarios/round-$world.json" ] || fail "$world was simulated"
    grep -q "^$world,,,,not applicable" study/tables/switched.csv || fail "$world: why not?"
  done
}

test_the_number_of_threads_changes_no_driver() {
  for threads in 1 2 5; do
    "$PROGRAM" drivers round.json -q -r 5 -o "d$threads" -j $threads || fail "ended with $?"
    diff -r d1/tables "d$threads/tables" || fail "-j $threads gives other tables"
    diff -r d1/scenarios "d$threads/scenarios" || fail "-j $threads gives other scenarios"
  done
}

test_drivers_take_as_many_replications_as_their_shares_do() {
  for threads in 1 3; do
    "$PROGRAM" drivers round.json -q -r auto --precision 0.2 -o "auto$threads" -j $threads ||
      fail "ended with $?"
  done
  diff -r auto1/tables auto3/tables || fail "the number of threads changes it"
  grep -q '"is_met": true' auto1/manifest.json || fail "the manifest does not say what was reached"
}

test_a_stopped_study_of_drivers_goes_on() {
  "$PROGRAM" drivers round.json -q -r 40 -o whole || fail "ended with $?"
  "$PROGRAM" drivers round.json -q -r 100000 -o stopped 2> stopped.txt &
  process=$!
  tries=0
  until [ "$(find stopped.unfinished -name '*.cells' 2> /dev/null | wc -l)" -ge 3 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "it has not finished three replications in a minute"
    sleep 0.1
  done
  kill -INT "$process"
  status=0
  wait "$process" || status=$?
  process=
  [ "$status" -eq 130 ] || fail "ended with $status"
  [ ! -e stopped ] || fail "there is a result"
  ends_with 6 "$PROGRAM" drivers round.json --causes gaps -q -r 40 -o stopped --resume
  "$PROGRAM" drivers round.json -q -r 40 -o stopped --resume || fail "it does not go on: $?"
  diff -r whole/tables stopped/tables || fail "stopped, it gives other tables"
}

test_what_has_no_drivers_is_refused_before_anything_is_simulated() {
  ends_with 2 "$PROGRAM" drivers round.json -o bad --causes screning,gaps
  grep -q 'did you mean "screening"' output.txt || fail "the nearest name is missing"
  ends_with 2 "$PROGRAM" drivers round.json -o bad --causes weather
  grep -q "known are screening, gaps, places, rights and aftercare" output.txt || fail "what is allowed?"
  sed 's/"2024-01-01"/"2022-06-01"/' round.json > short.json
  ends_with 2 "$PROGRAM" drivers short.json -o bad
  grep -q "until 2022-12-31 at least" output.txt || fail "until when must the horizon go on?"
  ends_with 2 "$PROGRAM" drivers round.json -o bad --causes rights
  grep -q "work in a measure counts for no benefit" output.txt || fail "why is there no cause?"
  ends_with 2 "$PROGRAM" drivers scenarios/minimal.json -o bad
  grep -q "no measure of line 2 or 3" output.txt || fail "why is there no carousel?"
  sed 's/"near": 0.7/"nera": 0.7/' round.json > wrong.json
  ends_with 3 "$PROGRAM" drivers wrong.json -o bad
  ends_with 2 "$PROGRAM" drivers round.json -o bad --precision 0.1
  ends_with 2 "$PROGRAM" drivers
  [ "$(ls -A | grep -c bad)" -eq 0 ] || fail "something is left behind"
  "$PROGRAM" drivers round.json -q -r 1 -o good
  ends_with 6 "$PROGRAM" drivers round.json -q -r 1 -o good
  "$PROGRAM" drivers round.json -q -r 1 -o good --force || fail "--force: $?"
}

test_the_summary_of_drivers_says_when_not_to_trust_it() {
  "$PROGRAM" drivers round.json -r 1 -o one --lang nl > text.txt
  grep -q "Wat drijft de carrousel: round" text.txt || fail "no Dutch"
  grep -q "Eén replicatie zegt niets over toeval" text.txt || fail "it trusts one replication"
  "$PROGRAM" drivers round.json -r 4 -o four --lang en > text.txt
  grep -q "not applicable (work in a measure counts for no benefit" text.txt || fail "rights?"
  grep -q "Only who ended a first trajectory from 2017 to 2018" text.txt || fail "few cohorts?"
}

"$1"
