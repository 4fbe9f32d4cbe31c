package pricing

import (
	"context"
	"errors"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"github.com/shopspring/decimal"
)

// answer is what the fields come to.
type answer struct {
	given data.Assumptions // with the rates that were looked up
	cells []cell           // the first is the order's own quantity and currency
}

// cell is one quantity in one currency.
type cell struct {
	quantity data.Quantity
	currency data.Currency
	result   data.PriceResult
	wrong    data.Problems
}

// termRow is a figure or term across all cells.
type termRow struct {
	name  string // as shown
	main  bool   // of the price that is taken
	term  string // of the steps
	cells []string
}

// most is how many columns of prices are shown.
const most = 6

// The width of the fields on the left, and what a column of prices needs.
const leftWidth, columnRoom = 336, 92

// workOut works the prices out anew from what is typed.
func (s *Screen) workOut() {
	if s.sku == "" {
		s.empty()
		return
	}
	given := s.inputs.read(s.base)
	if q := s.quantities(); len(q) > 0 {
		given["quantity"] = q[0]
	}
	rule := given.PriceTerm(s.order.Incoterm.Rule)
	if given["target_price"] != "" {
		given["target_term"] = orElse(rule, "FOB")
	}
	quantities, others, today, term := s.quantities(), s.inputs.others(), s.host.Today(), given.PriceTerm(orElse(s.order.Incoterm.Rule, "FOB"))
	s.work.Load(func(ctx context.Context) (answer, error) {
		return s.reckon(ctx, given, quantities, others, today, term)
	}, func(a answer, err error) {
		if err == nil && len(a.cells) > 0 {
			err = a.cells[0].wrong.Err()
		}
		s.inputs.form.Clear()
		if err != nil {
			s.inputs.complain(err)
			s.take.Disable()
			s.words.SetText(s.host.T("price.wrong"))
			s.says.SetText("") // figures of before would be taken for those of now
			s.body.RemoveAll()
			s.shown = answer{}
			s.content.Refresh()
			return
		}
		s.shown = a
		s.draw()
	})
}

// quantities are those typed, that of the order's line first: its price is the one that is taken.
func (s *Screen) quantities() []string {
	list := s.inputs.quantities()
	if s.order.ID == 0 || s.order.Lines[s.line].Quantity <= 0 {
		return list
	}
	own := s.order.Lines[s.line].Quantity.String()
	return append([]string{own}, slices.DeleteFunc(list, func(q string) bool { return q == own })...)
}

// reckon answers for each quantity in each currency.
func (s *Screen) reckon(ctx context.Context, given data.Assumptions, quantities []string, others []data.Currency, today data.Date, term string) (a answer, err error) {
	in, err := given.Input()
	if err != nil {
		return a, err
	}
	in.Grid, in.Term = &data.GridInput{}, term
	for _, c := range others {
		if c != in.Currency {
			in.Grid.Currencies = append(in.Grid.Currencies, data.GridCurrency{Currency: c})
		}
	}
	if err := s.store.Rates.Into(ctx, &in, today); err != nil {
		return a, err
	}
	a.given = given.Dated(in)
	currencies := append([]data.GridCurrency{{Currency: in.Currency, Fx: in.Fx, Date: in.RateDate, Decimals: in.PriceDecimals}}, in.Grid.Currencies...)
	if len(quantities) == 0 {
		quantities = []string{"0"}
	}
	for _, text := range quantities {
		q, err := data.ParseQuantity(text)
		if err != nil {
			return a, data.Problems{{Field: "quantities", Key: "problem.not_a_number"}}
		}
		for _, c := range currencies {
			if len(a.cells) == most {
				return a, nil
			}
			one := cell{quantity: q, currency: c.Currency}
			if one.result, err = data.Price(in.At(q, c)); err != nil && !errors.As(err, &one.wrong) {
				return a, err
			}
			a.cells = append(a.cells, one)
		}
	}
	return a, nil
}

// terms are the terms shown, those with a commission only where there is one.
func (a answer) terms() []string {
	terms := []string{"EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP"}
	if data.Assumptions.PriceTerm(a.given, "FOB") == "FOBC" {
		terms = append(terms, "FOBC", "CFRC", "CIFC")
	}
	return terms
}

// draw shows the answer.
func (s *Screen) draw() {
	a, t := s.shown, s.host.T
	columns := []kit.Column[termRow]{{
		Title: t("price.term"), Width: 72, Share: 1, Text: func(r termRow) string { return r.name },
		State: func(r termRow) (kit.Tone, bool) { return kit.Info, r.main },
	}}
	for i, c := range a.cells[:s.fitting()] {
		columns = append(columns, kit.Column[termRow]{Title: s.columnWord(c), Width: 84, Share: 1, Right: true, Text: func(r termRow) string { return r.cells[i] }})
	}
	s.table = kit.NewTable(columns)
	s.table.OnChosen = func(_ int, r termRow) {
		s.table.List.UnselectAll()
		s.tell(r, 0)
	}
	rows := []termRow{
		s.figure("cost", t("price.row.cost"), func(r data.PriceResult) string { return r.Cost }),
		s.figure("freight", t("price.row.freight"), func(r data.PriceResult) string { return short(r.FreightEach) }),
	}
	for _, term := range a.terms() {
		row := s.figure(term, term, func(r data.PriceResult) string { return r.Prices.Of(term) })
		if row.main = term == s.term(); row.main {
			rows = slices.Insert(rows, 0, row) // it is looked at first
			continue
		}
		rows = append(rows, row)
	}
	s.table.Set(rows)
	s.body.Objects = []fyne.CanvasObject{s.table.Content}
	s.body.Refresh()
	s.sum()
}

