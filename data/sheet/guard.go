package sheet

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// In a CSV file a spreadsheet takes a text for a formula when it begins with one of these. Such a text of the merchant
// or of someone else is written with an apostrophe before it, which makes a spreadsheet show it as it is; reading
// takes that apostrophe off again. A text that begins with apostrophes before such a character gets one more, so that
// every text comes back as it was. In a workbook the cell itself says that it is text, and nothing is added.
const formulaMarks = "=+-@\t\r\n＝＋－＠|%"

// needsGuard reports whether s, apart from apostrophes at its beginning, would be more than a text.
func needsGuard(s string) bool {
	s = strings.TrimLeft(s, "'")
	return s != "" && (strings.ContainsRune(formulaMarks, []rune(s)[0]) || slices.Contains(cellErrors, s))
}

// guard makes s harmless in a CSV file.
func guard(s string) string {
	if needsGuard(s) {
		return "'" + s
	}
	return s
}

// unguard takes off what [guard] put on.
func unguard(s string) string {
	if strings.HasPrefix(s, "'") && needsGuard(s) {
		return s[1:]
	}
	return s
}

// A workbook can't hold most control characters. They are written as Excel writes them, _x0001_, and the underscore of
// a text that happens to look so is written that way itself.
var escaped = regexp.MustCompile(`_x(?:00[01][0-9A-F]|005F|FFF[EF])_`)

// likeEscape is the beginning of an escape: what is written after a text that ends so could complete it.
var likeEscape = regexp.MustCompile(`^_x(?:00[01][0-9A-F]|005F|FFF[EF])`)

// escape writes s so that a workbook can hold it.
func escape(s string) string {
	var b strings.Builder
	for i, c := range s {
		looksEscaped := c == '_' && likeEscape.MatchString(s[i:])
		if looksEscaped || c < ' ' && c != '\t' && c != '\n' || c == 0xfffe || c == 0xffff {
			fmt.Fprintf(&b, "_x%04X_", c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}

// unescape undoes [escape].
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escaped.ReplaceAllStringFunc(s, func(found string) string {
		n, _ := strconv.ParseInt(found[2:6], 16, 32)
		return string(rune(n))
	})
}

// bookEscape is how a workbook writes a character that XML can't hold (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring).
var bookEscape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// bookText returns what a text in a workbook stands for.
func bookText(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return unescape(bookEscape.ReplaceAllStringFunc(s, func(found string) string {
		n, err := strconv.ParseUint(found[2:6], 16, 32)
		if err != nil || !utf8.ValidRune(rune(n)) {
			return found
		}
		return string(rune(n))
	}))
}
