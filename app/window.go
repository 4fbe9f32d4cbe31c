package app

import (
	"cmp"
	"os"

	"tradewind/assets"
	"tradewind/data/sheet"
	"tradewind/data/store"
	"tradewind/i18n"
	"tradewind/screens/exports"
	"tradewind/screens/folder"
	"tradewind/screens/imports"
	"tradewind/screens/kit"
	"tradewind/screens/settings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
)

// Names of the preferences.
const (
	prefLanguage = "language"
	prefTheme    = "theme" // "light", "dark" or "" for the system's
	prefWidth    = "window.width"
	prefHeight   = "window.height"
)

// Window is the program's window over one data file.
type Window struct {
	app   fyne.App
	win   fyne.Window
	host  *kit.Host
	store *store.Store
	path  string
	free  func() error // ends the lock on the file

	files   *folder.Desk // of the order shown
	places  []place
	at      int
	items   []*navItem
	list    *fyne.Container // of the items
	screens []Screen        // by place; nil until first shown
	guest   Screen          // shown over the place: an import
	body    *fyne.Container
}

// NewWindow returns the window of the data file at path, not yet shown. It speaks language where one was asked for, else
// the one the merchant chose last, and before the first choice that of TRADEWIND_LANG or of the system.
func NewWindow(a fyne.App, path, language string) (*Window, error) {
	w := &Window{app: a, win: a.NewWindow("Tradewind"), path: path, places: places(), free: func() error { return nil }}
	a.Settings().SetTheme(w.theme())
	if err := w.speak(cmp.Or(language, a.Preferences().String(prefLanguage), os.Getenv("TRADEWIND_LANG"), string(lang.SystemLocale()))); err != nil {
		return nil, err
	}
	prefs := a.Preferences()
	w.win.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w.win.SetOnDropped(w.dropped)
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.win.Resize(fyne.NewSize(float32(prefs.FloatWithFallback(prefWidth, 1280)), float32(prefs.FloatWithFallback(prefHeight, 720))))
	w.win.CenterOnScreen()
	w.win.SetCloseIntercept(w.Close)
	w.win.Canvas().SetOnTypedKey(w.typed)
	return w, nil
}

// The window's faces. They are the same resources for every theme, because the toolkit keeps what it made of a font for
// as long as it runs: with new ones each change of the look would cost a hundred megabytes.
var (
	regular = fyne.NewStaticResource("NotoSansSC-Regular.ttf", assets.NotoSansSCRegular)
	bold    = fyne.NewStaticResource("NotoSansSC-Bold.ttf", assets.NotoSansSCBold)
)

// theme returns our theme in the variant the merchant chose.
func (w *Window) theme() kit.Theme {
	t := kit.Theme{Regular: regular, Bold: bold}
	variants := map[string]fyne.ThemeVariant{"light": theme.VariantLight, "dark": theme.VariantDark}
	if v, ok := variants[w.app.Preferences().String(prefTheme)]; ok {
		t.Variant = &v
	}
	return t
}

// speak makes the window and Fyne's own words speak language, English when it has no catalogs.
func (w *Window) speak(language string) error {
	words, err := i18n.New(language)
	if err != nil {
		if words, err = i18n.New("en"); err != nil {
			return err
		}
	}
	if own, err := i18n.Toolkit(words.Lang()); err == nil {
		_ = lang.AddTranslationsForLocale(own, lang.SystemLocale()) // else Fyne's words stay in the system's language
	}
	before := w.host
	w.host = kit.NewHost(words, w.win, w.app.Preferences())
	w.host.Backups = w.backups()
	if before != nil {
		w.host.Go, w.host.Later, w.host.Now = before.Go, before.Later, before.Now
	}
	return nil
}

// SetLanguage speaks another language from now on. The screens are built anew, so unsaved edits are asked about first.
func (w *Window) SetLanguage(language string) {
	w.leave(func() {
		w.app.Preferences().SetString(prefLanguage, language)
		if err := w.speak(language); err != nil {
			w.host.ShowError(err)
			return
		}
		w.Build()
	})
}

// Build makes the navigation and the screen shown, as after a change of language.
func (w *Window) Build() {
	chosen := ""
	if o, ok := w.current().(opener); ok {
		chosen = o.Chosen()
	}
	w.guest = nil
	w.screens = make([]Screen, len(w.places))
	w.body = container.NewStack()
	w.win.SetMainMenu(w.menu())
	w.win.SetContent(kit.Frame(nil, nil, w.navigation(), nil,
		w.host.Bar.Under(w.body)))
	w.show(w.at)
	if chosen == "" {
		return
	}
	switch o := w.current().(type) {
	case interface{ Reopen(key string) }:
		o.Reopen(chosen)
	case opener:
		o.Open(chosen)
	}
}

