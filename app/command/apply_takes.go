package command

import (
	"encoding/json"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/intake"
)

// openStockTake freezes what the books say of a warehouse, to be counted.
func (a *applying) openStockTake(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("stock_take", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	var t data.StockTake
	if problems = fill(&t, given); len(problems) > 0 {
		return outcome{}, within("stock_take", problems)
	}
	t, err := a.st.StockTakes.Open(a.ctx, t)
	return outcome{Number: t.No, Result: string(data.TakeOpen)}, under("stock_take", err)
}

// countedLine is what was counted of one lot, as a file says it.
type countedLine struct {
	SKU     string            `json:"sku"`
	GTIN    string            `json:"gtin"`
	Lot     string            `json:"lot"`
	Expiry  data.Date         `json:"expiry"`
	Counted *data.Quantity    `json:"counted"`
	Add     data.Quantity     `json:"add"`
	Reason  *data.CountReason `json:"reason"`
	Words   *string           `json:"words"`
}

// countStockTake writes down what was counted: the lines named, or those of a sheet that was filled in.
func (a *applying) countStockTake(f fields) (outcome, error) {
	var problems data.Problems
	number, file := f.text("number", &problems), f.text("sheet", &problems)
	raw, said := f.take("lines")
	var counts []data.StockTakeCount
	for i, one := range listOf(raw, "lines", &problems) {
		var l countedLine
		_, counted := one["counted"]
		problems = append(problems, within("lines."+strconv.Itoa(i+1), fill(&l, one))...)
		code := l.SKU
		if code == "" {
			code = l.GTIN
		}
		counts = append(counts, data.StockTakeCount{
			Code: code, Lot: l.Lot, Expiry: l.Expiry, Counted: l.Counted, Add: l.Add, Keep: !counted, Reason: l.Reason, Words: l.Words,
		})
	}
	if said == (file != "") || said && len(counts) == 0 {
		problems.Add("lines", "problem.required")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	var err error
	if said {
		_, err = a.st.StockTakes.Count(a.ctx, number, counts, "")
		err = under("lines", err)
	} else {
		var words map[string]data.CountReason
		if words, err = CountReasonWords(); err == nil {
			_, err = intake.CountSheet(a.ctx, a.st, number, intake.Beside(a.folder, file), words)
			err = inside(file, err)
		}
	}
	return outcome{Number: number, Result: "counted"}, notFound("number", number, err)
}

// inside names the file that problems stand in.
func inside(file string, err error) error {
	problems, ok := asProblems(err)
	if err == nil || !ok {
		return err
	}
	for i := range problems {
		problems[i].File = file
	}
	return problems
}

// CountReasonWords are the words by which reasons are known in every language, and their codes.
func CountReasonWords() (map[string]data.CountReason, error) {
	known := map[string]data.CountReason{}
	for _, lang := range []string{"en", "zh"} {
		words, err := Words(lang)
		if err != nil {
			return nil, err
		}
		for _, r := range append(data.CountReasons(), data.NotFound) {
			known[strings.ToLower(document.CountReasonWord(words, r))] = r
			known[string(r)] = r
		}
	}
	return known, nil
}

// postStockTake books the differences.
func (a *applying) postStockTake(f fields) (outcome, error) {
	var problems data.Problems
	number := f.text("number", &problems)
	notFoundZero := false
	if raw, ok := f.take("not_found_zero"); ok && json.Unmarshal(raw, &notFoundZero) != nil {
		problems.Add("not_found_zero", "problem.not_a_boolean")
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	_, err := a.st.StockTakes.Post(a.ctx, number, notFoundZero)
	return outcome{Number: number, Result: string(data.TakePosted)}, notFound("number", number, err)
}

// dropStockTake ends a stock-take without booking anything.
func (a *applying) dropStockTake(f fields) (outcome, error) {
	var problems data.Problems
	number := f.text("number", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	return outcome{Number: number, Result: string(data.TakeDropped)}, notFound("number", number, a.st.StockTakes.Drop(a.ctx, number))
}
