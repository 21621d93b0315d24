# What the tests of the program share, to be read by them: a directory of their own with a copy of
# the scenarios. PROGRAM is the program, SCENARIOS the folder with the scenarios.
set -eu

here=$(mktemp -d)
process=  # what a test has running beside it
trap '[ -z "$process" ] || kill -KILL "$process" 2> /dev/null || true
      chmod -R u+w "$here"; rm -rf "$here"' EXIT
cp -r "$SCENARIOS" "$here/scenarios"
cd "$here"

fail() { echo "FAILED: $*"; exit 1; }

# run SCENARIO DIRECTORY [OPTION...]: a short run that must succeed.
run() {
  file=$1
  directory=$2
  shift 2
  "$PROGRAM" run "$file" -o "$directory" -q -r 4 "$@" || fail "run $file ended with $?"
}

# ends_with STATUS COMMAND...
ends_with() {
  wanted=$1
  shift
  status=0
  "$@" > output.txt 2>&1 || status=$?
  [ "$status" -eq "$wanted" ] || { cat output.txt; fail "$* ended with $status, not $wanted"; }
}

same() { cmp "$1" "$2" || fail "$1 and $2 differ"; }
