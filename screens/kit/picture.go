package kit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"path/filepath"

	"tradewind/data"
	"tradewind/data/picture"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

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
	TakePicture(p.host, p.pick, path, picture.Sharp, p.put, func(k Kept) {
		p.Set(k.Bytes)
		p.OnChanged(k.Hash, filepath.Base(path))
	})
}

// Kept is a picture that was taken in.
type Kept struct {
	picture.Taken
	Hash data.Hash
}

// TakePicture takes the picture at path in, in the background: upright, without what the camera noted, and with at most
// limit bytes. What it became is handed to done.
func TakePicture(host *Host, trigger fyne.Disableable, path string, limit int,
	put func(ctx context.Context, name string, b []byte) (data.Hash, error), done func(Kept),
) {
	Run(host, trigger, func(ctx context.Context) (Kept, error) {
		raw, err := picture.ReadFile(path)
		if err != nil {
			return Kept{}, err
		}
		taken, err := picture.Take(raw, limit)
		if err != nil {
			return Kept{}, err
		}
		h, err := put(ctx, filepath.Base(path), taken.Bytes)
		return Kept{taken, h}, err
	}, func(k Kept, err error) {
		var bad data.Problems
		switch {
		case errors.As(err, &bad): // of several files dropped the sentence says which
			host.Tell(filepath.Base(path), host.Sentences(bad, 3))
		case err != nil:
			host.ShowError(err)
		default:
			done(k)
		}
	})
}
