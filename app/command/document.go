package command

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// document makes one paper of an order, a shipment or an issued document.
func (s *session) document() error {
	w, err := s.wanted(s.call.args[0])
	if err != nil {
		return err
	}
	if w.kind == data.PurchaseKind && (s.call.on("issue") || w.revision != nil) {
		return usage("command.usage.purchase_issue")
	}
	w.number = s.call.args[1]
	w.named = w.number
	open, prepare := s.reading, s.draft
	if s.call.on("issue") {
		open, prepare = s.writing, s.issue
	}
	var p printed
	var drawn [][]byte
	err = open(func(st *store.Store) error {
		// In one transaction: a paper that can't be drawn isn't issued either.
		return s.together(st, func(st *store.Store) error {
			if p, err = prepare(st, w); err != nil {
				return err
			}
			if drawn, err = s.press(NewPress(), &p, w); err != nil {
				return err
			}
			return writable(w.folder)
		})
	})
	if err != nil {
		return err
	}
	files, err := s.write(p, drawn, w)
	if err != nil {
		return err
	}
	s.sayDifferences(p.paper.Number, p.paper.Revision, p.changes)
	return s.papers(files, s.warn(s.sentences(w.number, left(p.warnings))), p.changes, nil)
}

// writable makes the folder and tries to write there, so that nothing is issued whose file can't be kept.
func writable(folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return in(folder, unwritable(err))
	}
	f, err := os.CreateTemp(folder, ".tradewind-*")
	if err != nil {
		return in(folder, unwritable(err))
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

// together runs work in one transaction when it may write, and as it is when it only reads.
func (s *session) together(st *store.Store, work func(*store.Store) error) error {
	if !s.call.on("issue") {
		return work(st)
	}
	return st.Atomically(s.ctx, work)
}

// wanted reads the options that document and documents share.
func (s *session) wanted(kind string) (w wanted, err error) {
	if w.kind, err = s.printable(kind); err != nil {
		return w, err
	}
	if w.formats, err = s.formats(); err != nil {
		return w, err
	}
	if w.lang = s.call.option("lang"); w.lang != "" {
		if _, err := languagesOf(w.lang); err != nil {
			return w, err
		}
	}
	if w.date, err = s.day("date"); err != nil {
		return w, err
	}
	w.folder = s.call.option("out")
	w.revision, err = s.revision()
	return w, err
}

// revision reads --revision: a paper that was given away is printed again, so it can't be issued or dated anew.
func (s *session) revision() (*int, error) {
	if !s.call.has("revision") {
		return nil, nil
	}
	for _, name := range []string{"issue", "date"} {
		if s.call.has(name) {
			return nil, usage("command.usage.apart", "Option", "--revision", "Other", "--"+name)
		}
	}
	n, err := strconv.Atoi(s.call.option("revision"))
	if err != nil || n < 0 {
		return nil, usage("command.usage.revision", "Value", s.call.option("revision"))
	}
	return &n, nil
}

// day reads an option that is a day; "" when it wasn't given.
func (s *session) day(name string) (data.Date, error) {
	text := s.call.option(name)
	if text == "" {
		return "", nil
	}
	d, err := data.ParseDate(text)
	if err != nil {
		return "", usage("command.usage.date", "Option", "--"+name, "Value", text)
	}
	return d, nil
}

// papers tells which files were written, and which papers failed.
func (s *session) papers(files []made, warnings []spoken, changes []data.Difference, failed []spoken) error {
	if files == nil {
		files = []made{}
	}
	if s.call.on("json") {
		answer := struct {
			Files    []made             `json:"files"`
			Changes  []spokenDifference `json:"changes,omitempty"`
			Warnings []spoken           `json:"warnings"`
			Problems []spoken           `json:"problems,omitempty"`
		}{files, s.differences(changes), warnings, failed}
		if err := s.json(answer); err != nil {
			return err
		}
	} else if !s.call.on("quiet") {
		for _, f := range files {
			fmt.Fprintln(s.Out, f.Path)
		}
	}
	if len(failed) > 0 {
		return errTold
	}
	return nil
}
