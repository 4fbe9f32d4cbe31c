package data_test

import (
	"errors"
	"testing"

	"tradewind/data"
)

// line returns an order line.
func line(price, quantity, discount string) data.OrderLine {
	return data.OrderLine{
		Price: must(data.ParseUnitPrice(price)), Quantity: must(data.ParseQuantity(quantity)), Discount: must(data.ParsePercent(discount)),
	}
}

func TestTotalsAddTheLinesAsShown(t *testing.T) {
	for name, c := range map[string]struct {
		currency data.Currency
		lines    []data.OrderLine
		amounts  []string
		goods    string
	}{
		"each line is rounded by itself": {"USD", []data.OrderLine{line("0.005", "1", "0"), line("0.005", "1", "0")}, []string{"0.01", "0.01"}, "0.02"},
		"discount and price meet once":   {"USD", []data.OrderLine{line("3.333333", "3", "12.5")}, []string{"8.75"}, "8.75"},
		"half a cent goes up":            {"USD", []data.OrderLine{line("1.25", "0.1", "0"), line("-1.25", "0.1", "0")}, []string{"0.13", "-0.13"}, "0.00"},
		"yen":                            {"JPY", []data.OrderLine{line("149.5", "3", "0")}, []string{"449"}, "449"},
		"dinars":                         {"KWD", []data.OrderLine{line("0.3333", "1.5", "0")}, []string{"0.500"}, "0.500"},
		"a credit":                       {"USD", []data.OrderLine{line("10", "5", "0"), line("10", "-2", "0")}, []string{"50.00", "-20.00"}, "30.00"},
		"a gift":                         {"USD", []data.OrderLine{line("0", "5", "0"), line("9", "1", "100")}, []string{"0.00", "0.00"}, "0.00"},
	} {
		got, err := data.TotalsOf(c.currency, c.lines, data.Extras{})
		if err != nil || got.Goods.String() != c.goods || got.Total != got.Goods {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		for i, want := range c.amounts {
			if got.Amounts[i].String() != want {
				t.Errorf("%s: line %d is %s; want %s", name, i+1, got.Amounts[i], want)
			}
		}
	}
}

func TestTheTotalIsGoodsLessDiscountPlusWhatIsCharged(t *testing.T) {
	o := data.Order{
		Currency: "USD", Lines: []data.OrderLine{line("100", "1", "0")}, Discount: 1000, Freight: 500, Insurance: 50,
		Charges: []data.Charge{{"packing", 200}, {"deduction", -100}},
	}
	got, err := o.Totals()
	if err != nil || got.Total.String() != "96.50" || got.Charges.String() != "1.00" || got.Discount.String() != "10.00" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestATotalTooLargeIsRefusedNotWrapped(t *testing.T) {
	huge := line("9000000000000", "1000", "0")
	for name, lines := range map[string][]data.OrderLine{"line": {line("9000000000000", "9000000000", "0")}, "sum": {huge, huge, huge, huge, huge, huge, huge, huge, huge, huge, huge}} {
		if _, err := data.TotalsOf("USD", lines, data.Extras{}); !errors.Is(err, data.ErrTooLarge) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
