package settings

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// heads edits the letterheads: a name, what stands above papers, a picture.
type heads struct {
	*kit.Rows[data.Head]
	host   *kit.Host
	store  *store.Store
	frames []*kit.PictureFrame
}

func newHeads(host *kit.Host, st *store.Store, form *kit.Form) *heads {
	h := &heads{host: host, store: st}
	h.Rows = kit.NewRows(host, form, "letterheads",
		kit.RowWords{Title: "letterhead.title", Add: "letterhead.add", None: "letterhead.none"}, h.row)
	h.OnChanged = func() { form.Edited("letterheads") }
	return h
}

// row fills the form of one letterhead.
func (h *heads) row(part *kit.Form, one data.Head, edited func()) func(*data.Problems) (data.Head, bool) {
	hash := one.Picture
	frame := kit.NewPictureFrame(h.host, h.host.T("letterhead.picture"), func(ctx context.Context, name string, b []byte) (data.Hash, error) {
		return h.store.Attachments.Put(ctx, name, b)
	})
	frame.OnChanged = func(chosen data.Hash, _ string) {
		hash = chosen
		edited()
	}
	h.frames = append(h.frames, frame)
	part.Add(
		kit.Field{ID: "name", Label: "letterhead.name", Span: kit.Third, Hint: "letterhead.name.hint"},
		kit.Field{ID: "text", Label: "letterhead.text", Span: kit.Third, Hint: "letterhead.text.hint", Lines: 4},
	)
	part.AddObject(kit.Third, frame.Content)
	part.Set("name", one.Name)
	part.Set("text", one.Text)
	h.fetch(one.Picture, frame)
	return func(*data.Problems) (data.Head, bool) {
		read := data.Head{Name: part.Text("name"), Picture: hash, Text: part.Text("text")}
		return read, read != data.Head{}
	}
}

// fetch shows a stored picture in a frame.
func (h *heads) fetch(hash data.Hash, frame *kit.PictureFrame) {
	if hash == "" {
		return
	}
	kit.Run(h.host, nil, func(ctx context.Context) ([]byte, error) { return h.store.Attachments.Get(ctx, hash) }, func(b []byte, err error) {
		if err != nil {
			h.host.ShowError(err)
			return
		}
		frame.Set(b)
	})
}

// show fills the list anew.
func (h *heads) show(list []data.Head) {
	h.frames = nil
	h.Show(list)
}

// read puts the letterheads into c; the first one's picture is its logo.
func (h *heads) read(c *data.Company) {
	c.Letterheads, c.Logo = h.Read(new(data.Problems)), ""
	c.Settle()
}

// at is the frame at a place of the window, or nil.
func (h *heads) at(place fyne.Position) *kit.PictureFrame { return frameAt(h.frames, place) }

// frameAt is the frame among frames at a place of the window, or nil. One that was removed stands nowhere.
func frameAt(frames []*kit.PictureFrame, place fyne.Position) *kit.PictureFrame {
	for _, f := range frames {
		from := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Content)
		to := from.Add(f.Content.Size())
		if from != (fyne.Position{}) && place.X >= from.X && place.Y >= from.Y && place.X < to.X && place.Y < to.Y {
			return f
		}
	}
	return nil
}
