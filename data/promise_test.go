package data_test

import (
	"testing"

	"tradewind/data"

	"pgregory.net/rapid"
)

const monday data.Date = "2026-11-23"

func TestAPromiseRestsOnWhatIsThereAndWhatComes(t *testing.T) {
	coming := []data.Coming{
		{Date: "2026-12-01", Quantity: 100_000},
		{Date: "2026-12-20", Quantity: 50_500},
		{Date: "", Quantity: 900_000},           // nobody has said when
		{Date: "2026-11-01", Quantity: 7_000},   // overdue: not before tomorrow
		{Date: "2027-01-10", Quantity: 300_000}, // after the last promise
	}
	promised := []data.Promised{
		{Date: "2026-12-25", Quantity: 120_000}, {Date: "2026-11-02", Quantity: 3_000}, {Quantity: 2_000},
	}
	o := data.NewOutlook(monday, data.Shelf{OnHand: 20_000}, coming, promised)
	for day, want := range map[data.Date]data.Quantity{
		"2026-11-22": 0, monday: 15_000, "2026-11-24": 22_000, "2026-11-30": 22_000,
		"2026-12-01": 52_500, // 122 are there, but 120 of them and of the 50.5 to come are promised for the 25th
		"2026-12-20": 52_500, "2026-12-25": 52_500, "2027-01-10": 352_500,
	} {
		if got := o.Promisable(day); got != want {
			t.Errorf("%s: %s can be promised, want %s", day, got, want)
		}
	}
	for q, want := range map[data.Quantity]data.Date{0: monday, 15_000: monday, 15_001: "2026-11-24", 52_500: "2026-12-01", 52_501: "2027-01-10", 352_501: ""} {
		if got, ok := o.PromiseDate(q); got != want || ok != (want != "") {
			t.Errorf("%s can be promised for %q, want %q", q, got, want)
		}
	}
	if q := data.NewOutlook(monday, data.Shelf{OnHand: -5_000}, nil, nil).Promisable(monday); q != 0 {
		t.Errorf("of less than nothing %s can be promised", q)
	}
}

func TestAProposalSaysWhatItRestsOn(t *testing.T) {
	o := data.NewOutlook(monday, data.Shelf{OnHand: 5_000}, []data.Coming{{Date: "2026-12-01", Quantity: 5_000}}, nil)
	for _, tt := range []struct {
		q    data.Quantity
		lead int
		day  data.Date
		why  data.Basis
	}{
		{5_000, 10, monday, data.FromStock},
		{10_000, 10, "2026-12-01", data.FromIncoming},
		{10_001, 10, "2026-12-03", data.FromSupplier},
		{10_001, 0, "", data.FromNothing},
	} {
		if day, why := o.Propose(tt.q, tt.lead); day != tt.day || why != tt.why {
			t.Errorf("%s: %q %s, want %q %s", tt.q, day, why, tt.day, tt.why)
		}
	}
}

func TestLeadTimesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "by agreement": 0, "30 days": 30, "25天": 25, "4-6 weeks": 42, "3 to 4 Weeks after deposit": 28, "15": 15,
		"2个月": 60, "1 month": 30, "10 working days": 14, "7个工作日": 10, "15–20日": 20, "45至60天": 60, "99999": 9999,
	} {
		if got := data.LeadDays(text); got != want {
			t.Errorf("%q: %d days, want %d", text, got, want)
		}
	}
}

// ledger is the same question answered by hand: what is left on each of forty days.
type ledger [40]int64

func (l *ledger) add(from int, q int64) {
	for i := max(from, 0); i < len(l); i++ {
		l[i] += q
	}
}

// least is what may leave on a day without missing later.
func (l *ledger) least(day int) int64 {
	least := l[day]
	for _, q := range l[day:] {
		least = min(least, q)
	}
	return max(least, 0)
}

func TestNoPromiseTakesWhatAnotherNeeds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var by ledger
		free := rapid.Int64Range(-50, 200).Draw(rt, "free")
		by.add(0, free)
		var coming []data.Coming
		var promised []data.Promised
		for range rapid.IntRange(0, 8).Draw(rt, "coming") {
			day, q := rapid.IntRange(-5, 39).Draw(rt, "day"), rapid.Int64Range(1, 100).Draw(rt, "quantity")
			coming = append(coming, data.Coming{Date: monday.After(day), Quantity: data.Quantity(q)})
			if day < 0 {
				day = 1
			}
			by.add(day, q)
		}
		for range rapid.IntRange(0, 8).Draw(rt, "promised") {
			day, q := rapid.IntRange(-5, 39).Draw(rt, "day"), rapid.Int64Range(1, 100).Draw(rt, "quantity")
			promised = append(promised, data.Promised{Date: monday.After(day), Quantity: data.Quantity(q)})
			by.add(day, -q)
		}
		for range rapid.IntRange(1, 6).Draw(rt, "more") { // each promise is kept before the next is made
			o := data.NewOutlook(monday, data.Shelf{OnHand: data.Quantity(free)}, coming, promised)
			for day := range by {
				if got, want := o.Promisable(monday.After(day)), data.Quantity(by.least(day)); got != want {
					rt.Fatalf("day %d: %d can be promised, by hand %d", day, got, want)
				}
			}
			q := rapid.Int64Range(1, 150).Draw(rt, "wanted")
			first := -1
			for day := len(by) - 1; day >= 0 && by.least(day) >= q; day-- {
				first = day
			}
			day, ok := o.PromiseDate(data.Quantity(q))
			if ok != (first >= 0) || ok && day != monday.After(first) {
				rt.Fatalf("%d can be promised for %q, by hand on day %d", q, day, first)
			}
			if ok {
				promised = append(promised, data.Promised{Date: day, Quantity: data.Quantity(q)})
				by.add(first, -q)
			}
		}
	})
}
