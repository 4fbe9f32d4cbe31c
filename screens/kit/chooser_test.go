package kit

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// kept are preferences that last as long as a test.
type kept struct {
	fyne.Preferences
	all map[string]string
}

func (k kept) SetString(name, value string) { k.all[name] = value }

func (k kept) StringWithFallback(name, other string) string {
	if v, ok := k.all[name]; ok {
		return v
	}
	return other
}

// home makes a home folder with some files and folders in its documents and returns a host and those documents.
func home(t *testing.T, names ...string) (*Host, string) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("USERPROFILE", dir)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, ".config"))
	docs := filepath.Join(dir, "Documents")
	for _, name := range append(names, "x/") {
		path := filepath.Join(docs, name)
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("sku\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	h := newHost(t)
	h.Prefs = kept{all: map[string]string{}}
	return h, docs
}

// names are what the open chooser lists.
func names(h *Host) []string {
	var all []string
	for _, e := range h.chooser.shown {
		all = append(all, e.name)
	}
	return all
}

func TestFoldersStandFirstAndNamesAreSortedAsPeopleCount(t *testing.T) {
	h, _ := home(t, "10.csv", "2.csv", "B.XLSX", "a.csv", "notes.pdf", ".secret.csv", "sub/")
	h.OpenFile(Tables, func(string) {})
	if got, want := names(h), []string{"sub", "x", "2.csv", "10.csv", "a.csv", "B.XLSX"}; !slices.Equal(got, want) {
		t.Errorf("lists %v, want %v", got, want)
	}
}

func TestAFileIsFoundAndChosenByKeyboardAlone(t *testing.T) {
	h, docs := home(t, "cups.csv", "prices.xlsx", "orders.csv")
	got := ""
	h.OpenFile(Tables, func(path string) { got = path })
	f := h.Window.Canvas().Focused()
	for _, r := range "RIC" {
		f.TypedRune(r)
	}
	if n := names(h); !slices.Equal(n, []string{"prices.xlsx"}) {
		t.Fatalf("finds %v", n)
	}
	press(h, fyne.KeyReturn)
	if want := filepath.Join(docs, "prices.xlsx"); got != want || h.Choosing() {
		t.Errorf("chose %q, want %q; still open: %v", got, want, h.Choosing())
	}
	if top := h.Window.Canvas().Overlays().Top(); top != nil {
		t.Errorf("%T still lies over the window", top)
	}
}

func TestFoldersAreWalkedByKeyboard(t *testing.T) {
	h, docs := home(t, "a/in.csv", "b/")
	h.OpenFile(Tables, func(string) {})
	press(h, fyne.KeyReturn)
	if h.chooser.folder != filepath.Join(docs, "a") || !slices.Equal(names(h), []string{"in.csv"}) {
		t.Fatalf("in %s: %v", h.chooser.folder, names(h))
	}
	press(h, fyne.KeyBackspace)
	if h.chooser.folder != docs || h.chooser.shown[h.chooser.at].name != "a" {
		t.Fatalf("Backspace leads to %s, marked row %d", h.chooser.folder, h.chooser.at)
	}
	press(h, fyne.KeyDown)
	press(h, fyne.KeyReturn)
	if h.chooser.folder != filepath.Join(docs, "b") {
		t.Fatalf("in %s", h.chooser.folder)
	}
	h.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	if h.chooser.folder != docs {
		t.Errorf("Alt+Up leads to %s", h.chooser.folder)
	}
	h.chooser.back()
	if h.chooser.folder != filepath.Join(docs, "b") {
		t.Errorf("back leads to %s", h.chooser.folder)
	}
	press(h, fyne.KeyEscape)
	if h.Choosing() {
		t.Error("Esc doesn't close")
	}
}

func TestAPastedPathIsFollowed(t *testing.T) {
	h, docs := home(t, "cups.csv", "sub/in.csv")
	got := ""
	for _, text := range []string{filepath.Join(docs, "cups.csv"), `"` + filepath.Join(docs, "cups.csv") + `"`, "file://" + filepath.ToSlash(docs) + "/cups.csv", "~/Documents/cups.csv", "cups.csv"} {
		got = ""
		h.OpenFile(Tables, func(path string) { got = path })
		h.chooser.path.SetText(text)
		h.Focus(h.chooser.path)
		press(h, fyne.KeyReturn)
		if got != filepath.Join(docs, "cups.csv") {
			t.Errorf("%q gives %q", text, got)
		}
	}
	h.OpenFile(Tables, func(string) {})
	h.Window.Canvas().Focused().TypedRune('~')
	if h.Window.Canvas().Focused() != fyne.Focusable(h.chooser.path) || h.chooser.path.Text != "~" {
		t.Fatal("a path can't be typed at once")
	}
	test.Type(h.chooser.path, "/Documents/sub")
	press(h, fyne.KeyReturn)
	if h.chooser.folder != filepath.Join(docs, "sub") {
		t.Errorf("in %s", h.chooser.folder)
	}
}

func TestAPathThatIsntThereIsSaidAndNothingMoves(t *testing.T) {
	h, docs := home(t, "cups.csv")
	h.OpenFile(Tables, func(string) {})
	h.chooser.goTo("nowhere")
	if !strings.Contains(h.chooser.said.Text, "There is no file or folder") || h.chooser.said.Hidden {
		t.Errorf("says %q", h.chooser.said.Text)
	}
	if h.chooser.folder != docs || len(names(h)) != 2 {
		t.Errorf("in %s: %v", h.chooser.folder, names(h))
	}
}

func TestTheFolderLastUsedIsRememberedPerPurpose(t *testing.T) {
	h, docs := home(t, "sub/in.csv", "pic.png")
	h.OpenFile(Tables, func(string) {})
	h.chooser.goTo(filepath.Join(docs, "sub", "in.csv"))
	h.OpenFile(Tables, func(string) {})
	if h.chooser.folder != filepath.Join(docs, "sub") {
		t.Errorf("tables begin in %s", h.chooser.folder)
	}
	h.OpenFile(Pictures, func(string) {})
	if h.chooser.folder != docs {
		t.Errorf("pictures begin in %s", h.chooser.folder)
	}
	if err := os.RemoveAll(filepath.Join(docs, "sub")); err != nil {
		t.Fatal(err)
	}
	h.OpenFile(Tables, func(string) {})
	if h.chooser.folder != docs || !h.chooser.said.Hidden {
		t.Errorf("without that folder it begins in %s and says %q", h.chooser.folder, h.chooser.said.Text)
	}
}

func TestBackupsAreChosenWhereTheProgramKeepsThem(t *testing.T) {
	h, docs := home(t, "sub/a.db")
	h.Backups = filepath.Join(docs, "sub")
	h.OpenFile(Backups, func(string) {})
	if !slices.Equal(names(h), []string{"a.db"}) {
		t.Errorf("in %s: %v", h.chooser.folder, names(h))
	}
}

func TestPlacesAreNamedAndExist(t *testing.T) {
	h, docs := home(t, "sub/")
	if err := os.MkdirAll(filepath.Join(docs, "..", ".config"), 0o755); err != nil {
		t.Fatal(err)
	}
	dirs := filepath.Join(docs, "..", ".config", "user-dirs.dirs")
	if err := os.WriteFile(dirs, []byte("# here\nXDG_DOCUMENTS_DIR=\"$HOME/Documents\"\nXDG_DESKTOP_DIR=\"$HOME/Documents/sub\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.OpenFile(Tables, func(string) {})
	var words []string
	for _, o := range h.chooser.shelf.Objects {
		words = append(words, o.(*Button).Text)
	}
	if got := strings.Join(words, " "); !strings.HasPrefix(got, "Desktop Documents Home") || strings.Contains(got, "Downloads") {
		t.Errorf("offers %q", got)
	}
	test.Tap(h.chooser.shelf.Objects[0].(*Button))
	if h.chooser.folder != filepath.Join(docs, "sub") {
		t.Errorf("the desktop is %s", h.chooser.folder)
	}
}

func TestAFileIsTappedTwiceToOpenAndOnceToMark(t *testing.T) {
	h, docs := home(t, "a.csv", "b.csv")
	got := ""
	h.OpenFile(Tables, func(path string) { got = path })
	h.chooser.tap(2)
	if got != "" || h.chooser.at != 2 {
		t.Fatalf("chose %q, marked %d", got, h.chooser.at)
	}
	h.chooser.tap(2)
	if got != filepath.Join(docs, "b.csv") {
		t.Errorf("chose %q", got)
	}
}

func TestAnEndingIsAddedAndAnExistingFileAskedAbout(t *testing.T) {
	h, docs := home(t, "old.db")
	got := ""
	save := func(name string) {
		got = ""
		h.SaveFile("backup.db", func(path string) { got = path })
		h.chooser.name.SetText(name)
		press(h, fyne.KeyReturn)
	}
	if save("fresh"); got != filepath.Join(docs, "fresh.db") {
		t.Errorf("saves %q", got)
	}
	save("old")
	q := h.Question()
	if got != "" || q == nil || !strings.Contains(q.Text, "old.db") {
		t.Fatalf("saves %q without asking: %v", got, q)
	}
	q.Escape()
	if got != "" || !h.Choosing() {
		t.Fatalf("Esc saves %q", got)
	}
	press(h, fyne.KeyReturn)
	h.Question().Tap("Replace 1 file")
	if got != filepath.Join(docs, "old.db") {
		t.Errorf("saves %q", got)
	}
	if b, err := os.ReadFile(got); err != nil || len(b) == 0 {
		t.Errorf("the file to replace is gone already: %v", err)
	}
	if save(""); got != "" || h.chooser.said.Hidden {
		t.Errorf("without a name it saves %q", got)
	}
	if save("x"); got != "" || h.chooser.folder != filepath.Join(docs, "x") {
		t.Errorf("the name of a folder saves %q, in %s", got, h.chooser.folder)
	}
}

func TestAWholePathIsTypedAsAName(t *testing.T) {
	h, docs := home(t, "sub/")
	got := ""
	h.SaveFile("invoice.pdf", func(path string) { got = path })
	h.chooser.name.SetText(filepath.Join(docs, "sub", "new.pdf"))
	press(h, fyne.KeyReturn)
	press(h, fyne.KeyReturn)
	if got != filepath.Join(docs, "sub", "new.pdf") {
		t.Errorf("saves %q; says %q", got, h.chooser.said.Text)
	}
}

func TestAFolderIsMadeAndChosen(t *testing.T) {
	h, docs := home(t)
	got := ""
	h.OpenFolder(func(path string) { got = path })
	h.chooser.askFolder()
	test.Type(h.Window.Canvas().Focused(), "2026")
	press(h, fyne.KeyReturn)
	test.Tap(h.chooser.ok)
	if want := filepath.Join(docs, "2026"); got != want {
		t.Errorf("chose %q, want %q", got, want)
	}
}

func TestAFolderThatExistsIsntMadeTwice(t *testing.T) {
	h, _ := home(t)
	h.OpenFolder(func(string) {})
	h.chooser.makeFolder("x")
	if !strings.Contains(h.chooser.said.Text, "already") {
		t.Errorf("says %q", h.chooser.said.Text)
	}
}

func TestTheMarkedPictureIsShown(t *testing.T) {
	h, docs := home(t, "broken.png")
	file, err := os.Create(filepath.Join(docs, "cup.png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, image.NewGray(image.Rect(0, 0, 900, 500))); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	h.OpenFile(Pictures, func(string) {})
	h.chooser.markNamed("cup.png")
	if got := h.chooser.look.words.Text; got != "cup.png\n900 × 500 pixels" || len(h.chooser.look.view.Objects) != 2 {
		t.Errorf("shows %q", got)
	}
	h.chooser.markNamed("broken.png")
	if got := h.chooser.look.words.Text; !strings.Contains(got, "no picture") || len(h.chooser.look.view.Objects) != 1 {
		t.Errorf("shows %q", got)
	}
}

func TestSizesAreReadable(t *testing.T) {
	for size, want := range map[int64]string{0: "0 B", 900: "900 B", 1536: "1.5 KB", 20 << 10: "20 KB", 3<<20 + 200<<10: "3.1 MB", 5 << 30: "5.0 GB"} {
		if got := sizeText(size); got != want {
			t.Errorf("%d bytes are %q, want %q", size, got, want)
		}
	}
}

func TestNamesWindowsCantHoldAreRefusedThere(t *testing.T) {
	for _, name := range []string{"a:b.pdf", "what?.pdf", "dot.", "a|b"} {
		if !badName(name, true) || badName(name, false) {
			t.Errorf("%q", name)
		}
	}
	if badName("发票 CI-2026-0001.pdf", true) || !badName("..", false) {
		t.Error("a good name is refused, or a bad one taken")
	}
}

func TestAChooserFitsASmallWindow(t *testing.T) {
	h, _ := home(t, "a.csv")
	h.Window.Resize(fyne.NewSize(1024, 700))
	h.OpenFile(Tables, func(string) {})
	if s := h.chooser.popup.MinSize(); s.Width > 1024 || s.Height > 700 {
		t.Errorf("wants %v", s)
	}
	if b := h.chooser.ok; b.Size().IsZero() {
		t.Error("the button has no room")
	}
}
