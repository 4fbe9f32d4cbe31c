package orders

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// keyboard counts what a person presses: a letter, a named key or a shortcut is one keystroke each.
type keyboard struct {
	*desk
	strokes int
}

// type types letter by letter.
func (k *keyboard) letters(text string) {
	k.Helper()
	for _, r := range text {
		k.strokes++
		k.host.Window.Canvas().Focused().TypedRune(r)
	}
}

func (k *keyboard) key(name fyne.KeyName) {
	k.strokes++
	k.host.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// shortcut is a combination of keys that the menu or the field knows.
func (k *keyboard) shortcut(do func()) {
	k.strokes++
	do()
}

// mugs puts twenty articles with pictures into the file: MUG-A to MUG-T, at USD 1.00 to 20.00.
func (k *keyboard) mugs() {
	k.Helper()
	firm, err := k.store.Company.Get(k.Context())
	if err != nil {
		k.Fatal(err)
	}
	firm.Address = data.Address{Street: "Yongjiang Road 8", City: "Ningbo", Country: "CN"}
	if _, err := k.store.Company.Save(k.Context(), firm); err != nil {
		k.Fatal(err)
	}
	for i := range 20 {
		dot := image.NewRGBA(image.Rect(0, 0, 2, 2))
		dot.Set(0, 0, color.RGBA{R: uint8(i), A: 255})
		var b bytes.Buffer
		if err := png.Encode(&b, dot); err != nil {
			k.Fatal(err)
		}
		hash, err := k.store.Attachments.Put(k.Context(), fmt.Sprintf("mug%d.png", i), b.Bytes())
		if err != nil {
			k.Fatal(err)
		}
		price := data.UnitPrice((i + 1) * 1_000_000)
		p := data.Product{
			SKU: k.sku(i), Name: data.Texts{"en": fmt.Sprintf("Stoneware piece no. %d", i+1)}, Unit: "PCS", Price: &price, Currency: "USD", Origin: "CN", HSCode: "691200",
			Pictures: []data.Picture{{Hash: hash, Role: "main"}}, Packing: data.Packing{PcsPerCarton: data.Pieces(24), Carton: data.Box{Length: 6000, Width: 4000, Height: 3000}, CartonGross: 10_000_000},
		}
		if _, err := k.store.Products.Save(k.Context(), p); err != nil {
			k.Fatal(err)
		}
	}
}

// sku is the number of the i-th article, whose last letters tell it from all others.
func (k *keyboard) sku(i int) string { return fmt.Sprintf("SW-%d%c", 30+i, 'A'+rune(i)) }

// quoted checks that the newest order is a quotation of the twenty articles with their pictures, ready to be issued.
func (k *keyboard) quoted() {
	k.Helper()
	src, err := k.store.Source(k.Context(), "SO-2026-0001")
	if err != nil {
		k.Fatal(err)
	}
	p, _, err := document.Build(src, data.Quotation, document.BuildOptions{Number: "QT-1"})
	if err != nil {
		k.Fatal(err)
	}
	if missing := p.Missing(); len(missing) > 0 {
		k.Errorf("the quotation can't be issued yet: %v", missing)
	}
	for i, l := range p.Lines {
		if l.SKU != k.sku(i) || l.Quantity != data.Pieces(int64(100+10*i)) || l.Price != data.UnitPrice((i+1)*1_000_000) || len(src.Pictures[l.Picture]) == 0 {
			k.Errorf("line %d: %s × %s at %s with a picture of %d bytes", i+1, l.SKU, l.Quantity, l.Price, len(src.Pictures[l.Picture]))
		}
	}
	if len(p.Lines) != 20 || p.Incoterm.Rule != "FOB" || p.PaymentTerms == "" || k.Dirty() {
		k.Errorf("%d lines, %s, %q, unsaved %v", len(p.Lines), p.Incoterm.Rule, p.PaymentTerms, k.Dirty())
	}
}

// toldInTheGuide checks that the user guide counts as this keyboard does.
func (k *keyboard) toldInTheGuide() {
	k.Helper()
	guide, err := os.ReadFile("../../docs/guide.md")
	if err != nil {
		k.Fatal(err)
	}
	if want := fmt.Sprintf("**%d keystrokes**", k.strokes); !strings.Contains(string(guide), want) {
		k.Errorf("docs/guide.md doesn't speak of %s", want)
	}
}

// TestAQuotationOf20LinesTakesAtMost250Keystrokes replays the keystrokes of docs/guide.md from an empty form to a saved quotation
// whose papers show the pictures of all twenty articles.
func TestAQuotationOf20LinesTakesAtMost250Keystrokes(t *testing.T) {
	k := &keyboard{desk: open(t)}
	k.mugs()
	k.shortcut(k.New) // Ctrl+N
	k.letters("mü")
	k.key(fyne.KeyReturn) // the customer, with currency, terms and marks; the search for articles has the keyboard
	for i := range 20 {
		k.letters(strings.ToLower(k.sku(i)[3:])) // 30a
		k.key(fyne.KeyReturn)                    // the article
		k.letters(fmt.Sprint(100 + 10*i))
		k.key(fyne.KeyReturn) // back to the search
	}
	k.shortcut(func() { k.Keep(func() {}) }) // Ctrl+S
	k.quoted()
	k.toldInTheGuide()
	if k.strokes > 250 {
		t.Errorf("%d keystrokes; at most 250 are promised", k.strokes)
	}
}

// TestAQuotationOf20PastedLinesTakesAtMost25Keystrokes does the same from a range copied in Excel.
func TestAQuotationOf20PastedLinesTakesAtMost25Keystrokes(t *testing.T) {
	k := &keyboard{desk: open(t)}
	k.mugs()
	rows := []string{"Item\tDescription\tQty\tTarget price"}
	for i := range 20 {
		rows = append(rows, fmt.Sprintf("%s\tsome words of the buyer's\t%d\t3.%02d", k.sku(i), 100+10*i, i))
	}
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(rows, "\r\n") + "\r\n")
	k.shortcut(k.New)
	k.letters("mü")
	k.key(fyne.KeyReturn)
	k.shortcut(func() { // Ctrl+V
		k.host.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	})
	if k.host.Question() == nil {
		t.Fatal("the rows aren't shown before they are taken")
	}
	k.key(fyne.KeyReturn) // take them
	k.shortcut(func() { k.Keep(func() {}) })
	k.quoted()
	k.toldInTheGuide()
	if k.strokes > 25 {
		t.Errorf("%d keystrokes; at most 25 are promised", k.strokes)
	}
}

