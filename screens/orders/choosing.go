package orders

import (
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// roleWord says what a role of lines is called.
func roleWord(host *kit.Host, r data.LineRole) string {
	switch r {
	case data.Alternative:
		return host.T("quote.role.alternative")
	case data.Optional:
		return host.T("quote.role.optional")
	case data.FreeSample:
		return host.T("quote.role.sample")
	case data.Tooling:
		return host.T("quote.role.tooling")
	}
	return host.T("quote.role.ordinary")
}

// roles are those a picker offers.
func roles(host *kit.Host) []kit.Option[data.LineRole] {
	var options []kit.Option[data.LineRole]
	for _, r := range data.LineRoles() {
		options = append(options, kit.Option[data.LineRole]{Value: r, Name: roleWord(host, r)})
	}
	return options
}

// roleFact says beside a line's figures what the line is; nothing of an ordinary one.
func (r *row) roleFact() string {
	host, role := r.lines.host, r.base.Role
	if role == data.Ordinary {
		return ""
	}
	if role == data.Alternative {
		for i := r.lines.index(r) - 1; i >= 0; i-- {
			if !r.lines.rows[i].base.Role.Open() {
				return host.T("quote.role.alternative_to", "Line", i+1)
			}
		}
	}
	return roleWord(host, role)
}

// setRole makes the line something else. What isn't in the total is written in grey.
func (r *row) setRole(role data.LineRole) {
	if r.base.Role == role {
		return
	}
	r.base.Role = role
	r.paintRole()
	r.lines.form.Edited("lines")
}

// nextRole makes the line the next thing it can be, round and round.
func (r *row) nextRole() {
	if !r.lines.locked {
		all := data.LineRoles()
		r.setRole(all[(slices.Index(all, r.base.Role)+1)%len(all)])
	}
}

func (r *row) paintRole() {
	r.amount.Colour = theme.ColorNameForeground
	if r.base.Role.Open() {
		r.amount.Colour = kit.ColorMuted
	}
	r.amount.Refresh()
}

// roleMenu offers the roles of a line.
func (r *row) roleMenu() *fyne.MenuItem {
	host := r.lines.host
	m := fyne.NewMenuItem(host.T("quote.role"), nil)
	m.ChildMenu = fyne.NewMenu("")
	for _, role := range data.LineRoles() {
		one := fyne.NewMenuItem(roleWord(host, role), func() { r.setRole(role) })
		one.Checked = r.base.Role == role
		m.ChildMenu.Items = append(m.ChildMenu.Items, one)
	}
	m.Disabled = r.lines.locked
	return m
}

// statusChosen asks what was chosen of open lines when a quotation is won, and for the reason when it is lost.
func (e *editor) statusChosen() {
	e.form.Edited("status")
	switch e.status.Value() {
	case data.Confirmed, data.Shipped, data.Closed:
		var ignored data.Problems
		o := data.Order{Lines: e.lines.read(&ignored)}
		if len(o.Open()) > 0 {
			e.askChosen(o)
		}
	case data.Lost:
		if e.form.Text("outcome.reason") == "" {
			e.form.GoTo("outcome.reason")
		}
	}
}

// askChosen asks which of the alternatives and options the buyer took; the others go. Without an answer the order stays as it was.
func (e *editor) askChosen(o data.Order) (boxes map[int]*kit.Checks[bool]) {
	t := e.host.T
	said := kit.NewHint(t("quote.choose.text"))
	pile := kit.Pile(kit.Small, said)
	boxes = map[int]*kit.Checks[bool]{}
	for _, n := range o.Open() {
		boxes[n] = kit.NewChecks([]bool{true}, []string{e.offerWord(n)})
		pile.Add(boxes[n].Content)
	}
	chosen := func() (numbers []int) {
		for _, n := range o.Open() {
			if len(boxes[n].Chosen()) > 0 {
				numbers = append(numbers, n)
			}
		}
		return numbers
	}
	ready := func() bool {
		if _, err := o.Choose(chosen()); err != nil {
			said.SetText(e.host.Sentences(problemsIn(err), 1))
			return false
		}
		return true
	}
	back := func() { kit.SetIn(e.status, kit.OrderStates(e.host), e.old.Status) }
	e.host.AskWith(t("quote.choose.title"), kit.Wide(560, kit.Tall(min(360, 40+36*float32(len(boxes))), kit.Scroll(pile))),
		kit.Choice{Word: t("quote.choose.do"), Main: true, Ready: ready, Then: func() {
			won, _ := o.Choose(chosen()) // it was tried
			e.lines.replace(won.Lines)
		}},
		kit.Choice{Word: t("screen.cancel"), Then: back})
	return boxes
}

// offerWord names an open line in the question.
func (e *editor) offerWord(n int) string {
	r := e.lines.rows[n-1]
	words := []string{strconv.Itoa(n), r.base.SKU, r.title(), "· " + r.roleFact(), "· " + r.quantity.Text + " × " + r.price.Text + " " + string(e.lines.currency)}
	return strings.Join(words, " ")
}

// problemsIn returns the problems that an error is.
func problemsIn(err error) data.Problems {
	wrong, _ := err.(data.Problems) //nolint:errorlint // the rule gives just that
	for i := range wrong {
		wrong[i].Field = ""
	}
	return wrong
}

// replace shows other lines of the same order, with what is known of their articles.
func (l *lines) replace(list []data.OrderLine) {
	products, supply := l.products, l.supply
	l.show(list)
	l.products, l.supply = products, supply
	l.learn(nil)
	l.form.Edited("lines")
}
