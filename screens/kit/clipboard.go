package kit

import "strings"

// blockOf reads what a spreadsheet puts on the clipboard: lines of texts parted by tabs, those with a tab or a new line inside
// between quotation marks. Empty lines are rows too; a new line inside a text becomes a blank.
func blockOf(text string) (block [][]string) {
	text = strings.TrimSuffix(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if text == "" {
		return nil
	}
	for more := true; more; {
		var line []string
		for inside := true; inside; {
			var one string
			one, text, inside = fieldOf(text)
			line = append(line, strings.Join(strings.Fields(one), " "))
		}
		block = append(block, line)
		text, more = strings.CutPrefix(text, "\n")
	}
	return block
}

// fieldOf cuts the first text off a block; more tells that another follows in its line.
func fieldOf(text string) (field, rest string, more bool) {
	if quoted, ok := strings.CutPrefix(text, `"`); ok {
		for at := 0; at < len(quoted); at++ {
			if quoted[at] != '"' {
				continue
			}
			if after := quoted[at+1:]; strings.HasPrefix(after, `"`) {
				at++ // a doubled mark is one inside the text
			} else if after == "" || after[0] == '\t' || after[0] == '\n' {
				rest, more = strings.CutPrefix(after, "\t")
				return strings.ReplaceAll(quoted[:at], `""`, `"`), rest, more
			}
		}
	}
	end := strings.IndexAny(text, "\t\n")
	if end < 0 {
		return text, "", false
	}
	if text[end] == '\t' {
		return text[:end], text[end+1:], true
	}
	return text[:end], text[end:], false
}
