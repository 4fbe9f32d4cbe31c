package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Load is what a carrier is asked to carry. A weight or volume of zero isn't known.
type Load struct {
	Volume  decimal.Decimal // m³, exact
	Gross   decimal.Decimal // kg
	Cartons []LoadRun       // equal cartons; none: only the sums are known
}

// LoadRun is Count equal cartons.
type LoadRun struct {
	Count int64
	Box   Box
	Gross Weight // of each; 0: not known
}

// LoadOf sums up cartons. A volume or weight that is unknown of one of them is unknown of the whole.
func LoadOf(cartons []LoadRun) Load {
	l := Load{Cartons: cartons}
	noVolume, noGross := false, false
	for _, c := range cartons {
		n := decimal.NewFromInt(c.Count)
		l.Volume, noVolume = l.Volume.Add(n.Mul(c.Box.Volume())), noVolume || !c.Box.IsWhole()
		l.Gross, noGross = l.Gross.Add(n.Mul(c.Gross.Kilograms())), noGross || c.Gross <= 0
	}
	if noVolume {
		l.Volume = decimal.Zero
	}
	if noGross {
		l.Gross = decimal.Zero
	}
	return l
}

// Load returns the cartons that quantity q of an article is packed in, the last one perhaps not full. An article without
// pieces per carton, or a quantity that isn't positive, has none.
func (p Packing) Load(q Quantity) Load {
	if p.PcsPerCarton <= 0 || q <= 0 {
		return Load{}
	}
	job, err := planCartons(PackInput{Lines: []PackLine{{Quantity: q, Packing: p}}})
	if err != nil {
		return Load{}
	}
	var runs []LoadRun
	for _, r := range job.runs {
		gross, _ := fixed(r.gross, 6)
		runs = append(runs, LoadRun{Count: r.n, Box: r.box, Gross: Weight(gross)})
	}
	return LoadOf(runs)
}

// Count returns the number of cartons.
func (l Load) Count() (n int64) {
	for _, c := range l.Cartons {
		n += c.Count
	}
	return n
}

// containers returns how many containers take the load: full rows of equal cartons where all are equal in size, else by
// volume and weight. 0: it can't be known, or a carton is larger than the container.
func (l Load) containers(t ContainerType) int64 {
	if each, ok := l.perContainer(t); ok {
		if each == 0 {
			return 0
		}
		return (l.Count() + each - 1) / each
	}
	for _, c := range l.Cartons {
		if !t.Admits(c.Box) {
			return 0
		}
	}
	n := int64(0)
	for _, limit := range []struct{ load, room decimal.Decimal }{{l.Volume, t.Usable}, {l.Gross, t.Payload}} {
		if limit.load.IsPositive() && limit.room.IsPositive() {
			n = max(n, ceilRat(over(exactly(limit.load), exactly(limit.room))))
		}
	}
	return n
}

// perContainer returns how many of the load's cartons one container takes; false when they aren't all of one size. The
// first run, the full cartons, decides the weight.
func (l Load) perContainer(t ContainerType) (int64, bool) {
	if len(l.Cartons) == 0 {
		return 0, false
	}
	first := l.Cartons[0]
	for _, c := range l.Cartons {
		if c.Box != first.Box || !c.Box.IsWhole() {
			return 0, false
		}
	}
	if !t.Admits(first.Box) {
		return 0, true
	}
	n, _ := t.Cartons(first.Box.Volume(), first.Gross.Kilograms())
	return n, true
}

// ceilRat rounds a fraction that isn't negative up to a whole number.
func ceilRat(r *big.Rat) int64 {
	whole, rest := new(big.Int).QuoRem(r.Num(), r.Denom(), new(big.Int))
	if rest.Sign() > 0 {
		whole.Add(whole, big.NewInt(1))
	}
	return whole.Int64()
}
