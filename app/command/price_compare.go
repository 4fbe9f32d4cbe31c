package command

import (
	"errors"
	"fmt"

	"tradewind/data"
	"tradewind/data/store"
)

// comparison is what the prices of a quotation or proforma were worked out from, revision by revision, and what differs.
type comparison struct {
	Number    string            `json:"number"`
	Revisions []pricingRevision `json:"revisions"`
}

// pricingRevision is one of them; the last one, without a number, is the order as it is now.
type pricingRevision struct {
	Revision string               `json:"revision"`
	Lines    []data.PricedLine    `json:"lines"`
	Changes  []data.PricingChange `json:"changes"` // against the one before
}

// comparePrices tells which assumptions changed from revision to revision, and what each does to the margin.
func (s *session) comparePrices() error {
	number := s.call.option("number")
	var found comparison
	err := s.reading(func(st *store.Store) (err error) {
		found, err = s.comparison(st, number)
		return err
	})
	if errors.Is(err, data.ErrNotFound) {
		return in(number, refuse("price.problem.no_paper"))
	}
	if err != nil {
		return err
	}
	if s.call.on("json") {
		return s.json(found)
	}
	for _, r := range found.Revisions[1:] {
		for _, c := range r.Changes {
			s.say("price.compare.line", "Revision", r.Revision, "Line", c.Line, "SKU", c.SKU, "Before", c.Before.String(), "After", c.After.String(),
				"Was", data.InPercent(c.Margin[0]), "Now", data.InPercent(c.Margin[1]))
			for _, one := range c.Changes {
				s.line("   " + s.t("price.compare.field", "Field", one.Field, "Before", dash(one.Before), "After", dash(one.After), "Margin", data.InPercent(one.Margin)))
			}
		}
	}
	return nil
}

func (s *session) comparison(st *store.Store, number string) (comparison, error) {
	c := comparison{Number: number}
	doc, err := st.Documents.ByNumber(s.ctx, number, -1)
	if err != nil {
		return c, err
	}
	add := func(name string, lines []data.PricedLine) {
		r := pricingRevision{Revision: name, Lines: lines, Changes: []data.PricingChange{}}
		if r.Lines == nil {
			r.Lines = []data.PricedLine{}
		}
		if n := len(c.Revisions); n > 0 {
			r.Changes = append(r.Changes, data.PricingChanges(c.Revisions[n-1].Lines, lines)...)
		}
		c.Revisions = append(c.Revisions, r)
	}
	for revision := range doc.Revision + 1 {
		lines, err := st.Documents.Pricing(s.ctx, number, revision)
		if err != nil {
			return c, err
		}
		add(fmt.Sprintf("R%d", revision), lines)
	}
	o, err := st.Orders.Get(s.ctx, doc.OrderID)
	add("now", o.PricedLines())
	return c, err
}

// dash stands for nothing.
func dash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}
