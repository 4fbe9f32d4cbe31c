package store

// UseDriver opens files by another registered driver until the returned function is called.
func UseDriver(name string) (back func()) {
	before := driverName
	driverName = name
	return func() { driverName = before }
}
