package data

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
