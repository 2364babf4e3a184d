#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test.sh [--suite SUITE] [--controls]
# Takes the Flatpak through its whole life, for real: built with flatpak-builder from the manifest,
# put into one file, installed for an ordinary user, started in its sandbox, used, started by the
# desktop, and removed. test-flatpak.py has the cases. The last line is `N passed, N failed`.
#   --suite SUITE  which Debian stands in for GNOME's runtime: sid (GNOME 51, as the manifest says)
#                  or trixie (GNOME 48: the same manifest with another number)
#   --controls     only show that the cases can fail: each control breaks one thing, and the case
#                  that is there for it must not pass
# Nothing of the machine's own Flatpak set-up is seen or touched. What takes long is kept in
# LODE_FLATPAK_FOLDER (/var/tmp/lode-flatpak, about a gigabyte); the bundles, a picture of the window
# in the sandbox and the log go into build-flatpak/. Needs root: it makes a Debian tree, and becomes
# an ordinary user for the rest.
set -euo pipefail

cd "$(dirname "$0")/.."
folder=${LODE_FLATPAK_FOLDER:-/var/tmp/lode-flatpak}
suite=sid
controls=no
while [ $# -gt 0 ]; do
  case $1 in
    --suite) suite=$2; shift 2 ;;
    --controls) controls=yes; shift ;;
    *) echo "test.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
if [ "$(id -u)" != 0 ]; then
  echo "test.sh: has to be started by root" >&2
  exit 2
fi

# An account that each Debian has, and that nobody uses.
user=games
output=$PWD/build-flatpak
world=
runtime=
cleanup ()
{
  # The document portal's file system keeps both busy.
  if [ -n "$runtime" ]; then
    if mountpoint --quiet "$runtime/doc"; then umount --lazy "$runtime/doc"; fi
    rm -rf --one-file-system "$runtime"
  fi
  if [ -n "$world" ]; then
    chmod -R u+w "$world"
    rm -rf --one-file-system "$world"
  fi
}
trap cleanup EXIT

# The source without what git ignores, always in the same place: flatpak-builder's memory goes by it.
copy_source ()
{
  rm -rf "$folder/src"
  mkdir -p "$folder/src"
  if [ -e .git ]; then
    git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
      while IFS= read -r -d '' file; do
        if [ -e "$file" ]; then printf '%s\0' "$file"; fi
      done | tar --null --files-from=- --create | tar --extract --directory="$folder/src"
  else
    tar --exclude='./build*' --create . | tar --extract --directory="$folder/src"
    cp -r build-aux "$folder/src/"
  fi
  if [ "$suite" = trixie ]; then
    sed -i 's/"runtime-version": "51"/"runtime-version": "48"/' "$folder"/src/flatpak/*.json
  fi
}

# A Flatpak installation, and a system's, that are thrown away.
make_world ()
{
  cleanup
  world=$(mktemp -d /var/tmp/lode-fp.XXXX)
  mkdir -p "$world"/{user/exports/share/dbus-1/services,system,out}
  # As udev sets it where it runs: the document portal is a file system of the user's.
  runtime=/run/user/$(id -u "$user")
  install -d -m 700 -o "$user" "$runtime"
  if [ -e /dev/fuse ]; then chmod 666 /dev/fuse; fi
  if [ ! -d /tmp/.X11-unix ]; then mkdir -m 1777 /tmp/.X11-unix; fi
  chown -R "$user:" "$world" "$folder/src" "$folder/state"
  # Whoever does not own a file may not make hard links to it.
  if [ "$(stat -c %U "$folder/$suite/repo/config")" != "$user" ]; then
    chown -R "$user:" "$folder/$suite/repo"
  fi
}

run_cases ()
{
  setpriv --reuid="$user" --regid="$user" --clear-groups --inh-caps=-all \
    env -i PATH=/usr/bin:/bin:/usr/sbin USER="$user" LOGNAME="$user" TMPDIR="$world" \
    FLATPAK_USER_DIR="$world/user" FLATPAK_SYSTEM_DIR="$world/system" \
    XDG_DATA_DIRS="$world/user/exports/share:/usr/local/share:/usr/share" \
    PYTHONPATH="$folder/src/tests/support" PYTHONDONTWRITEBYTECODE=1 LODE_TEST_SLOWNESS=3 \
    "$folder/src/tests/support/with-display" --atspi -- \
    /usr/bin/python3 "$folder/src/flatpak/test-flatpak.py" \
    "file://$folder/$suite/repo" "$folder/state" "$world/out" "$@" 2>&1
}

# control NAME CASE: after the source has been broken, CASE must fail.
control ()
{
  make_world
  run_cases --until "$2" > "$output/control.log" || :
  if grep -q "^not ok [0-9]* $2$" "$output/control.log"; then
    echo "ok - $1: seen by $2"
  else
    echo "not ok - $1: not seen by $2"
    tail -40 "$output/control.log" | sed 's/^/# /'
  fi
  copy_source
}

run_controls ()
{
  local manifest=$folder/src/flatpak/io.github.lodemap.Lode.json
  local data=$folder/src/data
  sed -i '/libshumate.json/d' "$manifest"
  control 'no libshumate' build
  sed -i 's/^Icon=.*/Icon=lode/' "$data"/*.desktop.in
  control 'an icon that is not there' build
  sed -i 's/"--device=dri"/"--device=dri", "--filesystem=home"/' "$manifest"
  control 'the home folder' permissions
  sed -i 's/"--device=dri"/"--device=dri", "--filesystem=home"/' "$manifest"
  control 'the home folder, tried' sandbox-sees-no-files
  sed -i 's/"--device=dri"/"--device=dri", "--share=network"/' "$manifest"
  control 'the network, tried' sandbox-has-no-network
  sed -i 's/"--device=dri"/"--device=dri", "--talk-name=org.freedesktop.Flatpak"/' "$manifest"
  control 'the host, tried' sandbox-reaches-no-host
  sed -i 's/^Exec=.*/Exec=@BINDIR@\/nothing/' "$data"/*.Lode.service.in
  control 'a service that starts nothing' started-by-the-desktop
  sed -i 's/"\*\.said-where\.json"/"*.elsewhere"/' "$data"/*.mime.xml.in
  control 'another ending of datasets' exports
  sed -i 's/"separate-locales": false,//' "$manifest"
  control 'translations left behind' translations
  # Here, as a pipe's part has a world of its own.
  cleanup
}

count ()
{
  awk '/^ok /{ passed++ } /^not ok /{ failed++ } END {
    printf "%d passed, %d failed\n", passed, failed
    exit failed > 0 || passed == 0
  }' "$1"
}

mkdir -p "$output" "$folder/state"
flatpak/make-runtime.sh "$suite" "$folder/$suite"
flatpak/fetch-sources.sh "$folder/state"
copy_source
if [ "$controls" = yes ]; then
  run_controls | tee "$output/test.log"
else
  make_world
  run_cases | tee "$output/test.log" || :
  cp "$world"/out/*.{flatpak,png} "$output/" 2>/dev/null || :
fi
count "$output/test.log"
