# The commands of the project. `make help` lists them.

.PHONY: help test check

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST)

check: ## Format and lints
	cargo fmt --check
	cargo clippy --features cli --all-targets -- -D warnings

test: ## Every test
	cargo test
	cargo test --features cli
