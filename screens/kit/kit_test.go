package kit

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/i18n"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// newHost returns a host over a window of the usual size, with slow work done in place.
func newHost(t *testing.T) *Host {
	t.Helper()
	test.NewTempApp(t)
	words, err := i18n.New("en")
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, container.NewStack())
	w.Resize(fyne.NewSize(1024, 700))
	h := NewTestHost(words, w)
	h.Now = func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }
	return h
}

func press(h *Host, key fyne.KeyName) {
	if f := h.Window.Canvas().Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestDaysAreReadAsPeopleTypeThem(t *testing.T) {
	for text, want := range map[string]data.Date{
		"2026-03-04": "2026-03-04", "2026/3/4": "2026-03-04", "2026年3月4日": "2026-03-04", "20260304": "2026-03-04",
		"4.3.26": "2026-03-04", "4.3.2026": "2026-03-04", "+30": "2026-12-22", "": "", " ２０２６-０３-０４ ": "2026-03-04",
	} {
		if got, ok := ParseDay(text, "2026-11-22"); !ok || got != want {
			t.Errorf("%q: %q, %v; want %q", text, got, ok, want)
		}
	}
	for _, text := range []string{"3/4/2026", "2026-02-30", "soon", "+", "31.11.26", "2026-13-01"} {
		if got, ok := ParseDay(text, "2026-11-22"); ok {
			t.Errorf("%q was read as %q", text, got)
		}
	}
}

func TestADateFieldShowsISOWhenLeftAndMayBeEmpty(t *testing.T) {
	h := newHost(t)
	e := NewDateEntry(h)
	h.Window.SetContent(e)
	h.Focus(e)
	test.Type(e, "4.3.26")
	e.FocusLost()
	if e.Text != "2026-03-04" {
		t.Errorf("shows %q", e.Text)
	}
	e.SetText("")
	var bad data.Problems
	if d := e.Read("date", &bad); d != "" || len(bad) > 0 {
		t.Errorf("empty gives %q, %v", d, bad)
	}
	e.SetText("soon")
	if e.Read("date", &bad); len(bad) != 1 || bad[0].Field != "date" {
		t.Errorf("soon gives %v", bad)
	}
}

func TestNumbersFromAChineseKeyboardArePlain(t *testing.T) {
	for text, want := range map[string]string{"１２．５": "12.5", " 1 234.5 ": "1234.5", "1,5": "1,5", "−3": "-3"} {
		if got := PlainNumber(text); got != want {
			t.Errorf("%q gives %q", text, got)
		}
	}
}

func TestLinesBreakBetweenWordsAndBetweenChineseCharacters(t *testing.T) {
	ten := func(s string) bool { return len([]rune(s)) <= 10 }
	for text, want := range map[string][]string{
		"goods are sold": {"goods are", "sold"},
		"货物运输保险条款适用，另有约定除外":       {"货物运输保险条款适", "用，另有约定除外"},
		"unbreakablelongword end": {"unbreakabl", "elongword", "end"},
		"":                        {""},
	} {
		if got := wrap(text, ten); strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q breaks into %q", text, got)
		}
	}
}

func TestTheBestOptionComesFirst(t *testing.T) {
	options := []Option[string]{
		{Code: "AU", Name: "Australia"},
		{Code: "DE", Name: "Germany", Also: []string{"Deutschland", "德国"}},
		{Code: "BD", Name: "Bangladesh"},
		{Code: "US", Name: "United States"},
	}
	for words, want := range map[string]string{"de": "DE", "us": "US", "deutsch": "DE", "德": "DE", "states": "US", "ger": "DE", "desh": "BD"} {
		if got := Rank(options, words); len(got) == 0 || got[0].Code != want {
			t.Errorf("%q gives %v", words, got)
		}
	}
	if got := Rank(options, "xyz"); len(got) != 0 {
		t.Errorf("xyz gives %v", got)
	}
}

