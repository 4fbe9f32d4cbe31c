package kit

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// newGrid returns a grid of three columns with n rows, in a window.
func newGrid(t *testing.T, n int) *Grid {
	t.Helper()
	h := newHost(t)
	g := NewGrid(h, GridColumn{"SKU", 2}, GridColumn{"GTIN", 2}, GridColumn{"Price", 1})
	var rows [][]string
	for i := range n {
		rows = append(rows, []string{fmt.Sprint("S", i), "", fmt.Sprint(i)})
	}
	g.Set(rows)
	h.Window.SetContent(container.NewStack(Scroll(g.Content)))
	h.Window.Resize(fyne.NewSize(1024, 700))
	return g
}

// column returns what a column says in its rows.
func columnOf(g *Grid, column int) (texts []string) {
	for _, r := range g.Rows("rows", &data.Problems{}) {
		texts = append(texts, r.Text(column))
	}
	return texts
}

func (g *Grid) combine(key fyne.KeyName, with fyne.KeyModifier) {
	g.host.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
}

// held presses a key while Shift is held.
func (g *Grid) held(key fyne.KeyName) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	g.host.Window.Canvas().Focused().(desktop.Keyable).KeyDown(shift)
	press(g.host, key)
	g.host.Window.Canvas().Focused().(desktop.Keyable).KeyUp(shift)
}

func (g *Grid) pasted(text string) {
	board := test.NewClipboard()
	board.SetContent(text)
	g.host.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
}

func TestOnlyRowsInSightHaveFieldsAndAllAreRead(t *testing.T) {
	g := newGrid(t, 200)
	if n := len(g.cells); n != gridRows {
		t.Errorf("%d rows of fields", n)
	}
	g.Entry(150, 2).SetText("9.50")
	g.host.Focus(g.Entry(3, 0))
	if got := g.Entry(3, 0).Text; got != "S3" {
		t.Errorf("row 4 shows %q", got)
	}
	got := columnOf(g, 2)
	if len(got) != 200 || got[150] != "9.50" || got[149] != "149" || got[3] != "3" {
		t.Errorf("%d rows, %q", len(got), got)
	}
	g.Entry(200, 0).SetText("NEW")
	if got := columnOf(g, 0); len(got) != 201 || got[200] != "NEW" || len(g.texts) != 202 {
		t.Error("doesn't grow at its end")
	}
}

func TestKeysReachRowsOutOfSight(t *testing.T) {
	g := newGrid(t, 30)
	g.host.Focus(g.Entry(9, 2))
	if !g.Entry(9, 2).AcceptsTab() || g.Entry(8, 2).AcceptsTab() || g.Entry(9, 1).AcceptsTab() {
		t.Error("Tab leaves the grid, or never does")
	}
	press(g.host, fyne.KeyTab)
	if row, column, _ := g.focused(); row != 10 || column != 0 {
		t.Errorf("Tab goes to %d, %d", row, column)
	}
	for range 12 {
		press(g.host, fyne.KeyReturn)
	}
	cell := g.host.Window.Canvas().Focused().(*GridCell)
	if row, _, _ := g.focused(); row != 22 || cell.Text != "S22" || cell.SelectedText() != "S22" {
		t.Errorf("Enter goes to %d, shows %q with %q chosen", row, cell.Text, cell.SelectedText())
	}
	press(g.host, fyne.KeyPageUp)
	press(g.host, fyne.KeyPageUp)
	press(g.host, fyne.KeyPageUp)
	if row, _, _ := g.focused(); row != 0 || g.top != 0 {
		t.Errorf("PageUp goes to %d", row)
	}
}

func TestTheWheelScrollsAGridThatIsWrittenIn(t *testing.T) {
	g := newGrid(t, 30)
	wheelAt(g.host, g.Entry(2, 0), -10)
	if g.top != 0 {
		t.Error("scrolls though nobody is in it: a long form stands still over it")
	}
	g.host.Focus(g.Entry(0, 1))
	wheelAt(g.host, g.Entry(2, 0), -10)
	if row, column, is := g.focused(); g.top != 1 || !is || row != 1 || column != 1 {
		t.Errorf("top %d, the keyboard at %d, %d", g.top, row, column)
	}
	g.bar.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, g.bar.Size().Height-1)})
	if g.top != 21 {
		t.Errorf("the bar's end shows rows from %d", g.top)
	}
}

