//go:build unix

package pdf

import (
	"io"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"testing"
	"time"

	"tradewind/assets"
	"tradewind/data/document"
)

// The limits of the first issue: our share of plain gofpdf's time.
const (
	batchLimit = 0.30
	coldLimit  = 0.50
)

// paper is a forty-line bilingual invoice without pictures, which the peer has none of.
func paper() document.Page {
	p := invoice(40)
	s, _ := p.Blocks[len(p.Blocks)-1].(document.Signature)
	s.Stamp, s.Picture = nil, nil
	p.Blocks[len(p.Blocks)-1] = s
	return p
}

func ours(printer *Printer, page document.Page) error { return printer.Render(io.Discard, page) }

func peer(page document.Page) error {
	return straight(io.Discard, assets.NotoSansSCRegular, assets.NotoSansSCBold, page)
}

// spent returns the processor time this process has taken, that of the collector included.
func spent(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkBatch prints 200 forty-line bilingual invoices in turns with plain gofpdf, ten by ten, and reports processor time
// per document and the ratio, which must not exceed batchLimit.
func BenchmarkBatch(b *testing.B) {
	const documents, turn = 200, 10
	printer, page := New(fonts()), paper()
	for b.Loop() {
		var own, other time.Duration
		for range documents / turn {
			start := spent(b)
			for range turn {
				if err := ours(printer, page); err != nil {
					b.Fatal(err)
				}
			}
			between := spent(b)
			for range turn {
				if err := peer(page); err != nil {
					b.Fatal(err)
				}
			}
			own, other = own+between-start, other+spent(b)-between
		}
		ratio := float64(own) / float64(other)
		b.ReportMetric(own.Seconds()*1000/documents, "cpu-ms/document")
		b.ReportMetric(other.Seconds()*1000/documents, "gofpdf-cpu-ms/document")
		b.ReportMetric(ratio, "ratio")
		if ratio > batchLimit {
			b.Errorf("a batch takes %.2f of plain gofpdf, more than %.2f", ratio, batchLimit)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkCold starts a process for one document, in turns with plain gofpdf, and reports the medians of wall time and their
// ratio, which must not exceed coldLimit.
func BenchmarkCold(b *testing.B) {
	const runs = 11
	for b.Loop() {
		var own, other []time.Duration
		for range runs {
			own, other = append(own, cold(b, "ours")), append(other, cold(b, "gofpdf"))
		}
		slices.Sort(own)
		slices.Sort(other)
		ratio := float64(own[runs/2]) / float64(other[runs/2])
		b.ReportMetric(own[runs/2].Seconds()*1000, "ms/document")
		b.ReportMetric(other[runs/2].Seconds()*1000, "gofpdf-ms/document")
		b.ReportMetric(ratio, "ratio")
		if ratio > coldLimit {
			b.Errorf("one document takes %.2f of plain gofpdf, more than %.2f", ratio, coldLimit)
		}
	}
	b.ReportMetric(0, "ns/op")
}

// cold runs this program again to print one document and returns how long that took.
func cold(b *testing.B, who string) time.Duration {
	command := exec.CommandContext(b.Context(), os.Args[0], "-test.run", "^TestColdDocument$")
	command.Env = append(os.Environ(), coldKey+"="+who)
	start := time.Now()
	if out, err := command.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return time.Since(start)
}

const coldKey = "TRADEWIND_COLD_DOCUMENT"

// TestColdDocument is what the process of BenchmarkCold does.
func TestColdDocument(t *testing.T) {
	var err error
	switch os.Getenv(coldKey) {
	case "ours":
		err = ours(New(fonts()), paper())
	case "gofpdf":
		err = peer(paper())
	default:
		t.Skip("only BenchmarkCold runs it")
	}
	if err != nil {
		t.Fatal(err)
	}
}
