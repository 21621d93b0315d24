#!/bin/sh
# What a user may rely on in studies of many replications: those that are stopped and gone on with,
# those that take as many replications as the precision takes, and comparisons; with the real
# program.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/shared.sh"

# wait_for DIRECTORY COUNT: until so many replications of the study are finished.
wait_for() {
  tries=0
  while [ "$(find "$1.unfinished" -name '*.cells' 2> /dev/null | wc -l)" -lt "$2" ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "$1 has not finished $2 replications in a minute"
    sleep 0.1
  done
}

# stop_half_way SIGNAL DIRECTORY COMMAND...: a study that is stopped after some replications.
stop_half_way() {
  signal=$1
  directory=$2
  shift 2
  "$PROGRAM" "$@" -o "$directory" -q 2> stopped.txt &
  process=$!
  wait_for "$directory" 5
  kill -"$signal" "$process"
  asked=$(date +%s)
  status=0
  wait "$process" 2> /dev/null || status=$?
  process=
  [ $(($(date +%s) - asked)) -le 10 ] || fail "took $(($(date +%s) - asked)) s to stop"
  [ ! -e "$directory" ] || fail "there is a result"
}

# is_tidy DIRECTORY: the result is there and nothing beside it.
is_tidy() {
  [ -e "$1" ] || fail "there is no $1"
  [ "$(ls -A | grep -c -e partial -e unfinished)" -eq 0 ] || fail "something is left behind"
}

test_an_interrupted_study_keeps_what_is_finished_and_no_result() {
  stop_half_way INT result run scenarios/minimal.json -r 100000
  [ "$status" -eq 130 ] || fail "ended with $status"
  grep -q "replications are kept in result.unfinished" stopped.txt || fail "it does not say so"
  grep -q -e "--resume" stopped.txt || fail "it does not say how to go on"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

test_a_study_that_is_stopped_before_anything_is_finished_leaves_nothing() {
  sed 's/"per_year": 1000,/"per_year": 3000000,/' scenarios/minimal.json > scenarios/long.json
  "$PROGRAM" run scenarios/long.json -o result -q 2> stopped.txt &
  process=$!
  tries=0
  until [ -e result.unfinished/study ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "it has not begun in a minute"
    sleep 0.1
  done
  kill -INT "$process"
  status=0
  wait "$process" || status=$?
  process=
  [ "$status" -eq 130 ] || fail "ended with $status"
  grep -q "nothing was written" stopped.txt || fail "it does not say so"
  [ "$(ls -A | grep -c -e result -e partial)" -eq 0 ] || fail "something is left behind"
}

test_a_stopped_study_goes_on_with_resume() {
  minimal="scenarios/minimal.json -r 150 --scale 0.3"
  "$PROGRAM" run $minimal -q -o whole
  sed 's/"level": 300/"level": 250/; s/"minimal"/"fewer"/' scenarios/minimal.json > scenarios/fewer.json
  both="scenarios/minimal.json scenarios/fewer.json -r 60 --scale 0.3"
  "$PROGRAM" compare $both -q -o compared
  for signal in INT KILL; do
    stop_half_way $signal stopped run $minimal -j 1
    "$PROGRAM" run $minimal -q -o stopped --resume -j 3 || fail "it does not go on: $?"
    diff -r whole/tables stopped/tables || fail "stopped with $signal, it gives other tables"
    same whole/scenario.resolved.json stopped/scenario.resolved.json
    is_tidy stopped
    rm -r stopped
    stop_half_way $signal stopped compare $both -j 1
    "$PROGRAM" compare $both -q -o stopped --resume -j 3 || fail "it does not go on: $?"
    diff -r compared/tables stopped/tables || fail "stopped with $signal, it compares differently"
    is_tidy stopped
    rm -r stopped
  done
}

test_going_on_takes_more_replications_or_fewer() {
  stop_half_way KILL result run scenarios/minimal.json -r 100000
  "$PROGRAM" run scenarios/minimal.json -q -o result --resume -r 2
  "$PROGRAM" run scenarios/minimal.json -q -o two -r 2
  diff -r result/tables two/tables || fail "two of many replications are not the first two"
  is_tidy result
}

test_a_damaged_replication_is_simulated_again() {
  "$PROGRAM" run scenarios/minimal.json -q -o whole -r 12
  stop_half_way KILL result run scenarios/minimal.json -r 100000 -j 1
  cells=result.unfinished/0000
  echo damaged > $cells/000000.cells
  head -c 1000 $cells/000001.cells > cut && mv cut $cells/000001.cells
  cp $cells/000003.cells $cells/000002.cells
  cp $cells/000003.cells "$cells/a copy.cells"
  echo "not a number" > $cells/-1.cells
  "$PROGRAM" run scenarios/minimal.json -q -o result --resume -r 12 || fail "ended with $?"
  diff -r whole/tables result/tables || fail "what was damaged was believed"
}

test_without_resume_a_study_begins_anew() {
  stop_half_way KILL result run scenarios/minimal.json -r 100000
  "$PROGRAM" run scenarios/minimal.json -q -o result -r 2 --seed 99 || fail "ended with $?"
  is_tidy result
  "$PROGRAM" run scenarios/minimal.json -q -o again -r 2 --seed 99
  diff -r result/tables again/tables || fail "something of the stopped study is in the result"
}

test_another_study_is_not_gone_on_with() {
  stop_half_way INT result run scenarios/minimal.json -r 100000
  before=$(find result.unfinished | sort)
  for other in "minimal.json --seed 99" "minimal.json --scale 0.5" "activation-contingent.json"; do
    ends_with 6 "$PROGRAM" run scenarios/$other -q -o result -r 2 --resume
    grep -q "another scenario, seed, scale or version" output.txt || fail "it does not say why"
  done
  ends_with 6 "$PROGRAM" compare scenarios/minimal.json scenarios/minimal.json -q -o result --resume
  [ "$before" = "$(find result.unfinished | sort)" ] || fail "the stopped study was touched"
  "$PROGRAM" run scenarios/minimal.json -q -o result -r 2 --resume || fail "ended with $?"
  is_tidy result
}

test_two_programs_do_not_work_on_one_result() {
  "$PROGRAM" run scenarios/minimal.json -o result -q -r 100000 2> /dev/null &
  process=$!
  wait_for result 1
  for option in "" --resume; do
    ends_with 6 "$PROGRAM" run scenarios/minimal.json -o result -q -r 2 $option
    grep -q "another program is at work in it" output.txt || fail "it does not say why"
  done
  kill -INT "$process"
  wait "$process" || true
  process=
  [ -e result.unfinished/0000/000000.cells ] || fail "the second program disturbed the first"
}

test_a_directory_that_no_study_left_is_never_used() {
  mkdir result.unfinished
  echo "do not lose me" > result.unfinished/study
  for option in "" --resume --force; do
    ends_with 6 "$PROGRAM" run scenarios/minimal.json -o result -q -r 2 $option
    grep -q "it is not what a study has left" output.txt || fail "it does not say why"
  done
  [ "$(cat result.unfinished/study)" = "do not lose me" ] || fail "it was touched"
}

test_a_killed_run_never_looks_finished() {
  stop_half_way KILL result run scenarios/activation-contingent.json -r 100000
  run scenarios/minimal.json result
}

test_as_many_replications_as_the_precision_takes() {
  minimal="scenarios/minimal.json --scale 0.2"
  for threads in 1 2 5; do
    "$PROGRAM" run $minimal -q -r auto --precision 0.3 -o auto$threads -j $threads || fail "ended with $?"
    diff -r auto1/tables auto$threads/tables || fail "-j $threads gives other tables"
    is_tidy auto$threads
  done
  replications=$(sed -n 's/^  "replications": \([0-9]*\),$/\1/p' auto1/manifest.json)
  [ "$replications" -ge 10 ] || fail "no ten replications"
  "$PROGRAM" run $minimal -q -r "$replications" -o fixed
  diff -r auto1/tables fixed/tables || fail "as many replications give other tables"
  grep -q '"precision"' auto1/manifest.json || fail "the manifest does not know the precision"
  ! grep -q '"precision"' fixed/manifest.json || fail "a precision that nobody asked for"
  "$PROGRAM" run $minimal -q -r auto --precision 0.15 -o finer
  finer=$(sed -n 's/^  "replications": \([0-9]*\),$/\1/p' finer/manifest.json)
  [ "$finer" -gt "$replications" ] || fail "$finer replications are not more than $replications"
  "$PROGRAM" run $minimal -q -r auto --precision 0.0001 --max-replications 12 -o most
  grep -q '^  "replications": 12,$' most/manifest.json || fail "more than the most"
  grep -q '"is_met": false' most/manifest.json || fail "it does not say that it was not enough"
}

test_an_automatic_run_goes_on_as_well() {
  finest="scenarios/minimal.json --scale 0.3 -r auto --precision 0.0001 --max-replications 100"
  "$PROGRAM" run $finest -q -o whole
  stop_half_way INT stopped run $finest
  "$PROGRAM" run $finest -q -o stopped --resume
  diff -r whole/tables stopped/tables || fail "stopped, it gives other tables"
}

test_a_bad_number_of_replications_is_refused() {
  for number in 0 -3 1.5 100001 AUTO automatic many 0x10 1e2 "' 5'" ""; do
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r "$number"
    grep -q "allowed is 1 to 100000, or auto" output.txt || fail "-r $number: what is allowed?"
  done
  "$PROGRAM" run scenarios/minimal.json -q -o ten -r 010
  grep -q '^  "replications": 10,$' ten/manifest.json || fail "010 is not ten"
  ends_with 2 "$PROGRAM" sweep scenarios/minimal.json --vary /resources/places/level=1 -q -o bad \
    -r auto
  grep -q "allowed is 1 to 100000" output.txt || fail "sweep -r auto: what is allowed?"
  for precision in 0 1.5 -0.1 nan inf 5% "0.05x" ""; do
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r auto --precision "$precision"
    grep -q "allowed is 0.0001 to 1" output.txt || fail "--precision $precision: what is allowed?"
  done
  ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r auto --max-replications 9
  for option in "--precision 0.1" "--max-replications 20"; do
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad $option
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r 5 $option
    grep -q "requires -r auto" output.txt || fail "$option without -r auto is not refused in words"
  done
  [ "$(ls -A | grep -c bad)" -eq 0 ] || fail "something is left behind"
}

test_a_comparison_of_a_scenario_with_itself_is_zero_everywhere() {
  for scenario in minimal activation-contingent; do
    file=scenarios/$scenario.json
    "$PROGRAM" compare "$file" "$file" -q -o "$scenario" -r 3 || fail "ended with $?"
    for table in "$scenario"/tables/*.csv; do
      awk -F, -v table="$table" '
        NR == 1 { for (i = 1; i <= NF; ++i) column[$i] = i; next }
        "difference" in column {
          ++rows
          bad = ($column["difference"] != "" && $column["difference"] != 0) ||
                ($column["verdict"] != "" && $column["verdict"] != "same")
        }
        # All people are in the row of those for whom everything is the same.
        table ~ /people/ {
          bad = $column["mean"] != 0 && !($column["reach"] == "same" && $column["indicator"] == "people")
        }
        bad { print table ": " $0; exit 1 }
      ' "$table" || fail "$table says that a scenario differs from itself"
    done
    [ "$(wc -l < "$scenario/tables/series.csv")" -gt 100 ] || fail "there is nothing in it"
  done
}

test_a_comparison_takes_as_many_replications_as_it_needs() {
  for threads in 1 3; do
    "$PROGRAM" compare scenarios/activation-contingent.json scenarios/hold-1320.json -q -r auto \
      --precision 0.1 -j "$threads" -o "auto$threads" || fail "ended with $?"
  done
  diff -r auto1/tables auto3/tables || fail "the number of threads changes an automatic comparison"
  grep -q '"is_met": true' auto1/manifest.json || fail "the manifest does not say what was reached"
}

test_what_cannot_be_compared_is_refused() {
  ends_with 2 "$PROGRAM" compare
  ends_with 2 "$PROGRAM" compare scenarios/minimal.json
  ends_with 3 "$PROGRAM" compare scenarios/nowhere.json scenarios/minimal.json scenarios/neither.json
  grep -q "nowhere.json" output.txt || fail "the base that is missing is not named"
  grep -q "neither.json" output.txt || fail "the alternative that is missing is not named"
  sed 's/"level"/"levle"/' scenarios/minimal.json > scenarios/wrong.json
  ends_with 3 "$PROGRAM" compare scenarios/wrong.json scenarios/nowhere.json
  grep -q "wrong.json" output.txt || fail "the mistake in the base is not named"
  grep -q "nowhere.json" output.txt || fail "beside a mistake a missing file is not named"
  sed 's/"2030-01-01"/"2029-01-01"/' scenarios/minimal.json > scenarios/shorter.json
  ends_with 2 "$PROGRAM" compare scenarios/minimal.json scenarios/shorter.json -o bad
  grep -q "2029-01-01" output.txt || fail "it does not say which horizons"
  sed 's/"name": "minimal"/"name": "tenth", "scale": 0.1/' scenarios/minimal.json > scenarios/tenth.json
  ends_with 2 "$PROGRAM" compare scenarios/minimal.json scenarios/tenth.json -o bad
  grep -q -e "--scale" output.txt || fail "it does not say what to do about the scales"
  ends_with 0 "$PROGRAM" compare scenarios/minimal.json scenarios/tenth.json -o good -q -r 2 --scale 0.2
  ends_with 6 "$PROGRAM" compare scenarios/minimal.json scenarios/tenth.json -o good -q -r 2 --scale 0.2
  [ "$(ls -A | grep -c bad)" -eq 0 ] || fail "something is left behind"
}

test_the_number_of_threads_changes_no_byte_of_a_comparison() {
  sed 's/"level": 300/"level": 250/' scenarios/minimal.json > scenarios/fewer.json
  for threads in 1 2 5; do
    "$PROGRAM" compare scenarios/minimal.json scenarios/fewer.json -q -r 6 -o "c$threads" -j $threads
    diff -r c1/tables "c$threads/tables" || fail "-j $threads gives other tables"
  done
  grep -q ",more," c1/tables/series.csv || fail "nothing differs"
}

"$1"
