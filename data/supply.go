package data

// Supply is what the lines of one order can be served from, as it is at one moment.
type Supply struct {
	Articles map[int64]ArticleSupply // by variant
	Lines    map[string]LineServed   // by the line's UUID
}

// ArticleSupply is what there is of one article.
type ArticleSupply struct {
	Kept     bool                // was received or counted once; of others nothing is known, and nothing is said
	Free     map[string]Quantity // by warehouse: what lies there and is reserved for nobody
	Outlook  Outlook             // without what this order itself is promised
	LeadDays int                 // the supplier's; 0: not known
}

// LineServed is what was done for a line already.
type LineServed struct {
	Reserved Quantity // in all warehouses
	Sent     Quantity
}

// LineSupply is how one line stands.
type LineSupply struct {
	LineServed
	Kept    bool
	Open    Quantity // neither sent nor reserved
	Left    Quantity // what can be promised of the article today once the lines before took theirs
	Here    Quantity // of it, free in the main warehouse: what can be reserved at once
	Ready   Quantity // of it, free anywhere and promised to no other order
	Claimed Quantity // of it, free but promised to other orders
	By      Date     // the first day for which all that is open can be promised
	Basis   Basis    // what that day rests on
}

// Short returns what of the open part isn't there.
func (l LineSupply) Short() Quantity { return l.Open - l.Ready }

// Broken names the pre-sales among lines that promise more by their day than will be there: beyond what can be promised
// by then, less what the lines before take, a promise must leave the supplier's lead time. Only the lines that asked
// picks are looked at, and only articles whose stock is kept.
func (s Supply) Broken(lines []OrderLine, asked func(i int) bool) Problems {
	var broken Problems
	taken := map[int64]Quantity{}
	for i, one := range s.Of(lines) {
		l, a := lines[i], s.Articles[lines[i].VariantID]
		before := taken[l.VariantID]
		taken[l.VariantID] += one.Open
		left := max(a.Outlook.Promisable(l.Promise)-before, 0)
		ordered := a.LeadDays > 0 && l.Promise >= a.Outlook.Today.After(a.LeadDays)
		if !l.PreSale || !one.Kept || one.Open <= left || ordered || !asked(i) {
			continue
		}
		p := Problem{Field: at("lines", i+1) + "promise_date", Key: "problem.promise", Args: map[string]any{
			"Line": i + 1, "SKU": l.SKU, "Date": string(l.Promise), "Left": left.String(),
		}}
		if one.By != "" {
			p.Key, p.Args["By"] = "problem.promise_by", string(one.By)
		}
		broken = append(broken, p)
	}
	return broken
}

// Of returns how each of an order's lines stands. Lines of the same article take from it one after the other.
func (s Supply) Of(lines []OrderLine) []LineSupply {
	list := make([]LineSupply, len(lines))
	taken := map[int64]Quantity{}
	for i, l := range lines {
		a := s.Articles[l.VariantID]
		one := LineSupply{LineServed: s.Lines[l.UUID], Kept: a.Kept}
		if l.UUID == "" { // as new lines
			one.LineServed = LineServed{}
		}
		one.Open = max(l.Quantity-one.Sent-one.Reserved, 0)
		before := taken[l.VariantID]
		taken[l.VariantID] += one.Open
		rest := func(q Quantity) Quantity { return min(max(q-before, 0), one.Open) }
		var free Quantity
		for _, q := range a.Free {
			free += max(q, 0)
		}
		one.Left = max(a.Outlook.Promisable(a.Outlook.Today)-before, 0)
		one.Here = rest(a.Free[""])
		one.Ready = rest(a.Outlook.Promisable(a.Outlook.Today))
		one.Claimed = max(rest(free)-one.Ready, 0)
		one.By, one.Basis = a.Outlook.Propose(before+one.Open, a.LeadDays)
		list[i] = one
	}
	return list
}
