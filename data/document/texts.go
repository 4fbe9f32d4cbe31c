package document

// Texts returns every text that will be drawn, for the check that each character has a glyph and for tests.
func (p Page) Texts() []string {
	c := collector{}
	c.add(p.Title, p.Subtitle, p.Mark, p.Number, p.PageOf, p.Carried, p.Brought)
	c.add(p.Head...)
	c.facts(p.Running)
	for _, b := range p.Blocks {
		c.block(b)
	}
	return c.texts
}

// collector gathers texts, leaving out empty ones.
type collector struct{ texts []string }

func (c *collector) add(texts ...string) {
	for _, t := range texts {
		if t != "" {
			c.texts = append(c.texts, t)
		}
	}
}

func (c *collector) facts(facts []Fact) {
	for _, f := range facts {
		c.add(f.Label, f.Text)
	}
}

func (c *collector) block(b Block) {
	switch b := b.(type) {
	case Boxes:
		for _, row := range b.Rows {
			for _, box := range row {
				c.add(box.Caption)
				c.add(box.Strong...)
				c.add(box.Lines...)
				c.facts(box.Facts)
			}
		}
	case Grid:
		c.grid(b)
	case Facts:
		c.add(b.Heading)
		c.facts(b.Facts)
	case Text:
		c.add(b.Heading, b.Text)
	case Signature:
		c.add(b.For, b.Name, b.Title, b.PlaceDate, b.Labels[0], b.Labels[1])
	}
}

func (c *collector) grid(g Grid) {
	for _, col := range g.Columns {
		c.add(col.Title)
	}
	for _, rows := range [][]Row{g.Rows, g.Totals} {
		for _, row := range rows {
			for _, cell := range row.Cells {
				c.add(cell.Text)
				c.add(cell.Sub...)
			}
		}
	}
}
