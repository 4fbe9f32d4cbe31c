package intake

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"tradewind/data"
	"tradewind/data/sheet"
	"tradewind/data/store"
)

// CountSheet reads a count sheet that was filled in, and writes its counts down, whole or not at all. Rows without a count say
// nothing. A reason is one of words, in whatever language, or else the counter's own words. It returns how many rows were counted, and gives
// [data.Problems] with row and field for a sheet of another stock-take, an article nobody knows and a number that is none.
func CountSheet(ctx context.Context, st *store.Store, no, path string, words map[string]data.CountReason) (int, error) {
	counts, err := readCounts(no, path, words)
	if err != nil {
		return 0, err
	}
	_, err = st.StockTakes.Count(ctx, no, counts, filepath.Base(path))
	return len(counts), err
}

// readCounts reads the rows of a sheet. Of a sheet of another stock-take one row is enough.
func readCounts(no, path string, words map[string]data.CountReason) (counts []data.StockTakeCount, err error) {
	f, err := sheet.Open(path, sheet.Counts, sheet.Options{})
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var wrong data.Problems
	for p, err := range f.Rows() {
		var bad data.Problems
		switch {
		case errors.As(err, &bad):
			wrong = append(wrong, bad...)
			continue
		case err != nil:
			return nil, err
		}
		if other := p.Values["stock_take_no"]; other != "" && other != no {
			return nil, data.Problems{{Row: p.Row, Field: "stock_take_no", Key: "problem.stocktake_other", Args: map[string]any{"Other": other, "No": no}}}
		}
		c, bad := p.TakeCount()
		if wrong = append(wrong, bad...); len(bad) > 0 || c.Counted == nil {
			continue
		}
		c.Reason, c.Words = reasonOf(p.Values["reason"], words)
		counts = append(counts, c)
	}
	if len(wrong) == 0 && len(counts) == 0 {
		return nil, data.Problems{{Field: "counted", Key: "problem.sheet_uncounted"}}
	}
	return counts, wrong.Err()
}

// reasonOf reads a reason; an empty field leaves what was said.
func reasonOf(text string, words map[string]data.CountReason) (*data.CountReason, *string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, nil
	}
	none, other := "", data.OtherReason
	if r, known := words[strings.ToLower(text)]; known {
		return &r, &none
	}
	return &other, &text
}
