package documents

import (
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// maxChecks is how many checks of one kind are listed.
const maxChecks = 12

// showChecks lists what keeps the paper from being issued in red, what a reader will miss in amber, and says in green
// when nothing is missing.
func (p *papers) showChecks(m made, err error) {
	p.checks.RemoveAll()
	defer p.form.Relayout()
	var bad data.Problems
	switch {
	case errors.As(err, &bad):
		for _, one := range bad {
			p.check(theme.NewErrorThemedResource(theme.CancelIcon()), p.host.Sentence(one), nil)
		}
		return
	case errors.Is(err, data.ErrTooLarge):
		p.check(theme.NewErrorThemedResource(theme.CancelIcon()), p.host.T("order.sums.too_large"), nil)
		return
	case err != nil:
		p.check(theme.NewErrorThemedResource(theme.CancelIcon()), p.host.T("paper.page.failed", "Detail", err.Error()), nil)
		return
	case m.issued != nil:
		p.check(theme.NewSuccessThemedResource(theme.ConfirmIcon()), p.host.T("paper.check.frozen", "Hash", short(m.issued.Hash)), nil)
		if len(m.issued.Changes) > 0 {
			p.check(theme.NewThemedResource(theme.HistoryIcon()), p.host.T("paper.check.changes", "Changes", p.places(m.issued.Changes)), nil)
		}
		return
	}
	missing := m.paper.Missing()
	p.group(missing, theme.NewErrorThemedResource(theme.CancelIcon()))
	if len(missing) == 0 {
		p.check(theme.NewSuccessThemedResource(theme.ConfirmIcon()), p.host.T("paper.check.good"), nil)
	}
	p.group(m.problems[min(len(missing), len(m.problems)):], theme.NewWarningThemedResource(theme.WarningIcon()))
}

func (p *papers) group(list data.Problems, icon fyne.Resource) {
	for i, one := range list {
		if i == maxChecks {
			p.check(icon, p.host.T("screen.problems.more", "Count", len(list)-maxChecks), nil)
			return
		}
		place, key, field := p.target(one.Field)
		p.check(icon, p.sentence(one), func() { p.jump(place, key, field) })
	}
}

func (p *papers) check(icon fyne.Resource, text string, jump func()) {
	words := kit.NewParagraph(text)
	mark := kit.Pad(0, kit.Tight, widget.NewIcon(icon))
	var there fyne.CanvasObject
	if jump != nil {
		there = kit.NewButton("", theme.NavigateNextIcon(), jump).Quiet()
	}
	p.checks.Add(kit.Frame(nil, nil, mark, there, words))
}

// sentence says what is wrong and where.
func (p *papers) sentence(one data.Problem) string {
	where := p.place(one.Field)
	switch one.Key {
	case "problem.required", "document.warning.empty":
		return p.host.T("paper.check.missing", "Where", where)
	case "document.warning.packing", "document.warning.packed_quantity":
		return p.host.Sentence(one) // names its article
	}
	return p.host.T("paper.check.at", "Where", where, "What", p.host.Sentence(one))
}

// place is the word for a field of a paper.
func (p *papers) place(field string) string {
	if rest, ok := strings.CutPrefix(field, "lines."); ok {
		no, part, _ := strings.Cut(rest, ".")
		return p.host.T("paper.field.line", "No", no, "Field", p.fieldWord(part))
	}
	if rest, ok := strings.CutPrefix(field, "containers."); ok {
		no, _, _ := strings.Cut(rest, ".")
		return p.host.T("paper.field.container", "No", no)
	}
	return p.fieldWord(field)
}

// places names fields, each once.
func (p *papers) places(fields []string) string {
	var words []string
	seen := map[string]bool{}
	for _, f := range fields {
		if w := p.place(f); !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return strings.Join(words, ", ")
}

// target says where a field is filled in: screen, record and field.
func (p *papers) target(field string) (place, key, at string) {
	s := p.screen.subject
	first, rest, _ := strings.Cut(field, ".")
	switch first {
	case "company", "bank_accounts":
		return "settings", "", rest
	case "customer":
		if s.src.Order.CustomerID == 0 {
			return "orders", s.src.Order.No, "customer"
		}
		return "partners", s.src.Customer.Code, rest
	case "containers":
		return "", "", field
	case "lines":
		no, part, _ := strings.Cut(rest, ".")
		if part != "quantity" && part != "unit" {
			if sku := p.sku(no); sku != "" {
				return "products", sku, part
			}
		}
	}
	return "orders", s.src.Order.No, field
}

// sku is the article of a line of the paper shown, as the product's own SKU.
func (p *papers) sku(no string) string {
	for _, l := range p.shown.paper.Lines {
		if decimalText(l.No) != no {
			continue
		}
		for _, product := range p.screen.subject.src.Products {
			for _, v := range product.Variants {
				if v.SKU == l.SKU {
					return product.SKU
				}
			}
		}
	}
	return ""
}

// jump goes to where a field is filled in.
func (p *papers) jump(place, key, field string) {
	if place == "" {
		p.screen.tab(1)
		p.screen.ship.form.GoTo(field)
		return
	}
	p.screen.program.Open(place, key, field)
}
