package mail_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	stdmail "net/mail"
	"slices"
	"strings"
	"testing"
	"time"

	"tradewind/data"
	"tradewind/data/mail"

	"pgregory.net/rapid"
)

// read reads a mail as a mail program does.
func read(t *rapid.T, raw []byte) (to []*stdmail.Address, subject, body string, files []mail.File) {
	m, err := stdmail.ReadMessage(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("To") != "" {
		if to, err = m.Header.AddressList("To"); err != nil {
			t.Fatal(err)
		}
	}
	if subject, err = new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject")); err != nil {
		t.Fatal(err)
	}
	if m.Header.Get("X-Unsent") != "1" {
		t.Fatal("it wouldn't open as a draft")
	}
	_, params, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(m.Body, params["boundary"])
	for first := true; ; first = false {
		p, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return to, subject, body, files
		}
		if err != nil {
			t.Fatal(err)
		}
		if first {
			text, _ := io.ReadAll(p) // quoted-printable is read by the package
			body = string(text)
			continue
		}
		raw, err := io.ReadAll(decoded(p))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, mail.File{Name: p.FileName(), Content: raw})
	}
}

// decoded reads base64.
func decoded(r io.Reader) io.Reader { return base64.NewDecoder(base64.StdEncoding, r) }

func TestAMailIsReadAsItWasWritten(t *testing.T) {
	words := rapid.StringOfN(rapid.RuneFrom([]rune("aZ 9.,;:\"<>()=?_-äß€中文عربиΩ")), 0, 80, -1)
	rapid.Check(t, func(t *rapid.T) {
		d := mail.Draft{Subject: strings.Join(strings.Fields(words.Draw(t, "subject")), " "), Date: time.Unix(1, 0).UTC()}
		d.Body = words.Draw(t, "line") + "\n" + words.Draw(t, "line") + "\n." + words.Draw(t, "line")
		for i := range rapid.IntRange(0, 3).Draw(t, "recipients") {
			d.To = append(d.To, stdmail.Address{Name: strings.TrimSpace(words.Draw(t, "name")), Address: string(rune('a'+i)) + "@lux.example"})
		}
		for range rapid.IntRange(0, 3).Draw(t, "files") {
			name := rapid.StringOfN(rapid.RuneFrom([]rune("aZ 9.-äß中文عи'\"")), 1, 40, -1).Draw(t, "file") + ".pdf"
			d.Files = append(d.Files, mail.File{Name: name, Content: rapid.SliceOfN(rapid.Byte(), 0, 500).Draw(t, "bytes")})
		}
		var b, again bytes.Buffer
		if err := mail.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		if err := mail.Write(&again, d); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
			t.Fatal("the same mail is another file")
		}
		for line := range bytes.SplitSeq(b.Bytes(), []byte("\r\n")) {
			if len(line) > 998 || bytes.ContainsFunc(line, func(r rune) bool { return r > 126 || r == '\n' }) {
				t.Fatalf("a line mail servers change: %q", line)
			}
		}
		to, subject, body, files := read(t, b.Bytes())
		if subject != d.Subject || strings.ReplaceAll(body, "\r\n", "\n") != d.Body || len(to) != len(d.To) {
			t.Fatalf("read %q %q of %q %q", subject, body, d.Subject, d.Body)
		}
		for i, a := range to {
			if *a != d.To[i] {
				t.Fatalf("recipient %v of %v", a, d.To[i])
			}
		}
		if !slices.EqualFunc(files, d.Files, func(a, b mail.File) bool { return a.Name == b.Name && bytes.Equal(a.Content, b.Content) }) {
			t.Fatalf("files %v of %v", files, d.Files)
		}
	})
}

func TestRecipientsAreReadAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, " ; ,": 0, "ida@lux.example": 1, "Ida Visser <ida@lux.example>; piet@lux.example": 2, "a@b.example, c@d.example\ne@f.example;": 3,
	} {
		if list, err := mail.Recipients(text); err != nil || len(list) != want {
			t.Errorf("%q: %v, %v", text, list, err)
		}
	}
	if _, err := mail.Recipients("ida at lux"); err == nil {
		t.Error("no address is taken")
	}
}

func TestAMailThatNoProgramTakesIsRefused(t *testing.T) {
	d := mail.Draft{Files: []mail.File{{Name: "a.pdf", Content: make([]byte, data.MaxFile+1)}}}
	if err := mail.Write(io.Discard, d); err == nil {
		t.Error("written")
	}
}
