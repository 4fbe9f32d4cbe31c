package pdf

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"tradewind/data/document"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// shape returns the width and the outline of a character as another reader of fonts sees them.
func shape(t *testing.T, file []byte, r rune) (fixed.Int26_6, sfnt.Segments) {
	t.Helper()
	f, err := sfnt.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	var b sfnt.Buffer
	glyph, err := f.GlyphIndex(&b, r)
	if err != nil || glyph == 0 {
		t.Fatalf("%c: glyph %d, %v", r, glyph, err)
	}
	size := fixed.I(1000)
	width, err := f.GlyphAdvance(&b, glyph, size, xfont.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	outline, err := f.LoadGlyph(&b, glyph, size, nil)
	if err != nil {
		t.Fatal(err)
	}
	return width, slices.Clone(outline)
}

func TestASubsetShowsEachCharacterAsItsOwnFontDoes(t *testing.T) {
	s := setterOf(t)
	const text = "Aé Ǻ ế²µŁжΩ，中国龘陈½…￥"
	for weight, files := range [][][]byte{fonts().Regular, fonts().Bold} {
		face := s.faces[weight]
		small := subset(face.letters([]string{text}))
		if len(small) > 40_000 {
			t.Errorf("%d bytes for %d characters", len(small), len([]rune(text)))
		}
		for _, r := range text {
			file := files[0]
			if face.sign(r).from == face.fonts[1] {
				file = files[1]
			}
			wideSmall, drawnSmall := shape(t, small, r)
			wideFull, drawnFull := shape(t, file, r)
			if wideSmall != wideFull || !slices.Equal(drawnSmall, drawnFull) {
				t.Errorf("%c isn't what it was", r)
			}
			if got := face.sign(r).advance; fixed.I(got) != wideFull {
				t.Errorf("%c is measured %d wide, not %v", r, got, wideFull)
			}
		}
	}
}

func TestLatinComesFromTheLatinFaceAndHanFromTheChineseOne(t *testing.T) {
	face := setterOf(t).faces[regular]
	for _, r := range "Az09éŁжΩế²µ€£®½" {
		if face.sign(r).from != face.fonts[0] {
			t.Errorf("%c doesn't come from the Latin face", r)
		}
	}
	for _, r := range "中国，。（）、￥カ" {
		if face.sign(r).from != face.fonts[1] {
			t.Errorf("%c doesn't come from the Chinese face", r)
		}
	}
}

func TestQuotationMarksFollowWhatStandsInThem(t *testing.T) {
	for text, chinese := range map[string]bool{"牌号“信风”": true, "the “Tradewind” brand": false, "“海蓝” glaze, “sea blue” and “red”": false} {
		s := setterOf(t)
		s.judge([]document.Page{{Title: text}})
		if face := s.faces[regular]; (face.sign('“').from == face.fonts[1]) != chinese {
			t.Errorf("%s: the marks come from the wrong face", text)
		}
	}
}

func TestWhatNoFontHasIsNamedAndRefused(t *testing.T) {
	page := invoice(1)
	page.Blocks = append(page.Blocks, document.Text{Text: "smile 😀, rare 𠮷, ก, 😀 again"})
	p := New(fonts())
	if got, want := string(p.Missing(page)), "😀𠮷ก"; got != want {
		t.Errorf("missing: %s", got)
	}
	var b bytes.Buffer
	var missing MissingGlyphs
	if err := p.Render(&b, page); !errors.As(err, &missing) || string(missing.Runes) != "😀𠮷ก" {
		t.Errorf("%v", err)
	}
	if b.Len() > 0 || !strings.Contains(missing.Error(), "U+20BB7") {
		t.Errorf("%d bytes, %v", b.Len(), missing)
	}
	if p.Missing(invoice(3)) != nil {
		t.Error("something is missing from an ordinary paper")
	}
}

func TestTheFontsAreLeftAsTheyAre(t *testing.T) {
	before := make([][]byte, 0, 4)
	for _, b := range slices.Concat(fonts().Regular, fonts().Bold) {
		before = append(before, slices.Clone(b))
	}
	rendered(t, invoice(5))
	for i, b := range slices.Concat(fonts().Regular, fonts().Bold) {
		if !bytes.Equal(b, before[i]) {
			t.Errorf("font %d was altered", i)
		}
	}
}

func TestOnePrinterServesManyAtOnce(t *testing.T) {
	p, page := New(fonts()), illustrated()
	want := rendered(t, page)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			var b bytes.Buffer
			if err := p.Render(&b, page); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Error("the file differs", err)
			}
		})
	}
	all.Wait()
}

func TestADamagedFontIsAnErrorNotAPanic(t *testing.T) {
	full := fonts().Regular[0]
	for _, b := range [][]byte{nil, {0, 1, 0, 0}, full[:11], full[:200], full[:5000], []byte("OTTO" + strings.Repeat("x", 300))} {
		if err := New(Fonts{Regular: [][]byte{b}, Bold: [][]byte{b}}).Render(io.Discard, invoice(1)); err == nil {
			t.Errorf("%d bytes were taken for a font", len(b))
		}
	}
}
