// Command shots draws every screen of the program, without a display, into PNG files: in English and Chinese, in the
// smallest window that is supported and in a large one; with data, empty, with very long texts, and with open lists and
// questions. People look at the pictures (docs/looks.md); nothing compares them.
package main

import (
	"flag"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

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

// perProcess is how many pictures one process draws. The toolkit keeps what it made of the fonts for each window as
// long as it runs, near a hundred megabytes, so that a few hundred pictures would take more than a laptop has.
const perProcess = 16

// run draws the wanted pictures: a few by itself, more by calling this program for some at a time.
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
	list, err := pictures(files, wanted)
	if err != nil {
		return err
	}
	if len(list) > perProcess {
		return divide(list, out)
	}
	for _, one := range list {
		path := filepath.Join(out, one.name())
		if err := shoot(one.scene, one.lang, one.size, path); err != nil {
			return fmt.Errorf("%s: %w", one.name(), err)
		}
		fmt.Fprintln(os.Stdout, path)
	}
	return nil
}

// pictures are the wanted ones, each once: else a process would have another one draw what it was told to draw.
func pictures(f files, wanted *regexp.Regexp) (list []picture, err error) {
	seen := map[string]bool{}
	for _, lang := range []string{"en", "zh"} {
		for _, size := range sizes {
			for _, s := range scenes(f) {
				one := picture{s, lang, size}
				if seen[one.name()] {
					return nil, fmt.Errorf("two scenes are called %s", one.name())
				}
				if seen[one.name()] = true; wanted.MatchString(one.name()) {
					list = append(list, one)
				}
			}
		}
	}
	return list, nil
}

// picture is a scene in one language and size.
type picture struct {
	scene scene
	lang  string
	size  fyne.Size
}

// name is the picture's file name.
func (p picture) name() string {
	return fmt.Sprintf("%s-%s-%dx%d.png", p.scene.name, p.lang, int(p.size.Width), int(p.size.Height))
}

// divide has processes of their own draw the pictures, some at a time.
func divide(list []picture, out string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	for part := range slices.Chunk(list, perProcess) {
		names := make([]string, len(part))
		for i, one := range part {
			names[i] = regexp.QuoteMeta(one.name())
		}
		draw := exec.Command(self, "--out", out, "--only", "^("+strings.Join(names, "|")+")$") //nolint:gosec,noctx // this program
		draw.Stdout, draw.Stderr = os.Stdout, os.Stderr
		if err := draw.Run(); err != nil {
			return err
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
