package kit

import (
	"context"
	"strings"

	"tradewind/data"
)

// OrderState is the word and tone of an order's state.
func OrderState(host *Host, s data.Status) (string, Tone) {
	switch s {
	case data.Confirmed:
		return host.T("order.status.confirmed"), Info
	case data.Shipped:
		return host.T("order.status.shipped"), Good
	case data.Closed:
		return host.T("order.status.closed"), Plain
	case data.Cancelled:
		return host.T("order.status.cancelled"), Bad
	case data.Lost:
		return host.T("order.status.lost"), Plain
	}
	return host.T("order.status.draft"), Plain
}

// OrderStates are the states a picker offers.
func OrderStates(host *Host) []Option[data.Status] {
	var options []Option[data.Status]
	for _, s := range []data.Status{data.Draft, data.Confirmed, data.Shipped, data.Closed, data.Cancelled, data.Lost} {
		word, _ := OrderState(host, s)
		options = append(options, Option[data.Status]{Value: s, Name: word, Also: []string{string(s)}})
	}
	return options
}

// Quantity writes a quantity for reading: 1,200 or 12.5.
func Quantity(host *Host, q data.Quantity) string {
	_, decimals, _ := strings.Cut(q.String(), ".")
	return host.Number(q.Decimal(), int32(len(decimals))) //nolint:gosec // at most three
}

// MilestoneWords are the keys of what milestones are called.
var MilestoneWords = map[data.MilestoneKind]string{
	data.MileConfirmation: "milestone.kind.confirmation", data.MileSchedule: "milestone.kind.schedule", data.MileState: "milestone.kind.state",
	data.MileInspection: "milestone.kind.inspection", data.MileBooking: "milestone.kind.booking", data.MileCustoms: "milestone.kind.customs",
	data.MileOnBoard: "milestone.kind.on_board", data.MileArrival: "milestone.kind.arrival",
}

// Modes are the means of transport a picker offers.
func Modes(host *Host) []Option[data.Mode] {
	return []Option[data.Mode]{
		{Value: data.Sea, Name: host.T("order.mode.sea")},
		{Value: data.Air, Name: host.T("order.mode.air")},
		{Value: data.Road, Name: host.T("order.mode.road")},
		{Value: data.Rail, Name: host.T("order.mode.rail")},
		{Value: data.Courier, Name: host.T("order.mode.courier")},
	}
}

// TransportFields are the fields of how goods travel, for orders as planned and for shipments as they went.
type TransportFields struct {
	host         *Host
	form         *Form
	mode         *Picker[data.Mode]
	transhipment *Picker[data.Country]
	departure    *DateEntry
	arrival      *DateEntry
	document     *DateEntry
}

// NewTransportFields returns the fields for form; Add puts them there.
func NewTransportFields(host *Host, form *Form) *TransportFields {
	t := &TransportFields{host: host, form: form}
	t.mode = NewPicker(host, Modes(host))
	t.mode.OnChanged = func() { form.Edited("mode") }
	t.transhipment = NewPicker(host, Countries(host))
	t.transhipment.OnChanged = func() { form.Edited("transhipment_country") }
	t.departure, t.document, t.arrival = form.NewDate("departure"), form.NewDate("transport_doc_date"), form.NewDate("arrival")
	return t
}

// NewDate returns a field for a day whose edits the form hears of as those of id.
func (f *Form) NewDate(id string) *DateEntry {
	e := NewDateEntry(f.host)
	e.OnChanged = func(string) { f.Edited(id) }
	return e
}

// Add appends the fields.
func (t *TransportFields) Add() {
	t.form.Add(
		Field{ID: "mode", Label: "order.mode", Span: Quarter, Control: t.mode},
		Field{ID: "vessel", Label: "order.vessel", Span: Quarter},
		Field{ID: "voyage", Label: "order.voyage", Span: Quarter},
		Field{ID: "departure", Label: "order.departure", Span: Quarter, Control: t.departure},
		Field{ID: "transport.port_of_loading", Label: "order.port_of_loading", Span: Quarter},
		Field{ID: "transport.port_of_discharge", Label: "order.port_of_discharge", Span: Quarter},
		Field{ID: "place_of_delivery", Label: "order.place_of_delivery", Span: Quarter},
		Field{ID: "transhipment_country", Label: "order.transhipment", Span: Quarter, Control: t.transhipment},
		Field{ID: "transport_doc_no", Label: "order.transport_doc_no", Span: Quarter},
		Field{ID: "transport_doc_date", Label: "order.transport_doc_date", Span: Quarter, Control: t.document},
		Field{ID: "arrival", Label: "order.arrival", Span: Quarter, Control: t.arrival},
	)
}

