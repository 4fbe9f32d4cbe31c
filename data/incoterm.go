package data

import (
	"regexp"
	"slices"
	"strings"
)

// Edition is the edition of Incoterms that new terms belong to.
const Edition = "2020"

// incotermRule is one rule of Incoterms 2020 and what its named place is.
type incotermRule struct {
	rule    string
	seaOnly bool
	place   PlaceMeaning
	instead string // the rule for goods in containers or on other transport (STANDARDS 3.1)
}

// PlaceMeaning says what the named place of a term is.
type PlaceMeaning string

// What a named place can be. For the C rules it is where the seller's carriage ends, not where risk passes.
const (
	PlaceOfPickup     PlaceMeaning = "pickup"
	PlaceOfHandover   PlaceMeaning = "handover"
	PortOfShipment    PlaceMeaning = "port_of_shipment"
	PortOfDestination PlaceMeaning = "port_of_destination"
	DestinationPlace  PlaceMeaning = "destination"
)

// incoterms holds the eleven rules, those for any mode first, as the ICC lists them.
var incoterms = []incotermRule{
	{"EXW", false, PlaceOfPickup, ""},
	{"FCA", false, PlaceOfHandover, ""},
	{"CPT", false, DestinationPlace, ""},
	{"CIP", false, DestinationPlace, ""},
	{"DAP", false, DestinationPlace, ""},
	{"DPU", false, DestinationPlace, ""},
	{"DDP", false, DestinationPlace, ""},
	{"FAS", true, PortOfShipment, "FCA"},
	{"FOB", true, PortOfShipment, "FCA"},
	{"CFR", true, PortOfDestination, "CPT"},
	{"CIF", true, PortOfDestination, "CIP"},
}

// oldIncoterms maps rules of older editions and trade slang to the rule of 2020 that says nearly the same.
var oldIncoterms = map[string]string{
	"DAT": "DPU", "DDU": "DAP", "DAF": "DAP", "DES": "DAP", "DEQ": "DPU", "C&F": "CFR", "CNF": "CFR", "CANDF": "CFR", "C+F": "CFR",
	"FOT": "FCA", "FOR": "FCA", "离岸价": "FOB", "到岸价": "CIF", "成本加运费": "CFR", "工厂交货": "EXW", "出厂价": "EXW",
}

// editionRules holds the rules that only older editions have.
var editionRules = map[string]string{"2010": "DAT", "2000": "DAF DES DEQ DDU"}

// Incoterms returns the rules of Incoterms 2020 in the order of the ICC.
func Incoterms() []string {
	rules := make([]string, len(incoterms))
	for i, r := range incoterms {
		rules[i] = r.rule
	}
	return rules
}

// findIncoterm returns the rule of 2020 called name.
func findIncoterm(name string) (incotermRule, bool) {
	i := slices.IndexFunc(incoterms, func(r incotermRule) bool { return r.rule == name })
	if i < 0 {
		return incotermRule{}, false
	}
	return incoterms[i], true
}

// incotermEdition finds the edition people write behind a place: "Incoterms® 2020", "(INCOTERMS 2010)".
var incotermEdition = regexp.MustCompile(`(?i)[\s,(]*incoterms?\s*(®|\(r\))?[\s:,]*(\d{4})?\s*\)?`)

// ParseIncoterm reads a rule and a named place as a file has them; the rule's cell may hold the place too ("FOB
// Ningbo, Incoterms 2020"). Rules of older editions and slang (DAT, DDU, C&F) become their successor, which warnings
// says. What isn't a rule is refused as [Problems] of the field "incoterm". Nothing at all is no term.
func ParseIncoterm(rule, place string) (t Incoterm, warnings Problems, err error) {
	text := strings.TrimSpace(incotermEdition.ReplaceAllString(rule, " "))
	place = strings.TrimSpace(incotermEdition.ReplaceAllString(place, ""))
	if text == "" {
		return Incoterm{Place: place}, nil, nil
	}
	word, rest := text, ""
	if i := strings.IndexAny(text, " \t,-/"); i > 0 {
		word, rest = text[:i], strings.Trim(text[i:], " \t,-/")
	}
	name := strings.ToUpper(strings.TrimRight(word, ".:"))
	if place == "" {
		place = rest
	}
	if successor, ok := oldIncoterms[name]; ok {
		warnings = Problems{{Field: "incoterm", Key: "problem.term_old", Args: map[string]any{"Rule": name, "Instead": successor}}}
		name = successor
	}
	if _, ok := findIncoterm(name); !ok {
		return Incoterm{}, nil, Problems{{Field: "incoterm", Key: "problem.unknown_term", Args: map[string]any{"Value": rule}}}
	}
	return Incoterm{Rule: name, Place: place, Edition: Edition}, warnings, nil
}

