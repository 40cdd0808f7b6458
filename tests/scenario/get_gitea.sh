#!/usr/bin/env bash
# get_gitea.sh FOLDER: build Gitea there by the `go` on PATH, with the files that it reads beside it.
set -euo pipefail
mkdir -p "$1"
target=$(cd "$1" && pwd)
build=$(mktemp -d)
cd "$build"
version=v1.26.0
# What Gitea has in place of some libraries holds only where it is built as the main module.
cat > go.mod <<'MOD'
module gitea-of-tests

go 1.26.2

godebug x509negativeserial=1

tool code.gitea.io/gitea
MOD
go mod edit -require="code.gitea.io/gitea@$version"
files=$(go mod download -json "code.gitea.io/gitea@$version" | python3 -c 'import json, sys; print(json.load(sys.stdin)["Dir"])')
sed -n '/^replace /p' "$files/go.mod" >> go.mod
cp "$files/go.sum" .
chmod u+w go.sum
go mod tidy 2> tidy.log || { cat tidy.log >&2; exit 1; }
# It serves a test: what takes least to compile will do.
export CGO_ENABLED=1 CGO_CFLAGS=-O0
go build -tags "sqlite sqlite_unlock_notify" -gcflags "all=-N -l" -ldflags "-s -w -X main.Version=${version#v}" \
    -o "$target/gitea" code.gitea.io/gitea
for folder in options public templates; do
    cp -r "$files/$folder" "$target/"
done
chmod -R u+w "$target"
rm -rf "$build"
