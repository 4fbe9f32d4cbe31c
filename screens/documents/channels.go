package documents

import (
	"context"
	"slices"
	"strings"
	"unicode"

	"tradewind/data"
	"tradewind/screens/kit"
)

// channels is the open form of the company's channel rules.
type channels struct {
	host  *kit.Host
	keep  func(context.Context, data.Company) (data.Company, error)
	saved func()

	company data.Company
	form    *kit.Form
	grid    *kit.Grid
	open    *kit.Question
}

// askChannels opens the rules that say which way goods go; afterwards the carriers are compared anew.
func (c *carriers) askChannels() {
	f := c.ship
	kit.Run(f.host, nil, f.screen.store.Company.Get, func(company data.Company, err error) {
		if err != nil {
			f.host.ShowError(err)
			return
		}
		f.rules = newChannels(f.host, company, f.screen.store.Company.Save, f.compareCarriers)
	})
}

func newChannels(host *kit.Host, company data.Company, keep func(context.Context, data.Company) (data.Company, error), saved func()) *channels {
	t := host.T
	c := &channels{host: host, keep: keep, saved: saved, company: company, form: kit.NewPart(host)}
	c.grid = kit.NewGrid(
		host, kit.GridColumn{Title: t("carriage.rule.name"), Share: 4}, kit.GridColumn{Title: t("carriage.rule.to"), Share: 4},
		kit.GridColumn{Title: t("carriage.rule.from_kg"), Share: 2}, kit.GridColumn{Title: t("carriage.rule.below_kg"), Share: 2},
		kit.GridColumn{Title: t("carriage.rule.from_m3"), Share: 2}, kit.GridColumn{Title: t("carriage.rule.below_m3"), Share: 2},
		kit.GridColumn{Title: t("carriage.rule.kg_value"), Share: 3}, kit.GridColumn{Title: t("carriage.mode"), Share: 2},
		kit.GridColumn{Title: t("carriage.rule.basis"), Share: 2}, kit.GridColumn{Title: t("carriage.rule.carriers"), Share: 4},
	)
	c.grid.Set(c.rows(company.ChannelRules()))
	c.form.AddObject(kit.Whole, kit.NewHint(t("carriage.rules.hint", "Regions", c.regions())))
	c.form.Add(kit.Field{ID: "channels", Label: "carriage.rules", Span: kit.Whole, Control: c.grid.Content})
	c.grid.OnChanged = func() { c.form.Edited("channels"); c.form.Relayout(); c.open.Refit() }
	c.open = host.AskWith(t("carriage.rules.title"), kit.Wide(960, c.form.Content),
		kit.Choice{Word: t("screen.save"), Main: true, Ready: func() bool { c.save(); return false }},
		kit.Choice{Word: t("carriage.rules.usual"), Ready: func() bool {
			c.grid.Set(c.rows(data.DefaultChannels()))
			c.grid.OnChanged()
			return false
		}},
		kit.Choice{Word: t("screen.cancel")})
	host.Focus(c.grid.Entry(0, 0))
	return c
}

// channelWords are the keys of what regions and ways of charging are called.
var channelWords = map[string]string{
	"region europe": "carriage.region.europe", "region america": "carriage.region.america", "region south-east-asia": "carriage.region.south_east_asia",
	"basis container": "carriage.basis.container", "basis ton": "carriage.basis.ton", "basis kg": "carriage.basis.kg", "basis table": "carriage.basis.table",
}

// word is what a code is called in the window; a code without a word is said as it is.
func (c *channels) word(of, code string) string {
	if key := channelWords[of+" "+strings.ToLower(code)]; key != "" {
		return c.host.T(key)
	}
	if modes := kit.Modes(c.host); of == "mode" {
		if i := slices.IndexFunc(modes, func(m kit.Option[data.Mode]) bool { return string(m.Value) == code }); i >= 0 {
			return modes[i].Name
		}
	}
	return code
}

