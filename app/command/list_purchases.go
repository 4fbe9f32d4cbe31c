package command

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// purchaseRow is a purchase order with how far it has come.
type purchaseRow struct {
	data.PurchaseOrder
	State data.PurchaseState `json:"state"`
	Open  string             `json:"open"` // what should still come, all lines together
	Total string             `json:"total"`
}

func (s *session) purchaseRow(p data.PurchaseOrder) (purchaseRow, error) {
	total, err := p.Total()
	if err != nil {
		return purchaseRow{}, fmt.Errorf("total of %s: %w", p.No, err)
	}
	var open data.Quantity
	if p.Status == data.PurchaseOrdered {
		for _, l := range p.Lines {
			open += l.Open()
		}
	}
	return purchaseRow{p, p.State(data.DateOf(s.Now())), open.String(), total.String()}, nil
}

// purchaseTable lists purchase orders, the newest first.
func (s *session) purchaseTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.PurchaseOrder, error) { return st.Purchases.Find(s.ctx, q) },
		func(p data.PurchaseOrder) string { return p.No })
	if err != nil {
		return nil, err
	}
	t := newTable("purchase_no", "date", "supplier", "state", "expected_date", "open", "currency", "total")
	for _, p := range found {
		r, err := s.purchaseRow(p)
		if err != nil {
			return nil, err
		}
		t.add(r, r.No, string(r.Date), r.Supplier, string(r.State), string(r.Expected), r.Open, string(r.Currency), r.Total)
	}
	return t, nil
}

// purchaseRecord is a purchase order with its receipts.
func (s *session) purchaseRecord(st *store.Store, no string) (any, error) {
	p, err := st.Purchases.ByNo(s.ctx, no)
	if err != nil {
		return nil, err
	}
	r, err := s.purchaseRow(p)
	if err != nil {
		return nil, err
	}
	receipts, err := st.Purchases.Receipts(s.ctx, p)
	return struct {
		purchaseRow
		Receipts []data.PostedReceipt `json:"receipts"`
	}{r, receipts}, err
}

// purchasePage is a purchase order for people.
func (s *session) purchasePage(st *store.Store, no string) (*page, error) {
	p, err := st.Purchases.ByNo(s.ctx, no)
	if err != nil {
		return nil, err
	}
	r, err := s.purchaseRow(p)
	if err != nil {
		return nil, err
	}
	words := wordsIn(s.words)
	out := &page{title: words.T("document.title.purchase") + " " + p.No}
	out.add(words.T("document.date"), s.words.Date(string(p.Date)))
	out.add(words.T("document.supplier"), p.Supplier)
	out.add(s.t("command.label.status"), s.purchaseState(r.State))
	out.add(words.T("document.delivery_date"), s.words.Date(string(p.Expected)))
	out.add(s.t("command.label.term"), strings.TrimSpace(p.Incoterm.Rule+" "+p.Incoterm.Place))
	out.add(s.t("command.label.payment"), p.PaymentTerms)
	out.add(words.T("document.total"), r.Total+" "+string(p.Currency))
	lines := newTable("#", s.t("report.sku"), s.t("command.label.quantity"), s.t("command.label.price"), s.t("command.label.received"), s.t("command.label.open"))
	lines.right = []int{2, 3, 4, 5}
	for i, l := range p.Lines {
		lines.add(l, strconv.Itoa(i+1), l.SKU, l.Quantity.String(), l.Price.Shown(p.Currency), l.Received.String(), l.Open().String())
	}
	out.parts = append(out.parts, part{title: words.T("document.col.description"), table: lines})
	return out, nil
}

// purchaseKindName is what commands call the paper of a purchase order.
const purchaseKindName = string(data.PurchaseKind)

// purchasePaper builds the paper of a purchase order from the records as they are now.
func (s *session) purchasePaper(st *store.Store, w wanted) (printed, error) {
	src, err := st.PurchaseSource(s.ctx, w.number)
	if err != nil {
		return printed{}, s.unknownNumber(w.number, err)
	}
	paper, warnings, err := document.BuildPurchase(src)
	if err != nil {
		return printed{}, in(w.number, err)
	}
	if w.date != "" {
		paper.Date = w.date
	}
	return printed{paper, src.Pictures, PurchaseLanguage(w.lang, src), warnings, nil}, nil
}

// PurchaseLanguage returns the language of a purchase order's paper: the wanted one, else the order's, else the
// supplier's, else Chinese for a Chinese supplier and English for others.
func PurchaseLanguage(wanted string, src data.PurchaseSource) string {
	follow := []string{src.Order.Language, src.Supplier.Language}
	if src.Supplier.Address.Country == "CN" {
		follow = append(follow, "zh")
	}
	return languageFor(wanted, follow...)
}

// unknownNumber says that nothing has a number; other errors pass.
func (s *session) unknownNumber(number string, err error) error {
	if errors.Is(err, data.ErrNotFound) {
		return refuse("command.document.unknown", "Number", number)
	}
	return fmt.Errorf("read %s: %w", number, err)
}

// purchaseState is what a state is called.
func (s *session) purchaseState(state data.PurchaseState) string {
	switch state {
	case data.PurchaseStateDraft:
		return s.t("purchase.state.draft")
	case data.PurchaseStateOrdered:
		return s.t("purchase.state.ordered")
	case data.PurchasePartly:
		return s.t("purchase.state.partly")
	case data.PurchaseOverdue:
		return s.t("purchase.state.overdue")
	case data.PurchaseReceived:
		return s.t("purchase.state.received")
	}
	return s.t("purchase.state.closed")
}
