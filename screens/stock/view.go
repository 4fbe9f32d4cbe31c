package stock

import (
	"cmp"
	"context"
	"slices"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// firstMovements is how many movements are shown at first, and how many more at each request.
const firstMovements = 50

// view is what the screen knows of the article shown.
type view struct {
	product    data.Product
	on         data.Date // the past day it is of; "": today
	outlooks   map[int64]data.Outlook
	holding    data.Holding
	levels     []data.Level
	kept       []data.Reservation
	transfers  []data.StockTransfer
	movements  []data.Movement
	more       bool // there are more movements
	due        []data.StockAlert
	warehouses []data.Warehouse
	home       data.Currency
}

// read asks the store for all of an article.
func (s *Screen) read(ctx context.Context, p data.Product, most int) (v view, err error) {
	if s.on != "" {
		return s.readPast(ctx, p, most)
	}
	v.product = p
	ids := variants(p)
	holdings, err := s.store.Stock.Holdings(ctx, ids)
	if err != nil {
		return v, err
	}
	v.holding = together(p, holdings)
	due, err := s.store.Stock.AlertsOf(ctx, s.host.Today(), []data.Product{p})
	if err != nil {
		return v, err
	}
	v.due = due[p.ID]
	levels, err := s.store.Stock.LevelsOf(ctx, ids)
	if err != nil {
		return v, err
	}
	for _, id := range ids {
		v.levels = append(v.levels, levels[id]...)
		if err := s.readVariant(ctx, &v, id, most); err != nil {
			return v, err
		}
	}
	v.sortMovements(most)
	if v.outlooks, err = s.store.Stock.Outlooks(ctx, ids, s.host.Today(), 0); err != nil {
		return v, err
	}
	return v, s.readPlaces(ctx, &v)
}

// sortMovements puts the newest movements of all variants first, and keeps so many.
func (v *view) sortMovements(most int) {
	slices.SortFunc(v.movements, func(a, b data.Movement) int { return cmp.Compare(b.ID, a.ID) })
	if v.more = len(v.movements) > most; v.more {
		v.movements = v.movements[:most]
	}
}

// readPlaces adds the company's currency and the warehouses.
func (s *Screen) readPlaces(ctx context.Context, v *view) error {
	c, err := s.store.Company.Get(ctx)
	if err != nil {
		return err
	}
	v.home = c.Home()
	v.warehouses, err = s.store.Warehouses.All(ctx)
	return err
}

// readVariant adds what concerns one variant. One movement more than is shown tells whether there are more.
func (s *Screen) readVariant(ctx context.Context, v *view, id int64, most int) error {
	kept, err := s.store.Stock.ReservedOf(ctx, id)
	if err != nil {
		return err
	}
	way, err := s.store.Stock.OnTheWayWith(ctx, id)
	if err != nil {
		return err
	}
	for _, t := range way {
		if !slices.ContainsFunc(v.transfers, func(o data.StockTransfer) bool { return o.No == t.No }) {
			v.transfers = append(v.transfers, t)
		}
	}
	moved, err := s.store.Stock.Movements(ctx, id, most+1)
	v.kept, v.movements = append(v.kept, kept...), append(v.movements, moved...)
	return err
}

// show shows the article that get gives, and goes on to then.
func (s *Screen) show(get func(context.Context) (data.Product, error), then func()) {
	most := s.most
	s.loader.Load(func(ctx context.Context) (view, error) {
		p, err := get(ctx)
		if err != nil {
			return view{}, err
		}
		return s.read(ctx, p, most)
	}, func(v view, err error) {
		if err != nil {
			s.host.ShowError(err)
			return
		}
		s.view, s.open = v, true
		s.draw()
		s.bookable()
		s.Finder.Mark(v.product.SKU)
		then()
	})
}

// reread shows the article anew, where it was scrolled to.
func (s *Screen) reread(then func()) {
	id := s.view.product.ID
	s.show(func(ctx context.Context) (data.Product, error) { return s.store.Products.Get(ctx, id) }, then)
}

// close takes the record away.
func (s *Screen) close() {
	s.open, s.view, s.most = false, view{}, firstMovements
	s.form = kit.NewForm(s.host)
	s.record.Objects = []fyne.CanvasObject{kit.Nothing(s.host.T("stock.choose"), nil)}
	s.record.Refresh()
	s.bookable()
}