// code is the code that a word stands for; a word for none is taken as it is, and refused when it is none.
func (c *channels) code(of, word string, codes []string) string {
	word = strings.TrimSpace(word)
	for _, code := range codes {
		if strings.EqualFold(word, c.word(of, code)) || strings.EqualFold(word, code) {
			return code
		}
	}
	return word
}

func (c *channels) regions() string {
	var words []string
	for _, r := range data.Regions() {
		words = append(words, c.word("region", r))
	}
	return strings.Join(words, ", ")
}

// rows are the rules as the grid shows them.
func (c *channels) rows(rules []data.ChannelRule) (rows [][]string) {
	for _, r := range rules {
		places := make([]string, len(r.To))
		for i, place := range r.To {
			places[i] = c.word("region", place)
		}
		value := kit.Figure(r.KgValue)
		if value != "" && r.Currency != "" {
			value += " " + string(r.Currency)
		}
		rows = append(rows, []string{
			r.Name.In(c.host.Lang()), strings.Join(places, ", "), kit.Figure(r.FromKg), kit.Figure(r.BelowKg), kit.Figure(r.FromM3), kit.Figure(r.BelowM3),
			value, c.word("mode", string(r.Mode)), c.word("basis", string(r.Basis)), strings.Join(r.Carriers, ", "),
		})
	}
	return rows
}

// read returns the rules that the grid says. A name that didn't change keeps its other languages.
func (c *channels) read(bad *data.Problems) (rules []data.ChannelRule) {
	known := append(c.company.ChannelRules(), data.DefaultChannels()...)
	var modes, ways []string
	for _, m := range kit.Modes(c.host) {
		modes = append(modes, string(m.Value))
	}
	for _, w := range data.FreightWays() {
		ways = append(ways, string(w))
	}
	for _, row := range c.grid.Rows("channels", bad) {
		r := data.ChannelRule{
			FromKg: kit.GridNumber(row, 2, data.ParseKilograms), BelowKg: kit.GridNumber(row, 3, data.ParseKilograms),
			FromM3: kit.GridNumber(row, 4, data.ParseQuantity), BelowM3: kit.GridNumber(row, 5, data.ParseQuantity),
			Mode: data.Mode(c.code("mode", row.Text(7), modes)), Basis: data.FreightWay(c.code("basis", row.Text(8), ways)), Carriers: kit.Parts(row.Text(9), ",，、;"),
		}
		if name := row.Text(0); name != "" {
			r.Name = data.Texts{c.host.Lang(): name}
			if i := slices.IndexFunc(known, func(k data.ChannelRule) bool { return k.Name.In(c.host.Lang()) == name }); i >= 0 {
				r.Name = known[i].Name
			}
		}
		for _, place := range kit.Parts(row.Text(1), ",，、;") {
			code := c.code("region", place, data.Regions())
			if len(code) == 2 {
				code = strings.ToUpper(code)
			}
			r.To = append(r.To, code)
		}
		r.KgValue = kit.GridNumber(row, 6, func(text string) (data.UnitPrice, error) {
			return data.ParseUnitPrice(strings.TrimRightFunc(text, notFigure))
		})
		worth := row.Text(6)
		r.Currency = data.Currency(strings.ToUpper(strings.TrimSpace(worth[len(strings.TrimRightFunc(worth, notFigure)):])))
		rules = append(rules, r)
	}
	return rules
}

// notFigure is what may stand behind a figure: the letters of its currency.
func notFigure(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }

// save keeps the rules, or says what is wrong with them.
func (c *channels) save() {
	var bad data.Problems
	company := c.company
	company.Channels = c.read(&bad)
	refused := func(err error) {
		c.form.Complain(err)
		c.open.Refit()
	}
	if err := bad.Err(); err != nil {
		refused(err)
		return
	}
	kit.Run(c.host, nil, func(ctx context.Context) (data.Company, error) { return c.keep(ctx, company) }, func(_ data.Company, err error) {
		if err != nil {
			refused(err)
			return
		}
		c.open.Close()
		c.host.Notice(c.host.T("screen.saved"), nil)
		c.saved()
	})
}
