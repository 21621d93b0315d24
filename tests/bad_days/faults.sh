# System calls that fail, and programs that are killed at one, for the tests that read this: strace
# counts the calls of a run that goes well, and makes one of them go wrong in a run of its own. The
# program is the one that users have.
. "$(dirname "$0")/../cli/shared.sh"

# A sanitizer that looks for leaks cannot be traced.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

strace -o trace.txt -e trace=write -e inject=write:error=ENOSPC:when=1 \
  sh -c 'echo no > written.txt' 2> /dev/null || true
if ! grep -q INJECTED trace.txt; then
  echo "skipped: strace is missing, or may not be used here"
  exit 77
fi
rm -f trace.txt written.txt

# Calls that make or change something on disk, with what goes wrong with them: the disk is full, the
# directory was closed off, the disk is broken. With a + it goes on to; not so where files are
# opened, or what is there could not be removed either.
changing_calls="write:ENOSPC:+ openat:ENOSPC: mkdir:ENOSPC:+ rename:EACCES:+ renameat2:EACCES:+
  fsync:EIO:+"

# positions CALL LOG: which of the calls in a log of strace count. Files that are only read are
# opened by the loader too, which does without some of them.
positions() {
  awk -v call="$1" '
    { name = $2; sub(/\(.*/, "", name) }
    name != call { next }
    { ++n }
    call != "openat" || /O_CREAT/ { print n }' "$2"
}

# some_of: every EVERYth line of what is read, another one each day of the year, and the last.
some_of() {
  awk -v every="$EVERY" -v first="$(($(date +%-j) % EVERY))" '
    { last = $0; line = NR }
    NR % every == first { print; printed = NR }
    END { if (line > 0 && printed != line) print last }'
}

# with_fault FAULT COMMAND...: runs it; FAULT is what strace injects. Sets status.
with_fault() {
  fault=$1
  shift
  status=0
  strace -f -qq -o trace.txt -e trace="${fault%%:*}" -e inject="$fault" "$@" > said.txt 2>&1 ||
    status=$?
}

# names: what there is, hidden files too, but for what the tests themselves write, what a command
# makes and what a study keeps to be gone on with.
names() { ls -A | grep -v -E '^(trace.txt|log.txt|said.*|made.*|whole.*|names.*)$' || true; }

# each_fault CHECK COMMAND...: lets calls of the command go wrong one by one, and has each outcome
# looked at by CHECK. What the command makes is removed before (CLEAN).
each_fault() {
  check=$1
  shift
  $CLEAN
  traced=write,openat,mkdir,rename,renameat2,fsync
  strace -f -qq -o log.txt -e trace=$traced "$@" > said.txt 2>&1 ||
    { cat said.txt; fail "$* goes wrong by itself"; }
  for file in made.xlsx made.json; do
    [ ! -e "$file" ] || cp "$file" "whole-$file"
  done
  tried=0
  for kind in $changing_calls; do
    call=${kind%%:*}
    error=${kind#*:}
    for position in $(positions "$call" log.txt | some_of); do
      $CLEAN
      with_fault "$call:error=${error%:*}:when=$position${error#*:}" "$@"
      $check "$call $position fails with ${error%:*}"
      tried=$((tried + 1))
    done
  done
  [ "$tried" -ge 3 ] || fail "only $tried faults were tried"
  echo "$tried faults"
}

# each_kill CHECK COMMAND...: the same with a program that is killed at the call.
each_kill() {
  check=$1
  shift
  tried=0
  for call in write openat mkdir rename renameat2 fsync; do
    for position in $(positions "$call" log.txt | some_of); do
      $CLEAN
      with_fault "$call:signal=$SIGNAL:when=$position" "$@"
      $check "$SIGNAL at $call $position"
      tried=$((tried + 1))
    done
  done
  [ "$tried" -ge 6 ] || fail "only $tried moments were tried"
  echo "$tried moments"
}

# A short study with everything in it that is written.
study="scenarios/minimal.json -r 2 --scale 0.1 -j 1 -q"

# is_whole DIRECTORY GOOD WHEN: a result as it should be.
is_whole() {
  diff -r "$1/tables" "$2/tables" > /dev/null || fail "$3: the tables are not whole"
  for file in manifest.json report.html results.xlsx scenario.resolved.json; do
    [ -s "$1/$file" ] || fail "$3: $file is not whole"
  done
  # Made again of the tables it is the same, so nothing of it was lost.
  cp "$1/results.xlsx" said.xlsx
  "$PROGRAM" report "$1" > /dev/null || fail "$3: the result cannot be read"
  cmp -s "$1/results.xlsx" said.xlsx || fail "$3: the workbook is not whole"
}

remove_result() { rm -rf result result.unfinished .result.partial-*; }

# failed_cleanly WHEN: not 0 but where the result is there (a temporary file gets another name), a
# reason, no half result, nothing beside it.
failed_cleanly() {
  [ "$status" -eq 6 ] || { [ "$status" -eq 0 ] && [ -e result ]; } ||
    { cat said.txt; fail "$1: ended with $status"; }
  [ ! -e result ] || is_whole result good "$1"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "$1: something is left behind"
  goes_on "$1"
}

# was_killed WHEN: nothing that looks like a result but is none.
was_killed() {
  [ "$status" -ne 0 ] || fail "$1: ended with 0"
  [ ! -e result ] || is_whole result good "$1"
  goes_on "$1"
}

# was_stopped WHEN: stopped in an orderly way, or too late to be.
was_stopped() {
  case $status in
    0) [ -e result ] || fail "$1: ended with 0 and no result" ;;
    130) [ ! -e result ] || fail "$1: ended with 130 and a result" ;;
    *) cat said.txt; fail "$1: ended with $status" ;;
  esac
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "$1: something is left behind"
  [ ! -e result ] || is_whole result good "$1"
  goes_on "$1"
}

