package documents

import (
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// cartons are the packages of a shipment: worked out from how the articles are packed, until one is weighed or measured.
type cartons struct {
	content *fyne.Container

	ship     *shipping
	products map[int64]data.Product
	own      bool // packed by hand or weighed: they no longer follow the quantities
	again    *kit.Button
	table    *fyne.Container
	rows     []cartonRow
}

// cartonRow is a run of equal packages: weights and sizes are of each.
type cartonRow struct {
	was        data.CartonRange
	cells      [5]*kit.Cell // net, gross, length, width, height
	complaints [5]*kit.Paragraph
}

var (
	cartonShares = []float32{4, 7, 4, 4, 3, 3, 3}
	cartonFields = [5]string{"net_kg", "gross_kg", "length_cm", "width_cm", "height_cm"}
)

func newCartons(f *shipping) *cartons {
	c := &cartons{ship: f, table: kit.Pile(kit.Tight)}
	c.again = kit.NewButton(f.host.T("paper.cartons.again"), theme.ViewRefreshIcon(), c.pack)
	c.content = kit.Pile(kit.Small, c.table, kit.Row(0, c.again, kit.Spring()))
	return c
}

func (c *cartons) show(sh data.Shipment, products map[int64]data.Product) {
	c.products, c.own = products, len(sh.Cartons) > 0
	runs := sh.Cartons
	if !c.own {
		runs = c.packed(sh)
	}
	c.list(runs)
}

// packed works the packages out from how the articles are packed.
func (c *cartons) packed(sh data.Shipment) []data.CartonRange {
	return sh.Pack(c.ship.order, func(variant int64) (data.Product, bool) {
		p, ok := c.products[variant]
		return p, ok
	})
}

// follow packs anew when the quantities change, unless packages were weighed.
func (c *cartons) follow() {
	if !c.own && !c.edited() {
		c.pack()
	}
}

// pack packs the quantities of the form as the articles are packed; what was weighed is forgotten.
func (c *cartons) pack() {
	var ignored data.Problems
	sh := c.ship.old
	sh.Lines = c.ship.goods.read(&ignored)
	c.own = false
	c.list(c.packed(sh))
	c.ship.form.Edited("cartons")
	c.ship.form.Relayout()
}

func (c *cartons) list(runs []data.CartonRange) {
	t := c.ship.host.T
	c.ship.form.UnwatchAll("cartons.")
	c.rows = nil
	c.table.RemoveAll()
	if len(runs) == 0 {
		c.table.Add(kit.NewHint(t("paper.cartons.none")))
	} else {
		head := func(key string) *kit.Text { return kit.NewCaption(t(key)).Cut() }
		c.table.Add(kit.Shares(cartonShares, head("paper.cartons.no"), head("paper.cartons.contents"), head("paper.net"), head("paper.gross"),
			head("paper.cartons.length"), head("paper.cartons.width"), head("paper.cartons.height")))
	}
	for i, run := range runs {
		c.add(i, run)
	}
	c.table.Refresh()
	c.content.Refresh()
}

func (c *cartons) add(i int, run data.CartonRange) {
	r := cartonRow{was: run}
	texts := [5]string{
		kit.Figure(run.Net), kit.Figure(run.Gross), kit.Figure(run.Box.Length), kit.Figure(run.Box.Width), kit.Figure(run.Box.Height),
	}
	no := strconv.FormatInt(run.From, 10)
	if run.To > run.From {
		no += "–" + strconv.FormatInt(run.To, 10)
	}
	contents := kit.NewText(c.contents(run)).Cut()
	contents.Colour = kit.ColorMuted
	objects := []fyne.CanvasObject{kit.NewText(no).Cut(), contents}
	for n := range r.cells {
		id := "cartons." + strconv.Itoa(i+1) + "." + cartonFields[n]
		r.cells[n], r.complaints[n] = kit.NewCell(""), kit.NewComplaint()
		r.cells[n].SetText(texts[n])
		r.cells[n].OnChanged = func(string) { c.ship.form.Edited(id) }
		c.ship.form.Watch(id, r.cells[n], r.complaints[n])
		objects = append(objects, r.cells[n])
	}
	c.table.Add(kit.Shares(cartonShares, objects...))
	for _, complaint := range r.complaints {
		c.table.Add(complaint)
	}
	c.rows = append(c.rows, r)
}

// contents says what lies in each package of a run.
func (c *cartons) contents(run data.CartonRange) string {
	var parts []string
	for _, one := range run.Contents {
		if one.Line >= 1 && one.Line <= len(c.ship.order.Lines) {
			parts = append(parts, c.ship.order.Lines[one.Line-1].SKU+" × "+one.Quantity.String())
		}
	}
	return strings.Join(parts, " + ")
}

// edited reports whether a weight or size was typed.
func (c *cartons) edited() bool {
	var ignored data.Problems
	for i, r := range c.rows {
		if m := c.run(i, &ignored); m != (measures{r.was.Net, r.was.Gross, r.was.Box}) {
			return true
		}
	}
	return len(ignored) > 0
}

// measures are what can be typed of a run.
type measures struct {
	net, gross data.Weight
	box        data.Box
}

func (c *cartons) run(i int, bad *data.Problems) measures {
	r := c.rows[i]
	id := func(n int) string { return "cartons." + strconv.Itoa(i+1) + "." + cartonFields[n] }
	weight := func(n int) data.Weight { return kit.ReadNumber(&r.cells[n].Entry, id(n), data.ParseKilograms, bad) }
	length := func(n int) data.Length {
		return kit.ReadNumber(&r.cells[n].Entry, id(n), data.ParseCentimetres, bad)
	}
	return measures{weight(0), weight(1), data.Box{Length: length(2), Width: length(3), Height: length(4)}}
}

// read returns the packages; nil while they are as the articles are packed.
func (c *cartons) read(bad *data.Problems) []data.CartonRange {
	var runs []data.CartonRange
	own := c.own
	for i, r := range c.rows {
		run, m := r.was, c.run(i, bad)
		if m != (measures{run.Net, run.Gross, run.Box}) {
			run.Net, run.Gross, run.Box, run.Measured, own = m.net, m.gross, m.box, true, true
		}
		runs = append(runs, run)
	}
	if !own {
		return nil
	}
	return runs
}

func (c *cartons) readOnly(on bool) {
	kit.Able(c.again, !on)
	for _, r := range c.rows {
		for _, cell := range r.cells {
			kit.Able(cell, !on)
		}
	}
}
