package orders

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// supplyStrip says above the lines how the order stands as a whole, with what can be done for all lines at once.
type supplyStrip struct {
	content       *fyne.Container
	words         *kit.Text
	reserve, free *kit.Button
}

func newSupplyStrip(host *kit.Host) *supplyStrip {
	s := &supplyStrip{words: kit.NewText("").Cut()}
	s.reserve = kit.NewButton(host.T("order.reserve.all"), nil, func() {})
	s.free = kit.NewButton(host.T("order.free.all"), nil, func() {})
	s.content = kit.Row(kit.Small, s.words, s.free, s.reserve)
	s.content.Hide()
	return s
}

// standings counts lines by how they stand.
type standings struct{ kept, short, reservable, reserved int }

// show says what there is to say; nothing where no stock is kept or nothing is left to send.
func (s *supplyStrip) show(host *kit.Host, n standings) bool {
	grown := s.content.Hidden == (n.kept > 0)
	s.content.Hidden = n.kept == 0
	word := host.T("order.supply.all")
	if n.short > 0 {
		word = host.T("order.supply.sum", "Short", n.short, "Count", n.kept)
	}
	s.words.SetText(word)
	kit.Able(s.reserve, n.reservable > 0)
	kit.Able(s.free, n.reserved > 0)
	return grown
}

// showSupply shows how each line stands by what the store said and what is typed.
func (l *lines) showSupply(list []data.OrderLine) {
	var n standings
	for i, one := range l.supply.Of(list) {
		if i >= len(l.rows) {
			break
		}
		r := l.rows[i]
		r.showSupply(list[i], one)
		if !one.Kept || l.over {
			continue
		}
		n.kept++
		if one.Short() > 0 && !list[i].PreSale {
			n.short++
		}
		if one.Here > 0 {
			n.reservable++
		}
		if one.Reserved > 0 {
			n.reserved++
		}
	}
	if l.strip.show(l.host, n) {
		l.form.Relayout()
	}
}

// told is what decides what is said of a line's supply: nothing is drawn anew while it stays.
type told struct {
	data.LineSupply
	quantity     data.Quantity
	promise      data.Date
	preSale      bool
	over, locked bool
}

// showSupply shows how the line stands, as a word on a chip, and offers what can be done about it.
func (r *row) showSupply(line data.OrderLine, s data.LineSupply) {
	now := told{s, line.Quantity, line.Promise, line.PreSale, r.lines.over, r.lines.locked}
	if now == r.lastTold {
		return
	}
	r.stand, r.lastTold, r.asked, r.stale = s, now, line, true
	if r.drawn() {
		r.say()
	}
}

// saySupply writes how the line stands and what can be done about it.
func (r *row) saySupply() {
	word, tone := r.standing(r.asked, r.stand)
	keep, offer := r.offers(r.asked, r.stand)
	r.supplied = r.supplyFacts(r.asked, r.stand)
	same := r.chip.Word() == word && r.keep.Words() == keep && r.offer.Words() == offer
	if same {
		return
	}
	r.chip.Set(word, tone)
	r.keep.Set(keep)
	r.offer.Set(offer)
	r.content.Refresh() // where the parts stand depends on what they say
}

// silent reports whether there is nothing to say of a line: no stock is kept of its article, it asks for nothing, or the
// order is over.
func (r *row) silent(line data.OrderLine, s data.LineSupply) bool {
	return !s.Kept || r.lines.over || line.Quantity <= 0
}

// standing is the word and tone of how a line stands.
func (r *row) standing(line data.OrderLine, s data.LineSupply) (string, kit.Tone) {
	host := r.lines.host
	q := func(q data.Quantity) string { return kit.Quantity(host, q) }
	switch {
	case line.PreSale && s.Open > 0 && !r.lines.over:
		return host.T("order.supply.pre_sale", "Date", host.Date(string(line.Promise))), kit.Info
	case r.silent(line, s):
		return "", kit.Plain
	case s.Open == 0 && s.Reserved > 0:
		return host.T("order.supply.reserved"), kit.Good
	case s.Open == 0:
		return "", kit.Plain
	case s.Short() > 0:
		return host.T("order.supply.short", "Quantity", q(s.Short())), kit.Warn
	case s.Reserved > 0:
		return host.T("order.supply.part", "Reserved", q(s.Reserved), "Open", q(s.Open)), kit.Info
	}
	return host.T("order.supply.available", "Quantity", q(s.Left)), kit.Plain
}

// offers are the words of what a tap does: keeping goods for the line, or giving them free, and selling what is short in
// advance.
func (r *row) offers(line data.OrderLine, s data.LineSupply) (keep, offer string) {
	host := r.lines.host
	if r.silent(line, s) {
		return "", ""
	}
	switch {
	case s.Here > 0:
		keep = host.T("order.reserve")
	case s.Reserved > 0:
		keep = host.T("order.free")
	}
	switch {
	case s.Short() <= 0 || line.PreSale || r.lines.locked:
	case s.By == "":
		offer = host.T("order.supply.offer.ask")
	default:
		offer = host.T("order.supply.offer", "Date", host.Date(string(s.By)))
	}
	return keep, offer
}

// supplyFacts says in numbers what the chip has no room for.
func (r *row) supplyFacts(line data.OrderLine, s data.LineSupply) string {
	if r.silent(line, s) {
		return ""
	}
	host := r.lines.host
	var facts []string
	add := func(key string, q data.Quantity) {
		if q > 0 {
			facts = append(facts, host.T(key, "Quantity", kit.Quantity(host, q)))
		}
	}
	if s.Open > 0 && (line.PreSale || s.Short() > 0) {
		add("order.supply.has", s.Reserved)
		add("order.supply.free", s.Ready)
	}
	if line.PreSale {
		add("order.supply.short", s.Short())
	}
	add("order.supply.claimed", s.Claimed)
	add("order.supply.elsewhere", s.Ready-min(s.Ready, s.Here))
	return strings.Join(facts, " · ")
}

// sayFacts puts what is said of supply before what the line comes to.
func (r *row) sayFacts() {
	text := r.figures
	if r.supplied != "" && text != "" {
		text = " · " + text
	}
	r.facts.SetText(r.supplied + text)
}

// keepOrFree does what the first link says.
func (r *row) keepOrFree() {
	if i := r.lines.index(r); r.stand.Here > 0 {
		r.lines.reserve(i)
	} else if r.stand.Reserved > 0 {
		r.lines.free(i)
	}
}

// sellAhead makes the line a pre-sale with the first day for which all of it can be promised; a notice takes it back.
// Where no day is known, it asks for one.
func (r *row) sellAhead() {
	if r.lines.locked {
		return
	}
	if r.stand.By == "" {
		r.details()
		return
	}
	was := r.base
	r.base.PreSale, r.base.Promise = true, r.stand.By
	r.lines.form.Edited("lines")
	host := r.lines.host
	basis := map[data.Basis]string{
		data.FromStock: host.T("order.basis.stock"), data.FromIncoming: host.T("order.basis.incoming"), data.FromSupplier: host.T("order.basis.supplier"),
	}[r.stand.Basis]
	host.Notice(host.T("order.supply.sold", "SKU", was.SKU, "Date", host.Date(string(r.base.Promise)), "Basis", basis), func() {
		r.base.PreSale, r.base.Promise = was.PreSale, was.Promise
		r.lines.form.Edited("lines")
	})
}
