package app

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data/store"
	"tradewind/screens/imports"
	"tradewind/screens/kit"
	"tradewind/screens/products"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
)

func table(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "new.csv")
	if err := os.WriteFile(path, []byte("sku,name\nMUG-9,Mug\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func picture(t *testing.T) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "cup.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if err := png.Encode(file, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	return file.Name()
}

func drop(w *Window, path string) {
	w.dropped(fyne.NewPos(600, 300), []fyne.URI{storage.NewFileURI(path)})
}

func TestATableDroppedOnTheWindowIsLookedAtAndNotWritten(t *testing.T) {
	w := start(t, filled(t), "en")
	drop(w, table(t))
	if _, ok := w.guest.(*imports.Screen); !ok || !strings.Contains(texts(w), "new.csv") {
		t.Fatalf("shows\n%s", texts(w))
	}
	if n, err := w.store.Products.Count(t.Context(), store.Query{}); err != nil || n != 2 {
		t.Errorf("%d products, %v", n, err)
	}
}

func TestADroppedTableWaitsForTheAnswerAboutUnsavedEdits(t *testing.T) {
	w := start(t, filled(t), "en")
	edit(t, w)
	drop(w, table(t))
	if w.guest != nil || w.host.Question() == nil {
		t.Fatal("left without asking")
	}
	w.host.Question().Tap("Discard changes")
	if !strings.Contains(texts(w), "new.csv") {
		t.Errorf("shows\n%s", texts(w))
	}
}

func TestAPictureDroppedOnAProductIsAdded(t *testing.T) {
	w := start(t, filled(t), "en")
	path := picture(t)
	drop(w, path)
	if !strings.Contains(w.host.Bar.Text(), "open product") {
		t.Fatalf("without a product it says %q", w.host.Bar.Text())
	}
	s := w.current().(*products.Screen)
	s.Pick(0)
	drop(w, path)
	s.Keep(func() {})
	p, err := w.store.Products.BySKU(t.Context(), "CUP-01")
	if err != nil || len(p.Pictures) != 1 || p.Pictures[0].Name != "cup.png" {
		t.Errorf("pictures %+v, %v", p.Pictures, err)
	}
}

func TestAFileDroppedOnAChooserIsChosen(t *testing.T) {
	w := start(t, filled(t), "en")
	got := ""
	w.host.OpenFile(kit.Tables, func(path string) { got = path })
	path := table(t)
	drop(w, path)
	if got != path || w.guest != nil {
		t.Errorf("chose %q", got)
	}
}

func TestNothingMovesUnderAQuestionOrAChooser(t *testing.T) {
	w := start(t, filled(t), "en")
	second := w.win.MainMenu().Items[1].Items[1].Action
	w.host.OpenFile(kit.Tables, func(string) {})
	second()
	if w.at != 0 {
		t.Error("another screen came up under the chooser")
	}
	w.host.CloseFiles()
	w.host.Tell("Look", "here")
	second()
	if w.at != 0 {
		t.Error("another screen came up under the question")
	}
	w.host.Question().Escape()
	if second(); w.at != 1 {
		t.Error("the menu does nothing")
	}
}
