#!/bin/sh
# Sees to the Debian packages that building, driving or measuring the program needs: installs the missing ones when it may (root on
# Debian or Ubuntu), names them otherwise. The Go compiler isn't among them. Usage: packages.sh window|windows|e2e|pictures|bench ...
# clang, because gcc needs minutes for what clang does in seconds: it ponders hints for every probe cgo makes of OpenGL.
set -eu
window="clang libc6-dev pkg-config libgl-dev libegl-dev libxrandr-dev libxxf86vm-dev libxi-dev libxcursor-dev libxinerama-dev libwayland-dev libxkbcommon-dev"
windows="clang gcc-mingw-w64-x86-64"
e2e="xvfb xauth xdotool xclip openbox imagemagick libgl1-mesa-dri"
pictures="poppler-utils qpdf"
bench="sqlite3 coreutils"
wanted=
for set in "$@"; do
	eval "wanted=\"\$wanted \$$set\""
done
[ "$(uname -s)" = Linux ] || exit 0
if ! command -v dpkg-query >/dev/null; then
	echo "this needs, by their Debian names:$wanted" >&2
	exit 0
fi
missing=
for name in $wanted; do
	dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $name"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" != 0 ]; then
	echo "please install:  sudo apt-get install --no-install-recommends$missing" >&2
	exit 1
fi
echo "installing$missing"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # the names are words
apt-get -qq update && apt-get -qq install --no-install-recommends -y $missing >/dev/null
