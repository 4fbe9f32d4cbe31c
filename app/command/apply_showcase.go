package command

import (
	"slices"

	"tradewind/data"
	"tradewind/data/store"
)

// saveListingFigures creates or changes what a marketplace counted of a product in a week. Figures that aren't given stay.
func (a *applying) saveListingFigures(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("figures", &problems)
	sku, market, text := keyText(given, "sku", &problems), keyText(given, "market", &problems), keyText(given, "week", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	week, err := data.ParseWeek(text)
	if err != nil {
		return outcome{}, data.Problems{{Field: "figures.week", Key: "showcase.problem.not_a_week", Args: map[string]any{"Value": text}}}
	}
	before, exists, err := found(a.st.ListingFigures.Of(a.ctx, sku, market, week))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if problems := fill(&after, given); len(problems) > 0 {
		return outcome{}, within("figures", problems)
	}
	after.ProductID = before.ProductID
	if exists {
		after.SKU = before.SKU // a variant's stands for the product's
	}
	after, result, err := save(before, after, !exists, func(v data.ListingFigures) (data.ListingFigures, error) { return a.st.ListingFigures.Save(a.ctx, v) })
	o := outcome{Number: sku + " " + market + " " + string(week), Result: result}
	if result != string(data.Unchanged) && err == nil {
		o.warnings = within("figures", after.Warnings(data.DateOf(a.Now())))
	}
	return o, under("figures", err)
}

// setShowcase rotates the showcase of a market: all the products that stand there afterwards, or those to put in and take out.
// A product whose listing the market refuses is put in with a warning.
func (a *applying) setShowcase(f fields) (outcome, error) {
	said := struct {
		Market   string    `json:"market"`
		Date     data.Date `json:"date"`
		Products *[]string `json:"products"`
		PutIn    []string  `json:"put_in"`
		TakeOut  []string  `json:"take_out"`
	}{Date: data.DateOf(a.Now())}
	problems := fill(&said, f)
	clear(f)
	if said.Market == "" {
		problems.Add("market", "problem.required")
	}
	change := store.ShowcaseChange{Market: said.Market, Day: said.Date, In: said.PutIn, Out: said.TakeOut}
	if said.Products != nil {
		change.Whole = append([]string{}, *said.Products...)
		if len(said.PutIn)+len(said.TakeOut) > 0 {
			problems.Add("products", "showcase.problem.whole_and_parts")
		}
	}
	if len(problems) > 0 {
		return outcome{}, problems
	}
	done, err := a.st.Showcases.Set(a.ctx, change)
	if err != nil {
		return outcome{}, err
	}
	o := outcome{Number: change.Market, Result: string(data.Changed)}
	if len(done.In)+len(done.Out) == 0 && !done.Turned {
		o.Result = string(data.Unchanged)
	}
	o.warnings, err = a.refusedListings(change, done.In)
	if change.Day > data.ExpiryUntil(data.DateOf(a.Now()), 1) {
		o.warnings.Add("date", "showcase.problem.day_ahead")
	}
	return o, err
}

// refusedListings warns of products that were put in though the market refuses their listings.
func (a *applying) refusedListings(change store.ShowcaseChange, in []string) (warnings data.Problems, err error) {
	if len(in) == 0 {
		return nil, nil
	}
	v, err := a.st.Showcases.View(a.ctx, change.Market, change.Day, 0)
	for _, p := range v.Places {
		if p.Red != nil && slices.Contains(in, p.SKU) {
			reason := a.sentence(data.Problem{Key: p.Red.Key, Args: p.Red.Args})
			warnings = append(warnings, data.Problem{Field: "put_in", Key: "showcase.problem.red", Args: map[string]any{"SKU": p.SKU, "Reason": reason}})
		}
	}
	return warnings, err
}
