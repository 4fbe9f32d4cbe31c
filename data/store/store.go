// Package store keeps the records of package data in one SQLite file.
package store
