package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"tradewind/data/document"
)

// rendered returns the page as a PDF file.
func rendered(t testing.TB, page document.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := New(fonts()).Render(&b, page); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var (
	streams = regexp.MustCompile(`(?s)/Contents (\d+) 0 R`)
	shown   = regexp.MustCompile(`(?s)Td \(((?:[^\\]|\\.)*?)\) Tj`)
)

// read returns the texts of each sheet as they stand in the file.
func read(t testing.TB, file []byte) [][]string {
	t.Helper()
	var sheets [][]string
	for _, m := range streams.FindAllSubmatch(file, -1) {
		_, object, _ := bytes.Cut(file, []byte("\n"+string(m[1])+" 0 obj"))
		_, stream, _ := bytes.Cut(object, []byte("stream\n"))
		z, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, s := range shown.FindAllSubmatch(content, -1) {
			texts = append(texts, fromUTF16(s[1]))
		}
		sheets = append(sheets, texts)
	}
	return sheets
}

func fromUTF16(b []byte) string {
	b = []byte(strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(string(b)))
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
	}
	return string(utf16.Decode(units))
}

// squeezed takes all spaces away: lines are broken at them.
func squeezed(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), ""), "\u200B", "")
}

// found complains about texts of the page that the drawn ones don't hold.
func found(t *testing.T, page document.Page, drawn string) {
	t.Helper()
	drawn = squeezed(drawn)
	page.Running = nil // stands on continuation sheets alone
	for _, text := range page.Texts() {
		if text == page.PageOf || text == page.Carried || text == page.Brought || text == page.Number {
			continue
		}
		for paragraph := range strings.SplitSeq(clean(text), "\n") {
			if !strings.Contains(drawn, squeezed(paragraph)) {
				t.Errorf("%q isn't on the paper", paragraph)
			}
		}
	}
}

func TestEveryTextOfAPageStandsInTheFile(t *testing.T) {
	for name, page := range samples() {
		t.Run(name, func(t *testing.T) {
			sheets, err := setterOf(t).lay(page)
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for i, texts := range read(t, rendered(t, page)) {
				all = append(all, texts...)
				if len(texts) != len(sheets[i].words) {
					t.Errorf("sheet %d shows %d texts, laid were %d", i+1, len(texts), len(sheets[i].words))
				}
			}
			if name != "long" { // cells that go on over sheets stand between others there
				found(t, page, strings.Join(all, ""))
			}
		})
	}
}

func TestPopplerFindsEveryText(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext isn't installed: ", err)
	}
	for _, name := range []string{"one", "forty"} {
		page := samples()[name]
		file := filepath.Join(t.TempDir(), "page.pdf")
		if err := os.WriteFile(file, rendered(t, page), 0o600); err != nil {
			t.Fatal(err)
		}
		// -raw keeps the order of drawing, so that a text broken into lines stays together.
		text, err := exec.Command("pdftotext", "-raw", file, "-").Output() // a file of our own
		if err != nil {
			t.Fatal(err)
		}
		found(t, page, string(text))
	}
}

func TestSheetsAreNumberedAndHeaded(t *testing.T) {
	page := invoice(40)
	sheets := read(t, rendered(t, page))
	if len(sheets) < 3 {
		t.Fatalf("%d sheets", len(sheets))
	}
	for i, texts := range sheets {
		all := strings.Join(texts, "\n")
		want := strings.NewReplacer("{n}", string(rune('1'+i)), "{m}", string(rune('0'+len(sheets)))).Replace(page.PageOf)
		for _, text := range []string{want, page.Number, "2026-11-22"} {
			if !strings.Contains(all, text) {
				t.Errorf("sheet %d lacks %q", i+1, text)
			}
		}
	}
}

func TestTheSamePageGivesTheSameBytes(t *testing.T) {
	page := illustrated()
	first := rendered(t, page)
	for range 3 {
		if !bytes.Equal(first, rendered(t, page)) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestAFileSaysItsTitleAuthorLanguageAndDate(t *testing.T) {
	page := invoice(1)
	page.Language = "zh-Hans"
	file := rendered(t, page)
	for _, want := range []string{"/Lang (zh-Hans)", "/CreationDate (D:20261122000000)", "/ModDate (D:20261122000000)", "/Title ", "/Author "} {
		if !bytes.Contains(file, []byte(want)) {
			t.Errorf("%s is missing", want)
		}
	}
	at := bytes.LastIndex(file, []byte("\nxref\n")) + 1
	if want := "startxref\n" + itoa(at) + "\n"; !bytes.Contains(file, []byte(want)) {
		t.Errorf("the table of objects isn't at %d", at)
	}
	page.Date = ""
	if !bytes.Equal(rendered(t, page), rendered(t, page)) {
		t.Error("a page without a date reads the clock")
	}
}

func TestSeveralPagesGoIntoOneFileEachNumberedOnItsOwn(t *testing.T) {
	var b bytes.Buffer
	if err := New(fonts()).Render(&b, invoice(1), invoice(2)); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(b.Bytes(), []byte("/Type /Page\n")); n != 2 {
		t.Errorf("%d sheets", n)
	}
	if New(fonts()).Render(io.Discard) == nil {
		t.Error("a file without pages was written")
	}
}
