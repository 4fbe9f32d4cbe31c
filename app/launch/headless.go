//go:build headless

package launch

import "context"

// Window is missing in this build: it has the commands only, and needs neither OpenGL nor a C compiler.
var Window func(ctx context.Context, dataFile, language string) error
