# What ./doorstroom and tests/run share: saying what happens, installing what is missing, building.
# Sourced (POSIX sh) with `home` set to the top of the checkout and `speaker` to who is talking.
# Everything said goes to stderr; details go to build/*.log and are shown when something fails.
# shellcheck shell=sh disable=SC2154 # whoever sources this sets home and speaker

setup_failed=69  # exit code when the program could not be made ready

say() { printf '%s: %s\n' "$speaker" "$*" >&2; }

# fail <message>...: the first line as said by the speaker, the others below it; ends the script.
fail() {
  say "$1"
  shift
  for line in "$@"; do printf '  %s\n' "$line" >&2; done
  exit "$setup_failed"
}

# show_log <file>: the end of it, where the error is.
show_log() {
  tail -n 40 "$1" | sed 's/^/  | /' >&2
  say "the whole log: $1"
}

# duration <seconds>: "8 s", "3 min 20 s".
duration() {
  if [ "$1" -lt 60 ]; then echo "$1 s"; else echo "$(($1 / 60)) min $(($1 % 60)) s"; fi
}

# one_at_a_time <command>...: waits while another call of it, from any script, is at work.
one_at_a_time() (
  if ! mkdir -p "$home/build" 2>/dev/null || ! [ -w "$home/build" ]; then
    fail "cannot write to $home/build, where the program is built"
  fi
  exec 9>"$home/build/.lock"
  if ! flock -n 9; then
    say "waiting for another start that is getting ready"
    flock 9
  fi
  "$@"
)

# --- packages -------------------------------------------------------------------------------------

# listed_packages <list>...: the lines of sim/setup/packages-<list>.txt without their comments.
listed_packages() (
  for list in "$@"; do
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$home/sim/setup/packages-$list.txt"
  done
)

# is_present <package, pattern of packages or command:name>
is_present() {
  case $1 in
    command:*) command -v "${1#command:}" >/dev/null 2>&1 ;;
    *) dpkg-query -W -f '${db:Status-Abbrev}\n' "$1" 2>/dev/null | grep -q '^.i' ;;
  esac
}

any_present() {
  for candidate in "$@"; do
    if is_present "$candidate"; then return 0; fi
  done
  return 1
}

# missing_packages <list>...: the packages of the lists that nothing installed stands in for.
missing_packages() (
  set -f # the patterns are for dpkg-query
  listed_packages "$@" | while read -r package instead; do
    # shellcheck disable=SC2086 # one word, one candidate
    any_present "$package" $instead || printf '%s ' "$package"
  done
)

# need_packages <list>...: installs what is missing of them.
need_packages() {
  missing=$(missing_packages "$@")
  missing=${missing% }
  if [ -z "$missing" ]; then return; fi
  if ! command -v apt-get >/dev/null 2>&1 || ! command -v dpkg-query >/dev/null 2>&1; then
    say "cannot see whether these Debian packages or their like are installed, going on: $missing"
    return
  fi
  become_root
  say "installing with apt (about a minute): $missing"
  # shellcheck disable=SC2086 # a list of words
  install_packages $missing >"$home/build/install.log" 2>&1 </dev/null || {
    show_log "$home/build/install.log"
    fail "could not install what is missing. By hand, as root:" "$(install_command)"
  }
}

install_command() { echo "apt-get install --no-install-recommends $missing"; }

# become_root: sets `as_root`, the words before a command that root must run.
become_root() {
  if [ "$(id -u)" = 0 ]; then
    as_root=
  elif command -v sudo >/dev/null 2>&1 && may_use_sudo; then
    as_root=sudo
  else
    fail "some packages are missing and only root can install them. As root:" "$(install_command)"
  fi
}

# may_use_sudo: without a password, or by asking for it where there is a terminal.
may_use_sudo() {
  if sudo -n true 2>/dev/null; then return 0; fi
  if ! [ -t 2 ]; then return 1; fi
  say "sudo will ask for your password, to install: $missing"
  sudo -v
}

install_packages() {
  as_apt update || echo "The package lists could not be refreshed; trying with those there are."
  as_apt install -y --no-install-recommends --no-remove "$@"
}

as_apt() {
  # shellcheck disable=SC2086 # no word or one
  $as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    apt-get -q -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@"
}

# --- build ----------------------------------------------------------------------------------------

# build_jobs: how many compilers at once; each is given 700 MB.
build_jobs() (
  cores=$(nproc)
  memory=$(awk '/^MemAvailable:/ { print int($2 / 700000) }' /proc/meminfo 2>/dev/null || true)
  if [ "${memory:-$cores}" -lt "$cores" ]; then cores=$memory; fi
  if [ "$cores" -lt 1 ]; then cores=1; fi
  echo "${CMAKE_BUILD_PARALLEL_LEVEL:-$cores}"
)

# expected_time <folder>...: how long compiling everything in them takes, in words.
expected_time() (
  cd "$home" || exit
  files=$(find "$@" -name '*.cpp' | wc -l)
  minutes=$(((10 + files * 3 / $(build_jobs)) / 60 + 1))
  if [ "$minutes" = 1 ]; then echo "a minute"; else echo "$minutes minutes"; fi
)

# kept_option <preset> <option>: its value in a folder that was configured before, otherwise OFF.
kept_option() (
  kept=$(sed -n "s/^$2:BOOL=//p" "$home/build/$1/CMakeCache.txt" 2>/dev/null || true)
  echo "${kept:-OFF}"
)

# build <preset> <target> [cmake option]...: into build/<preset>, silently unless it fails.
build() (
  log=$home/build/$1/build.log
  mkdir -p "$home/build/$1"
  configure_and_compile "$@" >"$log" 2>&1 </dev/null || {
    show_log "$log"
    fail "the build failed"
  }
)

configure_and_compile() {
  preset=$1
  target=$2
  shift 2
  cd "$home" || return
  # A checkout that was moved or copied brings a build folder that belongs elsewhere.
  fresh=
  if ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$home" "build/$preset/CMakeCache.txt" 2>/dev/null
  then fresh=--fresh; fi
  # shellcheck disable=SC2086 # no word or one
  cmake --preset "$preset" $fresh "$@" &&
    cmake --build --preset "$preset" --target "$target" -j "$(build_jobs)"
}
