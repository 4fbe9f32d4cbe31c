package xlsx

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"
)

// contentTypes is the part that names the type of every other part.
const contentTypes = "[Content_Types].xml"

// stable writes the workbook's zip so that the same parts always give the same bytes: the library lists the types of
// pictures in a new order each time.
type stable struct {
	*zip.Writer
	types bytes.Buffer
}

// newZip returns the zip writer of a workbook. Its deflate is faster than the standard library's.
func newZip(w io.Writer) excelize.ZipWriter {
	z := &stable{Writer: zip.NewWriter(w)}
	z.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, 6) })
	return z
}

// Create starts a part.
func (z *stable) Create(name string) (io.Writer, error) {
	if name == contentTypes {
		return &z.types, nil
	}
	return z.Writer.Create(name)
}

// entry is one type in the list.
var entry = regexp.MustCompile(`<(?:Default|Override) [^>]*?(?:/>|></(?:Default|Override)>)`)

// Close writes the list of types, sorted, and ends the zip.
func (z *stable) Close() error {
	list := entry.FindAll(z.types.Bytes(), -1)
	slices.SortFunc(list, bytes.Compare)
	next := 0
	sorted := entry.ReplaceAllFunc(z.types.Bytes(), func([]byte) []byte { next++; return list[next-1] })
	w, err := z.Writer.Create(contentTypes)
	if err != nil {
		return err
	}
	if _, err := w.Write(sorted); err != nil {
		return err
	}
	return z.Writer.Close()
}
