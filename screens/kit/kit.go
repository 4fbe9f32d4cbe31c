// Package kit holds what every screen is built from.
package kit
