package pdf

import (
	"io"
	"testing"
)

func BenchmarkRender(b *testing.B) {
	p, page := New(fonts()), invoice(40)
	for b.Loop() {
		if err := p.Render(io.Discard, page); err != nil {
			b.Fatal(err)
		}
	}
}
