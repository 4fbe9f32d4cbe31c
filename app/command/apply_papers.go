package command

import (
	"context"
	"errors"
	"path/filepath"
	"strconv"

	"tradewind/data"
	"tradewind/data/intake"
	"tradewind/data/picture"
)

// required takes a text that must be there.
func required(f fields, name string, problems *data.Problems) string {
	text := f.text(name, problems)
	if text == "" && len(*problems) == 0 {
		problems.Add(name, "problem.required")
	}
	return text
}

// notFound names the number that nothing has; other errors pass.
func notFound(field, value string, err error) error {
	if errors.Is(err, data.ErrNotFound) {
		return data.Problems{{Field: field, Key: "problem.not_found", Args: map[string]any{"Value": value}}}
	}
	return err
}

// request takes what issue and revise have in common.
func request(f fields, problems *data.Problems) (number, lang string, date data.Date) {
	number = required(f, "number", problems)
	if lang = f.text("lang", problems); lang != "" {
		if _, err := languagesOf(lang); err != nil {
			problems.Add("lang", "command.apply.language")
		}
	}
	if day := f.text("date", problems); day != "" {
		var err error
		if date, err = data.ParseDate(day); err != nil {
			problems.Add("date", "problem.not_a_date")
		}
	}
	return number, lang, date
}

