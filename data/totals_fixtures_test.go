package data_test

import (
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
)

// invoice is an invoice somebody has published with its totals.
type invoice struct {
	ID        string          `json:"id"`
	Currency  data.Currency   `json:"currency"`
	Lines     []invoiceLine   `json:"lines"`
	Discounts []invoiceAmount `json:"doc_discounts"`
	Charges   []invoiceAmount `json:"doc_charges"`
	Expected  struct {
		Sum, Discount, Charge, Net string
	} `json:"expected"`
}

type invoiceLine struct {
	Quantity  string          `json:"qty"`
	Price     string          `json:"price"`
	Base      string          `json:"base_qty"`
	Discounts []invoiceAmount `json:"discounts"`
	Charges   []invoiceAmount `json:"charges"`
	Expected  string          `json:"expected_total"`
}

type invoiceAmount struct {
	Percent string `json:"percent"`
	Amount  string `json:"amount"`
}

// order returns the invoice as an order. A charge on a line is a discount below zero, which our own lines don't have.
func (inv invoice) order(t *testing.T) data.Order {
	o := data.Order{Currency: inv.Currency}
	for _, l := range inv.Lines {
		if l.Base != "1" {
			t.Fatalf("%s: price per %s", inv.ID, l.Base)
		}
		percent := decimal.Zero
		for i, list := range [][]invoiceAmount{l.Discounts, l.Charges} {
			for _, one := range list {
				p := dec(strings.TrimSuffix(one.Percent, "%"))
				percent = percent.Add(p.Mul(decimal.NewFromInt(int64(1 - 2*i))))
			}
		}
		o.Lines = append(o.Lines, line(l.Price, l.Quantity, percent.String()))
	}
	for _, one := range inv.Discounts {
		o.Discount += must(data.ParseMoney(one.Amount, inv.Currency)).Minor
	}
	for _, one := range inv.Charges {
		o.Charges = append(o.Charges, data.Charge{Name: "charge", Minor: must(data.ParseMoney(one.Amount, inv.Currency)).Minor})
	}
	return o
}

func TestPublishedInvoicesAddUpAsPublished(t *testing.T) {
	cases := readFixture[struct {
		Cases []invoice `json:"cases"`
	}](t, "totals/totals.json").Cases
	if len(cases) != 10 {
		t.Fatalf("%d invoices; want 10", len(cases))
	}
	for _, inv := range cases {
		got, err := inv.order(t).Totals()
		if err != nil {
			t.Fatalf("%s: %v", inv.ID, err)
		}
		for i, l := range inv.Lines {
			if l.Expected != "" && !got.Amounts[i].Decimal().Equal(dec(l.Expected)) {
				t.Errorf("%s line %d: %s; published %s", inv.ID, i+1, got.Amounts[i], l.Expected)
			}
		}
		for published, sum := range map[string]data.Money{
			inv.Expected.Sum: got.Goods, inv.Expected.Net: got.Total, inv.Expected.Charge: got.Charges, inv.Expected.Discount: got.Discount,
		} {
			if published != "" && !sum.Decimal().Equal(dec(published)) {
				t.Errorf("%s: %s; published %s", inv.ID, sum, published)
			}
		}
	}
}
