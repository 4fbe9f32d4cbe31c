package xlsx

import (
	"bytes"
	"fmt"
	picture "image"
	_ "image/gif"  // pictures may be GIF,
	_ "image/jpeg" // JPEG
	_ "image/png"  // or PNG

	"tradewind/data/document"

	"github.com/xuri/excelize/v2"
)

// maxPixels bounds a picture before it is shown to anything that decodes it.
const maxPixels = 50_000_000

// image is a picture and the cells it lies over.
type image struct {
	area
	bytes  []byte
	format string
	scale  float64
}

// image lays a picture over the columns from..to of a row, which grows to at least 54 points for it. No bytes, no
// picture.
func (s *sheet) image(b []byte, row, from, to int) error {
	if len(b) == 0 {
		return nil
	}
	config, format, err := picture.DecodeConfig(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("xlsx: read picture: %w", err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width*config.Height > maxPixels {
		return fmt.Errorf("xlsx: picture of %d × %d pixels", config.Width, config.Height)
	}
	s.rows[row].height = max(s.rows[row].height, 54)
	wide, high := s.widthOf(from, to)*7-6, s.rows[row].height*96/72-6 // pixels of the room
	scale := min(wide/float64(config.Width), high/float64(config.Height))
	s.images = append(s.images, image{area{row, from, row, to}, b, "." + format, scale})
	return nil
}

// pictures writes a row of pictures, each with its part of the width.
func (s *sheet) pictures(b document.Pictures) error {
	if len(b.Images) == 0 {
		return nil
	}
	at := s.add(96)
	n := len(s.shares)
	for i, bytes := range b.Images {
		from := min(i*n/len(b.Images), n-1)
		if err := s.image(bytes, at, from, max(from, (i+1)*n/len(b.Images)-1)); err != nil {
			return err
		}
	}
	s.gap()
	return nil
}

// draw puts the pictures into f.
func (s *sheet) draw(f *excelize.File, title string) error {
	for _, i := range s.images {
		err := f.AddPictureFromBytes(title, at(i.row, i.col), &excelize.Picture{
			Extension: i.format, File: i.bytes,
			Format: &excelize.GraphicOptions{ScaleX: i.scale, ScaleY: i.scale, OffsetX: 3, OffsetY: 3, LockAspectRatio: true, Positioning: "oneCell"},
		})
		if err != nil {
			return err
		}
	}
	return nil
}
