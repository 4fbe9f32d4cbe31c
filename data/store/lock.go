package store

import "fmt"

// Lock makes this process the only window of the file at path; a second one gives [ErrOpenElsewhere]. The operating
// system gives the lock back when release is called or the process ends, however it ends. Commands don't lock: they
// rely on transactions alone.
func Lock(path string) (release func() error, err error) {
	release, err = lockFile(path + ".lock")
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return release, nil
}
