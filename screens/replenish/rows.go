package replenish

import (
	"context"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// row is one line of a list: of what to buy, of too much, of lots or of what doesn't sell.
type row struct {
	key     string // what paging goes by
	sku     string
	name    data.Texts
	reorder data.Reorder
	seller  string        // the preferred supplier's name for the reader
	drafted data.Quantity // of what to buy, in drafts of purchase orders already
	product data.Product
	alert   data.StockAlert
	lot     data.ExpiringLot
	idle    data.Idle
}

// find returns a page of the list shown.
func (s *Screen) find(ctx context.Context, words, after string) ([]row, error) {
	q := store.Query{Words: words, After: after, Limit: kit.PageSize}
	switch s.tab {
	case overTab:
		return s.findOver(ctx, q)
	case expiryTab:
		return s.findLots(ctx, q)
	case idleTab:
		return s.findIdle(ctx, q)
	}
	return s.findShort(ctx, q)
}

// findShort returns what to buy, with what of it is drafted already.
func (s *Screen) findShort(ctx context.Context, q store.Query) ([]row, error) {
	found, err := s.store.Stock.ToReorder(ctx, s.host.Today(), q)
	if err != nil {
		return nil, err
	}
	variants := make([]int64, len(found))
	for i, r := range found {
		variants[i] = r.Proposal.VariantID
	}
	drafted, err := s.store.Purchases.Drafted(ctx, variants)
	if err != nil {
		return nil, err
	}
	sellers, err := s.sellers(ctx, found)
	list := make([]row, len(found))
	for i, r := range found {
		list[i] = row{key: r.Proposal.SKU, sku: r.Proposal.SKU, name: r.Product.Name, reorder: r, product: r.Product, seller: sellers[r.Product.SupplierID], drafted: drafted[r.Proposal.VariantID]}
	}
	return list, err
}

// sellers names the preferred suppliers of what should be bought, in one question for the page.
func (s *Screen) sellers(ctx context.Context, found []data.Reorder) (map[int64]string, error) {
	ids := make([]int64, len(found))
	for i, r := range found {
		ids[i] = r.Product.SupplierID
	}
	return s.store.Partners.Names(ctx, s.host.Lang(), ids)
}

// findOver returns what is too much: a row for each place.
func (s *Screen) findOver(ctx context.Context, q store.Query) (list []row, err error) {
	found, err := s.store.Stock.TooMuch(ctx, s.host.Today(), q)
	if err != nil {
		return nil, err
	}
	due, err := s.store.Stock.AlertsOf(ctx, s.host.Today(), found)
	for _, p := range found {
		for _, a := range due[p.ID] {
			if a.Step == data.TooMuch {
				list = append(list, row{key: p.SKU, sku: p.SKU, name: p.Name, product: p, alert: a})
			}
		}
	}
	return list, err
}

// findLots returns lots by the day on which they expire. The key of a row is its place.
func (s *Screen) findLots(ctx context.Context, q store.Query) ([]row, error) {
	from := 0
	if q.After != "" {
		n, err := strconv.Atoi(q.After)
		if err != nil {
			return nil, err
		}
		from = n + 1
	}
	found, err := s.store.Stock.Expiring(ctx, s.host.Today(), store.ExpiryQuery{Words: q.Words, After: from, Limit: q.Limit})
	list := make([]row, len(found))
	for i, l := range found {
		list[i] = row{key: strconv.Itoa(from + i), sku: l.Level.SKU, name: l.Goods.Name, lot: l}
	}
	return list, err
}

// findIdle returns what doesn't sell.
func (s *Screen) findIdle(ctx context.Context, q store.Query) ([]row, error) {
	found, err := s.store.Stock.Idle(ctx, s.host.Today(), q)
	list := make([]row, len(found))
	for i, one := range found {
		list[i] = row{key: one.Goods.SKU, sku: one.Goods.SKU, name: one.Goods.Name, idle: one}
	}
	return list, err
}

// line is what a row shows.
func (s *Screen) line(r row) kit.Line {
	l := kit.Line{Code: r.sku, Title: r.name.In(s.host.Lang())}
	switch s.tab {
	case reorderTab:
		l.State, l.Tone = kit.Quantity(s.host, r.reorder.Proposal.Quantity), kit.Info // a chip never gives way to a long name
		if r.drafted > 0 {
			l.Right = s.host.T("replenish.drafted", "Quantity", kit.Quantity(s.host, r.drafted))
		}
		if one, taken := s.basket[r.sku]; taken {
			l.State, l.Tone = s.host.T("replenish.taken", "Quantity", kit.Quantity(s.host, one.Proposal.Quantity)), kit.Good
		}
	case overTab:
		l.State, l.Tone = kit.Quantity(s.host, r.alert.OnHand), kit.Info
		if r.alert.Warehouse != nil {
			l.Right = s.place(*r.alert.Warehouse)
		}
	case expiryTab:
		l.Right = s.host.Date(string(r.lot.Level.Expiry))
		l.State, l.Tone = s.left(r.lot.Days)
	case idleTab:
		l.Right = kit.Quantity(s.host, r.idle.OnHand)
		l.State, l.Tone = s.host.T("replenish.slow"), kit.Warn
		if r.idle.Dead {
			l.State, l.Tone = s.host.T("replenish.dead"), kit.Bad
		}
	}
	return l
}

// left is the chip of a lot: how many days are left.
func (s *Screen) left(days int) (string, kit.Tone) {
	switch {
	case days < 0:
		return s.host.T("stock.state.expired"), kit.Bad
	case days <= data.ExpiryNotice:
		return s.host.T("replenish.days", "Days", days), kit.Warn
	}
	return s.host.T("replenish.days", "Days", days), kit.Plain
}

// place names a warehouse.
func (s *Screen) place(code string) string {
	switch code {
	case "":
		return s.host.T("report.warehouse.main")
	case data.InTransit:
		return s.host.T("report.warehouse.way")
	}
	return code
}