func TestAPickerIsUsedByKeyboardAlone(t *testing.T) {
	h := newHost(t)
	p := NewPicker(h, []Option[data.Currency]{{Value: "USD", Code: "USD"}, {Value: "EUR", Code: "EUR"}, {Value: "CNY", Code: "CNY"}})
	changes := 0
	p.OnChanged = func() { changes++ }
	h.Window.SetContent(container.NewVBox(p))
	h.Focus(p)
	p.TypedRune('c')
	test.Type(h.Window.Canvas().Focused(), "n")
	press(h, fyne.KeyReturn)
	if p.Value() != "CNY" || changes != 1 {
		t.Fatalf("typing cn gives %q with %d changes", p.Value(), changes)
	}
	if h.Window.Canvas().Focused() != fyne.Focusable(p) {
		t.Error("the keyboard isn't back in the field")
	}
	press(h, fyne.KeyDown) // opens
	press(h, fyne.KeyReturn)
	if p.Value() != "CNY" {
		t.Errorf("Down and Enter change what was chosen to %q", p.Value())
	}
	press(h, fyne.KeyDown) // opens, with what is chosen marked
	press(h, fyne.KeyUp)   // the row over it
	press(h, fyne.KeyReturn)
	if p.Value() != "EUR" {
		t.Errorf("down, up and Enter gives %q", p.Value())
	}
	press(h, fyne.KeySpace)
	p.TypedRune(' ')
	if p.open == nil || p.open.search.Text != "" {
		t.Error("Space doesn't open the list, or is typed into its search")
	}
	press(h, fyne.KeyEscape)
	if p.Value() != "EUR" || len(h.Window.Canvas().Overlays().List()) > 0 {
		t.Errorf("Esc leaves %q and %d overlays", p.Value(), len(h.Window.Canvas().Overlays().List()))
	}
	press(h, fyne.KeyDelete)
	if p.Filled() {
		t.Error("Delete leaves the value")
	}
}

func TestSpaceOnAButtonIsNotTypedWhereTheButtonLeads(t *testing.T) {
	h := newHost(t)
	e := NewEntry()
	b := NewButton("Go", nil, func() { h.Focus(e) })
	h.Window.SetContent(container.NewVBox(b, e))
	h.Focus(b)
	press(h, fyne.KeySpace) // a real keyboard sends the key, then the letter
	h.Window.Canvas().Focused().TypedRune(' ')
	if h.Window.Canvas().Focused() != fyne.Focusable(e) || e.Text != "" {
		t.Errorf("the field holds %q, and %T has the keyboard", e.Text, h.Window.Canvas().Focused())
	}
}

func TestTypingIntoAFieldReplacesWhatStandsThere(t *testing.T) {
	h := newHost(t)
	first, second := NewCell(""), NewEntry()
	first.SetText("320")
	second.SetText("480")
	h.Window.SetContent(container.NewVBox(first, second))
	h.Focus(first)
	h.Window.Canvas().Focused().TypedRune('4')
	first.FocusLost() // another window comes in front,
	first.FocusGained()
	h.Window.Canvas().Focused().TypedRune('0') // and ours again
	h.Window.Canvas().FocusNext()
	h.Window.Canvas().Focused().TypedRune('7')
	if first.Text != "40" || second.Text != "7" {
		t.Errorf("the fields hold %q and %q", first.Text, second.Text)
	}
	test.TapAt(first, fyne.NewPos(12, 12))
	if first.SelectedText() != "" {
		t.Errorf("a click selects %q", first.SelectedText())
	}
}

// late makes what h runs in the background wait until it is asked to answer.
func late(h *Host) (answer func()) {
	var waiting []func()
	h.Go = func(f func()) { waiting = append(waiting, f) }
	return func() {
		now := waiting
		waiting = nil
		for _, f := range now {
			f()
		}
	}
}