// short leaves a figure of six decimals four of them.
func short(text string) string {
	d, err := decimal.NewFromString(text)
	if err != nil {
		return text
	}
	return d.StringFixed(4)
}

// fitting returns how many columns of prices have room beside the fields.
func (s *Screen) fitting() int {
	n, room := len(s.shown.cells), s.content.Size().Width-leftWidth-columnRoom
	if room <= 0 {
		return n
	}
	return max(1, min(n, int(room/columnRoom)))
}

// figure is one row of the table.
func (s *Screen) figure(term, name string, of func(data.PriceResult) string) termRow {
	r := termRow{name: name, term: term}
	for _, c := range s.shown.cells {
		text := of(c.result)
		if d, err := decimal.NewFromString(text); err == nil {
			text = s.host.Number(d, max(-d.Exponent(), 0))
		}
		r.cells = append(r.cells, orElse(text, "–"))
	}
	return r
}

// sum says the price that matters, what it leaves, and what a percent does.
func (s *Screen) sum() {
	t, r := s.host.T, s.shown.cells[0].result
	term := s.term()
	margin := data.PricedLine{Price: priceOf(r, term), Rule: term, Pricing: s.shown.given}.Margin()
	date := s.shown.given["rate_date"]
	word, pairs := "price.sum", []any{"Term", term, "Price", r.Prices.Of(term), "Currency", string(r.Currency), "Margin", data.InPercent(margin), "Cost", r.Cost, "Rate", short(r.Rate)}
	if date != "" {
		word, pairs = "price.sum.dated", append(pairs, "Date", s.host.Date(date))
	}
	s.words.SetText(t(word, pairs...))
	var lines []string
	if target := r.Target; target != nil {
		lines = append(lines, t("price.target", "Term", target.Term, "Price", target.Price, "Margin", data.InPercent(target.Margin), "Markup", data.InPercent(target.Markup),
			"Purchase", orElse(target.PurchasePrice, "–")))
	}
	for _, e := range r.Effects {
		word := map[string]string{"rate": "price.effect.rate", "freight": "price.effect.freight"}[e.Of]
		lines = append(lines, t(word, "Term", e.Term, "Price", e.Price, "Change", e.Change, "Margin", data.InPercent(e.Margin)))
	}
	if s.shown.given.PriceTerm("FOB") != "FOB" {
		lines = append(lines, t(map[string]string{"final": "price.convention.final", "cif": "price.convention.cif"}[r.CommissionOn]))
	}
	if n := len(s.shown.cells) - s.fitting(); n > 0 {
		lines = append(lines, t("price.more", "Count", n))
	}
	s.says.SetText(strings.Join(lines, "\n"))
	if s.order.ID != 0 && s.order.Incoterm.Rule != "" && s.order.Status == data.Draft && !s.order.Archived {
		s.take.Enable()
	} else {
		s.take.Disable()
	}
	if len(s.last) > 0 {
		s.compare.Enable()
	} else {
		s.compare.Disable()
	}
	s.content.Refresh()
}

// term is the term of the price that matters: the order's, else FOB.
func (s *Screen) term() string { return s.shown.given.PriceTerm(orElse(s.order.Incoterm.Rule, "FOB")) }

func priceOf(r data.PriceResult, term string) data.UnitPrice {
	price, err := data.ParseUnitPrice(r.Prices.Of(term))
	if err != nil {
		return 0
	}
	return price
}

// tell says the arithmetic of a figure in one column, and leads on to the next.
func (s *Screen) tell(r termRow, n int) {
	c := s.shown.cells[n]
	lines := []string{s.columnWord(c) + ":  " + r.cells[n], s.host.Sentences(c.wrong, most)}
	for _, one := range slices.Concat(c.result.Steps["rate"], c.result.Steps[r.term]) {
		lines = append(lines, s.host.T(one.Key, one.Pairs()...))
	}
	var choices []kit.Choice
	if next := (n + 1) % len(s.shown.cells); next != n {
		choices = append(choices, kit.Choice{Word: s.columnWord(s.shown.cells[next]), Then: func() { s.tell(r, next) }})
	}
	s.host.Ask(r.name, strings.Join(compact(lines), "\n"), append(choices, kit.Choice{Word: s.host.T("screen.close"), Main: true})...)
}

// columnWord is what a column of prices is called.
func (s *Screen) columnWord(c cell) string {
	if c.quantity <= 0 {
		return string(c.currency)
	}
	return s.host.Number(c.quantity.Decimal(), max(-c.quantity.Decimal().Normalize().Exponent(), 0)) + " · " + string(c.currency)
}

// compact leaves out empty lines.
func compact(lines []string) (full []string) {
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			full = append(full, l)
		}
	}
	return full
}
