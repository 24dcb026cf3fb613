# Short names; each calls bin/. `make run` and `make test` need no step before them.
.PHONY: run test dev bench lint ci screenshots mutants clean help

run: ## build, load the demo figures once, serve on http://127.0.0.1:8080
	@bin/run

test: ## all tests: form, both database engines, browser, API
	@bin/test

dev: ## serve from a debug build
	@bin/dev

bench: ## speed beside peers, as ratios
	@bin/bench

lint: ## form only
	@bin/lint

ci: ## what a build server does, on a clean clone
	@bin/ci

screenshots: ## pictures of the main pages into docs/screenshots
	@bin/screenshots

mutants: ## checks of rights taken out one at a time: does a test miss each?
	@bin/mutate-checks

clean: ## remove what was built; the databases in data/ stay
	@rm -rf .build .venv .venv-bench Public/vendor

help: ## this list
	@sed -n 's/^\([a-z]*\): ## \(.*\)/\1\t\2/p' Makefile
