package documents

import (
	"context"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"
)

// entry is an order in the list, or one of its shipments.
type entry struct {
	order    data.Order
	shipment *data.Shipment
}

// separator stands between the two numbers in a shipment's key; no number holds it.
const separator = "\x00"

func (e entry) key() string {
	if e.shipment == nil {
		return e.order.No
	}
	return e.order.No + separator + e.shipment.No
}

func (e entry) number() string {
	if e.shipment == nil {
		return e.order.No
	}
	return e.shipment.No
}

// find looks for orders, each followed by its shipments. Words that only a shipment holds, such as a container, find
// that shipment.
func (s *Screen) find(ctx context.Context, words, after string) ([]entry, error) {
	after, _, _ = strings.Cut(after, separator)
	found, err := s.store.Orders.Find(ctx, store.Query{Words: words, After: after, Limit: kit.PageSize})
	if err != nil {
		return nil, err
	}
	if err := s.nameBuyers(ctx, found); err != nil {
		return nil, err
	}
	var list []entry
	seen := map[int64]bool{}
	for _, o := range found {
		seen[o.ID] = true
		if list, err = s.withShipments(ctx, list, o); err != nil {
			return nil, err
		}
	}
	if words == "" || after != "" {
		return list, nil
	}
	shipments, err := s.store.Shipments.Find(ctx, store.Query{Words: words, Limit: kit.PageSize})
	for _, sh := range shipments {
		if seen[sh.OrderID] {
			continue
		}
		o, err := s.store.Orders.Get(ctx, sh.OrderID)
		if err != nil {
			return nil, err
		}
		list = append(list, entry{o, &sh})
	}
	return list, err
}

func (s *Screen) withShipments(ctx context.Context, list []entry, o data.Order) ([]entry, error) {
	list = append(list, entry{order: o})
	shipments, err := s.store.Shipments.OfOrder(ctx, o.ID)
	for _, sh := range shipments {
		list = append(list, entry{o, &sh})
	}
	return list, err
}

// nameBuyers learns the names of the orders' buyers, in one question for the page.
func (s *Screen) nameBuyers(ctx context.Context, orders []data.Order) error {
	var customers []int64
	for _, o := range orders {
		customers = append(customers, o.CustomerID)
	}
	names, err := s.store.Partners.Names(ctx, s.host.Lang(), customers)
	for id, name := range names {
		s.names.Store(id, name)
	}
	return err
}

// line is an entry in the list; shipments stand indented below their order.
func (s *Screen) line(e entry) kit.Line {
	if e.shipment != nil {
		l := kit.Line{Code: e.shipment.No, Title: s.host.Date(string(e.shipment.Date))}
		l.State, l.Tone = shipmentState(s.host, *e.shipment)
		return l
	}
	l := kit.Line{Code: e.order.No, Title: e.order.Customer}
	if name, ok := s.names.Load(e.order.CustomerID); ok {
		l.Title, _ = name.(string)
	}
	return l
}

// shipmentState is the word and tone of how far a shipment is.
func shipmentState(host *kit.Host, s data.Shipment) (string, kit.Tone) {
	if s.Posted {
		return host.T("paper.shipment.posted"), kit.Good
	}
	return host.T("paper.shipment.open"), kit.Info
}

// subject is what papers are made of, with what was issued of it and how its goods travel.
type subject struct {
	src       data.Source
	issued    []data.Issued // of the whole order
	shipments []data.Shipment
	asked     *data.Issued // the issued paper whose number was asked for
}

func (s subject) number() string {
	if s.src.Shipment != nil {
		return s.src.Shipment.No
	}
	return s.src.Order.No
}

func (s subject) key() string { return entry{s.first(), s.src.Shipment}.key() }

func (s subject) shipmentID() int64 {
	if s.src.Shipment != nil {
		return s.src.Shipment.ID
	}
	return 0
}

// readSubject reads what number names: an order, a shipment or an issued paper.
func readSubject(ctx context.Context, st *store.Store, number string) (s subject, err error) {
	if d, err := st.Documents.ByNumber(ctx, number, -1); err == nil {
		s.asked = &d
		if number = d.OrderNo; d.ShipmentNo != "" {
			number = d.ShipmentNo
		}
	}
	if s.src, err = st.Source(ctx, number); err != nil {
		return s, err
	}
	if s.issued, err = st.Documents.Of(ctx, s.src.Order.ID); err != nil {
		return s, err
	}
	var ids []int64
	for _, o := range s.src.AllOrders() {
		ids = append(ids, o.ID)
	}
	s.shipments, err = st.Shipments.OfOrder(ctx, ids...)
	return s, err
}

// invoice is the number and day of the issued invoice of the goods, which their packing list names.
func (s subject) invoice() (number string, date data.Date) {
	for _, d := range s.issued {
		if d.Kind == data.CommercialInvoice && d.ShipmentID == s.shipmentID() && d.Voided == "" {
			number, date = d.Number, d.Date
		}
	}
	return number, date
}
