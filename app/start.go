package app

import (
	"context"
	"os"
	"path/filepath"

	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2/container"
)

// Start opens the data file in the background and shows what comes of it: the screens, the first start or the trouble.
func (w *Window) Start() {
	w.win.SetContent(container.NewCenter(kit.NewText(w.host.T("screen.opening"))))
	kit.Run(w.host, nil, w.open, func(st *store.Store, err error) {
		if err != nil {
			w.trouble(err)
			return
		}
		w.store = st
		w.Build()
	})
}

// open locks and opens the data file, creating it when there is none.
func (w *Window) open(ctx context.Context) (*store.Store, error) {
	if err := os.MkdirAll(filepath.Dir(w.path), 0o700); err != nil {
		return nil, err
	}
	free, err := store.Lock(w.path)
	if err != nil {
		return nil, err
	}
	w.free = free
	return store.Open(ctx, w.path, store.Options{Now: w.host.Now})
}

// trouble says why the data file can't be opened.
func (w *Window) trouble(err error) {
	w.win.SetContent(container.NewCenter(kit.NewText(err.Error())))
}
