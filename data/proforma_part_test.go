package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestProformasOfAllPartsComeToTheOrdersTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		o := data.Order{No: "R", Currency: rapid.SampledFrom([]data.Currency{"USD", "EUR", "JPY", "KWD"}).Draw(t, "currency")}
		o.Freight, o.Discount = rapid.Int64Range(0, 99999).Draw(t, "freight"), rapid.Int64Range(0, 50).Draw(t, "discount")
		for i := range rapid.IntRange(1, 4).Draw(t, "lines") {
			o.Lines = append(o.Lines, data.OrderLine{ID: int64(i + 1), Quantity: data.Quantity(rapid.Int64Range(1, 500_000).Draw(t, "quantity")), Price: data.UnitPrice(rapid.Int64Range(1, 99_999_999).Draw(t, "price"))})
		}
		total, err := o.Totals()
		if err != nil {
			t.Fatal(err)
		}
		var issued [][]data.ShipmentLine
		sum := int64(0)
		n := rapid.IntRange(1, 4).Draw(t, "parts")
		left := o.Remainder(nil)
		for k := range n {
			var lines, rest []data.ShipmentLine
			for _, l := range left {
				take := l.Quantity
				if k < n-1 {
					take = data.Quantity(rapid.Int64Range(0, int64(l.Quantity)).Draw(t, "part"))
				}
				if take > 0 {
					lines = append(lines, data.ShipmentLine{Line: l.Line, Quantity: take})
				}
				if l.Quantity -= take; l.Quantity > 0 {
					rest = append(rest, l)
				}
			}
			if left = rest; len(lines) == 0 {
				continue
			}
			part, err := o.ProformaPart(lines, issued)
			if err != nil {
				t.Fatal(err)
			}
			value, err := part.ValueOf(o)
			if err != nil {
				t.Fatal(err)
			}
			again, ok := data.ParsePart(data.PartText(lines))
			if !ok || data.PartText(again) != data.PartText(lines) {
				t.Fatalf("%v is read as %v", lines, again)
			}
			issued, sum = append(issued, lines), sum+value.Minor
		}
		if len(left) == 0 && sum != total.Total.Minor {
			t.Fatalf("the parts come to %d of %d", sum, total.Total.Minor)
		}
		if len(left) == 0 {
			if _, err := o.ProformaPart([]data.ShipmentLine{{Line: 1, Quantity: 1}}, issued); err == nil {
				t.Fatal("more than was ordered is on proformas")
			}
		}
	})
}

func TestThePartOfACreditNoteIsNoGoods(t *testing.T) {
	for _, text := range []string{"", "01a20c66-645c-729c-9aac-fcc65c6c06a0", "1", "1:x", "a:1"} {
		if lines, ok := data.ParsePart(text); ok {
			t.Errorf("%q is read as %v", text, lines)
		}
	}
}
