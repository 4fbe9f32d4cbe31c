package payments

import (
	"testing"

	"tradewind/data"
	"tradewind/screens/kit"
)

func TestARateIsTypedOverThatDaysRate(t *testing.T) {
	b := open(t)
	ctx := t.Context()
	shown := 0
	ask := func(base data.Currency, figure string) *rating {
		r := newRating(b.host, b.store, "CNY", func() { shown++ })
		kit.SetIn(r.base, kit.Currencies(b.host), base)
		r.form.Set("rate", figure)
		r.save()
		return r
	}
	of := func() string {
		found, err := b.store.Rates.On(ctx, "USD", "CNY", b.host.Today())
		if err != nil {
			return err.Error()
		}
		return found.Rate.String()
	}
	ask("USD", "7.1")
	ask("USD", "7.25")
	if of() != "7.25" || shown != 2 || b.host.Question() != nil {
		t.Fatalf("rate %s, shown %d times", of(), shown)
	}
	for _, wrong := range []string{"", "0", "-1", "much"} {
		r := ask("USD", wrong)
		if b.host.Question() == nil || of() != "7.25" {
			t.Errorf("%q is taken: %s", wrong, of())
		}
		r.q.Close()
	}
	ask("CNY", "1").q.Close() // in itself
	if of() != "7.25" || shown != 2 {
		t.Errorf("rate %s, shown %d times", of(), shown)
	}
	there, err := b.store.Rates.On(ctx, "USD", "CNY", b.host.Today())
	if err != nil || b.store.Rates.Archive(ctx, there.ID, true) != nil {
		t.Fatal(err)
	}
	ask("USD", "7.3")
	if of() != "7.3" {
		t.Errorf("after it was put away: %s", of())
	}
}
