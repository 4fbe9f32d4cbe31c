package imports

import (
	"tradewind/data/sheet"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// matching lists the file's columns, each with the field it fills, to be changed by hand.
type matching struct {
	content *fyne.Container
	host    *kit.Host
	changed func(file int, field string, column int) // column -1: the field is left out
	inner   *fyne.Container
	pickers []*kit.Picker[string]
}

func newMatching(host *kit.Host, changed func(file int, field string, column int)) *matching {
	m := &matching{host: host, changed: changed, inner: kit.Pile(kit.Small)}
	m.content = kit.Scroll(kit.Pad(kit.Medium, kit.Large, m.inner))
	return m
}

// show lists the columns of the files for target.
func (m *matching) show(target sheet.Target, parts []part) {
	options := []kit.Option[string]{{Name: m.host.T("screen.import.ignore")}}
	for _, field := range sheet.Fields(target) {
		options = append(options, kit.Option[string]{Value: field, Name: fieldWord(m.host, field), Also: []string{field}})
	}
	m.inner.RemoveAll()
	m.pickers = nil
	for i, one := range parts {
		title := m.host.T("screen.import.columns")
		if len(parts) > 1 {
			title = one.name
		}
		m.inner.Add(kit.NewTitle(title))
		for _, c := range one.columns {
			m.add(i, c, options)
		}
	}
	m.inner.Refresh()
	m.content.Refresh()
}

// showWhole says that there is nothing to match.
func (m *matching) showWhole() {
	m.inner.RemoveAll()
	m.pickers = nil
	m.inner.Add(kit.NewTitle(m.host.T("screen.import.columns")))
	m.inner.Add(kit.NewHint(m.host.T("screen.import.whole")))
	m.inner.Refresh()
	m.content.Refresh()
}

// add appends a column of the file-th file.
func (m *matching) add(file int, c sheet.Column, options []kit.Option[string]) {
	p := kit.NewPicker(m.host, options)
	if c.Field == "" {
		p.Set(options[0])
	} else {
		kit.SetIn(p, options, c.Field)
	}
	p.OnChanged = func() { m.match(file, c, p.Value()) }
	m.pickers = append(m.pickers, p)
	header := c.Header
	if header == "" {
		header = m.host.T("screen.import.column", "No", c.Index+1)
	}
	m.inner.Add(kit.Pile(2, kit.NewCaption(header).Cut(), p))
}

// match says that a column now fills field; "" leaves the column out.
func (m *matching) match(file int, c sheet.Column, field string) {
	if field == "" {
		if c.Field != "" {
			m.changed(file, c.Field, -1)
		}
		return
	}
	m.changed(file, field, c.Index)
}
