package document

import (
	"slices"
	"testing"

	"tradewind/data"
)

func TestALineWithoutAPriceIsNamedWherePricesArePrinted(t *testing.T) {
	want := data.Problem{Field: "lines.2.unit_price", Key: "problem.zero_price"}
	line := func(no int, price data.UnitPrice) Line { return Line{No: no, Quantity: data.Pieces(1), Price: price} }
	for kind, named := range map[data.Kind]bool{data.Quotation: true, data.CommercialInvoice: true, data.PackingList: false} {
		found := conflicts(Paper{Kind: kind, Lines: []Line{line(1, 1_000_000), line(2, 0)}})
		same := func(p data.Problem) bool { return p.Field == want.Field && p.Key == want.Key }
		if slices.ContainsFunc(found, same) != named || named && len(found) != 1 {
			t.Errorf("%s: %+v", kind, found)
		}
	}
}
