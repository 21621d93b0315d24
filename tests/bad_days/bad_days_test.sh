#!/bin/sh
# What becomes of a result on bad days that need no tricks: signals at random moments, pipes and
# streams that are closed, links, directories that vanish or cannot be written, disks and files that
# are full, two programs at once.
#
# Called with the name of one test; PROGRAM is the program, SCENARIOS the folder with the scenarios.
. "$(dirname "$0")/../cli/shared.sh"

study="scenarios/minimal.json -r 4 --scale 0.3 -q"

# nothing_is_left: no result, and nothing of one.
nothing_is_left() {
  [ ! -e result ] || fail "$1: there is a result"
  [ "$(ls -A | grep -c -e partial)" -eq 0 ] || fail "$1: something is left behind"
}

# seconds_of COMMAND...: how long it takes, in hundredths.
hundredths_of() {
  before=$(date +%s%N)
  "$@" > /dev/null
  echo $((($(date +%s%N) - before) / 10000000))
}

# is_whole DIRECTORY WHEN
is_whole() {
  diff -r "$1/tables" good/tables > /dev/null || fail "$2: the tables are not whole"
  "$PROGRAM" report "$1" > /dev/null || fail "$2: the result cannot be read"
}

# at_random_moments SEED ROUNDS: stops or kills runs, and goes on with them.
at_random_moments() {
  length=$(hundredths_of "$PROGRAM" run $study -j 1 -o good)
  awk -v seed="$1" -v rounds="$2" -v length_="$length" 'BEGIN {
    srand(seed)
    split("INT TERM KILL HUP KILL", signals)
    for (i = 0; i < rounds; ++i) {
      printf "%s %.2f\n", signals[1 + int(rand() * 5)], rand() * length_ * 1.1 / 100
    }
  }' > moments.txt
  while read -r signal moment; do
    rm -rf result result.unfinished
    "$PROGRAM" run $study -j 1 -o result 2> said.txt &
    process=$!
    sleep "$moment"
    kill -"$signal" "$process" 2> /dev/null || true
    status=0
    wait "$process" 2> /dev/null || status=$?
    process=
    when="$signal after $moment s (exit $status)"
    if [ -e result ]; then
      is_whole result "$when"
      [ "$status" -eq 0 ] || [ "$signal" = KILL ] || fail "$when: and a result"
    else
      [ "$status" -ne 0 ] || fail "$when: and no result"
    fi
    case $signal/$status in
      INT/130 | TERM/130 | HUP/130) nothing_is_left "$when" ;;
      KILL/137 | */0) ;;
      INT/1?? | TERM/1?? | HUP/1??) ;;  # before the program watched for signals
      *) fail "$when" ;;
    esac
    # What was killed between giving the result its name and clearing up leaves what the next one
    # takes away.
    again=--resume
    [ ! -e result ] || again=--force
    [ "$status" -eq 0 ] || "$PROGRAM" run $study -j 2 -o result $again || fail "$when: no $again"
    is_whole result "$when, then $again"
    [ "$(ls -A | grep -c -e partial -e unfinished)" -eq 0 ] || fail "$when: something is left"
  done < moments.txt
}

test_signals_at_random_moments_leave_a_whole_result_or_none() {
  at_random_moments "${SEED:-1}" "${ROUNDS:-12}"
}

# into_a_closed_pipe ARGUMENT...: the program, once nobody reads what it says.
into_a_closed_pipe() {
  rm -f status.txt
  {
    sleep 0.2
    status=0
    "$PROGRAM" "$@" 2> said.txt || status=$?
    echo "$status" > status.txt
  } | true
}

test_a_closed_pipe_is_an_error_and_the_result_whole() {
  "$PROGRAM" run $study -o good
  into_a_closed_pipe run scenarios/minimal.json -r 4 --scale 0.3 -o result
  [ "$(cat status.txt)" -eq 6 ] || fail "ended with $(cat status.txt)"
  grep -q "cannot write the output" said.txt || fail "it does not say why"
  is_whole result "a closed pipe"
  for command in "check scenarios/minimal.json" "schema" "--help" "--version" "run --help" \
      "trace scenarios/minimal.json --person jobseekers:2025-01-02:0"; do
    into_a_closed_pipe $command
    [ "$(cat status.txt)" -eq 6 ] || fail "$command into a closed pipe ended with $(cat status.txt)"
    [ -w /dev/full ] || continue
    status=0
    "$PROGRAM" $command > /dev/full 2> said.txt || status=$?
    [ "$status" -eq 6 ] || fail "$command on a full disk ended with $status"
  done
}

