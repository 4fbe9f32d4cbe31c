package products

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"

	"tradewind/data"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// pictureSize is the edge of a preview.
const pictureSize float32 = 120

// maxPicture is the largest file taken as a picture, in bytes.
const maxPicture = 20 << 20

// pictures shows a product's pictures with a way to add and to remove them. The first one is the main picture.
type pictures struct {
	content *fyne.Container
	host    *kit.Host
	store   *store.Store
	list    []data.Picture
	changed func()
	add     *kit.Button
	loader  *kit.Loader[map[data.Hash][]byte]
	known   map[data.Hash][]byte
}

func newPictures(host *kit.Host, st *store.Store, changed func()) *pictures {
	p := &pictures{host: host, store: st, changed: changed, known: map[data.Hash][]byte{}}
	p.loader = kit.NewLoader[map[data.Hash][]byte](host)
	p.content = container.New(layout.NewGridWrapLayout(fyne.NewSize(pictureSize, pictureSize+40)))
	p.add = kit.NewButton(host.T("screen.product.add_picture"), theme.ContentAddIcon(), p.choose)
	return p
}

func (p *pictures) show(list []data.Picture) {
	p.list = slices.Clone(list)
	p.draw()
	p.loader.Load(p.load, func(got map[data.Hash][]byte, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		for h, b := range got {
			p.known[h] = b
		}
		p.draw()
	})
}

// read returns the pictures; nil when there are none.
func (p *pictures) read() []data.Picture {
	if len(p.list) == 0 {
		return nil
	}
	return slices.Clone(p.list)
}

func (p *pictures) load(ctx context.Context) (map[data.Hash][]byte, error) {
	got := map[data.Hash][]byte{}
	for _, one := range p.list {
		b, err := p.store.Attachments.Get(ctx, one.Hash)
		if err != nil {
			return nil, err
		}
		got[one.Hash] = b
	}
	return got, nil
}

func (p *pictures) draw() {
	p.content.RemoveAll()
	for i, one := range p.list {
		p.content.Add(p.preview(i, one))
	}
	p.content.Add(container.NewBorder(nil, nil, nil, nil, container.NewCenter(p.add)))
	p.content.Refresh()
	p.changed()
}

func (p *pictures) preview(i int, one data.Picture) fyne.CanvasObject {
	frame := kit.NewPanel(kit.ColorSurface, 4)
	frame.Edge = kit.ColorLine
	view := container.NewStack(frame)
	if b := p.known[one.Hash]; len(b) > 0 {
		image := canvas.NewImageFromReader(bytes.NewReader(b), string(one.Hash)+filepath.Ext(one.Name))
		image.FillMode = canvas.ImageFillContain
		view.Add(container.NewPadded(image))
	}
	away := kit.NewButton(p.host.T("screen.remove"), nil, func() {
		p.list = slices.Delete(p.list, i, i+1)
		p.draw()
	}).Quiet()
	return container.NewBorder(nil, away, nil, nil, view)
}

func (p *pictures) choose() {
	p.host.OpenFile([]string{".png", ".jpg", ".jpeg", ".webp"}, p.take)
}

// take keeps the file at path as a picture of the product.
func (p *pictures) take(path string) {
	type taken struct {
		hash  data.Hash
		bytes []byte
	}
	kit.Run(p.host, p.add, func(ctx context.Context) (taken, error) {
		info, err := os.Stat(path)
		if err != nil {
			return taken{}, err
		}
		if info.Size() > maxPicture {
			return taken{}, data.Problems{{Key: "screen.problem.picture_size"}}
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return taken{}, err
		}
		h, err := p.store.Attachments.Put(ctx, filepath.Base(path), b)
		return taken{h, b}, err
	}, func(t taken, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		role := "detail"
		if len(p.list) == 0 {
			role = "main"
		}
		p.known[t.hash] = t.bytes
		p.list = append(p.list, data.Picture{Hash: t.hash, Role: role, Name: filepath.Base(path)})
		p.draw()
	})
}
