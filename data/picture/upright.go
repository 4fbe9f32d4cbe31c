package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

// turn is how a picture lies, as cameras note it (Exif 2.3, tag 0x0112): 1 is upright, 2 to 8 are mirrored or turned.
type turn int

const upright turn = 1

// uprightTurn reads how the picture lies; what says nothing of it is upright.
func uprightTurn(format string, raw []byte) turn {
	var tiff []byte
	switch format {
	case "jpeg":
		eachSegment(raw, func(kind byte, body []byte, _ []byte) bool {
			if rest, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); ok && kind == 0xe1 && tiff == nil {
				tiff = rest
			}
			return true
		})
	case "png":
		eachChunk(raw, len(pngHead), func(kind string, body []byte, _ []byte) {
			if kind == "eXIf" {
				tiff = body
			}
		})
	case "webp":
		eachRIFF(raw, func(kind string, body []byte, _ []byte) {
			if kind == "EXIF" {
				tiff = bytes.TrimPrefix(body, []byte("Exif\x00\x00"))
			}
		})
	}
	return orientation(tiff)
}

// orientation reads the tag from the first directory of TIFF data.
func orientation(tiff []byte) turn {
	if len(tiff) < 8 {
		return upright
	}
	var order binary.ByteOrder = binary.BigEndian
	if tiff[0] == 'I' {
		order = binary.LittleEndian
	}
	at := order.Uint32(tiff[4:])
	if at > uint32(len(tiff)-2) {
		return upright
	}
	entries := int(order.Uint16(tiff[at:]))
	for i := range entries {
		from := int(at) + 2 + 12*i
		if from+12 > len(tiff) {
			break
		}
		if entry := tiff[from : from+12]; order.Uint16(entry) == 0x0112 {
			if t := turn(order.Uint16(entry[8:])); t >= 1 && t <= 8 {
				return t
			}
		}
	}
	return upright
}

// turned is img seen upright.
func turned(img image.Image, t turn) image.Image {
	if t == upright {
		return img
	}
	return turnedImage{img, t}
}

// turnedImage looks at another picture's pixels where they belong.
type turnedImage struct {
	image.Image
	turn turn
}

// Bounds returns the size once upright, from 0,0.
func (t turnedImage) Bounds() image.Rectangle {
	size := t.Image.Bounds().Size()
	if t.turn >= 5 { // lies on its side
		size.X, size.Y = size.Y, size.X
	}
	return image.Rectangle{Max: size}
}

// Opaque reports whether nothing shines through.
func (t turnedImage) Opaque() bool { return opaque(t.Image) }

// At returns the colour at x,y of the upright picture.
func (t turnedImage) At(x, y int) color.Color {
	b := t.Image.Bounds()
	right, down := b.Dx()-1, b.Dy()-1
	switch t.turn {
	case 2:
		x = right - x
	case 3:
		x, y = right-x, down-y
	case 4:
		y = down - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, down-x
	case 7:
		x, y = right-y, down-x
	case 8:
		x, y = right-y, x
	}
	return t.Image.At(b.Min.X+x, b.Min.Y+y)
}
