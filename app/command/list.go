package command

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// pageSize is how many records are read at once.
const pageSize = 500

// listOptions are the options that only some lists take.
var listOptions = map[string][]string{
	"on": {"stock", "scorecards", "price-comparison", "rate-cards"}, "due": {"certificates"}, "market": {"listing-figures", "showcase"}, "week": {"listing-figures"}, "weeks": {"showcase"},
}

// list prints records of one kind: as JSON with the import files' names, or as a table.
func (s *session) list() error {
	limit, err := s.limit()
	if err != nil {
		return err
	}
	for name, kinds := range listOptions {
		if s.call.has(name) && !slices.Contains(kinds, s.call.args[0]) {
			return usage("command.usage.foreign", "Option", "--"+name, "Command", "list "+s.call.args[0])
		}
	}
	return s.reading(func(st *store.Store) error {
		t, err := s.table(st, s.call.args[0], limit)
		if err != nil {
			return err
		}
		if s.call.on("json") {
			return s.json(t.records)
		}
		t.print(s.Out)
		return nil
	})
}

// limit reads --limit; 0 lists everything.
func (s *session) limit() (int, error) {
	if !s.call.has("limit") {
		return 0, nil
	}
	n, err := strconv.Atoi(s.call.option("limit"))
	if err != nil || n < 1 {
		return 0, usage("command.usage.number", "Option", "--limit", "Value", s.call.option("limit"))
	}
	return n, nil
}

// table reads the records to list.
func (s *session) table(st *store.Store, kind string, limit int) (*table, error) {
	q := store.Query{Words: s.call.option("search"), Limit: limit, Archived: s.call.on("archived")}
	switch kind {
	case "products":
		return s.productTable(st, q)
	case "partners":
		return s.partnerTable(st, q)
	case "orders":
		return s.orderTable(st, q)
	case "shipments":
		return s.shipmentTable(st, q)
	case "documents":
		return s.documentTable(st, q)
	case "stock":
		return s.stockTable(st, q)
	case "purchase-orders":
		return s.purchaseTable(st, q)
	case "stocktakes":
		return s.takeTable(st, q)
	case "listing-check":
		return s.listingTable(st, q)
	}
	if of := map[string]func(*store.Store, store.Query) (*table, error){
		"reorder": s.reorderTable, "expiry": s.expiryTable, "dead-stock": s.idleTable,
		"keywords": s.keywordTable, "payments": s.paymentTable, "listing-figures": s.figuresTable, "showcase": s.showcaseTable,
		"certificates": s.certificateTable,
		"campaigns":    s.campaignTable,
		"rate-cards":   s.rateCardTable, "rates": s.rateTable,
		"scorecards": s.scoreTable, "price-comparison": s.comparisonTable,
	}[kind]; of != nil {
		return of(st, q)
	}
	return s.alertTable(st, q)
}

// listable names what list knows.
func listable() []string {
	return []string{
		"products",
		"partners",
		"orders",
		"shipments",
		"payments",
		"purchase-orders",
		"documents",
		"stock",
		"stocktakes",
		"alerts",
		"reorder",
		"expiry",
		"dead-stock",
		"certificates",
		"listing-check",
		"keywords",
		"rate-cards",
		"rates",
		"campaigns",
		"scorecards",
		"price-comparison",
		"listing-figures",
		"showcase",
	}
}

// paged reads page after page until all, or as many as the query wants, are there.
func paged[T any](q store.Query, find func(store.Query) ([]T, error), key func(T) string) ([]T, error) {
	all, wanted := []T{}, q.Limit
	for {
		q.Limit = pageSize
		if wanted > 0 {
			q.Limit = min(pageSize, wanted-len(all))
		}
		page, err := find(q)
		if err != nil {
			return nil, fmt.Errorf("list: %w", err)
		}
		all = append(all, page...)
		if wanted > 0 && len(all) >= wanted { // a page of variants may be longer than its limit
			return all[:wanted], nil
		}
		if len(page) < q.Limit {
			return all, nil
		}
		q.After = key(page[len(page)-1])
	}
}

