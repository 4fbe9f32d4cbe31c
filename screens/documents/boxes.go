package documents

import (
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// boxes are the containers of a shipment with their seals. An empty row at the end takes another one.
type boxes struct {
	content *fyne.Container
	ship    *shipping
	rows    []boxRow
}

type boxRow struct {
	no, seal *kit.Cell
	kind     *kit.Picker[string]
}

var boxShares = []float32{4, 4, 3}

func newBoxes(f *shipping) *boxes { return &boxes{ship: f, content: kit.Pile(kit.Tight)} }

func (b *boxes) show(list []data.Container) {
	t := b.ship.host.T
	b.rows = nil
	b.content.RemoveAll()
	b.content.Add(kit.Shares(boxShares, kit.NewCaption(t("paper.container.no")).Cut(), kit.NewCaption(t("paper.container.seal")).Cut(),
		kit.NewCaption(t("paper.container.type")).Cut()))
	for _, one := range append(list[:len(list):len(list)], data.Container{}) {
		b.grow(one)
	}
	b.content.Refresh()
}

// types are the kinds of container a picker offers.
func types() []kit.Option[string] {
	var options []kit.Option[string]
	for _, c := range data.ContainerTypes() {
		options = append(options, kit.Option[string]{Value: c.Type, Code: c.Type, Name: c.ISO})
	}
	return options
}

func (b *boxes) grow(one data.Container) {
	r := boxRow{no: kit.NewCell("MSCU1234566"), seal: kit.NewCell(""), kind: kit.NewPicker(b.ship.host, types())}
	r.no.SetText(one.No)
	r.seal.SetText(one.Seal)
	kit.SetIn(r.kind, types(), one.Type)
	n := len(b.rows)
	edited := func(string) {
		if n == len(b.rows)-1 && r.read() != (data.Container{}) {
			b.grow(data.Container{})
			b.content.Refresh()
			b.ship.form.Relayout()
		}
		b.ship.form.Edited("containers")
	}
	r.no.OnChanged, r.seal.OnChanged = edited, edited
	r.kind.OnChanged = func() { edited("") }
	b.rows = append(b.rows, r)
	b.content.Add(kit.Shares(boxShares, r.no, r.seal, r.kind))
}

func (r boxRow) read() data.Container {
	return data.Container{No: strings.ToUpper(r.no.Plain()), Seal: r.seal.Plain(), Type: r.kind.Value()}
}

// read returns the containers; nil when there are none.
func (b *boxes) read() []data.Container {
	var list []data.Container
	for _, r := range b.rows {
		if one := r.read(); one != (data.Container{}) {
			list = append(list, one)
		}
	}
	return list
}

func (b *boxes) readOnly(on bool) {
	for _, r := range b.rows {
		kit.Able(r.no, !on)
		kit.Able(r.seal, !on)
		kit.Able(r.kind, !on)
	}
}
