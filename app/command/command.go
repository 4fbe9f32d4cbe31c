// Package command is Tradewind without its window: every job of the window as a command (DESIGN 4), for tests, scripts
// and batch work. It reads a command line, does one job on the data file and answers with an exit code: 0 done, 1 the
// input is wrong and nothing was changed, 2 wrong usage.
//
// This package and the window are the two places where the parts meet: records from data/store, facts from
// data/document, sentences from i18n.
package command

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"time"

	"tradewind/i18n"
)

// Exit codes of the program (DESIGN 4).
const (
	Done       = 0 // the job is done
	WrongInput = 1 // the input is wrong or the job failed; nothing was changed
	WrongUsage = 2 // the command line can't be understood, or asks for what this version hasn't got
)

// Desk is what the command line works with. Tests put their own streams, clock and environment on it.
type Desk struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(name string) string
	Now      func() time.Time
	Terminal bool // Err is a terminal: long work draws a progress bar there
	// Locale returns the system's own language, for systems that don't put it into the environment; it may be nil.
	Locale func() string
	// Window opens the window over a data file and returns when it is closed; a language of "" takes the one used
	// last. It is nil in a build without a window.
	Window func(ctx context.Context, dataFile, language string) error
}

// Run does what args, without the program's name, ask for and returns the exit code. A panic ends in one sentence and
// a log file, never in a stack trace on the merchant's screen.
func (d Desk) Run(ctx context.Context, args []string) (code int) {
	s := &session{Desk: d, ctx: ctx}
	defer func() {
		if p := recover(); p != nil {
			code = s.crashed(p, debug.Stack())
		}
	}()
	c, err := parse(args)
	s.call = c
	if words, wordsErr := i18n.New(s.uiLanguage()); wordsErr == nil {
		s.words = words
	} else {
		fmt.Fprintln(d.Err, wordsErr)
		return WrongInput
	}
	if err == nil {
		err = s.run()
	}
	return s.finish(err)
}

// session is one run of the program.
type session struct {
	Desk
	ctx   context.Context
	call  call
	words *i18n.Translator
	said  bool // the answer stands on Out: an error must not write a second JSON value there
}

// run finds the command and lets it work.
func (s *session) run() error {
	if lang := s.call.option("ui-lang"); lang != "" && !speaks(lang) {
		return usage("command.usage.ui_lang", "Language", lang)
	}
	switch {
	case s.call.on("help"):
		return s.help()
	case s.call.on("version"):
		return version(s)
	case s.call.command == nil:
		return s.window()
	}
	if err := s.call.check(); err != nil {
		return err
	}
	return s.call.command.run(s)
}

// window opens the window on the data file.
func (s *session) window() error {
	if s.Window == nil {
		return usage("command.window.none")
	}
	path, err := s.dataFile()
	if err != nil {
		return err
	}
	if err := s.makeFolder(path); err != nil {
		return err
	}
	return s.Window(s.ctx, path, s.call.option("ui-lang"))
}

// t returns the sentence for key in the user's language.
func (s *session) t(key string, args ...any) string { return s.words.T(key, args...) }

// crashed says in one sentence that the program failed, and keeps the details in a log file.
func (s *session) crashed(cause any, stack []byte) int {
	log := s.logFile()
	text := fmt.Sprintf("%s\n%v\n\n%s\n", s.Now().UTC().Format(time.RFC3339), cause, stack)
	if err := os.WriteFile(log, []byte(text), 0o600); err != nil {
		log = err.Error()
	}
	sentence := fmt.Sprintf("Tradewind: %v", cause)
	if s.words != nil {
		sentence = s.t("command.crashed", "Cause", fmt.Sprint(cause), "File", log)
	}
	fmt.Fprintln(s.Err, sentence)
	return WrongInput
}
