package data

// Threshold is a line that stock is held against: of one article in one warehouse, or a default for all articles or
// those of a category, in one warehouse or in all of them together. A line is a figure, or what sells in so many days.
// Defaults hold for articles that were received or counted once; in one warehouse, for those that lay there once.
type Threshold struct {
	Record
	ProductID   int64    `json:"-"`                     // 0: not of one article
	SKU         string   `json:"sku,omitzero"`          // of that article, filled in when read
	Category    string   `json:"category,omitzero"`     // "" with no article: of all
	Warehouse   *string  `json:"warehouse,omitempty"`   // nil: all warehouses together; "" is the main one
	SafetyStock Quantity `json:"safety_stock,omitzero"` // at or below it: reorder
	SafetyDays  int64    `json:"safety_days,omitzero"`  // or what sells in so many days
	MaxStock    Quantity `json:"max_stock,omitzero"`    // above it: too much
	MaxDays     int64    `json:"max_days,omitzero"`     // or what sells in so many days
}

// Validate reports the fields of t that break a rule, as [Problems]; nil when it can be saved.
func (t Threshold) Validate() error {
	var c check
	c.when(t.Category != "" && (t.ProductID != 0 || t.SKU != ""), "category", "replenish.problem.sku_or_category")
	c.when(t.Warehouse != nil && *t.Warehouse == InTransit, "warehouse", "problem.taken")
	notNegative(&c, "safety_stock", t.SafetyStock)
	notNegative(&c, "max_stock", t.MaxStock)
	c.dayCount("safety_days", t.SafetyDays)
	c.dayCount("max_days", t.MaxDays)
	c.when(t.SafetyStock != 0 && t.SafetyDays != 0, "safety_days", "replenish.problem.figure_or_days")
	c.when(t.MaxStock != 0 && t.MaxDays != 0, "max_days", "replenish.problem.figure_or_days")
	c.when(t.SafetyStock == 0 && t.SafetyDays == 0 && t.MaxStock == 0 && t.MaxDays == 0, "safety_stock", "problem.required")
	return c.problems.Err()
}

// StockLines are the lines that hold for an article somewhere; 0 is none.
type StockLines struct{ Safety, Max Quantity }

// thresholdAt is what a threshold is found by.
type thresholdAt struct {
	product   int64
	category  string
	warehouse string
	together  bool
}

// Thresholds are all thresholds of a file, found by what they are of.
type Thresholds struct {
	by        map[thresholdAt]Threshold
	SalesDays int64    // so many past days tell what is sold a day
	Days      bool     // some line is what sells in so many days
	Together  bool     // there are some of all warehouses together
	Houses    []string // the warehouses that there are some of
	Defaults  bool     // one of those isn't of one article
}

// NewThresholds returns list, put in order. Archived ones don't hold.
func NewThresholds(list []Threshold, salesDays int64) Thresholds {
	ts := Thresholds{by: map[thresholdAt]Threshold{}, SalesDays: salesDays}
	seen := map[string]bool{}
	for _, t := range list {
		if t.Archived {
			continue
		}
		at := thresholdAt{product: t.ProductID, category: t.Category, together: t.Warehouse == nil}
		if ts.Together = ts.Together || at.together; !at.together {
			at.warehouse = *t.Warehouse
			ts.Defaults = ts.Defaults || t.ProductID == 0
			if !seen[at.warehouse] {
				ts.Houses = append(ts.Houses, at.warehouse)
			}
			seen[at.warehouse] = true
		}
		ts.Days = ts.Days || t.SafetyDays > 0 || t.MaxDays > 0
		ts.by[at] = t
	}
	return ts
}

// OfAll returns the lines that hold for p in all warehouses together: its own figures, else its own threshold's, else,
// where it is kept in stock, its category's, else those of all. Sold is what was sold of it in the past days.
func (ts Thresholds) OfAll(p Product, sold Quantity, kept bool) StockLines {
	own := StockLines{Safety: p.SafetyStock, Max: p.MaxStock}
	return ts.lines(own, p, thresholdAt{together: true}, sold, kept)
}

// In returns the lines that hold for p in one warehouse: its own threshold's, else, where it lay there once, its
// category's, else those of all. Sold is what was sold of it from there.
func (ts Thresholds) In(p Product, warehouse string, sold Quantity, lay bool) StockLines {
	return ts.lines(StockLines{}, p, thresholdAt{warehouse: warehouse}, sold, lay)
}

func (ts Thresholds) lines(l StockLines, p Product, at thresholdAt, sold Quantity, defaults bool) StockLines {
	if len(ts.by) == 0 {
		return l
	}
	var tries []thresholdAt
	if p.ID != 0 {
		own := at
		own.product = p.ID
		tries = append(tries, own)
	}
	if defaults {
		if p.Category != "" {
			category := at
			category.category = p.Category
			tries = append(tries, category)
		}
		tries = append(tries, at)
	}
	for _, try := range tries {
		t := ts.by[try]
		if l.Safety == 0 {
			l.Safety = ts.line(t.SafetyStock, t.SafetyDays, sold)
		}
		if l.Max == 0 {
			l.Max = ts.line(t.MaxStock, t.MaxDays, sold)
		}
	}
	return l
}

// line is a figure, or what sells in so many days, rounded up to whole units.
func (ts Thresholds) line(figure Quantity, days int64, sold Quantity) Quantity {
	if days == 0 {
		return figure
	}
	w := working{sold: max(sold, 0), rules: ReorderRules{SalesDays: ts.SalesDays}}
	return ceilTo(w.sells(days, Hundred), Pieces(1))
}

// HouseStock is how much of an article lies in one warehouse, all its lots together, and what was sold from there.
type HouseStock struct {
	Warehouse string
	Here      Quantity
	Reserved  Quantity // of it, kept for orders
	Sold      Quantity
}

// HouseAlerts returns what is due of p in single warehouses: at most one of the first two steps for each. Here are the
// warehouses it lay in once; in those it has a threshold of its own for and never lay in, there is nothing.
func (ts Thresholds) HouseAlerts(p Product, here []HouseStock) (due []StockAlert) {
	for _, house := range ts.Houses {
		at, lay := HouseStock{Warehouse: house}, false
		for _, h := range here {
			if h.Warehouse == house {
				at, lay = h, true
			}
		}
		l := ts.In(p, house, at.Sold, lay)
		switch {
		case l.Safety > 0 && at.Here <= l.Safety:
			due = append(due, StockAlert{Step: TooLittle, OnHand: at.Here, Line: l.Safety, Warehouse: &house})
		case l.Max > 0 && at.Here-at.Reserved > l.Max:
			due = append(due, StockAlert{Step: TooMuch, OnHand: at.Here, Reserved: at.Reserved, Line: l.Max, Warehouse: &house})
		}
	}
	return due
}
