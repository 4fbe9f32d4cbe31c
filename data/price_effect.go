package data

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Effect is what a change of 1 % does to a price that was worked out, and to the margin if the price stays.
type Effect struct {
	Of     string `json:"of"`               // "rate": 1 % less own currency for 1 unit; "freight": 1 % dearer
	Term   string `json:"term"`             // of the price
	Price  string `json:"price"`            // what it must become, 4 decimals
	Change string `json:"change"`           // by which it moves, 4 decimals
	Margin string `json:"margin,omitempty"` // that is left if it stays, a share with 6 decimals
}

// effectTerm is the price that effects are told of: the one asked for, else one that has freight in it.
func (p *pricing) effectTerm() string {
	switch {
	case p.in.Term != "":
		return p.in.Term
	case p.in.Target.Term != "":
		return p.in.Target.Term
	case p.in.From.Term != "":
		return p.in.From.Term
	case p.insured.Sign() > 0:
		return "CIF"
	case p.freight.Sign() > 0:
		return "CFR"
	}
	return "FOB"
}

// effects tells what 1 % does. It needs the costs: from a known price alone nothing follows.
func (p *pricing) effects() []Effect {
	if p.perCost == nil || p.in.PurchasePrice == nil {
		return nil
	}
	rate, freight := p.in, p.in
	rate.Fx = rate.Fx.Mul(decimal.New(99, -2))
	list := []Effect{p.effect("rate", rate)}
	if p.freight.Sign() > 0 {
		freight.Carriage = nil
		list = append(list, p.dearer("freight", freight, times(p.freight, big.NewRat(101, 100))))
	}
	return list
}

// effect compares with another input.
func (p *pricing) effect(of string, in PriceInput) Effect {
	then, _ := newPricing(in)
	return p.against(of, in, then)
}

// dearer compares with another freight of a unit.
func (p *pricing) dearer(of string, in PriceInput, freight *big.Rat) Effect {
	then, _ := newPricing(in)
	then.freight = freight
	d, err := decimal.NewFromString(freight.FloatString(12))
	if err == nil {
		in.Freight = d
	}
	return p.against(of, in, then)
}

func (p *pricing) against(of string, in PriceInput, then *pricing) Effect {
	term := p.effectTerm()
	now := p.price(term, p.base)
	then.base = then.baseOf(exactly(*in.PurchasePrice))
	price := then.price(term, then.base)
	e := Effect{Of: of, Term: term, Price: rounded(price, 4), Change: rounded(less(price, now), 4)}
	if p.in.CostWay != Manufactured || p.in.Margin != nil {
		in.From, in.Target, in.Markup = KnownPrice{}, KnownPrice{}, nil
		e.Margin = marginAt(in, term, now).StringFixed(6)
	}
	return e
}
