package data

import (
	"regexp"
	"strings"
)

// Every Valid… function here tells whether a number has the right shape and check digit, whatever its case, spaces and
// hyphens. A right check digit doesn't mean that the number was ever given out, so a wrong one is a warning.

// between is what people write between the signs of a number.
var between = strings.NewReplacer(" ", "", "-", "", "\u00a0", "")

// number takes the spaces and hyphens out of s and turns it to capitals.
func number(s string) string { return strings.ToUpper(between.Replace(s)) }

// digitsOnly reports whether s is made of ASCII digits, at least one.
func digitsOnly(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// GTINCheckDigit returns the last digit of a GTIN or SSCC whose other digits are base: from the right they weigh 3, 1,
// 3, 1 … and the check digit brings the sum to a multiple of ten (GS1, STANDARDS 5.8). base must be digits.
func GTINCheckDigit(base string) byte {
	sum := 0
	for i := range len(base) {
		weight := 1 + 2*(i%2^1)
		sum += weight * int(base[len(base)-1-i]-'0')
	}
	return byte('0' + (10-sum%10)%10)
}

// validGS1 reports whether s is digits of one of the lengths with a right check digit, and not all zeros.
func validGS1(s string, lengths ...int) bool {
	s = number(s)
	for _, n := range lengths {
		if len(s) == n {
			return digitsOnly(s) && strings.Trim(s, "0") != "" && GTINCheckDigit(s[:n-1]) == s[n-1]
		}
	}
	return false
}

// ValidGTIN reports whether s is a GTIN of 8, 12, 13 or 14 digits (GS1).
func ValidGTIN(s string) bool { return validGS1(s, 8, 12, 13, 14) }

// GTINDoubt returns the key of what looks wrong with a GTIN and what its sentence names, "" when it is a GTIN: of one whose last
// digit alone can be wrong it is the digit that would be right.
func GTINDoubt(s string) (key string, args map[string]any) {
	code := number(s)
	if ValidGTIN(s) {
		return "", nil
	}
	if n := len(code); (n == 8 || n >= 12 && n <= 14) && digitsOnly(code) && strings.Trim(code, "0") != "" {
		return "problem.gtin_digit", map[string]any{"Digit": string(GTINCheckDigit(code[:n-1]))}
	}
	return "problem.bad_gtin", nil
}

// ValidSSCC reports whether s is a serial shipping container code of 18 digits (GS1).
func ValidSSCC(s string) bool { return validGS1(s, 18) }

// CartonGTIN returns the GTIN-14 of a carton of articles: the indicator, 1 to 8, the first 12 digits of the article's
// GTIN-13 and a new check digit. It returns "" when either is wrong. A GTIN-12 counts as a GTIN-13 with a leading zero.
func CartonGTIN(indicator int, gtin string) string {
	gtin = number(gtin)
	if len(gtin) == 12 {
		gtin = "0" + gtin
	}
	if indicator < 1 || indicator > 8 || len(gtin) != 13 || !ValidGTIN(gtin) {
		return ""
	}
	base := string(rune('0'+indicator)) + gtin[:12]
	return base + string(GTINCheckDigit(base))
}

// usccAlphabet holds the signs of a Chinese unified social credit code by value: no I, O, S, V, Z.
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// usccWeights are the weights of its first 17 signs, the powers of 3 modulo 31.
var usccWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// ValidUSCC reports whether s is a Chinese unified social credit code (统一社会信用代码, GB 32100-2015): 18 signs, the
// third to eighth digits, with a right check sign.
func ValidUSCC(s string) bool {
	s = number(s)
	if len(s) != 18 || !digitsOnly(s[2:8]) {
		return false
	}
	sum := 0
	for i, weight := range usccWeights {
		value := strings.IndexByte(usccAlphabet, s[i])
		if value < 0 {
			return false
		}
		sum += value * weight
	}
	return usccAlphabet[(31-sum%31)%31] == s[17]
}

// ibanShape is the general shape of an IBAN.
var ibanShape = regexp.MustCompile(`^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$`)

// ValidIBAN reports whether s is an IBAN: its shape, and 1 modulo 97 once the first four signs stand last and letters
// are numbers from 10 (ISO 13616).
func ValidIBAN(s string) bool {
	s = number(s)
	if !ibanShape.MatchString(s) {
		return false
	}
	rest := 0
	for _, r := range s[4:] + s[:4] {
		if r >= 'A' {
			rest = (rest*100 + int(r-'A'+10)) % 97
		} else {
			rest = (rest*10 + int(r-'0')) % 97
		}
	}
	return rest == 1
}

// bicShape is the shape of a BIC, which has no check digit.
var bicShape = regexp.MustCompile(`^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$`)

// ValidBIC reports whether s has the shape of a BIC (SWIFT code) of a known country.
func ValidBIC(s string) bool {
	s = number(s)
	return bicShape.MatchString(s) && Country(s[4:6]).Known()
}
