package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/screens/kit"
	"tradewind/screens/partners"
	"tradewind/screens/products"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// start returns a window over the file at path, started with slow work done in place.
func start(t *testing.T, path, language string) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	w, err := NewWindow(a, path, language)
	if err != nil {
		t.Fatal(err)
	}
	w.host.Go, w.host.Later = func(f func()) { f() }, nil
	t.Cleanup(w.end)
	w.Start()
	return w
}

// filled is the path of a file with a firm and two products.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "data", "tradewind.db")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), path, store.Options{Now: time.Now, Person: "Li"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = st.Close() }()
	if _, err := st.Company.Save(t.Context(), data.Company{Party: data.Party{Name: "Star"}}); err != nil {
		t.Fatal(err)
	}
	for _, sku := range []string{"CUP-01", "CUP-02"} {
		if _, err := st.Products.Save(t.Context(), data.Product{SKU: sku, Name: data.Texts{"en": "Cup", "zh": "茶杯"}}); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// texts are what the window shows.
func texts(w *Window) string {
	var all []string
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		switch o := o.(type) {
		case *kit.Text:
			all = append(all, o.Text)
		case *kit.Paragraph:
			all = append(all, o.Text)
		case *kit.Button:
			all = append(all, o.Text)
		}
	}
	return strings.Join(all, "\n")
}

