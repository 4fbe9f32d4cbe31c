package data

// ParsePackageKind reads a Recommendation 21 code or an English or Chinese name of a package.
func ParsePackageKind(text string) (PackageKind, bool) { return PackageKind(text), false }

// Known reports whether k is a code of the table.
func (k PackageKind) Known() bool { return false }

// Name returns what one such package is called in lang ("en", "zh"); the code itself when it isn't known.
func (k PackageKind) Name(lang string) string { return string(k) }

// Plural returns what several of them are called in lang, as papers count them: "CARTONS", "纸箱".
func (k PackageKind) Plural(lang string) string { return string(k) }

// PackageKinds returns the kinds offered for choice, the usual ones first.
func PackageKinds() []PackageKind { return nil }
