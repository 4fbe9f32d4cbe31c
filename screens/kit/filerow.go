package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// fileList is the list of a chooser. Its keys are the chooser's: it never marks a row of its own.
type fileList struct {
	widget.List
	key    func(*fyne.KeyEvent) bool
	letter func(rune)
}

func newFileList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *fileList {
	l := &fileList{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained shows nothing: the mark is always seen.
func (l *fileList) FocusGained() {}

// FocusLost ends nothing.
func (l *fileList) FocusLost() {}

// TypedKey hands keys to the chooser.
func (l *fileList) TypedKey(key *fyne.KeyEvent) { l.key(key) }

// TypedRune hands letters to the chooser.
func (l *fileList) TypedRune(r rune) { l.letter(r) }

// fileRow is a line of a folder: icon, name, size and day.
type fileRow struct {
	widget.BaseWidget
	chooser        *chooser
	i              int
	icon           *widget.Icon
	name, size, at *Text
}

func newFileRow(c *chooser) *fileRow {
	r := &fileRow{chooser: c, icon: widget.NewIcon(theme.FileIcon())}
	r.name, r.size, r.at = NewText("").Cut(), NewText("").Right(), NewText("").Cut()
	r.size.Colour, r.at.Colour = ColorMuted, ColorMuted
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is a private method to Fyne.
func (r *fileRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(fileColumns{}, r.icon, r.name, r.size, r.at))
}

// Tapped marks the row; tapped twice it is opened.
func (r *fileRow) Tapped(*fyne.PointEvent) { r.chooser.tap(r.i) }

func (r *fileRow) show(i int, e fileEntry) {
	r.i = i
	r.name.SetText(e.name)
	r.at.SetText(r.chooser.when(e.at))
	if e.folder {
		r.icon.SetResource(theme.FolderIcon())
		r.size.SetText("")
		return
	}
	r.icon.SetResource(theme.FileIcon())
	r.size.SetText(sizeText(e.size))
}

// when is a day and an hour as the user writes them.
func (c *chooser) when(at time.Time) string {
	at = at.Local()
	return c.host.Date(at.Format(time.DateOnly)) + " " + at.Format("15:04")
}

// Widths of the columns of a folder.
const (
	fileIcon float32 = 20
	fileSize float32 = 76
	fileDate float32 = 156
)

// fileColumns places icon, name, size and day.
type fileColumns struct{}

// MinSize leaves the name what is left.
func (fileColumns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(fileIcon+fileSize+fileDate+5*Small+80, RowHeight)
}

// Layout gives the name all room the others don't need.
func (fileColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name := size.Width - fileIcon - fileSize - fileDate - 5*Small
	x := Small
	for i, width := range []float32{fileIcon, name, fileSize, fileDate} {
		o[i].Move(fyne.NewPos(x, 0))
		o[i].Resize(fyne.NewSize(width, size.Height))
		x += width + Small
	}
}
