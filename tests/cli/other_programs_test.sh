#!/bin/sh
# What LibreOffice makes of our workbooks, where it is installed: it reads every sheet, and what it
# saves is read.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/shared.sh"

if ! command -v soffice > /dev/null; then
  echo "LibreOffice is not installed: nothing to test"
  exit 0
fi

# saved_as FORMAT FILE: what LibreOffice writes of a file, in the folder saved.
saved_as() {
  soffice -env:UserInstallation="file://$here/profile" --headless --convert-to "$1" \
    --outdir saved "$2" > office.txt 2>&1 || { cat office.txt; fail "it cannot read $2"; }
}

test_parameters_that_were_saved_by_another_program_are_the_same() {
  for scenario in activation-contingent flanders-2017; do
    "$PROGRAM" export-parameters scenarios/$scenario.json -o parameters.xlsx --force
    saved_as xlsx parameters.xlsx
    "$PROGRAM" import-parameters scenarios/$scenario.json saved/parameters.xlsx -o again.json \
      --force --lang en > output.txt || { cat output.txt; fail "ended with $?"; }
    grep -q "Nothing has changed" output.txt || fail "$(cat output.txt)"
  done
}

test_the_figures_of_a_workbook_are_those_of_the_tables() {
  run scenarios/activation-contingent.json result --scale 0.1 --lang en
  saved_as 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' \
    result/results.xlsx
  sheet="saved/results-Figures of the year.csv"
  [ -e "$sheet" ] || fail "there is no sheet with the headline"
  # The means: column 5 of the table, column 6 of the sheet, where names stand beside ids and
  # shares are shown as percentages.
  wanted=$(awk -F, 'NR > 1 { sum += $5 } END { printf "%.3f", sum }' result/tables/headline.csv)
  found=$(awk -F, 'NR > 3 { sum += $6 ~ /%$/ ? $6 / 100 : $6 } END { printf "%.3f", sum }' "$sheet")
  [ "$found" = "$wanted" ] || fail "the means add up to $found, not to $wanted"
}

"$1"
