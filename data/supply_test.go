package data_test

import (
	"testing"

	"tradewind/data"
)

func TestLinesOfOneArticleTakeFromItOneAfterTheOther(t *testing.T) {
	coming := []data.Coming{{Date: "2026-12-10", Quantity: 40_000}}
	others := []data.Promised{{Date: "2026-12-05", Quantity: 10_000}}
	s := data.Supply{
		Articles: map[int64]data.ArticleSupply{1: {
			Kept: true, Free: map[string]data.Quantity{"": 30_000, "RTM": 20_000}, LeadDays: 30,
			Outlook: data.NewOutlook(monday, data.Shelf{OnHand: 50_000}, coming, others),
		}},
		Lines: map[string]data.LineServed{"a": {Reserved: 5_000, Sent: 5_000}},
	}
	line := func(uuid string, q data.Quantity) data.OrderLine {
		return data.OrderLine{VariantID: 1, UUID: uuid, Quantity: q}
	}
	got := s.Of([]data.OrderLine{line("a", 30_000), line("", 25_000), line("c", 10_000), line("d", 60_000), {VariantID: 2, Quantity: 5_000}})
	for i, want := range []data.LineSupply{
		{LineServed: data.LineServed{Reserved: 5_000, Sent: 5_000}, Kept: true, Open: 20_000, Left: 40_000, Here: 20_000, Ready: 20_000, By: monday, Basis: data.FromStock},
		{Kept: true, Open: 25_000, Left: 20_000, Here: 10_000, Ready: 20_000, Claimed: 5_000, By: "2026-12-10", Basis: data.FromIncoming}, // 10 at home, 20 in Rotterdam, 10 of them promised
		{Kept: true, Open: 10_000, Claimed: 5_000, By: "2026-12-10", Basis: data.FromIncoming},
		{Kept: true, Open: 60_000, By: "2026-12-23", Basis: data.FromSupplier},
		{Open: 5_000, Basis: data.FromNothing},
	} {
		if got[i] != want {
			t.Errorf("line %d: %+v\nwant %+v", i+1, got[i], want)
		}
	}
	if short := got[1].Short(); short != 5_000 {
		t.Errorf("short of %s", short)
	}
}
