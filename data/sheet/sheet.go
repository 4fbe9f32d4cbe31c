// Package sheet reads and writes the CSV and Excel files that merchants exchange.
package sheet
