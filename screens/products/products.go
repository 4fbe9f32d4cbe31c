// Package products is the screen where the merchant keeps the catalogue.
package products

import (
	"context"
	"reflect"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Screen shows the catalogue on the left and the chosen product on the right.
type Screen struct {
	host   *kit.Host
	store  *store.Store
	finder *kit.Finder[data.Product]
	editor *editor
	record *fyne.Container // the editor, or what to do while nothing is chosen

	chosen data.Product // as stored; its ID is 0 for a new one
	shown  data.Product // what read gives for the untouched form: what differs from it is unsaved
	open   bool         // the editor is shown

	content       fyne.CanvasObject
	save, archive *kit.Button
	OnImport      func() // opens the import; the window sets it
}

// New returns the screen with the first page of the catalogue on its way.
func New(host *kit.Host, st *store.Store) *Screen {
	s := &Screen{host: host, store: st, OnImport: func() {}}
	s.editor = newEditor(host, st)
	s.finder = kit.NewFinder(host, host.T("screen.products.search"), s.find,
		func(p data.Product) string { return p.SKU }, s.line)
	s.finder.OnChosen = s.choose
	s.finder.WhenEmpty(host.T("screen.products.none"),
		kit.NewButton(host.T("screen.import"), theme.FolderOpenIcon(), func() { s.OnImport() }))
	s.save = kit.NewButton(host.T("screen.save"), theme.DocumentSaveIcon(), func() { s.Keep(func() {}) }).Main()
	s.archive = kit.NewButton(host.T("screen.archive"), nil, s.putAway)
	add := kit.NewButton(host.T("screen.new"), theme.ContentAddIcon(), s.New)
	bring := kit.NewButton(host.T("screen.import"), theme.FolderOpenIcon(), func() { s.OnImport() })
	s.record = container.NewStack()
	s.content = kit.Page(host.T("screen.products"), []fyne.CanvasObject{bring, s.archive, add, s.save},
		kit.Thirds(s.finder.Content, s.record))
	s.close()
	s.finder.Reload()
	return s
}

// Object is the whole screen.
func (s *Screen) Object() fyne.CanvasObject { return s.content }

// Reload asks the store again.
func (s *Screen) Reload() { s.finder.Reload() }

// Find gives the search box the keyboard.
func (s *Screen) Find() { s.finder.Focus() }

// Chosen returns the SKU of the product shown.
func (s *Screen) Chosen() string { return s.chosen.SKU }

// Open shows the product with this SKU.
func (s *Screen) Open(sku string) {
	kit.Run(s.host, nil,
		func(ctx context.Context) (data.Product, error) { return s.store.Products.BySKU(ctx, sku) },
		func(p data.Product, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.show(p)
		})
}

func (s *Screen) find(ctx context.Context, words, after string) ([]data.Product, error) {
	return s.store.Products.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
}

// line is a product in the list.
func (s *Screen) line(p data.Product) kit.Line {
	l := kit.Line{Code: p.SKU, Title: p.Name.In(s.host.Lang())}
	if p.Price != nil {
		l.Right = p.Price.Shown(p.Currency)
	}
	return l
}

// choose shows a product of the list, after asking about unsaved edits.
func (s *Screen) choose(p data.Product) {
	s.host.Leave(s.Dirty(), s.Keep, func() { s.show(p) }, func() { s.finder.Mark(s.chosen.SKU) })
}

// New shows an empty product.
func (s *Screen) New() {
	s.host.Leave(s.Dirty(), s.Keep, func() {
		s.show(data.Product{})
		s.finder.Mark("")
		s.editor.form.FocusField("sku")
	}, nil)
}

// show fills the editor from p.
func (s *Screen) show(p data.Product) {
	s.chosen = p
	s.editor.show(p)
	s.shown, _ = s.editor.read(p)
	s.open = true
	s.record.Objects = []fyne.CanvasObject{s.editor.form.Content}
	s.record.Refresh()
	s.finder.Mark(p.SKU)
	s.save.Enable()
	s.archive.Enable()
	if p.ID == 0 {
		s.archive.Disable()
	}
}

// close takes the record away.
func (s *Screen) close() {
	s.chosen, s.open = data.Product{}, false
	s.record.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("screen.products.choose"),
		kit.NewButton(s.host.T("screen.products.new"), theme.ContentAddIcon(), s.New))}
	s.record.Refresh()
	s.save.Disable()
	s.archive.Disable()
}

// Dirty reports whether the editor differs from what is stored.
func (s *Screen) Dirty() bool {
	if !s.open {
		return false
	}
	now, err := s.editor.read(s.chosen)
	return err != nil || !reflect.DeepEqual(now, s.shown)
}

// Keep saves what the editor says, shows what came back and goes on to then.
func (s *Screen) Keep(then func()) {
	if !s.open {
		return
	}
	p, err := s.editor.read(s.chosen)
	if err != nil {
		s.editor.form.Complain(err)
		return
	}
	kit.Run(s.host, s.save,
		func(ctx context.Context) (data.Product, error) { return s.store.Products.Save(ctx, p) },
		func(saved data.Product, err error) {
			if err != nil {
				s.editor.form.Complain(err)
				return
			}
			s.editor.form.Clear()
			s.show(saved)
			s.finder.Reload()
			s.host.Notice(s.host.T("screen.saved"), func() { s.undo(saved) })
			then()
		})
}

// undo takes the newest save of p back.
func (s *Screen) undo(p data.Product) {
	kit.Run(s.host, nil,
		func(ctx context.Context) (data.Product, error) { return s.takeBack(ctx, p) },
		func(before data.Product, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			if before.ID == 0 || before.Archived {
				s.close()
			} else {
				s.show(before)
			}
			s.finder.Reload()
			s.host.Notice(s.host.T("screen.undone"), nil)
		})
}

// takeBack undoes and returns the product as it is then; the zero product when it is gone.
func (s *Screen) takeBack(ctx context.Context, p data.Product) (data.Product, error) {
	saves, err := s.store.Journal.History(ctx, p.UUID)
	if err != nil || len(saves) == 0 {
		return p, err
	}
	if err := s.store.Journal.Undo(ctx, saves[0].Batch); err != nil {
		return p, err
	}
	if saves[0].Before == nil {
		return data.Product{}, nil
	}
	return s.store.Products.Get(ctx, p.ID)
}

// putAway archives the product, after saying so.
func (s *Screen) putAway() {
	p := s.chosen
	s.host.Ask(s.host.T("screen.products.archive"), s.host.T("screen.products.archive.text", "SKU", p.SKU),
		kit.Choice{Word: s.host.T("screen.archive.do"), Danger: true, Then: func() { s.archiveNow(p) }},
		kit.Choice{Word: s.host.T("screen.cancel")})
}

func (s *Screen) archiveNow(p data.Product) {
	kit.Run(s.host, s.archive,
		func(ctx context.Context) (bool, error) { return true, s.store.Products.Archive(ctx, p.ID, true) },
		func(_ bool, err error) {
			if err != nil {
				s.host.ShowError(err)
				return
			}
			s.close()
			s.finder.Reload()
			s.host.Notice(s.host.T("screen.archived", "Name", p.SKU), func() { s.undo(p) })
		})
}
