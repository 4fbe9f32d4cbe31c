package sheet

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

func FuzzFigures(f *testing.F) {
	for _, seed := range []string{"1,234.56", "1.234,56", "US$3.20", "-1 234,5 kg", "１２", "(5)", "1.2~1.5", "12,34,567", "'", ".5", "0,125"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		isRange(text)
		got, ok := splitFigure(text)
		if !ok {
			return
		}
		for _, reading := range []string{got.numeral.point, got.numeral.comma} {
			if reading == "" {
				continue
			}
			d, err := decimal.NewFromString(reading)
			if err != nil || d.IsNegative() || strings.Contains(reading, ",") {
				t.Errorf("%q reads as %q: %v", text, reading, err)
			}
			again := readNumeral(reading)
			if again.point != d.String() {
				t.Errorf("%q reads as %q, which reads as %q", text, reading, again.point)
			}
		}
	})
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{"2026-11-22", "22.11.2026", "11/22/2026", "2026年11月22日", "22-Nov-2026", "1996-07-04 00:00:00.000", "20261122", "31/02/2026"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		first, other, ok := readDate(text)
		if ok != (first != "") || !ok && other != "" {
			t.Fatalf("%q: %q %q %v", text, first, other, ok)
		}
		for _, d := range []data.Date{first, other} {
			if _, err := data.ParseDate(string(d)); d != "" && err != nil {
				t.Errorf("%q reads as %q, which is no day", text, d)
			}
		}
	})
}

func FuzzGuards(f *testing.F) {
	for _, seed := range []string{"=1", "'=1", "''", "_x0001_", "_x005F_x0001_", "_x0000\x01", "\x00", "\r\n", "#REF!"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := unguard(guard(text)); got != text {
			t.Errorf("%q guarded is %q and comes back as %q", text, guard(text), got)
		}
		if got := unescape(escape(text)); got != text && strings.ToValidUTF8(text, "\ufffd") == text {
			t.Errorf("%q escaped is %q and comes back as %q", text, escape(text), got)
		}
	})
}

func FuzzCSVFiles(f *testing.F) {
	for _, seed := range []string{"sku,price\nA,1\n", "sku;name\n\"A;\n\"\"x\";2\r\n", "sep=|\nsku|name\nA|b", "\xff\xfes\x00", "货号,单价\n1,1,234\n", "sku\r\rA\r", "\x00\x00\x00s", "sku,expiry\nA,1/2/2026"} {
		f.Add([]byte(seed))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "fuzz.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, target := range []Target{Products, Orders, Stock} {
			file, err := Open(path, target, Options{})
			var problems data.Problems
			if err != nil {
				if !errors.As(err, &problems) {
					t.Fatalf("%s: %v", target, err)
				}
				continue
			}
			for p, err := range file.Rows() {
				if err != nil && !errors.As(err, &problems) {
					t.Fatalf("%s row %d: %v", target, p.Row, err)
				}
			}
			file.Close()
		}
	})
}

func FuzzLexer(f *testing.F) {
	f.Add("a,b\n\"c\"\"d\",e\r\nf")
	f.Fuzz(func(t *testing.T, text string) {
		lines := lexer{in: bufio.NewReader(strings.NewReader(text)), separator: ','}
		size := 0
		for {
			cells, err := lines.next()
			if err != nil {
				var problems data.Problems
				if !errors.Is(err, io.EOF) && !errors.As(err, &problems) {
					t.Fatal(err)
				}
				break
			}
			size += len(strings.Join(cells, ","))
		}
		if size > len(text) {
			t.Errorf("%q gave %d bytes of cells", text, size)
		}
	})
}
