package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestTheWorthOfWarehousesSumsToThatOfTheArticle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := data.StockValue(rapid.Int64Range(0, 1e15).Draw(t, "value"))
		var lines []data.StockLine
		var all data.Quantity
		for _, house := range []string{"", "in-transit", "RTM"} {
			for range rapid.IntRange(0, 3).Draw(t, "lots") {
				q := data.Quantity(rapid.Int64Range(1, 1e9).Draw(t, "quantity"))
				all += q
				lines = append(lines, data.StockLine{Warehouse: house, Quantity: q, Value: value})
			}
		}
		worth, err := data.WorthOf(lines, "CNY")
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		var here data.Quantity
		for _, w := range worth {
			sum, here = sum+w.Value.Minor, here+w.Quantity
		}
		if len(lines) == 0 {
			if len(worth) != 0 {
				t.Fatalf("nothing is worth %v", worth)
			}
			return
		}
		if want, _ := data.RoundMoney(value.Decimal(), "CNY"); sum != want.Minor || here != all {
			t.Fatalf("%v sum to %d and %s; want %d and %s", worth, sum, here, want.Minor, all)
		}
	})
}