# What is said must not end up in the first file that is opened.
test_closed_streams_do_no_harm() {
  "$PROGRAM" run $study -o good
  status=0
  "$PROGRAM" run scenarios/minimal.json -r 4 --scale 0.3 -o result >&- 2> said.txt || status=$?
  [ "$status" -eq 6 ] || fail "without standard output it ended with $status"
  is_whole result "without standard output"
  rm -r result
  "$PROGRAM" run scenarios/minimal.json -r 4 --scale 0.3 -o result 2>&- > said.txt ||
    fail "without standard error it ended with $?"
  is_whole result "without standard error"
  rm -r result
  "$PROGRAM" run scenarios/minimal.json -r 4 --scale 0.3 -o result <&- >&- 2>&- || true
  is_whole result "without any stream"
}

test_a_link_stays_and_what_it_leads_to_takes_the_result() {
  "$PROGRAM" run $study -o good
  mkdir elsewhere
  "$PROGRAM" run $study -o elsewhere/one --seed 99
  ln -s elsewhere/one link
  ends_with 6 "$PROGRAM" run $study -o link
  ends_with 0 "$PROGRAM" run $study -o link --force
  [ -L link ] || fail "the link is gone"
  is_whole elsewhere/one "a link"
  [ "$(ls -A elsewhere)" = one ] || fail "something is left behind"
  ln -s nowhere broken
  for option in "" --force; do
    ends_with 6 "$PROGRAM" run $study -o broken $option
    grep -q "leads nowhere" output.txt || fail "it does not say why"
  done
  mkdir precious
  echo "do not lose me" > precious/letter.txt
  ln -s precious tempting
  ends_with 6 "$PROGRAM" run $study -o tempting --force
  [ "$(cat precious/letter.txt)" = "do not lose me" ] || fail "it was replaced through a link"
  ln -s elsewhere folder
  ends_with 0 "$PROGRAM" run $study -o folder/two
  is_whole elsewhere/two "a linked folder"
}

