package data

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"
)

// Allocate spreads total, in whole small units, over the weights in proportion by largest remainder: the parts are
// whole, sum to total exactly, and what is left over goes one unit each to the largest remainders, the earlier line
// first when they tie (STANDARDS 3.5). Weights that sum to zero count as equal; a negative weight counts as zero. A
// negative total is spread as its positive twin and negated. Without weights there are no parts.
func Allocate(total int64, weights []decimal.Decimal) []int64 {
	if len(weights) == 0 {
		return nil
	}
	if len(weights) == 1 { // most packages hold one line
		return []int64{total}
	}
	whole, sum := wholeWeights(weights)
	amount := new(big.Int).Abs(big.NewInt(total))
	parts, remainders, left := make([]*big.Int, len(whole)), make([]*big.Int, len(whole)), new(big.Int).Set(amount)
	for i, w := range whole {
		parts[i], remainders[i] = new(big.Int).QuoRem(new(big.Int).Mul(amount, w), sum, new(big.Int))
		left.Sub(left, parts[i])
	}
	order := make([]int, len(whole))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return remainders[b].Cmp(remainders[a]) })
	for _, i := range order[:left.Int64()] { // less than one unit was left by each part
		parts[i].Add(parts[i], big.NewInt(1))
	}
	shares := make([]int64, len(parts))
	for i, p := range parts {
		if total < 0 {
			p.Neg(p)
		}
		shares[i] = p.Int64()
	}
	return shares
}

// wholeWeights brings the weights to whole numbers of one common scale, and sums them.
func wholeWeights(weights []decimal.Decimal) (whole []*big.Int, sum *big.Int) {
	finest := int32(0)
	for _, w := range weights {
		finest = max(finest, -w.Exponent())
	}
	sum = new(big.Int)
	for _, w := range weights {
		n := new(big.Int)
		if w.IsPositive() {
			n = w.Shift(finest).BigInt()
		}
		whole, sum = append(whole, n), sum.Add(sum, n)
	}
	if sum.Sign() == 0 {
		for _, n := range whole {
			n.SetInt64(1)
		}
		sum.SetInt64(int64(len(whole)))
	}
	return whole, sum
}

// shareUpTo is the part of total that falls on the first upTo of whole, rounded half up: parts taken one after the other as differences of
// it are each whole and sum to total. Of a whole of nothing there is no part.
func shareUpTo(total, upTo, whole int64) int64 {
	if whole == 0 {
		return 0
	}
	return decimal.NewFromInt(total).Mul(decimal.NewFromInt(upTo)).DivRound(decimal.NewFromInt(whole), 12).Round(0).IntPart()
}
