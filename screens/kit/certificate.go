package kit

import "tradewind/data"

// CertificateState is how a certificate stands, as a word and what it means to the merchant; ends: it has a last day, in so many days.
func CertificateState(host *Host, state data.CertificateState, days int, ends bool) (string, Tone) {
	switch {
	case state == data.CertificateEnded:
		return host.T("certificate.ended", "Days", -days), Bad
	case state == data.CertificateEnding:
		return host.T("certificate.ending", "Days", days), Warn
	case state == data.CertificateRenewed:
		return host.T("certificate.renewed"), Plain
	case !ends:
		return host.T("certificate.endless"), Good
	}
	return host.T("certificate.valid"), Good
}

// Destinations are the markets that rules are about: the European Union, and countries.
func Destinations(host *Host) []Option[data.Country] {
	return append([]Option[data.Country]{{Value: data.EuropeanUnion, Code: data.EuropeanUnion, Name: host.T("certificate.union")}}, Countries(host)...)
}