func tap(t *testing.T, w *Window, word string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.win.Content()) {
		if b, ok := o.(*kit.Button); ok && b.Text == word {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %q in\n%s", word, texts(w))
}

func TestTheFirstStartAsksWhatToBeginWith(t *testing.T) {
	w := start(t, filepath.Join(t.TempDir(), "new", "tradewind.db"), "en")
	tap(t, w, "简体中文")
	if !strings.Contains(texts(w), "欢迎使用") {
		t.Fatalf("shows\n%s", texts(w))
	}
	tap(t, w, "使用我自己的公司")
	if !strings.Contains(texts(w), "公司信息") {
		t.Errorf("shows\n%s", texts(w))
	}
}

func TestTheSampleCompanyIsBroughtIn(t *testing.T) {
	w := start(t, filepath.Join(t.TempDir(), "tradewind.db"), "en")
	tap(t, w, "Try with the sample company")
	n, err := w.store.Products.Count(t.Context(), store.Query{})
	if err != nil || n == 0 {
		t.Fatalf("%d products, %v", n, err)
	}
	if !strings.Contains(texts(w), "Products") {
		t.Errorf("shows\n%s", texts(w))
	}
}

func TestTheLanguageIsSwitchedLive(t *testing.T) {
	w := start(t, filled(t), "en")
	w.Go(0)
	w.Open("products", "CUP-02")
	w.SetLanguage("zh")
	if got := texts(w); !strings.Contains(got, "货号 (SKU)") || strings.Contains(got, "Products") {
		t.Errorf("shows\n%s", got)
	}
	if got := w.current().(*products.Screen).Chosen(); got != "CUP-02" {
		t.Errorf("shows the product %q", got)
	}
	if got := lang.L("Cancel"); got != "取消" {
		t.Errorf("Fyne says %q", got)
	}
	w.SetLanguage("en")
	if got := lang.L("Cancel"); got != "Cancel" {
		t.Errorf("Fyne says %q", got)
	}
	if got := w.app.Preferences().String(prefLanguage); got != "en" {
		t.Errorf("keeps %q", got)
	}
}

func TestSwitchingTheLanguageAsksAboutUnsavedEdits(t *testing.T) {
	w := start(t, filled(t), "en")
	edit(t, w)
	w.SetLanguage("zh")
	q := w.host.Question()
	if q == nil {
		t.Fatal("not asked")
	}
	q.Tap("Keep editing")
	if w.host.Lang() != "en" || !w.current().Dirty() {
		t.Error("the edits are gone")
	}
}

// edit types into the first product.
func edit(t *testing.T, w *Window) {
	t.Helper()
	s := w.current().(*products.Screen)
	s.Pick(0)
	s.FocusForm()
	w.win.Canvas().Focused().TypedRune('X')
	if !s.Dirty() {
		t.Fatal("typing is no edit")
	}
}

func TestLeavingAScreenAsksAboutUnsavedEdits(t *testing.T) {
	w := start(t, filled(t), "en")
	edit(t, w)
	w.Open("partners", "")
	if w.at != 0 || w.host.Question() == nil {
		t.Fatal("left without asking")
	}
	w.host.Question().Tap("Discard changes")
	if _, ok := w.current().(*partners.Screen); !ok {
		t.Errorf("shows %T", w.current())
	}
}

func TestPressingThePlaceShownAsksTheStoreAgainUnlessEditsWouldBeLost(t *testing.T) {
	w := start(t, filled(t), "en")
	w.Go(0)
	if _, err := w.store.Products.Save(t.Context(), data.Product{SKU: "NEW-09", Name: data.Texts{"en": "Bowl"}}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(texts(w), "NEW-09") {
		t.Fatal("shown before it was asked for")
	}
	w.Go(0)
	if !strings.Contains(texts(w), "NEW-09") {
		t.Errorf("shows\n%s", texts(w))
	}
	edit(t, w)
	w.Go(0)
	if w.host.Question() != nil || !w.current().Dirty() {
		t.Error("edits are asked about or lost")
	}
}

func TestClosingAsksAboutUnsavedEdits(t *testing.T) {
	w := start(t, filled(t), "en")
	closed := false
	w.win.SetOnClosed(func() { closed = true })
	edit(t, w)
	w.Close()
	if closed || w.host.Question() == nil {
		t.Fatal("closed without asking")
	}
	w.host.Question().Escape()
	if closed {
		t.Fatal("Esc closed it")
	}
	w.Close()
	w.host.Question().Tap("Save")
	if !closed {
		t.Error("not closed after saving")
	}
}

func TestASecondWindowOfAFileSaysSo(t *testing.T) {
	path := filled(t)
	start(t, path, "en")
	second := start(t, path, "en")
	if !strings.Contains(texts(second), "open in another window") {
		t.Errorf("shows\n%s", texts(second))
	}
}

func TestADamagedFileIsSaidAndABackupBringsItBack(t *testing.T) {
	path := filled(t)
	w := start(t, path, "en")
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := w.store.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	w.end()
	if err := os.WriteFile(path, []byte("scrambled"), 0o600); err != nil {
		t.Fatal(err)
	}
	_ = os.Remove(path + "-wal")
	w = start(t, path, "en")
	if !strings.Contains(texts(w), "can't be opened") || !strings.Contains(texts(w), "Restore from a backup") {
		t.Fatalf("shows\n%s", texts(w))
	}
	w.Restore(backup)
	if w.store == nil {
		t.Fatalf("shows\n%s", texts(w))
	}
	if n, err := w.store.Products.Count(t.Context(), store.Query{}); err != nil || n != 2 {
		t.Errorf("%d products, %v", n, err)
	}
}

func TestABackupIsMadeByItselfAtStart(t *testing.T) {
	path := filled(t)
	w := start(t, path, "en")
	list, err := os.ReadDir(w.backups())
	if err != nil || len(list) != 1 {
		t.Errorf("%v, %v; says %q", list, err, w.host.Bar.Text())
	}
}

func TestEveryShortcutIsOnceInTheMenu(t *testing.T) {
	w := start(t, filled(t), "en")
	var keys []string
	for _, m := range w.menu().Items {
		for _, i := range m.Items {
			if i.Shortcut == nil {
				continue
			}
			c := i.Shortcut.(*desktop.CustomShortcut)
			name := c.ShortcutName()
			if slices.Contains(keys, name) {
				t.Errorf("%s twice", name)
			}
			if c.Modifier == fyne.KeyModifierShortcutDefault && slices.Contains([]fyne.KeyName{fyne.KeyZ, fyne.KeyY, fyne.KeyC, fyne.KeyV, fyne.KeyX, fyne.KeyA}, c.KeyName) {
				t.Errorf("%s is taken from the fields", name)
			}
			keys = append(keys, name)
		}
	}
	if len(keys) < 6+len(places()) {
		t.Errorf("only %v", keys)
	}
}

func TestThePartsOfStockAreReachedByTheirKeys(t *testing.T) {
	w := start(t, filled(t), "zh")
	reached := map[string]string{}
	for _, i := range w.menu().Items[1].Items {
		i.Action()
		key := i.Shortcut.(*desktop.CustomShortcut)
		reached[w.places[w.at].name] = map[fyne.KeyModifier]string{fyne.KeyModifierAlt: "Alt+", fyne.KeyModifierShortcutDefault: "Ctrl+"}[key.Modifier] + string(key.KeyName)
		if got := strings.TrimSpace(i.Label); got != w.host.T(w.places[w.at].key) {
			t.Errorf("%s opens %s", got, w.places[w.at].name)
		}
	}
	for name, want := range map[string]string{"stock": "Ctrl+2", "replenish": "Alt+5", "purchases": "Alt+6", "counts": "Alt+7", "stock-reports": "Alt+8", "warehouses": "Alt+9", "scores": "Alt+0", "pricing": "Alt+-"} {
		if reached[name] != want {
			t.Errorf("%s is reached by %q; want %s", name, reached[name], want)
		}
	}
}

func TestAnImportIsShownOverItsScreen(t *testing.T) {
	w := start(t, filled(t), "en")
	w.Import(sheet.Products)
	if !strings.Contains(texts(w), "Choose file") {
		t.Fatalf("shows\n%s", texts(w))
	}
	tap(t, w, "Back")
	if _, ok := w.current().(*products.Screen); !ok || w.guest != nil {
		t.Errorf("shows %T", w.current())
	}
}

func TestTheLastChangeIsTakenBackAfterARestart(t *testing.T) {
	path := filled(t)
	w := start(t, path, "en")
	edit(t, w)
	w.current().Keep(func() {})
	w.end()
	w = start(t, path, "en")
	w.Undo()
	if w.host.Question() == nil {
		t.Fatalf("not asked, says %q", w.host.Bar.Text())
	}
	w.host.Question().Tap("Take it back")
	if _, err := w.store.Products.BySKU(t.Context(), "CUP-01"); err != nil {
		t.Errorf("the SKU before is gone: %v", err)
	}
}

func TestTheSizeOfTheWindowIsKept(t *testing.T) {
	path := filled(t)
	w := start(t, path, "en")
	w.win.Resize(fyne.NewSize(1111, 777))
	w.Close()
	if got := w.app.Preferences().Float(prefWidth); got != 1111 {
		t.Errorf("keeps %v", got)
	}
}

func TestWithoutADataFolderItIsMade(t *testing.T) {
	w := start(t, filepath.Join(t.TempDir(), "a", "b", "tradewind.db"), "en")
	if w.store == nil {
		t.Fatalf("shows\n%s", texts(w))
	}
	if _, err := os.Stat(w.path); errors.Is(err, os.ErrNotExist) {
		t.Error("no file")
	}
}

func TestTheLanguageChosenHoldsUnlessAnotherIsAskedFor(t *testing.T) {
	path := filled(t)
	w := start(t, path, "en")
	w.SetLanguage("zh")
	w.end()
	for asked, want := range map[string]string{"": "zh", "en": "en"} {
		again, err := NewWindow(w.app, path, asked)
		if err != nil {
			t.Fatal(err)
		}
		if got := again.host.Lang(); got != want {
			t.Errorf("asked for %q it speaks %q", asked, got)
		}
	}
}

func TestTakingBackNamesWhatWasChanged(t *testing.T) {
	w := start(t, filled(t), "zh")
	w.Undo()
	q := w.host.Question()
	if q == nil || !strings.Contains(q.Text, "产品 CUP-02") {
		t.Fatalf("asks %+v", q)
	}
}

func TestEscClosesADialogForFiles(t *testing.T) {
	w := start(t, filled(t), "en")
	w.host.OpenFile(kit.Tables, func(string) {})
	w.win.Canvas().Unfocus()
	w.typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("still open: %T", top)
	}
}

func TestEveryWordOfTheNavigationStandsWhole(t *testing.T) {
	for _, language := range []string{"en", "zh"} {
		w := start(t, filled(t), language)
		w.win.Resize(fyne.NewSize(1024, 700))
		for i, n := range w.items {
			if want := fyne.MeasureText(n.word.Text, theme.Size(kit.SizeText), fyne.TextStyle{}).Width; n.word.Size().Width < want {
				t.Errorf("%s: place %d, %q, has %v of %v", language, i, n.word.Text, n.word.Size().Width, want)
			}
		}
	}
}

func TestTakingBackAsksAboutUnsavedEdits(t *testing.T) {
	w := start(t, filled(t), "en")
	edit(t, w)
	w.Undo()
	w.host.Question().Tap("Take it back")
	q := w.host.Question()
	if q == nil || q.Title != w.host.T("screen.unsaved") {
		t.Fatalf("the edits went without asking: %v", q)
	}
	q.Escape()
	if !w.current().Dirty() {
		t.Error("the edits are gone")
	}
	if _, err := w.store.Products.BySKU(t.Context(), "CUP-02"); err != nil {
		t.Errorf("it was taken back all the same: %v", err)
	}
}
