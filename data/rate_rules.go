package data

// RateRules are the company's habits with foreign money (DUTIES D19).
type RateRules struct {
	Move   Percent      `json:"move_percent,omitzero"` // a rate that moved so much since a quotation is named; 5 % when 0
	Settle []SettleTerm `json:"settlement,omitempty"`
}

// SettleTerm is how money of one currency becomes the company's own.
type SettleTerm struct {
	Currency Currency     `json:"currency"`
	Days     int64        `json:"days,omitzero"` // it is changed within so many days of its receipt; 0: no such rule
	Rate     ExchangeRate `json:"rate,omitzero"` // the fixed rate it is counted at, the company's currency for 1 unit; 0: none
}

// Moves returns the move of a rate from which on it is named.
func (r RateRules) Moves() Percent {
	if r.Move <= 0 {
		return Hundred / 20
	}
	return r.Move
}

// Of returns the term of a currency; its zero value when there is none.
func (r RateRules) Of(c Currency) SettleTerm {
	for _, t := range r.Settle {
		if t.Currency == c {
			return t
		}
	}
	return SettleTerm{Currency: c}
}

// rating reports what is wrong with the rules of a company whose currency is home.
func (c *check) rating(r RateRules, home Currency) {
	c.prefix = "rates."
	c.when(r.Move < 0, "move_percent", "problem.negative")
	seen := map[Currency]int{}
	for i, t := range r.Settle {
		c.prefix = at("rates.settlement", i+1)
		c.required("currency", string(t.Currency))
		c.currency("currency", t.Currency)
		c.when(t.Currency == home, "currency", "money.problem.settle_home", "Currency", string(home))
		if other, twice := seen[t.Currency]; twice {
			c.add("currency", "problem.duplicate", "Other", other)
		}
		seen[t.Currency] = i + 1
		c.when(t.Days < 0, "days", "problem.not_days")
		c.when(t.Rate < 0, "rate", "problem.negative")
		c.when(t.Days == 0 && t.Rate == 0, "days", "money.problem.settle_nothing")
	}
	c.prefix = ""
}

// Settlement is the day on which the bank changed a payment into the company's currency, and at which rate. It takes the place of the
// rate that the payment was booked with.
type Settlement struct {
	Record
	PaymentID int64        `json:"-"`
	PaymentNo string       `json:"payment_no"`
	Date      Date         `json:"date"`
	Rate      ExchangeRate `json:"rate"` // the company's currency for 1 unit of the payment's
}

// Validate reports the fields of s that break a rule, as [Problems].
func (s Settlement) Validate() error {
	var c check
	c.when(s.PaymentID == 0, "number", "problem.required")
	c.date("date", s.Date)
	c.when(s.Date == "", "date", "problem.required")
	c.when(s.Rate <= 0, "rate", "problem.not_positive")
	return c.problems.Err()
}

// Unsettled is money that was received and should be the company's own currency by now.
type Unsettled struct {
	Payment Payment
	Due     Date // the day by which it had to be changed
}

// RateMove is an open quotation whose currency moved by the company's limit or more since it was made.
type RateMove struct {
	OrderNo  string       `json:"order_no"`
	Customer string       `json:"customer"`
	Currency Currency     `json:"currency"`
	Since    Date         `json:"since"` // the day of the rate it was made with
	Then     ExchangeRate `json:"then"`  // its own fixed rate, else that of the day, in the company's currency
	Now      ExchangeRate `json:"now"`
	On       Date         `json:"on"` // the day of the rate now
	Move     Percent      `json:"move_percent"`
}
