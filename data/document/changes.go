package document

import (
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
)

// Differences lists what b says otherwise than a, in the order of the paper. Lines are matched by their article, so that
// one put in between is one addition. What every revision changes, its number, revision and draft mark, isn't listed, nor
// is a figure that only follows from another change in the list, the totals of the paper aside.
func Differences(a, b Paper) []data.Difference {
	a.Number, a.Revision, a.Draft, a.Voided = b.Number, b.Revision, b.Draft, b.Voided
	a.Changes, b.Changes = nil, nil // a list of differences is none itself
	a, b = a.asTyped(), b.asTyped()
	list := &changes{}
	before, after := treeOf(a).(object), treeOf(b).(object)
	for _, name := range after.fields(before) {
		if name == "lines" {
			list.lines(a, b)
		} else {
			list.compare(name, before.values[name], after.values[name])
		}
	}
	return list.causes()
}

// asTyped returns the paper without the reading of its terms of payment, which only follows from them and which older
// frozen copies haven't got.
func (p Paper) asTyped() Paper {
	p.PaymentPlan, p.Instalments = nil, slices.Clone(p.Instalments)
	for i := range p.Instalments {
		p.Instalments[i].Part = data.Instalment{}
	}
	return p
}

// changes collects differences.
type changes struct{ list []data.Difference }

func (c *changes) add(field, before, after string) {
	c.list = append(c.list, data.Difference{Field: field, Before: before, After: after})
}

// asOne are the objects that are compared as a whole; of the others each field is.
var asOne = []string{"postal", "postal_local", "incoterm", "carton"}

// compare adds the differences between two values called path. A list is compared as a whole.
func (c *changes) compare(path string, before, after any) {
	x, old := before.(object)
	y, now := after.(object)
	whole := slices.Contains(asOne, path[strings.LastIndex(path, ".")+1:])
	_, amount := x.money()
	_, amounts := y.money()
	if (old || now) && !amount && !amounts && !whole {
		for _, name := range y.fields(x) {
			c.compare(path+"."+name, x.values[name], y.values[name])
		}
		return
	}
	if was, is := plainText(before), plainText(after); was != is {
		if strings.HasSuffix(path, "postal") || strings.HasSuffix(path, "postal_local") {
			was, is = x.address(), y.address()
		}
		c.add(path, was, is)
	}
}

// linePath is the path of a line, or of a field of it.
func linePath(no int, field string) string {
	return strings.TrimSuffix("lines."+strconv.Itoa(no)+"."+field, ".")
}

// lines adds what differs between the lines of two papers, in the order they stand now.
func (c *changes) lines(a, b Paper) {
	pairs, moved := matched(a.Lines, b.Lines)
	next := 0 // of a's lines, which aren't looked at yet
	gone := func(until int) {
		for ; next < until; next++ {
			if !slices.Contains(pairs, next) {
				c.add(linePath(next+1, ""), called(a.Lines[next]), "")
			}
		}
	}
	for j, i := range pairs {
		if i < 0 {
			c.add(linePath(j+1, ""), "", called(b.Lines[j]))
			continue
		}
		gone(i)
		if moved[j] {
			c.add(linePath(j+1, "no"), strconv.Itoa(i+1), strconv.Itoa(j+1))
		}
		c.line(j, i, a, b)
	}
	gone(len(a.Lines))
}

// line adds what differs between line j of b and line i of a, both counted from 0. That others before it came or went
// gives it another number, which isn't a change.
func (c *changes) line(j, i int, a, b Paper) {
	before, after := treeOf(a.Lines[i]).(object), treeOf(b.Lines[j]).(object)
	if a.Priced() && b.Priced() { // with the decimals that papers show
		before.values["unit_price"], after.values["unit_price"] = a.Lines[i].Price.Shown(a.Currency), b.Lines[j].Price.Shown(b.Currency)
	}
	for _, name := range after.fields(before) {
		if name != "no" {
			c.compare(linePath(j+1, name), before.values[name], after.values[name])
		}
	}
}

// called is what tells a line from the others: its article, or else what it says.
func called(l Line) string {
	if l.SKU != "" {
		return l.SKU
	}
	return l.Description.In("en")
}
