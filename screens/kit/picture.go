package kit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	_ "image/jpeg" // a format of pictures
	_ "image/png"  // a format of pictures
	"os"
	"path/filepath"

	"tradewind/data"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	_ "golang.org/x/image/webp" // a format of pictures
)

// The largest pictures taken: bytes of the file, and pixels, which a small file can have far too many of.
const (
	maxPictureBytes  = 20 << 20
	maxPicturePixels = 50_000_000
)

// ReadPicture reads the file at path when it is a picture of a bearable size; else it gives [data.Problems].
func ReadPicture(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxPictureBytes {
		return nil, data.Problems{{Key: "screen.problem.picture_size"}}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return nil, data.Problems{{Key: "screen.problem.picture"}}
	}
	if size.Width*size.Height > maxPicturePixels {
		return nil, data.Problems{{Key: "screen.problem.picture_size"}}
	}
	return b, nil
}

// Preview shows a picture within a frame; without bytes the frame is empty.
func Preview(b []byte) fyne.CanvasObject {
	edge := NewPanel(ColorSurface, 4)
	edge.Edge = ColorLine
	view := container.NewStack(edge)
	if len(b) > 0 {
		sum := sha256.Sum256(b)
		img := canvas.NewImageFromReader(bytes.NewReader(b), hex.EncodeToString(sum[:8]))
		img.FillMode = canvas.ImageFillContain
		view.Add(Pad(Tight, Tight, img))
	}
	return view
}

// PictureFrame is the place for one picture, with a way to choose and to remove it.
type PictureFrame struct {
	Content   *fyne.Container
	OnChanged func(h data.Hash, name string)

	host *Host
	put  func(ctx context.Context, name string, b []byte) (data.Hash, error)
	view *fyne.Container
	pick *Button
	away *Button
}

// NewPictureFrame returns an empty frame under this word; put keeps the bytes of a chosen picture.
func NewPictureFrame(host *Host, word string, put func(ctx context.Context, name string, b []byte) (data.Hash, error)) *PictureFrame {
	p := &PictureFrame{host: host, put: put, OnChanged: func(data.Hash, string) {}, view: container.NewStack()}
	p.pick = NewButton(host.T("screen.choose"), theme.FolderOpenIcon(), func() { host.OpenFile(Pictures, p.Take) })
	p.away = NewButton(host.T("screen.remove"), nil, func() {
		p.Set(nil)
		p.OnChanged("", "")
	}).Quiet()
	p.Content = Pile(Tight, NewCaption(word), container.New(atLeast{fyne.NewSize(180, 100)}, p.view), Row(Tight, p.pick, p.away))
	p.Set(nil)
	return p
}

// Set shows a picture; nil empties the frame.
func (p *PictureFrame) Set(b []byte) {
	p.view.Objects = []fyne.CanvasObject{Preview(b)}
	p.away.Hidden = len(b) == 0
	p.view.Refresh()
	p.Content.Refresh()
}

// Take puts the picture at path into the frame.
func (p *PictureFrame) Take(path string) {
	TakePicture(p.host, p.pick, path, p.put, func(h data.Hash, b []byte) {
		p.Set(b)
		p.OnChanged(h, filepath.Base(path))
	})
}

// TakePicture reads and keeps the picture at path in the background and hands it to done.
func TakePicture(host *Host, trigger fyne.Disableable, path string,
	put func(ctx context.Context, name string, b []byte) (data.Hash, error), done func(data.Hash, []byte),
) {
	type taken struct {
		hash  data.Hash
		bytes []byte
	}
	Run(host, trigger, func(ctx context.Context) (taken, error) {
		b, err := ReadPicture(path)
		if err != nil {
			return taken{}, err
		}
		h, err := put(ctx, filepath.Base(path), b)
		return taken{h, b}, err
	}, func(t taken, err error) {
		if err != nil {
			host.ShowError(err)
			return
		}
		done(t.hash, t.bytes)
	})
}
