package data

// Level returns the counted stock level p states. Its VariantID is left to the caller.
func (p Patch) Level() (Level, Problems) { return Level{}, nil }

// Rate returns the exchange rate p states.
func (p Patch) Rate() (Rate, Problems) { return Rate{}, nil }
