package data

// Listing is what one market shows of a product in one language.
type Listing struct {
	Market   string   `json:"market"`   // one of [Markets], or the merchant's own word
	Language string   `json:"language"` // BCP 47
	Title    string   `json:"title,omitzero"`
	Points   []string `json:"points,omitempty"`  // selling points, in order
	Modules  []Module `json:"modules,omitempty"` // of the description, in order
	Keywords []string `json:"keywords,omitempty"`
}

// Module is one part of a listing's description.
type Module struct {
	Kind string `json:"kind"` // one of [Modules], or the merchant's own heading
	Text string `json:"text"`
}

// Markets returns the markets that are offered; others may be typed.
func Markets() []string { return []string{"alibaba", "amazon", "ebay", "own"} }

// Modules returns the usual parts of a description in their order; others may be typed.
func Modules() []string { return []string{"parameters", "use", "material", "packing"} }

// Listing returns the text of a market and language, and whether there is one.
func (p Product) Listing(market, language string) (Listing, bool) {
	for _, l := range p.Listings {
		if l.Market == market && l.Language == language {
			return l, true
		}
	}
	return Listing{Market: market, Language: language}, false
}

// listings looks at the texts per market: each market and language stands once.
func (c *check) listings(list []Listing) {
	type place struct{ market, language string }
	seen := make(map[place]int, len(list))
	for i, l := range list {
		c.prefix = at("listings", i+1)
		c.required("market", l.Market)
		c.required("language", l.Language)
		if other, twice := seen[place{l.Market, l.Language}]; twice {
			c.add("language", "problem.duplicate", "Other", other)
		}
		seen[place{l.Market, l.Language}] = i + 1
		for j, m := range l.Modules {
			c.required(at("modules", j+1)+"kind", m.Kind)
		}
	}
	c.prefix = ""
}
