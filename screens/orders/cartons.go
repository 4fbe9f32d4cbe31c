package orders

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"
)

// askCartons offers to round quantities up to whole cartons, with what that does to each line and to the whole order.
func (l *lines) askCartons() {
	t := l.host.T
	var ignored data.Problems
	now := data.Order{Currency: l.currency, Incoterm: l.term, Lines: l.read(&ignored)}
	then, n := now.WholeCartons(l.products)
	if n == 0 {
		l.host.Notice(t("quote.cartons.none"), nil)
		return
	}
	before, err := document.Sum(data.Source{Order: now, Products: l.products})
	after, wrong := document.Sum(data.Source{Order: then, Products: l.products})
	if err != nil || wrong != nil {
		l.host.Notice(t("order.sums.too_large"), nil)
		return
	}
	l.host.Ask(t("quote.cartons.title"), l.cartonEffect(before, after, now, then),
		kit.Choice{Word: t("quote.cartons.do", "Count", n), Main: true, Then: func() { l.roundUp(then) }},
		kit.Choice{Word: t("screen.cancel")})
}

// shownEffects is how many lines are named one by one.
const shownEffects = 12

// cartonEffect says what changes line by line, then the sums before and after.
func (l *lines) cartonEffect(before, after document.Paper, now, then data.Order) string {
	host := l.host
	var said []string
	more := 0
	for i, one := range then.Lines {
		if one.Quantity == now.Lines[i].Quantity {
			continue
		}
		if len(said) == shownEffects {
			more++
			continue
		}
		said = append(said, host.T("quote.cartons.line", "No", i+1, "SKU", one.SKU, "From", kit.Quantity(host, now.Lines[i].Quantity),
			"To", kit.Quantity(host, one.Quantity), "Cartons", after.Lines[i].Cartons))
	}
	if more > 0 {
		said = append(said, host.T("screen.problems.more", "Count", more))
	}
	sums := newSums(host)
	of := func(p document.Paper) string {
		return strings.Join(append([]string{sums.money(p.Totals.Total)}, sums.rooms(p.Totals)...), " · ")
	}
	said = append(said, "", host.T("quote.cartons.before", "Sums", of(before)), host.T("quote.cartons.after", "Sums", of(after)))
	return strings.Join(said, "\n")
}

// roundUp types the quantities of an order into the rows; prices follow their ladders.
func (l *lines) roundUp(then data.Order) {
	for i, r := range l.rows {
		if text := kit.Figure(then.Lines[i].Quantity); r.quantity.Text != text && then.Lines[i].Quantity > 0 {
			r.quantity.SetText(text)
			r.followLadder()
		}
	}
	l.form.Edited("lines")
	l.host.Focus(l.adder.Search)
}
