package main

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"

	"tradewind/app"
	"tradewind/screens/kit"
	"tradewind/screens/products"

	"fyne.io/fyne/v2"
)

// furnish makes a home folder for the choosers of files, so that pictures show the same on every computer.
func furnish(folder string) error {
	home := filepath.Join(folder, "home")
	for _, name := range []string{"Desktop", "Downloads", "Documents/Letters", "Documents/2026 客户资料"} {
		if err := os.MkdirAll(filepath.Join(home, filepath.FromSlash(name)), 0o755); err != nil {
			return err
		}
	}
	for name, content := range map[string]string{
		"Documents/products.csv": "sku;name\nCUP-01;Cup\n", "Documents/价目表 2026.xlsx": "x",
		"Documents/customers with a rather long name of the file, as exported by the shop on 22 November 2026 (final).csv": "x",
		"../doubts.csv": "sku;name;price;currency;gtin\nCUP-01;Cup;1.25;USD;6901234500012\nCUP-02;Mug;1.20;USD;6901234500189\n",
	} {
		if err := os.WriteFile(filepath.Join(home, filepath.FromSlash(name)), []byte(content), 0o600); err != nil {
			return err
		}
	}
	for _, name := range []string{"bottle.png", "mug, blue.png"} {
		if err := drawing(filepath.Join(home, "Documents", name)); err != nil {
			return err
		}
	}
	if err := os.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config")); err != nil {
		return err
	}
	return os.Setenv("HOME", home)
}

// drawing writes a picture that can be told from an empty field.
func drawing(path string) error {
	img := image.NewNRGBA(image.Rect(0, 0, 300, 400))
	for y := range 400 {
		for x := range 300 {
			c := color.NRGBA{230, 236, 242, 255}
			if x > 100 && x < 200 && y > 60 {
				c = color.NRGBA{11, 92, 158, 255}
			}
			img.Set(x, y, c)
		}
	}
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	err = png.Encode(file, img)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// fileScenes are the pictures of choosing, writing and dropping files.
func fileScenes(f files) []scene {
	nothing := func(string) {}
	documents := filepath.Join(f.folder, "home", "Documents")
	return []scene{
		{"chooser-table", f.sample, "", func(w *app.Window) { open(w, 0); w.Host().OpenFile(kit.Tables, nothing) }},
		{"chooser-picture", f.sample, "", func(w *app.Window) {
			open(w, 0)
			w.Host().OpenFile(kit.Pictures, nothing)
			keys(w, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
		}},
		{"chooser-save", f.sample, "", func(w *app.Window) { open(w, 0); w.Host().SaveFile("commercial-invoice-CI-2026-0001-en.pdf", nothing) }},
		{"chooser-folder", f.sample, "", func(w *app.Window) { open(w, 0); w.Host().OpenFolder(nothing) }},
		{"chooser-gone", f.sample, "", func(w *app.Window) {
			open(w, 0)
			w.Host().OpenFile(kit.Backups, nothing)
			w.Host().DropFile(filepath.Join(f.folder, "no such folder"))
		}},
		{"chooser-dark", f.sample, "dark", func(w *app.Window) { open(w, 0); w.Host().OpenFile(kit.Tables, nothing) }},
		{"dropped-picture", f.sample, "", func(w *app.Window) {
			open(w, 0)
			w.Current().(*products.Screen).TakePicture(fyne.Position{}, filepath.Join(documents, "bottle.png"))
			scroll(w, 100000)
		}},
		{"dropped-nowhere", f.sample, "", func(w *app.Window) { open(w, 2); w.Host().Notice(w.Host().T("screen.drop.picture"), nil) }},
	}
}

// savedDoubts saves a product whose number of the barcode is wrong.
func savedDoubts(w *app.Window) {
	open(w, 0)
	press(w, "model", fyne.KeyEnd)
	word(w, ".")
	w.Current().Keep(func() {})
}
