package documents

import (
	"errors"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
		return
	}
	missing := m.paper.Missing()
	p.group(missing, theme.NewErrorThemedResource(theme.CancelIcon()))
	advised := m.problems[min(len(missing), len(m.problems)):]
	if len(missing) == 0 {
		good := p.host.T("paper.check.good")
		if len(advised) > 0 {
			good = p.host.T("paper.check.good_but", "Count", len(advised))
		}
		p.check(theme.NewSuccessThemedResource(theme.ConfirmIcon()), good, nil)
	}
	p.group(advised, theme.NewWarningThemedResource(theme.WarningIcon()))
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
	there := kit.NewButton("", theme.NavigateNextIcon(), jump).Quiet()
	there.Hidden = jump == nil
	p.checks.Add(container.New(checkLayout{}, widget.NewIcon(icon), kit.NewParagraph(text), there))
}

// sentence says what is wrong and where.
func (p *papers) sentence(one data.Problem) string {
	where := p.place(one.Field)
	switch one.Key {
	case "document.warning.empty":
		return p.host.T("paper.check.advised", "Where", where)
	case "problem.required":
		return p.host.T("paper.check.missing", "Where", where)
	case "document.warning.packing", "document.warning.packed_quantity", "problem.offered_twice":
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
		if part != "quantity" && part != "unit" && part != "unit_price" {
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

// checkLayout places a mark, a sentence that wraps and a button, all centred in height.
type checkLayout struct{}

// Widths of the mark and the button of a check.
const (
	markWidth float32 = 18
	jumpWidth float32 = 32
)

// MinSize is as high as the sentence at the width it has.
func (checkLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(120, fyne.Max(28, o[1].MinSize().Height))
}

// Layout breaks the sentence at its width first: its height depends on it.
func (checkLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - markWidth - kit.Small - jumpWidth
	o[1].Resize(fyne.NewSize(width, o[1].MinSize().Height))
	height := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(width, height))
	o[1].Move(fyne.NewPos(markWidth+kit.Small, (size.Height-height)/2))
	o[0].Resize(fyne.NewSquareSize(markWidth))
	o[0].Move(fyne.NewPos(0, (size.Height-markWidth)/2))
	o[2].Resize(fyne.NewSquareSize(jumpWidth))
	o[2].Move(fyne.NewPos(size.Width-jumpWidth, (size.Height-jumpWidth)/2))
}
