#!/bin/sh
# What an event costs does not creep up: the instructions of a small pathway, which do not depend on
# how busy the machine is, are held to those written down in instructions.txt.
#   instructions_test.sh <test>
# Needs BENCH (the program bench_once), BUILD (compiler and contracts) and EXPECTED (the file).
set -eu

entrants=2000  # a year

# instructions_an_event: of one replication, without reading and compiling the scenario.
instructions_an_event() {
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  valgrind --tool=callgrind --callgrind-out-file="$work/callgrind.out" \
    --toggle-collect='doorstroom::Replication::run(std::function<bool ()> const&)' \
    "$BENCH" $entrants >"$work/out" 2>"$work/err" || { cat "$work/err"; return 1; }
  events=$(awk '/^toolkit events/ { print $3 }' "$work/out")
  awk -v events="$events" '/Collected *:/ { printf "%.0f\n", $NF / events }' "$work/err"
}

test_an_event_takes_no_more_instructions_than_written_down() {
  expected=$(awk -v build="$BUILD" '$1 == build { print $2 }' "$EXPECTED")
  if [ -z "$expected" ]; then
    echo "nothing is written down for $BUILD in tests/bench/instructions.txt: not compared"
    return 0
  fi
  found=$(instructions_an_event)
  echo "$found instructions an event; written down: $expected"
  [ "$found" -gt 0 ]
  [ $((found * 100)) -le $((expected * 105)) ] ||
    { echo "more than 5 % above what is written down"; return 1; }
  [ $((found * 100)) -ge $((expected * 90)) ] ||
    { echo "more than 10 % faster: write $found down, so that it stays"; return 1; }
}

"$1"
