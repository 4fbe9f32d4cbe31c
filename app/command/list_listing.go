package command

import (
	"fmt"
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// findingRow is something about a product's texts or pictures that should be mended.
type findingRow struct {
	SKU      string     `json:"sku"`
	Grade    data.Grade `json:"grade"`
	Market   string     `json:"market"` // "" for all
	Language string     `json:"language"`
	Field    string     `json:"field"`
	Key      string     `json:"key"`
	Reason   string     `json:"reason"`
}

// listingTable holds the listings of products against the markets' limits and the word lists, see
// [data.ListingRules.Check]: a row for each finding.
func (s *session) listingTable(st *store.Store, q store.Query) (*table, error) {
	rules, err := st.Markets.ListingRules(s.ctx)
	if err != nil {
		return nil, fmt.Errorf("list listing-check: %w", err)
	}
	found, err := paged(q, func(q store.Query) ([]data.Product, error) { return st.Products.Find(s.ctx, q) },
		func(p data.Product) string { return p.SKU })
	if err != nil {
		return nil, err
	}
	t := newTable("sku", "grade", "market", "language", "field", "reason")
	for _, p := range found {
		findings := rules.Check(p)
		if f, is := p.Unticked(); is {
			findings = append(findings, f)
		}
		for _, f := range findings {
			reason := s.sentence(data.Problem{Key: f.Key, Args: f.Args})
			r := findingRow{p.SKU, f.Grade, f.Market, f.Language, f.Field, f.Key, reason}
			t.add(r, r.SKU, string(r.Grade), r.Market, r.Language, r.Field, r.Reason)
		}
	}
	return t, nil
}

// tickListing keeps a person's word that what buyers see of a product was checked.
func (a *applying) tickListing(f fields) (outcome, error) {
	var problems data.Problems
	sku, person := required(f, "sku", &problems), f.text("person", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	p, err := a.st.Products.BySKU(a.ctx, sku)
	if err != nil {
		return outcome{}, notFound("sku", sku, err)
	}
	_, err = a.st.Products.Tick(a.ctx, p.ID, person)
	return outcome{Number: p.SKU, Result: "ticked"}, err
}

// keywordRow is a word of the keyword library.
type keywordRow struct {
	Language string    `json:"language"`
	Word     string    `json:"word"`
	Note     string    `json:"note"`
	Reviewed data.Date `json:"reviewed"`
	Due      bool      `json:"review_due"`
	Products int       `json:"products"` // that are found by it
}

// keywordTable lists the keyword library with how many products each word finds.
func (s *session) keywordTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Keyword, error) { return st.Keywords.Find(s.ctx, q) },
		func(k data.Keyword) string { return k.Language + " " + k.Word })
	if err != nil {
		return nil, fmt.Errorf("list keywords: %w", err)
	}
	today := data.DateOf(s.Now())
	t := newTable("language", "word", "products", "reviewed", "review_due", "note")
	for _, k := range found {
		n, _, err := st.Keywords.Used(s.ctx, k.Word, 1)
		if err != nil {
			return nil, fmt.Errorf("list keywords: %w", err)
		}
		r := keywordRow{k.Language, k.Word, k.Note, k.Reviewed, k.ReviewDue(today), n}
		t.add(r, r.Language, r.Word, strconv.Itoa(n), string(r.Reviewed), strconv.FormatBool(r.Due), r.Note)
	}
	return t, nil
}

// saveMarket creates or changes a marketplace. A shipped one that nobody changed yet begins with the shipped figures.
func (a *applying) saveMarket(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("market", &problems)
	code := keyText(given, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Markets.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	if shipped := data.DefaultMarkets(); !exists {
		if i := slices.IndexFunc(shipped, func(m data.Market) bool { return m.Code == code }); i >= 0 {
			before = shipped[i]
		}
	}
	return keepFilled(before, exists, given, "market", code, func(v data.Market) (data.Market, error) { return a.st.Markets.Save(a.ctx, v) })
}

// saveWordList writes the words of a topic in a language in the place of those before.
func (a *applying) saveWordList(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("list", &problems)
	topic, language := keyText(given, "topic", &problems), keyText(given, "language", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.WordLists.Of(a.ctx, data.WordTopic(topic), language))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists, given, "list", topic+" "+language, func(v data.WordList) (data.WordList, error) { return a.st.WordLists.Save(a.ctx, v) })
}

// saveKeyword creates or changes a word of the keyword library.
func (a *applying) saveKeyword(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("keyword", &problems)
	language, word := keyText(given, "language", &problems), keyText(given, "word", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Keywords.Of(a.ctx, language, word))
	if err != nil {
		return outcome{}, err
	}
	return keepFilled(before, exists, given, "keyword", word, func(v data.Keyword) (data.Keyword, error) { return a.st.Keywords.Save(a.ctx, v) })
}
