package data

import "github.com/shopspring/decimal"

// Step is one line of the arithmetic behind a figure, as data: Key names its sentence in the catalogs, Figures fill the
// holes. Nobody has to believe a figure: it can be worked out again from its steps.
type Step struct {
	Key     string            `json:"step"` // such as "price.step.refund"
	Figures map[string]string `json:"figures,omitempty"`
}

// step returns a step; pairs are the name of a figure and the figure, in turn.
func step(key string, pairs ...string) Step {
	s := Step{Key: key, Figures: make(map[string]string, len(pairs)/2)}
	for i := 0; i+1 < len(pairs); i += 2 {
		s.Figures[pairs[i]] = pairs[i+1]
	}
	return s
}

// Args returns the figures as the catalogs take them.
func (s Step) Args() map[string]any {
	args := make(map[string]any, len(s.Figures))
	for name, figure := range s.Figures {
		args[name] = figure
	}
	return args
}

// InPercent writes a share of one, such as "0.1", as percents with two decimals; "–" when there is none.
func InPercent(share string) string {
	d, err := decimal.NewFromString(share)
	if err != nil {
		return "–"
	}
	return d.Shift(2).StringFixed(2)
}

// Pairs returns the figures as names and figures in turn.
func (s Step) Pairs() (pairs []any) {
	for name, figure := range s.Figures {
		pairs = append(pairs, name, figure)
	}
	return pairs
}
