#!/bin/bash
# Measures and prints: first the machine and every library's version, then each package's benchmarks. The figures to
# trust are the ratios to other ways of doing the same, taken in the same run; milliseconds belong to the machine.
set -euo pipefail
cd "$(dirname "$0")/.."
cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)
memory=$(awk '/^MemTotal/ { printf "%d MB", $2 / 1024 }' /proc/meminfo 2>/dev/null || true)
echo "machine   ${cpu:-$(uname -m)}, $(getconf _NPROCESSORS_ONLN) processors, ${memory:-memory not known}, $(uname -sr)"
echo "compiler  $(go version)"
for module in github.com/jung-kurt/gofpdf github.com/xuri/excelize/v2 modernc.org/sqlite github.com/klauspost/compress fyne.io/fyne/v2; do
	echo "library   $(go list -m "$module" 2>/dev/null)"
done
packages=$(grep -rlE '^func Benchmark' --include='*_test.go' . | xargs -r -n1 dirname | sort -u)
for package in $packages; do
	printf '\n%s\n' "$package"
	CGO_ENABLED=0 go test -tags headless,test -run '^$' -bench . -benchtime "${BENCHTIME:-1s}" -timeout 60m "$package" |
		sed -E "/^(goos|goarch|pkg|cpu|PASS|ok)/d"
done
