package store

import (
	"fmt"
	"slices"
	"time"
)

// keepRule keeps the newest backup of each span for some while.
type keepRule struct {
	age  time.Duration
	span func(time.Time) string
}

const day = 24 * time.Hour

// keepRules say how backups are thinned out: all of the last day, one a day for two weeks, one a week for eight weeks,
// one a month for a year.
var keepRules = []keepRule{
	{day, func(t time.Time) string { return t.Format(time.RFC3339Nano) }},
	{14 * day, func(t time.Time) string { return t.Format(time.DateOnly) }},
	{8 * 7 * day, func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprintf("%d-W%02d", y, w) }},
	{366 * day, func(t time.Time) string { return t.Format("2006-01") }},
}

// Keep returns those of backups that are kept at now, the newest first: all of the last day, then the newest of each
// day for 14 days, of each week for 8 weeks and of each month for 12 months. The newest of all is kept whatever its age,
// and so is one whose time lies ahead, as after a wrong clock.
func Keep(backups []time.Time, now time.Time) []time.Time {
	sorted := slices.Clone(backups)
	slices.SortFunc(sorted, func(a, b time.Time) int { return b.Compare(a) })
	var kept []time.Time
	full := make([]map[string]bool, len(keepRules))
	for i := range full {
		full[i] = map[string]bool{}
	}
	for i, at := range sorted {
		keep := i == 0
		for j, rule := range keepRules {
			span := rule.span(at.UTC())
			if now.Sub(at) <= rule.age && !full[j][span] {
				full[j][span], keep = true, true
			}
		}
		if keep {
			kept = append(kept, at)
		}
	}
	return kept
}
