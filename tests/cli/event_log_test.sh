#!/bin/sh
# The lives of people that `run --event-log` writes, with the real program.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios,
# XES_SCHEMA the schema of XES.
. "$(dirname "$0")/shared.sh"

test_the_log_is_the_same_for_any_number_of_threads() {
  for threads in 1 2 5; do
    run scenarios/activation-contingent.json "log$threads" -j "$threads" --event-log=both \
      --event-log-replication 2
    same log1/events.csv "log$threads/events.csv"
    same log1/events.xes "log$threads/events.xes"
  done
  [ "$(wc -l < log1/events.csv)" -gt 10000 ] || fail "there is hardly anything in it"
  run scenarios/activation-contingent.json other --event-log --event-log-replication 1
  ! cmp -s log1/events.csv other/events.csv || fail "another replication has the same lives"
  [ ! -e other/events.xes ] || fail "XES was not asked for"
}

test_the_log_changes_no_table() {
  run scenarios/minimal.json without
  run scenarios/minimal.json with --event-log=xes
  diff -r without/tables with/tables || fail "the log changes a table"
  [ ! -e with/events.csv ] || fail "CSV was not asked for"
  ! grep -q event_log without/manifest.json || fail "a log that nobody asked for"
}

test_the_manifest_knows_the_log() {
  run scenarios/minimal.json result --event-log=both --event-log-people 100
  for file in events.csv events.xes; do
    grep -q "$(sha256sum result/$file | cut -d' ' -f1)" result/manifest.json ||
      fail "the digest of $file is not in the manifest"
  done
  people=$(tail -n +2 result/events.csv | cut -d, -f1 | sort -u | wc -l)
  grep -q "\"people\": $people," result/manifest.json || fail "it does not know the $people people"
  stays=$(tail -n +2 result/events.csv | wc -l)
  grep -q "\"stays\": $stays," result/manifest.json || fail "it does not know the $stays stays"
  grep -q '"every": 50,' result/manifest.json || fail "it does not say who is in the sample"
}