# goes_on WHEN: the same command with --resume makes the result.
goes_on() {
  [ ! -e result ] || return 0
  "$PROGRAM" run $study -o result --resume || fail "$1: --resume ends with $?"
  is_whole result good "$1, then --resume"
  [ "$(ls -A | grep -c -e partial -e unfinished)" -eq 0 ] || fail "$1: something is left at last"
}

a_run_fails_cleanly() {
  "$PROGRAM" run $study -o good
  CLEAN=remove_result
  each_fault failed_cleanly "$PROGRAM" run $study -o result
}

a_run_is_killed() {
  "$PROGRAM" run $study -o good
  CLEAN=remove_result
  strace -f -qq -o log.txt "$PROGRAM" run $study -o result
  SIGNAL=KILL
  each_kill was_killed "$PROGRAM" run $study -o result
}

a_run_is_stopped() {
  "$PROGRAM" run $study -o good
  CLEAN=remove_result
  strace -f -qq -o log.txt "$PROGRAM" run $study -o result
  for SIGNAL in INT TERM HUP; do
    each_kill was_stopped "$PROGRAM" run $study -o result
  done
}

# one_of_both WHEN: under the name of the result is the old one or the new one, whole.
one_of_both() {
  [ -e result ] || fail "$1: the old result is gone and the new one not there"
  if diff -rq result/tables old/tables > /dev/null; then
    is_whole result old "$1"
  else
    is_whole result good "$1"
  fi
}

put_old_result() {
  remove_result
  cp -r old result
}

a_result_is_replaced() {
  "$PROGRAM" run $study -o good
  "$PROGRAM" run $study -o old --seed 99
  CLEAN=put_old_result
  each_fault one_of_both "$PROGRAM" run $study -o result --force
  SIGNAL=KILL
  each_kill one_of_both "$PROGRAM" run $study -o result --force
}

# nothing_new WHEN: not 0, and there is what there was before; or what there should be.
nothing_new() {
  [ "$status" -ne 0 ] || case $1 in
    openat*) ;;  # a temporary file gets another name
    *) cat said.txt; fail "$1: ended with 0" ;;
  esac
  [ "$status" -ne 70 ] || { cat said.txt; fail "$1: said to be a bug"; }
  names > names-after.txt
  cmp -s names-before.txt names-after.txt ||
    { diff names-before.txt names-after.txt; fail "$1: something is left behind"; }
  for file in made.xlsx made.json; do
    [ ! -e "$file" ] || cmp "$file" "whole-$file" || fail "$1: $file is not whole"
  done
  [ "$(find . -name '*partial*' | wc -l)" -eq 0 ] || fail "$1: something is left behind"
}

remove_made() { rm -rf made made.* .made.*; }

every_command_fails_cleanly() {
  sed 's/"level": 300/"level": 250/; s/"minimal"/"fewer"/' scenarios/minimal.json \
    > scenarios/fewer.json
  "$PROGRAM" run $study -o good
  "$PROGRAM" export-parameters scenarios/minimal.json -o numbers.csv > /dev/null
  sed 's/,300,/,250,/' numbers.csv > changed.csv
  names > names-before.txt
  CLEAN=remove_made
  few="-r 2 --scale 0.1 -j 1 -q -o made"
  each_fault nothing_new "$PROGRAM" compare scenarios/minimal.json scenarios/fewer.json $few
  each_fault nothing_new "$PROGRAM" sweep scenarios/minimal.json $few \
    --vary /resources/places/level=250,300
  each_fault nothing_new "$PROGRAM" size scenarios/minimal.json $few --resource places \
    --target "list_length <= 100000" --years 2026
  each_fault nothing_new "$PROGRAM" run scenarios/minimal.json $few --event-log=both
  each_fault nothing_new "$PROGRAM" export-parameters scenarios/minimal.json -o made.xlsx --force
  each_fault nothing_new "$PROGRAM" import-parameters scenarios/minimal.json changed.csv \
    -o made.json --force
  each_fault nothing_new "$PROGRAM" report good
  each_fault nothing_new "$PROGRAM" assure good --force
  "$PROGRAM" report good > /dev/null || fail "the result is damaged"
}
