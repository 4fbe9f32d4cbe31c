// Package app is the window around the screens.
package app
