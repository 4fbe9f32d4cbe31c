package store

import (
	"context"
	"fmt"

	"tradewind/data"
)

// takenBack is true of a movement m that a counter-entry takes back, by itself or with its batch, which is in force: undone
// it isn't, and done again it is.
const takenBack = `(EXISTS (SELECT 1 FROM movement c WHERE c.reverses = m.uuid AND c.reverses <> '' AND (
		WITH RECURSIVE chain (uuid) AS (SELECT b.uuid FROM journal_batch b WHERE b.id = c.batch_id
			UNION ALL SELECT u.uuid FROM journal_batch u JOIN chain ON u.undoes = chain.uuid)
		SELECT count(*) FROM chain) % 2 = 1)
	OR (WITH RECURSIVE chain (uuid) AS (SELECT b.uuid FROM journal_batch b WHERE b.id = m.batch_id
			UNION ALL SELECT u.uuid FROM journal_batch u JOIN chain ON u.undoes = chain.uuid)
		SELECT count(*) FROM chain) % 2 = 0)`

// TakeBack meets one movement by a counter-entry, for the reason in note; a receipt of a purchase order is taken back of
// the order too. It gives [data.Problems] when the goods aren't there any more or are kept for orders, and where the
// movement isn't one that is taken back alone: what was sent or transferred, and what was taken back already.
func (s Stock) TakeBack(ctx context.Context, movement, note string) error {
	return s.at.write(ctx, "", func(w *writing) error {
		list, err := movements(ctx, w.tx, `WHERE m.uuid = ?`, movement)
		if err == nil && len(list) == 0 {
			err = fmt.Errorf("movement %s: %w", movement, data.ErrNotFound)
		}
		if err != nil {
			return err
		}
		m := list[0]
		switch {
		case m.Taken:
			return data.Problems{{Key: "stock.back.gone"}}
		case !m.TakenBackAlone():
			return data.Problems{{Key: "stock.back.not_alone"}}
		}
		of, batch := m.ID, m.Batch
		m.Quantity, m.Reason, m.Reverses, m.Note = -m.Quantity, data.Reversed, m.UUID, note
		if err := w.move(ctx, m); err != nil {
			return err
		}
		came, err := w.receiptsOf(ctx, batch)
		if err == nil && came[of] {
			err = w.counterReceipt(ctx, of)
		}
		return err
	})
}

// refuseTakenBack refuses to take a batch back of which a movement was taken back alone.
func (w *writing) refuseTakenBack(ctx context.Context, batch int64) error {
	gone, err := w.exists(ctx, `SELECT 1 FROM movement m WHERE m.batch_id = ? AND `+takenBack, batch)
	if err == nil && gone {
		err = data.ErrConflict
	}
	return err
}