func (s *session) productTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return nil, err
	}
	stock, err := onHand(s.ctx, st, found)
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "name", "price", "currency", "unit", "hs_code", "stock")
	for _, p := range found {
		r := productRowOf(p, stock(p))
		t.add(r, r.SKU, r.Name, r.Price, string(r.Currency), string(r.Unit), r.HSCode, r.Stock)
	}
	return t, nil
}

// onHand returns what tells the stock of each of the products, all its variants together.
func onHand(ctx context.Context, st *store.Store, products []data.Product) (func(data.Product) data.Quantity, error) {
	levels := map[int64]data.Quantity{}
	for part := range slices.Chunk(products, pageSize) {
		var variants []int64
		for _, p := range part {
			for _, v := range p.Variants {
				variants = append(variants, v.ID)
			}
		}
		found, err := st.Stock.OnHand(ctx, variants)
		if err != nil {
			return nil, fmt.Errorf("stock on hand: %w", err)
		}
		for id, q := range found {
			levels[id] = q
		}
	}
	return func(p data.Product) (sum data.Quantity) {
		for _, v := range p.Variants {
			sum += levels[v.ID]
		}
		return sum
	}, nil
}

func (s *session) partnerTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Partner, error) { return st.Partners.Find(s.ctx, q) },
		func(p data.Partner) string { return p.Code })
	if err != nil {
		return nil, err
	}
	t := newTable("code", "name", "city", "country", "currency", "roles")
	for _, p := range found {
		r := partnerRowOf(p)
		var roles []string
		for _, role := range r.Roles {
			roles = append(roles, string(role))
		}
		t.add(r, r.Code, r.Name, r.City, string(r.Country), string(r.Currency), strings.Join(roles, ", "))
	}
	return t, nil
}

func (s *session) orderTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Order, error) { return st.Orders.Find(s.ctx, q) },
		func(o data.Order) string { return o.No })
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(found))
	for i, o := range found {
		ids[i] = o.ID
	}
	first, err := st.Orders.FirstQuoted(s.ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("first quotations: %w", err)
	}
	c, err := st.Company.Get(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("company: %w", err)
	}
	t := newTable("order_no", "date", "customer", "status", "currency", "total")
	for _, o := range found {
		r, err := orderRowOf(o)
		if err != nil {
			return nil, err
		}
		r.addClock(o, c.Quoting, first[o.ID], s.Now())
		t.add(r, r.OrderNo, string(r.Date), r.Customer, string(r.Status), string(r.Currency), r.Total)
	}
	return t, nil
}

func (s *session) shipmentTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Shipment, error) { return st.Shipments.Find(s.ctx, q) },
		func(sh data.Shipment) string { return sh.No })
	if err != nil {
		return nil, err
	}
	t := newTable("shipment_no", "order_no", "date", "posted")
	for _, sh := range found {
		r, err := s.shipmentRow(st, sh)
		if err != nil {
			return nil, err
		}
		t.add(r, sh.No, sh.OrderNo, string(sh.Date), strconv.FormatBool(sh.Posted))
	}
	return t, nil
}

func (s *session) documentTable(st *store.Store, q store.Query) (*table, error) {
	if q.Limit == 0 {
		q.Limit = math.MaxInt32 // in one piece: revisions share a number, which can't mark the end of a page
	}
	found, err := st.Documents.Find(s.ctx, q, "")
	if err != nil {
		return nil, fmt.Errorf("list: %w", err)
	}
	t := newTable("kind", "number", "revision", "order_no", "shipment_no", "date", "language", "voided")
	for _, d := range found {
		t.add(s.issuedRow(d), string(d.Kind), d.Number, strconv.Itoa(d.Revision), d.OrderNo, d.ShipmentNo, string(d.Date), d.Language, d.Voided)
	}
	return t, nil
}
