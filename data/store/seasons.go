package store

import (
	"context"

	"tradewind/data"
)

// Seasons keeps the times of the year in which more is sold. A new file has those most merchants prepare for.
type Seasons struct{ at place }

// seasons describes the season's table.
var seasons = &kind[data.Season]{
	name: "season", table: "season",
	record: func(v *data.Season) *data.Record { return &v.Record },
	columns: func(v *data.Season) []column {
		return []column{
			{"code", &v.Code},
			{"names", textJSON{&v.Name}},
			{"market", &v.Market},
			{"yearly", &v.Yearly},
			{"dates", textJSON{&v.Dates}},
			{"days", &v.Length},
			{"lead_in", &v.LeadIn},
			{"percent", &v.Percent},
		}
	},
	check: func(ctx context.Context, w *writing, _, v *data.Season) error {
		twice, err := w.exists(ctx, `SELECT 1 FROM season WHERE code = ? AND id <> ?`, v.Code, v.ID)
		if err == nil && twice {
			err = data.Problems{{Field: "code", Key: "problem.taken"}}
		}
		return err
	},
}

// All returns the live seasons by code.
func (s Seasons) All(ctx context.Context) (list []data.Season, err error) {
	err = s.at.readAt(ctx, func(r reader) error {
		list, err = liveSeasons(ctx, r)
		return err
	})
	return list, err
}

func liveSeasons(ctx context.Context, r reader) ([]data.Season, error) {
	return seasons.load(ctx, r, `WHERE archived = 0 ORDER BY code`)
}

// ByCode returns the season with this code, archived or not, or [data.ErrNotFound].
func (s Seasons) ByCode(ctx context.Context, code string) (data.Season, error) {
	return seasons.get(ctx, s.at, `WHERE code = ?`, code)
}

// Save writes v and returns it as stored. It gives [data.Problems] when v breaks a rule, and [data.ErrConflict] when v
// isn't the newest version.
func (s Seasons) Save(ctx context.Context, v data.Season) (data.Season, error) {
	err := s.at.write(ctx, "", func(w *writing) (err error) {
		v, err = seasons.save(ctx, w, v)
		return err
	})
	return v, err
}

// Archive takes a season out of use, or brings it back.
func (s Seasons) Archive(ctx context.Context, id int64, archived bool) error {
	return s.at.write(ctx, "", func(w *writing) error { return seasons.archive(ctx, w, id, archived) })
}