func TestSeveralRowsAreFilledAtOnceAndTakenBack(t *testing.T) {
	g := newGrid(t, 14)
	g.host.Focus(g.Entry(8, 2))
	for range 3 {
		g.held(fyne.KeyDown)
	}
	g.combine(fyne.KeyD, fyne.KeyModifierShortcutDefault)
	if got := columnOf(g, 2)[7:13]; !slices.Equal(got, []string{"7", "8", "8", "8", "8", "12"}) {
		t.Errorf("filled down: %q", got)
	}
	g.host.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if got := columnOf(g, 2)[7:13]; !slices.Equal(got, []string{"7", "8", "9", "10", "11", "12"}) {
		t.Errorf("taken back: %q", got)
	}
	g.host.Focus(g.Entry(12, 1))
	g.combine(fyne.KeyDown, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
	for _, r := range "EAN" {
		g.host.Window.Canvas().Focused().TypedRune(r)
	}
	g.combine(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	if got := strings.Join(columnOf(g, 1), ","); got != strings.Repeat(",", 12)+"EAN,EAN" {
		t.Errorf("set for the chosen rows: %q", got)
	}
	press(g.host, fyne.KeyDelete)
	if got := strings.Join(columnOf(g, 1), ""); got != "" {
		t.Errorf("emptied: %q", got)
	}
	g.host.Focus(g.Entry(5, 0))
	g.combine(fyne.KeyD, fyne.KeyModifierShortcutDefault)
	if got := columnOf(g, 0)[5]; got != "S4" {
		t.Errorf("with one row chosen Ctrl+D takes %q", got)
	}
}

func TestABlockOfASpreadsheetIsPutInFromTheFieldOn(t *testing.T) {
	g := newGrid(t, 2)
	changed := 0
	g.OnChanged = func() { changed++ }
	g.host.Focus(g.Entry(1, 1))
	g.pasted("4006381333931\t1.5\r\n\t2\r\n\"with \"\"marks\"\" and\ta tab\"\t\r\n")
	want := [][]string{{"S0", "", "0"}, {"S1", "4006381333931", "1.5"}, {"", "", "2"}, {"", `with "marks" and a tab`, ""}, {"", "", ""}}
	if !reflect.DeepEqual(g.texts, want) || changed != 1 {
		t.Errorf("%q, told %d times", g.texts, changed)
	}
	g.pasted("1\t2\t3")
	if !reflect.DeepEqual(g.texts, want) || !strings.Contains(g.host.Bar.Text(), "3 columns") {
		t.Errorf("a block that is too wide: %q, said %q", g.texts, g.host.Bar.Text())
	}
	g.host.Window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if len(g.texts) != 3 || g.Entry(1, 1).Text != "" {
		t.Errorf("taken back: %q", g.texts)
	}
	g.pasted("plain")
	if got := g.Entry(1, 1).Text; got != "plain" {
		t.Errorf("one text gives %q", got)
	}
}

func TestBlocksOfSpreadsheetsAreReadAsTheyAre(t *testing.T) {
	for text, want := range map[string][][]string{
		"":                {},
		"a":               {{"a"}},
		"a\tb\nc":         {{"a", "b"}, {"c"}},
		"a\n\nb\n":        {{"a"}, {""}, {"b"}},
		"a\n\n":           {{"a"}, {""}},
		"5\" pipe\tx":     {{"5\" pipe", "x"}},
		"\"two\nlines\"":  {{"two lines"}},
		"\"open\tb":       {{"\"open", "b"}},
		"\t\n":            {{"", ""}},
		"\"\"\"a\"\"\"\t": {{"\"a\"", ""}},
	} {
		if got := blockOf(text); !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestWhatLooksWrongIsMarkedInItsField(t *testing.T) {
	g := newGrid(t, 20)
	g.Check = func(row []string, column int) string {
		if column == 2 && row[2] == "15" {
			return "Not fifteen."
		}
		return ""
	}
	g.show()
	if g.doubt.Hidden || g.doubt.Text != "Row 16, Price: Not fifteen." {
		t.Errorf("says %q", g.doubt.Text)
	}
	if cell := g.Entry(15, 2); cell.mark.Hidden {
		t.Error("isn't marked")
	}
	g.Entry(15, 2).SetText("14")
	if !g.doubt.Hidden || !g.Entry(15, 2).mark.Hidden {
		t.Error("stays marked when it is mended")
	}
}
