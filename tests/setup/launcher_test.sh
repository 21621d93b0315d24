#!/bin/sh
# The launcher ./doorstroom in a made-up checkout, with stand-ins for cmake, dpkg-query, apt-get and
# sudo on the path that write down how they were called. Called by ctest with the name of one test.
set -eu

source_top=$(readlink -f "$0")
source_top=${source_top%/tests/setup/*}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checkout="$work/a checkout"
calls=$work/calls
unset DOORSTROOM_FAKE_BUILD DOORSTROOM_FAKE_MISSING 2>/dev/null || true

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# expect <what> <expected> <found>
expect() { [ "$2" = "$3" ] || fail "$1: expected '$2', found '$3'"; }

# calls_of <stand-in> [words]: how often it was called with them.
calls_of() { grep -c "^$1.*${2:-}" "$calls" || true; }

# stand_in <name>: a command on the path made of the script on standard input.
stand_in() {
  { echo '#!/bin/sh'; echo "echo \"$1 \$*\" >>'$calls'"; cat; } >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}

make_checkout() {
  mkdir -p "$checkout/sim/base" "$checkout/include" "$work/bin" "$work/elsewhere"
  cp "$source_top/doorstroom" "$checkout/"
  cp -r "$source_top/sim/setup" "$checkout/sim/"
  touch "$checkout/CMakeLists.txt" "$checkout/CMakePresets.json" "$checkout/sim/base/day.cpp"
  : >"$calls"
  # The stand-in for cmake "builds" a program that shows its arguments and exits with the code that
  # the first of them names.
  stand_in cmake <<'CMAKE'
case $* in *--build*) ;; *) exit 0 ;; esac
sleep "${DOORSTROOM_FAKE_SLOW:-0}"
if [ "${DOORSTROOM_FAKE_BUILD:-}" = fails ]; then echo "error: no such thing"; exit 1; fi
echo "words of the compiler"
mkdir -p build/release/sim
cat >build/release/sim/doorstroom <<'PROGRAM'
#!/bin/sh
echo "program in $PWD"
for argument in "$@"; do echo "<$argument>"; done
case ${1:-} in exit*) exit "${1#exit}" ;; esac
PROGRAM
chmod +x build/release/sim/doorstroom
CMAKE
  stand_in dpkg-query <<'DPKG'
case " ${DOORSTROOM_FAKE_MISSING:-} " in
  *" $4 "*) [ -e "${DOORSTROOM_FAKE_INSTALLED:-/nowhere}" ] || exit 1 ;;
esac
echo "ii "
DPKG
  stand_in apt-get <<'APT'
case $* in
  *update*) ;;
  *) echo "Reading package lists..."
     if [ "${DOORSTROOM_FAKE_APT:-}" = fails ]; then echo "E: no such package"; exit 100; fi ;;
esac
APT
  PATH=$work/bin:$PATH
}

launch() { "$checkout/doorstroom" "$@" 2>"$work/err"; }

test_builds_once_and_passes_arguments_on() {
  make_checkout
  said=$(launch run 'two words' '*' '')
  expect "output" "program in $PWD
<run>
<two words>
<*>
<>" "$said"
  expect "builds" 1 "$(calls_of cmake --build)"
  grep -q 'building the program, about a minute' "$work/err" || fail "no word about the build"
  launch >/dev/null
  expect "builds" 1 "$(calls_of cmake --build)"
  expect "words on a later start" "" "$(cat "$work/err")"
}

test_is_quiet_about_the_build() {
  make_checkout
  expect "output" "program in $PWD" "$(launch)"
  if grep -q compiler "$work/err"; then fail "the compiler is heard"; fi
  grep -q compiler "$checkout/build/release/build.log" || fail "no log"
}

test_passes_exit_codes_on() {
  make_checkout
  for code in 0 2 3 70; do
    found=0
    launch "exit$code" >/dev/null || found=$?
    expect "exit code" "$code" "$found"
  done
}

test_works_from_anywhere_and_through_links() {
  make_checkout
  ln -s "$checkout/doorstroom" "$work/elsewhere/a link"
  cd "$work/elsewhere"
  expect "output" "program in $(pwd -P)" "$("./a link" 2>/dev/null)"
  expect "output" "program in $(pwd -P)" "$("../a checkout/doorstroom" 2>/dev/null)"
  mkdir "$work/path"
  ln -s "$work/elsewhere/a link" "$work/path/doorstroom-link"
  expect "output" "program in $(pwd -P)" "$(PATH=$work/path:$PATH doorstroom-link 2>/dev/null)"
  expect "builds" 1 "$(calls_of cmake --build)"
}

test_later_starts_write_nothing() {
  make_checkout
  launch >/dev/null
  find "$checkout" | sort >"$work/before"
  find "$checkout" -type f -exec cksum {} + | sort >>"$work/before"
  launch >/dev/null
  find "$checkout" | sort >"$work/after"
  find "$checkout" -type f -exec cksum {} + | sort >>"$work/after"
  cmp "$work/before" "$work/after" || fail "a later start wrote something"
}

# builds_after <what was done>: the next start builds, the one after it does not.
builds_after() {
  before=$(calls_of cmake --build)
  launch >/dev/null
  expect "builds after $1" $((before + 1)) "$(calls_of cmake --build)"
  launch >/dev/null
  expect "builds later, after $1" $((before + 1)) "$(calls_of cmake --build)"
}

test_builds_again_after_changes() {
  make_checkout
  launch >/dev/null
  sleep 0.05 # beyond the resolution of file times
  touch "$checkout/sim/base/day.cpp"
  builds_after "an edited source"
  grep -q . "$work/err" && fail "words without a build"
  sleep 0.05
  touch "$checkout/CMakePresets.json"
  builds_after "an edited preset"
  sleep 0.05
  touch -d '2 years ago' "$checkout/include/old.hpp"
  builds_after "a new but old header"
  sleep 0.05
  rm "$checkout/sim/base/day.cpp"
  builds_after "a source that went"
  rm "$checkout/build/release/sim/doorstroom"
  builds_after "the program went"
  sleep 0.05
  mkdir -p "$checkout/.git/logs"
  touch "$checkout/.git/logs/HEAD"
  builds_after "a commit"
}

test_builds_again_after_a_change_during_the_build() {
  make_checkout
  export DOORSTROOM_FAKE_SLOW=0.5
  launch >/dev/null &
  until [ "$(calls_of cmake --build)" = 1 ]; do sleep 0.02; done
  touch "$checkout/sim/base/day.cpp"
  wait $!
  builds_after "a change during the build"
}

test_other_changes_do_not_build() {
  make_checkout
  launch >/dev/null
  sleep 0.05
  mkdir -p "$checkout/scenarios" "$checkout/tests" "$checkout/sim/report/page/node_modules"
  launch >/dev/null # the new folder in sim is a change
  before=$(calls_of cmake --build)
  sleep 0.05
  touch "$checkout/scenarios/mine.json" "$checkout/tests/new" \
    "$checkout/sim/report/page/node_modules/package.json"
  launch >/dev/null
  expect "builds" "$before" "$(calls_of cmake --build)"
}

test_shows_the_log_when_the_build_fails() {
  make_checkout
  code=0
  DOORSTROOM_FAKE_BUILD=fails launch run >"$work/out" || code=$?
  expect "exit code" 69 "$code"
  expect "standard output" "" "$(cat "$work/out")"
  grep -q 'error: no such thing' "$work/err" || fail "the error is not shown"
  grep -q 'build/release/build.log' "$work/err" || fail "the log is not named"
  builds_after "a failed build"
}

test_a_failed_rebuild_does_not_start_the_old_program() {
  make_checkout
  launch >/dev/null
  sleep 0.05
  touch "$checkout/sim/base/day.cpp"
  if DOORSTROOM_FAKE_BUILD=fails launch >"$work/out"; then fail "started"; fi
  expect "standard output" "" "$(cat "$work/out")"
}

test_two_starts_build_once() {
  make_checkout
  export DOORSTROOM_FAKE_SLOW=0.5
  "$checkout/doorstroom" one >"$work/one" 2>/dev/null &
  first=$!
  "$checkout/doorstroom" two >"$work/two" 2>/dev/null
  wait "$first"
  expect "builds" 1 "$(calls_of cmake --build)"
  grep -qx '<one>' "$work/one" || fail "the first lost its argument"
  grep -qx '<two>' "$work/two" || fail "the second lost its argument"
}

test_keeps_the_options_of_a_developer() {
  make_checkout
  mkdir -p "$checkout/build/release"
  echo "DOORSTROOM_TESTS:BOOL=ON" >"$checkout/build/release/CMakeCache.txt"
  launch >/dev/null
  expect "configured with tests" 1 "$(calls_of cmake 'preset release.*DOORSTROOM_TESTS=ON')"
  expect "configured with benchmarks" 0 "$(calls_of cmake 'DOORSTROOM_BENCH=ON')"
}

test_starts_afresh_where_the_build_folder_belongs_elsewhere() {
  make_checkout
  mkdir -p "$checkout/build/release"
  echo "CMAKE_HOME_DIRECTORY:INTERNAL=/elsewhere" >"$checkout/build/release/CMakeCache.txt"
  launch >/dev/null
  expect "fresh" 1 "$(calls_of cmake --fresh)"
  echo "CMAKE_HOME_DIRECTORY:INTERNAL=$checkout" >"$checkout/build/release/CMakeCache.txt"
  sleep 0.05
  touch "$checkout/sim/base/day.cpp"
  launch >/dev/null
  expect "fresh" 1 "$(calls_of cmake --fresh)"
}

# who_am_i <user number>
who_am_i() { stand_in id <<ID
echo $1
ID
}

test_installs_what_is_missing() {
  make_checkout
  who_am_i 0
  DOORSTROOM_FAKE_MISSING="libfmt-dev libboost-dev libboost1.*-dev" launch >"$work/out"
  expect "standard output" "program in $PWD" "$(cat "$work/out")"
  grep -q 'installing with apt.*: libboost-dev libfmt-dev$' "$work/err" || fail "not said"
  expect "installs" 1 "$(calls_of apt-get 'install.* libboost-dev libfmt-dev$')"
  if grep -q Reading "$work/err"; then fail "apt is heard"; fi
}

test_takes_what_serves_as_well() {
  make_checkout
  who_am_i 0
  stand_in npm </dev/null
  DOORSTROOM_FAKE_MISSING="npm libboost-dev" launch >/dev/null
  expect "calls of apt" 0 "$(calls_of apt-get)"
}

test_installs_with_sudo() {
  make_checkout
  who_am_i 1000
  stand_in sudo <<'SUDO'
[ "$1" = -n ] && exit 0
"$@"
SUDO
  DOORSTROOM_FAKE_MISSING=libfmt-dev launch >/dev/null
  expect "installs" 1 "$(calls_of sudo 'env.*apt-get .*install.* libfmt-dev$')"
}

test_says_what_to_install_where_nobody_may() {
  make_checkout
  who_am_i 1000
  stand_in sudo <<'SUDO'
exit 1
SUDO
  code=0
  DOORSTROOM_FAKE_MISSING="libfmt-dev libmd-dev" launch >"$work/out" || code=$?
  expect "exit code" 69 "$code"
  grep -q '^  apt-get install --no-install-recommends libfmt-dev libmd-dev$' "$work/err" ||
    fail "the packages are not named"
  expect "builds" 0 "$(calls_of cmake)"
}

test_shows_why_installing_failed() {
  make_checkout
  who_am_i 0
  code=0
  DOORSTROOM_FAKE_APT=fails DOORSTROOM_FAKE_MISSING=libfmt-dev launch >/dev/null || code=$?
  expect "exit code" 69 "$code"
  grep -q 'E: no such package' "$work/err" || fail "the reason is not shown"
}

# The quickest of twenty starts, because other tests run beside this one.
test_later_starts_are_quick() {
  make_checkout
  for i in $(seq 400); do : >"$checkout/sim/base/file_$i.cpp"; done
  launch >/dev/null
  quickest=1000000
  for i in $(seq 20); do
    start=$(date +%s%N)
    "$checkout/doorstroom" >/dev/null
    spent=$((($(date +%s%N) - start) / 1000))
    [ "$spent" -ge "$quickest" ] || quickest=$spent
  done
  echo "a start costs $quickest microseconds"
  [ "$quickest" -le 20000 ] || fail "a start costs $quickest microseconds"
}

"$1"
