package store

import (
	"testing"

	"tradewind/data"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestAPartOfWhatAnArticleIsWorthIsRoundedHalfUp(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		worth := rapid.Int64Range(-1_000, 9_000_000_000_000_000_000).Draw(r, "worth")
		whole := rapid.Int64Range(1, 9_000_000_000_000).Draw(r, "whole")
		part := rapid.Int64Range(0, whole).Draw(r, "part")
		want := decimal.NewFromInt(worth).Mul(decimal.NewFromInt(part)).DivRound(decimal.NewFromInt(whole), 0).IntPart()
		if got := partOf(data.StockValue(worth), data.Quantity(part), data.Quantity(whole)); int64(got) != want {
			r.Fatalf("%d of %d of %d is %d; want %d", part, whole, worth, got, want)
		}
	})
	if got := partOf(1, 1, 2); got != 1 {
		t.Errorf("half of a millionth is %d", got)
	}
}
