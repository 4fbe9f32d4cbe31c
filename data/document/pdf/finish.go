package pdf

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// inLanguage writes the document's language into the catalog of a finished file, which gofpdf can't do, so that it is read aloud
// and hyphenated rightly. The catalog is the last object: only the place of the table behind it changes.
func inLanguage(file []byte, language string) []byte {
	const catalog, table, foot = "/Type /Catalog\n", "\nxref\n", "startxref\n"
	at, from := bytes.LastIndex(file, []byte(catalog)), bytes.LastIndex(file, []byte(table))
	start := bytes.LastIndex(file, []byte(foot))
	if language == "" || strings.ContainsAny(language, "()\\ ") || at < 0 || from < at || start < from {
		return file
	}
	entry := fmt.Sprintf("/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n", language)
	at += len(catalog)
	out := make([]byte, 0, len(file)+len(entry)+8)
	out = append(append(append(out, file[:at]...), entry...), file[at:start]...)
	out = append(out, foot...)
	out = strconv.AppendInt(out, int64(from+1+len(entry)), 10)
	return append(out, "\n%%EOF\n"...)
}
