package imports

import (
	"strconv"

	"tradewind/data"
	"tradewind/screens/kit"
)

// maxRows is how many rows the preview shows; the counts above it are of all.
const maxRows = 2000

// row is a line of the preview.
type row struct {
	no, key, change, what string
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
		{Title: t("screen.import.key"), Width: 80, Share: 1, Text: func(r row) string { return r.key }},
		{Title: t("screen.import.problem"), Width: 120, Share: 3, Text: func(r row) string { return r.what }},
	})
}

// rows prepares the preview: what is refused first, with its reasons, then the first rows of the rest.
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
	var list []row
	for _, p := range c.bad {
		if len(list) == maxRows {
			break
		}
		r := row{key: fieldWord(host, p.Field), change: words[data.Refused].word, what: host.Sentence(p), tone: kit.Bad}
		if p.Row > 0 {
			r.no = strconv.Itoa(p.Row)
		}
		list = append(list, r)
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