func TestUnclearRowsAreNamedAndNothingIsTaken(t *testing.T) {
	d := open(t)
	d.New()
	d.pick("mü")
	d.editor.lines.askPaste("MUG-01 x 24\nMUG-O2 x 3\nCUP-01")
	q := d.host.Question()
	if q.Tap(d.host.T("quote.paste.do")); d.host.Question() == nil || len(d.editor.lines.rows) != 0 {
		t.Fatal("rows were taken though not all are clear")
	}
	entry, is := d.host.Window.Canvas().Focused().(*kit.Entry)
	if !is || !entry.MultiLine {
		t.Fatal("the text to mend hasn't got the keyboard")
	}
	entry.SetText("MUG-01 x 24\nmug-01 x 3\nCUP-01 100")
	q.Tap(d.host.T("quote.paste.do"))
	if rows := d.editor.lines.rows; len(rows) != 3 || rows[1].quantity.Text != "3" || rows[2].price.Text != "1.00" {
		t.Errorf("%d lines", len(rows))
	}
}

func TestAWordIsStillPastedIntoTheSearch(t *testing.T) {
	d := open(t)
	d.New()
	search := d.editor.lines.adder.Search
	fyne.CurrentApp().Clipboard().SetContent("mug")
	search.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	if d.host.Question() != nil || search.Text != "mug" {
		t.Errorf("pasting a word leaves %q", search.Text)
	}
}
