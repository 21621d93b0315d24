#!/bin/sh
# What cmake --install puts in place. Called by ctest with the name of one test; BUILD is the build
# folder, CMAKE the cmake that made it.
set -eu

here=$(dirname "$(readlink -f "$0")")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; fail "$*"; }; }

install_it() { quietly "$CMAKE" --install "$BUILD" --prefix "$prefix"; }

test_program_guides_and_scenarios_are_installed() {
  install_it
  "$prefix/bin/doorstroom" --version | grep -q '[0-9]\.[0-9]' || fail "no version"
  [ -s "$prefix/share/doc/doorstroom/LICENSE" ] || fail "no licence"
  [ -d "$prefix/share/doc/doorstroom/adr" ] || fail "no guides"
  if [ -d "$here/../../scenarios" ]; then
    [ -d "$prefix/share/doorstroom/scenarios" ] || fail "no scenarios"
  fi
}

test_an_outside_project_finds_and_links_the_library() {
  install_it
  quietly "$CMAKE" -G Ninja -S "$here/outside" -B "$work/build" -D CMAKE_BUILD_TYPE=Release \
    -D CMAKE_PREFIX_PATH="$prefix" -D CMAKE_CXX_COMPILER="$CXX"
  quietly "$CMAKE" --build "$work/build"
  "$work/build/outside" >"$work/said"
  grep -q '^doorstroom [0-9]' "$work/said" || fail "no version: $(cat "$work/said")"
  grep -qx '2017-01-01' "$work/said" || fail "no date: $(cat "$work/said")"
}

test_nothing_installed_names_the_checkout() {
  install_it
  if grep -rIlF "$(readlink -f "$here/../..")" "$prefix"; then
    fail "these name the checkout"
  fi
}

"$1"
