package data

// Incoterm is a delivery term: the rule, the named place and the edition (STANDARDS 3).
type Incoterm struct {
	Rule    string `json:"rule"`    // "FOB"
	Place   string `json:"place"`   // "Ningbo"
	Edition string `json:"edition"` // "2020"
}

// IsZero reports whether no rule is set.
func (t Incoterm) IsZero() bool { return t.Rule == "" && t.Place == "" }

// Unit is the unit of a quantity as papers print it: "PCS", "SETS", "ROLLS". Its UN/ECE Recommendation 20 code is
// looked up apart (STANDARDS 5.3), and is "" where none fits.
type Unit string

// PackageKind is a UN/ECE Recommendation 21 code such as "CT" (carton).
type PackageKind string
