package command

func (s *session) demo() error { return usage("command.usage.later", "What", "demo") }
