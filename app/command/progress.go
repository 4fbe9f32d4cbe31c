package command

import (
	"fmt"
	"strings"
)

// counter returns what tells the user on a terminal how many rows are done, or nil where nobody looks.
func (s *session) counter() func(done int) {
	if !s.Terminal || s.call.on("quiet") {
		return nil
	}
	return func(done int) {
		fmt.Fprintf(s.Err, "\r%s\r", s.t("command.progress.rows", "Count", done))
	}
}

// bar returns what draws a progress bar on a terminal, or does nothing where nobody looks.
func (s *session) bar(total int) func(done int) {
	if !s.Terminal || s.call.on("quiet") || total == 0 {
		return func(int) {}
	}
	const width = 40
	return func(done int) {
		full := width * done / total
		fmt.Fprintf(s.Err, "\r[%s%s] %d/%d", strings.Repeat("#", full), strings.Repeat(" ", width-full), done, total)
		if done == total {
			fmt.Fprintln(s.Err)
		}
	}
}
