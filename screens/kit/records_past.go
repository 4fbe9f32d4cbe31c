package kit

import (
	"context"

	"fyne.io/fyne/v2"
)

// find asks for the live records, or for the archived ones.
func (r *Records[T]) find(ctx context.Context, words, after string) ([]T, error) {
	if r.inPast.Load() {
		return r.kind.Past(ctx, words, after)
	}
	return r.kind.Find(ctx, words, after)
}

// pastBox is the box under the list that has archived records listed instead.
func (r *Records[T]) pastBox() fyne.CanvasObject {
	r.past = NewChecks([]bool{true}, []string{r.host.T("screen.archived.list")})
	r.past.OnChanged = func() { r.ListArchived(len(r.past.Chosen()) > 0) }
	return Pad(Small, Medium, r.past.Content)
}

// ListArchived lists the archived records, or the live ones again. With edits that are to be kept first the list stays.
func (r *Records[T]) ListArchived(on bool) {
	if on == r.inPast.Load() {
		return
	}
	r.host.Leave(r.Dirty(), r.Keep, func() {
		r.inPast.Store(on)
		r.tickPast(on)
		word, none := "screen.archive", r.kind.None
		if on {
			word, none = "screen.restore.one", r.host.T("screen.archived.none")
		}
		r.archive.SetText(r.host.T(word))
		r.content.Refresh() // the button isn't as wide as it was
		r.close()
		fill := r.kind.Fill
		if on {
			fill = nil
		}
		r.Finder.WhenEmpty(none, fill)
		r.Finder.Reload()
	}, func() { r.tickPast(!on) })
}

func (r *Records[T]) tickPast(on bool) {
	r.past.Set(nil)
	if on {
		r.past.Set([]bool{true})
	}
}
