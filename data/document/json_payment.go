package document

import "tradewind/data"

// paymentJSON adds the instalments, and how the paper says them in each of its languages.
func (p Paper) paymentJSON(t *jsonTerms, s *speech) {
	if len(p.PaymentPlan) > 0 {
		t.PaymentSaid = s.inEach(p.saidTerms)
	}
	for _, i := range p.PaymentPlan {
		due := jsonDue{Method: i.Method, Trigger: i.Trigger, Days: i.Days}
		switch {
		case i.Minor != 0:
			due.Amount = data.Money{Minor: i.Minor, Currency: p.Currency}.String()
		case i.Share != 0:
			due.Share = i.Share.String()
		}
		t.PaymentPlan = append(t.PaymentPlan, due)
	}
	for n, i := range p.Instalments {
		j := jsonInstalment{Terms: i.Terms, Amount: i.Amount.String()}
		if i.Part != (data.Instalment{}) {
			j.AllTerms = s.inEach(func(w Words) string { return saidInstalment(i.Part, n, len(p.Instalments), p.Currency, w) })
		}
		t.Instalments = append(t.Instalments, j)
	}
}

// inEach returns what each language of the paper says, by its tag.
func (s *speech) inEach(in func(Words) string) map[string]string {
	all := make(map[string]string, len(s.words))
	for _, w := range s.words {
		all[w.Lang] = in(w)
	}
	return all
}
