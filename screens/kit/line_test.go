package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTitlesBeginUnderEachOtherWhateverStandsAtTheRight(t *testing.T) {
	test.NewTempApp(t)
	var at []float32
	for _, l := range []Line{{Code: "A", Title: "Name"}, {Code: "KUWAITHOME", Title: "Name", Right: "KW"}, {Code: "A", Title: "Name", State: "Confirmed"}} {
		r := newLineRow(104)
		r.show(l)
		r.Resize(fyne.NewSize(256, RowHeight))
		at = append(at, r.title.Position().X)
	}
	if at[0] != at[1] || at[0] != at[2] {
		t.Errorf("titles begin at %v", at)
	}
}

func TestTheFieldOfAStateInATableIsAsWideAsItsWord(t *testing.T) {
	test.NewTempApp(t)
	table := NewTable([]Column[string]{{Width: 120, Text: func(s string) string { return s }, State: func(string) (Tone, bool) { return Bad, true }}})
	row := table.create()
	row.Resize(fyne.NewSize(200, RowHeight))
	for i, word := range []string{"refused", "new"} {
		table.Rows = []string{"refused", "new"}
		table.update(i, row)
		chip := row.(*fyne.Container).Objects[0].(*fyne.Container).Objects[1].(*fyne.Container).Objects[0].(*Chip)
		if chip.Size().Width != chip.MinSize().Width {
			t.Errorf("%q has %v of %v", word, chip.Size().Width, chip.MinSize().Width)
		}
	}
}