func TestEnterInAPickerWaitsForTheFinds(t *testing.T) {
	h := newHost(t)
	answer := late(h)
	p := NewPicker(h, []Option[data.Currency]{{Value: "USD", Code: "USD"}, {Value: "EUR", Code: "EUR"}, {Value: "CNY", Code: "CNY"}})
	h.Window.SetContent(container.NewVBox(p))
	h.Focus(p)
	press(h, fyne.KeyDown)
	answer() // the whole list, USD first
	test.Type(h.Window.Canvas().Focused(), "cn")
	press(h, fyne.KeyReturn)
	if p.Filled() {
		t.Fatalf("Enter takes %q, found for other words", p.Value())
	}
	answer()
	if p.Value() != "CNY" {
		t.Errorf("once found, it has %q", p.Value())
	}
	press(h, fyne.KeyDown)
	test.Type(h.Window.Canvas().Focused(), "eu")
	press(h, fyne.KeyReturn)
	test.Type(h.Window.Canvas().Focused(), "x") // types on: Enter no longer counts
	answer()
	if p.Value() != "CNY" {
		t.Errorf("typing on after Enter takes %q", p.Value())
	}
}

func TestEnterInAFinderWaitsForTheFinds(t *testing.T) {
	h := newHost(t)
	answer := late(h)
	f := newFinder(h, func(_ context.Context, words, _ string) ([]int, error) { return []int{len(words)}, nil })
	answer()
	chosen := -1
	f.OnChosen = func(i int) { chosen = i }
	f.Focus()
	test.Type(f.Search, "abc")
	press(h, fyne.KeyReturn)
	if chosen != -1 {
		t.Fatalf("Enter opens %d, found for other words", chosen)
	}
	answer()
	if chosen != 3 {
		t.Errorf("once found, it opens %d", chosen)
	}
}

func TestFillingAPickerIsNoChange(t *testing.T) {
	h := newHost(t)
	p := NewPicker(h, []Option[data.Currency]{{Value: "USD", Code: "USD"}})
	p.OnChanged = func() { t.Error("OnChanged was called") }
	SetIn(p, []Option[data.Currency]{{Value: "USD", Code: "USD"}}, "XXX")
	if p.Value() != "XXX" {
		t.Errorf("a value no list has becomes %q", p.Value())
	}
}

// pages answers a finder with so many numbered records.
func pages(n int, asked *[]string) Find[int] {
	return func(_ context.Context, words, after string) ([]int, error) {
		*asked = append(*asked, words+"|"+after)
		first := 0
		if after != "" {
			last, err := strconv.Atoi(after)
			if err != nil {
				return nil, err
			}
			first = last + 1
		}
		var page []int
		for i := first; i < n && len(page) < PageSize; i++ {
			page = append(page, i)
		}
		if words == "none" {
			page = nil
		}
		return page, nil
	}
}

func newFinder(h *Host, find Find[int]) *Finder[int] {
	key := func(i int) string { return fmt.Sprintf("%03d", i) }
	f := NewFinder(h, "hint", find, key, func(i int) Line { return Line{Code: key(i)} })
	h.Window.SetContent(f.Content)
	h.Window.Resize(fyne.NewSize(400, 600))
	f.Reload()
	return f
}

func TestAFinderLoadsMoreWhenScrolled(t *testing.T) {
	h := newHost(t)
	var asked []string
	f := newFinder(h, pages(250, &asked))
	if len(f.Found) != PageSize {
		t.Fatalf("the first page has %d", len(f.Found))
	}
	for range 4 {
		f.List.ScrollToBottom()
	}
	if len(f.Found) != 250 || asked[1] != "|099" {
		t.Errorf("scrolled to the end it has %d, asked %q", len(f.Found), asked)
	}
}

func TestAFinderIsUsedByKeyboardAlone(t *testing.T) {
	h := newHost(t)
	var asked []string
	f := newFinder(h, pages(5, &asked))
	chosen := -1
	f.OnChosen = func(i int) { chosen = i }
	f.Focus()
	press(h, fyne.KeyDown)
	press(h, fyne.KeyDown)
	press(h, fyne.KeyReturn)
	if chosen != 1 {
		t.Errorf("chosen %d", chosen)
	}
	press(h, fyne.KeyEscape)
	test.Type(f.Search, "none")
	if len(f.Found) != 0 || f.empty.Hidden {
		t.Error("nothing found and nothing said")
	}
	press(h, fyne.KeyEscape)
	if f.Search.Text != "" || len(f.Found) != 5 {
		t.Errorf("Esc leaves %q with %d found", f.Search.Text, len(f.Found))
	}
	press(h, fyne.KeyReturn)
	if chosen != 0 {
		t.Errorf("Enter in the box chooses %d", chosen)
	}
}

