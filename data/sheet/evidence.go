package sheet

// evidence is how a file writes its figures and dates, as far as its own unambiguous cells tell. It is gathered only
// when a cell can be read in two ways, by one pass over the whole file, so that the answer doesn't depend on how far
// the reading has come.
type evidence struct {
	columns map[int]habits // by index
	whole   habits         // of the figures of all columns
}

// habits are the ways of writing that were seen.
type habits struct {
	point, comma       bool // as the decimal mark
	dayFirst, dayLater bool // in dates such as 22/11/2026 and 11/22/2026
}

// learn gathers the evidence of the whole file.
func (f *File) learn() (*evidence, error) {
	if f.evidence != nil {
		return f.evidence, nil
	}
	e := &evidence{columns: map[int]habits{}}
	err := f.source.each(func(row int, cells []cell) bool {
		if row <= f.heading.last {
			return true
		}
		for _, c := range f.columns {
			if c.index < len(cells) && cells[c.index].kind == textCell {
				e.see(c, cells[c.index].trimmed())
			}
		}
		return true
	})
	if err != nil {
		return nil, err
	}
	f.evidence = e
	return e, nil
}

// see takes in one cell.
func (e *evidence) see(c column, text string) {
	h := e.columns[c.index]
	switch {
	case text == "":
	case c.field.kind == dateKind || c.field.kind == weekKind:
		day, later := dayOrder(text)
		h.dayFirst, h.dayLater = h.dayFirst || day, h.dayLater || later
	case c.field.kind == sizeKind:
		for _, side := range sides(text) {
			e.figure(&h, side)
		}
	case c.field.kind.isFigure():
		e.figure(&h, text)
	}
	e.columns[c.index] = h
}

// figure takes in one figure.
func (e *evidence) figure(h *habits, text string) {
	f, ok := splitFigure(text)
	if !ok {
		return
	}
	point, comma := f.numeral.comma == "", f.numeral.point == ""
	h.point, h.comma = h.point || point, h.comma || comma
	e.whole.point, e.whole.comma = e.whole.point || point, e.whole.comma || comma
}

// settle chooses a reading for a figure that has two, such as "1,234" or "1.234": one mark and three digits behind it.
// The other figures of its column decide, else those of the whole file: "2.50" proves that the point is the decimal
// mark, "2,50" that the comma is. Without such a proof "1,234" stays undecided wherever it stands, in prices, weights
// and quantities alike; "1.234" is the plain number that programs write, this one too, unless semicolons part the
// file: they do where the comma is the decimal mark, and then it stays undecided as well.
func (e *evidence) settle(column int, n numeral, text, separator string) (string, bool) {
	for _, h := range []habits{e.columns[column], e.whole} {
		switch {
		case h.point && h.comma:
			return "", false
		case h.point:
			return n.point, true
		case h.comma:
			return n.comma, true
		}
	}
	hasComma := false
	for _, c := range text {
		hasComma = hasComma || c == ',' || c == '，'
	}
	if !hasComma && separator != ";" {
		return n.point, true
	}
	return "", false
}
