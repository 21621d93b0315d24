#!/bin/sh
# Runs the commands of a page of the documentation and holds their output against the page.
#
#   run_pages.sh PROGRAM REPOSITORY PAGE
#
# A block ```json file=NAME is saved; a block ```sh (or ```sh status=N) is run, unless it is marked
# ```sh not-here; a block ```text that follows must match its output, line by line, with "..." for
# anything (a line "..." for any lines). Lines that say how far a run is are left out.
set -eu

program=$1
repository=$2
page=$3
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cp -r "$repository/scenarios" "$here/scenarios"
ln -s "$program" "$here/doorstroom"
cd "$here"
export LC_ALL=C.UTF-8

# Splits the page into numbered blocks: NNN.kind, with the rest of the fence line in NNN.args.
awk '
  /^```/ && !inside { inside = 1; n++; kind = substr($1, 4); name = sprintf("block-%03d", n)
                      args = $0; sub(/^```[a-z]* */, "", args)
                      print kind > (name ".kind"); print args > (name ".args")
                      printf "" > (name ".body"); next }
  /^```/ && inside  { inside = 0; close(name ".body"); next }
  inside            { print > (name ".body") }
' "$page"

# True if the lines of file 1 match the pattern lines of file 2.
matches() {
  awk '
    function escape(s) { gsub(/[][\\.^$*+?(){}|]/, "\\\\&", s); gsub(/\\\.\\\.\\\./, ".*", s); return s }
    function squeeze(s) { gsub(/ +/, " ", s); sub(/ $/, "", s); return s }
    NR == FNR { pattern[++p] = squeeze($0); next }
    { line[++l] = squeeze($0) }
    END {
      i = 1; j = 1
      while (i <= p) {
        if (pattern[i] == "...") {
          if (i == p) exit 0
          while (j <= l && line[j] !~ ("^" escape(pattern[i + 1]) "$")) j++
        } else {
          if (j > l || line[j] !~ ("^" escape(pattern[i]) "$")) {
            print "expected: " pattern[i]; print "found:    " (j > l ? "(the end)" : line[j]); exit 1
          }
          j++
        }
        i++
      }
      if (j <= l) { print "too much:  " line[j]; exit 1 }
    }' "$2" "$1"
}

for kind_file in block-*.kind; do
  block=${kind_file%.kind}
  args=$(cat "$block.args")
  case $(cat "$kind_file") in
    json) cp "$block.body" "${args#file=}" ;;
    sh)
      [ "$args" != not-here ] || continue
      wanted=0
      case $args in status=*) wanted=${args#status=} ;; esac
      status=0
      sh -eu "$block.body" > output.txt 2>&1 || status=$?
      if [ "$status" -ne "$wanted" ]; then
        echo "$page: this ended with $status instead of $wanted:"
        cat "$block.body" output.txt
        exit 1
      fi
      sed -i '/^[0-9]* %, /d' output.txt
      ;;
    text)
      if ! matches output.txt "$block.body"; then
        echo "$page: the output differs from the page (block $block):"
        cat output.txt
        exit 1
      fi
      ;;
  esac
done
