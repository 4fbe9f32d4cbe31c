package data

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Clause is a text that sales contracts may have, in the languages it was written in. Texts may name facts of the contract as
// {{place}}, see [ClauseFacts].
type Clause struct {
	Record
	Code     string     `json:"code"`
	Position int64      `json:"position,omitzero"` // where it stands among others
	When     ClauseWhen `json:"when,omitzero"`
	Titles   Texts      `json:"titles"`
	Text     Texts      `json:"texts"`
}

// ClauseWhen says which contracts have a clause without being asked.
type ClauseWhen string

// When clauses apply.
const (
	ClauseAlways    ClauseWhen = "always"
	ClauseInsured   ClauseWhen = "insured"   // CIF and CIP, where the seller insures
	ClauseUninsured ClauseWhen = "uninsured" // any other term
	ClauseCredit    ClauseWhen = "credit"    // paid by letter of credit
	ClauseChosen    ClauseWhen = ""          // only where an order asks for it
)

// ClauseTimes returns all of them, in the order a list offers them.
func ClauseTimes() []ClauseWhen {
	return []ClauseWhen{ClauseAlways, ClauseInsured, ClauseUninsured, ClauseCredit, ClauseChosen}
}

// ClauseFacts are the facts a clause can name between double braces. {{shipment_time}} is the order's latest shipment, else its required
// date, else its lead time.
func ClauseFacts() []string {
	return []string{"seller", "buyer", "incoterm", "place", "port_of_loading", "port_of_discharge", "shipment_time", "payment_terms", "currency", "total", "order_no"}
}

// Validate refuses a clause without a code or a text, with a condition there isn't, or that names a fact there isn't.
func (c Clause) Validate() error {
	var wrong Problems
	if strings.TrimSpace(c.Code) == "" {
		wrong.Add("code", "problem.required")
	}
	if !slices.Contains(ClauseTimes(), c.When) {
		wrong = append(wrong, Problem{Field: "when", Key: "problem.not_one_of", Args: map[string]any{"Value": string(c.When), "Values": "always, insured, uninsured, credit"}})
	}
	return append(wrong, checkClauseTexts(c.Titles, c.Text)...).Err()
}

// checkClauseTexts looks at the texts of a clause.
func checkClauseTexts(titles, texts Texts) (wrong Problems) {
	if len(texts) == 0 {
		wrong.Add("texts", "problem.required")
	}
	for i, all := range []Texts{titles, texts} {
		field := []string{"titles", "texts"}[i]
		for _, lang := range slices.Sorted(maps.Keys(all)) {
			wrong = append(wrong, unknownFacts(field+"."+lang, all[lang], ClauseFacts())...)
		}
	}
	return wrong
}

//go:embed clauses.json
var shippedClauses []byte

// ShippedClauses returns the clauses as the program ships them, in their order: own wording, no legal advice. What the merchant saves
// under a code takes its place.
func ShippedClauses() []Clause { return slices.Clone(readClauses()) }

// readClauses reads them once: every paper asks for them.
var readClauses = sync.OnceValue(func() []Clause {
	var list []Clause
	if err := json.Unmarshal(shippedClauses, &list); err != nil {
		panic(fmt.Sprintf("data/clauses.json: %v", err)) // it is part of the program, and tested
	}
	for i := range list {
		list[i].Position = int64(i+1) * 10
	}
	return list
})

// ClausesWith returns the shipped clauses with the saved ones in their place, by position; those put away are left out.
func ClausesWith(saved []Clause) []Clause {
	list := ShippedClauses()
	for _, s := range saved {
		i := slices.IndexFunc(list, func(c Clause) bool { return c.Code == s.Code })
		if i < 0 {
			list = append(list, s)
			continue
		}
		if s.Position == 0 {
			s.Position = list[i].Position
		}
		list[i] = s
	}
	list = slices.DeleteFunc(list, func(c Clause) bool { return c.Archived })
	slices.SortStableFunc(list, func(a, b Clause) int { return int(a.Position - b.Position) })
	return list
}

// ClauseChoice is what the contract of one order has other than the library says.
type ClauseChoice struct {
	Without []string    `json:"without,omitempty"` // codes of clauses that would apply
	With    []string    `json:"with,omitempty"`    // codes of clauses that wouldn't
	Own     []OwnClause `json:"own,omitempty"`     // texts of this order alone; one with a code of the library stands in its place
}

// IsZero reports whether the library decides alone.
func (c ClauseChoice) IsZero() bool { return len(c.Without)+len(c.With)+len(c.Own) == 0 }