func (w *Window) current() Screen {
	if w.guest != nil {
		return w.guest
	}
	if w.at < len(w.screens) {
		return w.screens[w.at]
	}
	return nil
}

// Go shows the n-th place, counted from 0; unsaved edits are asked about first. The place that is shown already asks the
// store again, because a command may have written beside the window, unless there are edits to lose.
func (w *Window) Go(n int) {
	switch {
	case n < 0 || n >= len(w.places):
	case n != w.at || w.guest != nil:
		w.leave(func() { w.show(n) })
	case !w.current().Dirty():
		w.current().Reload()
	}
}

// Open shows the record called key on the screen called name.
func (w *Window) Open(name, key string) {
	for i, p := range w.places {
		if p.name != name {
			continue
		}
		w.leave(func() {
			w.show(i)
			if o, ok := w.current().(opener); ok {
				o.Open(key)
			}
		})
	}
}

func (w *Window) show(n int) {
	w.at, w.guest = n, nil
	if w.screens[n] == nil {
		w.screens[n] = w.places[n].make(w)
	} else {
		w.screens[n].Reload()
	}
	w.chooseItem(n)
	w.put(w.screens[n])
}

func (w *Window) put(s Screen) {
	w.body.Objects = []fyne.CanvasObject{s.Object()}
	w.body.Refresh()
	s.Find()
}

// Import shows the import of files of target over the place shown, and comes back to it.
func (w *Window) Import(target sheet.Target) {
	w.leave(func() { w.importOver(target) })
}

// importOver puts the import over the place shown.
func (w *Window) importOver(target sheet.Target) *imports.Screen {
	back := w.at
	s := imports.New(w.host, w.store, target, func() { w.show(back) })
	w.guest = s
	w.put(s)
	return s
}

// exported are the records that are proposed for export where a place shows them; elsewhere it is products.
var exported = map[string]sheet.Target{
	"stock": sheet.Stock, "partners": sheet.Partners, "orders": sheet.Orders, "showcase": sheet.ListingFigures, "keywords": sheet.Keywords,
	"rules": sheet.Markets,
}

// Export asks which records are to be written to a file. What is typed is saved first, or left out.
func (w *Window) Export() {
	w.leave(func() { exports.Ask(w.host, w.store, cmp.Or(exported[w.places[w.at].name], sheet.Products)) })
}

// settings makes the settings, with what only the window can do.
func (w *Window) settings() Screen {
	return settings.New(w.host, w.store, settings.Program{
		Language: w.SetLanguage, Theme: w.SetTheme, Look: w.app.Preferences().String(prefTheme),
		Restore: w.Restore, Folder: w.backups(),
	})
}

// SetTheme draws in another theme from now on: "light", "dark" or "" for the system's.
func (w *Window) SetTheme(name string) {
	w.app.Preferences().SetString(prefTheme, name)
	w.app.Settings().SetTheme(w.theme())
	w.leave(w.Build)
}

// leave goes on to next unless there are unsaved edits and the merchant wants to stay with them.
func (w *Window) leave(next func()) {
	s := w.current()
	if s == nil {
		next()
		return
	}
	w.host.Leave(s.Dirty(), s.Keep, next, nil)
}

// Close asks about unsaved edits, waits for writes, remembers the window's size and ends the program.
func (w *Window) Close() {
	if w.host.Busy() {
		w.host.Tell(w.host.T("screen.busy"), w.host.T("screen.busy.text"))
		return
	}
	w.leave(func() {
		size := w.win.Canvas().Size()
		w.app.Preferences().SetFloat(prefWidth, float64(size.Width))
		w.app.Preferences().SetFloat(prefHeight, float64(size.Height))
		w.end()
		w.win.Close()
	})
}

// end lets go of the data file.
func (w *Window) end() {
	if w.store != nil {
		_ = w.store.Close() // everything confirmed is on disk already
		w.store = nil
	}
	_ = w.free()
}

// typed deals with keys that no field took.
func (w *Window) typed(key *fyne.KeyEvent) {
	if key.Name != fyne.KeyEscape {
		return
	}
	if q := w.host.Question(); q != nil {
		q.Escape()
	} else if s := w.current(); !w.host.CloseFiles() && s != nil {
		s.Find()
	}
}
