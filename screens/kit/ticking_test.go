package kit

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// newTicking returns a finder over thirty rows that can be ticked, in a window.
func newTicking(t *testing.T) *Finder[string] {
	t.Helper()
	h := newHost(t)
	f := NewFinder(h, "", func(_ context.Context, words, _ string) (found []string, _ error) {
		for i := range 30 {
			if one := fmt.Sprintf("row%02d", i); strings.Contains(one, words) {
				found = append(found, one)
			}
		}
		return found, nil
	}, func(s string) string { return s }, func(s string) Line { return Line{Code: s} })
	f.LetTick()
	h.Window.SetContent(container.NewStack(f.Content))
	h.Window.Resize(fyne.NewSize(400, 500))
	f.Reload()
	return f
}

func TestRowsAreTickedWithTheKeyboard(t *testing.T) {
	f := newTicking(t)
	opened := 0
	f.OnChosen = func(string) { opened++ }
	f.host.Focus(f.List)
	press(f.host, fyne.KeyDown)
	press(f.host, fyne.KeySpace)
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	f.List.KeyDown(shift)
	press(f.host, fyne.KeyDown)
	press(f.host, fyne.KeyDown)
	f.List.KeyUp(shift)
	press(f.host, fyne.KeyDown)
	if got := f.ticks.Ticked(); !reflect.DeepEqual(got, Ticked{Keys: []string{"row01", "row02", "row03"}}) || opened != 0 {
		t.Errorf("%+v, %d opened", got, opened)
	}
	press(f.host, fyne.KeyUp)
	press(f.host, fyne.KeySpace)
	press(f.host, fyne.KeyReturn)
	if got := f.ticks.Ticked(); len(got.Keys) != 2 || opened != 1 {
		t.Errorf("%+v, %d opened", got, opened)
	}
}

func TestTickedRowsStayWhileOthersAreSearchedButNotAll(t *testing.T) {
	f := newTicking(t)
	told := 0
	f.ticks.OnChanged = func() { told++ }
	f.Tick(3, false)
	f.Tick(6, true)
	f.Search.SetText("row2")
	f.Tick(0, false)
	if got := f.ticks.Ticked().Keys; !reflect.DeepEqual(got, []string{"row03", "row04", "row05", "row06", "row20"}) || told != 3 {
		t.Errorf("%q, told %d times", got, told)
	}
	f.host.Focus(f.List)
	f.List.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.Tick(1, false)
	if got := f.ticks.Ticked(); !reflect.DeepEqual(got, Ticked{Keys: []string{"row21"}, All: true, Words: "row2"}) {
		t.Errorf("%+v", got)
	}
	f.Search.SetText("row1")
	if f.ticks.Any() {
		t.Errorf("all of another search stay ticked: %+v", f.ticks.Ticked())
	}
}
