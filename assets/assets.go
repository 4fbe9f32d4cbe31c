// Package assets holds the icon, the fonts and the sample company.
package assets
