package store

import (
	"context"
	"slices"

	"tradewind/data"
)

// View returns a market's showcase on a day: what stands there and how it does over the weeks that count (0: the market's own
// rule), what is due, and what should be changed.
func (s Showcases) View(ctx context.Context, market string, today data.Date, weeks int64) (v data.Showcase, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		v, err = viewShowcase(ctx, r, market, today, weeks)
		return err
	})
	return v, err
}

func viewShowcase(ctx context.Context, r reader, market string, today data.Date, weeks int64) (v data.Showcase, err error) {
	if v.Market, err = marketCalled(ctx, r, market); err != nil {
		return v, err
	}
	v.Rules, v.Today = v.Market.Showcase.WithDefaults(), today
	if weeks > 0 {
		v.Rules.Weeks = weeks
	}
	if err := showcaseDays(ctx, r, &v); err != nil {
		return v, err
	}
	ranking, err := rankListings(ctx, r, &v)
	if err != nil {
		return v, err
	}
	lists, err := wordLists.load(ctx, r, `ORDER BY topic, language`)
	if err != nil {
		return v, err
	}
	j := judging{view: &v, ranking: ranking, rules: data.ListingRules{Markets: []data.Market{v.Market}, Lists: data.WordListsWith(lists)}}
	if err := j.places(ctx, r); err != nil {
		return v, err
	}
	candidates, err := j.candidates(ctx, r)
	v.Propose(candidates)
	return v, err
}

// showcaseDays finds out which weeks count, when the showcase was rotated, and what is due. Figures of weeks and
// rotations on days that are still to come don't count.
func showcaseDays(ctx context.Context, r reader, v *data.Showcase) error {
	tomorrow := data.ExpiryUntil(v.Today, 1) // a day for the time zones
	err := r.QueryRowContext(ctx, `SELECT coalesce((SELECT max(week) FROM listing_figures WHERE market = ?1 AND week <= ?2 AND archived = 0), ''),
		coalesce((SELECT max(date) FROM showcase_rotation WHERE market = ?1 AND date <= ?3 AND archived = 0), '')`,
		v.Market.Code, string(data.WeekOf(tomorrow)), string(tomorrow)).Scan(&v.To, &v.Rotated)
	v.From = v.To.Add(1 - int(v.Rules.Weeks))
	v.SetDue()
	return err
}

// summed are the figures of a product over the weeks that count.
const summed = `sum(f.exposures), sum(f.clicks), sum(f.inquiries), sum(f.orders)`

// rankListings returns all products with enough figures, best first, with their ranks. The figures are added up from an
// index alone, a week after the other; only of those that buyers asked about often enough is more looked at.
func rankListings(ctx context.Context, r reader, v *data.Showcase) ([]data.Standing, error) {
	var list []data.Standing
	err := eachRow(ctx, r, `SELECT f.* FROM (
			SELECT f.product_id, `+summed+` AS orders FROM listing_figures f INDEXED BY listing_figures_counted
			WHERE f.market = ?1 AND f.week IN (SELECT value FROM json_each(?2)) AND f.archived = 0
			GROUP BY f.product_id HAVING sum(f.inquiries) >= ?3) f
		CROSS JOIN product p ON p.id = f.product_id AND p.archived = 0`, []any{v.Market.Code, weeksJSON(v), v.Rules.MinInquiries},
		func(scan func(...any) error) error {
			p := data.Standing{Ranked: true}
			err := scan(&p.ProductID, &p.Exposures, &p.Clicks, &p.Inquiries, &p.Orders)
			if v.Rules.Enough(p.Counts) {
				list = append(list, p)
			}
			return err
		})
	slices.SortFunc(list, v.Rules.Compare)
	for i := range list {
		list[i].Rank = i + 1
	}
	v.Ranked = len(list)
	return list, err
}

// weeksJSON lists the weeks that count, as a JSON array.
func weeksJSON(v *data.Showcase) string {
	text := `[`
	for w := v.From; w != "" && w <= v.To; w = w.Add(1) {
		if len(text) > 1 {
			text += `,`
		}
		text += `"` + string(w) + `"`
	}
	return text + `]`
}

