#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# make-runtime.sh SUITE FOLDER
# Makes stand-ins for org.gnome.Platform and org.gnome.Sdk from Debian's packages, so that the
# manifest can be built, installed and run as it is where Flathub cannot be reached. SUITE is
#   sid     GNOME 51, which the manifest asks for: branch 51
#   trixie  GNOME 48, for a look back: branch 48
# FOLDER/repo is then an OSTree repository that flatpak takes as a remote. A stand-in shows that
# manifest, packaging and permissions work; the true runtime has other binaries. What that one lacks
# (libshumate, protobuf-c) is left out here, too: a manifest that forgets it has to fail.
# Needs root, mmdebstrap, ostree and flatpak. Made once; again if this script or SUITE is another.
set -euo pipefail

# What GNOME's runtime has of a GTK program's needs; the rest comes as their dependencies. dbus-x11
# keeps dconf from asking for systemd.
platform_packages=(
  bash ca-certificates tzdata libglib2.0-bin dbus-bin dbus-x11 libgtk-4-1 libadwaita-1-0
  libjson-glib-1.0-0 libsoup-3.0-0 libsqlite3-0 glib-networking dconf-gsettings-backend
  gsettings-desktop-schemas librsvg2-common adwaita-icon-theme hicolor-icon-theme shared-mime-info
  fontconfig fonts-cantarell fonts-dejavu-core xkb-data locales
)
# What its SDK adds, as far as modules in C with Meson or autotools use it.
sdk_packages=(
  gcc g++ libc6-dev binutils make pkgconf meson ninja-build patch xz-utils gettext gperf python3
  desktop-file-utils appstream appstream-compose libgtk-4-bin libglib2.0-dev libgtk-4-dev
  libadwaita-1-dev libjson-glib-dev libsoup-3.0-dev libsqlite3-dev libxml2-utils
)

# --- The hooks: mmdebstrap calls this script again, with the tree that it has made

# The drivers for a graphics card are 200 MB, and a window that cairo draws needs none: an empty
# package that says it is they.
leave_out_mesa ()
{
  local tree=$1 package
  package=$(mktemp -d)
  chmod 755 "$package"
  mkdir "$package/DEBIAN"
  cat > "$package/DEBIAN/control" <<EOF
Package: lode-no-mesa
Version: 1
Architecture: all
Maintainer: nobody <nobody@localhost>
Provides: libegl-mesa0 (= 99), libglx-mesa0 (= 99), libgl1-mesa-dri (= 99)
Description: stands where graphics drivers would
EOF
  dpkg-deb --build "$package" "$tree/tmp/no-mesa.deb" > /dev/null
  chroot "$tree" dpkg --install /tmp/no-mesa.deb > /dev/null
  rm -r "$package" "$tree/tmp/no-mesa.deb"
}

# What an installed Debian has and a runtime has not.
prune ()
{
  local usr=$1
  rm -rf "$usr"/{games,local,src} "$usr"/lib/{apt,dpkg,systemd,init,udev,tmpfiles.d,sysusers.d} \
    "$usr"/share/{doc,man,info,lintian,bug,doc-base,debconf,dpkg,gtk-doc,menu,i18n} \
    "$usr"/bin/{apt,dpkg,deb-,debconf}* "$usr"/sbin/dpkg* "$usr"/libexec/gcc/*/*/lto1 \
    "$usr"/etc/{apt,dpkg,systemd,init.d,default,logrotate.d,pam.d,pam.conf,security,skel} \
    "$usr"/etc/cron.* "$usr"/etc/rc?.d "$usr"/etc/debconf.conf "$usr"/etc/.pwd.lock \
    "$usr"/etc/{passwd,group,shadow,gshadow,subuid,subgid}{,-} \
    "$usr"/etc/{hostname,hosts,resolv.conf,machine-id,mtab,fstab,localtime,timezone,motd,issue}
  # In sid GTK brings Mesa in by another way.
  rm -rf "$usr"/lib/*/{libLLVM,libgallium,libz3.so}* "$usr"/lib/*/dri
  find "$usr" -name __pycache__ -prune -exec rm -rf {} +
}

# Where a runtime is set up in another way than Debian.
adapt ()
{
  local usr=$1
  # An empty file tells flatpak to write one that names /app/lib.
  rm -rf "$usr"/etc/ld.so.cache "$usr"/etc/ld.so.conf.d "$usr"/etc/ld.so.conf
  : > "$usr/etc/ld.so.conf"
  # Meson then installs into lib, as it does in the true SDK.
  rm -f "$usr/etc/debian_version"
  if [ -d "$usr/lib64" ] && [ ! -L "$usr/lib64" ]; then
    rm -rf "${usr:?}/lib64"
    ln -s "lib/$(uname -m)-linux-gnu" "$usr/lib64"
  fi
  cat > "$usr/etc/fonts/conf.d/05-flatpak.conf" <<'EOF'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir>
  <dir>/run/host/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
EOF
  rm -f "$usr/etc/nsswitch.conf"
  printf 'passwd: files\ngroup: files\nhosts: files dns\n' > "$usr/etc/nsswitch.conf"
}

# flatpak-builder before 1.4 starts appstream-compose in the SDK, and has moved the metainfo to a
# folder that AppStream no longer reads.
write_appstream_compose ()
{
  cat > "$1/bin/appstream-compose" <<'EOF'
#!/bin/sh
set -e
for argument; do
  case $argument in
    --prefix=*) prefix=${argument#*=} ;;
    --basename=*) name=${argument#*=} ;;
    --*) ;;
    *) id=$argument ;;
  esac
