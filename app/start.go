package app

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"

	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/container"
)

// opened is a data file that could be opened.
type opened struct {
	store *store.Store
	empty bool // nothing is in it yet
}

// Start opens the data file in the background and shows what comes of it: the screens, the first start or the trouble.
func (w *Window) Start() {
	w.win.SetMainMenu(nil)
	w.win.SetContent(container.NewCenter(kit.NewText(w.host.T("screen.opening"))))
	kit.Run(w.host, nil, w.open, func(o opened, err error) {
		if err != nil {
			w.trouble(err)
			return
		}
		w.store = o.store
		if o.empty {
			w.welcome()
			return
		}
		w.Build()
		w.backUp()
	})
}

// open locks and opens the data file, creating it when there is none.
func (w *Window) open(ctx context.Context) (opened, error) {
	if err := os.MkdirAll(filepath.Dir(w.path), 0o700); err != nil {
		return opened{}, err
	}
	free, err := store.Lock(w.path)
	if err != nil {
		return opened{}, err
	}
	w.free = free
	st, err := store.Open(ctx, w.path, store.Options{Now: w.host.Now})
	if err != nil {
		_ = free() // the file's own trouble is the one to tell
		return opened{}, err
	}
	company, err := st.Company.Get(ctx)
	if err != nil {
		return opened{st, false}, err
	}
	products, err := st.Products.Find(ctx, store.Query{Limit: 1}) // counting them would read the whole list
	return opened{st, company.Name == "" && len(products) == 0}, err
}

// backups is the folder of the automatic backups, beside the data file.
func (w *Window) backups() string { return filepath.Join(filepath.Dir(w.path), "backups") }

// backUp makes the dated backup that is due, in the background.
func (w *Window) backUp() {
	st, folder := w.store, w.backups()
	kit.Run(w.host, nil, func(ctx context.Context) (string, error) { return st.Backups.Auto(ctx, folder) },
		func(_ string, err error) {
			if err != nil {
				slog.Error("automatic backup", "err", err)
				w.host.Notice(w.host.T("screen.backup.failed"), nil)
			}
		})
}
