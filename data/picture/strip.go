package picture

import (
	"bytes"
	"encoding/binary"
)

// stripped returns the file without what cameras and programs noted in it, its pixels untouched. ok is false when the
// file can't be taken apart; then it must be drawn anew.
func stripped(format string, raw []byte) (plain []byte, ok bool) {
	switch format {
	case "jpeg":
		return plainJPEG(raw)
	case "png":
		return plainPNG(raw)
	case "webp":
		return plainWebP(raw)
	case "gif":
		return plainGIF(raw)
	}
	return nil, false
}

// eachSegment hands out the segments of a JPEG before its pixels: kind, content, and all bytes of it. It returns where
// the pixels begin, 0 when the file can't be followed.
func eachSegment(raw []byte, use func(kind byte, body, whole []byte) bool) int {
	if len(raw) < 4 || raw[0] != 0xff || raw[1] != 0xd8 {
		return 0
	}
	for at := 2; at+4 <= len(raw); {
		kind := raw[at+1]
		switch {
		case raw[at] != 0xff:
			return 0
		case kind == 0xff: // filling
			at++
			continue
		case kind == 0xda: // pixels follow
			return at
		}
		size := int(binary.BigEndian.Uint16(raw[at+2:]))
		if size < 2 || at+2+size > len(raw) || !use(kind, raw[at+4:at+2+size], raw[at:at+2+size]) {
			return 0
		}
		at += 2 + size
	}
	return 0
}

// plainJPEG keeps the segments that tell how to unpack the pixels and which colours they mean: no Exif, XMP, IPTC,
// comments, or makers' notes, and nothing after the pixels, where phones hide films and earlier states.
func plainJPEG(raw []byte) ([]byte, bool) {
	out := append([]byte(nil), 0xff, 0xd8)
	pixels := eachSegment(raw, func(kind byte, body, whole []byte) bool {
		noted := kind >= 0xe0 && kind <= 0xef || kind == 0xfe
		needed := kind == 0xe0 && bytes.HasPrefix(body, []byte("JFIF\x00")) ||
			kind == 0xe2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) || kind == 0xee && bytes.HasPrefix(body, []byte("Adobe"))
		if !noted || needed {
			out = append(out, whole...)
		}
		return true
	})
	if pixels == 0 {
		return nil, false
	}
	end := endOfPixels(raw, pixels)
	if end == 0 {
		return nil, false
	}
	return append(out, raw[pixels:end]...), true
}

// endOfPixels returns where the end marker of a JPEG ends; 0 when it has none.
func endOfPixels(raw []byte, from int) int {
	for at := from + 2; at+1 < len(raw); at++ {
		if raw[at] == 0xff && raw[at+1] == 0xd9 {
			return at + 2
		}
	}
	return 0
}

const pngHead = "\x89PNG\r\n\x1a\n"

// eachChunk hands out the chunks of a PNG: kind, content, and all bytes of it. It is false when the file can't be
// followed to its end.
func eachChunk(raw []byte, at int, use func(kind string, body, whole []byte)) bool {
	for at+12 <= len(raw) {
		size := int(binary.BigEndian.Uint32(raw[at:]))
		if size < 0 || size > len(raw)-at-12 {
			return false
		}
		kind := string(raw[at+4 : at+8])
		use(kind, raw[at+8:at+8+size], raw[at:at+12+size])
		if at += 12 + size; kind == "IEND" {
			return true
		}
	}
	return false
}

// plainPNG keeps the chunks that say what the pixels are: no texts, times, Exif or private chunks.
func plainPNG(raw []byte) ([]byte, bool) {
	if !bytes.HasPrefix(raw, []byte(pngHead)) {
		return nil, false
	}
	out := []byte(pngHead)
	ok := eachChunk(raw, len(pngHead), func(kind string, _, whole []byte) {
		switch kind {
		case "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs":
			out = append(out, whole...)
		}
	})
	return out, ok
}

// eachRIFF hands out the chunks of a WebP file.
func eachRIFF(raw []byte, use func(kind string, body, whole []byte)) bool {
	if len(raw) < 12 || string(raw[:4]) != "RIFF" || string(raw[8:12]) != "WEBP" {
		return false
	}
	at := 12
	for at+8 <= len(raw) {
		size := int(binary.LittleEndian.Uint32(raw[at+4:]))
		end := at + 8 + size + size%2
		if size < 0 || end > len(raw)+size%2 {
			return false
		}
		end = min(end, len(raw))
		use(string(raw[at:at+4]), raw[at+8:at+8+size], raw[at:end])
		at = end
	}
	return at == len(raw)
}

// plainWebP keeps the chunks of pixels and colours, and says in the head that there are no others.
func plainWebP(raw []byte) ([]byte, bool) {
	out := append([]byte(nil), raw[:min(12, len(raw))]...)
	ok := eachRIFF(raw, func(kind string, _, whole []byte) {
		switch kind {
		case "VP8X":
			head := bytes.Clone(whole)
			if len(head) > 8 {
				head[8] &^= 0x08 | 0x04 // Exif, XMP
			}
			out = append(out, head...)
		case "VP8 ", "VP8L", "ALPH", "ICCP", "ANIM", "ANMF":
			out = append(out, whole...)
		}
	})
	if !ok {
		return nil, false
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, true
}
