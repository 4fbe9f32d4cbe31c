package documents

import (
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/screens/kit"
)

// changes says what a revision changed, a sentence for each difference; many are cut short.
func (p *papers) changes(list []data.Difference) []string {
	lines := document.SayDifferences(list, words(p.host))
	if len(lines) > maxChecks {
		more := p.host.T("screen.problems.more", "Count", len(lines)-maxChecks)
		lines = append(lines[:maxChecks:maxChecks], more)
	}
	return lines
}

// changed says all of that on lines below each other.
func (p *papers) changed(list []data.Difference) string { return strings.Join(p.changes(list), "\n") }

// words are those that tell differences in the window's language.
func words(host *kit.Host) document.Words {
	lang := host.Lang()
	return document.Words{
		Lang:    lang,
		T:       host.T,
		Country: func(c data.Country) string { return c.Name(lang) },
		Unit:    func(u data.Unit) string { return u.Name(lang) },
		Number:  host.Number,
		Date:    func(d data.Date) string { return host.Date(string(d)) },
	}
}
