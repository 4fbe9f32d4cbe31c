package data

import (
	"path"
	"slices"
	"strings"
)

// OrderFile is a file in an order's folder: a scan that came, a mail that went. Its bytes lie with all other attachments, by their hash.
type OrderFile struct {
	Record
	OrderID    int64         `json:"-"`
	OrderNo    string        `json:"order_no"`
	ShipmentID int64         `json:"-"`
	ShipmentNo string        `json:"shipment_no,omitzero"` // whose it is, where it is one shipment's
	Name       string        `json:"name"`                 // of the file, with its ending
	Kind       FileKind      `json:"kind"`
	Direction  FileDirection `json:"direction"`
	Date       Date          `json:"date"`
	Note       string        `json:"note,omitzero"`
	Hash       Hash          `json:"hash"`
	Size       int64         `json:"size"` // bytes
}

// FileKind says what a file is.
type FileKind string

// The kinds of files in an order's folder.
const (
	FileScan      FileKind = "scan"
	FileTransport FileKind = "transport-document" // bill of lading, air waybill
	FileBank      FileKind = "bank-slip"
	FileMail      FileKind = "mail"
	FilePhoto     FileKind = "photo"
	FileOther     FileKind = "other"
)

// FileKinds returns all of them.
func FileKinds() []FileKind {
	return []FileKind{FileScan, FileTransport, FileBank, FileMail, FilePhoto, FileOther}
}

// FileDirection says whether a file came or went.
type FileDirection string

// Where a file came from.
const (
	FileReceived FileDirection = "received"
	FileSent     FileDirection = "sent"
)

// MaxFile is the largest file an order's folder takes: mail programs refuse more.
const MaxFile = 25 << 20

// FileEndings are those of files that an order's folder takes.
func FileEndings() []string {
	return []string{".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".xlsx", ".xls", ".csv", ".docx", ".doc", ".txt", ".eml", ".msg", ".xml", ".zip"}
}

// GuessKind guesses what a file is by its name.
func GuessKind(name string) FileKind {
	lower := strings.ToLower(name)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	switch ending := path.Ext(lower); {
	case ending == ".eml" || ending == ".msg":
		return FileMail
	case has("b-l", "b_l", "bill of lading", "lading", "提单", "awb", "waybill"):
		return FileTransport
	case has("slip", "swift", "mt103", "水单", "payment"):
		return FileBank
	case slices.Contains([]string{".png", ".jpg", ".jpeg", ".heic", ".webp", ".gif"}, ending):
		return FilePhoto
	case ending == ".pdf" || strings.HasPrefix(ending, ".tif"):
		return FileScan
	}
	return FileOther
}

// Validate refuses a file without a name or of another kind of file than folders take, one that is empty and one that is too large.
func (f OrderFile) Validate() error {
	var c check
	c.required("name", f.Name)
	ending := strings.ToLower(path.Ext(f.Name))
	c.when(f.Name != "" && ending == "", "name", "problem.file_no_ending", "Values", strings.Join(FileEndings(), " "))
	c.when(ending != "" && !slices.Contains(FileEndings(), ending), "name", "problem.file_ending", "Value", ending, "Values", strings.Join(FileEndings(), " "))
	c.when(strings.ContainsAny(f.Name, "/\\\x00\r\n"), "name", "problem.file_name")
	c.when(!slices.Contains(FileKinds(), f.Kind), "kind", "problem.not_one_of", "Values", inWords(FileKinds()))
	c.when(f.Direction != FileReceived && f.Direction != FileSent, "direction", "problem.not_one_of", "Values", "received, sent")
	c.date("date", f.Date)
	c.when(f.Size <= 0, "file", "problem.file_empty")
	c.when(f.Size > MaxFile, "file", "problem.file_large", "Value", f.Name, "Megabytes", MaxFile>>20)
	return c.problems.Err()
}