func TestMarkingARowDoesNotChooseIt(t *testing.T) {
	h := newHost(t)
	var asked []string
	f := newFinder(h, pages(5, &asked))
	f.OnChosen = func(int) { t.Error("chosen") }
	f.Mark("003")
	f.Mark("")
}

func TestAnAnswerThatComesTooLateIsDropped(t *testing.T) {
	h := newHost(t)
	var waiting []func()
	h.Go = func(f func()) { waiting = append(waiting, f) }
	l := NewLoader[string](h)
	var shown []string
	show := func(s string, _ error) { shown = append(shown, s) }
	var first context.Context
	l.Load(func(ctx context.Context) (string, error) { first = ctx; return "first", nil }, show)
	l.Load(func(context.Context) (string, error) { return "second", nil }, show)
	waiting[1]()
	waiting[0]()
	if strings.Join(shown, ",") != "second" {
		t.Errorf("shown %q", shown)
	}
	if first.Err() == nil {
		t.Error("the first question wasn't cancelled")
	}
}

func TestAWriteIsNotStartedTwice(t *testing.T) {
	h := newHost(t)
	b := NewButton("save", nil, nil)
	var waiting func()
	h.Go = func(f func()) { waiting = f }
	Run(h, b, func(context.Context) (int, error) { return 1, nil }, func(int, error) {})
	if !b.Disabled() || !h.Busy() {
		t.Error("the button can be pressed again")
	}
	waiting()
	if b.Disabled() || h.Busy() {
		t.Error("the button stays disabled")
	}
}

func TestComplaintsStandUnderTheirFields(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	f.Add(Field{ID: "sku", Label: "sku"}, Field{ID: "price", Label: "price"})
	h.Window.SetContent(f.Content)
	f.Complain(data.Problems{{Field: "price.amount", Key: "screen.problem.number"}})
	if f.Complaint("price") == "" || f.Complaint("sku") != "" {
		t.Errorf("under price %q, under sku %q", f.Complaint("price"), f.Complaint("sku"))
	}
	if h.Window.Canvas().Focused() != fyne.Focusable(f.Entry("price")) {
		t.Error("the keyboard isn't in the field complained about")
	}
	test.Type(f.Entry("price"), "1")
	if f.Complaint("price") != "" {
		t.Error("the complaint stays after typing")
	}
}

func TestProblemsWithoutAFieldAreSaidAnyway(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	f.Add(Field{ID: "sku", Label: "sku"})
	h.Window.SetContent(f.Content)
	f.Complain(data.Problems{{Field: "elsewhere", Key: "screen.problem.number"}})
	if q := h.Question(); q == nil || !strings.Contains(q.Text, "elsewhere") {
		t.Errorf("question %+v", q)
	}
}

func TestTabLeavesAFieldOfSeveralLines(t *testing.T) {
	newHost(t)
	if NewLines(3).AcceptsTab() {
		t.Error("Tab stays in the field")
	}
}

func TestAQuestionGivesTheKeyboardToTheSafeAnswer(t *testing.T) {
	h := newHost(t)
	var said []string
	ask := func() {
		h.Ask("Archive?", "3 products leave the list.",
			Choice{Word: "Archive 3 products", Danger: true, Then: func() { said = append(said, "archive") }},
			Choice{Word: "Cancel", Then: func() { said = append(said, "cancel") }})
	}
	ask()
	press(h, fyne.KeyReturn)
	ask()
	press(h, fyne.KeyEscape)
	ask()
	h.Question().Tap("Archive 3 products")
	if strings.Join(said, " ") != "cancel cancel archive" || h.Question() != nil {
		t.Errorf("said %q, open %v", said, h.Question())
	}
}

