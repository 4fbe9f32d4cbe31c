package command

import (
	"tradewind/data"
)

// saveElements creates or changes the list of declaration elements of an HS code. "archived": true takes it out of use.
func (a *applying) saveElements(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("elements", &problems)
	code := keyText(given, "code", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.Elements.ByCode(a.ctx, code))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if problems = fill(&after, given); len(problems) > 0 {
		return outcome{}, within("elements", problems)
	}
	_, result, err := save(before, after, !exists, func(v data.ElementList) (data.ElementList, error) { return a.st.Elements.Save(a.ctx, v) })
	return outcome{Number: code, Result: result}, under("elements", err)
}

// saveCertificateRule creates or changes what a market asks for. A rule is found by its kind, market and category.
func (a *applying) saveCertificateRule(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("rule", &problems)
	kind, market := keyText(given, "kind", &problems), keyText(given, "market", &problems)
	category, _ := plainText(given["category"])
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, exists, err := found(a.st.CertificateRules.Of(a.ctx, kind, market, category))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if problems = fill(&after, given); len(problems) > 0 {
		return outcome{}, within("rule", problems)
	}
	_, result, err := save(before, after, !exists, func(v data.CertificateRule) (data.CertificateRule, error) {
		return a.st.CertificateRules.Save(a.ctx, v)
	})
	return outcome{Number: kind + " " + market, Result: result}, under("rule", err)
}
