package data

// PackInput is what [Pack] starts from; its JSON is DESIGN 4's.
type PackInput struct{}

// PackResult is what [Pack] finds; its JSON is DESIGN 4's.
type PackResult struct{}

// ParsePackInput reads the JSON of a packing question, refusing unknown fields as [Problems].
func ParsePackInput(b []byte) (PackInput, error) { return PackInput{}, nil }

// Pack works out cartons, weights, volume, chargeable weight and container fit (STANDARDS 4).
func Pack(in PackInput) (PackResult, error) { return PackResult{}, nil }
