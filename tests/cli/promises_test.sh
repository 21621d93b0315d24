#!/bin/sh
# What a user may rely on, tried with the real program on the shipped scenarios.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/shared.sh"

test_the_number_of_threads_changes_no_byte() {
  run scenarios/activation-contingent.json one -j 1
  for threads in 2 5; do
    run scenarios/activation-contingent.json "many$threads" -j "$threads"
    diff -r one/tables "many$threads/tables" || fail "-j $threads gives other tables"
    same one/scenario.resolved.json "many$threads/scenario.resolved.json"
  done
}

test_more_replications_leave_the_first_ones_alone() {
  "$PROGRAM" run scenarios/minimal.json -o one -q -r 1
  "$PROGRAM" run scenarios/minimal.json -o again -q -r 1
  diff -r one/tables again/tables || fail "the same run gives other tables"
  "$PROGRAM" run scenarios/minimal.json -o other -q -r 1 --seed 99
  ! diff -rq one/tables/series.csv other/tables/series.csv > /dev/null || fail "the seed does nothing"
}

# before TABLE: the header and the rows before 2019.
before_2019() { awk -F, 'NR == 1 || $1 < "2019"' "$1"; }

test_a_policy_from_2019_leaves_what_came_before() {
  cat > scenarios/later.json <<'JSON'
{ "extends": "activation-contingent.json", "name": "later",
  "resources": [ { "id": "activation_contingent", "per_year": { "2017": 1320, "2019": 500 } } ] }
JSON
  run scenarios/activation-contingent.json base
  run scenarios/later.json later
  for table in series held_back; do
    before_2019 base/tables/$table.csv > base.csv
    before_2019 later/tables/$table.csv > later.csv
    [ "$(wc -l < base.csv)" -gt 50 ] || fail "$table has nothing before 2019"
    same base.csv later.csv
  done
  ! cmp -s base/tables/series.csv later/tables/series.csv || fail "the policy does nothing"
}

test_a_longer_horizon_leaves_what_came_before() {
  sed 's/"2028-01-01"/"2022-01-01"/' scenarios/activation-contingent.json > scenarios/short.json
  run scenarios/activation-contingent.json long
  run scenarios/short.json short
  rows=$(wc -l < short/tables/series.csv)
  head -n "$rows" long/tables/series.csv > long.csv
  same short/tables/series.csv long.csv
}

test_a_measure_nobody_is_referred_to_changes_no_figure() {
  cat > scenarios/unused.json <<'JSON'
{ "extends": "activation-contingent.json", "name": "unused",
  "resources": [ { "id": "empty_posts", "kind": "places", "level": 10 } ],
  "measures": [ { "id": "nobody_goes_here", "needs": [ { "resource": "empty_posts" } ],
                  "phases": [ { "id": "only", "duration": "3 months" } ] } ] }
JSON
  run scenarios/activation-contingent.json base
  run scenarios/unused.json unused
  for table in series waiting held_back budget flows outcomes trajectories referral equity carousel \
      costs loops leavers reentry durable rights fallback limbo starters capacity headline; do
    grep -v -e nobody_goes_here -e empty_posts unused/tables/$table.csv > others.csv || true
    same base/tables/$table.csv others.csv
  done
}

test_the_resolved_scenario_gives_the_same_result() {
  for scenario in activation-contingent hold-1320-within-budget open-1250 minimal; do
    run scenarios/$scenario.json "$scenario"
    run "$scenario/scenario.resolved.json" "$scenario-again"
    for table in series waiting held_back budget flows outcomes trajectories referral equity carousel \
      costs loops leavers reentry durable rights fallback limbo starters capacity headline; do
      same "$scenario/tables/$table.csv" "$scenario-again/tables/$table.csv"
    done
    same "$scenario/scenario.resolved.json" "$scenario-again/scenario.resolved.json"
  done
}

