package sheet

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// sampleSize is how much of a file is looked at to find out how it is written.
const sampleSize = 128 << 10

// sample reads the beginning of the file as UTF-8.
func (t *textFile) sample() (string, error) {
	in, file, err := t.reader()
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }()
	b, err := io.ReadAll(io.LimitReader(in, sampleSize))
	return string(b), err
}

// sniff chooses the separator: the one the file itself declares with a first line such as "sep=;", else the one by
// which most columns of target are known, else the one that parts most rows into equally many cells. It returns the
// heading found with it.
func (t *textFile) sniff(sample string, target Target, o Options) heading {
	first, rest, _ := strings.Cut(sample, "\n")
	first = strings.Trim(first, "\r\" ")
	if len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		t.separator, t.declared = first[4], true
		rows, _ := headSample(rest, t.separator)
		return findHeading(target, rows, o)
	}
	var best heading
	bestEven := -1
	for _, separator := range []byte{',', ';', '\t', '|'} {
		rows, even := headSample(sample, separator)
		h := findHeading(target, rows, o)
		if bestEven < 0 || h.fields > best.fields || h.fields == best.fields && even > bestEven {
			best, bestEven, t.separator = h, even, separator
		}
	}
	return best
}

// headSample reads the first rows of a sample. even says how well the separator fits: how many of a million rows have
// as many cells as most have, and then how many cells that is; 0 when most have just one.
func headSample(sample string, separator byte) (rows []headRow, even int) {
	lines := lexer{in: bufio.NewReader(strings.NewReader(sample)), separator: separator}
	counts := map[int]int{}
	for len(rows) < headRows {
		texts, err := lines.next()
		if err != nil {
			if !errors.Is(err, io.EOF) && len(rows) == 0 {
				return nil, 0
			}
			break
		}
		trimmed := make([]string, len(texts))
		said := false
		for i, text := range texts {
			trimmed[i] = cell{text: text}.trimmed()
			said = said || trimmed[i] != ""
		}
		if said {
			rows = append(rows, headRow{lines.row, trimmed})
			counts[len(texts)]++
		}
	}
	return rows, evenness(counts, len(rows))
}

// evenness says how well a separator fits rows of which so many have so many cells.
func evenness(counts map[int]int, rows int) int {
	most, usual := 0, 0
	for n, times := range counts {
		if times > most || times == most && n > usual {
			most, usual = times, n
		}
	}
	if usual < 2 {
		return 0
	}
	return most*1_000_000/rows*2*maxColumns + usual
}
