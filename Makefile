# The commands of the project. `make help` lists them.

export PATH := $(CURDIR)/target/tools/bin:$(CURDIR)/tests/e2e/node_modules/.bin:$(PATH)

# Trunk runs the wasm-bindgen of scripts/split, which cuts the explorer from the first load.
RELEASE = PATH="$(CURDIR)/scripts/split:$$PATH" trunk build --release --offline --features web,split --public-url $(PUBLIC_URL)
PUBLIC_URL = /

.PHONY: help serve build check test bench bench-explorer

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST)

serve: ## Serves the site on http://127.0.0.1:8080, rebuilt on every change
	@scripts/setup.sh serve
	trunk serve --offline

build: ## Builds the release site in dist/
	@scripts/setup.sh build
	$(RELEASE)

check: ## Format, lints, fuzz targets that compile, content
	cargo fmt --check
	cargo clippy --all-features --all-targets -- -D warnings
	cargo check --quiet --manifest-path fuzz/Cargo.toml --target-dir target/fuzz
	cargo run --quiet --features cli --bin catalogue -- check

# Property tests draw their inputs from the sources: the same ones on every machine for a change, others for the next.
test: export PROPTEST_RNG_SEED = $(shell find src tests -name '*.rs' | LC_ALL=C sort | xargs cat | cksum | cut -d' ' -f1)
test: ## Every test
	@scripts/setup.sh test
	PROPTEST_CASES=1024 cargo test
	cargo test --features cli --test suite
	cargo test --target wasm32-unknown-unknown --features web --test adapters --test application
	node tests/browser/with-server.mjs cargo test --target wasm32-unknown-unknown --features web --test calls
	$(RELEASE)
	cd tests/e2e && npx playwright test

bench: ## Speed and memory of the engine, here and in Chromium
	@scripts/setup.sh test
	cargo build --release --features cli,bench --bin catalogue --bin bench
	cargo build --release --features bench --bin bench --target wasm32-unknown-unknown
	wasm-bindgen --target web --out-dir target/bench/pkg target/wasm32-unknown-unknown/release/bench.wasm
	node benches/engine/run.mjs

bench-explorer: ## Our explorer beside those of others, in Chromium, on a document of 13 MB
	@scripts/setup.sh compare
	cargo build --release --features cli --bin catalogue
	$(RELEASE)
	node benches/explorer/run.mjs
