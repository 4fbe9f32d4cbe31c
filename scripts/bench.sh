#!/bin/bash
# Measures, prints, and writes docs/bench.md: first the machine and every library's version, then each package's
# benchmarks. The figures to trust are the ratios to other ways of doing the same, taken in the same run; milliseconds
# belong to the machine. The large company is made once, into out/bench.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/packages.sh bench
mkdir -p out/bench
program=out/bench/tradewind
CGO_ENABLED=0 go build -tags headless -trimpath -o "$program" .
# A new kind of file or of company needs a new one: its name says which migrations it has had and what made it.
TRADEWIND_LARGE=$PWD/out/bench/large-$(cat data/store/migrations/*.sql app/command/demo_large*.go | cksum | cut -d' ' -f1).db
export TRADEWIND_LARGE
if [ ! -e "$TRADEWIND_LARGE" ]; then
	rm -f out/bench/large-*
	"$program" demo --size large --db out/bench/unfinished.db
	mv out/bench/unfinished.db "$TRADEWIND_LARGE"
fi
measure() {
	cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)
	memory=$(awk '/^MemTotal/ { printf "%d MB", $2 / 1024 }' /proc/meminfo 2>/dev/null || true)
	echo "date      $(date -u +%Y-%m-%d)"
	echo "machine   ${cpu:-$(uname -m)}, $(getconf _NPROCESSORS_ONLN) processors, ${memory:-memory not known}, $(uname -sr)"
	echo "compiler  $(go version)"
	for module in github.com/jung-kurt/gofpdf github.com/xuri/excelize/v2 modernc.org/sqlite github.com/klauspost/compress fyne.io/fyne/v2; do
		echo "library   $(go list -m "$module" 2>/dev/null)"
	done
	echo "peer      sqlite3 $(sqlite3 --version | cut -d' ' -f1,2)"
	packages=$(grep -rlE '^func Benchmark' --include='*_test.go' . | xargs -r -n1 dirname | sort -u)
	for package in $packages; do
		printf '\n%s\n' "$package"
		CGO_ENABLED=0 go test -tags headless,test -run '^$' -bench . -benchtime "${BENCHTIME:-1s}" -timeout 60m "$package" |
			sed -E "/^(goos|goarch|pkg|cpu|PASS|ok)/d"
	done
}
measure | tee out/bench/last.txt
go run ./scripts/benchtable <out/bench/last.txt >out/bench/page.md
mv out/bench/page.md docs/bench.md
