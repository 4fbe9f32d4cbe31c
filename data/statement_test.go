package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

func TestAStatementEndsAtTheSumOfAllThatHappened(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := []data.Date{"2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"}
		entries := rapid.SliceOf(rapid.Custom(func(t *rapid.T) data.StatementEntry {
			return data.StatementEntry{
				Date:   rapid.SampledFrom(days).Draw(t, "day"),
				Amount: data.Money{Minor: rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "amount"), Currency: rapid.SampledFrom([]data.Currency{"USD", "EUR", "JPY", "KWD"}).Draw(t, "currency")},
			}
		})).Draw(t, "entries")
		from, to := rapid.SampledFrom(days).Draw(t, "from"), rapid.SampledFrom(days).Draw(t, "to")
		want := map[data.Currency]int64{}
		for _, e := range entries {
			if e.Date <= to {
				want[e.Amount.Currency] += e.Amount.Minor
			}
		}
		for _, p := range data.StatementOf(entries, from, to) {
			balance := p.Opening
			for i, e := range p.Entries {
				if balance += e.Amount.Minor; e.Date < from || e.Date > to || i > 0 && e.Date < p.Entries[i-1].Date {
					t.Errorf("%s on %s stands in a statement from %s to %s", e.Amount, e.Date, from, to)
				}
			}
			if balance != p.Closing || p.Closing != want[p.Currency] {
				t.Errorf("%s runs to %d, closes at %d; all is %d", p.Currency, balance, p.Closing, want[p.Currency])
			}
			delete(want, p.Currency)
		}
		for c, left := range want {
			if left != 0 {
				t.Errorf("%s %d is in no statement", c, left)
			}
		}
	})
}

func TestAgesAddUpToWhatIsOpen(t *testing.T) {
	today := data.Date("2026-11-22")
	for due, want := range map[data.Date]data.Age{
		"": data.NotDue, "2026-11-22": data.NotDue, "2026-11-21": data.Days30, "2026-10-23": data.Days30, "2026-10-22": data.Days60, "2026-09-23": data.Days60,
		"2026-09-22": data.Days90, "2026-08-24": data.Days90, "2026-08-23": data.Older,
	} {
		if got := (data.Owed{Amount: data.Money{Minor: 1}, Due: due}).Age(today); got != want {
			t.Errorf("due %s is of age %d; want %d", due, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		sum := map[data.Currency]int64{}
		list := rapid.SliceOf(rapid.Custom(func(t *rapid.T) data.Receivable {
			c := rapid.SampledFrom([]data.Currency{"USD", "JPY", "KWD"}).Draw(t, "currency")
			return data.Receivable{CustomerID: rapid.Int64Range(1, 3).Draw(t, "customer"), Owed: data.Owed{
				Amount: data.Money{Minor: rapid.Int64Range(-5000, 5000).Draw(t, "amount"), Currency: c},
				Paid:   data.Money{Minor: rapid.Int64Range(-5000, 5000).Draw(t, "paid"), Currency: c},
				Due:    rapid.SampledFrom([]data.Date{"", "2026-08-01", "2026-10-30", "2027-01-01"}).Draw(t, "due"),
			}}
		})).Draw(t, "list")
		for _, r := range list {
			sum[r.Owed.Amount.Currency] += r.Owed.Open().Minor
		}
		for _, a := range data.AgedOf(list, today) {
			sum[a.Currency] -= a.Open().Minor
		}
		for c, left := range sum {
			if left != 0 {
				t.Errorf("%s: %d is lost among the ages", c, left)
			}
		}
	})
}
