package settings

import (
	"context"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
)

// pictures are the stamp and the signature.
type pictures struct {
	content fyne.CanvasObject
	host    *kit.Host
	store   *store.Store
	hashes  [2]data.Hash
	frames  [2]*kit.PictureFrame
	loader  *kit.Loader[[2][]byte]
}

func newPictures(host *kit.Host, st *store.Store, form *kit.Form) *pictures {
	p := &pictures{host: host, store: st, loader: kit.NewLoader[[2][]byte](host)}
	row := kit.Row(kit.Medium)
	for i, word := range []string{host.T("screen.company.stamp"), host.T("screen.company.signature")} {
		p.frames[i] = kit.NewPictureFrame(host, word, func(ctx context.Context, name string, b []byte) (data.Hash, error) {
			return st.Attachments.Put(ctx, name, b)
		})
		p.frames[i].OnChanged = func(h data.Hash, _ string) {
			p.hashes[i] = h
			form.Edited("pictures")
		}
		row.Add(p.frames[i].Content)
	}
	p.content = row
	return p
}

// at is the frame at a place of the window, or nil.
func (p *pictures) at(place fyne.Position) *kit.PictureFrame { return frameAt(p.frames[:], place) }

func (p *pictures) show(c data.Company) {
	p.hashes = [2]data.Hash{c.Stamp, c.Signature}
	for _, f := range p.frames {
		f.Set(nil)
	}
	hashes := p.hashes
	p.loader.Load(func(ctx context.Context) (got [2][]byte, err error) {
		for i, h := range hashes {
			if h == "" {
				continue
			}
			if got[i], err = p.store.Attachments.Get(ctx, h); err != nil {
				return got, err
			}
		}
		return got, nil
	}, func(got [2][]byte, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		for i, f := range p.frames {
			f.Set(got[i])
		}
	})
}
