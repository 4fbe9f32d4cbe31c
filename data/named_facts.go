package data

import (
	"regexp"
	"slices"
	"strings"
)

// Texts of clauses and mails name facts between double braces: {{place}}.
var inBraces = regexp.MustCompile(`\{\{\s*([^{}]*?)\s*\}\}`)

// FactsNamed lists the facts that a text names between double braces, each once.
func FactsNamed(text string) (names []string) {
	for _, m := range inBraces.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(names, m[1]) {
			names = append(names, m[1])
		}
	}
	return names
}

// FillFacts puts facts in the places where a text names them.
func FillFacts(text string, fact func(name string) string) string {
	return inBraces.ReplaceAllStringFunc(text, func(named string) string { return fact(inBraces.FindStringSubmatch(named)[1]) })
}

// Braced writes facts as texts name them, for those who write one.
func Braced(names []string) string { return "{{" + strings.Join(names, "}}, {{") + "}}" }

// unknownFacts refuses facts that a text of a field names and that aren't known.
func unknownFacts(field, text string, known []string) (wrong Problems) {
	for _, name := range FactsNamed(text) {
		if !slices.Contains(known, name) {
			wrong = append(wrong, Problem{Field: field, Key: "problem.unknown_fact", Args: map[string]any{"Value": name, "Values": inWords(known)}})
		}
	}
	return wrong
}
