package command

import (
	"fmt"
	"io"

	"tradewind/data"
	"tradewind/data/store"
)

// document makes one paper of an order, a shipment or an issued document.
func (s *session) document() error {
	w, err := s.wanted(s.call.args[0])
	if err != nil {
		return err
	}
	w.number = s.call.args[1]
	w.fileName = fileName(w.kind, w.number, w.lang)
	open, prepare := s.reading, s.draft
	if s.call.on("issue") {
		open, prepare = s.writing, s.issue
	}
	var p printed
	err = open(func(st *store.Store) error {
		p, err = prepare(st, w)
		return err
	})
	if err != nil {
		return err
	}
	files, err := s.write(NewPress(), p, w)
	if err != nil {
		return err
	}
	return s.papers(files, s.warn(w.number, p.warnings), nil)
}

// wanted reads the options that document and documents share.
func (s *session) wanted(kind string) (w wanted, err error) {
	if w.kind, err = paperKind(kind); err != nil {
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
	return w, nil
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

// pressed returns what writes p in one format.
func pressed(press *Press, format string, p printed) func(io.Writer) error {
	return func(w io.Writer) error { return press.Write(w, format, p.paper, p.pictures, p.lang) }
}

// papers tells which files were written, and which papers failed.
func (s *session) papers(files []made, warnings, failed []spoken) error {
	if files == nil {
		files = []made{}
	}
	if s.call.on("json") {
		answer := struct {
			Files    []made   `json:"files"`
			Warnings []spoken `json:"warnings,omitempty"`
			Problems []spoken `json:"problems,omitempty"`
		}{files, warnings, failed}
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
