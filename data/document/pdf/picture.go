package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // decoders for what merchants have: photos, scans of stamps, logos from web pages
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

const (
	pixelLimit = 40_000_000 // a picture larger than this is refused before it is unpacked
	longest    = 1400       // pixels of a side: 300 dots per inch at the largest place a picture has
)

// ErrPicture says that a picture can't be read or is too large.
var ErrPicture = errors.New("pdf: picture can't be used")

// picture is a picture ready for the paper.
type picture struct {
	name       string // the same bytes are the same picture
	wide, high int
	image      image.Image
	jpeg       bool
}

// within returns the size of the picture in a place of at most w by h millimetres. Small pictures aren't blown up beyond 96 dots per inch.
func (p *picture) within(w, h float64) (float64, float64) {
	const dot = 25.4 / 96
	pw, ph := float64(p.wide)*dot, float64(p.high)*dot
	scale := min(1, w/pw, h/ph)
	return pw * scale, ph * scale
}

// encoded returns the picture in a format gofpdf reads: 8-bit PNG without interlace, or JPEG for photographs. It orders
// pictures by width alone, so each gets a width of its own: otherwise equal documents would have different bytes.
func (p *picture) encoded(wide int) (kind string, data []byte, err error) {
	img := p.image
	if wide != p.wide {
		scaled := image.NewNRGBA(image.Rect(0, 0, wide, p.high))
		draw.BiLinear.Scale(scaled, scaled.Bounds(), img, img.Bounds(), draw.Src, nil)
		img = scaled
	}
	var b bytes.Buffer
	if p.jpeg {
		err = jpeg.Encode(&b, img, &jpeg.Options{Quality: 88})
		return "JPG", b.Bytes(), err
	}
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, img)
	return "PNG", b.Bytes(), err
}

// album decodes each picture of a document once.
type album struct {
	known map[string]*picture
	order []*picture
	err   error // the first picture that failed
}

// get returns the picture of some bytes, nil for none. A broken one is remembered in err and left out.
func (a *album) get(data []byte) *picture {
	if len(data) == 0 {
		return nil
	}
	sum := sha256.Sum256(data)
	name := hex.EncodeToString(sum[:8])
	if p, ok := a.known[name]; ok {
		return p
	}
	p, err := decode(data)
	if err != nil && a.err == nil {
		a.err = err
	}
	if p != nil {
		p.name = name
		a.order = append(a.order, p)
	}
	a.known[name] = p
	return p
}

// decode unpacks a picture, after looking at its size, and makes it no larger than paper can show.
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
	photo := kind == "jpeg"
	return &picture{wide: size.X, high: size.Y, image: flat(img, size, photo), jpeg: photo}, nil
}

// flat returns the picture at a size, with 8 bits a channel and without transparency for photographs.
func flat(img image.Image, size image.Point, opaque bool) image.Image {
	if g, ok := img.(*image.Gray); ok && g.Bounds().Size() == size {
		return g
	}
	out := image.NewNRGBA(image.Rectangle{Max: size})
	if opaque {
		draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	}
	draw.CatmullRom.Scale(out, out.Bounds(), img, img.Bounds(), draw.Over, nil)
	return out
}
