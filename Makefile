# Tradewind. "make demo" and "make test" need Go and make, nothing else: no display, no C compiler.

GO       ?= go
HEADLESS := CGO_ENABLED=0 $(GO)
TAGS     := -tags headless
TESTTAGS := -tags headless,test
WINDOW   := CGO_ENABLED=1 CC=clang $(GO)
TOOLS    := $(CURDIR)/out/tools
export GOLANGCI_VERSION := v2.15.0
export GOFUMPT_VERSION  := v0.12.0

.PHONY: help demo test run lint bench shots e2e window windows clean

help: ## this list
	@grep -E '^[a-z0-9-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: out/tradewind-headless ## the sample company's papers as PDF, Excel and JSON in out/demo
	out/tradewind-headless demo --out out/demo

test: ## all tests, without a display and without a C compiler
	$(HEADLESS) test $(TESTTAGS) ./...

run: window ## build the window and open it
	out/tradewind

lint: ## formatting, linters, import arrows, catalogs
	@scripts/tools.sh $(TOOLS)
	@PATH="$(TOOLS):$$PATH" sh -c 'bad=$$(gofumpt -l .); [ -z "$$bad" ] || { echo "not formatted (gofumpt -w):"; echo "$$bad"; exit 1; }'
	PATH="$(TOOLS):$$PATH" CGO_ENABLED=0 golangci-lint run --allow-parallel-runners ./...
	$(HEADLESS) test $(TESTTAGS) . ./i18n

bench: ## measure against other ways of doing it, papers, imports, lists, searches; writes docs/bench.md
	@scripts/bench.sh

shots: ## every screen in English and Chinese as PNG in out/shots
	$(HEADLESS) run $(TESTTAGS) ./scripts/shots --out out/shots

e2e: ## drive the real window once under a virtual display
	scripts/e2e.sh

window: ## build the window program as out/tradewind
	@scripts/packages.sh window
	$(WINDOW) build -tags migrated_fynedo -trimpath -o out/tradewind .

windows: ## cross-build for Windows into dist: the window, and the command line with a console
	@scripts/packages.sh windows
	GOOS=windows GOARCH=amd64 CGO_ENABLED=1 CC=$(CURDIR)/scripts/cc-windows $(GO) build -tags migrated_fynedo -trimpath -ldflags '-s -w -H windowsgui' -o dist/tradewind.exe .
	GOOS=windows GOARCH=amd64 $(HEADLESS) build $(TAGS) -trimpath -ldflags '-s -w' -o dist/tradewind-cli.exe .

clean: ## remove what was built
	rm -rf out dist

.PHONY: out/tradewind-headless
out/tradewind-headless:
	$(HEADLESS) build $(TAGS) -trimpath -o $@ .
