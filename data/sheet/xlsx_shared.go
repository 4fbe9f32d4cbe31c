package sheet

import (
	"archive/zip"
	"bufio"
	"errors"
	"os"
	"slices"
	"unicode/utf8"
)

// sharedTexts are the texts that the cells of a workbook point to by their number. They lie one after the other, in
// the memory or, where there is much of them, in a file, so that a price list of a million rows doesn't fill the laptop.
type sharedTexts struct {
	ends []uint32 // of each text
	held string   // all texts, unless they lie in the file
	file *os.File
}

// sharedSpill is the size from which shared texts are kept in a file.
const sharedSpill = 48 << 20

// errShared says that shared texts can't be made sense of.
var errShared = errors.New("shared texts can't be read")

// readShared reads the shared texts of the workbook at path from the part of that name, "" when it has none.
func readShared(path, part string) (*sharedTexts, error) {
	s := &sharedTexts{}
	if part == "" {
		return s, nil
	}
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	at := slices.IndexFunc(archive.File, func(f *zip.File) bool { return partName(f.Name) == part })
	if at < 0 {
		return s, nil // cells that point nowhere are found later
	}
	in, err := archive.File[at].Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = in.Close() }() // only read from
	r := newTagReader(in)
	if archive.File[at].UncompressedSize64 <= sharedSpill {
		var all []byte
		err = s.read(r, func(text []byte) error { all = append(all, text...); return nil })
		s.held = string(all)
	} else {
		err = s.spill(r)
	}
	if err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// spill reads the texts into a file that goes with the last handle on it.
func (s *sharedTexts) spill(r *tagReader) (err error) {
	if s.file, err = os.CreateTemp("", "tradewind-texts-*"); err != nil {
		return err
	}
	out := bufio.NewWriterSize(s.file, 256<<10)
	if err := s.read(r, func(text []byte) error { _, err := out.Write(text); return err }); err != nil {
		return err
	}
	return out.Flush()
}

// read hands the texts on in their order.
func (s *sharedTexts) read(r *tagReader, keep func([]byte) error) error {
	spoken, inside := 0, false
	for {
		name, ok := r.read()
		switch name {
		case "/sst", "sst/":
			return nil
		case "si", "si/":
			if r.chars, inside = r.chars[:0], name == "si"; !inside {
				ok = s.add(nil)
			}
		case "/si":
			inside, ok = false, ok && s.add(r.chars) && keep(r.chars) == nil
		default:
			if spoken += spokenStep(name); name == "t" && inside && spoken == 0 {
				ok = r.text()
			}
		}
		if !ok {
			return errShared
		}
	}
}

// add notes where the next text ends. It is false for what can't be a text, and for more than there may be.
func (s *sharedTexts) add(text []byte) bool {
	end := len(text)
	if n := len(s.ends); n > 0 {
		end += int(s.ends[n-1])
	}
	s.ends = append(s.ends, uint32(end))
	return end <= maxPart && utf8.Valid(text)
}

// at returns the n-th text.
func (s *sharedTexts) at(n int) (string, bool) {
	if n < 0 || n >= len(s.ends) {
		return "", false
	}
	from, to := uint32(0), s.ends[n]
	if n > 0 {
		from = s.ends[n-1]
	}
	if s.file == nil {
		return s.held[from:to], true
	}
	text := make([]byte, to-from)
	if _, err := s.file.ReadAt(text, int64(from)); err != nil {
		return "", false
	}
	return string(text), true
}

// close removes the file, if there is one.
func (s *sharedTexts) close() error {
	if s == nil || s.file == nil {
		return nil
	}
	return errors.Join(s.file.Close(), os.Remove(s.file.Name()))
}