done
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/usr/share/metainfo"
for folder in applications icons locale; do
  if [ -d "$prefix/share/$folder" ]; then cp -r "$prefix/share/$folder" "$copy/usr/share/"; fi
done
for file in "$prefix"/share/metainfo/*.xml "$prefix"/share/appdata/*.xml; do
  plain=${file##*/}
  plain=${plain%.appdata.xml}
  if [ -e "$file" ]; then
    cp "$file" "$copy/usr/share/metainfo/${plain%.metainfo.xml}.metainfo.xml"
  fi
done
appstreamcli compose --no-net --print-report=full --prefix=/usr --origin="$name" \
  --result-root="$prefix" --data-dir="$prefix/share/app-info/xmls" \
  --icons-dir="$prefix/share/app-info/icons/flatpak" --components="$id,$id.desktop" "$copy"
EOF
  chmod 755 "$1/bin/appstream-compose"
}

write_compiler_flags ()
{
  local flags='-O2 -pipe -g -Wp,-D_FORTIFY_SOURCE=3 -fexceptions -fstack-protector-strong'
  flags+=' -fstack-clash-protection -fcf-protection'
  mkdir -p "$1/etc/flatpak-builder"
  cat > "$1/etc/flatpak-builder/defaults.json" <<EOF
{ "cflags": "$flags", "cxxflags": "$flags", "cppflags": "",
  "ldflags": "-L/app/lib -Wl,-z,relro,-z,now -Wl,--as-needed" }
EOF
}

# Puts the tree as it now is into the repository, as runtime NAME. The tree goes on to grow: what is
# changed here are copies of /etc, and hard links of /usr that are taken away or made anew.
commit_runtime ()
{
  local tree=$1 name=$2 stage=$FOLDER/stage
  local usr=$stage/usr
  rm -rf "$stage" "$tree"/var/cache/apt/archives/*.deb
  mkdir -p "$stage"
  cp -al "$tree/usr" "$usr"
  cp -a "$tree/etc" "$usr/etc"
  prune "$usr"
  adapt "$usr"
  if [ "$name" = org.gnome.Sdk ]; then
    write_compiler_flags "$usr"
    write_appstream_compose "$usr"
  else
    rm -rf "$usr"/include "$usr"/lib/*/pkgconfig "$usr"/share/pkgconfig "$usr"/bin/perl* \
      "$usr"/lib/*/perl* "$usr"/share/perl*
  fi
  cat > "$stage/metadata" <<EOF
[Runtime]
name=$name
runtime=org.gnome.Platform/$ARCH/$BRANCH
sdk=org.gnome.Sdk/$ARCH/$BRANCH

[Environment]
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
EOF
  flatpak build-export --runtime --files=usr --disable-fsync --no-update-summary --arch="$ARCH" \
    --subject="Stand-in for $name, of Debian $SUITE" "$FOLDER/repo" "$stage" "$BRANCH" > /dev/null
  rm -rf "$stage"
}

case $1 in
  hook-essential)
    leave_out_mesa "$2"
    exit
    ;;
  hook-platform)
    chroot "$2" localedef -i en_US -f UTF-8 en_US.UTF-8
    commit_runtime "$2" org.gnome.Platform
    exit
    ;;
  hook-sdk)
    DEBIAN_FRONTEND=noninteractive chroot "$2" apt-get -qq -y install "${sdk_packages[@]}" \
      > "$FOLDER/sdk.log" 2>&1 || { tail -20 "$FOLDER/sdk.log" >&2; exit 1; }
    commit_runtime "$2" org.gnome.Sdk
    exit
    ;;
esac

# --- From here on: what a person calls

export SUITE=$1 FOLDER ARCH BRANCH
FOLDER=$(readlink -m "$2")
ARCH=$(flatpak --default-arch)
case $SUITE in
  sid) BRANCH=51 ;;
  trixie) BRANCH=48 ;;
  *) echo "make-runtime.sh: $SUITE is neither sid nor trixie" >&2; exit 2 ;;
esac

self=$(readlink -f "$0")
stamp="$SUITE $(sha256sum < "$self")"
if [ "$(cat "$FOLDER/stamp" 2>/dev/null)" = "$stamp" ]; then
  exit
fi

# The mirror that this machine takes its own packages from, and its word on old copies.
# shellcheck disable=SC2016 # apt-get's own variable
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
  grep -m 1 '/debian/\?$')
valid_until=$(apt-config shell value Acquire::Check-Valid-Until/b | sed -n "s/^value='\(.*\)'$/\1/p")

echo "Making a stand-in for GNOME $BRANCH from Debian $SUITE, in $FOLDER"
rm -rf "$FOLDER"
mkdir -p "$FOLDER"
ostree init --repo="$FOLDER/repo" --mode=bare-user-only
mmdebstrap --quiet --variant=apt --components=main \
  --include="$(IFS=,; echo "${platform_packages[*]}")" \
  --dpkgopt=force-unsafe-io \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
  --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/gtk-doc/*' \
  --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
  ${valid_until:+--aptopt="Acquire::Check-Valid-Until \"$valid_until\""} \
  --essential-hook="'$self' hook-essential \"\$1\"" \
  --customize-hook="'$self' hook-platform \"\$1\"" \
  --customize-hook="'$self' hook-sdk \"\$1\"" \
  "$SUITE" "$FOLDER/tree" "$mirror"
rm -rf --one-file-system "$FOLDER/tree"
flatpak build-update-repo "$FOLDER/repo" > /dev/null 2>&1
echo "$stamp" > "$FOLDER/stamp"
ostree --repo="$FOLDER/repo" refs
