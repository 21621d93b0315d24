#!/bin/sh
# What a user may rely on who works in a spreadsheet: the workbook of a result, making it again, and
# parameters out and back in; with the real program.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/shared.sh"

minimal=scenarios/minimal.json

test_every_result_has_a_workbook_unless_it_is_not_wanted() {
  run $minimal result
  [ -s result/results.xlsx ] || fail "a run has none"
  run $minimal plain --no-workbook
  [ ! -e plain/results.xlsx ] || fail "it was not wanted"
  diff -r -x results.xlsx -x report.json -x report.html -x manifest.json result plain ||
    fail "something else differs"
  sed 's/"level": 300/"level": 250/; s/"minimal"/"fewer"/' $minimal > scenarios/fewer.json
  "$PROGRAM" compare $minimal scenarios/fewer.json -q -r 4 -o compared
  [ -s compared/results.xlsx ] || fail "a comparison has none"
  "$PROGRAM" sweep $minimal --vary /resources/places/level=250,300 -q -r 2 -o swept
  [ -s swept/results.xlsx ] || fail "a sweep has none"
  "$PROGRAM" size $minimal --resource places --target "waiting_after(90 days) <= 10 %" \
    --years 2027 -q -r 4 --scale 0.3 -o sized || fail "ended with $?"
  [ -s sized/results.xlsx ] || fail "a sizing has none"
}

test_the_workbook_of_the_same_result_is_the_same() {
  run $minimal first -j 1 --lang nl
  "$PROGRAM" report first > output.txt
  cp first/results.xlsx once.xlsx
  cp first/report.html once.html
  "$PROGRAM" report first
  same once.xlsx first/results.xlsx
  same once.html first/report.html
}

test_a_report_is_made_again_as_it_was() {
  run $minimal result --lang nl
  cp -r result before
  rm result/report.html result/results.xlsx
  "$PROGRAM" report result > output.txt || fail "ended with $?"
  diff -r before result || fail "it is another result"
  grep -q "^Rapport: result/report.html$" output.txt || fail "it does not say what it wrote"
  grep -q "^Werkmap: result/results.xlsx$" output.txt || fail "it does not say what it wrote"
  "$PROGRAM" report result --lang en > output.txt
  grep -q "^Report: result/report.html$" output.txt || fail "the language is not heard"
  ! cmp -s before/results.xlsx result/results.xlsx || fail "the workbook is still Dutch"
  same before/report.json result/report.json
  [ "$(ls -A result | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

# again DIRECTORY: the page of a study is made again as it was, from its data and tables.
again() {
  cp "$1/report.html" "$1.html"
  rm "$1/report.html"
  "$PROGRAM" report "$1" > output.txt || fail "$1 ended with $?"
  same "$1.html" "$1/report.html"
  [ -s "$1/results.xlsx" ] || fail "$1 has no workbook"
}

test_the_report_of_every_kind_of_study_is_made_again_as_it_was() {
  "$PROGRAM" compare $minimal $minimal -q -r 2 --lang nl -o compared
  "$PROGRAM" sweep $minimal --vary /resources/places/level=250,300 -q -r 2 --lang nl -o swept
  "$PROGRAM" size $minimal --resource places --target "waiting_after(90 days) <= 10 %" \
    --years 2027 -q -r 4 --scale 0.3 --lang nl -o sized || fail "ended with $?"
  "$PROGRAM" drivers "$SCENARIOS/../tests/page/scenarios/goes_round.json" -q -r 2 --lang nl \
    -o driven || fail "ended with $?"
  for kind in compared swept sized driven; do again $kind; done
}

test_a_directory_that_is_no_result_is_refused() {
  ends_with 6 "$PROGRAM" report scenarios
  grep -q "scenarios is no finished result of doorstroom" output.txt || fail "it does not say so"
  ends_with 6 "$PROGRAM" report nothing
  ends_with 2 "$PROGRAM" report
}

test_a_result_that_is_damaged_is_named_and_left_alone() {
  run $minimal result
  cp -r result before
  echo "2099,waiting" >> result/tables/headline.csv
  ends_with 6 "$PROGRAM" report result
  grep -q "result/tables/headline.csv has changed" output.txt || fail "it does not name the table"
  same before/results.xlsx result/results.xlsx
  cp before/tables/headline.csv result/tables/headline.csv
  head -c 1000 before/report.json > result/report.json
  ends_with 6 "$PROGRAM" report result
  grep -q "result/report.json is damaged" output.txt || fail "it does not name the report"
  same before/report.html result/report.html
}

test_parameters_that_are_not_changed_give_the_same_scenario() {
  for scenario in minimal activation-contingent flanders-2017; do
    for ending in xlsx csv; do
      "$PROGRAM" export-parameters scenarios/$scenario.json -o $scenario.$ending --lang nl
      "$PROGRAM" import-parameters scenarios/$scenario.json $scenario.$ending -o again.json --force
      short="--scale 0.001 -r 1 -q --no-workbook --force"
      "$PROGRAM" run again.json -o again $short || fail "ended with $?"
      "$PROGRAM" run scenarios/$scenario.json -o before $short
      same before/scenario.resolved.json again/scenario.resolved.json
    done
  done
}

test_a_changed_number_makes_a_scenario_that_extends_the_first() {
  "$PROGRAM" export-parameters $minimal -o p.csv --lang en
  sed -i '/^.resources.places.level,/s/,300,/,350,/' p.csv
  mkdir made
  "$PROGRAM" import-parameters $minimal p.csv -o made/more.json > output.txt || fail "ended with $?"
  grep -q "/resources/places/level = 350" output.txt || fail "it does not say what has changed"
  grep -q '"extends": "../scenarios/minimal.json"' made/more.json || fail "it extends nothing"
  run made/more.json result
  grep -q "^/resources/places/level,350," result/tables/parameters.csv || fail "it is still 300"
  ends_with 6 "$PROGRAM" import-parameters $minimal p.csv -o made/more.json
}

test_bad_cells_are_all_named_and_nothing_is_written() {
  "$PROGRAM" export-parameters $minimal -o p.csv --lang en
  sed -i '/^.resources.places.level,/s/,300,/,,/; s/^.arrivals.jobseekers./\/arrivals\/jobsekers\//' p.csv
  ends_with 2 "$PROGRAM" import-parameters $minimal p.csv -o new.json
  grep -q "has 2 problems" output.txt || fail "not both are said"
  grep -q "did you mean /arrivals/jobseekers/per_year" output.txt || fail "it does not help"
  [ ! -e new.json ] || fail "there is a scenario"
  ends_with 2 "$PROGRAM" export-parameters $minimal -o p.ods
  ends_with 6 "$PROGRAM" export-parameters $minimal -o p.csv
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

test_colours_are_for_terminals_that_want_them() {
  command -v script > /dev/null || return 0
  escape=$(printf '\033')
  on_terminal() {
    TERM=xterm script -qec "$1 $PROGRAM run $minimal -r 2 -o coloured --force" /dev/null |
      grep -c "$escape\[1m" || true
  }
  [ "$(on_terminal "env -u NO_COLOR")" -gt 0 ] || fail "a terminal has no colours"
  [ "$(on_terminal "env NO_COLOR=1")" -eq 0 ] || fail "NO_COLOR is not heard"
  "$PROGRAM" run $minimal -r 2 -o plain > output.txt
  ! grep -q "$escape" output.txt || fail "a file has colours"
  grep -q "█" output.txt || fail "the list is not drawn"
}

"$1"
