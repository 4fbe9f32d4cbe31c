package document

import (
	"time"

	"tradewind/data"
)

// Instalment is one part of the total and when it is due.
type Instalment struct {
	Terms  string          `json:"terms"`         // "30% T/T in advance"
	Part   data.Instalment `json:"part,omitzero"` // what the terms say of it, for the reader's language; empty where the paper has no plan
	Amount data.Money      `json:"amount"`
}

// payment works out from the terms, where they can be read, what they mean in money and days: the instalments of a whole
// order, and the day the last of them is due when the order doesn't say. A shipment's invoice has no instalments: the
// deposit was for all of the order.
func (b builder) payment(p *Paper) {
	if said, ok := data.SaidPayment(p.PaymentTerms, p.Currency); ok {
		p.PaymentPlan = said
	}
	plan, ok := data.ParsePayment(p.PaymentTerms)
	if !ok || len(plan) == 0 || len(plan.Validate()) > 0 {
		return
	}
	if p.DueDate == "" && b.kind == data.CommercialInvoice {
		p.DueDate = due(plan[len(plan)-1], *p)
	}
	if len(plan) < 2 || b.ship != nil || b.kind == data.Quotation {
		return
	}
	p.Instalments = parted(plan, *p)
}

// parted parts the total of a paper into its instalments.
func parted(plan data.PaymentPlan, p Paper) []Instalment {
	list := make([]Instalment, len(plan))
	for i, amount := range plan.Amounts(p.Totals.Total) {
		alone := plan[i]
		alone.Share, alone.Minor = 0, 0 // the share is put before it here, the amount stands beside it
		terms := data.PaymentPlan{alone}.String()
		if plan[i].Share > 0 {
			terms = plan[i].Share.String() + "% " + terms
		}
		list[i] = Instalment{Terms: terms, Amount: amount}
		if p.PaymentPlan != nil {
			list[i].Part = p.PaymentPlan[i]
		}
	}
	return list
}

// due returns the day an instalment is due, or "" when what it waits for hasn't a date yet.
func due(i data.Instalment, p Paper) data.Date {
	from := data.Date("")
	switch i.Trigger {
	case data.OnInvoice:
		from = p.Date
	case data.OnBLDate:
		from = p.Transport.TransportDoc
	case data.OnMonthEnd:
		from = data.DateOf(time.Date(p.Date.Time().Year(), p.Date.Time().Month()+1, 0, 0, 0, 0, 0, time.UTC))
	}
	if from == "" {
		return ""
	}
	return data.DateOf(from.Time().AddDate(0, 0, i.Days))
}
