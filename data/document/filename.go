package document

import (
	"strconv"
	"strings"

	"tradewind/data"
)

// FileName returns what a paper's file is called, without its ending: KIND-NUMBER[-R1][-lang], as every file system
// takes it. Given a revision, each has a name of its own, so that none takes the place of the one before.
func FileName(kind data.Kind, number string, revision int, lang string) string {
	name := string(kind) + "-" + number
	if revision > 0 {
		name += "-R" + strconv.Itoa(revision)
	}
	if lang != "" {
		name += "-" + lang
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, strings.TrimRight(name, ". "))
}

// MailFileName names the file of a mail about an order or shipment: "mail-proforma-SO-2026-0001.eml".
func MailFileName(p data.MailPurpose, number string) string {
	return FileName(data.Kind("mail-"+string(p)), number, 0, "") + ".eml"
}
