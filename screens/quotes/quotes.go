// Package quotes is the desk of an order that shows its quotation as it was given away: every revision with what it changed, each
// opened as it was in one tap, and what the order says otherwise by now.
package quotes

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the desk asks of the program around it.
type Program struct {
	Papers func(order string)                            // shows the papers of an order, where the next revision is issued
	Open   func(order string, d data.Issued)             // shows an issued paper as it was given away
	Say    func([]data.Difference) []string              // says differences in the window's language
	Draft  func(src data.Source) (document.Paper, error) // the quotation as the order is now
}

// Desk shows the quotations of one order.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	list    *fyne.Container
	words   *kit.Paragraph
	issue   *kit.Button
	loader  *kit.Loader[facts]
	order   data.Order
	opens   []*kit.Button // of the revisions shown, the newest first
}

// facts is what the store knows of the order's quotations.
type facts struct {
	issued []data.Issued // the newest first
	totals []data.Money  // of each
	now    []data.Difference
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, list: kit.Pile(kit.Medium), words: kit.NewParagraph(""), loader: kit.NewLoader[facts](host)}
	d.issue = kit.NewButton(host.T("quote.revisions.issue"), theme.DocumentIcon(), func() { program.Papers(d.order.No) })
	top := kit.Pad(kit.Small, kit.Large, kit.Frame(nil, nil, nil, kit.Row(kit.Small, kit.NewCaption(""), d.issue), d.words))
	d.content = kit.Frame(top, nil, nil, nil, kit.Scroll(kit.Pad(kit.Medium, kit.Large, d.list)))
	return d
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the way to the newest revision the keyboard, or that to the first one.
func (d *Desk) First() {
	if len(d.opens) > 0 {
		d.host.Focus(d.opens[0])
		return
	}
	d.host.Focus(d.issue)
}

// Show asks for the quotations of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	d.loader.Fill(func(ctx context.Context) (facts, error) { return d.read(ctx, o) }, d.fill)
}

func (d *Desk) read(ctx context.Context, o data.Order) (f facts, err error) {
	all, err := d.store.Documents.Of(ctx, o.ID)
	if err != nil {
		return f, err
	}
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind != data.Quotation {
			continue
		}
		full, err := d.store.Documents.ByNumber(ctx, all[i].Number, all[i].Revision)
		if err != nil {
			return f, err
		}
		paper, err := document.Thaw(full.Frozen)
		if err != nil {
			return f, err
		}
		if len(f.issued) == 0 && full.Voided == "" {
			if f.now, err = d.since(ctx, o, paper); err != nil {
				return f, err
			}
		}
		f.issued, f.totals = append(f.issued, full), append(f.totals, paper.Totals.Total)
	}
	return f, nil
}

// since lists what the order says otherwise than the newest quotation.
func (d *Desk) since(ctx context.Context, o data.Order, last document.Paper) ([]data.Difference, error) {
	src, err := d.store.Source(ctx, o.No)
	if err != nil {
		return nil, err
	}
	now, err := d.program.Draft(src)
	now.Date, now.Stamp, now.Signature = last.Date, last.Stamp, last.Signature // a draft is neither dated nor signed
	return document.Differences(last, now), err
}

// fill shows what the store knows.
func (d *Desk) fill(f facts) {
	t := d.host.T
	d.list.RemoveAll()
	d.opens = nil
	word := "quote.revisions.same"
	switch {
	case len(f.issued) == 0:
		word = "quote.revisions.none"
	case f.issued[0].Voided != "":
		word = "quote.revisions.void"
	case len(f.now) > 0:
		word = "quote.revisions.changed"
	}
	d.words.SetText(t(word, "Count", len(f.now)))
	if len(f.now) > 0 {
		d.list.Add(d.section(t("quote.revisions.now"), nil, d.program.Say(f.now)))
	}
	for i, one := range f.issued {
		d.list.Add(d.revision(one, f.totals[i]))
	}
	d.list.Refresh()
}

// revision is one that was given away: its number, when, by whom and what it came to, and what it changed.
func (d *Desk) revision(one data.Issued, total data.Money) fyne.CanvasObject {
	t := d.host.T
	open := kit.NewButton(t("quote.revisions.open"), nil, func() { d.program.Open(d.order.No, one) })
	d.opens = append(d.opens, open)
	facts := []string{d.host.Date(string(one.Date)), one.IssuedBy, string(total.Currency) + " " + d.host.Number(total.Decimal(), total.Currency.Decimals())}
	said := []string{strings.Join(slices.DeleteFunc(facts, func(text string) bool { return text == "" }), " · ")}
	if one.Voided != "" {
		said = append(said, t("paper.issued.void", "Reason", one.Voided))
	}
	return d.section(one.Number+" R"+strconv.Itoa(one.Revision), open, append(said, d.program.Say(one.Changes)...))
}

// section is a heading with what can be done about it, and sentences below.
func (d *Desk) section(title string, act *kit.Button, said []string) fyne.CanvasObject {
	heading := kit.NewText(title).Cut()
	heading.Bold = true
	head := kit.Row(kit.Small, heading)
	if act != nil {
		head.Add(act)
	}
	rows := kit.Pile(kit.Tight, head)
	for _, one := range said {
		rows.Add(kit.NewParagraph(one))
	}
	rows.Add(kit.Hairline())
	return rows
}
