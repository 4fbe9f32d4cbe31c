package data_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tradewind/data"
)

func codes(list []data.Clause) string {
	var all []string
	for _, c := range list {
		all = append(all, c.Code)
	}
	return strings.Join(all, " ")
}

func TestShippedClausesAreWholeInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range data.ShippedClauses() {
		if err := c.Validate(); err != nil || seen[c.Code] {
			t.Errorf("%s: %v, twice %v", c.Code, err, seen[c.Code])
		}
		seen[c.Code] = true
		for _, lang := range []string{"en", "zh"} {
			if c.Titles[lang] == "" || c.Text[lang] == "" {
				t.Errorf("%s lacks %s", c.Code, lang)
			}
		}
		if !slices.Equal(data.FactsNamed(c.Text["en"]), data.FactsNamed(c.Text["zh"])) {
			t.Errorf("%s names %v in English and %v in Chinese", c.Code, data.FactsNamed(c.Text["en"]), data.FactsNamed(c.Text["zh"]))
		}
	}
}

func TestClausesFollowTheTermsUnlessTheOrderSaysOtherwise(t *testing.T) {
	library := data.ShippedClauses()
	o := data.Order{Incoterm: data.Incoterm{Rule: "CIF"}}
	got := codes(data.ClausesOf(o, "30% deposit, 70% before shipment", library))
	if !strings.Contains(got, "insurance-seller") || strings.Contains(got, "insurance-each") || strings.Contains(got, "credit") || strings.Contains(got, "title") {
		t.Errorf("CIF by transfer: %s", got)
	}
	o.Incoterm.Rule = "FOB"
	got = codes(data.ClausesOf(o, "100% L/C at sight", library))
	if strings.Contains(got, "insurance-seller") || !strings.Contains(got, "insurance-each") || !strings.Contains(got, "credit") {
		t.Errorf("FOB by L/C: %s", got)
	}
	o.Clauses = data.ClauseChoice{Without: []string{"parts"}, With: []string{"title"}, Own: []data.OwnClause{
		{Code: "packing", Text: data.Texts{"en": "In wooden cases."}}, {Titles: data.Texts{"en": "Colours"}, Text: data.Texts{"en": "As agreed."}},
	}}
	list := data.ClausesOf(o, "", library)
	got = codes(list)
	if strings.Contains(got, "parts") || !strings.Contains(got, "title") || list[len(list)-1].Titles["en"] != "Colours" {
		t.Errorf("chosen: %s", got)
	}
	for _, c := range list {
		if c.Code == "packing" && (c.Text["en"] != "In wooden cases." || c.Titles["zh"] != "包装") {
			t.Errorf("packing reads %v", c)
		}
	}
}

func TestAClauseThatNamesAFactThereIsntIsRefused(t *testing.T) {
	var wrong data.Problems
	err := data.Clause{Code: "x", Text: data.Texts{"en": "{{colour}} and {{ place }}"}}.Validate()
	if !errors.As(err, &wrong) || len(wrong) != 1 || wrong[0].Field != "texts.en" || wrong[0].Args["Value"] != "colour" {
		t.Errorf("got %v", err)
	}
	o := data.Order{No: "1", Customer: "X", Currency: "USD", Clauses: data.ClauseChoice{Own: []data.OwnClause{{}}}}
	if err := o.Validate(); !errors.As(err, &wrong) || wrong[0].Field != "clauses.own.1.texts" {
		t.Errorf("an own clause without a text: %v", err)
	}
}

func TestSavedClausesStandInThePlaceOfShippedOnes(t *testing.T) {
	list := data.ClausesWith([]data.Clause{
		{Code: "quality", When: data.ClauseAlways, Text: data.Texts{"en": "Good."}},
		{Code: "parts", Record: data.Record{Archived: true}},
		{Code: "first", Position: 5, Text: data.Texts{"en": "First."}},
	})
	got := codes(list)
	if !strings.HasPrefix(got, "first quality tolerance") || strings.Contains(got, "parts") || list[1].Text["en"] != "Good." {
		t.Errorf("got %s", got)
	}
}