test_the_manifest_knows_the_digests() {
  run scenarios/minimal.json result
  for table in series waiting held_back budget flows outcomes trajectories referral equity carousel \
      costs loops leavers reentry durable rights fallback limbo starters capacity headline \
    parameters; do
    digest=$(sha256sum "result/tables/$table.csv" | cut -d' ' -f1)
    grep -q "$digest" result/manifest.json || fail "the digest of $table.csv is not in the manifest"
  done
  grep -q "$(sha256sum scenarios/minimal.json | cut -d' ' -f1)" result/manifest.json ||
    fail "the digest of the scenario is not in the manifest"
}

test_results_are_not_overwritten_unasked() {
  run scenarios/minimal.json result
  cp result/manifest.json before.json
  ends_with 6 "$PROGRAM" run scenarios/minimal.json -o result -q -r 2
  same result/manifest.json before.json
  ends_with 0 "$PROGRAM" run scenarios/minimal.json -o result -q -r 2 --force
  ! cmp -s result/manifest.json before.json || fail "--force replaced nothing"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

test_a_directory_that_is_no_result_is_never_replaced() {
  mkdir precious
  echo "do not lose me" > precious/letter.txt
  ends_with 6 "$PROGRAM" run scenarios/minimal.json -o precious -q -r 2 --force
  [ -f precious/letter.txt ] || fail "the directory was replaced"
  echo text > a-file
  ends_with 6 "$PROGRAM" run scenarios/minimal.json -o a-file -q -r 2 --force
  [ "$(cat a-file)" = text ] || fail "the file was replaced"
}

test_nothing_can_be_written() {
  [ "$(id -u)" -ne 0 ] || { echo "skipped: root may write anywhere"; return 0; }
  mkdir closed
  chmod a-w closed
  ends_with 6 "$PROGRAM" run scenarios/minimal.json -o closed/result -q -r 2
}

test_a_full_disk_is_an_error() {
  [ -w /dev/full ] || return 0
  status=0
  "$PROGRAM" schema > /dev/full 2> output.txt || status=$?
  [ "$status" -eq 6 ] || fail "ended with $status"
}

# says WORDS ARGUMENT...: the program prints the words.
says() {
  words=$1
  shift
  "$PROGRAM" "$@" > said.txt || fail "$* ended with $?"
  grep -q "$words" said.txt || fail "$* does not say: $words"
}

test_a_run_of_a_part_of_the_people_says_so() {
  sed 's/"name": "minimal"/"name": "tenth", "scale": 0.1/' scenarios/minimal.json > scenarios/tenth.json
  run scenarios/tenth.json tenth
  run scenarios/minimal.json option --scale 0.1
  run option/scenario.resolved.json again
  for result in option again; do
    for table in series waiting held_back budget flows outcomes trajectories; do
      same tenth/tables/$table.csv $result/tables/$table.csv
    done
  done
  run scenarios/tenth.json full --scale 1
  run scenarios/minimal.json plain
  same full/tables/series.csv plain/tables/series.csv
  ! cmp -s tenth/tables/series.csv plain/tables/series.csv || fail "the scale does nothing"
  for file in manifest.json scenario.resolved.json; do
    grep -q '"scale": 0.1,' option/$file || fail "$file does not know the scale"
  done
  nl='op schaal 0,1: één gesimuleerde persoon staat voor 10 mensen'
  en='at scale 0.1: one simulated person stands for 10 people'
  for words in "$nl" "$en"; do
    grep -q "$words" option/report.html || fail "the report does not say: $words"
    ! grep -q "$words" plain/report.html || fail "the report of a full run says: $words"
  done
  says "$nl" run scenarios/minimal.json -o said -r 2 --scale 0.1 --lang nl
  says "$en" run scenarios/tenth.json -o said --force -r 2 --lang en
  says "$nl" check scenarios/tenth.json --lang nl
  says "$en" check scenarios/minimal.json --scale 0.1 --lang en
  says "Run at scale" trace scenarios/minimal.json --person jobseekers:2025-01-02:0 --scale 0.5 --lang en
  ends_with 2 "$PROGRAM" trace scenarios/minimal.json --person jobseekers:2025-01-02:0 --scale 0.0001
}

test_a_bad_scale_is_refused() {
  for scale in 0 1.5 -0.1; do
    sed "s/\"name\"/\"scale\": $scale, \"name\"/" scenarios/minimal.json > scenarios/bad.json
    ends_with 3 "$PROGRAM" run scenarios/bad.json -o bad
    grep -q "allowed is 0.0001 to 1" output.txt || fail "it does not say what is allowed"
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -o bad --scale "$scale"
    ends_with 2 "$PROGRAM" check scenarios/minimal.json --scale "$scale"
  done
  for scale in nan inf 1e-5 0.1x; do
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -o bad --scale "$scale"
    grep -q "allowed is 0.0001 to 1" output.txt || fail "it does not say what is allowed"
  done
}

# The numbers that tests of sweeps vary.
contingent=/resources/activation_contingent/per_year
stay=/measures/activation_trajectory/phases/guidance/duration/gamma/max

test_a_sweep_gives_the_same_bytes_for_any_number_of_threads() {
  for threads in 1 2 3 8; do
    "$PROGRAM" sweep scenarios/activation-contingent.json --vary $contingent/2019=900,1300 \
      --vary "$stay=12 months,24 months" --tables series,budget -r 3 -j $threads -o "swept$threads" -q ||
      fail "sweep -j $threads ended with $?"
    diff -r swept1/tables "swept$threads/tables" || fail "-j $threads gives other tables"
    same swept1/scenario.resolved.json "swept$threads/scenario.resolved.json"
  done
  [ "$(ls swept1/tables | tr '\n' ' ')" = "budget.csv series.csv sweep.csv " ] || fail "other tables"
  digest=$(sha256sum swept1/tables/sweep.csv | cut -d' ' -f1)
  grep -q "$digest" swept1/manifest.json || fail "the digest of sweep.csv is not in the manifest"
}

# point NUMBER COLUMNS TABLE: the rows of a point without the columns of the sweep.
point() { awk -F, -v OFS=, -v point="$1" -v skip="$2" '
  NR == 1 || $1 == point { for (i = skip + 1; i < NF; ++i) printf "%s,", $i; print $NF }' "$3"; }

test_a_point_of_a_sweep_is_a_run() {
  run scenarios/activation-contingent.json base
  cat > scenarios/fewer.json <<'JSON'
{ "extends": "activation-contingent.json", "name": "fewer",
  "resources": [ { "id": "activation_contingent", "per_year": { "2017": 1000 } } ] }
JSON
  run scenarios/fewer.json fewer
  "$PROGRAM" sweep scenarios/fewer.json --vary $contingent/2017=900,1000 --tables series -r 4 -q -o swept
  point 2 2 swept/tables/series.csv > series.csv
  same series.csv fewer/tables/series.csv
  point 2 2 swept/tables/sweep.csv > headline.csv
  same headline.csv fewer/tables/headline.csv
  ! cmp -s fewer/tables/headline.csv base/tables/headline.csv || fail "the contingent does nothing"
  point 1 2 swept/tables/series.csv > other.csv
  ! cmp -s other.csv series.csv || fail "the two points are the same"
}

test_a_sweep_over_a_list_has_its_points() {
  printf '%s,%s\n1000,12 months\n1200,18 months\n1400,6 months\n' $contingent/2019 $stay > points.csv
  "$PROGRAM" sweep scenarios/activation-contingent.json --list points.csv -r 2 -o listed > said.txt
  grep -q "1200 *18 months" said.txt || fail "the summary lacks a point"
  "$PROGRAM" sweep scenarios/activation-contingent.json --together --vary $contingent/2019=1000..1400:200 \
    --vary "$stay=12 months,18 months,6 months" -r 2 -o together -q
  same listed/tables/sweep.csv together/tables/sweep.csv
  "$PROGRAM" sweep scenarios/activation-contingent.json -r 1 -o negative -q \
    --vary /arrivals/advice_activation/per_year/growth=-0.01
  grep -q '^1,-0.01,2017,' negative/tables/sweep.csv || fail "a negative value is not a number"
  printf '%s,%s\n1000\n,3\n' $contingent/2019 nowhere > points.csv
  ends_with 2 "$PROGRAM" sweep scenarios/activation-contingent.json --list points.csv -r 2 -o wrong
  [ "$(grep -c 'points.csv:[123]:' output.txt)" -eq 3 ] || fail "not all problems with their line"
}

test_bad_points_of_a_sweep_are_refused_before_anything_is_simulated() {
  sweep="$PROGRAM sweep scenarios/activation-contingent.json -r 100000 -o swept"
  ends_with 2 $sweep
  grep -q "give --vary or --list" output.txt || fail "it does not say what is missing"
  ends_with 2 $sweep --vary $contingent/2019
  ends_with 2 $sweep --vary $contingent/2019=
  ends_with 2 $sweep --vary $contingent/2019=1..10:4
  grep -q "the last one before it is 9" output.txt || fail "it does not say where the steps end"
  ends_with 2 $sweep --vary /seed=1,2
  ends_with 2 $sweep --vary $contingent/2019=1..200:1 --vary $contingent/2020=1..200:1
  grep -q "more than 10000 points" output.txt || fail "it does not say how many are allowed"
  ends_with 2 $sweep --vary $contingent/2019=1 --list points.csv
  ends_with 2 $sweep --list nowhere.csv
  ends_with 2 $sweep --vary $contingent/2019=1 --tables serie
  grep -q 'did you mean "series"' output.txt || fail "no nearest table"
  ends_with 3 $sweep --vary /resources/activation_contingnt/per_year/2019=1
  grep -q "did you mean $contingent/2019?" output.txt || fail "no nearest path"
  ends_with 3 $sweep --vary $contingent=1
  ends_with 3 $sweep --vary $contingent/2019=-1,5,1.320 --vary $stay=3
  [ "$(grep -c 'activation-contingent.json:[0-9]*:' output.txt)" -eq 3 ] || fail "not all at once"
  ends_with 3 "$PROGRAM" sweep scenarios/no-such-file.json --vary /a=1
  [ ! -e swept ] || fail "there is a result"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

test_an_interrupted_sweep_can_be_gone_on_with() {
  vary=$contingent/2019=10..120:10
  sweep() { "$PROGRAM" sweep scenarios/activation-contingent.json -r 3 -q --vary $vary "$@"; }
  # Not by that function: the signal is meant for the program.
  "$PROGRAM" sweep scenarios/activation-contingent.json -r 3 -q --vary $vary -o swept -j 1 &
  process=$!
  waited=0
  while [ "$(find . -name '*.cells' | wc -l)" -lt 4 ] && [ $waited -lt 100 ]; do
    sleep 0.1
    waited=$((waited + 1))
  done
  kill -INT "$process"
  status=0
  wait "$process" || status=$?
  [ "$status" -eq 130 ] || fail "ended with $status"
  [ ! -e swept ] || fail "there is a result"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something half-written is left behind"
  kept=$(find swept.unfinished -name '*.cells' | wc -l)
  [ "$kept" -ge 4 ] && [ "$kept" -lt 36 ] || fail "$kept replications are kept"
  ends_with 6 sweep -o swept --resume --tables series
  ends_with 6 sweep -o swept --resume --seed 3
  sweep -o swept --resume || fail "it does not go on"
  sweep -o whole
  diff -r swept/tables whole/tables || fail "going on gives other tables"
  [ ! -e swept.unfinished ] || fail "what was unfinished is still there"
}

test_a_sweep_that_changes_nothing_says_so() {
  says "All points give the same figures" sweep scenarios/minimal.json -r 2 -o same --lang en \
    --vary /resources/places/level=100000,200000
  says "Alle punten geven dezelfde cijfers" sweep scenarios/minimal.json -r 2 -o zelfde --lang nl \
    --vary /resources/places/level=100000,200000
  ! "$PROGRAM" sweep scenarios/minimal.json -r 2 -o other --vary /resources/places/level=10,300 |
    grep -q "same figures" || fail "it says so of a sweep that changes something"
}

test_the_command_line_is_checked() {
  ends_with 2 "$PROGRAM"
  ends_with 2 "$PROGRAM" rnu scenarios/minimal.json
  ends_with 2 "$PROGRAM" run
  ends_with 2 "$PROGRAM" run scenarios/minimal.json --replications none
  ends_with 2 "$PROGRAM" run scenarios/minimal.json -r 0
  ends_with 2 "$PROGRAM" run scenarios/minimal.json --lang fr
  ends_with 2 "$PROGRAM" run scenarios/minimal.json --seed -1
  ends_with 2 "$PROGRAM" run scenarios/minimal.json --seed 18446744073709551615
  ends_with 2 "$PROGRAM" run scenarios/minimal.json -j 0
  ends_with 2 "$PROGRAM" run scenarios/minimal.json -j 0x2
  ends_with 2 "$PROGRAM" trace scenarios/minimal.json --person nobody
  ends_with 2 "$PROGRAM" trace scenarios/minimal.json --person jobsekers:2025-01-01:0
  grep -q 'did you mean "jobseekers"' output.txt || fail "no nearest name"
  ends_with 3 "$PROGRAM" run scenarios/no-such-file.json
  ends_with 0 "$PROGRAM" --help
  ends_with 0 "$PROGRAM" --version
  ends_with 0 "$PROGRAM" check scenarios/activation-contingent.json
}

# Those of the questions take minutes: questions_test.sh.
test_every_shipped_scenario_runs() {
  find scenarios -maxdepth 1 -name '*.json' ! -name '*.schema.json' | sort > all.txt
  [ "$(wc -l < all.txt)" -ge 7 ] || fail "scenarios are missing"
  while read -r scenario; do
    scale=1
    case $scenario in */flanders-*) scale=0.01 ;; esac
    "$PROGRAM" check "$scenario" > /dev/null || fail "check $scenario"
    "$PROGRAM" run "$scenario" -o "results/$(basename "$scenario" .json)" -q -r 2 --scale "$scale" ||
      fail "run $scenario"
  done < all.txt
}

test_a_list_that_starts_never_clear_is_called_that() {
  for starts in 10 300; do
    cat > "never-$starts.json" << SCENARIO
{
  "name": "never-$starts",
  "horizon": { "start": "2025-01-01", "end": "2030-01-01" },
  "stock": [ { "id": "first", "people": 500, "waiting_for": "orientation" } ],
  "arrivals": [ { "id": "new", "per_year": 200, "people": {}, "refer_to": "orientation" } ],
  "resources": [ { "id": "places", "kind": "contingent", "per_year": $starts } ],
  "measures": [
    {
      "id": "orientation", "needs": [ { "resource": "places" } ],
      "waiting_list": { "leave_after": { "exponential": { "mean": "3 years" } } },
      "phases": [ { "id": "talks", "duration": "1 month" } ]
    }
  ]
}
SCENARIO
    "$PROGRAM" run "never-$starts.json" -r 2 -o "never-$starts" > "summary-$starts.txt" ||
      fail "never-$starts.json does not run"
  done
  grep -q "list for orientation is never cleared" summary-10.txt || fail "never is not said"
  ! grep -q "never cleared" summary-300.txt || fail "never is said of a list that is cleared"
}

# size DIRECTORY TARGET [OPTION...]: sizes the places of the smallest scenario in a few seconds.
size() {
  directory=$1
  target=$2
  shift 2
  "$PROGRAM" size scenarios/minimal.json --resource places --target "$target" --years 2026-2027 \
    -r 8 -o "$directory" --lang en "$@"
}

test_a_size_can_be_run() {
  size sized "waiting_after(90 days) <= 10 %" > text.txt 2> before.txt || fail "size ended with $?"
  grep -q "^REACHABLE" text.txt || fail "the outcome is not said"
  grep -q "^About .* replications: likely .* on .* thread" before.txt || fail "no likely duration"
  [ "$(sed -n '2,$p' sized/tables/path.csv | wc -l)" -eq 2 ] || fail "not a level for each year"
  run sized/minimal-sized.json run
  for table in path targets prices; do
    grep -q "$(sha256sum "sized/tables/$table.csv" | cut -d' ' -f1)" sized/manifest.json ||
      fail "the digest of $table.csv is not in the manifest"
  done
  ends_with 6 size sized "waiting_after(90 days) <= 10 %" -q
  ends_with 0 size sized "list_length <= 200" -q --force
}

test_a_size_is_the_same_for_any_number_of_threads() {
  size one "waiting_after(90 days) <= 10 %" -q -j 1
  for threads in 2 3 8; do
    size "many$threads" "waiting_after(90 days) <= 10 %" -q -j "$threads"
    diff -r one/tables "many$threads/tables" || fail "-j $threads gives other tables"
    same one/minimal-sized.json "many$threads/minimal-sized.json"
  done
}

test_a_size_that_cannot_be_reached_says_so() {
  ends_with 4 "$PROGRAM" size scenarios/activation-contingent.json --years 2025 -r 4 --lang en \
    --resource activation_contingent --target "started_within(30 days) >= 99 %" -o no
  grep -q "^UNREACHABLE" output.txt || fail "it is not said"
  [ -f no/tables/targets.csv ] || fail "there are no results"
  [ ! -e no/activation-contingent-sized.json ] || fail "there is a path all the same"
  ends_with 4 "$PROGRAM" size scenarios/hold-1320-within-budget.json --years 2025 -r 4 --lang en \
    --resource activation_contingent --target "waiting_after(90 days) <= 20 %" -o binds
  grep -q "^ANOTHER RESOURCE BINDS" output.txt || fail "it is not said"
  grep -q "^budget_work,no,2025," binds/tables/binding.csv || fail "the budget is not named"
}

# refuses MESSAGE OPTION...: sizing with these options is refused, and says why.
refuses() {
  message=$1
  shift
  ends_with 2 "$PROGRAM" size scenarios/minimal.json -o refused "$@"
  grep -q -e "$message" output.txt || { cat output.txt; fail "not said: $message"; }
  [ ! -e refused ] || fail "something was written"
}

test_a_bad_size_is_refused() {
  target="waiting_after(90 days) <= 10 %"
  refuses "resource is required" --target "$target"
  refuses "target is required" --resource places
  refuses 'did you mean "places"' --resource plaes --target "$target"
  refuses 'did you mean "waiting_after"' --resource places --target "waiting_aftr(90 days) <= 10 %"
  refuses 'did you mean "training"' --resource places --target "waiting_after(1 day, trainng) <= 1 %"
  refuses "no span of time" --resource places --target "waiting_after(90) <= 10 %"
  refuses "write <=" --resource places --target "list_length >= 10"
  refuses "no share" --resource places --target "waiting_after(90 days) <= 10"
  refuses "runs_dry is for contingents" --resource places --target "runs_dry >= 11-01"
  refuses "met by nothing at all" --resource places --target "cost <= 3.5M"
  refuses "can be sized: 2025 to 2028" --resource places --target "$target" --years 2029
  refuses "is no year" --resource places --target "$target" --years soon
  refuses "runs backwards" --resource places --target "$target" --years 2027-2025
  refuses "probability" --resource places --target "$target" --probability 1.5
  refuses "replications" --resource places --target "$target" -r 0
}

test_an_interrupted_size_leaves_nothing() {
  "$PROGRAM" size scenarios/activation-contingent.json --resource activation_contingent -q \
    --target "waiting_after(90 days) <= 10 %" -r 1000 -o result &
  process=$!
  sleep 1
  kill -INT "$process"
  status=0
  wait "$process" || status=$?
  [ "$status" -eq 130 ] || fail "ended with $status"
  [ "$(find . -maxdepth 1 -name '*result*' | wc -l)" -eq 0 ] || fail "something is left behind"
}

test_the_smallest_scenario_is_small() {
  [ "$(wc -l < scenarios/minimal.json)" -lt 40 ] || fail "minimal.json has 40 lines or more"
}

"$1"
