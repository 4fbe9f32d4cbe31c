package data

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// PaymentMethod is how an instalment is paid.
type PaymentMethod string

// The methods of payment of exporters (STANDARDS 5.5).
const (
	Transfer            PaymentMethod = "T/T"
	LetterOfCredit      PaymentMethod = "L/C"
	AgainstPayment      PaymentMethod = "D/P"
	AgainstAcceptance   PaymentMethod = "D/A"
	OpenAccount         PaymentMethod = "O/A"
	CashAgainstDocument PaymentMethod = "CAD"
)

// PaymentTrigger is what makes an instalment due, Days later.
type PaymentTrigger string

// The triggers of instalments.
const (
	OnOrder        PaymentTrigger = "order"
	BeforeShipment PaymentTrigger = "before shipment"
	OnBLCopy       PaymentTrigger = "copy of B/L"
	OnSight        PaymentTrigger = "sight"
	OnBLDate       PaymentTrigger = "B/L date"
	OnInvoice      PaymentTrigger = "invoice date"
	OnArrival      PaymentTrigger = "arrival"
	OnMonthEnd     PaymentTrigger = "month end" // of the month of delivery and invoice, as 月结 has it
)

// Instalment is one part of a price and when it is due.
type Instalment struct {
	Share   Percent        `json:"share,omitzero"`        // of the total
	Minor   int64          `json:"amount_minor,omitzero"` // a fixed amount instead of a share, in minor units; 0 when it is a share
	Method  PaymentMethod  `json:"method"`                //
	Trigger PaymentTrigger `json:"trigger"`               //
	Days    int            `json:"days,omitzero"`         // after the trigger
}

// PaymentPlan is the instalments in the order they are due. The last one takes the rounding.
type PaymentPlan []Instalment

// Validate reports shares that don't sum to 100 %. With a fixed amount among them the last one takes what is left.
func (p PaymentPlan) Validate() Problems {
	sum := Percent(0)
	for _, i := range p {
		if i.Minor != 0 {
			return nil
		}
		sum += i.Share
	}
	if len(p) == 0 || sum == Hundred {
		return nil
	}
	return Problems{{Field: "payment_terms", Key: "problem.shares"}}
}

// Amounts parts total into the instalments: each is its fixed amount or its share rounded half up to the minor unit, and
// the last is what is left, so that they sum to total (STANDARDS 3.5).
func (p PaymentPlan) Amounts(total Money) []Money {
	amounts, left := make([]Money, len(p)), total.Minor
	for i, part := range p {
		minor := part.Minor
		switch {
		case i == len(p)-1:
			minor = left
		case minor == 0:
			minor = decimal.NewFromInt(total.Minor).Mul(part.Share.Share()).Round(0).IntPart()
		}
		amounts[i], left = Money{minor, total.Currency}, left-minor
	}
	return amounts
}

// PaymentMethods returns the methods in the order they are offered.
func PaymentMethods() []PaymentMethod {
	return []PaymentMethod{Transfer, LetterOfCredit, AgainstPayment, AgainstAcceptance, OpenAccount, CashAgainstDocument}
}

// PaymentTriggers returns the triggers in the order they are offered.
func PaymentTriggers() []PaymentTrigger {
	return []PaymentTrigger{OnOrder, BeforeShipment, OnBLCopy, OnSight, OnBLDate, OnInvoice, OnArrival, OnMonthEnd}
}

// String returns the plan as papers print it: "30% T/T deposit, 70% T/T against copy of B/L".
func (p PaymentPlan) String() string { return p.In("") }

// In is String for a plan with fixed amounts in currency c: "USD 5000.00 T/T in advance, balance T/T before shipment".
// [ParsePayment] reads it back.
func (p PaymentPlan) In(c Currency) string {
	parts := make([]string, len(p))
	for n, i := range p {
		parts[n] = strings.TrimSpace(i.part(len(p) > 1, c) + string(i.Method) + " " + i.due())
	}
	return strings.Join(parts, ", ")
}

// part returns the share or the amount in front of an instalment; the only one that is the whole
// needs none.
func (i Instalment) part(several bool, c Currency) string {
	switch {
	case !several && i.Minor == 0 && (i.Share == 0 || i.Share == Hundred):
		return ""
	case i.Minor != 0 && c != "":
		return string(c) + " " + Money{i.Minor, c}.String() + " "
	case i.Minor == 0 && i.Share == 0:
		return "balance "
	case i.Share == 0:
		return ""
	}
	return i.Share.String() + "% "
}

// due says in English, as payment terms are written, when an instalment is due.
func (i Instalment) due() string {
	if i.Days > 0 && i.Trigger == BeforeShipment {
		return strconv.Itoa(i.Days) + " days before shipment"
	}
	if i.Days > 0 {
		return fmt.Sprintf("%s days after %s", strconv.Itoa(i.Days), i.Trigger)
	}
	switch i.Trigger {
	case OnOrder:
		return "in advance"
	case OnBLCopy:
		return "against copy of B/L"
	case OnSight:
		return "at sight"
	case OnBLDate, OnInvoice, OnArrival:
		return "on " + string(i.Trigger)
	case OnMonthEnd:
		return "at month end"
	}
	return string(i.Trigger)
}
