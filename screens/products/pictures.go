package products

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strconv"

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
const pictureSize float32 = 152

// pictures shows a product's pictures with a way to add and to remove them. The first one is the main picture.
type pictures struct {
	content *fyne.Container
	host    *kit.Host
	store   *store.Store
	list    []data.Picture
	changed func()
	add     *kit.Button
	loader  *kit.Loader[kept]
	known   map[data.Hash][]byte
	marks   []*kit.Panel // at the left of each preview: a picture that is dragged goes there
	days    int          // so long a picture is taken for new
}

func newPictures(host *kit.Host, st *store.Store, changed func()) *pictures {
	p := &pictures{host: host, store: st, changed: changed, known: map[data.Hash][]byte{}, days: data.PictureAge}
	p.loader = kit.NewLoader[kept](host)
	p.content = container.New(layout.NewGridWrapLayout(fyne.NewSize(pictureSize+kit.Small, pictureSize+100)))
	p.add = kit.NewButton(host.T("screen.product.add_picture"), theme.ContentAddIcon(), p.choose)
	return p
}

func (p *pictures) show(list []data.Picture) {
	p.list = slices.Clone(list)
	p.draw()
	p.loader.Load(p.load, func(got kept, err error) {
		if err != nil {
			p.host.ShowError(err)
			return
		}
		p.days = got.days
		for h, b := range got.bytes {
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

// kept is what the file has of pictures, and how long the company takes them for new.
type kept struct {
	bytes map[data.Hash][]byte
	days  int
}

func (p *pictures) load(ctx context.Context) (kept, error) {
	company, err := p.store.Company.Get(ctx)
	got := kept{map[data.Hash][]byte{}, company.PictureAgeDays()}
	if err != nil {
		return got, err
	}
	for _, one := range p.list {
		b, err := p.store.Attachments.Get(ctx, one.Hash)
		if err != nil {
			return got, err
		}
		got.bytes[one.Hash] = b
	}
	return got, nil
}

func (p *pictures) draw() {
	p.content.RemoveAll()
	p.marks = nil
	for i, one := range p.list {
		p.content.Add(p.preview(i, one))
	}
	p.content.Add(container.NewCenter(p.add))
	p.content.Refresh()
	p.changed()
}

// preview is one picture with its role, what became of its size, how old it is, and the ways to move and remove it.
func (p *pictures) preview(i int, one data.Picture) fyne.CanvasObject {
	t := p.host.T
	role := kit.NewPicker(p.host, p.roles())
	kit.SetIn(role, p.roles(), cmp.Or(one.Role, data.DetailPicture))
	role.OnChanged = func() {
		p.list[i].Role = role.Value()
		p.changed()
	}
	move := func(icon fyne.Resource, by int) *kit.Button {
		b := kit.NewButton("", icon, func() { p.move(i, by) }).Quiet()
		if i+by < 0 || i+by >= len(p.list) {
			b.Disable()
		}
		return b
	}
	away := kit.NewButton(t("screen.remove"), nil, func() {
		p.list = slices.Delete(p.list, i, i+1)
		p.draw()
	}).Quiet()
	buttons := kit.Row(0, move(theme.NavigateBackIcon(), -1), move(theme.NavigateNextIcon(), 1), kit.Spring(), away)
	words := kit.NewHint(p.about(one))
	mark := kit.NewPanel(theme.ColorNamePrimary, 1)
	mark.Hide()
	p.marks = append(p.marks, mark)
	view := kit.NewDrag(kit.Preview(p.known[one.Hash]), func(at fyne.Position) { p.over(i, at) }, func(at fyne.Position) { p.drop(i, at) })
	return kit.Frame(nil, kit.Pile(2, words, role, buttons), kit.Wide(4, mark), kit.Wide(kit.Small, kit.Spring()), view)
}

// roles are what a picture can be for.
func (p *pictures) roles() (options []kit.Option[string]) {
	words := map[string]string{
		data.MainPicture: "product.role.main", data.DetailPicture: "product.role.detail", data.ScenePicture: "product.role.scene", data.LabelPicture: "product.role.label",
	}
	for _, role := range data.PictureRoles() {
		options = append(options, kit.Option[string]{Value: role, Name: p.host.T(words[role])})
	}
	return options
}

// about says how large a picture is, what it was made from, and whether it is old.
func (p *pictures) about(one data.Picture) string {
	size := int64(len(p.known[one.Hash]))
	if size == 0 {
		size = one.Size
	}
	text := ""
	if size > 0 {
		text = kilobytes(size)
	}
	if one.Original > size && size > 0 {
		text = kilobytes(one.Original) + " → " + text
	}
	if one.Added != "" && one.Added < data.DateOf(p.host.Today().Time().AddDate(0, 0, -p.days)) {
		text += " · " + p.host.T("product.picture.old", "Days", p.days)
	}
	return text
}

// kilobytes writes a size of a file.
func kilobytes(bytes int64) string {
	return strconv.FormatInt((bytes+999)/1000, 10) + " KB"
}

// over marks where the i-th picture would go.
func (p *pictures) over(i int, at fyne.Position) {
	to := kit.Nearest(at, p.content.Objects[:len(p.list)])
	for n, mark := range p.marks {
		if show := n == to && n != i; show == mark.Hidden {
			mark.Hidden = !show
			mark.Refresh()
		}
	}
}

// drop puts the i-th picture where it was let go; those between move up.
func (p *pictures) drop(i int, at fyne.Position) {
	to := kit.Nearest(at, p.content.Objects[:len(p.list)])
	one := p.list[i]
	p.list = slices.Insert(slices.Delete(p.list, i, i+1), to, one)
	p.draw()
}

// move changes the order.
func (p *pictures) move(i, by int) {
	p.list[i], p.list[i+by] = p.list[i+by], p.list[i]
	p.draw()
}

func (p *pictures) choose() { p.host.OpenFile(kit.Pictures, p.take) }

// take keeps the file at path as a picture of the product.
func (p *pictures) take(path string) {
	kit.TakePicture(p.host, p.add, path, picture.Limit, p.store.Attachments.Put, func(k kit.Kept) {
		role := data.DetailPicture
		if len(p.list) == 0 {
			role = data.MainPicture
		}
		p.known[k.Hash] = k.Bytes
		p.list = append(p.list, data.Picture{
			Hash: k.Hash, Role: role, Name: filepath.Base(path), Size: int64(len(k.Bytes)), Original: int64(k.Original), Added: p.host.Today(),
		})
		p.draw()
	})
}