// Show fills the fields.
func (t *TransportFields) Show(v data.Transport) {
	f := t.form
	SetIn(t.mode, Modes(t.host), v.Mode)
	f.Set("vessel", v.Vessel)
	f.Set("voyage", v.Voyage)
	t.departure.Set(v.Departure)
	f.Set("transport.port_of_loading", v.PortOfLoading)
	f.Set("transport.port_of_discharge", v.PortOfDischarge)
	f.Set("place_of_delivery", v.PlaceOfDelivery)
	SetIn(t.transhipment, Countries(t.host), v.Transhipment)
	f.Set("transport_doc_no", v.TransportDocNo)
	t.document.Set(v.TransportDoc)
	t.arrival.Set(v.Arrival)
}

// Read returns what the fields say.
func (t *TransportFields) Read(bad *data.Problems) data.Transport {
	f := t.form
	return data.Transport{
		Mode: t.mode.Value(), Vessel: f.Text("vessel"), Voyage: f.Text("voyage"), Departure: t.departure.Read("departure", bad),
		PortOfLoading: f.Text("transport.port_of_loading"), PortOfDischarge: f.Text("transport.port_of_discharge"),
		PlaceOfDelivery: f.Text("place_of_delivery"), Transhipment: t.transhipment.Value(),
		TransportDocNo: f.Text("transport_doc_no"), TransportDoc: t.document.Read("transport_doc_date", bad),
		Arrival: t.arrival.Read("arrival", bad),
	}
}

// FindPartners looks for partners by words.
type FindPartners func(ctx context.Context, words string) ([]data.Partner, error)

// NewPartnerPicker picks a partner of those that find gives, in its order.
func NewPartnerPicker(host *Host, find FindPartners) *Picker[data.Partner] {
	return NewAsking(host, func(ctx context.Context, words string) ([]Option[data.Partner], error) {
		found, err := find(ctx, words)
		options := make([]Option[data.Partner], len(found))
		for i, p := range found {
			options[i] = PartnerOption(host, p)
		}
		return options, err
	})
}

// PartnerOption is a partner in a picker, called as the reader knows it and found by its other name too.
func PartnerOption(host *Host, p data.Partner) Option[data.Partner] {
	return Option[data.Partner]{Value: p, Code: p.Code, Name: p.NameIn(host.Lang()), Also: []string{p.Name, p.LocalName}}
}

// triggers are the words for what makes an instalment due, by their catalog keys.
var triggers = map[data.PaymentTrigger]string{
	data.OnOrder: "partner.trigger.order", data.BeforeShipment: "partner.trigger.before", data.OnBLCopy: "partner.trigger.copy",
	data.OnSight: "partner.trigger.sight", data.OnBLDate: "partner.trigger.bl", data.OnInvoice: "partner.trigger.invoice",
	data.OnArrival: "partner.trigger.arrival", data.OnMonthEnd: "partner.trigger.month",
}

// TriggerWord is what makes an instalment due, in words.
func (h *Host) TriggerWord(t data.PaymentTrigger) string { return h.T(triggers[t]) }

// UnitWord is what a quantity's field shows behind it: the unit's sign, in Chinese its name.
func (h *Host) UnitWord(u data.Unit) string {
	if strings.HasPrefix(h.Lang(), "zh") {
		return u.Name(h.Lang())
	}
	return string(u)
}

// PaperWord says what a kind of paper is called.
func PaperWord(host *Host, k data.Kind) string {
	switch k {
	case data.Quotation:
		return host.T("paper.kind.quotation")
	case data.Proforma:
		return host.T("paper.kind.proforma")
	case data.PackingList:
		return host.T("paper.kind.packing_list")
	case data.Contract:
		return host.T("paper.kind.contract")
	case data.SampleInvoice:
		return host.T("paper.kind.sample_invoice")
	case data.Confirmation:
		return host.T("paper.kind.confirmation")
	case data.CreditNoteKind:
		return host.T("paper.kind.credit_note")
	}
	return host.T("paper.kind.commercial_invoice")
}
