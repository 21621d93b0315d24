#!/bin/sh
# The part of tests/fresh-machine/run that runs on the fresh machine: inside.sh <command>.
set -eu

now() { date +%s; }
started=$(now)

# told <what>: reads lines and writes them behind the seconds since the start.
told() {
  while IFS= read -r line; do printf '%5s s  %s\n' "$(($(now) - started))" "$line"; done
}

note() { echo "[$*]" | told; }

size() { du -sxm "$@" 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 " MB" }'; }

quietly() {
  "$@" >/tmp/log 2>&1 </dev/null || {
    tail -n 40 /tmp/log
    exit 1
  }
}

install() {
  quietly env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

become_user() {
  install sudo
  useradd --create-home --shell /bin/sh "$FRESH_USER"
  echo "$FRESH_USER ALL=(ALL) NOPASSWD: ALL" >"/etc/sudoers.d/$FRESH_USER"
}

# planner <shell command>: run by the one who types the commands of the README.
planner() {
  if [ -n "$FRESH_USER" ]; then
    su "$FRESH_USER" -c "$1" </dev/null
  else
    sh -c "$1" </dev/null
  fi
}

# timed <command>: in the checkout; its exit code is that of the command.
timed() {
  echo "cd $checkout && $1" >/tmp/command
  { code=0; planner "$(cat /tmp/command)" 2>&1 || code=$?; echo "$code" >/tmp/code; } | told
  code=$(cat /tmp/code)
  note "exit code $code"
  return "$code"
}

. /etc/os-release
note "$PRETTY_NAME, $(nproc) cores, $(size /) on disk"
quietly apt-get update
install git
[ -z "$FRESH_USER" ] || become_user
place=/root
[ -z "$FRESH_USER" ] || place=/home/$FRESH_USER
checkout=$place/doorstroom
quietly planner "git clone /tmp/doorstroom.bundle $checkout"
note "cloned with git: from here on the commands of the README"
started=$(now)
timed "$1"
note "machine $(size /), of which checkout and build $(size "$checkout"), npm $(size "$place/.npm")"
note "once more, without the results"  # which are never overwritten unasked
quietly planner "git -C $checkout clean -fdxq output"
timed "$1"
