// Package folder is the desk of an order's files: what came, what was sent, the papers that were issued; and the way to write a mail with
// them.
package folder

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/mail"
	"tradewind/data/store"
	"tradewind/screens/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Program is what the desk asks of the program around it.
type Program struct {
	Compose func(ctx context.Context, q mail.Question) (mail.Composed, error)
	Open    func(name string, content []byte) error // shows a file in the system's program for it
	Issued  func(order string, d data.Issued)       // shows an issued paper as it was given away
}

// Desk shows the files of one order.
type Desk struct {
	host    *kit.Host
	store   *store.Store
	program Program
	content fyne.CanvasObject
	loader  *kit.Loader[facts]
	order   data.Order
	facts   facts
	words   *kit.Paragraph
	table   *kit.Table[row]
	add     *kit.Button
	write   *kit.Button
	texts   *kit.Button
	writing *letter // the open form of a mail
	next    func()  // done once, when the files of an order are read
}

// facts is what the store knows of the order's files.
type facts struct {
	files     []data.OrderFile
	issued    []data.Issued
	shipments []data.Shipment
}

// row is a file that came or went, or an issued paper.
type row struct {
	file   *data.OrderFile
	issued *data.Issued
}

// New returns the desk.
func New(host *kit.Host, st *store.Store, program Program) *Desk {
	d := &Desk{host: host, store: st, program: program, loader: kit.NewLoader[facts](host), words: kit.NewParagraph("")}
	t := host.T
	d.add = kit.NewButton(t("folder.add"), theme.ContentAddIcon(), func() { host.OpenFile(kit.AnyFile, func(path string) { d.Take(path) }) })
	d.texts = kit.NewButton(t("mail.texts"), nil, d.askTemplate)
	d.write = kit.NewButton(t("mail.write"), theme.MailComposeIcon(), d.askMail)
	d.table = kit.NewTable([]kit.Column[row]{
		{Title: t("folder.name"), Width: 110, Share: 3, Text: row.name},
		{Title: t("folder.kind"), Width: 84, Share: 1, Text: d.kind},
		{Title: t("folder.way"), Width: 78, Text: d.way, State: func(r row) (kit.Tone, bool) { return tone(r), true }},
		{Title: t("order.date"), Width: 104, Text: func(r row) string { return host.Date(string(r.date())) }},
		{Title: t("folder.size"), Width: 64, Right: true, Text: func(r row) string { return size(r) }},
	})
	d.table.OnChosen = func(_ int, r row) { d.table.List.UnselectAll(); d.choose(r) }
	d.table.WhenEmpty(t("folder.none"), nil)
	bar := kit.Row(kit.Small, d.add, d.texts, kit.Spring(), d.write)
	d.content = kit.Frame(kit.Pad(kit.Small, kit.Medium, kit.Pile(kit.Small, d.words, bar)), nil, nil, nil, d.table.Content)
	return d
}

// Object is the whole desk.
func (d *Desk) Object() fyne.CanvasObject { return d.content }

// First gives the button that writes a mail the keyboard.
func (d *Desk) First() { d.host.Focus(d.write) }

// Show asks for the files of an order.
func (d *Desk) Show(o data.Order) {
	d.order = o
	d.loader.Fill(func(ctx context.Context) (f facts, err error) {
		if f.files, err = d.store.Folders.Of(ctx, o.ID); err != nil {
			return f, err
		}
		if f.issued, err = d.store.Documents.Of(ctx, o.ID); err != nil {
			return f, err
		}
		f.shipments, err = d.store.Shipments.OfOrder(ctx, o.ID)
		return f, err
	}, d.fill)
}

// fill shows what the store knows, the newest first.
func (d *Desk) fill(f facts) {
	d.facts = f
	var rows []row
	for i := range f.files {
		rows = append(rows, row{file: &f.files[i]})
	}
	for i := range f.issued {
		rows = append(rows, row{issued: &f.issued[i]})
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(b.date(), a.date()) })
	d.table.Set(rows)
	d.words.SetText(d.host.T("folder.sum", "Files", len(f.files), "Papers", len(f.issued)))
	d.content.Refresh()
	if next := d.next; next != nil {
		d.next = nil
		next()
	}
}

// Write opens a mail of a purpose to the buyer of an order, with facts that its writer knows already.
func (d *Desk) Write(o data.Order, p data.MailPurpose, said map[string]string) {
	d.next = func() { d.askMailOf(p, said) }
	d.Show(o)
}

func (r row) name() string {
	if r.file != nil {
		return r.file.Name
	}
	return r.issued.Numbered()
}

func (r row) date() data.Date {
	if r.file != nil {
		return r.file.Date
	}
	return r.issued.Date
}

// fileWords are the keys of what kinds of file are called.
var fileWords = map[data.FileKind]string{
	data.FileScan: "folder.kind.scan", data.FileTransport: "folder.kind.transport", data.FileBank: "folder.kind.bank", data.FileMail: "folder.kind.mail",
	data.FilePhoto: "folder.kind.photo", data.FileOther: "folder.kind.other",
}

func (d *Desk) kind(r row) string {
	if r.file == nil {
		return kit.PaperWord(d.host, r.issued.Kind)
	}
	return d.host.T(fileWords[r.file.Kind])
}

func (d *Desk) way(r row) string {
	switch {
	case r.file == nil && r.issued.Voided != "":
		return d.host.T("folder.way.void")
	case r.file == nil:
		return d.host.T("folder.way.issued")
	case r.file.Direction == data.FileSent:
		return d.host.T("folder.way.sent")
	}
	return d.host.T("folder.way.received")
}

func tone(r row) kit.Tone {
	switch {
	case r.file == nil && r.issued.Voided != "":
		return kit.Bad
	case r.file == nil:
		return kit.Good
	case r.file.Direction == data.FileSent:
		return kit.Info
	}
	return kit.Plain
}

// size is how large a file is, as people say it.
func size(r row) string {
	if r.file == nil {
		return ""
	}
	return bytesSaid(r.file.Size)
}

// bytesSaid says how many bytes: "640 KB", "2.4 MB".
func bytesSaid(n int64) string {
	if n < 1<<20 {
		return strconv.FormatInt(max(1, (n+512)/1024), 10) + " KB"
	}
	tenths := (n*10 + 1<<19) >> 20
	return strconv.FormatInt(tenths/10, 10) + "." + strconv.FormatInt(tenths%10, 10) + " MB"
}

// Take puts a file into the order's folder. It reports whether it could be tried: there must be an order.
func (d *Desk) Take(path string) bool {
	if d.order.ID == 0 {
		return false
	}
	no := d.order.No
	kit.Run(d.host, d.add, func(ctx context.Context) (string, error) {
		raw, err := intake.ReadFile(path, data.MaxFile)
		if err != nil {
			return "", err
		}
		return d.store.Journal.Made(ctx, func() error {
			_, err := d.store.Folders.Put(ctx, no, data.OrderFile{Name: filepath.Base(path)}, raw)
			return err
		})
	}, func(batch string, err error) {
		d.done(batch, d.host.T("folder.added", "Name", filepath.Base(path)), err)
	})
	return true
}

// done says what was done, with a way back, and shows the folder as it is then.
func (d *Desk) done(batch, said string, err error) {
	if err != nil {
		d.host.ShowError(err)
		return
	}
	var back func()
	if batch != "" {
		back = func() { d.undo(batch) }
	}
	d.host.Notice(said, back)
	d.Show(d.order)
}

func (d *Desk) undo(batch string) {
	kit.TakeBack(d.host, d.store.Journal.Undo, batch, func() { d.Show(d.order) })
}