# begin: a long run in the background, once a replication is finished.
begin() {
  "$PROGRAM" run scenarios/minimal.json -r 100000 -q -o "$1" 2> said.txt &
  process=$!
  tries=0
  until [ "$(find "$1.unfinished" -name '*.cells' 2> /dev/null | wc -l)" -ge 1 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "nothing is finished in a minute"
    sleep 0.1
  done
}

# ends_soon STATUS: what runs in the background.
ends_soon() {
  status=0
  wait "$process" || status=$?
  process=
  [ "$status" -eq "$1" ] || { cat said.txt; fail "ended with $status, not $1"; }
}

test_a_directory_that_vanishes_is_an_error() {
  mkdir folder
  begin folder/result
  rm -rf folder
  ends_soon 6
  grep -q "cannot" said.txt || fail "it does not say why"
  [ ! -e folder/result ] || fail "there is a result"
}

test_a_result_that_appears_meanwhile_is_not_replaced() {
  "$PROGRAM" size scenarios/minimal.json --resource places --target "list_length <= 100000" \
    --years 2026 -r 40 -q -j 1 -o result 2> said.txt &
  process=$!
  tries=0
  until [ "$(ls -A | grep -c partial)" -gt 0 ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || fail "it has not begun in a minute"
    sleep 0.1
  done
  mkdir result
  echo "do not lose me" > result/manifest.json
  ends_soon 6
  grep -q "exists already" said.txt || fail "it does not say why"
  [ "$(cat result/manifest.json)" = "do not lose me" ] || fail "it was replaced"
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "something is left behind"
}

# Programs in containers have the same numbers; what has the name of this one's is another's work.
test_two_programs_with_the_same_number_leave_each_other_alone() {
  cat > start.sh <<'SH'
mkdir ".result.partial-$$"
echo "do not lose me" > ".result.partial-$$/letter.txt"
exec "$@"
SH
  sh start.sh "$PROGRAM" run scenarios/minimal.json -r 100000 -q -o result 2> said.txt &
  process=$!
  sleep 1
  [ "$(cat .result.partial-*/letter.txt)" = "do not lose me" ] || fail "the work of another is gone"
  kill -INT "$process"
  ends_soon 130
  [ "$(cat .result.partial-*/letter.txt)" = "do not lose me" ] || fail "the work of another is gone"
  # Left by a killed program, it is removed once there is a result.
  "$PROGRAM" run $study -o result
  [ "$(ls -A | grep -c partial)" -eq 0 ] || fail "what a killed program left is still there"
}

test_a_size_keeps_out_of_the_way_of_another() {
  mkdir .result.partial-1
  begin result
  sized() {
    "$PROGRAM" size scenarios/minimal.json --resource places --target "list_length <= 100000" \
      --years 2026 -r 2 -q -j 1 -o result
  }
  sized || fail "the size ended with $?"
  [ ! -e .result.partial-1 ] || fail "what a killed program left is still there"
  [ "$(ls -A | grep -c partial)" -eq 1 ] || fail "the size removed what is at work"
  kill -INT "$process"
  ends_soon 130
}

# as_nobody COMMAND...: root may write anywhere.
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    "$@"
  fi
}

test_a_directory_that_may_not_be_written_is_an_error() {
  chmod 755 "$here"
  mkdir closed
  cp -r scenarios closed/
  chmod 555 closed
  as_nobody test -x "$PROGRAM" 2> /dev/null || { echo "skipped: nobody may run it"; exit 77; }
  for command in "run scenarios/minimal.json -r 2 -q -o closed/result" \
      "size scenarios/minimal.json --resource places --target list_length<=9 -q -o closed/result" \
      "compare scenarios/minimal.json scenarios/minimal.json -r 2 -q -o closed/new/result" \
      "export-parameters scenarios/minimal.json -o closed/numbers.xlsx" \
      "export-parameters scenarios/minimal.json -o closed/numbers.csv"; do
    ends_with 6 as_nobody "$PROGRAM" $command
    grep -q "Permission denied" output.txt || { cat output.txt; fail "$command does not say why"; }
  done
  [ "$(ls -A closed)" = scenarios ] || fail "something is left behind"
}

# A limit on the size of files strikes at each file that is larger.
test_a_limit_on_files_is_an_error() {
  "$PROGRAM" run $study -o good
  tried=0
  for blocks in 0 1 2 4 8 16 64 256 1000; do
    rm -rf result result.unfinished
    status=0
    (ulimit -f $blocks && exec "$PROGRAM" run $study -o result) > said.txt 2>&1 || status=$?
    if [ "$status" -eq 0 ]; then
      is_whole result "files of $blocks blocks"
      continue
    fi
    tried=$((tried + 1))
    [ "$status" -eq 6 ] || { cat said.txt; fail "files of $blocks blocks: ended with $status"; }
    nothing_is_left "files of $blocks blocks"
    "$PROGRAM" run $study -o result --resume || fail "files of $blocks blocks: no --resume"
    is_whole result "files of $blocks blocks, then --resume"
  done
  [ "$tried" -ge 3 ] || fail "no limit was met"
}

# On a disk of its own, in a space of its own where only root may mount one.
test_a_disk_that_runs_full_is_an_error() {
  cat > full.sh <<'SH'
set -u
mkdir disk
mount -t tmpfs -o size=4m none disk 2> /dev/null || exit 77
"$PROGRAM" run $STUDY -o good || exit 1
for kilobytes in 0 8 64 256 600 1000 1400 1600; do
  rm -rf disk/result disk/result.unfinished disk/filler
  head -c $(((4096 - kilobytes) * 1024)) /dev/zero > disk/filler
  status=0
  "$PROGRAM" run $STUDY -o disk/result > said.txt 2>&1 || status=$?
  echo "$kilobytes kB free: $status"
  if [ "$status" -eq 0 ]; then
    diff -r disk/result/tables good/tables || exit 1
    continue
  fi
  [ "$status" -eq 6 ] || { cat said.txt; exit 1; }
  grep -q "No space left\|disk full" said.txt || { cat said.txt; exit 1; }
  [ ! -e disk/result ] && [ -z "$(find disk -name '*partial*')" ] || { ls -A disk; exit 1; }
  rm disk/filler
  "$PROGRAM" run $STUDY -o disk/result --resume || exit 1
  diff -r disk/result/tables good/tables || exit 1
done
umount disk
SH
  export PROGRAM STUDY="$study"
  status=0
  if [ "$(id -u)" -eq 0 ]; then
    unshare -m sh full.sh || status=$?
  else
    unshare -rm sh full.sh || status=$?
  fi
  [ "$status" -ne 77 ] || { echo "skipped: no disk can be mounted here"; exit 77; }
  [ "$status" -eq 0 ] || fail "see above"
}

"$1"
