package command

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// show prints one record: for people as a page; as JSON an order in the words of its documents, other records with the
// import files' names.
func (s *session) show() error {
	kind, number := s.call.args[0], s.call.args[1]
	return s.reading(func(st *store.Store) error {
		var record any
		var p *page
		var err error
		if s.call.on("json") {
			record, err = s.record(st, kind, number)
		} else {
			p, err = s.page(st, kind, number)
		}
		switch {
		case errors.Is(err, data.ErrNotFound):
			return refuse("command.show.unknown", "Kind", spokenKey(recordWords[kind]), "Number", number)
		case err != nil:
			return fmt.Errorf("show %s %s: %w", kind, number, err)
		case p == nil:
			return s.json(record)
		}
		p.print(s.Out)
		return nil
	})
}

// recordWords are the keys of what records are called.
var recordWords = map[string]string{
	"order": "command.word.order", "product": "command.word.product", "partner": "command.word.partner", "shipment": "command.word.shipment",
	"stocktake": "command.word.stocktake", purchaseKindName: "command.word.purchase", campaignKindName: "command.word.campaign",
	"carriage": "command.word.shipment",
}

// record reads what show prints.
func (s *session) record(st *store.Store, kind, number string) (any, error) {
	switch kind {
	case "product":
		return s.productRecord(st, number)
	case "partner":
		p, err := st.Partners.ByCode(s.ctx, number)
		if err != nil {
			return nil, err
		}
		return overlay(p, partnerRowOf(p))
	case purchaseKindName:
		return s.purchaseRecord(st, number)
	case "stocktake":
		return s.takeRecord(st, number)
	case campaignKindName:
		return s.campaignRecord(st, number)
	case "carriage":
		return s.carriageRecord(st, number)
	case "shipment":
		sh, err := st.Shipments.ByNo(s.ctx, number)
		if err != nil {
			return nil, err
		}
		return s.shipmentRow(st, sh)
	}
	return s.orderRecord(st, number)
}

// shipmentAmounts are the amounts that go along with a shipment, as decimals of the order's currency.
type shipmentAmounts struct {
	Currency  data.Currency `json:"currency"`
	Discount  string        `json:"discount"`
	Freight   string        `json:"freight"`
	Insurance string        `json:"insurance"`
	Charges   []namedAmount `json:"charges"`
}

type namedAmount struct {
	Name   string `json:"name"`
	Amount string `json:"amount"`
}

// shipmentRow is a shipment with its amounts as apply takes them.
func (s *session) shipmentRow(st *store.Store, sh data.Shipment) (any, error) {
	o, err := st.Orders.Get(s.ctx, sh.OrderID)
	if err != nil {
		return nil, fmt.Errorf("order of shipment %s: %w", sh.No, err)
	}
	amount := func(minor int64) string { return data.Money{Minor: minor, Currency: o.Currency}.String() }
	a := shipmentAmounts{o.Currency, amount(sh.Discount), amount(sh.Freight), amount(sh.Insurance), []namedAmount{}}
	for _, c := range sh.Charges {
		a.Charges = append(a.Charges, namedAmount{c.Name, amount(c.Minor)})
	}
	return overlay(sh, a, "discount_minor", "freight_minor", "insurance_minor")
}

func (s *session) productRecord(st *store.Store, sku string) (any, error) {
	p, err := st.Products.BySKU(s.ctx, sku)
	if err != nil {
		return nil, err
	}
	stock, err := onHand(s.ctx, st, []data.Product{p})
	if err != nil {
		return nil, err
	}
	row := productRowOf(p, stock(p))
	sums, err := s.stockSums(st, p)
	if err != nil {
		return nil, err
	}
	return overlay(p, struct {
		productRow
		stockShown
	}{row, sums})
}

// stockShown is what there is of a product, all its variants together, and what can be promised of each.
type stockShown struct {
	Reserved  string            `json:"reserved"`
	Available string            `json:"available"`
	InTransit string            `json:"in_transit"`
	OnOrder   string            `json:"on_order"`
	Promises  []variantPromises `json:"promises"`
}

// variantPromises is what can be promised of one variant.
type variantPromises struct {
	SKU        string            `json:"sku"`
	Promisable string            `json:"promisable"` // today
	Outlook    []data.OutlookDay `json:"outlook"`    // the days on which that changes, today first
}