// String returns the term as papers print it: "FOB Ningbo, Incoterms 2020"; "" when there is none.
func (t Incoterm) String() string {
	if t.Rule == "" {
		return t.Place
	}
	edition := t.Edition
	if edition == "" {
		edition = Edition
	}
	return join(" ", t.Rule, t.Place) + ", Incoterms " + edition
}

// Known reports whether t's rule is one of its edition; "" is 2020.
func (t Incoterm) Known() bool {
	if _, ok := findIncoterm(t.Rule); ok {
		return t.Rule != "DPU" || t.Edition == "" || t.Edition >= Edition
	}
	return slices.Contains(strings.Fields(editionRules[t.Edition]), t.Rule)
}

// Validate reports what makes t unusable on an issued paper: an unknown rule, no named place, or a rule for ships
// beside another mode of transport (STANDARDS 3.1). No term at all is for the paper to ask for, not a problem here.
func (t Incoterm) Validate(mode Mode) Problems {
	var p Problems
	if t.Rule == "" {
		return nil
	}
	if !t.Known() {
		return append(p, Problem{Field: "incoterm", Key: "problem.unknown_term", Args: map[string]any{"Value": t.Rule}})
	}
	if t.Place == "" {
		p = append(p, Problem{Field: "place", Key: "problem.term_place", Args: map[string]any{"Rule": t.Rule}})
	}
	if r, _ := findIncoterm(t.Rule); r.seaOnly && mode != "" && mode != Sea {
		p = append(p, Problem{Field: "incoterm", Key: "problem.term_sea", Args: map[string]any{"Rule": t.Rule, "Instead": r.instead}})
	}
	return p
}

// Warnings reports what should be looked at: a rule for ships although containers are handed over at a terminal, a
// rule that is no longer current, and EXW, under which a foreign buyer would have to export from China.
func (t Incoterm) Warnings(containers bool) Problems {
	r, current := findIncoterm(t.Rule)
	switch {
	case t.Rule != "" && !current && t.Known():
		return Problems{{Field: "incoterm", Key: "problem.term_old", Args: map[string]any{"Rule": t.Rule, "Instead": oldIncoterms[t.Rule]}}}
	case r.seaOnly && containers && t.Rule != "FAS":
		return Problems{{Field: "incoterm", Key: "problem.term_container", Args: map[string]any{"Rule": t.Rule, "Instead": r.instead}}}
	case t.Rule == "EXW":
		return Problems{{Field: "incoterm", Key: "problem.term_exw"}}
	}
	return nil
}

// Means says what the named place is under t's rule; "" when the rule isn't one of 2020.
func (t Incoterm) Means() PlaceMeaning { r, _ := findIncoterm(t.Rule); return r.place }

// CustomsDeal returns the code of the term on a Chinese export declaration (成交方式, STANDARDS 3.4): 1 CIF, 2 C&F, 3
// FOB, 7 EXW; "" when the rule isn't known.
func (t Incoterm) CustomsDeal() string {
	switch t.Rule {
	case "EXW":
		return "7"
	case "FCA", "FAS", "FOB":
		return "3"
	case "CFR", "CPT":
		return "2"
	case "CIF", "CIP", "DAP", "DPU", "DDP", "DAT", "DDU":
		return "1"
	}
	return ""
}
