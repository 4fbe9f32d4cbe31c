package data

// PriceInput is what [Price] starts from; its JSON is DESIGN 4's.
type PriceInput struct{}

// PriceResult is what [Price] finds; its JSON is DESIGN 4's.
type PriceResult struct{}

// ParsePriceInput reads the JSON of a price question, refusing unknown fields as [Problems].
func ParsePriceInput(b []byte) (PriceInput, error) { return PriceInput{}, nil }

// Price builds the price per unit from cost to EXW … DDP, or back (STANDARDS 3.3).
func Price(in PriceInput) (PriceResult, error) { return PriceResult{}, nil }
