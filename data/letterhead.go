package data

import (
	"slices"
	"strings"
)

// Letterhead says whose head the papers of a partner have: the name of one of the company's, or one of these.
type Letterhead string

// The letterheads without a name.
const (
	OwnLetterhead Letterhead = ""     // the company's first
	NoLetterhead  Letterhead = "none" // none: printed on the merchant's own headed paper, or neutral
)

// Head is a letterhead of the company: what stands above its papers.
type Head struct {
	Name    string `json:"name,omitzero"`    // partners pick it by; only the first may have none
	Picture Hash   `json:"picture,omitzero"` // beside the title
	Text    string `json:"text,omitzero"`    // instead of the firm's name, lines parted by "\n": brand, address, website
}

// Lines returns the text line by line, without blank ones.
func (h Head) Lines() []string {
	var lines []string
	for line := range strings.Lines(h.Text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// HeadNamed returns the letterhead that is called name, whatever its case, and whether there is one.
func (c Company) HeadNamed(name string) (Head, bool) {
	for _, h := range c.Letterheads {
		if name != "" && strings.EqualFold(h.Name, strings.TrimSpace(name)) {
			return h, true
		}
	}
	return Head{}, false
}

// HeadOf returns what stands above papers for p: the letterhead it picked, else the company's first, else nothing.
func (c Company) HeadOf(p Partner) Head {
	if p.Letterhead == NoLetterhead {
		return Head{}
	}
	if h, ok := c.HeadNamed(string(p.Letterhead)); ok {
		return h
	}
	if len(c.Letterheads) > 0 {
		return c.Letterheads[0]
	}
	return Head{Picture: c.Logo}
}

// SetLogo makes h the picture of the first letterhead, which is the logo; "" takes it away.
func (c *Company) SetLogo(h Hash) {
	c.Logo, c.Letterheads = h, slices.Clone(c.Letterheads)
	if len(c.Letterheads) == 0 {
		c.Letterheads = []Head{{}}
	}
	c.Letterheads[0].Picture = h
	if len(c.Letterheads) == 1 && c.Letterheads[0] == (Head{}) {
		c.Letterheads = nil
	}
}

// Settle makes the logo and the first letterhead say the same. Where they differ the logo counts, because older records
// know only that; an empty logo is taken from the letterhead.
func (c *Company) Settle() {
	if c.Logo == "" && len(c.Letterheads) > 0 {
		c.Logo = c.Letterheads[0].Picture
	}
	if c.Logo != "" && (len(c.Letterheads) == 0 || c.Letterheads[0].Picture != c.Logo) {
		c.SetLogo(c.Logo)
	}
}

// letterheads looks at the names of letterheads: partners find them by these.
func (c *check) letterheads(list []Head) {
	for i, h := range list {
		c.prefix = at("letterheads", i+1)
		c.when(i > 0 && strings.TrimSpace(h.Name) == "", "name", "problem.required")
		c.when(strings.EqualFold(strings.TrimSpace(h.Name), string(NoLetterhead)), "name", "problem.letterhead_none")
		for j, other := range list[:i] {
			if h.Name != "" && strings.EqualFold(strings.TrimSpace(h.Name), strings.TrimSpace(other.Name)) {
				c.add("name", "problem.duplicate", "Other", j+1)
			}
		}
	}
	c.prefix = ""
}
