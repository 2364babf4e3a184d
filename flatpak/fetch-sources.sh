#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fetch-sources.sh STATE
# Puts the archives that the manifest's modules are built from where flatpak-builder looks before it
# downloads: STATE/downloads/SHA256/NAME. They come from Debian, whose .orig archives are upstream's
# files byte for byte, so that a machine that reaches nothing but a Debian mirror can build, too. An
# archive is found by its SHA-256 alone, and checked against it.
set -euo pipefail

state=$(readlink -m "$1")
cd "$(dirname "$0")"
suites=(sid trixie)
apt=$(mktemp -d)
trap 'rm -rf "$apt"' EXIT

# Lists of source packages, in a folder of their own: the machine's own lists stay as they are.
update ()
{
  local mirror suite
  # shellcheck disable=SC2016 # apt-get's own variable
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
    grep -m 1 '/debian/\?$')
  mkdir -p "$apt"/lists/partial "$apt"/archives/partial
  : > "$apt/status"
  for suite in "${suites[@]}"; do
    echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
  done > "$apt/sources.list"
  cat > "$apt/apt.conf" <<EOF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt";
APT::Sandbox::User "root";
Acquire::Languages "none";
EOF
  export APT_CONFIG=$apt/apt.conf
  apt-get -qq update
  echo "${mirror%/}" > "$apt/mirror"
}

# The path below the mirror of the file that has this SHA-256.
find_in_debian ()
{
  local list
  for list in "$apt"/lists/*_Sources*; do
    /usr/lib/apt/apt-helper cat-file "$list" | awk -v wanted="$1" '
      /^$/ { if (file != "") print folder "/" file; folder = file = "" }
      $1 == "Directory:" { folder = $2 }
      $1 == wanted && NF == 3 { file = $3 }
      END { if (file != "") print folder "/" file }'
  done | sed -n 1p
}

jq -r '.sources[] | [.sha256, .url] | @tsv' protobuf-c.json libshumate.json |
  while IFS=$'\t' read -r sha256 url; do
    target=$state/downloads/$sha256/${url##*/}
    if [ -e "$target" ]; then
      continue
    fi
    if [ ! -e "$apt/mirror" ]; then
      update
    fi
    export APT_CONFIG=$apt/apt.conf
    path=$(find_in_debian "$sha256")
    if [ -z "$path" ]; then
      echo "fetch-sources.sh: Debian has no file with the SHA-256 of ${url##*/}" >&2
      exit 1
    fi
    mkdir -p "${target%/*}"
    /usr/lib/apt/apt-helper download-file "$(cat "$apt/mirror")/$path" "$target" "SHA256:$sha256"
  done