func TestLeavingUnsavedEditsAsks(t *testing.T) {
	h := newHost(t)
	went, stayed, saved := 0, 0, 0
	leave := func(dirty bool) {
		h.Leave(dirty, func(then func()) { saved++; then() }, func() { went++ }, func() { stayed++ })
	}
	leave(false)
	leave(true)
	h.Question().Tap("Keep editing")
	leave(true)
	h.Question().Tap("Save")
	leave(true)
	h.Question().Tap("Discard changes")
	if went != 3 || stayed != 1 || saved != 1 {
		t.Errorf("went %d, stayed %d, saved %d", went, stayed, saved)
	}
}

func TestANoticeOffersTheWayBackOnce(t *testing.T) {
	h := newHost(t)
	undone := 0
	h.Notice("Saved", func() { undone++ })
	if h.Bar.Text() != "Saved" {
		t.Errorf("says %q", h.Bar.Text())
	}
	h.Bar.Undo()
	h.Bar.Undo()
	if undone != 1 || h.Bar.Text() != "" {
		t.Errorf("undone %d times, says %q", undone, h.Bar.Text())
	}
}

// A tap meant for a row must not hit another because a notice came or went meanwhile.
func TestANoticeMovesNothing(t *testing.T) {
	h := newHost(t)
	body := NewPanel(ColorSurface, 0)
	whole := h.Bar.Under(body)
	whole.Resize(fyne.NewSize(800, 600))
	before := body.Size()
	for _, undo := range []func(){nil, func() {}} {
		h.Notice("Saved", undo)
		whole.Refresh()
		if body.Size() != before || body.Position() != (fyne.Position{}) {
			t.Errorf("with a notice the room is %v at %v; it was %v", body.Size(), body.Position(), before)
		}
	}
	if kept := 600 - before.Height; kept < 20 || kept > 34 {
		t.Errorf("a notice has %v of height", kept)
	}
}

func TestLongWorkCanBeCancelled(t *testing.T) {
	h := newHost(t)
	var got error
	Progress(h, "Importing", func(ctx context.Context, tick Tick) (int, error) {
		tick(1, 10)
		h.Question().Tap("Cancel")
		return 0, ctx.Err()
	}, func(_ int, err error) { got = err })
	if !errors.Is(got, context.Canceled) || h.Question() != nil || h.Busy() {
		t.Errorf("got %v, open %v", got, h.Question())
	}
}

func TestErrorsAreToldInWordsThatFit(t *testing.T) {
	h := newHost(t)
	for err, want := range map[error]string{
		fmt.Errorf("save: %w", data.ErrConflict): "changed meanwhile",
		fmt.Errorf("save: %w", data.ErrPosted):   "posted",
		errors.New("disk full"):                  "disk full",
	} {
		h.ShowError(err)
		if q := h.Question(); q == nil || !strings.Contains(q.Text, want) {
			t.Errorf("%v: %+v", err, q)
		}
		h.Question().Escape()
	}
}

func TestATableCopiesItsRows(t *testing.T) {
	h := newHost(t)
	tb := NewTable([]Column[string]{
		{Title: "Name", Width: 80, Share: 1, Text: func(s string) string { return s }, Sort: "name"},
		{Title: "State", Width: 80, Text: func(string) string { return "done" }, State: func(string) (Tone, bool) { return Good, true }},
	})
	h.Window.SetContent(tb.Content)
	tb.Set([]string{"a", "b"})
	chosen := ""
	tb.OnChosen = func(_ int, s string) { chosen = s }
	var sorted []string
	tb.OnSort = func(column string, down bool) { sorted = append(sorted, fmt.Sprint(column, " ", down)) }
	h.Focus(tb.List)
	press(h, fyne.KeyDown)
	press(h, fyne.KeyReturn)
	tb.heads[0].Tapped(nil)
	tb.heads[0].Tapped(nil)
	if chosen != "b" || strings.Join(sorted, " ") != "name false name true" {
		t.Errorf("chosen %q, sorted %q", chosen, sorted)
	}
}

