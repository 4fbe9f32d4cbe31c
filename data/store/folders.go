package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// Folders keeps the files of orders.
type Folders struct{ at place }

// orderFiles describes their table. The bytes are attachments.
var orderFiles = &kind[data.OrderFile]{
	name: "order-file", table: "order_file",
	record: func(f *data.OrderFile) *data.Record { return &f.Record },
	columns: func(f *data.OrderFile) []column {
		return []column{
			{"order_id", reference{&f.OrderID}},
			{"shipment_id", reference{&f.ShipmentID}},
			{"name", &f.Name},
			{"kind", &f.Kind},
			{"direction", &f.Direction},
			{"date", &f.Date},
			{"note", &f.Note},
			{"hash", &f.Hash},
			{"size", &f.Size},
		}
	},
	hidden: func(f *data.OrderFile) []*int64 { return []*int64{&f.OrderID, &f.ShipmentID} },
	check: func(_ context.Context, w *writing, _, f *data.OrderFile) error {
		if f.Date == "" {
			f.Date = data.DateOf(w.at)
		}
		return nil
	},
	fill: fillOrderFiles,
}

// fillOrderFiles reads the numbers of the orders and shipments whose files they are.
func fillOrderFiles(ctx context.Context, r reader, found []*data.OrderFile) error {
	for _, f := range found {
		err := r.QueryRowContext(ctx, `SELECT o.order_no, coalesce((SELECT h.shipment_no FROM shipment h WHERE h.id = ?), '') FROM sales_order o WHERE o.id = ?`,
			f.ShipmentID, f.OrderID).Scan(&f.OrderNo, &f.ShipmentNo)
		if err != nil {
			return err
		}
	}
	return nil
}

// Put keeps a file in the folder of the order or shipment called number, in which case it is that of the shipment's first order. Without a kind it
// is guessed by the name; without a direction it came. It gives [data.Problems] for files that folders don't take.
func (s Folders) Put(ctx context.Context, number string, f data.OrderFile, bytes []byte) (data.OrderFile, error) {
	f.Size, f.Hash = int64(len(bytes)), hashOf(bytes)
	if f.Kind == "" {
		f.Kind = data.GuessKind(f.Name)
	}
	if f.Direction == "" {
		f.Direction = data.FileReceived
	}
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		o, sh, err := w.whose(ctx, number)
		if err != nil {
			return err
		}
		f.OrderID, f.OrderNo, f.ShipmentID, f.ShipmentNo = o.ID, o.No, sh.ID, sh.No
		if err := f.Validate(); err != nil {
			return err
		}
		if _, err := (Attachments{place{within: w}}).Put(ctx, f.Name, bytes); err != nil {
			return err
		}
		f, err = orderFiles.save(ctx, w, f)
		return err
	})
	return f, err
}

// whose finds the order that a number means, or the shipment and its first order; without one the shipment's ID is 0.
func (w *writing) whose(ctx context.Context, number string) (o data.Order, sh data.Shipment, err error) {
	if o, err = orders.one(ctx, w.tx, `WHERE order_no = ?`, number); err == nil {
		return o, sh, nil
	}
	if sh, err = shipments.one(ctx, w.tx, `WHERE shipment_no = ?`, number); err != nil {
		return o, sh, fmt.Errorf("%s: %w", number, err)
	}
	o, err = orders.byID(ctx, w.tx, sh.OrderID)
	return o, sh, err
}

// Of returns the files of an order, the newest first, without their bytes.
func (s Folders) Of(ctx context.Context, orderID int64) (list []data.OrderFile, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = orderFiles.load(ctx, r, `WHERE order_id = ? AND archived = 0 ORDER BY date DESC, id DESC`, orderID)
		return err
	})
	return list, err
}

// Remove takes a file out of its folder. It can be undone: the bytes stay.
func (s Folders) Remove(ctx context.Context, id int64) error {
	return s.at.write(ctx, "", func(w *writing) error { return orderFiles.archive(ctx, w, id, true) })
}

// Mails keeps the texts of mails that the merchant changed.
type Mails struct{ at place }

// mails describes their table.
var mails = &kind[data.MailTemplate]{
	name: "mail-template", table: "mail_template",
	record: func(m *data.MailTemplate) *data.Record { return &m.Record },
	columns: func(m *data.MailTemplate) []column {
		return []column{{"purpose", &m.Purpose}, {"language", &m.Language}, {"subject", &m.Subject}, {"body", &m.Body}}
	},
}

// All returns the shipped templates with the saved ones in their place, see [data.MailsWith].
func (s Mails) All(ctx context.Context) (list []data.MailTemplate, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = mails.load(ctx, r, `ORDER BY purpose, language`)
		return err
	})
	return data.MailsWith(list), err
}

// Of returns the saved template of a purpose and language, archived or not, or [data.ErrNotFound].
func (s Mails) Of(ctx context.Context, p data.MailPurpose, language string) (data.MailTemplate, error) {
	return mails.get(ctx, s.at, `WHERE purpose = ? AND language = ?`, string(p), language)
}

// Save writes m and returns it as stored. It gives [data.Problems] when m breaks a rule and [data.ErrConflict] when m isn't the newest
// version.
func (s Mails) Save(ctx context.Context, m data.MailTemplate) (data.MailTemplate, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		m, err = mails.save(ctx, w, m)
		return err
	})
	return m, err
}
