package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Column describes one column of a table: what its head says, how wide it is and what a row shows in it.
type Column[T any] struct {
	Title string               // as shown
	Width float32              // at least; every column also gets its part of the room left, by Share
	Share float32              // 0 keeps the width
	Right bool                 // figures
	Text  func(T) string       //
	State func(T) (Tone, bool) // nil: plain text; else a chip with the text in this tone where true
	Sort  string               // what OnSort is told when the head is tapped; "" can't be sorted by
}

// Table shows rows in columns. Rows are values prepared by the screen: drawing only copies texts.
type Table[T any] struct {
	Content  fyne.CanvasObject
	Rows     []T
	List     *keyList
	OnChosen func(int, T)                   // Enter or tap
	OnSort   func(column string, down bool) // tap on a head
	OnNear   func()                         // the end of the rows comes near: time to load more

	columns []Column[T]
	sorted  string
	down    bool
	heads   []*head
	empty   *fyne.Container
}

// NewTable returns an empty table.
func NewTable[T any](columns []Column[T]) *Table[T] {
	t := &Table[T]{columns: columns, OnChosen: func(int, T) {}, OnSort: func(string, bool) {}, OnNear: func() {}}
	t.List = newKeyList(func() int { return len(t.Rows) }, t.create, t.update)
	t.List.OnSelected = func(i int) {
		if i < len(t.Rows) {
			t.OnChosen(i, t.Rows[i])
		}
	}
	var heads []fyne.CanvasObject
	for _, c := range columns {
		h := newHead(c.Title, c.Right, func() { t.sort(c.Sort) })
		h.still = c.Sort == ""
		t.heads = append(t.heads, h)
		heads = append(heads, h)
	}
	t.empty = container.NewStack()
	t.empty.Hide()
	t.Content = Frame(On(ColorSurface, container.New(columnsLayout[T]{t}, heads...)), nil, nil, nil, container.NewStack(t.List, t.empty))
	return t
}

// Set shows other rows.
func (t *Table[T]) Set(rows []T) {
	t.Rows = rows
	t.List.UnselectAll()
	t.List.Refresh()
	if t.empty.Hidden = len(rows) > 0 || len(t.empty.Objects) == 0; !t.empty.Hidden {
		t.empty.Refresh()
	}
}

// WhenEmpty says what stands in place of the rows while there are none.
func (t *Table[T]) WhenEmpty(sentence string, button *Button) {
	t.empty.RemoveAll()
	t.empty.Add(Nothing(sentence, button))
	t.empty.Hidden = len(t.Rows) > 0
}

func (t *Table[T]) sort(column string) {
	if column == "" {
		return
	}
	t.down = t.sorted == column && !t.down
	t.sorted = column
	for i, h := range t.heads {
		h.mark(t.columns[i].Sort == column, t.down)
	}
	t.OnSort(column, t.down)
}

func (t *Table[T]) create() fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, c := range t.columns {
		text := NewText("").Cut()
		if c.Right {
			text.Right()
		}
		cell := container.NewStack(text)
		if c.State != nil {
			cell.Add(container.New(leading{}, NewChip("", Plain)))
		}
		cells = append(cells, cell)
	}
	return container.New(columnsLayout[T]{t}, cells...)
}

func (t *Table[T]) update(i int, o fyne.CanvasObject) {
	if i >= len(t.Rows) {
		return
	}
	for n, c := range t.columns {
		cell := o.(*fyne.Container).Objects[n].(*fyne.Container)
		text := c.Text(t.Rows[i])
		if c.State != nil {
			chip := cell.Objects[1].(*fyne.Container).Objects[0].(*Chip)
			if tone, is := c.State(t.Rows[i]); is {
				chip.Set(text, tone)
				text = ""
			} else {
				chip.Set("", Plain)
			}
			cell.Objects[1].Refresh() // rows are used again: the field must be as wide as its new word
		}
		cell.Objects[0].(*Text).SetText(text)
	}
	if i >= len(t.Rows)-PageSize/4 {
		t.OnNear()
	}
}

type columnsLayout[T any] struct{ t *Table[T] }

func (l columnsLayout[T]) MinSize([]fyne.CanvasObject) fyne.Size {
	width := Medium
	for _, c := range l.t.columns {
		width += c.Width + Medium
	}
	return fyne.NewSize(width, RowHeight)
}

func (l columnsLayout[T]) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare, shares := size.Width-l.MinSize(nil).Width, float32(0)
	for _, c := range l.t.columns {
		shares += c.Share
	}
	x := Medium
	for i, c := range l.t.columns {
		width := c.Width
		if shares > 0 {
			width += fyne.Max(0, spare) * c.Share / shares
		}
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(width, size.Height))
		x += width + Medium
	}
}

// leading keeps one object at the left, as wide as it needs.
type leading struct{}

func (leading) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (leading) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(fyne.Min(size.Width, objects[0].MinSize().Width), size.Height))
}

// head is the tappable head of a column.
type head struct {
	widget.BaseWidget
	title  *Text
	arrow  *widget.Icon
	tapped func()
	still  bool
}

func newHead(title string, right bool, tapped func()) *head {
	h := &head{title: NewCaption(title).Cut(), arrow: widget.NewIcon(nil), tapped: tapped}
	if right {
		h.title.Right()
	}
	h.arrow.Hide()
	h.ExtendBaseWidget(h)
	return h
}

// Tapped sorts by the column.
func (h *head) Tapped(*fyne.PointEvent) { h.tapped() }

func (h *head) mark(on, down bool) {
	h.arrow.Hidden = !on
	h.arrow.SetResource(theme.MenuDropUpIcon())
	if down {
		h.arrow.SetResource(theme.MenuDropDownIcon())
	}
	h.Refresh()
}

// CreateRenderer is a private method to Fyne.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Row(0, h.title, h.arrow))
}
