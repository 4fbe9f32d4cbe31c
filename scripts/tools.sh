#!/bin/sh
# Puts the linters of the pinned versions into the folder $1, unless they are already on the PATH.
set -eu
dir=$1
PATH=$dir:$PATH
golangci-lint version 2>/dev/null | grep -qF "version ${GOLANGCI_VERSION#v} " ||
	GOBIN=$dir CGO_ENABLED=0 go install "github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$GOLANGCI_VERSION"
gofumpt -version 2>/dev/null | grep -qF "$GOFUMPT_VERSION " ||
	GOBIN=$dir CGO_ENABLED=0 go install "mvdan.cc/gofumpt@$GOFUMPT_VERSION"
