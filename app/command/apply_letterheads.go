package command

import (
	"slices"
	"strconv"
	"strings"

	"tradewind/data"
)

// fillCompany fills the company. The list of letterheads is replaced, but one that was there keeps what the file doesn't
// say of it, such as its picture. The logo is the picture of the first.
func fillCompany(c *data.Company, f fields) data.Problems {
	var problems data.Problems
	raw, said := f.take("letterheads")
	_, logo := f["logo"]
	problems = append(problems, fill(c, f)...)
	if logo {
		c.SetLogo(c.Logo)
	}
	if !said {
		return problems
	}
	before := c.Letterheads
	c.Letterheads, c.Logo = nil, ""
	for i, one := range listOf(raw, "letterheads", &problems) {
		name, _ := plainText(one["name"])
		head := headNamed(before, name)
		problems = append(problems, within("letterheads."+strconv.Itoa(i+1), fill(&head, one))...)
		c.Letterheads = append(c.Letterheads, head)
	}
	return problems
}

// headNamed returns the letterhead of this name, or an empty one.
func headNamed(list []data.Head, name string) data.Head {
	at := slices.IndexFunc(list, func(h data.Head) bool { return strings.EqualFold(h.Name, strings.TrimSpace(name)) })
	if at < 0 {
		return data.Head{}
	}
	return list[at]
}

// attachToLetterhead gives the letterhead of this name its picture. One that isn't there is made.
func attachToLetterhead(c *data.Company, name string, hash data.Hash) data.Problems {
	if strings.TrimSpace(name) == "" {
		return data.Problems{{Field: "name", Key: "problem.required"}}
	}
	at := slices.IndexFunc(c.Letterheads, func(h data.Head) bool { return strings.EqualFold(h.Name, strings.TrimSpace(name)) })
	switch {
	case at == 0:
		c.SetLogo(hash)
	case at > 0:
		c.Letterheads = slices.Clone(c.Letterheads)
		c.Letterheads[at].Picture = hash
	default:
		c.Letterheads = append(slices.Clone(c.Letterheads), data.Head{Name: strings.TrimSpace(name), Picture: hash})
	}
	return nil
}
