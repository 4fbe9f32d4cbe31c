package mail

import (
	"time"

	"tradewind/data"
)

// Question says which mail is to be written.
type Question struct {
	Purpose  data.MailPurpose
	Number   string            // of an order or a shipment
	Language string            // "" follows the buyer
	To       string            // "" is the buyer's persons who have an address
	Papers   []Paper           // nil: those that usually go with it
	Said     map[string]string // facts nobody else knows: the reason of a delay
	Subject  string            // "" takes the template's
	Body     string            // "" takes the template's
	Now      time.Time
}

// Paper is a paper that goes along.
type Paper struct {
	Kind   data.Kind
	Format string // "pdf" or "xlsx"
}

// Composed is a mail that was written, and what its writer should know.
type Composed struct {
	Draft
	Language string
	Missing  []string // facts that weren't known: their lines were left out
	Unissued []string // papers that go along as drafts
}