func (a *applying) issue(f fields) (outcome, error) {
	var problems data.Problems
	name := required(f, "kind", &problems)
	number, lang, date := request(f, &problems)
	kind, err := paperKind(name)
	if err != nil {
		return outcome{}, err
	}
	part := a.part(kind, f, &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	if d, err := a.st.Documents.ByNumber(a.ctx, number, -1); err == nil {
		number = d.Origin()
	}
	return a.give(issuing{kind: kind, number: number, date: date, lang: lang, part: part})
}

// part reads which lines, and how much of them, a proforma covers; "" without lines: all.
func (a *applying) part(kind data.Kind, f fields, problems *data.Problems) string {
	raw, said := f.take("lines")
	if !said {
		return ""
	}
	if kind != data.Proforma {
		problems.Add("lines", "command.apply.part_kind")
		return ""
	}
	list := listOf(raw, "lines", problems)
	lines := make([]data.ShipmentLine, len(list))
	for i, one := range list {
		*problems = append(*problems, within("lines."+strconv.Itoa(i+1), fill(&lines[i], one))...)
	}
	if len(lines) == 0 {
		problems.Add("lines", "problem.required")
	}
	return data.PartText(lines)
}

// revise issues a document anew after its records changed. Without a change there is nothing to revise.
func (a *applying) revise(f fields) (outcome, error) {
	var problems data.Problems
	number, lang, date := request(f, &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	before, err := a.st.Documents.ByNumber(a.ctx, number, -1)
	if err != nil {
		return outcome{}, notFound("number", number, err)
	}
	if lang == "" {
		lang = before.Language
	}
	again := issuing{kind: before.Kind, number: before.Origin(), date: date, lang: lang}
	if _, is := data.ParsePart(before.Part); is {
		again.part = before.Part
	}
	o, err := a.give(again)
	if err == nil && o.Number == before.Number && o.Revision == before.Revision {
		return o, data.Problems{{Field: "number", Key: "command.apply.nothing_to_revise"}}
	}
	return o, err
}

// give issues a paper of an order or shipment.
func (a *applying) give(i issuing) (outcome, error) {
	kind, number := i.kind, i.number
	d, before, _, err := a.issueOne(a.st, i)
	if unknown := (refusal{}); errors.As(err, &unknown) {
		return outcome{}, data.Problems{{Field: "number", Key: "problem.not_found", Args: map[string]any{"Value": number}}}
	}
	result := "issued"
	if before {
		result = string(data.Unchanged)
	}
	return outcome{Kind: kind, Number: d.Number, Revision: d.Revision, Changes: a.differences(d.Changes), Result: result}, err
}

func (a *applying) void(f fields) (outcome, error) {
	var problems data.Problems
	number := required(f, "number", &problems)
	reason := required(f, "reason", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	err := a.st.Documents.Void(a.ctx, number, reason)
	return outcome{Number: number, Result: "voided"}, notFound("number", number, err)
}

// archive takes a record out of the lists, or brings it back.
func (a *applying) archive(f fields, archived bool) (outcome, error) {
	var problems data.Problems
	kind := required(f, "record", &problems)
	number := required(f, "number", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	err := a.archiveRecord(kind, number, archived)
	if errors.Is(err, errNoRecord) {
		return outcome{}, data.Problems{{Field: "record", Key: "command.apply.record"}}
	}
	result := "archived"
	if !archived {
		result = "restored"
	}
	return outcome{Number: number, Result: result}, notFound("number", number, err)
}

// errNoRecord says that there is no kind of record of a name that could be put away.
var errNoRecord = errors.New("no such kind of record")

// archiveRecord finds a record by its number and puts it away, or brings it back.
func (a *applying) archiveRecord(kind, number string, archived bool) error {
	st := a.st
	kinds := map[string]archiving{
		"product":        archivingOf(st.Products.BySKU, func(p data.Product) int64 { return p.ID }, st.Products.Archive),
		"partner":        archivingOf(st.Partners.ByCode, func(p data.Partner) int64 { return p.ID }, st.Partners.Archive),
		"order":          archivingOf(st.Orders.ByNo, func(o data.Order) int64 { return o.ID }, st.Orders.Archive),
		purchaseKindName: archivingOf(st.Purchases.ByNo, func(p data.PurchaseOrder) int64 { return p.ID }, st.Purchases.Archive),
		campaignKindName: archivingOf(st.Campaigns.ByNo, func(c data.Campaign) int64 { return c.ID }, st.Campaigns.Archive),
		"shipment":       archivingOf(st.Shipments.ByNo, func(s data.Shipment) int64 { return s.ID }, st.Shipments.Archive),
	}
	archive, known := kinds[kind]
	if !known {
		return errNoRecord
	}
	return archive(a.ctx, number, archived)
}

// archiving takes the record with a number out of the lists, or brings it back.
type archiving func(ctx context.Context, number string, archived bool) error

// archivingOf does so with what finds a record, its ID, and what archives it.
func archivingOf[T any](find func(context.Context, string) (T, error), id func(T) int64, archive func(context.Context, int64, bool) error) archiving {
	return func(ctx context.Context, number string, archived bool) error {
		record, err := find(ctx, number)
		if err != nil {
			return err
		}
		return archive(ctx, id(record), archived)
	}
}

// undo takes a whole batch back: an import, an apply, a save of the window.
func (a *applying) undo(f fields) (outcome, error) {
	var problems data.Problems
	batch := required(f, "batch", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	err := a.st.Journal.Undo(a.ctx, batch)
	return outcome{Number: batch, Result: "undone"}, notFound("batch", batch, err)
}

// attach puts a picture file, or the scan of a certificate, into the store and at its place.
func (a *applying) attach(f fields) (outcome, error) {
	var problems data.Problems
	path := required(f, "file", &problems)
	to := required(f, "to", &problems)
	number, role, name := f.text("number", &problems), f.text("role", &problems), f.text("name", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	if to == "certificate" {
		return a.attachScan(f, number, intake.Beside(a.folder, path))
	}
	limit := picture.Sharp
	if to == "product" {
		limit = picture.Limit
	}
	taken, err := intake.ReadPicture(intake.Beside(a.folder, path), limit)
	if err != nil {
		return outcome{}, under("file", err)
	}
	hash, err := a.st.Attachments.Put(a.ctx, filepath.Base(path), taken.Bytes)
	if err != nil {
		return outcome{}, under("file", err)
	}
	if to == "product" {
		if role == "" {
			role = "main"
		}
		err = intake.Attach(a.ctx, a.st, number, data.Picture{Hash: hash, Role: role, Name: filepath.Base(path)})
		return outcome{Number: number, Result: "attached"}, notFound("number", number, err)
	}
	return outcome{Number: to, Result: "attached"}, a.attachToCompany(to, name, hash)
}

// attachScan gives a product's certificate its scan. The certificate is found by "certificate", its kind, and, where the product has
// several of that kind, by "certificate_no".
func (a *applying) attachScan(f fields, sku, path string) (outcome, error) {
	var problems data.Problems
	kind, number := required(f, "certificate", &problems), f.text("certificate_no", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	raw, err := intake.ReadScan(path)
	if err != nil {
		return outcome{}, under("file", err)
	}
	hash, err := a.st.Attachments.Put(a.ctx, filepath.Base(path), raw)
	if err != nil {
		return outcome{}, under("file", err)
	}
	err = intake.AttachScan(a.ctx, a.st, sku, kind, number, hash)
	return outcome{Number: sku, Result: "attached"}, notFound("number", sku, err)
}

// attachToCompany puts a picture to its place; name is that of a letterhead.
func (a *applying) attachToCompany(to, name string, hash data.Hash) error {
	c, err := a.st.Company.Get(a.ctx)
	if err != nil {
		return err
	}
	switch to {
	case "logo":
		c.SetLogo(hash)
	case "letterhead":
		if wrong := attachToLetterhead(&c, name, hash); len(wrong) > 0 {
			return wrong
		}
	case "stamp":
		c.Stamp = hash
	case "signature":
		c.Signature = hash
	default:
		return data.Problems{{Field: "to", Key: "command.apply.attach_to"}}
	}
	_, err = a.st.Company.Save(a.ctx, c)
	return err
}

// folderOf returns where the files that an apply file names are found from: beside it.
func folderOf(name string) string {
	if name == "stdin" {
		return ""
	}
	return filepath.Dir(name)
}
