package data

import "regexp"

// The shapes of contact data in a text in small letters. Each matches a whole piece, so that sizes and standards such as
// "20x30x40" or "en 14350-1:2020" are none.
var contactShapes = []*regexp.Regexp{
	regexp.MustCompile(`[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+`),
	regexp.MustCompile(`\bhttps?://[^\s]+|\bwww\.[a-z0-9-]+\.[a-z]{2,}|\b[a-z0-9-]{2,}\.(?:com|net|org|shop|store)(?:\.[a-z]{2})?\b`),
	regexp.MustCompile(`(?:^|[\s:：(])\+\d{1,3}[\s-]?(?:\(?\d{1,4}\)?[\s-]?){2,5}\d{2,}`),
	regexp.MustCompile(`(?:^|[^\d.,])1[3-9]\d(?:[\s-]?\d{4}){2}(?:$|[^\d.,])`), // mobile numbers of China
}

// contactIn returns what looks like a mail address, a page or a telephone number in a plain text, "" for nothing.
func contactIn(text string) string {
	for _, shape := range contactShapes {
		if found := shape.FindString(text); found != "" {
			return found
		}
	}
	return ""
}
