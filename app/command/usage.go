package command

import (
	"fmt"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
)

// help prints how the program or one command is to be called.
func (s *session) help() error {
	if s.call.command != nil {
		return s.helpOn(*s.call.command)
	}
	fmt.Fprintf(s.Out, "%s\n\n  tradewind\n  tradewind %s\n\n%s\n", s.t("command.help.title"), s.t("command.help.pattern"), s.t("command.help.commands"))
	for _, k := range commands() {
		fmt.Fprintf(s.Out, "  %-10s %s\n", k.name, s.t(k.help))
	}
	fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.global"))
	s.helpOptions(command{}, globalOptions)
	fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.codes"))
	return nil
}

// helpOn prints one command's usage and its options.
func (s *session) helpOn(k command) error {
	fmt.Fprintf(s.Out, "%s\n\n  %s\n", s.t(k.help), s.placed(k.line()))
	if len(k.options) > 0 {
		fmt.Fprintln(s.Out)
		s.helpOptions(k, k.options)
	}
	if slices.ContainsFunc(k.args, func(a argument) bool { return a.name == "KIND" }) || slices.Contains(k.options, "kind") {
		fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.kinds", "Kinds", kindNames()))
	}
	fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.global"))
	s.helpOptions(k, globalOptions)
	return nil
}

func (s *session) helpOptions(k command, names []string) {
	for _, name := range names {
		o := k.option(name)
		label := s.placed("--" + o.name + " " + o.value)
		fmt.Fprintf(s.Out, "  %s%s %s\n", label, strings.Repeat(" ", max(0, 24-columns(label))), s.t(o.help))
	}
}

// placeholders are the words of usage lines that stand for the user's own, with the keys of what they are called.
var placeholders = map[string]string{
	"FILE": "command.word.file", "DIR": "command.word.folder", "NUMBER": "command.word.number", "KIND": "command.word.kind",
	"NAME": "command.word.name", "WORDS": "command.word.words", "LANG": "command.word.language", "DATE": "command.word.date",
	"COUNTRY": "command.word.country", "MAP": "command.word.map",
}

var placeholder = regexp.MustCompile(`\b[A-Z]{3,}\b`)

// placed names the placeholders of a usage line in the user's language.
func (s *session) placed(line string) string {
	return placeholder.ReplaceAllStringFunc(line, func(word string) string {
		if key, known := placeholders[word]; known {
			return s.t(key)
		}
		return word
	})
}

// Version is the version of the program; the build sets it.
var Version = "dev"

// version prints the version of the program and of its parts that matter for a report of a defect.
func version(s *session) error {
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			if setting.Key == "vcs.revision" {
				revision = setting.Value
			}
		}
	}
	if s.call.on("json") {
		return s.json(map[string]string{"version": Version, "revision": revision})
	}
	fmt.Fprintln(s.Out, "tradewind", Version, revision)
	return nil
}
