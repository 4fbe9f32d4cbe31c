// Package launch says whether this build of the program has a window.
package launch
