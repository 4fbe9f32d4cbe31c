package command

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tradewind/data"
	"tradewind/data/document"
	"tradewind/data/mail"
	"tradewind/data/store"
)

// mail writes a mail about an order or a shipment as a draft that the mail program opens, and keeps it in the order's folder with --keep.
func (s *session) mail() error {
	q, err := s.mailAsked()
	if err != nil {
		return err
	}
	open := s.reading
	if s.call.on("keep") {
		open = s.writing
	}
	var m mail.Composed
	var raw bytes.Buffer
	folder := s.call.option("out")
	err = open(func(st *store.Store) error {
		if m, err = ComposeMail(s.ctx, st, NewPress(), q); errors.Is(err, data.ErrNotFound) {
			return refuse("command.document.unknown", "Number", q.Number)
		}
		if err == nil {
			err = mail.Write(&raw, m.Draft)
		}
		if err == nil {
			err = writable(folder)
		}
		if err == nil && s.call.on("keep") {
			_, err = st.Folders.Put(s.ctx, q.Number, data.OrderFile{Name: document.MailFileName(q.Purpose, q.Number), Kind: data.FileMail, Direction: data.FileSent, Note: m.Draft.Subject}, raw.Bytes())
		}
		return err
	})
	if err != nil {
		return in(q.Number, err)
	}
	path := filepath.Join(folder, document.MailFileName(q.Purpose, q.Number))
	if err := os.WriteFile(path, raw.Bytes(), 0o644); err != nil {
		return in(path, unwritable(err))
	}
	return s.mailed(path, m)
}

// mailAsked reads the options.
func (s *session) mailAsked() (q mail.Question, err error) {
	q = mail.Question{
		Purpose: data.MailPurpose(s.call.args[0]), Number: s.call.args[1], Language: s.call.option("lang"), To: s.call.option("to"), Now: s.Now(),
		Said: map[string]string{"reason": s.call.option("reason"), "new_date": s.call.option("new-date"), "alternative": s.call.option("alternative")},
	}
	if q.Language != "" && !slices.Contains(data.MailLanguages(), q.Language) {
		return q, refuse("problem.not_one_of", "Values", strings.Join(data.MailLanguages(), ", "))
	}
	if !s.call.has("attach") {
		return q, nil
	}
	q.Papers = []mail.Paper{}
	for word := range strings.SplitSeq(s.call.option("attach"), ",") {
		kind, format, said := strings.Cut(strings.TrimSpace(word), ":")
		if kind == "none" {
			continue
		}
		if !said {
			format = "pdf"
		}
		if _, err := paperKind(kind); err != nil {
			return q, err
		}
		q.Papers = append(q.Papers, mail.Paper{Kind: data.Kind(kind), Format: format})
	}
	return q, nil
}

// mailed tells what was written, and what its writer should look at.
func (s *session) mailed(path string, m mail.Composed) error {
	var warnings []spoken
	warn := func(key string, args ...any) { warnings = append(warnings, spoken{Sentence: s.t(key, args...)}) }
	if len(m.Draft.To) == 0 {
		warn("mail.nobody")
	}
	if len(m.Missing) > 0 {
		warn("mail.missing", "Facts", strings.Join(m.Missing, ", "))
	}
	if len(m.Unissued) > 0 {
		warn("mail.unissued", "Papers", strings.Join(m.Unissued, ", "))
	}
	names := []string{}
	for _, f := range m.Draft.Files {
		names = append(names, f.Name)
	}
	if s.call.on("json") {
		to := []string{}
		for _, a := range m.Draft.To {
			to = append(to, a.String())
		}
		return s.json(map[string]any{
			"path": path, "language": m.Language, "to": to, "subject": m.Draft.Subject, "body": m.Draft.Body, "attached": names, "missing": m.Missing, "warnings": s.warn(warnings),
		})
	}
	s.warn(warnings)
	if !s.call.on("quiet") {
		fmt.Fprintln(s.Out, path)
	}
	return nil
}

// folder writes all files of an order's folder out, and the issued papers of it as PDF.
func (s *session) folder() error {
	number, out := s.call.args[0], s.call.option("out")
	files := []string{}
	err := s.reading(func(st *store.Store) error {
		src, err := s.source(st, number)
		if err != nil {
			return err
		}
		if err := writable(out); err != nil {
			return err
		}
		names := map[string]bool{}
		write := func(name string, raw []byte) error {
			path := filepath.Join(out, freeName(name, names))
			files = append(files, path)
			return os.WriteFile(path, raw, 0o644)
		}
		if err := s.keptFiles(st, src.AllOrders()[0], write); err != nil {
			return err
		}
		return s.issuedFiles(st, src.Issued, write)
	})
	if err != nil {
		return in(number, err)
	}
	if s.call.on("json") {
		return s.json(map[string]any{"files": files})
	}
	for _, f := range files {
		fmt.Fprintln(s.Out, f)
	}
	return nil
}

// keptFiles writes what lies in an order's folder.
func (s *session) keptFiles(st *store.Store, o data.Order, write func(string, []byte) error) error {
	kept, err := st.Folders.Of(s.ctx, o.ID)
	if err != nil {
		return err
	}
	for _, f := range kept {
		raw, err := st.Attachments.Get(s.ctx, f.Hash)
		if err == nil {
			err = write(f.Name, raw)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// issuedFiles writes the issued papers as they were given away, every revision.
func (s *session) issuedFiles(st *store.Store, issued []data.Issued, write func(string, []byte) error) error {
	press := NewPress()
	for _, d := range issued {
		full, err := st.Documents.ByNumber(s.ctx, d.Number, d.Revision)
		if err != nil {
			return err
		}
		p, err := thawed(s.ctx, st, full)
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if _, err := press.writeDraft(&b, "pdf", p.paper, p.pictures, languageFor("", full.Language)); err != nil {
			return err
		}
		if err := write(document.FileName(full.Kind, full.Number, full.Revision, "")+".pdf", b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// freeName gives a file a name that no other one has: "slip.pdf", "slip (2).pdf".
func freeName(name string, taken map[string]bool) string {
	ending := filepath.Ext(name)
	free := name
	for n := 2; taken[strings.ToLower(free)]; n++ {
		free = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ending), n, ending)
	}
	taken[strings.ToLower(free)] = true
	return free
}
