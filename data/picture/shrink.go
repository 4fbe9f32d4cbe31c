package picture

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"
)

// longest is the longer edge of a kept picture in pixels: what marketplaces can magnify (Amazon asks for 1,600 and more,
// DUTIES D2 for files of at most 500 KB).
const longest = 2400

// qualities are tried in turn before the picture is made smaller.
var qualities = []int{90, 84, 78}

// errTooDetailed says that no size fits. It can't come with a limit of more than some thousand bytes.
var errTooDetailed = errors.New("doesn't fit at any size")

// fit encodes img, turned upright, in at most limit bytes: as JPEG, or as PNG where it lets something shine through.
// First the quality goes down a little, then the size by an eighth at a time.
func fit(img image.Image, lies turn, limit int) (Taken, error) {
	sheer := !opaque(img)
	size := img.Bounds().Size()
	edge := min(max(size.X, size.Y), longest)
	for ; edge >= 16; edge -= max(1, edge/8) {
		small := turned(scaled(img, edge), lies)
		t := Taken{Format: "jpeg", Width: small.Bounds().Dx(), Height: small.Bounds().Dy()}
		encode := asJPEG
		if sheer {
			t.Format, encode = "png", asPNG
		}
		for _, quality := range qualities {
			b, err := encode(small, quality)
			if err != nil {
				return Taken{}, err
			}
			if len(b) <= limit {
				t.Bytes = b
				return t, nil
			}
			if sheer {
				break // PNG has no quality
			}
		}
	}
	return Taken{}, errTooDetailed
}

func asJPEG(img image.Image, quality int) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

func asPNG(img image.Image, _ int) ([]byte, error) {
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, img)
	return b.Bytes(), err
}

// opaque reports whether nothing shines through img.
func opaque(img image.Image) bool {
	if o, ok := img.(interface{ Opaque() bool }); ok {
		return o.Opaque()
	}
	return true
}

// scaled returns img with this longer edge; never a larger one.
func scaled(img image.Image, edge int) image.Image {
	size := img.Bounds().Size()
	longer := max(size.X, size.Y)
	if longer <= edge {
		return img
	}
	to := image.Rect(0, 0, max(1, (size.X*edge+longer/2)/longer), max(1, (size.Y*edge+longer/2)/longer))
	out := draw.Image(image.NewRGBA(to))
	if !opaque(img) {
		out = image.NewNRGBA(to)
	}
	draw.CatmullRom.Scale(out, to, img, img.Bounds(), draw.Src, nil)
	return out
}
