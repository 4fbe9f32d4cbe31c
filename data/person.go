package data

import (
	"slices"
	"strings"
)

// Person is somebody at a partner. A mail address belongs to one person in the whole file; a second use warns.
type Person struct {
	Name      string `json:"name"`
	Title     string `json:"title,omitzero"` // "Purchasing manager"
	Email     string `json:"email,omitzero"`
	Phone     string `json:"phone,omitzero"`
	Messenger string `json:"messenger,omitzero"` // "WeChat: chenyu"
	Language  string `json:"language,omitzero"`  // to write in, a BCP 47 tag
	Note      string `json:"note,omitzero"`
}

// settleContact makes the first person the one that contact, e-mail and telephone say. With none of the three said it
// is the other way round.
func (p *Partner) settleContact() {
	said := Person{Name: p.Contact, Email: p.Email, Phone: p.Phone}
	switch {
	case len(p.Persons) == 0 && said != Person{}:
		p.Persons = []Person{said}
	case len(p.Persons) == 0:
	case said == Person{}:
		p.ContactFirst()
	case p.Persons[0].Name != said.Name || p.Persons[0].Email != said.Email || p.Persons[0].Phone != said.Phone:
		p.Persons = slices.Clone(p.Persons) // the record before keeps its own
		first := &p.Persons[0]
		first.Name, first.Email, first.Phone = said.Name, said.Email, said.Phone
	}
}

// ContactFirst makes contact, e-mail and telephone those of the first person; without persons they are empty.
func (p *Partner) ContactFirst() {
	var first Person
	if len(p.Persons) > 0 {
		first = p.Persons[0]
	}
	p.Contact, p.Email, p.Phone = first.Name, first.Email, first.Phone
}

// mailKey is the form in which mail addresses are compared: lower case, though the part before the @ could in theory
// tell capitals apart. No provider does.
func mailKey(address string) string { return strings.ToLower(strings.TrimSpace(address)) }
