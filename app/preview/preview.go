// Package preview turns the pages of a PDF into pictures, so that the window shows the very page that will be printed.
// It runs PDFium as WebAssembly inside the program: no C compiler, nothing to install.
package preview

import (
	"fmt"
	"image"
	"image/draw"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// patience is how long a page waits for the engine.
const patience = time.Minute

// Viewer shows PDFs. The first use compiles the engine, which takes some seconds; after that it is read from the
// cache folder within a tenth of one. A Viewer may be used by several goroutines, one at a time gets its page.
type Viewer struct {
	cacheDir string

	lock   sync.Mutex
	pool   pdfium.Pool
	engine pdfium.Pdfium
}

// New returns a viewer that keeps its compiled engine in cacheDir, or in memory when that is "".
func New(cacheDir string) *Viewer { return &Viewer{cacheDir: cacheDir} }

// Warm gets the engine ready, so that the first page needn't wait for it.
func (v *Viewer) Warm() error {
	v.lock.Lock()
	defer v.lock.Unlock()
	return v.start()
}

// start compiles or loads the engine once.
func (v *Viewer) start() error {
	if v.engine != nil {
		return nil
	}
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if v.cacheDir != "" {
		cache, err := wazero.NewCompilationCacheWithDir(v.cacheDir)
		if err != nil {
			return fmt.Errorf("start preview: %w", err)
		}
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config})
	if err != nil {
		return fmt.Errorf("start preview: %w", err)
	}
	engine, err := pool.GetInstance(patience)
	if err != nil {
		return fmt.Errorf("start preview: %w", err)
	}
	v.pool, v.engine = pool, engine
	return nil
}

// Page returns page n of a PDF, counted from 0, at so many dots per inch, and how many pages the PDF has.
func (v *Viewer) Page(pdf []byte, n, dpi int) (image.Image, int, error) {
	v.lock.Lock()
	defer v.lock.Unlock()
	if err := v.start(); err != nil {
		return nil, 0, err
	}
	opened, err := v.engine.OpenDocument(&requests.OpenDocument{File: &pdf})
	if err != nil {
		return nil, 0, fmt.Errorf("open pdf: %w", err)
	}
	defer v.engine.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: opened.Document}) //nolint:errcheck // the picture is drawn
	count, err := v.engine.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, 0, fmt.Errorf("count pages: %w", err)
	}
	drawn, err := v.engine.RenderPageInDPI(&requests.RenderPageInDPI{
		DPI: dpi, Page: requests.Page{ByIndex: &requests.PageByIndex{Document: opened.Document, Index: n}},
	})
	if err != nil {
		return nil, 0, fmt.Errorf("draw page %d: %w", n, err)
	}
	defer drawn.Cleanup()
	page := image.NewRGBA(drawn.Result.RenderedImage.Bounds()) // the engine's own memory goes with Cleanup
	draw.Draw(page, page.Bounds(), drawn.Result.RenderedImage, page.Bounds().Min, draw.Src)
	return page, count.PageCount, nil
}

// Close ends the engine.
func (v *Viewer) Close() error {
	v.lock.Lock()
	defer v.lock.Unlock()
	if v.pool == nil {
		return nil
	}
	err := v.pool.Close()
	v.pool, v.engine = nil, nil
	return err
}
