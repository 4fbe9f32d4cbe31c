package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // decoders for what merchants have: photos, scans of stamps, logos from web pages
	"image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp" // pictures saved from web shops
)

const (
	pixelLimit = 40_000_000 // a picture larger than this is refused before it is unpacked
	longest    = 1200       // pixels of a side: 300 dots per inch at the largest place a picture usually has
)

// ErrPicture says that a picture can't be read or is too large.
var ErrPicture = errors.New("pdf: picture can't be used")

// picture is a picture ready for the paper: opaque, eight bits a channel, no larger than paper can show.
type picture struct {
	name       string // equal bytes have equal names
	wide, high int
	image      image.Image
	photo      bool // better kept as JPEG

	mu   sync.Mutex
	made map[int][]byte // as files, by width
}

// within returns the size of the picture in a place of at most w by h millimetres. Small ones aren't blown up beyond 96 dots per inch.
func (p *picture) within(w, h float64) (float64, float64) {
	const dot = 25.4 / 96
	pw, ph := float64(p.wide)*dot, float64(p.high)*dot
	scale := min(1, w/pw, h/ph)
	return pw * scale, ph * scale
}

// file returns the picture in a format gofpdf embeds as it is: JPEG for photographs, else PNG.
func (p *picture) file(wide int) (kind string, data []byte, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if kind = "PNG"; p.photo {
		kind = "JPG"
	}
	if data = p.made[wide]; data != nil {
		return kind, data, nil
	}
	img := p.image
	if wide != p.wide {
		img = scaled(img, image.Pt(wide, p.high))
	}
	var b bytes.Buffer
	if p.photo {
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 88})
	} else {
		err = png.Encode(&b, img)
	}
	p.made[wide] = b.Bytes()
	return kind, b.Bytes(), err
}

// decode unpacks a picture after looking at its size.
func decode(data []byte) (*picture, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > pixelLimit/config.Height {
		return nil, fmt.Errorf("%w: %d × %d pixels", ErrPicture, config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPicture, err)
	}
	size := img.Bounds().Size()
	if side := max(size.X, size.Y); side > longest {
		size = image.Pt(max(1, size.X*longest/side), max(1, size.Y*longest/side))
	}
	return &picture{wide: size.X, high: size.Y, image: scaled(img, size), photo: kind == "jpeg", made: map[int][]byte{}}, nil
}

// scaled returns the picture at a size on white paper.
func scaled(img image.Image, size image.Point) image.Image {
	out := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	if img.Bounds().Size() == size {
		draw.Draw(out, out.Bounds(), img, img.Bounds().Min, draw.Over)
	} else {
		draw.CatmullRom.Scale(out, out.Bounds(), img, img.Bounds(), draw.Over, nil)
	}
	return out
}

// shelf keeps the pictures that document after document shows: logo, stamp, signature.
type shelf struct {
	mu    sync.Mutex
	known map[string]*picture
}

const shelfRoom = 48 // pictures kept between documents

// get returns the picture of some bytes.
func (s *shelf) get(name string, data []byte) (*picture, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if p, ok := s.known[name]; ok {
		return p, nil
	}
	p, err := decode(data)
	if err != nil {
		return nil, err
	}
	if len(s.known) >= shelfRoom {
		clear(s.known)
	}
	p.name = name
	s.known[name] = p
	return p, nil
}

// album holds the pictures of one document, each once.
type album struct {
	shelf *shelf
	known map[string]*picture
	order []*picture
	err   error // of the first picture that failed
}

// get returns the picture of some bytes, nil for none. A broken one is remembered in err.
func (a *album) get(data []byte) *picture {
	if len(data) == 0 {
		return nil
	}
	sum := sha256.Sum256(data)
	name := hex.EncodeToString(sum[:8])
	if p, ok := a.known[name]; ok {
		return p
	}
	p, err := a.shelf.get(name, data)
	if err != nil {
		a.err = errors.Join(a.err, err)
	} else {
		a.order = append(a.order, p)
	}
	a.known[name] = p
	return p
}
