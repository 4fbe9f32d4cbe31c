package products

import (
	"context"
	"path/filepath"
	"slices"

	"tradewind/data"
	"tradewind/data/picture"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
)

// pictureSize is the edge of a preview.
const pictureSize float32 = 120

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
	p.content.Add(container.NewCenter(p.add))
	p.content.Refresh()
	p.changed()
}

func (p *pictures) preview(i int, one data.Picture) fyne.CanvasObject {
	away := kit.NewButton(p.host.T("screen.remove"), nil, func() {
		p.list = slices.Delete(p.list, i, i+1)
		p.draw()
	}).Quiet()
	return kit.Frame(nil, away, nil, nil, kit.Preview(p.known[one.Hash]))
}

func (p *pictures) choose() { p.host.OpenFile(kit.Pictures, p.take) }

// take keeps the file at path as a picture of the product.
func (p *pictures) take(path string) {
	kit.TakePicture(p.host, p.add, path, picture.Limit, p.store.Attachments.Put, func(k kit.Kept) {
		role := "detail"
		if len(p.list) == 0 {
			role = "main"
		}
		p.known[k.Hash] = k.Bytes
		p.list = append(p.list, data.Picture{Hash: k.Hash, Role: role, Name: filepath.Base(path)})
		p.draw()
	})
}
