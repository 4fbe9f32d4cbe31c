package data

import (
	"regexp"
	"strings"
)

// containerShape is an owner's code, the category, six digits and the check digit (ISO 6346).
var containerShape = regexp.MustCompile(`^[A-Z]{3}[UJZ]\d{7}$`)

// ContainerNo returns a container number as papers print it: capitals without spaces, points and hyphens.
func ContainerNo(s string) string { return strings.ReplaceAll(number(s), ".", "") }

// ValidContainerNo reports whether s is a freight container number with a right check digit (ISO 6346, STANDARDS 5.7).
// A check digit of 10 is written 0.
func ValidContainerNo(s string) bool {
	s = ContainerNo(s)
	if !containerShape.MatchString(s) {
		return false
	}
	sum := 0
	for i := range 10 {
		sum += containerValue(s[i]) << i
	}
	return byte('0'+sum%11%10) == s[10]
}

// containerValue is the value of a sign: digits are their own, letters count from A = 10 and leave out the multiples
// of 11.
func containerValue(sign byte) int {
	if sign <= '9' {
		return int(sign - '0')
	}
	value := int(sign-'A') + 10
	return value + (value-1)/10 // 11, 22 and 33 are skipped: B is 12, L is 23, V is 34
}

// ValidIMO reports whether s is a ship's IMO number of seven digits, with or without "IMO": the first six weigh 7 to
// 2, and their sum ends in the seventh.
func ValidIMO(s string) bool {
	s = strings.TrimPrefix(number(s), "IMO")
	if len(s) != 7 || !digitsOnly(s) {
		return false
	}
	sum := 0
	for i := range 6 {
		sum += (7 - i) * int(s[i]-'0')
	}
	return byte('0'+sum%10) == s[6]
}

// ValidAWB reports whether s is an air waybill number: three digits of the airline, seven of the serial and one check
// digit, the serial modulo 7. The eight digits without the airline are taken too.
func ValidAWB(s string) bool {
	s = number(s)
	if len(s) == 11 && digitsOnly(s) {
		s = s[3:]
	}
	if len(s) != 8 || !digitsOnly(s) {
		return false
	}
	rest := 0
	for i := range 7 {
		rest = (rest*10 + int(s[i]-'0')) % 7
	}
	return byte('0'+rest) == s[7]
}
