package data_test

import (
	"slices"
	"testing"

	"tradewind/data"
)

func TestSuggestedKeywordsAreTheFrequentWordsOfTitles(t *testing.T) {
	var c data.WordCounter
	for _, title := range []string{
		"Stainless steel bottle, 500 ml", "Stainless Steel bottle for travel", "stainless steel cup with lid", "Glass cup", "不锈钢保温杯，500ml", "不锈钢保温杯，礼盒",
	} {
		c.Add(title)
	}
	got := c.Top(10, []data.Keyword{{Word: "Glass"}})
	want := []data.WordCount{{Word: "Stainless steel", Titles: 3}, {Word: "cup", Titles: 2}, {Word: "steel bottle", Titles: 2}, {Word: "不锈钢保温杯", Titles: 2}}
	if !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if known := c.Top(1, []data.Keyword{{Word: "STAINLESS STEEL"}}); known[0].Word == "Stainless steel" {
		t.Error("suggests what is known")
	}
}

func TestAKeywordIsDueAWeekAfterItsReview(t *testing.T) {
	for reviewed, due := range map[data.Date]bool{"": true, "2026-11-16": true, "2026-11-17": false, "2026-11-23": false} {
		if got := (data.Keyword{Reviewed: reviewed}).ReviewDue("2026-11-23"); got != due {
			t.Errorf("reviewed %q: due %v", reviewed, got)
		}
	}
}

func TestUnitsOfMeasureAreNoKeywords(t *testing.T) {
	var c data.WordCounter
	for range 3 {
		c.Add("Vacuum flask, 500 ml")
		c.Add("Cutting board 35 cm, set of 3 pcs")
	}
	for _, w := range c.Top(20, nil) {
		if slices.Contains([]string{"ml", "cm", "pcs"}, w.Word) {
			t.Errorf("%q is suggested", w.Word)
		}
	}
}
