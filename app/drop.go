package app

import (
	"tradewind/data/sheet"
	"tradewind/screens/imports"
	"tradewind/screens/kit"
	"tradewind/screens/orders"

	"fyne.io/fyne/v2"
)

// taker is a screen that can take a picture at a place of the window; false when it has no use for it there.
type taker interface {
	TakePicture(at fyne.Position, path string) bool
}

// dropped takes files that were dragged onto the window: pictures go to the record shown, a table is looked at as an
// import, never written at once. An open chooser takes the file as if its path had been typed.
func (w *Window) dropped(at fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.host.Question() != nil {
		return
	}
	path := files[0].Path()
	switch {
	case w.host.DropFile(path), w.store == nil || len(w.screens) == 0:
	case w.fileDropped(files):
	case kit.Pictures.Takes(path):
		w.picturesDropped(at, files)
	default:
		w.tableDropped(path)
	}
}

// fileDropped puts files into the folder of the order shown, while that is in front.
func (w *Window) fileDropped(files []fyne.URI) bool {
	s, ok := w.current().(*orders.Screen)
	if !ok || w.files == nil || !s.Shows(w.files.Object()) {
		return false
	}
	for _, f := range files {
		w.files.Take(f.Path())
	}
	return true
}

func (w *Window) picturesDropped(at fyne.Position, files []fyne.URI) {
	s, ok := w.current().(taker)
	for _, f := range files {
		if !ok || kit.Pictures.Takes(f.Path()) && !s.TakePicture(at, f.Path()) {
			w.host.Notice(w.host.T("screen.drop.picture"), nil)
			return
		}
	}
}

func (w *Window) tableDropped(path string) {
	if s, ok := w.guest.(*imports.Screen); ok {
		s.Load(path)
		return
	}
	target := sheet.Products
	switch w.places[w.at].name {
	case "stock":
		target = sheet.Stock
	case "partners":
		target = sheet.Partners
	case "orders":
		target = sheet.Orders
	}
	w.leave(func() {
		w.importOver(target).Load(path)
	})
}
