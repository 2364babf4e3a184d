#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build.sh [--remote NAME] [--state FOLDER] [--output FOLDER] [ID]
# Builds the Flatpak and puts it into one file that can be installed: FOLDER/ID.flatpak.
#   --remote NAME    where the runtime and the SDK are installed from (flathub)
#   --state FOLDER   what flatpak-builder keeps from one time to the next (build-flatpak/state)
#   --output FOLDER  build-flatpak
#   ID               io.github.lodemap.Lode, or with .Devel at its end for the one in development
# RUNTIME_REPO in the environment is written into the file: the address of a .flatpakrepo from which
# whoever installs it can have the runtime.
set -euo pipefail

root=$(dirname "$(dirname "$(readlink -f "$0")")")
remote=flathub
output=$root/build-flatpak
state=
while [ $# -gt 0 ]; do
  case $1 in
    --remote) remote=$2; shift 2 ;;
    --state) state=$(readlink -m "$2"); shift 2 ;;
    --output) output=$(readlink -m "$2"); shift 2 ;;
    *) break ;;
  esac
done
id=${1:-io.github.lodemap.Lode}
state=${state:-$output/state}

# Without FUSE: not every machine that builds has it. Nothing is downloaded that is there already.
flatpak-builder --user --install-deps-from="$remote" --disable-rofiles-fuse --force-clean \
  --rebuild-on-sdk-change --default-branch=stable --state-dir="$state" --repo="$output/repo" \
  "$output/build" "$root/flatpak/$id.json"
rm -rf "$output/build"
flatpak build-bundle ${RUNTIME_REPO:+--runtime-repo="$RUNTIME_REPO"} \
  "$output/repo" "$output/$id.flatpak" "$id" stable
echo "Built $output/$id.flatpak. To install it: flatpak install --user $output/$id.flatpak"
