package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode/utf16"
)

// Limits for a workbook before anything of it is unpacked. They are far beyond what a merchant's file has: a sheet of
// a million full rows stays below a gigabyte.
const (
	maxWorkbook = 256 << 20 // bytes on disk
	maxUnpacked = 2 << 30   // bytes of all parts
	maxPart     = 1 << 30   // bytes of a worksheet or of the shared texts
	maxOther    = 64 << 20  // bytes of any other part
	maxParts    = 10_000
	maxRatio    = 400 // of unpacked to packed, for parts that matter
	ratioFrom   = 8 << 20
)

// kindOf says whether a file is a workbook or a text, by its first bytes. What a merchant may hand in instead — an
// encrypted or an old workbook, a document with a wrong name — is a problem of its own.
func kindOf(path string) (string, error) {
	head, err := readHead(path)
	if err != nil {
		return "", err
	}
	workbook := false
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx", ".xlsm", ".xltx", ".xls", ".et":
		workbook = true
	}
	switch {
	case len(head) == 0:
		return "", problem("", "problem.no_rows", nil)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return "xlsx", checkZip(path)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "", compound(path)
	case workbook, bytes.HasPrefix(head, []byte("%PDF")), bytes.HasPrefix(head, []byte("\x89PNG")), bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return "", problem("", "problem.not_a_workbook", nil)
	case otherText.Match(head):
		return "", problem("", "problem.not_a_table", nil)
	}
	return "csv", nil
}

// otherText is how JSON and web pages begin: read as CSV they would be tables of one senseless column.
var otherText = regexp.MustCompile(`^\x{feff}?\s*(\{\s*"|\{\s*\}|\[\s*\{|<\?xml|<!DOCTYPE|<!doctype|<html|<HTML)`)

// checkZip refuses archives that would unpack to more than any honest workbook does.
func checkZip(path string) error {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return problem("", "problem.not_a_workbook", nil)
	}
	defer archive.Close()
	var packed, unpacked uint64
	if len(archive.File) > maxParts {
		return problem("", "problem.workbook_too_large", nil)
	}
	names := make(map[string]bool, len(archive.File))
	for _, part := range archive.File {
		name := partName(part.Name)
		if names[name] { // which of two parts of one name counts, every program decides for itself
			return problem("", "problem.workbook_broken", nil)
		}
		names[name] = true
		most := uint64(maxOther)
		if strings.Contains(part.Name, "worksheets/") || strings.HasSuffix(strings.ToLower(part.Name), "sharedstrings.xml") {
			most = maxPart
		}
		packed += part.CompressedSize64
		unpacked += part.UncompressedSize64
		bomb := part.UncompressedSize64 > ratioFrom && part.UncompressedSize64/maxRatio > part.CompressedSize64
		if bomb || part.UncompressedSize64 > most {
			return problem("", "problem.workbook_too_large", nil)
		}
	}
	if packed > maxWorkbook || unpacked > maxUnpacked {
		return problem("", "problem.workbook_too_large", nil)
	}
	return nil
}

// compound tells apart what an OLE2 file can be: an encrypted workbook, an old one, or something else.
func compound(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	const enough = 16 << 20
	b, err := io.ReadAll(io.LimitReader(file, enough))
	if err != nil {
		return err
	}
	switch {
	case bytes.Contains(b, utf16Bytes("EncryptedPackage")), bytes.Contains(b, utf16Bytes("EncryptionInfo")), oldEncrypted(b):
		return problem("", "problem.password", nil)
	case bytes.Contains(b, utf16Bytes("Workbook")), bytes.Contains(b, utf16Bytes("Book")):
		return problem("", "problem.old_workbook", nil)
	default:
		return problem("", "problem.not_a_workbook", nil)
	}
}

// oldEncrypted reports whether an old workbook's stream begins with the record that says it is encrypted.
func oldEncrypted(b []byte) bool {
	start := bytes.Index(b, []byte{0x09, 0x08, 0x10, 0x00, 0x00, 0x06})
	if start < 0 {
		return false
	}
	for range 4 { // BOF, then FILEPASS among the first records
		if start+4 > len(b) {
			return false
		}
		kind, size := binary.LittleEndian.Uint16(b[start:]), int(binary.LittleEndian.Uint16(b[start+2:]))
		if kind == 0x2f {
			return true
		}
		start += 4 + size
	}
	return false
}

// utf16Bytes returns s as the directory of an OLE2 file has it.
func utf16Bytes(s string) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, unit)
	}
	return b
}
