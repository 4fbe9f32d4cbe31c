package data

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// CustomsParts are what a customs description says in one language: what it is, of what, and for what.
type CustomsParts struct {
	What     string `json:"what,omitzero"`
	Material string `json:"of,omitzero"`
	Use      string `json:"for,omitzero"`
}

// Text composes the description: "Mug, of stoneware, for drinking" in English, "马克杯，材质：炻瓷，用途：饮用" in Chinese; in other
// languages the parts stand as they are, parted by commas.
func (p CustomsParts) Text(lang string) string {
	of, use, comma := "", "", ", "
	switch base, _, _ := strings.Cut(lang, "-"); base {
	case "en":
		of, use = "of ", "for "
	case "zh":
		of, use, comma = "材质：", "用途：", "，"
	}
	var parts []string
	for _, one := range [][2]string{{"", p.What}, {of, p.Material}, {use, p.Use}} {
		if text := strings.TrimSpace(one[1]); text != "" {
			parts = append(parts, one[0]+text)
		}
	}
	return strings.Join(parts, comma)
}

// CustomsTexts returns the customs description per language as papers print it: what Customs says, else what the parts
// compose.
func (p Product) CustomsTexts() Texts {
	if len(p.CustomsParts) == 0 {
		return p.Customs
	}
	texts := Texts{}
	for lang, parts := range p.CustomsParts {
		if text := parts.Text(lang); text != "" {
			texts[lang] = text
		}
	}
	for lang, text := range p.Customs {
		if strings.TrimSpace(text) != "" {
			texts[lang] = text
		}
	}
	if len(texts) == 0 {
		return nil
	}
	return texts
}

// Element is the value of one declaration element (申报要素) of a product. Which elements a code asks for stands in an
// [ElementList].
type Element struct {
	Name  string `json:"name"` // as customs calls it, in Chinese
	Value string `json:"value,omitzero"`
}

// ElementName is one element that a code asks for.
type ElementName struct {
	Chinese  string `json:"zh"`
	English  string `json:"en,omitzero"`
	Required bool   `json:"required,omitzero"`
}

// ElementList says which declaration elements goods of an HS code have. It holds for every code that begins with Code,
// unless there is a longer one.
type ElementList struct {
	Record
	Code     string        `json:"code"` // digits, 2 to 13
	Elements []ElementName `json:"elements"`
	Source   string        `json:"source,omitzero"` // where it was read
	Date     Date          `json:"date,omitzero"`   // and when
}

// ElementsFor returns the list that holds for an HS code, the one with the longest prefix, and whether there is one.
func ElementsFor(code string, lists []ElementList) (best ElementList, found bool) {
	for _, l := range lists {
		if l.Code != "" && !l.Archived && strings.HasPrefix(code, l.Code) && (!found || len(l.Code) > len(best.Code)) {
			best, found = l, true
		}
	}
	return best, found
}

// ElementsOf lays out what p says for the elements that list asks for, in the list's order, then the values that the
// list doesn't name. Missing ones have an empty value.
func (p Product) ElementsOf(list ElementList) []Element {
	values := make(map[string]string, len(p.Elements))
	for _, e := range p.Elements {
		values[e.Name] = e.Value
	}
	all := make([]Element, 0, len(list.Elements)+len(p.Elements))
	for _, n := range list.Elements {
		all = append(all, Element{n.Chinese, values[n.Chinese]})
		delete(values, n.Chinese)
	}
	for _, e := range p.Elements {
		if _, left := values[e.Name]; left {
			all = append(all, e)
		}
	}
	return all
}

// Validate reports the fields of l that break a rule, as [Problems]; nil when it can be saved.
func (l ElementList) Validate() error {
	var c check
	c.required("code", l.Code)
	wrong := l.Code != "" && (len(l.Code) < 2 || len(l.Code) > 13 || strings.Trim(l.Code, "0123456789") != "")
	c.when(wrong, "code", "problem.bad_hs_prefix")
	c.date("date", l.Date)
	c.when(len(l.Elements) == 0, "elements", "problem.required")
	seen := map[string]int{}
	for i, e := range l.Elements {
		c.prefix = at("elements", i+1)
		c.required("zh", e.Chinese)
		if other, twice := seen[e.Chinese]; twice {
			c.add("zh", "problem.duplicate", "Other", other)
		}
		seen[e.Chinese] = i + 1
	}
	return c.problems.Err()
}

