package products

import (
	"bytes"
	"context"
	"image"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// drawPage draws the n-th page of a PDF, counted from 0, and says how many there are.
type drawPage func(pdf []byte, n, dpi int) (image.Image, int, error)

// scan is the line under a certificate: how it stands, and the file of its paper with the ways to attach, open and remove it.
type scan struct {
	content *fyne.Container

	owner  *certificates
	hash   data.Hash
	fact   data.Attached
	state  *kit.Chip
	name   *kit.Text
	attach *kit.Button
	open   *kit.Button
	away   *kit.Button
	edited func()
}

func newScan(owner *certificates, hash data.Hash, edited func()) *scan {
	t := owner.host.T
	s := &scan{owner: owner, hash: hash, edited: edited, state: kit.NewChip("", kit.Plain), name: kit.NewCaption("").Cut()}
	s.attach = kit.NewButton("", theme.FileIcon(), func() { owner.host.OpenFile(kit.Scans, s.take) })
	s.open = kit.NewButton(t("certificate.scan.open"), theme.SearchIcon(), s.look).Quiet()
	s.away = kit.NewButton(t("screen.remove"), nil, func() { s.put("", data.Attached{}) }).Quiet()
	s.content = kit.Row(kit.Small, s.state, s.name, s.open, s.away, s.attach)
	s.draw()
	return s
}

// say shows how the certificate stands.
func (s *scan) say(word string, tone kit.Tone) {
	if s.state.Word() != word {
		s.state.Set(word, tone)
		s.content.Refresh()
	}
}

// draw shows what is known of the file.
func (s *scan) draw() {
	t := s.owner.host.T
	s.open.Hidden, s.away.Hidden = s.hash == "", s.hash == ""
	s.name.SetText(t("certificate.scan.none"))
	s.attach.SetText(t("certificate.scan.attach"))
	if s.hash != "" {
		s.name.SetText(kilobytes(s.fact.Size) + " · " + s.fact.Name) // a long name is cut, the size never
		s.attach.SetText(t("certificate.scan.replace"))
	}
	s.content.Refresh()
}

// put takes another file in the place of the one there is.
func (s *scan) put(hash data.Hash, fact data.Attached) {
	s.hash, s.fact = hash, fact
	s.draw()
	s.edited()
}

// take keeps the file at path.
func (s *scan) take(path string) {
	type kept struct {
		hash data.Hash
		size int
	}
	kit.Run(s.owner.host, s.attach, func(ctx context.Context) (k kept, err error) {
		raw, err := intake.ReadScan(path)
		if err != nil {
			return k, err
		}
		k.size = len(raw)
		k.hash, err = s.owner.store.Attachments.Put(ctx, filepath.Base(path), raw)
		return k, err
	}, func(k kept, err error) {
		if err != nil {
			s.owner.host.ShowError(err)
			return
		}
		s.put(k.hash, data.Attached{Name: filepath.Base(path), Size: int64(k.size)})
	})
}

// seen is a page of a file as a picture.
type seen struct {
	raw   []byte
	image image.Image
	count int
}

// scanDPI is how finely pages are drawn.
const scanDPI = 110

// look shows the file in the window.
func (s *scan) look() {
	hash := s.hash
	kit.Run(s.owner.host, s.open, func(ctx context.Context) (seen, error) {
		raw, err := s.owner.store.Attachments.Get(ctx, hash)
		if err != nil {
			return seen{}, err
		}
		return s.owner.draw(raw, 0)
	}, func(v seen, err error) {
		if err != nil {
			s.owner.host.ShowError(err)
			return
		}
		s.show(v)
	})
}

// draw makes a picture of the n-th page of a file. A PDF that can't be drawn has none.
func (c *certificates) draw(raw []byte, n int) (seen, error) {
	if !intake.IsPDF(raw) {
		img, _, err := image.Decode(bytes.NewReader(raw))
		return seen{raw, img, 1}, err
	}
	if c.page == nil {
		return seen{raw: raw}, nil
	}
	img, count, err := c.page(raw, n, scanDPI)
	if err != nil {
		return seen{raw: raw}, nil //nolint:nilerr // it can still be written to a file
	}
	return seen{raw, img, count}, nil
}

// show lays the file over the window, page by page.
func (s *scan) show(v seen) {
	host, n := s.owner.host, 0
	sheet := container.NewStack()
	number := kit.NewCaption("")
	var back, next *kit.Button
	put := func(v seen) {
		sheet.Objects = []fyne.CanvasObject{kit.NewParagraph(host.T("certificate.scan.unseen"))}
		if v.image != nil {
			img := canvas.NewImageFromImage(v.image)
			img.FillMode = canvas.ImageFillContain
			sheet.Objects = []fyne.CanvasObject{img}
		}
		sheet.Refresh()
		number.SetText(host.T("certificate.scan.page", "Page", n+1, "Pages", max(v.count, 1)))
		kit.Able(back, n > 0)
		kit.Able(next, n+1 < v.count)
	}
	turn := func(by int) {
		kit.Run(host, nil, func(context.Context) (seen, error) { return s.owner.draw(v.raw, n+by) }, func(v seen, err error) {
			if err == nil {
				n += by
				put(v)
			}
		})
	}
	back = kit.NewButton("", theme.NavigateBackIcon(), func() { turn(-1) }).Quiet()
	next = kit.NewButton("", theme.NavigateNextIcon(), func() { turn(1) }).Quiet()
	put(v)
	size := host.Window.Canvas().Size()
	room := kit.Tall(size.Height-240, kit.Wide(fyne.Min(640, size.Width-160), sheet))
	bar := kit.Row(kit.Small, back, number, next, kit.Spring())
	host.AskWith(s.fact.Name, kit.Pile(kit.Small, room, bar),
		kit.Choice{Word: host.T("certificate.scan.save"), Then: func() { s.save(v.raw) }}, kit.Choice{Word: host.T("screen.close"), Main: true})
}

// save writes the file where the merchant says.
func (s *scan) save(raw []byte) {
	host := s.owner.host
	host.SaveFile(s.fact.Name, func(path string) {
		kit.Run(host, nil, func(context.Context) (bool, error) { return true, os.WriteFile(path, raw, 0o600) }, func(_ bool, err error) {
			if err != nil {
				host.ShowError(err)
				return
			}
			host.Notice(host.T("paper.saved", "Path", path), nil)
		})
	})
}
