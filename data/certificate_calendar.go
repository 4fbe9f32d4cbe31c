package data

import (
	"slices"
	"time"
)

// CertificateState says how a certificate stands on a day.
type CertificateState string

// The states of a certificate.
const (
	CertificateValid   CertificateState = "valid"   // in force, and not ending soon
	CertificateEnding  CertificateState = "due"     // ends within the company's notice: have it renewed
	CertificateEnded   CertificateState = "ended"   // its last day is past
	CertificateRenewed CertificateState = "renewed" // another of its kind took its place
)

// CertificateStates returns the states in the order they are offered.
func CertificateStates() []CertificateState {
	return []CertificateState{CertificateEnded, CertificateEnding, CertificateValid, CertificateRenewed}
}

// StateOf returns how the certificate in place i of all of a product's stands on today, with so many days of notice, and the
// days until it ends: 0 on its last day, below zero once it ended, and 0 for one that doesn't end.
func StateOf(all []Certificate, i int, today Date, notice int) (state CertificateState, days int) {
	c := all[i]
	if c.Expires == "" {
		return CertificateValid, 0
	}
	days = int(c.Expires.Time().Sub(today.Time()) / (24 * time.Hour))
	switch {
	case days > notice:
		return CertificateValid, days
	case slices.ContainsFunc(all, c.renewedBy):
		return CertificateRenewed, days
	case days < 0:
		return CertificateEnded, days
	}
	return CertificateEnding, days
}

// DatedCertificate is a certificate in the calendar of all.
type DatedCertificate struct {
	SKU   string
	Name  Texts
	State CertificateState
	Days  int // until it ends, see [StateOf]
	Place string
	Certificate
}

// MissingCertificate is a rule that an article doesn't meet in a destination.
type MissingCertificate struct {
	Destination Country // "EU" stands for a destination in the Union
	Rule        CertificateRule
}

// MissingEverywhere returns what p lacks on day for each destination that live rules know, in the order of rules; a kind is
// missing once for each market.
func MissingEverywhere(p Product, rules []CertificateRule, day Date) (missing []MissingCertificate) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.Archived || seen[r.Market] {
			continue
		}
		seen[r.Market] = true
		for _, m := range MissingCertificates(p, Country(r.Market), rules, day) {
			missing = append(missing, MissingCertificate{Country(r.Market), m})
		}
	}
	return missing
}

// Wanted returns the rules that ask for something of p in destination.
func Wanted(p Product, destination Country, rules []CertificateRule) (wanted []CertificateRule) {
	for _, r := range rules {
		if r.asks(p, destination) {
			wanted = append(wanted, r)
		}
	}
	return wanted
}