// stockSums returns the sums of a product.
func (s *session) stockSums(st *store.Store, p data.Product) (shown stockShown, err error) {
	var ids []int64
	for _, v := range p.Variants {
		ids = append(ids, v.ID)
	}
	holdings, err := st.Stock.Holdings(s.ctx, ids)
	if err != nil {
		return shown, err
	}
	today := data.DateOf(s.Now())
	outlooks, err := st.Stock.Outlooks(s.ctx, ids, today, 0)
	if err != nil {
		return shown, err
	}
	var all data.Holding
	for _, v := range p.Variants {
		h := holdings[v.ID]
		all.OnHand, all.Reserved, all.InTransit = all.OnHand+h.OnHand, all.Reserved+h.Reserved, all.InTransit+h.InTransit
		all.OnOrder += h.OnOrder
		o := outlooks[v.ID]
		shown.Promises = append(shown.Promises, variantPromises{v.SKU, o.Promisable(today).String(), o.Days})
	}
	shown.Reserved, shown.Available, shown.InTransit = all.Reserved.String(), all.Available().String(), all.InTransit.String()
	shown.OnOrder = all.OnOrder.String()
	return shown, nil
}

// orderRecord is the order in its documents' words, and what only the record knows.
func (s *session) orderRecord(st *store.Store, number string) (any, error) {
	o, err := st.Orders.ByNo(s.ctx, number)
	if err != nil {
		return nil, err
	}
	src, err := st.Source(s.ctx, number)
	if err != nil {
		return nil, err
	}
	paper, _, err := document.Build(src, data.OrderKind, document.BuildOptions{})
	if err != nil {
		return nil, err
	}
	words, err := WordsOf(paperLanguage("", src))
	if err != nil {
		return nil, err
	}
	raw, err := paper.JSON(words...)
	if err != nil {
		return nil, err
	}
	issued, err := st.Documents.Of(s.ctx, o.ID)
	if err != nil {
		return nil, err
	}
	progress, err := st.Orders.Progress(s.ctx, o.ID)
	if err != nil {
		return nil, err
	}
	account, err := s.account(st, o.ID)
	if err != nil {
		return nil, err
	}
	files, err := st.Folders.Of(s.ctx, o.ID)
	if err != nil {
		return nil, err
	}
	miles, delays, err := st.Milestones.Of(s.ctx, o.ID, data.DateOf(s.Now()))
	if err != nil {
		return nil, err
	}
	return overlay(
		struct {
			orderHead
			Documents []issuedRow         `json:"documents"`
			Progress  []data.LineProgress `json:"progress"`
			Account   accountRow          `json:"account"`
			Files     []data.OrderFile    `json:"files,omitempty"`
			Miles     []data.Milestone    `json:"milestones,omitempty"`
			Delays    []data.Delay        `json:"delays,omitempty"`
		}{orderHead{o.Customer, o.Status, o.RequiredDate, o.Record}, s.issuedRows(issued), progress, account, files, miles, delays},
		json.RawMessage(raw),
	)
}

// orderHead is what an order's record knows beside its papers.
type orderHead struct {
	Customer     string      `json:"customer"`
	Status       data.Status `json:"status"`
	RequiredDate data.Date   `json:"required_date"`
	data.Record
}

// overlay joins two records into one JSON object: the upper one's fields, then those only the lower one has, without
// those called dropped.
func overlay(lower, upper any, dropped ...string) (json.RawMessage, error) {
	var joined bytes.Buffer
	taken := map[string]bool{}
	for _, name := range dropped {
		taken[name] = true
	}
	for _, layer := range []any{upper, lower} {
		names, values, err := members(layer)
		if err != nil {
			return nil, err
		}
		for i, name := range names {
			if taken[name] {
				continue
			}
			taken[name] = true
			fmt.Fprintf(&joined, ",%q:%s", name, values[i])
		}
	}
	return json.RawMessage("{" + strings.TrimPrefix(joined.String(), ",") + "}"), nil
}

// members returns the fields of a record's JSON in their order.
func members(record any) (names []string, values []json.RawMessage, err error) {
	raw, err := json.Marshal(withLists(record))
	if err != nil {
		return nil, nil, err
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, nil, err
		}
		names, values = append(names, fmt.Sprint(name)), append(values, value)
	}
	return names, values, nil
}
