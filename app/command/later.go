package command

func (s *session) demo() error      { return usage("command.usage.later", "What", "demo") }
func (s *session) show() error      { return usage("command.usage.later", "What", "show") }
func (s *session) document() error  { return usage("command.usage.later", "What", "document") }
func (s *session) documents() error { return usage("command.usage.later", "What", "documents") }
func (s *session) check() error     { return usage("command.usage.later", "What", "check") }
func (s *session) apply() error     { return usage("command.usage.later", "What", "apply") }
func (s *session) backup() error    { return usage("command.usage.later", "What", "backup") }
func (s *session) restore() error   { return usage("command.usage.later", "What", "restore") }
func (s *session) verify() error    { return usage("command.usage.later", "What", "verify") }
