package app

import (
	"tradewind/data/sheet"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// The shortcuts of the program, named once for menu and handlers. Keys that fields need (Ctrl+Z, Ctrl+C …) must not be
// among them: the menu would take them away from the field.
var (
	keySave   = control(fyne.KeyS)
	keyNew    = control(fyne.KeyN)
	keyFind   = control(fyne.KeyF)
	keyJump   = control(fyne.KeyG)
	keyImport = control(fyne.KeyI)
	keyExport = control(fyne.KeyE)
	keyQuit   = control(fyne.KeyQ)
	keyUndo   = &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierAlt}
	keyNext   = control(fyne.KeyPageDown)
	keyBefore = control(fyne.KeyPageUp)
	keyPlaces = []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9} // with Ctrl
	keyParts  = append(keyPlaces[:9:9], fyne.Key0, fyne.KeyMinus)                                                                 // with Alt
)

func control(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

// menu is the main menu. Its shortcuts work wherever the keyboard is, also while a field has it.
func (w *Window) menu() *fyne.MainMenu {
	t := w.host.T
	record := fyne.NewMenu(t("screen.menu.record"),
		item(t("screen.save"), keySave, w.on(func(s Screen) { s.Keep(func() {}) })),
		item(t("screen.new"), keyNew, w.on(func(s Screen) { s.New() })),
		item(t("screen.find"), keyFind, w.on(func(s Screen) { s.Find() })),
		item(t("jump.menu"), keyJump, w.on(func(s Screen) {
			if long, ok := s.(interface{ Jump() }); ok {
				long.Jump()
			}
		})),
		item(t("order.desk.next"), keyNext, w.on(func(s Screen) { turn(s, 1) })),
		item(t("order.desk.before"), keyBefore, w.on(func(s Screen) { turn(s, -1) })),
		fyne.NewMenuItemSeparator(),
		item(t("screen.menu.undo"), keyUndo, w.on(func(Screen) { w.Undo() })),
		item(t("screen.menu.import"), keyImport, w.on(func(Screen) { w.Import(sheet.Products) })),
		item(t("export.menu"), keyExport, w.on(func(Screen) { w.Export() })),
		fyne.NewMenuItemSeparator(),
		quit(item(t("screen.quit"), keyQuit, w.Close)))
	pages := fyne.NewMenu(t("screen.menu.go"))
	keys, parts := keyPlaces, keyParts
	for i, p := range w.places {
		one := fyne.NewMenuItem(t(p.key), w.on(func(Screen) { w.Go(i) }))
		if p.part {
			one.Label = "    " + one.Label
			parts = numbered(one, parts, fyne.KeyModifierAlt)
		} else {
			keys = numbered(one, keys, fyne.KeyModifierShortcutDefault)
		}
		pages.Items = append(pages.Items, one)
	}
	return fyne.NewMainMenu(record, pages)
}

// turn brings the next or the last view of the record shown in front, where there are several.
func turn(s Screen, by int) {
	if many, ok := s.(interface{ NextView(by int) }); ok {
		many.NextView(by)
	}
}

// numbered gives an item the first of the keys and returns the others; without any left it is reached by its name alone.
func numbered(m *fyne.MenuItem, keys []fyne.KeyName, with fyne.KeyModifier) []fyne.KeyName {
	if len(keys) == 0 {
		return nil
	}
	m.Shortcut = &desktop.CustomShortcut{KeyName: keys[0], Modifier: with}
	return keys[1:]
}

func item(word string, key *desktop.CustomShortcut, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(word, do)
	m.Shortcut = key
	return m
}

// quit marks the item that ends the program, so that Fyne doesn't add one of its own.
func quit(m *fyne.MenuItem) *fyne.MenuItem { m.IsQuit = true; return m }

// covered reports whether a question or a chooser lies over the window, so that nothing may happen under it.
func (w *Window) covered() bool { return w.host.Question() != nil || w.host.Choosing() }

// on returns what a menu item does with the screen shown; while the window is covered it does nothing.
func (w *Window) on(do func(Screen)) func() {
	return func() {
		if s := w.current(); s != nil && !w.covered() {
			do(s)
		}
	}
}
