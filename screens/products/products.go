// Package products is the screen where the merchant keeps the catalogue.
package products

import (
	"context"
	"errors"
	"image"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Screen shows the catalogue on the left and the chosen product on the right.
type Screen struct {
	*kit.Records[data.Product]

	host   *kit.Host
	store  *store.Store
	editor *editor
	firm   *kit.Loader[data.Company]
	jump   *kit.JumpList
	blank  data.Product // what a new product begins with
	many   *many        // the newest question about many
	ticks  *kit.Ticks
	take   *take // the newest question what to take over from another product
}

// New returns the screen with the first page of the catalogue on its way. Its import button calls bring.
func New(host *kit.Host, st *store.Store, bring func()) *Screen {
	s := &Screen{host: host, store: st, editor: newEditor(host, st)}
	t := host.T
	button := func() *kit.Button { return kit.NewButton(t("screen.import"), theme.FolderOpenIcon(), bring) }
	s.Records = kit.NewRecords(host, kit.Kind[data.Product]{
		Title: t("screen.products"), Search: t("screen.products.search"), None: t("screen.products.none"),
		Choose: t("screen.products.choose"), NewWord: t("screen.products.new"),
		ArchiveTitle: t("screen.products.archive"), ArchiveWord: t("screen.products.archive.do"),
		ArchiveText: func(p data.Product) string { return t("screen.products.archive.text", "SKU", p.SKU) },
		Actions: []fyne.CanvasObject{
			kit.NewButton(t("product.history"), nil, s.askHistory), kit.NewButton(t("product.many"), nil, s.askMany), button(),
		},
		Fill: button(), First: "sku", Copy: copyOf,
		Find: s.find, Key: func(p data.Product) string { return p.SKU }, Stored: func(p data.Product) bool { return p.ID != 0 },
		Line: s.line, Blank: func() data.Product { return s.blank },
		Get: st.Products.BySKU, Save: s.save,
		Archive: func(ctx context.Context, p data.Product) error { return st.Products.Archive(ctx, p.ID, true) },
		Past: func(ctx context.Context, words, after string) ([]data.Product, error) {
			return st.Products.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize, Archived: true})
		},
		Restore: func(ctx context.Context, p data.Product) error { return st.Products.Archive(ctx, p.ID, false) },
		Undo:    s.takeBack, Form: s.editor.form, Show: s.editor.show, Read: s.editor.read,
		Warnings: warnings,
	})
	s.letTick()
	s.jump = kit.NewJumpList(host, s.editor.form)
	s.Aside = s.jump.Content
	s.editor.listings.approvals.button.OnTapped = s.askTick
	s.editor.onTake = s.askTake
	s.firm = kit.NewLoader[data.Company](host)
	s.begin()
	return s
}

// Jump opens the list of the form's sections.
func (s *Screen) Jump() {
	if _, open := s.Current(); open {
		s.jump.Open()
	}
}

// Reload asks the store again, also what a new product begins with.
func (s *Screen) Reload() {
	s.begin()
	s.editor.listings.learn()
	s.editor.certificates.learn()
	s.Records.Reload()
}

// Pages gives the screen what draws a page of a PDF, so that scans are seen in the window.
func (s *Screen) Pages(draw func(pdf []byte, n, dpi int) (image.Image, int, error)) {
	s.editor.certificates.page = draw
}

// OpenAt shows a product and gives one of its fields the keyboard.
func (s *Screen) OpenAt(sku, field string) {
	kit.Run(s.host, nil, func(ctx context.Context) (data.Product, error) { return s.store.Products.BySKU(ctx, sku) }, func(p data.Product, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.Show(p)
		s.FocusOn(field)
	})
}

// TakePicture adds the picture at path to the product shown; false when none is shown.
func (s *Screen) TakePicture(_ fyne.Position, path string) bool {
	if _, open := s.Current(); !open {
		return false
	}
	s.editor.pictures.take(path)
	return true
}

// begin learns what a new product begins with: pieces, priced in the firm's currency and made where the firm is.
func (s *Screen) begin() {
	s.blank = data.Product{Unit: "PCS"}
	s.firm.Load(s.store.Company.Get, func(c data.Company, err error) {
		if err == nil {
			s.blank.Currency, s.blank.Origin = c.Currency, c.Address.Country
		}
	})
}

// warnings are what looks wrong with p, save what the rows of variants say themselves.
func warnings(p data.Product) data.Problems {
	return slices.DeleteFunc(p.Warnings(), func(one data.Problem) bool {
		return strings.HasPrefix(one.Field, "variants.") && strings.HasSuffix(one.Field, ".gtin")
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

// save saves p. The first variant is the product itself, so what is wrong with it is said of the product, once.
func (s *Screen) save(ctx context.Context, p data.Product) (data.Product, error) {
	saved, err := s.store.Products.Save(ctx, p)
	var bad data.Problems
	if !errors.As(err, &bad) {
		return saved, err
	}
	var kept data.Problems
	said := map[string]bool{}
	for _, one := range bad {
		one.Field = strings.TrimPrefix(one.Field, "variants.1.")
		if !said[one.Field+one.Key] {
			kept = append(kept, one)
		}
		said[one.Field+one.Key] = true
	}
	return saved, kept
}

// takeBack undoes the newest save of p and returns p as it is then.
func (s *Screen) takeBack(ctx context.Context, p data.Product) (data.Product, bool, error) {
	there, err := s.store.Journal.TakeBack(ctx, p.UUID)
	if err != nil || !there {
		return p, there, err
	}
	p, err = s.store.Products.Get(ctx, p.ID)
	return p, !p.Archived, err
}
