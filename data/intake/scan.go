package intake

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tradewind/data"
	"tradewind/data/picture"
	"tradewind/data/store"
)

// ScanLimit is how many bytes the file of a scan has at most: some pages at 300 dpi.
const ScanLimit = 10 << 20

// ReadScan reads the scan of a certificate as it is kept: a PDF as it is, a PNG or JPEG as any picture is (see [picture.Take]),
// in at most 2 MB. Any other file, and one that is too large, is refused as [data.Problems].
func ReadScan(path string) ([]byte, error) {
	raw, err := ReadFile(path, ScanLimit)
	if bad := (data.Problems{}); errors.As(err, &bad) && bad[0].Key == "problem.file_large" {
		return nil, data.Problems{{Key: "certificate.problem.large", Args: map[string]any{"Limit": "10 MB"}}}
	}
	if err != nil {
		return nil, err
	}
	if IsPDF(raw) {
		return raw, nil
	}
	if format, _, err := picture.Check(raw); err != nil || format != "png" && format != "jpeg" {
		if bad := (data.Problems{}); errors.As(err, &bad) && bad[0].Key != "problem.attachment.unreadable" {
			return nil, err
		}
		return nil, data.Problems{{Key: "certificate.problem.format"}}
	}
	taken, err := picture.Take(raw, picture.Sharp)
	return taken.Bytes, err
}

// ReadFile reads a file of at most limit bytes as it is. One that isn't there, can't be read or is larger is refused as [data.Problems], before
// anything of it is read.
func ReadFile(path string, limit int64) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, data.Problems{{Key: "problem.file_missing", Args: map[string]any{"Value": name}}}
	case err != nil || !info.Mode().IsRegular():
		return nil, data.Problems{{Key: "problem.file_unreadable", Args: map[string]any{"Value": name}}}
	case info.Size() > limit:
		return nil, data.Problems{{Key: "problem.file_large", Args: map[string]any{"Value": name, "Megabytes": limit >> 20}}}
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, data.Problems{{Key: "problem.file_unreadable", Args: map[string]any{"Value": name}}}
	}
	return raw, nil
}

// IsPDF reports whether a file begins as a PDF does. Some scanners write a few bytes before that.
func IsPDF(raw []byte) bool { return bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) }

// AttachScan gives a product's certificate, found by its kind and number, the scan with this hash; "" takes it off. The number
// may be left out where the product has one certificate of the kind.
func AttachScan(ctx context.Context, st *store.Store, sku, kind, number string, scan data.Hash) error {
	p, err := st.Products.BySKU(ctx, sku)
	if err != nil {
		return fmt.Errorf("attach to %s: %w", sku, err)
	}
	at, count := 0, 0
	for i, c := range p.Certificates {
		if strings.EqualFold(c.Kind, kind) && (number == "" || c.Number == number) {
			at, count = i, count+1
		}
	}
	if count != 1 {
		return data.Problems{{Field: "certificate_no", Key: "certificate.problem.which", Args: map[string]any{"Kind": kind, "Number": number, "Count": count}}}
	}
	p.Certificates = append([]data.Certificate(nil), p.Certificates...)
	p.Certificates[at].Scan = scan
	_, err = st.Products.Save(ctx, p)
	return err
}
