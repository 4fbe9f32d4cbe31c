package data

import (
	"cmp"
	"slices"
)

// Defaults of [ShowcaseRules], for markets whose rules don't say otherwise.
const (
	RotationDays        = 7 // the showcase is rotated weekly (D4)
	showcaseWeeks       = 4
	showcaseInquiries   = 5
	showcaseClicks      = 50
	showcaseExposures   = 1000
	MaxShowcaseWeeks    = 52 // a year of figures at most
	maxShowcasePlaces   = 10_000
	showcaseByClicks    = "clicks"
	showcaseByExposures = "exposures"
)

// ShowcaseRules say how many products a market lets stand in its showcase and by which rule they are rotated (D4). A figure of
// 0 is the default; without places the market has no showcase. Source and Date say where and when the number of places was
// read, Unsure that nobody confirmed it.
type ShowcaseRules struct {
	Places       int64  `json:"places,omitzero"`
	Source       string `json:"source,omitzero"`
	Date         Date   `json:"date,omitzero"`
	Unsure       bool   `json:"unsure,omitzero"`
	Days         int64  `json:"days,omitzero"`          // after so many days the rotation is due, and so are figures
	Weeks        int64  `json:"weeks,omitzero"`         // so many weeks of figures count, up to the newest
	MinInquiries int64  `json:"min_inquiries,omitzero"` // with fewer a product isn't ranked
	MinViews     int64  `json:"min_views,omitzero"`     // the same for what inquiries are divided by
	By           string `json:"by,omitzero"`            // what inquiries are divided by: "clicks" or "exposures"
}

// WithDefaults returns r with the defaults in the place of figures that it doesn't say.
func (r ShowcaseRules) WithDefaults() ShowcaseRules {
	r.Days, r.Weeks = cmp.Or(r.Days, RotationDays), cmp.Or(r.Weeks, showcaseWeeks)
	r.MinInquiries, r.By = cmp.Or(r.MinInquiries, showcaseInquiries), cmp.Or(r.By, showcaseByClicks)
	views := int64(showcaseClicks)
	if r.ByExposures() {
		views = showcaseExposures
	}
	r.MinViews = cmp.Or(r.MinViews, views)
	return r
}

// ByExposures reports whether inquiries are divided by exposures instead of clicks.
func (r ShowcaseRules) ByExposures() bool { return r.By == showcaseByExposures }

// showcase looks at the rules of a market's showcase.
func (c *check) showcase(r ShowcaseRules) {
	c.prefix = "showcase."
	for _, one := range []struct {
		field   string
		n, most int64
	}{
		{"places", r.Places, maxShowcasePlaces},
		{"days", r.Days, maxDays},
		{"weeks", r.Weeks, MaxShowcaseWeeks},
		{"min_inquiries", r.MinInquiries, maxCount},
		{"min_views", r.MinViews, maxCount},
	} {
		c.when(one.n < 0, one.field, "problem.negative")
		c.when(one.n > one.most, one.field, "problem.too_large")
	}
	c.when(!slices.Contains([]string{"", showcaseByClicks, showcaseByExposures}, r.By), "by", "showcase.problem.by")
	c.date("date", r.Date)
	c.prefix = ""
}

// ShowcasePlace is that a product stands in the showcase of a market, or stood there. The past is kept.
type ShowcasePlace struct {
	Record
	ProductID int64  `json:"-"`
	SKU       string `json:"sku"`
	Market    string `json:"market"`
	Since     Date   `json:"since"`
	Until     Date   `json:"until,omitzero"` // "" while it stands there
}

// Validate reports what keeps p from being saved.
func (p ShowcasePlace) Validate() error {
	var c check
	c.required("sku", p.SKU)
	c.required("market", p.Market)
	c.required("since", string(p.Since))
	c.date("since", p.Since)
	c.date("until", p.Until)
	c.when(p.Until != "" && p.Until < p.Since, "until", "showcase.problem.until_before")
	return c.problems.Err()
}

// ShowcaseRotation is that somebody rotated a market's showcase on a day, even if all products stayed.
type ShowcaseRotation struct {
	Record
	Market string `json:"market"`
	Date   Date   `json:"date"`
}

// Validate reports what keeps r from being saved.
func (r ShowcaseRotation) Validate() error {
	var c check
	c.required("market", r.Market)
	c.required("date", string(r.Date))
	c.date("date", r.Date)
	return c.problems.Err()
}
