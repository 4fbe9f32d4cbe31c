package folder

import (
	"context"
	"os"
	"path/filepath"

	"tradewind/data"
	"tradewind/screens/kit"
)

// choose offers what can be done with a file; an issued paper is shown as it was given away.
func (d *Desk) choose(r row) {
	if r.file == nil {
		d.program.Issued(d.order.No, *r.issued)
		return
	}
	t, f := d.host.T, *r.file
	text := t("folder.facts", "Kind", d.kind(r), "Way", d.way(r), "Date", d.host.Date(string(f.Date)), "Size", bytesSaid(f.Size))
	if f.Note != "" {
		text += "\n" + f.Note
	}
	d.host.Ask(f.Name, text,
		kit.Choice{Word: t("folder.remove"), Then: func() { d.remove(f) }},
		kit.Choice{Word: t("folder.save"), Then: func() { d.host.SaveFile(f.Name, func(path string) { d.saveAs(f, path) }) }},
		kit.Choice{Word: t("folder.open"), Main: true, Then: func() { d.open(f) }},
		kit.Choice{Word: t("screen.close")})
}

// open shows a file in the system's program for it.
func (d *Desk) open(f data.OrderFile) {
	kit.Run(d.host, nil, func(ctx context.Context) (bool, error) {
		raw, err := d.store.Attachments.Get(ctx, f.Hash)
		if err == nil {
			err = d.program.Open(f.Name, raw)
		}
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			d.host.ShowError(err)
		}
	})
}

// saveAs writes a file to a path the merchant chose.
func (d *Desk) saveAs(f data.OrderFile, path string) {
	kit.Run(d.host, nil, func(ctx context.Context) (bool, error) {
		raw, err := d.store.Attachments.Get(ctx, f.Hash)
		if err == nil {
			err = os.WriteFile(path, raw, 0o600)
		}
		return true, err
	}, func(_ bool, err error) {
		if err != nil {
			d.host.ShowError(err)
			return
		}
		d.host.Notice(d.host.T("paper.saved", "Path", filepath.Clean(path)), nil)
	})
}

// remove takes a file out of the folder; its bytes stay, so that it can come back.
func (d *Desk) remove(f data.OrderFile) {
	kit.Run(d.host, nil, func(ctx context.Context) (string, error) {
		return d.store.Journal.Made(ctx, func() error { return d.store.Folders.Remove(ctx, f.ID) })
	}, func(batch string, err error) { d.done(batch, d.host.T("folder.removed", "Name", f.Name), err) })
}
