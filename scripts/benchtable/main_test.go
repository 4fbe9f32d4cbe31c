package main

import (
	"strings"
	"testing"
)

func TestThePageHasARowForEachBenchmark(t *testing.T) {
	const printed = `machine   Some processor, 2 processors
library   modernc.org/sqlite v1.0

./data/store
BenchmarkLarge/products:first-page-2  1  3.2 ms-median  6.3 ms-p99  1.8 ratio  1.7 sqlite3-ms-median  4.5 sqlite3-ms-p99
BenchmarkSearch-2  10  0 ns/op  4.9 ms-median  20.9 ms-p99
`
	var page strings.Builder
	if err := write(strings.NewReader(printed), &page); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"- machine: Some processor, 2 processors\n", "- library: modernc.org/sqlite v1.0\n",
		"| products: first page | 3.2 ms | 6.3 ms | 1.7 ms | 4.5 ms | 1.8 |\n", "| Search | 4.9 ms-median, 20.9 ms-p99 |\n",
	} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("lacks %q in\n%s", want, page.String())
		}
	}
}

func TestAPrintoutWithoutTheLargeCompanyIsRefused(t *testing.T) {
	if err := write(strings.NewReader("BenchmarkSearch-2 10 4.9 ms-median\n"), &strings.Builder{}); err == nil {
		t.Error("half a page is written")
	}
}
