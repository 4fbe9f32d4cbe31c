package settings

import (
	"maps"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// habits are who sees to which milestone, and how money of a currency becomes the firm's own.
type habits struct {
	host    *kit.Host
	form    *kit.Form
	settled *kit.Grid
	wrong   data.Problems // what couldn't be read last
}

func newHabits(host *kit.Host, form *kit.Form) *habits {
	h := &habits{host: host, form: form}
	t := host.T
	h.settled = kit.NewGrid(host, kit.GridColumn{Title: t("screen.company.settle_currency"), Share: 2}, kit.GridColumn{Title: t("screen.company.settle_days"), Share: 3},
		kit.GridColumn{Title: t("screen.company.settle_rate"), Share: 3})
	h.settled.OnChanged = func() { form.Edited("rates.settlement"); form.Relayout() }
	return h
}

// add puts the fields into the form.
func (h *habits) add() {
	h.form.Section("screen.settings.owners")
	for _, kind := range data.MilestoneKinds() {
		h.form.Add(kit.Field{ID: "milestones.owners." + string(kind), Label: kit.MilestoneWords[kind], Span: kit.Quarter})
	}
	h.form.Section("screen.settings.settlement")
	h.form.Add(kit.Field{ID: "rates.settlement", Label: "screen.company.settlement", Span: kit.Whole, Control: h.settled.Content})
}

func (h *habits) show(c data.Company) {
	for _, kind := range data.MilestoneKinds() {
		h.form.Set("milestones.owners."+string(kind), c.Milestones.Owners[kind])
	}
	var rows [][]string
	for _, t := range c.Rates.Settle {
		rows = append(rows, []string{string(t.Currency), kit.Count(t.Days), kit.Figure(t.Rate)})
	}
	h.settled.Set(rows)
}

// read puts what the form says into c, and keeps what can't be read as wrong.
func (h *habits) read(c *data.Company) {
	owners := maps.Clone(c.Milestones.Owners)
	for _, kind := range data.MilestoneKinds() {
		name := h.form.Text("milestones.owners." + string(kind))
		switch {
		case name != "" && owners == nil:
			owners = map[data.MilestoneKind]string{kind: name}
		case name != "":
			owners[kind] = name
		default:
			delete(owners, kind)
		}
	}
	if len(owners) == 0 {
		owners = nil
	}
	c.Milestones.Owners = owners
	c.Rates.Settle, h.wrong = nil, nil
	for _, row := range h.settled.Rows("rates.settlement", &h.wrong) {
		c.Rates.Settle = append(c.Rates.Settle, data.SettleTerm{
			Currency: data.Currency(strings.ToUpper(row.Text(0))), Days: kit.GridNumber(row, 1, kit.WholeOf(16)), Rate: kit.GridNumber(row, 2, data.ParseExchangeRate),
		})
	}
}
