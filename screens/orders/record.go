package orders

import (
	"tradewind/data"
	"tradewind/screens/kit"
)

// show fills the form from o.
func (e *editor) show(o data.Order) {
	e.quiet, e.old = true, o
	f := e.form
	f.Clear()
	e.readOnly(o.Status == data.Shipped || o.Status == data.Closed)
	for id, text := range map[string]string{
		"order_no": o.No, "place": o.Incoterm.Place, "payment_terms": o.PaymentTerms, "lead_time": o.LeadTime,
		"buyer_order_no": o.BuyerOrderNo, "contract_no": o.ContractNo, "letter_of_credit.no": o.Credit.No,
		"letter_of_credit.bank": o.Credit.Bank, "sample_terms": o.SampleTerms, "rate_note": o.RateNote, "fixed_rate": rateText(o.FixedRate),
		"marks": o.Marks, "notes": o.Notes, "declarations": o.Declarations,
		"discount": money(o.Discount, o.Currency), "freight": money(o.Freight, o.Currency), "insurance": money(o.Insurance, o.Currency),
	} {
		f.Set(id, text)
	}
	for id, day := range map[string]data.Date{
		"date": o.Date, "required_date": o.RequiredDate, "valid_until": o.ValidUntil, "last_shipment": o.LastShipment,
		"due_date": o.DueDate, "buyer_order_date": o.BuyerOrderDate, "contract_date": o.ContractDate, "letter_of_credit.date": o.Credit.Date,
	} {
		e.dates[id].Set(day)
	}
	for id, c := range map[string]data.Country{
		"export_country": o.ExportCountry, "destination_country": o.Destination, "acquisition_country": o.Acquisition,
	} {
		kit.SetIn(e.countries[id], kit.Countries(e.host), c)
	}
	e.showChoices(o)
	e.quoting.show(o)
	e.samples.show(o)
	e.transport.Show(o.Transport)
	for i, p := range []data.Party{o.Consignee, o.BillTo, o.Notify, o.Manufacturer} {
		e.parties[i].show(p)
	}
	e.lines.currency, e.lines.term = e.shownCurrency(), o.Incoterm
	e.lines.over = o.Status == data.Shipped || o.Status == data.Closed || o.Status == data.Cancelled || o.Status == data.Lost
	e.lines.show(o.Lines)
	e.quiet = false
	e.showHead(o)
	e.live()
}

// showChoices fills the pickers and small grids.
func (e *editor) showChoices(o data.Order) {
	e.customer.Empty()
	if o.CustomerID != 0 || o.Customer != "" {
		e.customer.Set(kit.PartnerOption(e.host, data.Partner{Record: data.Record{ID: o.CustomerID}, Code: o.Customer}))
	}
	kit.SetIn(e.status, kit.OrderStates(e.host), o.Status)
	kit.SetIn(e.currency, kit.Currencies(e.host), o.Currency)
	kit.SetIn(e.incoterm, kit.Incoterms(), o.Incoterm.Rule)
	kit.SetIn(e.language, kit.Languages(), o.Language)
	charges := make([][2]string, len(o.Charges))
	for i, c := range o.Charges {
		charges[i] = [2]string{c.Name, data.Money{Minor: c.Minor, Currency: o.Currency}.String()}
	}
	e.charges.Set(charges)
	refs := make([][2]string, len(o.References))
	for i, r := range o.References {
		refs[i] = [2]string{r.Name, r.Text}
	}
	e.refs.Set(refs)
}

// money writes an amount for a field; nothing when it is zero.
func money(minor int64, c data.Currency) string {
	if minor == 0 {
		return ""
	}
	return data.Money{Minor: minor, Currency: c}.String()
}

// rateText writes a rate for a field; nothing when there is none.
func rateText(r data.ExchangeRate) string {
	if r == 0 {
		return ""
	}
	return r.String()
}

// read returns the order the form describes: old with what the form says in its place.
func (e *editor) read(old data.Order) (data.Order, error) {
	o, f := old, e.form
	var bad data.Problems
	o.No, o.PaymentTerms, o.LeadTime = f.Text("order_no"), f.Text("payment_terms"), f.Text("lead_time")
	o.BuyerOrderNo, o.ContractNo = f.Text("buyer_order_no"), f.Text("contract_no")
	o.SampleTerms, o.RateNote = f.Text("sample_terms"), f.Text("rate_note")
	o.FixedRate = kit.ReadNumber(f.Entry("fixed_rate"), "fixed_rate", data.ParseExchangeRate, &bad)
	o.Marks, o.Notes, o.Declarations = f.Text("marks"), f.Text("notes"), f.Text("declarations")
	customer := e.customer.Value()
	o.CustomerID, o.Customer = customer.ID, customer.Code
	o.Status, o.Currency, o.Language = e.status.Value(), e.currency.Value(), e.language.Value()
	o.Incoterm = e.readIncoterm(old.Incoterm)
	day := func(id string) data.Date { return e.dates[id].Read(id, &bad) }
	o.Date, o.RequiredDate, o.ValidUntil, o.LastShipment = day("date"), day("required_date"), day("valid_until"), day("last_shipment")
	o.DueDate, o.BuyerOrderDate, o.ContractDate = day("due_date"), day("buyer_order_date"), day("contract_date")
	o.Credit = data.Credit{No: f.Text("letter_of_credit.no"), Date: day("letter_of_credit.date"), Bank: f.Text("letter_of_credit.bank")}
	o.ExportCountry, o.Destination = e.countries["export_country"].Value(), e.countries["destination_country"].Value()
	o.Acquisition = e.countries["acquisition_country"].Value()
	o.Transport = e.transport.Read(&bad)
	o.Consignee, o.BillTo, o.Notify, o.Manufacturer = e.parties[0].party, e.parties[1].party, e.parties[2].party, e.parties[3].party
	amount := func(id string) int64 {
		return kit.ReadNumber(f.Entry(id), id, func(text string) (int64, error) {
			m, err := data.ParseMoney(text, e.shownCurrency())
			return m.Minor, err
		}, &bad)
	}
	o.Discount, o.Freight, o.Insurance = amount("discount"), amount("freight"), amount("insurance")
	o.Charges = e.readCharges(&bad)
	e.quoting.read(&o, &bad)
	e.samples.read(&o, &bad)
	o.References = nil
	for _, r := range e.refs.Rows() {
		o.References = append(o.References, data.Fact{Name: r[0], Text: r[1]})
	}
	o.Lines = e.lines.read(&bad)
	return o, bad.Err()
}

func (e *editor) readIncoterm(t data.Incoterm) data.Incoterm {
	t.Rule, t.Place = e.incoterm.Value(), e.form.Text("place")
	switch {
	case t.Rule == "":
		t.Edition = ""
	case t.Edition == "":
		t.Edition = data.Edition
	}
	return t
}

func (e *editor) readCharges(bad *data.Problems) []data.Charge {
	var charges []data.Charge
	for _, row := range e.charges.Rows() {
		m, err := data.ParseMoney(kit.PlainNumber(row[1]), e.shownCurrency())
		if err != nil {
			bad.Add("charges", "order.problem.charge")
			continue
		}
		charges = append(charges, data.Charge{Name: row[0], Minor: m.Minor})
	}
	return charges
}

// shownCurrency is the currency of the amounts in the form: the order's, or while none is chosen, the firm's.
func (e *editor) shownCurrency() data.Currency {
	for _, c := range []data.Currency{e.currency.Value(), e.home.Currency} {
		if c != "" {
			return c
		}
	}
	return "USD"
}
