package data

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"
)

// TicksNeeded is how many persons must have checked what buyers see of a product (DUTIES D3).
const TicksNeeded = 2

// Tick is a person's word that what buyers see of a product was checked. It holds for the very texts and pictures that were there.
type Tick struct {
	Person  string    `json:"person"`
	At      time.Time `json:"at"`      // UTC
	Version Hash      `json:"version"` // see [Product.ListingVersion]
}

// ListingVersion is a hash of what buyers and customs see of p: names, descriptions, texts per market, customs descriptions, and the
// pictures with their roles in their order. It changes when one of these does.
func (p Product) ListingVersion() Hash {
	type shown struct{ Hash, Role string }
	pictures := make([]shown, len(p.Pictures))
	for i, one := range p.Pictures {
		pictures[i] = shown{string(one.Hash), one.Role}
	}
	p.Tidy()
	all, err := json.Marshal([]any{p.Name, p.Description, p.Customs, p.CustomsParts, p.Listings, pictures})
	if err != nil {
		return "" // texts always can be written
	}
	sum := sha256.Sum256(all)
	return Hash(hex.EncodeToString(sum[:]))
}

// LiveTicks returns the ticks that hold for p as it is, and those that don't because something was changed since.
func (p Product) LiveTicks() (live, stale []Tick) {
	version := p.ListingVersion()
	for _, one := range p.Ticks {
		if one.Version == version {
			live = append(live, one)
		} else {
			stale = append(stale, one)
		}
	}
	return live, stale
}

// Tick adds a person's tick to p as it is; ticks that no longer hold go. Nobody gives both, upper and lower case and spaces aside,
// and no more than [TicksNeeded] are given: then it returns [Problems].
func (p *Product) Tick(person string, at time.Time) error {
	person = strings.Join(strings.Fields(person), " ")
	live, _ := p.LiveTicks()
	same := func(t Tick) bool { return strings.EqualFold(t.Person, person) }
	switch {
	case person == "":
		return Problems{{Field: "person", Key: "tick.problem.person"}}
	case slices.ContainsFunc(live, same):
		return Problems{{Field: "person", Key: "tick.problem.twice", Args: map[string]any{"Person": person}}}
	case len(live) >= TicksNeeded:
		return Problems{{Field: "person", Key: "tick.problem.enough", Args: map[string]any{"First": live[0].Person, "Second": live[1].Person}}}
	}
	p.Ticks = append(slices.Clip(live), Tick{Person: person, At: at, Version: p.ListingVersion()})
	return nil
}

// Unticked returns the finding that fewer persons than needed have checked p as it is; false when enough have, or when p has no text
// for any market.
func (p Product) Unticked() (Finding, bool) {
	live, stale := p.LiveTicks()
	if len(live) >= TicksNeeded || len(p.Listings) == 0 {
		return Finding{}, false
	}
	key := "tick.finding"
	if len(stale) > 0 && len(live) == 0 {
		key = "tick.finding.stale"
	}
	return Finding{Grade: Amber, Field: "listing_ticks", Key: key, Args: map[string]any{"Count": len(live), "Needed": TicksNeeded}}, true
}
