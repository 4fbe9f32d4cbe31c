package data

import (
	"slices"
	"strconv"
	"strings"
)

// LineRole says what a line of an order is beside goods that are sold.
type LineRole string

// The roles of a line. What stands in a quotation as an alternative or an option isn't in its total, and isn't ordered
// before the buyer chose it: see [Order.Choose].
const (
	Ordinary    LineRole = ""
	Alternative LineRole = "alternative" // to the nearest line above it that is neither an alternative nor an option
	Optional    LineRole = "optional"    // on top of the others, when the buyer wants it
	FreeSample  LineRole = "sample"      // goes along free of charge; its price is the value for customs
	Tooling     LineRole = "tooling"     // a one-off charge, such as a mould: nothing of it is packed, kept or sent
)

// LineRoles returns the roles in the order in which they are offered.
func LineRoles() []LineRole { return []LineRole{Ordinary, Alternative, Optional, FreeSample, Tooling} }

// Open reports whether the buyer has yet to choose the line: it counts in no sum and nothing of it is ordered.
func (r LineRole) Open() bool { return r == Alternative || r == Optional }

// Travels reports whether a line of this role is goods on their way: neither open nor a mere charge.
func (r LineRole) Travels() bool { return !r.Open() && r != Tooling }

// Amount returns what a line comes to in c: nothing for a free sample, else [LineAmount]. It returns [ErrTooLarge] when
// it doesn't fit.
func (l OrderLine) Amount(c Currency) (Money, error) {
	if l.Role == FreeSample {
		return Money{0, c}, nil
	}
	return LineAmount(l.Price, l.Quantity, l.Discount, c)
}

// Open returns the numbers, from 1, of the lines that the buyer has yet to choose.
func (o Order) Open() (numbers []int) {
	for i, l := range o.Lines {
		if l.Role.Open() {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// AlternativeTo returns the number of the line that line number n stands for as an alternative, or 0.
func (o Order) AlternativeTo(n int) int {
	if n < 1 || n > len(o.Lines) || o.Lines[n-1].Role != Alternative {
		return 0
	}
	for i := n - 1; i > 0; i-- {
		if !o.Lines[i-1].Role.Open() {
			return i
		}
	}
	return 0
}

// Choose returns o with what the buyer chose of its open lines, by their numbers: a chosen alternative takes the place of
// the line it is an alternative to, a chosen option becomes an ordinary line, and the open lines nobody chose are gone. A
// number that is no open line, and two alternatives to the same line, are [Problems].
func (o Order) Choose(chosen []int) (Order, error) {
	instead, keep, err := o.chosen(chosen)
	if err != nil {
		return o, err
	}
	was := o.Lines
	o.Lines = make([]OrderLine, 0, len(was))
	for i, l := range was {
		n := i + 1
		if by := instead[n]; by > 0 {
			l = was[by-1]
			l.Role = Ordinary
		} else if l.Role == Optional && keep[n] {
			l.Role = Ordinary
		} else if l.Role.Open() {
			continue
		}
		o.Lines = append(o.Lines, l)
	}
	return o, nil
}

// chosen says which line takes the place of another one, and which lines are kept.
func (o Order) chosen(chosen []int) (instead map[int]int, keep map[int]bool, err error) {
	var wrong Problems
	instead, keep = map[int]int{}, map[int]bool{}
	for _, n := range chosen {
		if n < 1 || n > len(o.Lines) || !o.Lines[n-1].Role.Open() {
			wrong = append(wrong, Problem{Field: "choose", Key: "problem.choose_not_open", Args: map[string]any{"Line": n}})
			continue
		}
		to := o.AlternativeTo(n)
		if first := instead[to]; to > 0 && first > 0 && first != n {
			args := map[string]any{"First": min(first, n), "Second": max(first, n), "Line": to}
			wrong = append(wrong, Problem{Field: "choose", Key: "problem.choose_two", Args: args})
			continue
		}
		keep[n] = true
		if to > 0 {
			instead[to] = n
		}
	}
	return instead, keep, wrong.Err()
}

// roles looks at the roles of lines: an order that was won has no open ones.
func (c *check) roles(o Order) {
	for i, l := range o.Lines {
		n := i + 1
		c.prefix = at("lines", n)
		c.when(!slices.Contains(LineRoles(), l.Role), "role", "problem.unknown_role", "Value", string(l.Role))
		c.when(l.Role == Alternative && o.AlternativeTo(n) == 0, "role", "problem.alternative_to_nothing")
	}
	c.prefix = ""
	switch o.Status {
	case Confirmed, Shipped, Closed:
		if open := o.Open(); len(open) > 0 {
			c.add("status", "problem.choose", "Lines", lineNumbers(open))
		}
	}
}

// lineNumbers writes numbers of lines for a sentence: "2, 5".
func lineNumbers(numbers []int) string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, ", ")
}
