package command

import (
	"fmt"
	"strconv"

	"tradewind/data"
	"tradewind/data/document"
)

// spokenDifference is what a revision changed, with a sentence about it in the user's language.
type spokenDifference struct {
	data.Difference
	Sentence string `json:"sentence"`
}

// issuedRow is an issued document with what it changed in words.
type issuedRow struct {
	data.Issued
	Changes []spokenDifference `json:"changes,omitempty"`
}

func (s *session) issuedRow(d data.Issued) issuedRow { return issuedRow{d, s.differences(d.Changes)} }

func (s *session) issuedRows(list []data.Issued) []issuedRow {
	rows := make([]issuedRow, len(list))
	for i, d := range list {
		rows[i] = s.issuedRow(d)
	}
	return rows
}

// differences says in the user's language what a revision changed.
func (s *session) differences(list []data.Difference) []spokenDifference {
	if len(list) == 0 {
		return nil
	}
	words := wordsIn(s.words)
	all := make([]spokenDifference, len(list))
	for i, d := range list {
		all[i] = spokenDifference{d, document.SayDifference(d, words)}
	}
	return all
}

// sayDifferences tells people what a revision that was just issued changed.
func (s *session) sayDifferences(number string, revision int, list []data.Difference) {
	if len(list) == 0 || s.call.on("quiet") || s.call.on("json") {
		return
	}
	fmt.Fprintln(s.Err, s.t("command.document.changed", "Number", number+" R"+strconv.Itoa(revision), "Before", "R"+strconv.Itoa(revision-1)))
	for _, sentence := range document.SayDifferences(list, wordsIn(s.words)) {
		fmt.Fprintln(s.Err, "  "+sentence)
	}
}
