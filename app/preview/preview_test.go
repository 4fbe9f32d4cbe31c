package preview_test

import (
	"bytes"
	"testing"

	"tradewind/app/preview"

	"github.com/jung-kurt/gofpdf"
)

// paper returns a PDF of two A4 pages, the second with a black corner.
func paper(t *testing.T) []byte {
	t.Helper()
	f := gofpdf.New("P", "mm", "A4", "")
	f.AddPage()
	f.AddPage()
	f.Rect(0, 0, 50, 50, "F")
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestAPageIsShown is one test with parts, because compiling the engine takes seconds.
func TestAPageIsShown(t *testing.T) {
	v := preview.New(t.TempDir())
	defer v.Close()
	t.Run("as it will print", func(t *testing.T) { shown(t, v) })
	t.Run("only where there is one", func(t *testing.T) { refused(t, v) })
}

func shown(t *testing.T, v *preview.Viewer) {
	for n, wantBlack := range []bool{false, true} {
		page, count, err := v.Page(paper(t), n, 72)
		if err != nil || count != 2 {
			t.Fatalf("page %d of %d: %v", n, count, err)
		}
		if b := page.Bounds(); b.Dx() < 594 || b.Dx() > 597 || b.Dy() < 840 || b.Dy() > 844 {
			t.Errorf("page of %v dots, want A4 at 72 to the inch", b)
		}
		r, _, _, _ := page.At(40, 40).RGBA()
		if black := r < 0x1000; black != wantBlack {
			t.Errorf("page %d: corner black is %v", n, black)
		}
	}
}

func refused(t *testing.T, v *preview.Viewer) {
	if _, _, err := v.Page([]byte("no pdf"), 0, 72); err == nil {
		t.Error("no error")
	}
	if _, _, err := v.Page(paper(t), 7, 72); err == nil {
		t.Error("a page beyond the last is shown")
	}
}
