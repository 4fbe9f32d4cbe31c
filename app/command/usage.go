package command

import (
	"fmt"
	"runtime/debug"
	"slices"
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
	s.helpOptions(globalOptions)
	fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.codes"))
	return nil
}

// helpOn prints one command's usage and its options.
func (s *session) helpOn(k command) error {
	fmt.Fprintf(s.Out, "%s\n\n  %s\n", s.t(k.help), k.line())
	if len(k.options) > 0 {
		fmt.Fprintln(s.Out)
		s.helpOptions(k.options)
	}
	if slices.ContainsFunc(k.args, func(a argument) bool { return a.name == "KIND" }) || slices.Contains(k.options, "kind") {
		fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.kinds", "Kinds", kindNames()))
	}
	fmt.Fprintf(s.Out, "\n%s\n", s.t("command.help.global"))
	s.helpOptions(globalOptions)
	return nil
}

func (s *session) helpOptions(names []string) {
	for _, name := range names {
		o, _ := optionCalled(name)
		fmt.Fprintf(s.Out, "  %-24s %s\n", "--"+o.name+" "+o.value, s.t(o.help))
	}
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
