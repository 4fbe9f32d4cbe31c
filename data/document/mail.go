package document

import (
	"cmp"
	"strconv"

	"tradewind/data"
)

// MailFacts are the facts that a mail about a paper can name (see [data.MailFactNames]), as texts: p is the paper it is about, a what is owed
// for the order. Days are written as w writes them, in languages w doesn't speak as 2026-11-24, which every buyer reads alike.
func MailFacts(p Paper, src data.Source, a data.Account, today data.Date, lang string, w Words) map[string]string {
	day := func(d data.Date) string {
		if d == "" || base(w.Lang) != lang {
			return string(d)
		}
		return w.Date(d)
	}
	sum := func(m data.Money) string {
		return string(m.Currency) + " " + w.Number(m.Decimal(), m.Currency.Decimals())
	}
	o, t := src.Order, p.Transport
	facts := map[string]string{
		"contact": cmp.Or(src.Customer.Contact, src.Customer.NameIn(lang)), "buyer": src.Customer.NameIn(lang), "seller": nameFor(p.Seller, w),
		"signatory": cmp.Or(src.Company.Contact, src.Company.SignatoryName), "order_no": p.OrderNo, "buyer_order_no": cmp.Or(o.BuyerOrderNo, p.OrderNo),
		"paper_no": numbered(p), "incoterm": o.Incoterm.Rule + " " + o.Incoterm.Place, "payment_terms": p.saidTerms(w),
		"valid_until": day(o.ValidUntil), "ship_by": day(cmp.Or(o.LastShipment, o.RequiredDate)),
		"vessel": dated(t.Vessel, t.Voyage), "bl_no": t.TransportDocNo, "port_of_loading": t.PortOfLoading, "port_of_discharge": t.PortOfDischarge,
		"departure": day(t.Departure), "arrival": day(t.Arrival), "old_date": day(cmp.Or(o.LastShipment, o.RequiredDate, t.Arrival)),
	}
	if p.Totals.Total.Currency != "" {
		facts["total"] = sum(p.Totals.Total)
	}
	if p.Totals.Cartons > 0 {
		facts["cartons"] = strconv.FormatInt(p.Totals.Cartons, 10)
	}
	if p.Totals.Gross > 0 {
		facts["gross_weight"] = w.Number(p.Totals.Gross.Kilograms(), 3) + " kg"
	}
	if !p.Totals.Volume.IsZero() {
		facts["volume"] = w.Number(p.Totals.Volume, 3) + " m³"
	}
	if part, open := dueFirst(a, today); open {
		facts["due_amount"], facts["due_date"] = sum(part.Open()), day(part.Due)
	}
	return facts
}

// dueFirst is the part of what is owed that is to be paid next.
func dueFirst(a data.Account, today data.Date) (data.Owed, bool) {
	var next data.Owed
	for _, p := range a.Parts {
		if p.State(today) == data.OwedPaid {
			continue
		}
		if next.Amount.Currency == "" || p.Due != "" && (next.Due == "" || p.Due < next.Due) {
			next = p
		}
	}
	return next, next.Amount.Currency != ""
}
