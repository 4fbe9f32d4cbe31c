package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// textCode is how the characters of a text file are written.
type textCode struct {
	name    string
	decoder func() transform.Transformer // nil for UTF-8
	skip    int64                        // bytes of the byte order mark
}

// mark is a byte order mark.
type mark struct {
	bytes string
	name  string
}

// marks are tried in this order: the mark of UTF-16 begins that of UTF-32.
var marks = []mark{
	{"\xef\xbb\xbf", "utf-8"}, {"\xff\xfe\x00\x00", "utf-32le"}, {"\x00\x00\xfe\xff", "utf-32be"}, {"\xff\xfe", "utf-16le"}, {"\xfe\xff", "utf-16be"},
}

// wide are the encodings with more than one byte per letter of the alphabet.
var wide = map[string]encoding.Encoding{
	"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	"utf-16le": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16be": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

// detectEncoding finds out how the file at path is written: by its byte order mark, by the zero bytes of wide
// letters, as UTF-8 when all of it is valid, as GB 18030 when its high bytes come in pairs, else by a statistical
// guess, and at last as Windows-1252. named, if given, overrides all but the length of the mark.
func detectEncoding(path, named string) (textCode, error) {
	head, err := readHead(path)
	if err != nil {
		return textCode{}, err
	}
	var marked textCode
	for _, m := range marks {
		if strings.HasPrefix(string(head), m.bytes) {
			marked = codeNamed(m.name)
			marked.skip = int64(len(m.bytes))
			break
		}
	}
	switch {
	case named != "":
		return overridden(named, marked.skip)
	case marked.name != "":
		return marked, nil
	}
	if name := wideByZeros(head); name != "" {
		return codeNamed(name), nil
	}
	return narrow(path, head)
}

// overridden returns the encoding the user named.
func overridden(name string, skip int64) (textCode, error) {
	name = strings.TrimSuffix(strings.ToLower(strings.TrimSpace(name)), "-sig")
	if c := codeNamed(name); c.name != "" {
		c.skip = skip
		return c, nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return textCode{}, problem("", "problem.unknown_encoding", map[string]any{"Value": name})
	}
	return code(name, e), nil
}

// codeNamed returns UTF-8, GB 18030 or one of the wide encodings.
func codeNamed(name string) textCode {
	switch name {
	case "utf-8", "utf8":
		return textCode{name: "utf-8"}
	case "gb18030", "gbk", "gb2312":
		return code("gb18030", simplifiedchinese.GB18030)
	}
	if e, ok := wide[name]; ok {
		return code(name, e)
	}
	return textCode{}
}

func code(name string, e encoding.Encoding) textCode {
	return textCode{name: name, decoder: func() transform.Transformer { return e.NewDecoder() }}
}

// readHead reads the beginning of a file.
func readHead(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	return io.ReadAll(io.LimitReader(file, sampleSize))
}

// wideByZeros recognises UTF-32 and UTF-16 without a mark by where the zero bytes of line ends, separators, digits and
// Latin letters stand.
func wideByZeros(b []byte) string {
	var zeros, plane [4]int // of each four bytes: zeros, and values that fit the upper part of a character of UTF-32
	for i, c := range b {
		if c == 0 {
			zeros[i%4]++
		}
		if c <= 0x10 {
			plane[i%4]++
		}
	}
	units := len(b) / 4
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	switch {
	case units > 1 && zeros[3] == units && plane[2] >= units:
		return "utf-32le"
	case units > 1 && zeros[0] >= units && plane[1] >= units:
		return "utf-32be"
	case odd > 4*even:
		return "utf-16le"
	case even > 4*odd:
		return "utf-16be"
	}
	return ""
}

// narrow chooses among the encodings that write the letters of the alphabet as one byte.
func narrow(path string, head []byte) (textCode, error) {
	if bytes.IndexByte(head, 0) >= 0 {
		return textCode{}, problem("", "problem.not_a_table", nil)
	}
	valid, err := validText(path, nil)
	if err != nil || valid {
		return codeNamed("utf-8"), err
	}
	candidates := []textCode{guessed(head), code("windows-1252", charmap.Windows1252)}
	if pairedHighBytes(head) {
		candidates = append([]textCode{codeNamed("gb18030")}, candidates...)
	}
	for _, c := range candidates[:len(candidates)-1] {
		if c.name == "" {
			continue
		}
		if valid, err := validText(path, c.decoder()); err != nil || valid {
			return c, err
		}
	}
	return candidates[len(candidates)-1], nil
}

// pairedHighBytes reports whether the bytes beyond ASCII come in pairs, as Chinese text in GBK has them, while the
// accented letters of Western text stand alone.
func pairedHighBytes(b []byte) bool {
	runs, even := 0, 0
	for i := 0; i < len(b); {
		if b[i] < 0x80 {
			i++
			continue
		}
		start := i
		for i < len(b) && b[i] >= 0x80 {
			i++
		}
		runs++
		if (i-start)%2 == 0 {
			even++
		}
	}
	return runs > 0 && even*10 >= runs*8
}

// guessed asks statistics. What they take for Turkish is Western far more often.
func guessed(head []byte) textCode {
	result := chardet.Detect(head)
	name := strings.ToLower(result.Encoding)
	switch {
	case strings.HasPrefix(name, "gb"):
		return codeNamed("gb18030")
	case result.Confidence < 0.5, name == "windows-1254", name == "iso-8859-9", name == "iso-8859-1", name == "ascii", strings.HasPrefix(name, "utf"):
		return textCode{}
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return textCode{}
	}
	return code(name, e)
}

// validText reports whether all of the file can be read with decoder, or as UTF-8 when that is nil.
func validText(path string, decoder transform.Transformer) (bool, error) {
	file, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = file.Close() }()
	var in io.Reader = file
	if decoder != nil {
		in = transform.NewReader(file, decoder)
	}
	text := bufio.NewReaderSize(in, 64<<10)
	for {
		c, size, err := text.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			return true, nil
		case err != nil:
			return false, err
		case c == utf8.RuneError && (size == 1 || decoder != nil):
			return false, nil
		}
	}
}
