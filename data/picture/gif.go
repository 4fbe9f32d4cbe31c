package picture

// plainGIF keeps the frames of a GIF and how they follow each other: no comments, no data of programs but the one that
// makes a film repeat.
func plainGIF(raw []byte) ([]byte, bool) {
	const head = 13
	if len(raw) < head {
		return nil, false
	}
	at := head + colours(raw[10])
	if at > len(raw) {
		return nil, false
	}
	out := append([]byte(nil), raw[:at]...)
	for at < len(raw) {
		end, keep := gifBlock(raw, at)
		if end == 0 {
			return nil, false
		}
		if keep {
			out = append(out, raw[at:end]...)
		}
		if raw[at] == 0x3b {
			return out, true
		}
		at = end
	}
	return nil, false
}

// gifBlock returns where the block at a position ends, 0 when it can't be followed, and whether it is kept.
func gifBlock(raw []byte, at int) (end int, keep bool) {
	switch raw[at] {
	case 0x3b: // the end
		return at + 1, true
	case 0x2c: // a frame
		if at+10 > len(raw) {
			return 0, false
		}
		return gifData(raw, at+10+colours(raw[at+9])+1), true
	case 0x21: // an extension
		if at+3 > len(raw) {
			return 0, false
		}
		end = gifData(raw, at+2)
		repeats := raw[at+1] == 0xff && at+14 <= len(raw) && string(raw[at+3:at+14]) == "NETSCAPE2.0"
		return end, raw[at+1] == 0xf9 || repeats
	}
	return 0, false
}

// gifData returns where the pieces that begin at a position end.
func gifData(raw []byte, at int) int {
	for at < len(raw) {
		size := int(raw[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return 0
}

// colours returns the bytes of a table of colours that flags announce.
func colours(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}