// OwnClause is a clause of one order.
type OwnClause struct {
	Code   string `json:"code,omitzero"`
	Titles Texts  `json:"titles,omitempty"`
	Text   Texts  `json:"texts"`
}

// own is the text of this order in the place of the clause with this code.
func (c ClauseChoice) own(code string) (OwnClause, bool) {
	for _, one := range c.Own {
		if one.Code == code && code != "" {
			return one, true
		}
	}
	return OwnClause{}, false
}

// Applies reports whether the contract of o has a clause without being asked.
func (c Clause) Applies(o Order, terms string) bool {
	switch c.When {
	case ClauseAlways:
		return true
	case ClauseInsured, ClauseUninsured:
		seller := o.Incoterm.Rule == "CIF" || o.Incoterm.Rule == "CIP"
		return seller == (c.When == ClauseInsured)
	case ClauseCredit:
		return o.Credit.No != "" || paidByCredit(terms)
	}
	return false
}

// paidByCredit reports whether terms of payment have a letter of credit in them.
func paidByCredit(terms string) bool {
	plan, ok := ParsePayment(terms)
	return ok && slices.ContainsFunc(plan, func(i Instalment) bool { return i.Method == LetterOfCredit })
}

// ClauseRow is a clause of the library or of one order, and how it stands in the order's contract.
type ClauseRow struct {
	Clause
	In     bool // the contract has it
	Own    int  // the place among the order's own, from 1; 0: it is the library's
	Edited bool // with a text of this order
}

// ClausesFor is how the clauses of a library stand in the contract of o, then those of its own. Terms are those of payment.
func ClausesFor(o Order, terms string, library []Clause) (rows []ClauseRow) {
	choice := o.Clauses
	for _, c := range library {
		r := ClauseRow{Clause: c}
		r.In = c.Applies(o, terms) && !slices.Contains(choice.Without, c.Code) || slices.Contains(choice.With, c.Code)
		if own, ok := choice.own(c.Code); ok {
			r.Edited = true
			if r.Text = own.Text; len(own.Titles) > 0 {
				r.Titles = own.Titles
			}
		}
		rows = append(rows, r)
	}
	for i, own := range choice.Own {
		if own.Code == "" || !slices.ContainsFunc(library, func(c Clause) bool { return c.Code == own.Code }) {
			rows = append(rows, ClauseRow{Clause: Clause{Code: own.Code, Titles: own.Titles, Text: own.Text}, In: true, Own: i + 1, Edited: true})
		}
	}
	return rows
}

// ClausesOf picks the clauses that the contract of o has.
func ClausesOf(o Order, terms string, library []Clause) (list []Clause) {
	for _, r := range ClausesFor(o, terms, library) {
		if r.In {
			list = append(list, r.Clause)
		}
	}
	return list
}

// clauses looks at what the contract of an order has of its own.
func (c *check) clauses(choice ClauseChoice) {
	for i, own := range choice.Own {
		for _, p := range checkClauseTexts(own.Titles, own.Text) {
			p.Field = at("clauses.own", i+1) + p.Field
			c.problems = append(c.problems, p)
		}
	}
}

// ClauseIn returns what o says of its contract's clauses once it has the one of the library, or hasn't. Terms are those of payment.
func (o Order) ClauseIn(c Clause, in bool, terms string) ClauseChoice {
	choice := o.Clauses
	without := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(code string) bool { return code == c.Code })
	}
	choice.Without, choice.With = without(choice.Without), without(choice.With)
	switch applies := c.Applies(o, terms); {
	case in && !applies:
		choice.With = append(choice.With, c.Code)
	case !in && applies:
		choice.Without = append(choice.Without, c.Code)
	}
	return choice
}

// WithOwn returns c with a text of the order's own: in the place of the one with its code, or of the n-th (from 1), else behind the
// others. One without a text goes.
func (c ClauseChoice) WithOwn(n int, own OwnClause) ClauseChoice {
	list := slices.Clone(c.Own)
	at := n - 1
	if own.Code != "" {
		at = slices.IndexFunc(list, func(one OwnClause) bool { return one.Code == own.Code })
	}
	switch {
	case at >= 0 && at < len(list) && len(own.Text) == 0:
		list = slices.Delete(list, at, at+1)
	case at >= 0 && at < len(list):
		list[at] = own
	case len(own.Text) > 0:
		list = append(list, own)
	}
	c.Own = list
	return c
}

// NextClauseCode returns a code that no clause of a library has.
func NextClauseCode(library []Clause) string {
	for n := 1; ; n++ {
		code := "own-" + strconv.Itoa(n)
		if !slices.ContainsFunc(library, func(c Clause) bool { return c.Code == code }) {
			return code
		}
	}
}
