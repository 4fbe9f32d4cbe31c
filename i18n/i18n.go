// Package i18n speaks to the reader in the chosen language.
package i18n
