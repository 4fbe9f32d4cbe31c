package kit

import (
	"bytes"
	"context"
	"image"
	"path/filepath"

	"tradewind/data/picture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"golang.org/x/image/draw"
)

// thumb shows the picture that is marked in a chooser, with its whole name.
type thumb struct {
	content *fyne.Container
	view    *fyne.Container
	words   *Paragraph
	loader  *Loader[small]
	host    *Host
}

// small is a picture made small, and how large it was.
type small struct {
	picture       image.Image
	width, height int
}

func newThumb(host *Host) *thumb {
	t := &thumb{host: host, view: container.NewStack(Preview(nil)), words: NewHint(""), loader: NewLoader[small](host)}
	t.content = Pile(Small, Tall(176, t.view), t.words)
	return t
}

// show reads a file of folder in the background, made small there too: a large photograph would hold the window up.
func (t *thumb) show(folder string, e fileEntry) {
	t.loader.Stop()
	t.put(nil)
	t.words.SetText("")
	if e.name == "" || e.folder {
		return
	}
	path := filepath.Join(folder, e.name)
	t.loader.Load(func(ctx context.Context) (small, error) { return readSmall(ctx, path) }, func(s small, err error) {
		if err != nil {
			t.words.SetText(e.name + "\n" + t.host.T("screen.problem.picture"))
		} else {
			t.put(s.picture)
			t.words.SetText(e.name + "\n" + t.host.T("chooser.pixels", "Width", s.width, "Height", s.height))
		}
		t.content.Refresh()
	})
}

func (t *thumb) put(picture image.Image) {
	t.view.Objects = []fyne.CanvasObject{Preview(nil)}
	if picture != nil {
		img := canvas.NewImageFromImage(picture)
		img.FillMode = canvas.ImageFillContain
		t.view.Add(Pad(Tight, Tight, img))
	}
	t.view.Refresh()
}

// thumbSize is the longer edge of a small picture in pixels, enough for a screen of twice the usual density.
const thumbSize = 384

func readSmall(ctx context.Context, path string) (small, error) {
	b, err := picture.ReadFile(path)
	if err != nil {
		return small{}, err
	}
	if ctx.Err() != nil {
		return small{}, ctx.Err()
	}
	full, _, err := image.Decode(bytes.NewReader(b))
	if err != nil {
		return small{}, err
	}
	size := full.Bounds().Size()
	s := small{full, size.X, size.Y}
	if longer := max(size.X, size.Y); longer > thumbSize {
		fit := image.Rect(0, 0, max(1, size.X*thumbSize/longer), max(1, size.Y*thumbSize/longer))
		out := image.NewRGBA(fit)
		draw.ApproxBiLinear.Scale(out, fit, full, full.Bounds(), draw.Src, nil)
		s.picture = out
	}
	return s, nil
}
