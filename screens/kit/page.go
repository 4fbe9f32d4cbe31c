package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Page is the skeleton every screen shares: its title and actions on top, its body below.
func Page(title string, actions []fyne.CanvasObject, body fyne.CanvasObject) fyne.CanvasObject {
	bar := Row(Small, newText(title, SizeHeading, NewText("").Colour).Cut())
	for _, a := range actions {
		bar.Add(a)
	}
	top := On(theme.ColorNameBackground, Frame(nil, Hairline(), nil, nil, Pad(Small, Large, Tall(40, bar))))
	return Frame(top, nil, nil, nil, body)
}

// Leave goes on to next when there is nothing to lose. Otherwise it asks first: save (and go on when that worked),
// discard, or stay, which is the safe answer; stay may be nil.
func (h *Host) Leave(dirty bool, save func(then func()), next, stay func()) {
	if !dirty {
		next()
		return
	}
	if q := h.Question(); q != nil && q.Title == h.T("screen.unsaved") {
		return // already asked
	}
	h.Ask(h.T("screen.unsaved"), h.T("screen.unsaved.text"),
		Choice{Word: h.T("screen.discard"), Danger: true, Then: next},
		Choice{Word: h.T("screen.save"), Main: true, Then: func() { save(next) }},
		Choice{Word: h.T("screen.stay"), Then: stay})
}
