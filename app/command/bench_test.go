//go:build linux

package command_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// benchRows and growthLimit are those of the first issue: so many products from a workbook, so much more memory.
const (
	benchRows   = 100_000
	growthLimit = 150 // MB
)

// crowdBook writes a workbook of benchRows products in 20 columns.
func crowdBook(b *testing.B, path string) {
	b.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	head := []any{
		"sku", "name", "name_zh", "description", "category", "unit", "price", "currency", "cost", "cost_currency", "hs_code", "origin",
		"pcs_per_carton", "carton_length_cm", "carton_width_cm", "carton_height_cm", "carton_gross_kg", "carton_net_kg", "moq", "safety_stock",
	}
	if err := w.SetRow("A1", head); err != nil {
		b.Fatal(err)
	}
	goods := []string{"Stoneware mug", "Vacuum flask", "Glass jug", "Bamboo board", "Table lamp", "Frying pan", "Cotton towel"}
	names := []string{"炻瓷马克杯", "不锈钢保温杯", "玻璃壶", "竹砧板", "台灯", "煎锅", "棉毛巾"}
	for i := range benchRows {
		g := i % len(goods)
		row := []any{
			fmt.Sprintf("SKU-%06d", i), fmt.Sprintf("%s no. %d", goods[g], i), fmt.Sprintf("%s %d号", names[g], i), "For household use, model of this year",
			goods[g], "PCS", float64(125+i%400) / 100, "USD", 8.5, "CNY", "69120010", "CN", 24, 48, 38, 32, 9.6, 8.4, 240, 500,
		}
		if err := w.SetRow(fmt.Sprintf("A%d", i+2), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.SaveAs(path); err != nil {
		b.Fatal(err)
	}
}

// merelyRead is the peer: excelize walks the rows and does nothing with them.
func merelyRead(b *testing.B, path string) (took time.Duration) {
	b.Helper()
	start := time.Now()
	f, err := excelize.OpenFile(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for rows.Next() {
		if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
			b.Fatal(err)
		}
		n++
	}
	if n != benchRows+1 {
		b.Fatalf("%d rows", n)
	}
	return time.Since(start)
}

// BenchmarkImportWorkbook imports 100,000 products from a workbook by the program itself, as a process of its own, and
// reports wall time, its ratio to excelize merely reading the same rows, and how much more memory the process took
// than one that lists a single product.
func BenchmarkImportWorkbook(b *testing.B) {
	dir := b.TempDir()
	program, book := filepath.Join(dir, "tradewind"), filepath.Join(dir, "products.xlsx")
	build := exec.Command("go", "build", "-tags", "headless", "-o", program, "tradewind")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if said, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, said)
	}
	crowdBook(b, book)
	for n := 0; b.Loop(); n++ {
		db := filepath.Join(dir, fmt.Sprintf("bench-%d.db", n))
		run := func(args ...string) (time.Duration, float64) {
			cmd := exec.Command(program, append(args, "--db", db)...)
			start := time.Now()
			if said, err := cmd.CombinedOutput(); err != nil {
				b.Fatalf("%v: %s", err, said)
			}
			return time.Since(start), megabytes(cmd.ProcessState)
		}
		imported, most := run("import", "products", book)
		_, least := run("list", "products", "--limit", "1", "--json")
		read := merelyRead(b, book)
		b.ReportMetric(imported.Seconds(), "s/import")
		b.ReportMetric(read.Seconds(), "excelize-s/read")
		b.ReportMetric(imported.Seconds()/read.Seconds(), "ratio")
		b.ReportMetric(most-least, "MB-growth")
		if most-least > growthLimit {
			b.Errorf("memory grows by %.0f MB, more than %d", most-least, growthLimit)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// megabytes is the most memory a process that has ended had in use.
func megabytes(s *os.ProcessState) float64 {
	u, ok := s.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return float64(u.Maxrss) / 1024
}
