// Package mail writes mails as files that mail programs open as drafts (RFC 5322, MIME), with the papers attached. Nothing is sent.
package mail

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"path"
	"strings"
	"time"

	"tradewind/data"
)

// Draft is a mail that hasn't been sent.
type Draft struct {
	From    mail.Address   // without an address the mail program fills its own in
	To, Cc  []mail.Address //
	Subject string
	Body    string
	Date    time.Time
	Files   []File
}

// File is an attachment.
type File struct {
	Name    string
	Content []byte
}

// Size is what the attachments come to, bytes.
func (d Draft) Size() (n int64) {
	for _, f := range d.Files {
		n += int64(len(f.Content))
	}
	return n
}

// Recipients reads addresses as they are typed: "Ida <ida@lux.example>, piet@lux.example", also with semicolons between. It returns
// [data.Problems] for what is no address.
func Recipients(text string) ([]mail.Address, error) {
	var all []mail.Address
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || r == '\n' }) {
		if strings.Trim(part, ", \t\r") == "" {
			continue
		}
		list, err := mail.ParseAddressList(strings.Trim(part, ", \t\r"))
		if err != nil {
			return nil, data.Problems{{Field: "to", Key: "problem.mail_address", Args: map[string]any{"Value": strings.TrimSpace(part)}}}
		}
		for _, a := range list {
			all = append(all, *a)
		}
	}
	return all, nil
}

// Write writes d as an .eml that opens unsent (X-Unsent: 1). The same draft gives the same bytes. It returns [data.Problems] when the
// attachments are more than mail programs take.
func Write(w io.Writer, d Draft) error {
	if d.Size() > data.MaxFile {
		return data.Problems{{Field: "attach", Key: "problem.mail_large", Args: map[string]any{"Megabytes": data.MaxFile >> 20}}}
	}
	var b bytes.Buffer
	head := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\r\n", name, value)
		}
	}
	if d.From.Address != "" {
		head("From", d.From.String())
	}
	head("To", addresses(d.To))
	head("Cc", addresses(d.Cc))
	head("Subject", folded(d.Subject))
	head("Date", d.Date.Format(time.RFC1123Z))
	head("X-Unsent", "1")
	head("MIME-Version", "1.0")
	parts := multipart.NewWriter(&b)
	if err := parts.SetBoundary(boundary(d)); err != nil {
		return err
	}
	head("Content-Type", mime.FormatMediaType("multipart/mixed", map[string]string{"boundary": parts.Boundary()}))
	b.WriteString("\r\n")
	if err := writeBody(parts, d.Body); err != nil {
		return err
	}
	for _, f := range d.Files {
		if err := writeFile(parts, f); err != nil {
			return err
		}
	}
	if err := parts.Close(); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// addresses writes a list for a header, each address on a line of its own.
func addresses(list []mail.Address) string {
	words := make([]string, len(list))
	for i, a := range list {
		words[i] = a.String()
	}
	return strings.Join(words, ",\r\n ")
}

// folded encodes a text for a header; the encoder breaks long ones into words, which stand on lines of their own.
func folded(text string) string {
	one := strings.Join(strings.Fields(text), " ")
	return strings.ReplaceAll(mime.QEncoding.Encode("utf-8", one), "?= =?", "?=\r\n =?")
}

// boundary is made of what the mail holds, so that the same mail is the same file, and so that it stands in none of the parts.
func boundary(d Draft) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%v", d.Subject, d.Body, d.To)
	for _, f := range d.Files {
		h.Write([]byte(f.Name))
		h.Write(f.Content)
	}
	return "tradewind_" + hex.EncodeToString(h.Sum(nil))[:40]
}

func writeBody(parts *multipart.Writer, body string) error {
	p, err := parts.CreatePart(textproto.MIMEHeader{"Content-Type": {"text/plain; charset=utf-8"}, "Content-Transfer-Encoding": {"quoted-printable"}})
	if err != nil {
		return err
	}
	q := quotedprintable.NewWriter(p)
	text := strings.ReplaceAll(strings.ReplaceAll(body, "\r\n", "\n"), "\n", "\r\n")
	if _, err := io.WriteString(q, text); err != nil {
		return err
	}
	return q.Close()
}

// writeFile attaches a file. Its name is written as RFC 2231 has it, which today's mail programs read in any script.
func writeFile(parts *multipart.Writer, f File) error {
	p, err := parts.CreatePart(textproto.MIMEHeader{
		"Content-Type":              {typeOf(f.Name)},
		"Content-Disposition":       {mime.FormatMediaType("attachment", map[string]string{"filename": f.Name})},
		"Content-Transfer-Encoding": {"base64"},
	})
	if err != nil {
		return err
	}
	const line = 57 // bytes, 76 letters
	for rest := f.Content; len(rest) > 0; {
		n := min(line, len(rest))
		if _, err := io.WriteString(p, base64.StdEncoding.EncodeToString(rest[:n])+"\r\n"); err != nil {
			return err
		}
		rest = rest[n:]
	}
	return nil
}

// types are those of the files that are attached; the system's table isn't asked, since it differs from one to another.
var types = map[string]string{
	".pdf": "application/pdf", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".csv": "text/csv", ".txt": "text/plain",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".zip": "application/zip", ".eml": "message/rfc822", ".json": "application/json",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

func typeOf(name string) string {
	if t := types[strings.ToLower(path.Ext(name))]; t != "" && t != "message/rfc822" { // a mail inside must not be encoded (RFC 2046 5.2.1)
		return t
	}
	return "application/octet-stream"
}
