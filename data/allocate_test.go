package data_test

import (
	"slices"
	"strings"
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// dec reads a figure of a test.
func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestASpreadGivesTheRestToTheLargestRemainders(t *testing.T) {
	for _, c := range []struct {
		total   int64
		weights string
		want    []int64
	}{
		{10000, "333.33 333.33 333.34", []int64{3333, 3333, 3334}},
		{5, "1 1 1", []int64{2, 2, 1}},
		{180000, "7200.00 4100.00 3200.00", []int64{89379, 50897, 39724}},
		{4126, "10 20 30 7", []int64{616, 1232, 1847, 431}},
		{100, "1 1 1", []int64{34, 33, 33}},
		{-5, "1 1 1", []int64{-2, -2, -1}},
		{7, "0 0", []int64{4, 3}},
		{9, "0 1 -5", []int64{0, 9, 0}},
		{5, "", nil},
	} {
		var weights []decimal.Decimal
		for w := range strings.FieldsSeq(c.weights) {
			weights = append(weights, dec(w))
		}
		if got := data.Allocate(c.total, weights); !slices.Equal(got, c.want) {
			t.Errorf("%d over %s: %v; want %v", c.total, c.weights, got, c.want)
		}
	}
}

func TestASpreadLosesNothingAndStaysWithinOneUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		total := rapid.Int64().Filter(func(n int64) bool { return n != -1<<63 }).Draw(t, "total")
		weights, sum := []decimal.Decimal{}, decimal.Zero
		for _, w := range rapid.SliceOfN(rapid.Int64Range(0, 1<<40), 1, 12).Draw(t, "weights") {
			weights = append(weights, decimal.New(w, -3))
			sum = sum.Add(weights[len(weights)-1])
		}
		parts, rest := data.Allocate(total, weights), decimal.NewFromInt(total)
		for i, part := range parts {
			rest = rest.Sub(decimal.NewFromInt(part))
			if sum.IsPositive() {
				far := decimal.NewFromInt(part).Mul(sum).Sub(decimal.NewFromInt(total).Mul(weights[i])).Abs()
				if far.GreaterThanOrEqual(sum) {
					t.Fatalf("part %d is %d: a whole unit off", i, part)
				}
			}
		}
		if !rest.IsZero() {
			t.Fatalf("%s is left of %d", rest, total)
		}
	})
}
