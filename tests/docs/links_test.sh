#!/bin/sh
# Every link of the documentation to another file of the repository leads somewhere.
#   links_test.sh <test>
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd)

pages() {
  find "$top" \( -name node_modules -o -name build -o -name 'build-*' \) -prune -o \
    -name '*.md' -print
}

# links_of <page>: what it links to, without the place within the page.
links_of() {
  grep -o ']([^)]*)' "$1" | sed 's/^](//; s/)$//; s/#.*//' | grep -v -e '^[a-z]*://' -e '^$' || true
}

test_every_link_leads_somewhere() {
  found=0
  for page in $(pages); do
    for link in $(links_of "$page"); do
      found=$((found + 1))
      [ -e "$(dirname "$page")/$link" ] || { echo "${page#"$top"/}: there is no $link"; lost=1; }
    done
  done
  [ "$found" -gt 20 ] || { echo "only $found links found: is this test looking?"; lost=1; }
  [ -z "${lost:-}" ]
}

"$1"
