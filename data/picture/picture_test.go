package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math/rand/v2"
	"testing"

	"tradewind/data"
	"tradewind/data/picture"
)

// noise is a picture that hardly gets smaller by packing.
func noise(width, height int, sheer bool) image.Image {
	r := rand.New(rand.NewPCG(1, 2))
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for i := range img.Pix {
		if img.Pix[i] = byte(r.IntN(256)); i%4 == 3 && !sheer {
			img.Pix[i] = 255
		}
	}
	return img
}

// corner is a picture of 48 by 32 whose upper left quarter is red and the rest white.
func corner() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 48, 32))
	for y := range 32 {
		for x := range 48 {
			c := color.NRGBA{255, 255, 255, 255}
			if x < 24 && y < 16 {
				c = color.NRGBA{220, 0, 0, 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func jpegOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a camera notes: how the picture lies, and where it was taken.
func exif(lies uint16) []byte {
	b := []byte("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00")
	b = binary.LittleEndian.AppendUint16(b, 0x0112)
	b = binary.LittleEndian.AppendUint16(b, 3)
	b = binary.LittleEndian.AppendUint32(b, 1)
	b = binary.LittleEndian.AppendUint16(b, lies)
	return append(b, []byte("\x00\x00\x00\x00\x00\x00GPS 29.8683N 121.5440E")...)
}

// withExif puts camera notes into a JPEG.
func withExif(raw []byte, lies uint16) []byte {
	note := exif(lies)
	segment := append([]byte{0xff, 0xe1}, binary.BigEndian.AppendUint16(nil, uint16(len(note)+2))...)
	return append(append(append([]byte{0xff, 0xd8}, segment...), note...), raw[2:]...)
}

func TestAPictureIsTurnedUprightWhicheverWayTheCameraLay(t *testing.T) {
	// Where the red quarter of the stored pixels belongs: left (0) or right, top (0) or bottom; and whether the sides change.
	for lies, want := range map[uint16]struct {
		right, bottom int
		sides         bool
	}{1: {0, 0, false}, 2: {1, 0, false}, 3: {1, 1, false}, 4: {0, 1, false}, 5: {0, 0, true}, 6: {1, 0, true}, 7: {1, 1, true}, 8: {0, 1, true}} {
		got, err := picture.Take(withExif(jpegOf(t, corner()), lies), picture.Limit)
		if err != nil {
			t.Fatal(lies, err)
		}
		img, _, err := image.Decode(bytes.NewReader(got.Bytes))
		if err != nil {
			t.Fatal(lies, err)
		}
		size := img.Bounds().Size()
		if want.sides != (size == image.Pt(32, 48)) || got.Width != size.X || got.Height != size.Y {
			t.Errorf("%d: is %v, said to be %d x %d", lies, size, got.Width, got.Height)
		}
		for right := range 2 {
			for bottom := range 2 {
				_, green, _, _ := img.At(size.X/4+right*size.X/2, size.Y/4+bottom*size.Y/2).RGBA()
				red := green < 0x8000
				if red != (right == want.right && bottom == want.bottom) {
					t.Errorf("%d: red is %v at %d,%d", lies, red, right, bottom)
				}
			}
		}
	}
}

func TestWhatTheCameraNotedGoesAndThePixelsStay(t *testing.T) {
	plain := jpegOf(t, corner())
	got, err := picture.Take(withExif(plain, 1), picture.Limit)
	if err != nil || !bytes.Equal(got.Bytes, plain) {
		t.Errorf("%d bytes of %d, %v", len(got.Bytes), len(plain), err)
	}
	noted := pngOf(t, corner())
	text := []byte("tEXtAuthor\x00Li Ming, Ningbo")
	chunk := append(binary.BigEndian.AppendUint32(nil, uint32(len(text)-4)), text...)
	chunk = append(chunk, 0, 0, 0, 0) // nobody checks the sum of what is left out
	const afterHead = 8 + 25
	noted = append(append(append([]byte(nil), noted[:afterHead]...), chunk...), noted[afterHead:]...)
	if got, err = picture.Take(noted, picture.Limit); err != nil || !bytes.Equal(got.Bytes, pngOf(t, corner())) {
		t.Errorf("the notes of a PNG: %d bytes, %v", len(got.Bytes), err)
	}
	hidden := append(bytes.Clone(plain), "a film of the workshop"...)
	if got, err = picture.Take(hidden, picture.Limit); err != nil || !bytes.Equal(got.Bytes, plain) {
		t.Errorf("keeps what stands behind the pixels: %d bytes, %v", len(got.Bytes), err)
	}
}

func TestAFilmOfAFewFramesStaysWithoutItsComments(t *testing.T) {
	film := &gif.GIF{LoopCount: 0}
	for i := range 3 {
		frame := image.NewPaletted(image.Rect(0, 0, 20, 20), color.Palette{color.White, color.Black})
		frame.SetColorIndex(i, i, 1)
		film.Image, film.Delay = append(film.Image, frame), append(film.Delay, 10)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, film); err != nil {
		t.Fatal(err)
	}
	plain := b.Bytes()
	comment := append([]byte{0x21, 0xfe, 10}, "from Yiwu!\x00"...)
	noted := append(append(bytes.Clone(plain[:len(plain)-1]), comment...), 0x3b)
	got, err := picture.Take(noted, picture.Limit)
	if err != nil || !bytes.Equal(got.Bytes, plain) {
		t.Errorf("%d bytes of %d, %v", len(got.Bytes), len(plain), err)
	}
	if back, err := gif.DecodeAll(bytes.NewReader(got.Bytes)); err != nil || len(back.Image) != 3 {
		t.Errorf("the film can't be shown: %v", err)
	}
}

func TestALargePictureIsMadeToFitTheLimitAndTheSameEveryTime(t *testing.T) {
	for what, raw := range map[string][]byte{
		"photograph": jpegOf(t, noise(1800, 1300, false)), "drawing that shines through": pngOf(t, noise(700, 500, true)),
		"drawing": pngOf(t, noise(1200, 900, false)),
	} {
		if len(raw) <= picture.Limit {
			t.Fatalf("%s: only %d bytes", what, len(raw))
		}
		got, err := picture.Take(raw, picture.Limit)
		again, err2 := picture.Take(raw, picture.Limit)
		if err != nil || err2 != nil || len(got.Bytes) > picture.Limit || got.Original != len(raw) {
			t.Errorf("%s: %d bytes from %d, %v, %v", what, len(got.Bytes), got.Original, err, err2)
		}
		if len(got.Bytes) < picture.Limit/4 {
			t.Errorf("%s: only %d bytes are left", what, len(got.Bytes))
		}
		if !bytes.Equal(got.Bytes, again.Bytes) {
			t.Errorf("%s: another file the second time", what)
		}
		size, format, err := image.DecodeConfig(bytes.NewReader(got.Bytes))
		if err != nil || format != got.Format || size.Width != got.Width || size.Height != got.Height {
			t.Errorf("%s: is %s %dx%d, said to be %s %dx%d", what, format, size.Width, size.Height, got.Format, got.Width, got.Height)
		}
	}
}

func TestWhatCantBeTakenIsRefusedBeforeItIsUnpacked(t *testing.T) {
	huge := pngOf(t, corner())
	binary.BigEndian.PutUint32(huge[16:], 60_000)
	binary.BigEndian.PutUint32(huge[20:], 60_000)
	sum := crc(huge[12:29])
	binary.BigEndian.PutUint32(huge[29:], sum)
	for what, c := range map[string]struct {
		raw []byte
		key string
	}{
		"far too many pixels": {huge, "problem.attachment.too_many_pixels"},
		"a text":              {[]byte("sku,name\nA,B\n"), "problem.attachment.unreadable"},
		"half a picture":      {jpegOf(t, noise(1800, 1300, false))[:700_000], "problem.attachment.unreadable"},
		"nothing":             {nil, "problem.attachment.unreadable"},
		"too many bytes":      {append(pngOf(t, corner()), make([]byte, picture.MaxBytes)...), "problem.attachment.too_large"},
	} {
		_, err := picture.Take(c.raw, picture.Limit)
		var problems data.Problems
		if !errors.As(err, &problems) || problems[0].Key != c.key {
			t.Errorf("%s: %v, want %s", what, err, c.key)
		}
	}
}

func FuzzTake(f *testing.F) {
	f.Add(withExif(jpegOf(f, corner()), 6))
	f.Add(pngOf(f, corner()))
	f.Add([]byte("RIFF\x1a\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x0c\x00\x00\x00"))
	f.Add([]byte("GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xfe\x02ab\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, size, err := picture.Check(raw); err == nil && size.X*size.Y > 1_000_000 {
			return // takes its time, nothing else
		}
		got, err := picture.Take(raw, 20_000)
		var problems data.Problems
		switch {
		case err != nil && !errors.As(err, &problems) && len(raw) > 0 && len(got.Bytes) > 0:
			t.Fatal(err)
		case err == nil && len(got.Bytes) > 20_000:
			t.Fatalf("%d bytes", len(got.Bytes))
		}
	})
}

// crc is the sum that closes a chunk of a PNG.
func crc(chunk []byte) uint32 { return crc32.ChecksumIEEE(chunk) }
