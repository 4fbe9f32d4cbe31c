package command

import (
	"fmt"
	"strconv"
	"strings"

	"tradewind/data"
	"tradewind/data/store"
)

// figuresRow is a listing's figures of one week, by the names of the import file.
type figuresRow struct {
	SKU    string    `json:"sku"`
	Market string    `json:"market"`
	Week   data.Week `json:"week"`
	Monday data.Date `json:"monday"`
	data.Counts
	Source string `json:"source"`
}

// figuresTable lists what marketplaces counted, the newest week first. Words are the SKU of an article.
func (s *session) figuresTable(st *store.Store, q store.Query) (*table, error) {
	of := store.FiguresQuery{Market: s.call.option("market"), SKU: q.Words, Limit: q.Limit}
	if s.call.has("week") {
		week, err := data.ParseWeek(s.call.option("week"))
		if err != nil {
			return nil, usage("showcase.usage.week", "Value", s.call.option("week"))
		}
		of.Week = week
	}
	found, err := st.ListingFigures.Find(s.ctx, of)
	if err != nil {
		return nil, fmt.Errorf("list listing-figures: %w", err)
	}
	t := newTable("sku", "market", "week", "exposures", "clicks", "inquiries", "orders", "source")
	n := func(v int64) string { return strconv.FormatInt(v, 10) }
	for _, f := range found {
		r := figuresRow{f.SKU, f.Market, f.Week, f.Week.Monday(), f.Counts, f.Source}
		t.add(r, r.SKU, r.Market, string(r.Week), n(r.Exposures), n(r.Clicks), n(r.Inquiries), n(r.Orders), r.Source)
	}
	return t, nil
}

// showcaseRow is a product that stands in a showcase, should, or would if its listing weren't refused.
type showcaseRow struct {
	Market string `json:"market"`
	SKU    string `json:"sku"`
	Name   string `json:"name"`
	State  string `json:"state"`  // in: stands there; candidate: doesn't; refused: the market refuses its listing
	Advice string `json:"advice"` // take-out, put-in, or ""
	Why    string `json:"why"`    // the reason, see [data.SwapReason]
	For    string `json:"for"`    // the SKU whose place it takes, or that takes its place
	Reason string `json:"reason"` // why its listing is refused

	Since data.Date `json:"since"`
	Rank  int       `json:"rank"` // 0: too few figures
	From  data.Week `json:"from"`
	To    data.Week `json:"to"`
	data.Counts
	OrderRate   string `json:"order_rate_percent"`   // orders of inquiries, rounded; "" for none
	InquiryRate string `json:"inquiry_rate_percent"` // inquiries of clicks, or of exposures

	Places     int64     `json:"places"`
	Rotated    data.Date `json:"rotated"`
	DueTurn    bool      `json:"rotation_due"`
	DueFigures bool      `json:"figures_due"`
}

// showcaseTable lists the showcases of one market, or of all that have places: what stands there, best first, what should go in,
// and what the market refuses.
func (s *session) showcaseTable(st *store.Store, _ store.Query) (*table, error) {
	weeks, err := s.weeks()
	if err != nil {
		return nil, err
	}
	codes, err := s.showcaseMarkets(st)
	if err != nil {
		return nil, err
	}
	t := newTable("market", "sku", "state", "since", "rank", "orders", "inquiries", "order_rate", "inquiry_rate", "advice", "for", "due")
	for _, code := range codes {
		v, err := st.Showcases.View(s.ctx, code, data.DateOf(s.Now()), weeks)
		if problems := asMarketProblem(err); problems != nil {
			return nil, problems
		}
		if err != nil {
			return nil, fmt.Errorf("list showcase: %w", err)
		}
		for _, r := range s.showcaseRows(v) {
			var due []string
			if r.DueTurn {
				due = append(due, "rotation")
			}
			if r.DueFigures {
				due = append(due, "figures")
			}
			t.add(r, r.Market, r.SKU, r.State, string(r.Since), strconv.Itoa(r.Rank), strconv.FormatInt(r.Orders, 10),
				strconv.FormatInt(r.Inquiries, 10), r.OrderRate, r.InquiryRate, r.Advice, r.For, strings.Join(due, " "))
		}
	}
	return t, nil
}

// asMarketProblem returns what is wrong with the market that was named, nil for another error.
func asMarketProblem(err error) error {
	if problems, ok := asProblems(err); ok && len(problems) > 0 {
		return problems
	}
	return nil
}

// weeks reads --weeks; 0 is the market's own rule.
func (s *session) weeks() (int64, error) {
	if !s.call.has("weeks") {
		return 0, nil
	}
	n, err := strconv.Atoi(s.call.option("weeks"))
	if err != nil || n < 1 || n > data.MaxShowcaseWeeks {
		return 0, usage("command.usage.number", "Option", "--weeks", "Value", s.call.option("weeks"))
	}
	return int64(n), nil
}

// showcaseMarkets returns the market named, or all that have places.
func (s *session) showcaseMarkets(st *store.Store) ([]string, error) {
	if s.call.has("market") {
		return []string{s.call.option("market")}, nil
	}
	all, err := st.Markets.All(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("list showcase: %w", err)
	}
	var codes []string
	for _, m := range all {
		if m.Showcase.Places > 0 {
			codes = append(codes, m.Code)
		}
	}
	return codes, nil
}

// showcaseRows returns the rows of one market.
func (s *session) showcaseRows(v data.Showcase) (rows []showcaseRow) {
	add := func(p data.Standing, state string) *showcaseRow {
		rows = append(rows, s.showcaseRow(v, p, state))
		return &rows[len(rows)-1]
	}
	for _, p := range v.Places {
		r := add(p, "in")
		for _, swap := range v.Swaps {
			if swap.Out != nil && swap.Out.ProductID == p.ProductID {
				r.Advice, r.Why, r.For = "take-out", string(swap.Why), skuOf(swap.In)
			}
		}
	}
	for _, swap := range v.Swaps {
		if swap.In != nil {
			r := add(*swap.In, "candidate")
			r.Advice, r.Why, r.For = "put-in", string(swap.Why), skuOf(swap.Out)
		}
	}
	for _, p := range v.Refused {
		add(p, "refused")
	}
	return rows
}

// skuOf returns the SKU of a standing, "" for none.
func skuOf(p *data.Standing) string {
	if p == nil {
		return ""
	}
	return p.SKU
}

// showcaseRow returns the row of one product.
func (s *session) showcaseRow(v data.Showcase, p data.Standing, state string) showcaseRow {
	r := showcaseRow{
		Market: v.Market.Code, SKU: p.SKU, Name: p.Name.In(s.words.Lang()), State: state, Since: p.Since, Rank: p.Rank,
		From: v.From, To: v.To, Counts: p.Counts, OrderRate: percentOf(p.OrderRate()), InquiryRate: percentOf(p.InquiryRate(v.Rules)),
		Places: v.Rules.Places, Rotated: v.Rotated, DueTurn: v.DueTurn, DueFigures: v.DueFigures,
	}
	if p.Red != nil {
		r.Reason = s.sentence(data.Problem{Key: p.Red.Key, Args: p.Red.Args})
	}
	return r
}

// percentOf writes a rate in percent, "" for a rate of nothing.
func percentOf(r data.Ratio) string {
	d, known := r.Percent()
	if !known {
		return ""
	}
	return d.StringFixed(2)
}
