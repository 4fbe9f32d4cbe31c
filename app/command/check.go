package command

import (
	"fmt"
	"slices"
	"strings"

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

// gap is one thing to put right: in a paper, or in one of the records it is made from.
type gap struct {
	Kind     data.Kind `json:"document,omitempty"`
	Record   string    `json:"record,omitempty"` // "company", "order", "partner", "product" or "shipment"
	Number   string    `json:"number,omitempty"` // of the record
	Field    string    `json:"field"`
	Key      string    `json:"key"`
	Sentence string    `json:"sentence"`
}

// String returns document:field: sentence, or record:number:field: sentence.
func (g gap) String() string {
	where := slices.DeleteFunc([]string{string(g.Kind), g.Record, g.Number, g.Field}, func(part string) bool { return part == "" })
	return strings.Join(where, ":") + ": " + g.Sentence
}

// check says what would stop this shipment: fields that its invoice and packing list miss, and what looks wrong with the
// records they are made from. The rules of single countries come later.
func (s *session) check() error {
	if s.call.has("to") {
		return usage("command.usage.later", "What", "check --to COUNTRY")
	}
	number := s.call.args[0]
	return s.reading(func(st *store.Store) error {
		answer := checked{Number: number, Problems: []gap{}, Warnings: []gap{}}
		src, err := s.origin(st, number)
		if err != nil {
			return err
		}
		for _, kind := range []data.Kind{data.CommercialInvoice, data.PackingList} {
			if err := s.checkPaper(src, kind, &answer); err != nil {
				return err
			}
		}
		doubts, err := s.recordDoubts(st, src)
		if err != nil {
			return err
		}
		for _, w := range doubts {
			if answer.has(w.Problem) {
				continue // a paper says so already
			}
			answer.Warnings = append(answer.Warnings, gap{"", w.Record, w.Number, w.Field, w.Key, s.sentence(w.Problem)})
		}
		answer.Ready = len(answer.Problems) == 0
		return s.tellChecked(answer)
	})
}

// recordDoubts is what looks wrong with the records, which certificates the goods lack where they go, what of a
// quotation is offered in another one, and whether the buyer's mail addresses are somebody else's too.
func (s *session) recordDoubts(st *store.Store, src data.Source) ([]data.RecordWarning, error) {
	all := src.Warnings()
	rules, err := st.CertificateRules.All(s.ctx)
	if err != nil {
		return nil, err
	}
	all = append(all, src.CertificateWarnings(rules, data.DateOf(s.Now()))...)
	offered, err := st.Stock.OfferedTwice(s.ctx, src.Order, data.DateOf(s.Now()))
	if err != nil {
		return nil, err
	}
	for _, one := range offered {
		all = append(all, data.RecordWarning{Record: "order", Number: src.Order.No, Problem: one})
	}
	alike, err := st.Partners.Alike(s.ctx, src.Customer)
	for _, one := range alike {
		if one.Why == data.SameMail {
			all = append(all, data.RecordWarning{Record: "partner", Number: src.Customer.Code, Problem: one.Warning()})
		}
	}
	return all, err
}

// origin returns the records of an order, a shipment or an issued document.
func (s *session) origin(st *store.Store, number string) (data.Source, error) {
	if d, err := st.Documents.ByNumber(s.ctx, number, -1); err == nil {
		number = d.Origin() // what counts is the records, not the frozen copy
	}
	return s.source(st, number)
}

// has reports whether a paper was found to have this problem.
func (c checked) has(p data.Problem) bool {
	same := func(g gap) bool { return g.Record == "" && g.Field == p.Field && g.Key == p.Key }
	return slices.ContainsFunc(c.Problems, same) || slices.ContainsFunc(c.Warnings, same)
}

// checkPaper adds what is wrong with one paper of the shipment.
func (s *session) checkPaper(src data.Source, kind data.Kind, answer *checked) error {
	paper, found, err := document.Build(src, kind, document.BuildOptions{Draft: true})
	if err != nil {
		return in(answer.Number, err)
	}
	answer.Kinds = append(answer.Kinds, string(kind))
	missing := map[string]bool{}
	for _, p := range paper.Missing() {
		missing[p.Field] = true
		if p.Key == "problem.required" {
			p.Key = "command.check.needed"
		}
		answer.Problems = append(answer.Problems, gap{Kind: kind, Field: p.Field, Key: p.Key, Sentence: s.sentence(p)})
	}
	for _, p := range left(found) {
		if !missing[p.Field] {
			answer.Warnings = append(answer.Warnings, gap{Kind: kind, Field: p.Field, Key: p.Key, Sentence: s.sentence(p)})
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
		fmt.Fprintln(s.Out, g)
	}
	for _, g := range answer.Warnings {
		fmt.Fprintf(s.Out, "(%s)\n", g)
	}
	if answer.Ready {
		s.say("command.check.ready", "Number", answer.Number)
	} else {
		s.say("command.check.stopped", "Number", answer.Number, "Count", len(answer.Problems))
	}
	return nil
}
