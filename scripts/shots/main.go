// Command shots draws every screen of the program, without a display, into PNG files: in English and Chinese, in the
// smallest window that is supported and in a large one; with data, empty, with very long texts, and with open lists and
// questions. People look at the pictures (docs/looks.md); nothing compares them.
package main

import (
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"regexp"

	"tradewind/app"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var sizes = []fyne.Size{{Width: 1024, Height: 700}, {Width: 1600, Height: 1000}}

func main() {
	out := flag.String("out", "out/shots", "folder for the pictures")
	only := flag.String("only", "", "draw only the pictures whose name this expression matches")
	flag.Parse()
	if err := run(*out, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(out, only string) error {
	wanted, err := regexp.Compile(only)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	files, err := prepare()
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(files.folder) }() // only copies lie there
	for _, lang := range []string{"en", "zh"} {
		for _, size := range sizes {
			for _, s := range scenes(files) {
				name := fmt.Sprintf("%s-%s-%dx%d.png", s.name, lang, int(size.Width), int(size.Height))
				if !wanted.MatchString(name) {
					continue
				}
				if err := shoot(s, lang, size, filepath.Join(out, name)); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				fmt.Fprintln(os.Stdout, filepath.Join(out, name))
			}
		}
	}
	return nil
}

// shoot draws one scene in a window of its own.
func shoot(s scene, lang string, size fyne.Size, name string) error {
	a := test.NewApp()
	defer a.Quit()
	a.Preferences().SetString("theme", s.theme)
	w, err := app.NewWindow(a, s.file, lang)
	if err != nil {
		return err
	}
	w.Host().Go, w.Host().Later = func(f func()) { f() }, nil
	w.Win().Resize(size)
	w.Start()
	s.act(w)
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	err = png.Encode(file, w.Win().Canvas().Capture())
	w.End()
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}
