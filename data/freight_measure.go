package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// VolumetricWeight returns the kilograms that goods of volume m³ count for in the air: cm³ ÷ divisor, 6000 for most
// airlines and 5000 for couriers (STANDARDS 4.1). It is an exact fraction; divisor must be positive.
func VolumetricWeight(volume, divisor decimal.Decimal) *big.Rat {
	return over(exactly(volume.Shift(6)), exactly(divisor))
}

// ChargeableWeight returns what an airline charges for: the larger of the actual and the volumetric kilograms, rounded
// up to a multiple of step, which must be positive.
func ChargeableWeight(actual decimal.Decimal, volumetric *big.Rat, step decimal.Decimal) decimal.Decimal {
	larger := exactly(actual)
	if volumetric.Cmp(larger) > 0 {
		larger = volumetric
	}
	steps := over(larger, exactly(step))
	whole, rest := new(big.Int).QuoRem(steps.Num(), steps.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return decimal.NewFromBigInt(whole, 0).Mul(step)
}

// RevenueTons returns what a sea carrier charges less than a container for: the larger of m³ and tonnes, at least
// minimum, usually 1 (STANDARDS 4.2).
func RevenueTons(volume, kg, minimum decimal.Decimal) decimal.Decimal {
	return decimal.Max(volume, kg.Shift(-3), minimum)
}

// WholeCentimetres returns the box with each side rounded half up to the centimetre, as some airlines measure.
func (b Box) WholeCentimetres() Box {
	whole := func(l Length) Length { return (l + 50) / 100 * 100 }
	return Box{whole(b.Length), whole(b.Width), whole(b.Height)}
}