// judging puts products and the check of their listings to the ranking.
type judging struct {
	view    *data.Showcase
	ranking []data.Standing
	rules   data.ListingRules
	placed  map[int64]bool
}

// places fills the view's places, best first.
func (j *judging) places(ctx context.Context, r reader) error {
	taken, err := showcasePlaces.load(ctx, r, takenNow, j.view.Market.Code)
	if err != nil {
		return err
	}
	j.placed = make(map[int64]bool, len(taken))
	ids := make([]int64, len(taken))
	for i, p := range taken {
		ids[i], j.placed[p.ProductID] = p.ProductID, true
	}
	figures, err := countsOf(ctx, r, j.view, ids)
	if err != nil {
		return err
	}
	ranks := map[int64]data.Standing{}
	for _, one := range j.ranking {
		if j.placed[one.ProductID] {
			ranks[one.ProductID] = one
		}
	}
	list := make([]data.Standing, len(taken))
	for i, p := range taken {
		list[i] = ranks[p.ProductID]
		list[i].ProductID, list[i].Since, list[i].Counts = p.ProductID, p.Since, figures[p.ProductID]
	}
	j.view.Places, err = j.judge(ctx, r, list)
	slices.SortFunc(j.view.Places, j.view.Rules.Compare)
	return err
}

// countsOf returns the figures of products over the weeks that count.
func countsOf(ctx context.Context, r reader, v *data.Showcase, ids []int64) (map[int64]data.Counts, error) {
	found := make(map[int64]data.Counts, len(ids))
	for part := range chunks(ids, maxHoles) {
		holes, args := in(part)
		err := eachRow(ctx, r, `SELECT f.product_id, `+summed+` FROM listing_figures f
			WHERE f.market = ?1 AND f.week IN (SELECT value FROM json_each(?2)) AND f.archived = 0 AND f.product_id IN `+holes+` GROUP BY f.product_id`,
			append([]any{v.Market.Code, weeksJSON(v)}, args...), func(scan func(...any) error) error {
				var id int64
				var c data.Counts
				err := scan(&id, &c.Exposures, &c.Clicks, &c.Inquiries, &c.Orders)
				found[id] = c
				return err
			})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// judge names products and finds out what their markets refuse.
func (j *judging) judge(ctx context.Context, r reader, list []data.Standing) ([]data.Standing, error) {
	ids := make([]int64, len(list))
	for i, one := range list {
		ids[i] = one.ProductID
	}
	found, err := products.byIDs(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	for i := range found { // in the order of list: none of them can be gone
		list[i].SKU, list[i].Name, list[i].Archived = found[i].SKU, found[i].Name, found[i].Archived
		findings := j.rules.Check(found[i])
		if n := slices.IndexFunc(findings, func(f data.Finding) bool { return f.Grade == data.Red }); n >= 0 {
			list[i].Red = &findings[n]
		}
	}
	return list, nil
}

// How far candidates are looked through: so many at a time, and so many refused ones before it is enough.
const (
	candidatesAtOnce = 50
	mostRefused      = 500
	shownRefused     = 20
)

// candidates returns the best products that don't stand in the showcase and that the market doesn't refuse, as many as can be
// proposed. Those it refuses are kept in the view, the best of them.
func (j *judging) candidates(ctx context.Context, r reader) (good []data.Standing, err error) {
	outside := slices.DeleteFunc(slices.Clone(j.ranking), func(s data.Standing) bool { return j.placed[s.ProductID] })
	wanted, refused := j.view.Wanted(), 0
	if j.view.Rules.Places == 0 {
		return nil, nil
	}
	for part := range chunks(outside, candidatesAtOnce) {
		part, err := j.judge(ctx, r, part)
		if err != nil {
			return nil, err
		}
		for _, one := range part {
			switch {
			case one.Red == nil:
				good = append(good, one)
			case len(j.view.Refused) < shownRefused:
				j.view.Refused = append(j.view.Refused, one)
				refused++
			default:
				refused++
			}
			if len(good) >= wanted || refused >= mostRefused {
				return good, nil
			}
		}
	}
	return good, nil
}
