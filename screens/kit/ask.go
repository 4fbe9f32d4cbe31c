package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice is one answer to a question.
type Choice struct {
	Word   string
	Danger bool   // loses or changes something: red, and never chosen by Enter alone
	Main   bool   // what most people want next
	Then   func() // nil: just close

	// Ready says whether the answer can be given; false keeps the question open, with what was typed into it. nil: it can.
	Ready func() bool
}

// Question is an open question in the middle of the window.
type Question struct {
	Title, Text string
	Buttons     []*Button

	host  *Host
	popup *widget.PopUp
	row   *fyne.Container
	away  func()
}

// Ask puts a question. The last choice is the safe one, and Esc means it. It has the keyboard first where another answer is dangerous or
// none is what most people want; else that one has it, so that Enter does it.
func (h *Host) Ask(title, text string, choices ...Choice) *Question {
	return h.ask(title, text, NewParagraph(text), choices)
}

// AskWith puts a question with own content, such as a form, between its title and its choices.
func (h *Host) AskWith(title string, content fyne.CanvasObject, choices ...Choice) *Question {
	return h.ask(title, "", content, choices)
}

// Tell says something that only needs to be read.
func (h *Host) Tell(title, text string) *Question {
	return h.Ask(title, text, Choice{Word: h.T("screen.close"), Main: true})
}

// Question returns the open question, or nil.
func (h *Host) Question() *Question {
	if len(h.asking) == 0 {
		return nil
	}
	return h.asking[len(h.asking)-1]
}

func (h *Host) ask(title, text string, content fyne.CanvasObject, choices []Choice) *Question {
	q := &Question{Title: title, Text: text, host: h, row: Row(Small, Spring()), away: func() {}}
	for _, c := range choices {
		b := NewButton(c.Word, nil, func() { q.answer(c) })
		b.OnEscape = q.Escape
		if c.Danger {
			b.Danger()
		} else if c.Main {
			b.Main()
		}
		q.Buttons = append(q.Buttons, b)
		q.row.Add(b)
		q.away = func() { q.answer(c) }
	}
	heading := NewTitle(title)
	body := container.New(&dialogLayout{host: h}, heading, content, q.row)
	q.popup = widget.NewModalPopUp(Pad(Large, Large, body), h.Window.Canvas())
	h.asking = append(h.asking, q)
	q.popup.Show()
	if len(q.Buttons) > 0 {
		h.Focus(q.Buttons[first(choices)])
	}
	return q
}

// first is the choice that has the keyboard first.
func first(choices []Choice) int {
	if !slices.ContainsFunc(choices, func(c Choice) bool { return c.Danger }) {
		if main := slices.IndexFunc(choices, func(c Choice) bool { return c.Main }); main >= 0 {
			return main
		}
	}
	return len(choices) - 1
}

func (q *Question) answer(c Choice) {
	if c.Ready != nil && !c.Ready() {
		q.popup.Refresh() // a complaint may have made it higher
		return
	}
	q.Close()
	if c.Then != nil {
		c.Then()
	}
}

// Tap gives the answer with this word; false when there is none.
func (q *Question) Tap(word string) bool {
	for _, b := range q.Buttons {
		if b.Text == word {
			b.OnTapped()
			return true
		}
	}
	return false
}

// Escape gives the safe answer.
func (q *Question) Escape() { q.away() }

// Refit gives the question the height its content needs now, after something in it became higher or lower, and keeps it
// in the middle: the toolkit lets it grow downwards, out of a small window.
func (q *Question) Refit() {
	q.popup.Refresh()
	size, room := q.popup.MinSize(), q.host.Window.Canvas().Size()
	q.popup.Resize(size)
	q.popup.Move(fyne.NewPos(fyne.Max(0, (room.Width-size.Width)/2), fyne.Max(0, (room.Height-size.Height)/2)))
}

// Close takes the question away without an answer.
func (q *Question) Close() {
	q.popup.Hide()
	for i, other := range q.host.asking {
		if other == q {
			q.host.asking = append(q.host.asking[:i:i], q.host.asking[i+1:]...)
			break
		}
	}
}

// dialogLayout keeps a question readable: at most 560 wide, and never wider than the window.
type dialogLayout struct{ host *Host }

func (l *dialogLayout) width(objects []fyne.CanvasObject) float32 {
	width := float32(440)
	for _, o := range objects {
		width = fyne.Max(width, o.MinSize().Width)
	}
	return fyne.Min(width, fyne.Max(320, l.host.Window.Canvas().Size().Width-2*Huge-2*theme.Padding()))
}

func (l *dialogLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width, height := l.width(objects), 2*Large
	for _, o := range objects {
		height += heightAt(o, width)
	}
	return fyne.NewSize(width, height)
}

func (l *dialogLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	bottom := objects[2].MinSize().Height
	top := objects[0].MinSize().Height
	objects[0].Move(fyne.Position{})
	objects[0].Resize(fyne.NewSize(size.Width, top))
	objects[1].Move(fyne.NewPos(0, top+Large))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-top-bottom-2*Large))
	objects[2].Move(fyne.NewPos(0, size.Height-bottom))
	objects[2].Resize(fyne.NewSize(size.Width, bottom))
}
