package kit

// judge marks the fields in sight that look wrong, and says of how many that is so.
func (g *Grid) judge() {
	if g.Check == nil {
		return
	}
	for i, row := range g.cells[:g.inSight()] {
		for j, cell := range row {
			if wrong := g.Check(g.texts[g.top+i], j) != ""; wrong == cell.mark.Hidden {
				cell.mark.Hidden = !wrong
				cell.mark.Refresh()
			}
		}
	}
	g.tell()
}

// tell says what looks wrong: of the field that has the keyboard, else of the first one.
func (g *Grid) tell() {
	if g.Check == nil {
		return
	}
	count, sentence := 0, ""
	at, column, focused := g.focused()
	for i, row := range g.texts {
		for j := range row {
			said := g.Check(row, j)
			if said == "" {
				continue
			}
			if count++; count == 1 || focused && i == at && j == column {
				sentence = g.host.T("grid.doubt", "Row", i+1, "Column", g.columns[j].Title, "Reason", said)
			}
		}
	}
	if count > 1 {
		sentence = Sentences(sentence, g.host.T("grid.doubts", "Count", count))
	}
	if g.doubt.Text == sentence {
		return
	}
	g.doubt.Hidden = count == 0
	g.doubt.SetText(sentence)
	g.Content.Refresh()
}
