package app

import (
	"context"
	"errors"
	"log/slog"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// trouble says in a sentence why the data file can't be opened, and offers the way back to a backup where that helps.
func (w *Window) trouble(err error) {
	slog.Error("open the data file", "path", w.path, "err", err)
	t := w.host.T
	var newer store.NewerFileError
	sentence, restorable := t("screen.trouble.other", "Detail", err.Error()), true
	switch {
	case errors.Is(err, store.ErrOpenElsewhere):
		sentence, restorable = t("screen.trouble.elsewhere"), false
	case errors.As(err, &newer):
		sentence, restorable = t("screen.trouble.newer"), false
	case errors.Is(err, store.ErrNotOurs), errors.Is(err, data.ErrDamaged):
		sentence = t("screen.trouble.not_ours")
	}
	buttons := kit.Row(kit.Small, kit.Spring())
	again := kit.NewButton(t("screen.trouble.again"), nil, w.Start)
	quit := kit.NewButton(t("screen.quit"), nil, w.Close)
	first := quit
	if restorable {
		buttons.Add(quit)
		buttons.Add(again)
		first = kit.NewButton(t("screen.file.restore"), theme.FolderOpenIcon(), func() {
			w.host.OpenFile(kit.Backups, w.Restore)
		}).Main()
		buttons.Add(first)
	} else {
		buttons.Add(again)
		buttons.Add(quit.Main())
	}
	w.center(t("screen.trouble"), kit.NewParagraph(sentence), kit.NewHint(w.path), buttons)
	w.host.Focus(first)
}

// center shows a title over objects in the middle of the window.
func (w *Window) center(title string, objects ...fyne.CanvasObject) {
	w.win.SetMainMenu(nil)
	page := kit.Pile(kit.Large, append([]fyne.CanvasObject{kit.NewHeading(title)}, objects...)...)
	w.win.SetContent(container.NewStack(kit.NewPanel(kit.ColorSurface, 0), kit.Middle(520, kit.Card(page))))
}

// Restore replaces the data file by the backup at from and opens it. The replaced file is kept beside it.
func (w *Window) Restore(from string) {
	w.end()
	path, now := w.path, w.host.Now()
	kit.Run(w.host, nil, func(context.Context) (string, error) {
		return store.Restore(context.Background(), from, path, now)
	}, func(kept string, err error) {
		if err != nil {
			w.trouble(err)
			return
		}
		w.Start()
		w.host.Notice(w.host.T("screen.restored", "File", kept), nil)
	})
}
