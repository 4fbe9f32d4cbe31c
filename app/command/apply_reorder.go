package command

import (
	"encoding/json"

	"tradewind/data"
)

// saveThreshold creates or changes a line that stock is held against. One without any figure is put away.
func (a *applying) saveThreshold(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("threshold", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	sku, category := given.text("sku", &problems), given.text("category", &problems)
	warehouse, err := a.threshold(given, &problems)
	if err != nil || len(problems) > 0 {
		return outcome{}, firstOf(err, within("threshold", problems))
	}
	before, exists, err := found(a.st.Thresholds.Of(a.ctx, sku, category, warehouse))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if !exists {
		after = data.Threshold{SKU: sku, Category: category, Warehouse: warehouse}
	} else if before.Archived { // what it said before it was put away is gone
		after.SafetyStock, after.SafetyDays, after.MaxStock, after.MaxDays = 0, 0, 0, 0
	}
	if problems = fill(&after, given); len(problems) > 0 {
		return outcome{}, within("threshold", problems)
	}
	figures := data.Threshold{SafetyStock: after.SafetyStock, SafetyDays: after.SafetyDays, MaxStock: after.MaxStock, MaxDays: after.MaxDays}
	none := figures == data.Threshold{}
	o := outcome{Number: thresholdName(after)}
	if exists && none {
		o.Result = "archived"
		return o, a.st.Thresholds.Archive(a.ctx, after.ID, true)
	}
	after.Archived = false
	_, o.Result, err = save(before, after, !exists, func(t data.Threshold) (data.Threshold, error) { return a.st.Thresholds.Save(a.ctx, t) })
	return o, under("threshold", err)
}

// threshold reads the warehouse of a threshold: absent, all of them together; "main" is the one without a code.
func (a *applying) threshold(given fields, problems *data.Problems) (*string, error) {
	code := given.text("warehouse", problems)
	if code == "" {
		return nil, nil //nolint:nilnil // all together
	}
	if code == "main" {
		if _, exists, err := found(a.st.Warehouses.ByCode(a.ctx, code)); err != nil || !exists {
			code = ""
			return &code, err
		}
	}
	return &code, nil
}

// thresholdName says what a threshold is of, for the answer.
func thresholdName(t data.Threshold) string {
	name := t.SKU + t.Category
	if t.Warehouse == nil {
		return name
	}
	place := *t.Warehouse
	if place == "" {
		place = "main"
	}
	if name == "" {
		return place
	}
	return name + " " + place
}

// saveSeason creates or changes a time of the year in which more is sold.
func (a *applying) saveSeason(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("season", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	var code string
	if raw, said := given["code"]; said {
		code, _ = plainText(raw)
	}
	before, exists, err := found(a.st.Seasons.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if !exists {
		after.Length, after.Percent = 1, data.Hundred/2
	}
	archived, said := given.take("archived")
	if said && json.Unmarshal(archived, &after.Archived) != nil {
		problems.Add("archived", "problem.not_a_boolean")
	}
	if problems = append(problems, fill(&after, given)...); len(problems) > 0 {
		return outcome{}, within("season", problems)
	}
	after, result, err := save(before, after, !exists, func(v data.Season) (data.Season, error) { return a.st.Seasons.Save(a.ctx, v) })
	return outcome{Number: after.Code, Result: result}, under("season", err)
}
