package data

import (
	"slices"
	"strings"
)

// Market is a marketplace with what it lets a listing say. A limit of 0 is none. The figures are the market's own and
// change without notice: Source and Date say where and when they were read, Unsure that nobody confirmed them.
type Market struct {
	Record
	Code           string `json:"code"`
	Name           Texts  `json:"names"`
	TitleLimit     int64  `json:"title_limit,omitzero"` // characters, spaces included
	TitleShown     int64  `json:"title_shown,omitzero"` // characters that buyers see in a list before the title is cut
	Points         int64  `json:"points,omitzero"`      // how many selling points
	PointLimit     int64  `json:"point_limit,omitzero"` // characters of each
	TextLimit      int64  `json:"text_limit,omitzero"`  // characters of the description, all modules together
	Keywords       int64  `json:"keywords,omitzero"`    // how many
	KeywordBytes   int64  `json:"keyword_bytes,omitzero"`
	Pictures       int64  `json:"pictures,omitzero"` // at most
	PictureEdge    int64  `json:"picture_edge,omitzero"`
	PictureBytes   int64  `json:"picture_bytes,omitzero"`
	BannedInTitles string `json:"banned_in_titles,omitzero"` // characters
	WordTwice      int64  `json:"word_times,omitzero"`       // how often a word may stand in a title
	Source         string `json:"source,omitzero"`
	Date           Date   `json:"date,omitzero"`
	Unsure         bool   `json:"unsure,omitzero"`

	Showcase ShowcaseRules `json:"showcase,omitzero"`

	// Languages are those that every live product should have a text in here; none: the market is used for some only.
	Languages []string `json:"languages,omitempty"`
}

// DefaultMarkets returns the markets as the program ships them; what the merchant saves under a code takes its place.
func DefaultMarkets() []Market {
	return []Market{
		{
			Code: "alibaba", Name: Texts{"en": "Alibaba.com", "zh": "阿里巴巴国际站"}, TitleLimit: 128, Keywords: 3, Pictures: 6, PictureBytes: 5_000_000,
			Source: "Alibaba.com product posting form", Date: "2026-11-23", Unsure: true,
			Showcase: ShowcaseRules{Places: 10, Source: "what an ordinary membership is known to have; others have more", Date: "2026-11-23", Unsure: true},
		},
		{
			Code: "amazon", Name: Texts{"en": "Amazon", "zh": "亚马逊"}, TitleLimit: 200, TitleShown: 80, Points: 5, PointLimit: 500, TextLimit: 2000,
			KeywordBytes: 249, Pictures: 9, PictureEdge: 1000, BannedInTitles: "!$?_{}^¬¦", WordTwice: 2,
			Source: "Amazon Seller Central, Product title requirements and guidelines", Date: "2026-11-23",
		},
		{
			Code: "ebay", Name: Texts{"en": "eBay", "zh": "eBay"}, TitleLimit: 80, Pictures: 24, PictureEdge: 500, PictureBytes: 12_000_000,
			Source: "eBay Picture policy; developer.ebay.com, Pictures in Listings", Date: "2026-11-23",
		},
		{
			Code: "own", Name: Texts{"en": "Own site", "zh": "独立站"}, TitleLimit: 70, TitleShown: 60, TextLimit: 5000,
			Source: "what search engines show of a title; own choice", Date: "2026-11-23", Unsure: true,
			Showcase: ShowcaseRules{Places: 8, Source: "own choice: what a first page has room for", Date: "2026-11-23", Unsure: true},
		},
	}
}

// MarketsWith returns the shipped markets with what was saved in their place, and the merchant's own ones after them.
// An archived one is left out. A saved one that says nothing of its showcase has the shipped one's.
func MarketsWith(saved []Market) []Market {
	list := DefaultMarkets()
	for _, m := range saved {
		if i := slices.IndexFunc(list, func(d Market) bool { return d.Code == m.Code }); i >= 0 {
			if shipped := list[i].Showcase; m.Showcase == (ShowcaseRules{}) {
				m.Showcase = shipped
			}
			list[i] = m
		} else {
			list = append(list, m)
		}
	}
	return slices.DeleteFunc(list, func(m Market) bool { return m.Archived })
}

// Validate reports what keeps m from being saved.
func (m Market) Validate() error {
	var c check
	c.required("code", m.Code)
	c.when(strings.ContainsFunc(m.Code, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '-' }), "code", "problem.market_code")
	for field, limit := range map[string]int64{
		"title_limit": m.TitleLimit, "title_shown": m.TitleShown, "points": m.Points, "point_limit": m.PointLimit, "text_limit": m.TextLimit,
		"keywords": m.Keywords, "keyword_bytes": m.KeywordBytes, "pictures": m.Pictures, "picture_edge": m.PictureEdge,
		"picture_bytes": m.PictureBytes, "word_times": m.WordTwice,
	} {
		c.when(limit < 0, field, "problem.negative")
	}
	c.date("date", m.Date)
	c.showcase(m.Showcase)
	return c.problems.Err()
}
