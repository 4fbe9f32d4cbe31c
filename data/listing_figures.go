package data

// ListingFigures is what a marketplace counted of one product in one week (D4, D16): how often its listing was shown, opened
// and asked about, and what was ordered of that. Whole numbers, as the marketplace tells them; whoever counts otherwise
// says so in Source.
type ListingFigures struct {
	Record
	ProductID int64  `json:"-"`
	SKU       string `json:"sku"`
	Market    string `json:"market"` // the code of a [Market]
	Week      Week   `json:"week"`
	Counts
	Source string `json:"source,omitzero"` // the file or the page they come from
}

// Counts are a listing's figures: of a week, or of several together.
type Counts struct {
	Exposures int64 `json:"exposures"` // how often it stood in a list that a buyer saw
	Clicks    int64 `json:"clicks"`
	Inquiries int64 `json:"inquiries"`
	Orders    int64 `json:"orders"`
}

// maxCount bounds a week's figure, so that sums of years can't overflow.
const maxCount = 1_000_000_000_000

// ParseCount reads a whole number that isn't negative.
func ParseCount(s string) (int64, error) {
	n, err := parseFixed(s, 0)
	switch {
	case err != nil:
		return 0, err
	case n < 0:
		return 0, ErrNotANumber
	case n > maxCount:
		return 0, ErrTooLarge
	}
	return n, nil
}

// Validate reports what keeps f from being saved.
func (f ListingFigures) Validate() error {
	var c check
	c.required("sku", f.SKU)
	c.required("market", f.Market)
	c.required("week", string(f.Week))
	for _, one := range []struct {
		field string
		n     int64
	}{{"exposures", f.Exposures}, {"clicks", f.Clicks}, {"inquiries", f.Inquiries}, {"orders", f.Orders}} {
		c.when(one.n < 0, one.field, "problem.negative")
		c.when(one.n > maxCount, one.field, "problem.too_large")
	}
	return c.problems.Err()
}

// Warnings reports what looks wrong with f today but doesn't stop it from being saved. Inquiries without a click and orders
// without an inquiry happen: buyers write from the shop's page, and order again.
func (f ListingFigures) Warnings(today Date) Problems {
	var c check
	c.when(f.Clicks > f.Exposures && f.Exposures > 0, "clicks", "showcase.problem.more_clicks", "Clicks", f.Clicks, "Exposures", f.Exposures)
	c.when(f.Week > WeekOf(ExpiryUntil(today, 1)), "week", "showcase.problem.week_ahead", "Week", string(f.Week)) // a day for the time zones
	return c.problems
}

// ListingFigures puts what p says into n. The product and the market are left to the caller as the row names them. An empty
// cell and a column that isn't there change nothing.
func (p Patch) ListingFigures(n ListingFigures) (ListingFigures, Problems) {
	r := patchReader{patch: p}
	r.text("sku", &n.SKU)
	r.text("market", &n.Market)
	r.text("source", &n.Source)
	parsed(&r, "week", ParseWeek, &n.Week)
	parsed(&r, "exposures", ParseCount, &n.Exposures)
	parsed(&r, "clicks", ParseCount, &n.Clicks)
	parsed(&r, "inquiries", ParseCount, &n.Inquiries)
	parsed(&r, "orders", ParseCount, &n.Orders)
	for _, field := range []string{"sku", "market", "week"} {
		r.required(field, p.Values[field])
	}
	return n, r.problems
}