test_a_replication_that_was_kept_is_told_all_the_same() {
  run scenarios/minimal.json whole --event-log -j 1
  "$PROGRAM" run scenarios/minimal.json -q -o result -r 100000 2> /dev/null &
  process=$!
  tries=0
  until [ -e result.unfinished/0000/000003.cells ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "no four replications in a minute"
    sleep 0.1
  done
  kill -INT "$process"
  wait "$process" || true
  process=
  run scenarios/minimal.json result --event-log --resume
  same whole/events.csv result/events.csv
}

test_the_xes_follows_the_standard() {
  cat > scenarios/hostile.json << 'JSON'
{ "extends": "minimal.json", "name": "hostile", "title": { "en": "<!-- & ]]> \" '" },
  "measures": [ { "id": "training", "label": { "en": "<script>alert(\"&amp;\")</script>\n\t= é €",
                                               "nl": "=1+1" } } ] }
JSON
  for scenario in hostile activation-contingent "flanders-2017 --scale 0.0005"; do
    name=${scenario%% *}
    option=${scenario#"$name"}
    # shellcheck disable=SC2086 # the option is two words
    "$PROGRAM" run "scenarios/$name.json" $option -q -r 1 -o "$name" --event-log=both \
      --event-log-people 500 ||
      fail "$name ended with $?"
    xmllint --noout --huge --relaxng "$XES_SCHEMA" "$name/events.xes" 2> xmllint.txt ||
      { head xmllint.txt; fail "$name does not follow the standard"; }
  done
  grep -q '&lt;script&gt;' hostile/events.xes || fail "the label is not there"
  # The schema can tell a bad log.
  sed 's/<event>/<evt>/; s/<\/event>/<\/evt>/' hostile/events.xes > bad.xes
  ! xmllint --noout --huge --relaxng "$XES_SCHEMA" bad.xes 2> /dev/null || fail "anything is valid"
}

# counted FILE WHAT: the number of nodes that an XPath expression finds.
counted() { xmllint --huge --xpath "count($2)" "$1"; }

test_the_xes_keeps_what_it_declares() {
  run scenarios/activation-contingent.json result --event-log=xes --event-log-people 300
  log=result/events.xes
  events=$(counted $log '//*[local-name()="event"]')
  [ "$events" -gt 1000 ] || fail "only $events events"
  for scope in trace event; do
    keys=$(sed -n "/<global scope=\"$scope\">/,/<\/global>/s/.*key=\"\([^\"]*\)\".*/\1/p" $log)
    [ -n "$keys" ] || fail "no globals of a $scope"
    for key in $keys; do
      without=$(counted $log "//*[local-name()='$scope'][count(*[@key='$key']) != 1]")
      [ "$without" -eq 0 ] || fail "$without of $scope have no $key, or several"
    done
  done
  for prefix in $(grep -o 'key="[a-z]*:' $log | sort -u | sed 's/key="\(.*\):/\1/'); do
    grep -q "<extension .*prefix=\"$prefix\"" $log || fail "the extension $prefix is not declared"
  done
  starts=$(counted $log '//*[@key="lifecycle:transition" and @value="start"]')
  ends=$(counted $log '//*[@key="lifecycle:transition" and @value="complete"]')
  [ $((starts + ends)) -eq "$events" ] || fail "an event that is neither start nor end"
  [ "$starts" -gt "$ends" ] || fail "everything has ended"
}

test_a_life_of_the_log_is_that_of_trace() {
  run scenarios/activation-contingent.json result --event-log --event-log-replication 1
  person=$(awk -F, '$5 == "measure" && $9 == "completed" { print $1; exit }' result/events.csv)
  "$PROGRAM" trace scenarios/activation-contingent.json --person "$person" --replication 1 > life.txt
  awk -F, -v person="$person" '$1 == person && $5 == "measure" && $9 == "completed"' \
    result/events.csv > measures.csv
  while IFS=, read -r _ _ start end _ id _; do
    grep -q "^$start  \(starts\|is in\) $id" life.txt || fail "trace knows no start of $id on $start"
    grep -q "^$end  ends $id .*(completed)" life.txt || fail "trace knows no end of $id on $end"
  done < measures.csv
  [ -s measures.csv ] || fail "nothing to look at"
}

test_a_log_that_would_be_absurdly_large_is_refused() {
  sed 's/"per_year": 1000,/"per_year": 20000000,/' scenarios/minimal.json > scenarios/huge.json
  ends_with 2 "$PROGRAM" run scenarios/huge.json -o bad -r 1 --event-log=both
  grep -q "more than 2.0 GB is not allowed" output.txt || fail "it does not say what is allowed"
  would_do=$(sed -n 's/.*--event-log-people \([0-9]*\) would do.*/\1/p' output.txt)
  [ "$would_do" -gt 1000 ] || fail "it does not say what would do"
  [ ! -e bad ] || fail "something is left behind"
}

test_bad_options_are_refused_with_what_is_allowed() {
  refused() {
    words=$1
    shift
    ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r 2 "$@"
    grep -q -e "$words" output.txt || { cat output.txt; fail "$* is not refused with: $words"; }
  }
  refused 'did you mean "xes"' --event-log=xse
  refused 'allowed are csv, xes and both' --event-log=parquet
  refused 'allowed is 1 to' --event-log --event-log-people 0
  refused 'allowed is 1 to' --event-log --event-log-people many
  refused 'requires --event-log' --event-log-people 5
  refused 'requires --event-log' --event-log-replication 0
  refused 'allowed is 0 to 1' --event-log --event-log-replication 2
  ends_with 2 "$PROGRAM" run scenarios/minimal.json -q -o bad -r auto --event-log \
    --event-log-replication 10
  grep -q "allowed is 0 to 9 with -r auto" output.txt || fail "-r auto: what is allowed?"
  [ ! -e bad ] || fail "something is left behind"
}

"$1"