// TaxRate is the VAT and the refund of it on export that hold for the goods within a time. Both days belong to it; an
// empty one leaves that side open.
type TaxRate struct {
	VAT    Percent `json:"vat_percent"`
	Refund Percent `json:"refund_percent"`
	From   Date    `json:"from,omitzero"`
	To     Date    `json:"to,omitzero"`
	Note   string  `json:"note,omitzero"`
}

// TaxRateOn returns the rates of day and whether any hold. Where periods overlap the one that began last counts.
func (p Product) TaxRateOn(day Date) (best TaxRate, found bool) {
	for _, r := range p.TaxRates {
		if within(r.From, r.To, day) && (!found || r.From >= best.From) {
			best, found = r, true
		}
	}
	return best, found
}

// Duty is what a country asks for the goods within a time; both days belong to it.
type Duty struct {
	Country Country `json:"country"`
	Rate    Percent `json:"rate_percent"`
	From    Date    `json:"from,omitzero"`
	To      Date    `json:"to,omitzero"`
	Note    string  `json:"note,omitzero"` // such as the trade agreement or an anti-dumping case
}

// DutyOn returns the duty of a country on a day and whether any is known. One of the Union holds in its member states that have
// none of their own. Where periods overlap the one that began last counts.
func (p Product) DutyOn(country Country, day Date) (best Duty, found bool) {
	for _, d := range p.Duties {
		own, bestOwn := d.Country == country, best.Country == country
		if !holdsIn([]string{string(d.Country)}, string(country)) || !within(d.From, d.To, day) {
			continue
		}
		if !found || own && !bestOwn || own == bestOwn && d.From >= best.From {
			best, found = d, true
		}
	}
	return best, found
}

// within reports whether day lies between two days; an empty one leaves that side open.
func within(from, to, day Date) bool { return from <= day && (to == "" || day <= to) }

// customs looks at declaration elements, rates and duties.
func (c *check) customs(p Product) {
	seen := map[string]int{}
	for i, e := range p.Elements {
		c.prefix = at("declaration_elements", i+1)
		c.required("name", e.Name)
		if other, twice := seen[e.Name]; twice {
			c.add("name", "problem.duplicate", "Other", other)
		}
		seen[e.Name] = i + 1
	}
	for i, r := range p.TaxRates {
		c.prefix = at("tax_rates", i+1)
		c.percent("vat_percent", r.VAT)
		c.percent("refund_percent", r.Refund)
		c.period("from", r.From, "to", r.To)
	}
	for i, d := range p.Duties {
		c.prefix = at("duties", i+1)
		c.required("country", string(d.Country))
		c.market("country", string(d.Country))
		notNegative(c, "rate_percent", d.Rate)
		c.period("from", d.From, "to", d.To)
	}
	c.prefix = ""
}

// period looks at two days of which the second can't be before the first.
func (c *check) period(first string, from Date, last string, to Date) {
	c.date(first, from)
	c.date(last, to)
	c.when(from != "" && to != "" && to < from, last, "problem.ends_before_start")
}

// span is a time in which something holds, and the row of the list it stands in.
type span struct {
	of       string
	from, to Date
	row      int
}

// overlaps warns of spans of the same thing that hold on the same day: the later row is named.
func (c *check) overlaps(list string, spans []span) {
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.of, b.of), cmp.Compare(a.from, b.from)) })
	for i := 1; i < len(spans); i++ {
		a, b := spans[i-1], spans[i]
		if a.of == b.of && (a.to == "" || b.from <= a.to) {
			c.add(at(list, max(a.row, b.row))+"from", "problem.periods_overlap", "Other", min(a.row, b.row))
		}
	}
}

// oddCustoms warns of rates that hold at the same time, of a refund above the VAT, and of a duty above the value.
func (c *check) oddCustoms(p Product) {
	rates, duties := make([]span, len(p.TaxRates)), make([]span, len(p.Duties))
	for i, r := range p.TaxRates {
		c.when(r.Refund > r.VAT, at("tax_rates", i+1)+"refund_percent", "problem.refund_above_vat")
		rates[i] = span{"", r.From, r.To, i + 1}
	}
	for i, d := range p.Duties {
		c.when(d.Rate > Hundred, at("duties", i+1)+"rate_percent", "problem.odd_duty")
		duties[i] = span{string(d.Country), d.From, d.To, i + 1}
	}
	c.overlaps("tax_rates", rates)
	c.overlaps("duties", duties)
	for _, lang := range slices.Sorted(maps.Keys(p.CustomsParts)) {
		parts := p.CustomsParts[lang]
		c.when(parts.What == "" && parts != CustomsParts{}, "customs_parts."+lang+".what", "problem.customs_without_what")
	}
}
