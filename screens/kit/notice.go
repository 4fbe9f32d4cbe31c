package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// noticeTime is how long a notice stands.
const noticeTime = 5 * time.Second

// NoticeBar is the line at the bottom of the window that says what was just done, with a way back. Its place is kept while it
// says nothing: were it to come and go, what stands above would move under the pointer, and a tap would hit another row.
type NoticeBar struct {
	Content *fyne.Container

	host *Host
	line *fyne.Container // text and way back, hidden while nothing is said
	text *Text
	undo *Button
	turn int
}

func newNoticeBar(host *Host) *NoticeBar {
	b := &NoticeBar{host: host, text: NewText("").Cut()}
	b.undo = NewButton(host.T("screen.undo"), theme.ContentUndoIcon(), nil)
	b.line = Pad(0, Large, Row(Large, b.text, b.undo))
	b.Content = container.NewStack(NewPanel(ColorSurface, 0), Frame(Hairline(), nil, nil, nil, Tall(b.line.MinSize().Height, b.line)))
	b.line.Hide()
	return b
}

// Under returns body with room for the bar under it.
func (b *NoticeBar) Under(body fyne.CanvasObject) fyne.CanvasObject {
	return Frame(nil, b.Content, nil, nil, body)
}

func (b *NoticeBar) show(on bool) {
	b.line.Hidden = !on
	b.Content.Refresh()
}

// Text returns the notice that stands, or "".
func (b *NoticeBar) Text() string {
	if b.line.Hidden {
		return ""
	}
	return b.text.Text
}

// Undo does what the button on the bar does; nothing when there is none.
func (b *NoticeBar) Undo() {
	if !b.line.Hidden && !b.undo.Hidden {
		b.undo.OnTapped()
	}
}

// Notice says that something was done; undo, unless nil, takes it back. It goes away after five seconds.
func (h *Host) Notice(text string, undo func()) {
	b := h.Bar
	b.turn++
	turn := b.turn
	b.text.SetText(text)
	b.undo.Hidden = undo == nil
	b.undo.OnTapped = func() {
		b.hide()
		undo()
	}
	b.show(true)
	if h.Later != nil {
		h.Later(noticeTime, func() {
			if turn == b.turn {
				b.hide()
			}
		})
	}
}

func (b *NoticeBar) hide() {
	b.turn++
	b.show(false)
}
