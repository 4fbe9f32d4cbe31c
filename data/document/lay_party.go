package document

import (
	"slices"
	"strings"

	"tradewind/data"
)

// partyBox is a name and address with its numbers; who answers for the sale is named for customs (19 CFR 141.86(j)).
func (l layout) partyBox(caption string, p data.Party, seller bool) Box {
	b := Box{Caption: caption, Strong: l.each(func(w Words) string { return nameFor(p, w) })}
	for _, w := range l.words {
		lines := p.Address.Lines()
		if p.InOwnScript(base(w.Lang)) && len(p.LocalAddress.Lines()) > 0 {
			lines = localLines(p)
		} else if c := p.Address.Country; c != "" {
			lines = append(lines, l.latinCountry(p))
		}
		for _, line := range lines {
			b.Lines = appendNew(b.Lines, line)
		}
	}
	var f list
	f.add(l.say("document.tax_id"), p.TaxID)
	f.add(l.say("document.import_no"), p.ImportNo)
	if seller {
		f.must(l.say("document.contact"), p.Contact)
	} else {
		f.add(l.say("document.contact"), p.Contact)
	}
	f.add(l.say("document.phone"), p.Phone)
	f.add(l.say("document.email"), p.Email)
	b.Facts = f
	return b
}

// nameFor returns a party's name as a reader of w's language knows it: a Chinese firm's own for a Chinese reader.
func nameFor(p data.Party, w Words) string { return p.NameIn(base(w.Lang)) }

// latinCountry names the country below an address in Latin letters, for every reader who gets that address.
func (l layout) latinCountry(p data.Party) string {
	return l.beside(func(w Words) string {
		if p.InOwnScript(base(w.Lang)) && len(p.LocalAddress.Lines()) > 0 {
			return ""
		}
		return w.Country(p.Address.Country)
	})
}

// localLines writes an address in the party's own script; where it doesn't name its country, it is that of the other.
func localLines(p data.Party) []string {
	local := p.LocalAddress
	if local.Country == "" {
		local.Country = p.Address.Country
	}
	return local.LocalLines()
}

// appendNew appends a line that isn't blank and isn't there yet.
func appendNew(lines []string, line string) []string {
	if strings.TrimSpace(line) == "" || slices.Contains(lines, line) {
		return lines
	}
	return append(lines, line)
}
