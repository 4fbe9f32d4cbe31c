package imports

import (
	"path/filepath"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/screens/kit"
)

// maxRows is how many rows the preview shows; the counts above it are of all.
const maxRows = 2000

// row is a line of the preview.
type row struct {
	no, key, change, what string
	file                  string // the row stands in, where an import reads two
	tone                  kit.Tone
}

func newTable(host *kit.Host) *kit.Table[row] {
	t := host.T
	return kit.NewTable([]kit.Column[row]{
		{Title: t("screen.import.row"), Width: 48, Right: true, Text: func(r row) string { return r.no }},
		{
			Title: t("screen.import.change"), Width: 92, Text: func(r row) string { return r.change },
			State: func(r row) (kit.Tone, bool) { return r.tone, true },
		},
		{Title: t("screen.import.key"), Width: 96, Text: func(r row) string { return r.key }},
		{Title: t("screen.import.problem"), Width: 120, Share: 1, Text: func(r row) string { return r.what }},
	})
}

// rows prepares the preview: what is refused first, with its reasons, then what looks wrong, then the first rows of the
// rest.
func rows(host *kit.Host, c checked) []row {
	t := host.T
	words := map[data.Change]struct {
		word string
		tone kit.Tone
	}{
		data.New:       {t("screen.import.new"), kit.Good},
		data.Changed:   {t("screen.import.changed"), kit.Info},
		data.Unchanged: {t("screen.import.unchanged"), kit.Plain},
		data.Refused:   {t("screen.import.refused"), kit.Bad},
	}
	keys := map[string]string{} // of the records, by the row's number
	for _, one := range c.report.Sample {
		keys[strconv.Itoa(one.Row)] = one.Key
	}
	var list []row
	for _, p := range c.bad[:min(len(c.bad), maxRows)] {
		list = append(list, said(host, p, words[data.Refused].word, kit.Bad))
	}
	for _, p := range c.report.Warnings[:min(len(c.report.Warnings), maxRows-len(list))] {
		list = append(list, said(host, p, t("screen.import.doubtful"), kit.Warn))
	}
	for i := range list {
		if list[i].file == "" { // of two files the numbers would clash
			list[i].key = keys[list[i].no]
		}
	}
	for _, one := range c.report.Sample {
		if one.Change == data.Refused || len(list) == maxRows {
			continue
		}
		w := words[one.Change]
		list = append(list, row{no: strconv.Itoa(one.Row), key: one.Key, change: w.word, tone: w.tone})
	}
	return list
}

// said is the line for what a row is refused or doubted for.
func said(host *kit.Host, p data.Problem, change string, tone kit.Tone) row {
	r := row{change: change, what: wrong(host, p), tone: tone}
	if p.File != "" {
		r.file = filepath.Base(p.File)
	}
	if p.Row > 0 {
		r.no = strconv.Itoa(p.Row)
	}
	return r
}

// title names the row in a question: "Row 3", with the file where there are two.
func (r row) title(host *kit.Host) string {
	title := r.file
	if r.no != "" {
		title = strings.TrimSpace(title + " " + host.T("screen.problems.row", "Row", r.no))
	}
	if title == "" {
		title = host.T("screen.problems")
	}
	return title
}

// wrong says what is wrong with a cell: its field, what stands in it, and why that can't be taken.
func wrong(host *kit.Host, p data.Problem) string {
	sentence := host.Sentence(p)
	if p.Field == "" {
		return sentence
	}
	where := fieldWord(host, p.Field)
	if v, ok := p.Args["Value"].(string); ok && v != "" && !strings.Contains(sentence, v) {
		where += ` "` + v + `"` // straight: the quotes of the window's Chinese face are as wide as a character
	}
	return host.T("screen.problem.at", "Place", where) + sentence
}
