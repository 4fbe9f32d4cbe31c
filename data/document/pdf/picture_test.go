package pdf

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"testing"

	"tradewind/data/document"
)

// encoded writes a picture by one of the encoders.
func encoded(t *testing.T, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesOfEveryKindArePrinted(t *testing.T) {
	box := image.Rect(0, 0, 40, 30)
	deep := image.NewGray16(box)
	deep.SetGray16(3, 3, color.Gray16{0x1234})
	web, err := base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"16-bit PNG":    encoded(t, func(w io.Writer) error { return png.Encode(w, deep) }),
		"PNG":           logo(),
		"clear PNG":     stamp(),
		"GIF":           encoded(t, func(w io.Writer) error { return gif.Encode(w, image.NewGray(box), nil) }),
		"JPEG":          encoded(t, func(w io.Writer) error { return jpeg.Encode(w, image.NewRGBA(box), nil) }),
		"grey JPEG":     encoded(t, func(w io.Writer) error { return jpeg.Encode(w, image.NewGray(box), nil) }),
		"large picture": encoded(t, func(w io.Writer) error { return png.Encode(w, image.NewGray(image.Rect(0, 0, 3000, 20))) }),
		"WebP":          web,
	} {
		page := document.Page{Logo: data, Blocks: []document.Block{document.Pictures{Images: [][]byte{data, data}}}}
		var b bytes.Buffer
		if err := New(fonts()).Render(&b, page); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if n := bytes.Count(b.Bytes(), []byte("/Subtype /Image")); n != 1 {
			t.Errorf("%s: %d pictures in the file", name, n)
		}
	}
}

// bomb is a PNG of a few bytes that claims to be enormous.
func bomb() []byte {
	head := binary.BigEndian.AppendUint32([]byte("IHDR"), 60000)
	head = append(binary.BigEndian.AppendUint32(head, 60000), 8, 6, 0, 0, 0)
	b := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), head...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(head))
}

func TestPicturesThatCannotBeUsedAreRefused(t *testing.T) {
	for name, data := range map[string][]byte{"a bomb": bomb(), "no picture": []byte("hello"), "half a picture": logo()[:200]} {
		if err := New(fonts()).Render(io.Discard, document.Page{Logo: data}); !errors.Is(err, ErrPicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
