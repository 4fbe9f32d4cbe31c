package app

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tradewind/data/store"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestLook(t *testing.T) {
	a := test.NewTempApp(t)
	for _, lang := range []string{"en", "zh"} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1600, Height: 1000}} {
			w, err := NewWindow(a, filepath.Join(t.TempDir(), "x.db"), lang)
			if err != nil {
				t.Fatal(err)
			}
			w.host.Go = func(f func()) { f() }
			w.host.Later = nil
			w.win.Resize(size)
			w.store, err = store.Open(t.Context(), w.path, store.Options{Now: w.host.Now})
			t.Log(err)
			w.Build()
			for w.host.Question() != nil {
				w.host.Question().Escape()
			}
			w.current().New()
			img := w.win.Canvas().Capture()
			f, _ := os.Create(fmt.Sprintf("/tmp/look-%s-%v.png", lang, size.Width))
			png.Encode(f, img)
			f.Close()
		}
	}
}