func TestAFormHasTwoColumnsOnlyWhereThereIsRoom(t *testing.T) {
	h := newHost(t)
	f := NewForm(h)
	f.Add(Field{ID: "a", Label: "a"}, Field{ID: "b", Label: "b"})
	h.Window.SetContent(f.Content)
	below := func() bool {
		d := fyne.CurrentApp().Driver()
		return d.AbsolutePositionForObject(f.Entry("b")).Y > d.AbsolutePositionForObject(f.Entry("a")).Y
	}
	h.Window.Resize(fyne.NewSize(500, 600))
	if !below() {
		t.Error("two columns at 500")
	}
	h.Window.Resize(fyne.NewSize(900, 600))
	if below() {
		t.Error("one column at 900")
	}
}

func TestANameIsNotDrawnOver(t *testing.T) {
	h := newHost(t)
	row := newLineRow(96)
	h.Window.SetContent(row)
	row.show(Line{Code: "MUG-350", Title: "Stoneware mug, white, 350 ml", Right: "1.85", State: "draft"})
	for _, width := range []float32{200, 284, 440} {
		row.Resize(fyne.NewSize(width, RowHeight))
		right := width
		for _, o := range []fyne.CanvasObject{row.chip, row.right, row.title, row.code} {
			if !o.Visible() {
				continue
			}
			if end := o.Position().X + o.Size().Width; end > right {
				t.Errorf("at %v an object ends at %v, behind %v", width, end, right)
			}
			right = o.Position().X
		}
	}
}

func TestALineDoesNotSayItsCodeTwiceAndAPickerShowsCodesWhole(t *testing.T) {
	test.NewTempApp(t)
	r := newLineRow(64)
	r.Resize(fyne.NewSize(400, RowHeight))
	if r.show(Line{Code: "ANJI", Title: "ANJI"}); r.code.Text != "ANJI" || r.title.Text != "" {
		t.Errorf("%q %q", r.code.Text, r.title.Text)
	}
	r.codeWidth = widest([]Option[int]{{Code: "DE"}, {Code: "MESABANKE"}})
	r.show(Line{Code: "MESABANKE", Title: "Mesa"})
	if need := fyne.MeasureText("MESABANKE", theme.TextSize(), fyne.TextStyle{}).Width; r.code.Size().Width < need {
		t.Errorf("the code has %v of %v", r.code.Size().Width, need)
	}
}

func TestAListShowsItsCodesWhole(t *testing.T) {
	host := newHost(t)
	lines := []Line{{Code: "TBL-RUN-180", Title: "Table runner", Right: "2.15"}, {Code: "EN", Title: "English"}}
	f := NewFinder(host, "", func(context.Context, string, string) ([]Line, error) { return lines, nil },
		func(l Line) string { return l.Code }, func(l Line) Line { return l })
	f.Reload()
	if need := fyne.MeasureText("TBL-RUN-180", theme.TextSize(), fyne.TextStyle{}).Width; f.codes < need || f.codes > need+2 {
		t.Errorf("the codes have %v of %v", f.codes, need)
	}
	lines = lines[1:]
	f.Reload()
	if f.codes != shortCode {
		t.Errorf("EN alone has %v", f.codes)
	}
}

func TestASmallWindowHidesAPriceButNotAQuantityInStock(t *testing.T) {
	test.NewTempApp(t)
	r := newLineRow(64)
	r.Resize(fyne.NewSize(260, RowHeight))
	if r.show(Line{Code: "LAMP", Title: "Lamp", Right: "12.50"}); r.right.Visible() {
		t.Error("a price takes the name's room")
	}
	if r.show(Line{Code: "LAMP", Title: "Lamp", Right: "7,440", Sought: true, State: "Short"}); !r.right.Visible() {
		t.Error("the list of stock doesn't say how much there is")
	}
}
