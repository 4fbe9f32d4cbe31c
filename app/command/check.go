package command

import (
	"fmt"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
)

// checked is what check found: what would keep the invoice or the packing list from being issued, and what their
// readers will miss.
type checked struct {
	Number   string   `json:"number"`
	Ready    bool     `json:"ready"` // nothing keeps the papers from being issued
	Problems []gap    `json:"problems"`
	Warnings []gap    `json:"warnings"`
	Kinds    []string `json:"documents"` // what was checked
}

// gap is one thing to put right.
type gap struct {
	Kind     data.Kind `json:"document"`
	Field    string    `json:"field"`
	Key      string    `json:"key"`
	Sentence string    `json:"sentence"`
}

// check says what would stop this shipment: fields that its invoice and packing list miss. The rules of single
// countries come later.
func (s *session) check() error {
	if s.call.has("to") {
		return usage("command.usage.later", "What", "check --to COUNTRY")
	}
	number := s.call.args[0]
	return s.reading(func(st *store.Store) error {
		answer := checked{Number: number, Problems: []gap{}, Warnings: []gap{}}
		for _, kind := range []data.Kind{data.CommercialInvoice, data.PackingList} {
			if err := s.checkPaper(st, kind, &answer); err != nil {
				return err
			}
		}
		answer.Ready = len(answer.Problems) == 0
		return s.tellChecked(answer)
	})
}

// checkPaper adds what is wrong with one paper of the shipment.
func (s *session) checkPaper(st *store.Store, kind data.Kind, answer *checked) error {
	number := answer.Number
	if d, err := st.Documents.ByNumber(s.ctx, number, -1); err == nil {
		number = originOf(d) // what counts is the records, not the frozen copy
	}
	src, err := s.source(st, number)
	if err != nil {
		return err
	}
	paper, found, err := document.Build(src, kind, document.BuildOptions{Draft: true})
	if err != nil {
		return in(number, err)
	}
	answer.Kinds = append(answer.Kinds, string(kind))
	missing := map[string]bool{}
	for _, p := range paper.Missing() {
		missing[p.Field] = true
		if p.Key == "problem.required" {
			p.Key = "command.check.needed"
		}
		answer.Problems = append(answer.Problems, gap{kind, p.Field, p.Key, s.sentence(p)})
	}
	for _, p := range left(found) {
		if !missing[p.Field] {
			answer.Warnings = append(answer.Warnings, gap{kind, p.Field, p.Key, s.sentence(p)})
		}
	}
	return nil
}

// tellChecked prints what was found. Finding something is an answer, not a failure: exit 0.
func (s *session) tellChecked(answer checked) error {
	if s.call.on("json") {
		return s.json(answer)
	}
	for _, g := range answer.Problems {
		fmt.Fprintf(s.Out, "%s:%s: %s\n", g.Kind, g.Field, g.Sentence)
	}
	for _, g := range answer.Warnings {
		fmt.Fprintf(s.Out, "(%s:%s: %s)\n", g.Kind, g.Field, g.Sentence)
	}
	if answer.Ready {
		s.say("command.check.ready", "Number", answer.Number)
	} else {
		s.say("command.check.stopped", "Number", answer.Number, "Count", len(answer.Problems))
	}
	return nil
}
