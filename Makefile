# Everything a person or CI does with this checkout. On a bare Debian 12 python3.11 and make are enough.

# The first of these that is new enough; if none is, scripts/require.py says so.
ifndef PYTHON
PYTHON := $(shell for name in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && exec echo $$name; done; echo python3)
endif
export PYTHON

BIN := .venv/bin
READY := .venv/ready
REQUIRE = $(PYTHON) scripts/require.py
# CI sets ENGROSS_REQUIRE_TOOLS=1: there a tool that is missing is a failure. Elsewhere its tests are skipped.
OPTIONAL := $(if $(filter 1,$(ENGROSS_REQUIRE_TOOLS)),,--optional)

VERAPDF_VERSION := 1.28.2
VERAPDF_SHA256 := 687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6
VERAPDF_JAR := greenfield-apps-$(VERAPDF_VERSION).jar
VERAPDF := .tools/verapdf/$(VERAPDF_JAR)
# The plugin's version is pinned, because Maven's own choice depends on Maven's version.
MAVEN_COPY := org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy

# The stamp of the last run that succeeded: it has the time of that run's start, and the names of what it read and
# wrote. No name of a document is ever known to make, as its syntax allows neither blanks nor colons in one.
STAMP := build/.made
READ := data templates styles src $(READY) $(wildcard .tools/verapdf)
LEFT_OUT := -name __pycache__ -prune -o -name '.*' -prune -o
NAMES = find $(READ) build $(LEFT_OUT) ! -type d -print | LC_ALL=C sort
UP_TO_DATE = test -e $(STAMP) && $(NAMES) | cmp -s - $(STAMP) && \
	test -z "$$(find $(READ) $(LEFT_OUT) ! -type d -newer $(STAMP) -print -quit)"

.DEFAULT_GOAL := all
.PHONY: all documents test check lint types format verapdf bench compare golden wheel lock clean distclean help

all: $(READY) ## Build every document of data/ into build/ (what make does by itself)
	@if $(UP_TO_DATE); then echo "build/ is up to date: nothing to do"; else $(MAKE) --no-print-directory documents; fi

# One run builds all documents; one that fails leaves the others in place, and the next make tries it again.
documents: $(READY) ## Build them, up to date or not
	@$(REQUIRE) engine
	@mkdir -p build && rm -f $(STAMP) && touch build/.begun
	@$(BIN)/engross build data -o build
	@$(NAMES) >build/.names && touch -r build/.begun build/.names && mv build/.names $(STAMP)

test: $(READY) ## Run all tests, bringing the programs that they need; arguments: make test PYTEST="-k text"
	@$(REQUIRE) engine
	@$(REQUIRE) $(OPTIONAL) extractors
	@$(MAKE) --no-print-directory verapdf $(if $(OPTIONAL),|| echo "no veraPDF: the conformance tests are skipped")
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadscope $(PYTEST)

check: lint types test ## Lint, types and tests: what CI runs

lint: $(READY) ## Check the style and the format of the code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY) ## Check the types, strictly
	@$(BIN)/mypy

format: $(READY) ## Format the code, and mend what can be mended safely
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

verapdf: $(VERAPDF) ## Bring veraPDF (by Maven, checked by its hash) into .tools/, and Java
	@$(REQUIRE) java

$(VERAPDF):
	@$(REQUIRE) java maven
	@rm -rf .tools/incoming
	@echo "fetching veraPDF $(VERAPDF_VERSION)"
	@mvn --quiet --batch-mode $(MAVEN_COPY) \
		-Dartifact=org.verapdf.apps:greenfield-apps:$(VERAPDF_VERSION) -DoutputDirectory=.tools/incoming
	@echo "$(VERAPDF_SHA256)  .tools/incoming/$(VERAPDF_JAR)" | sha256sum --check --quiet
	@mkdir -p $(@D)
	@mv .tools/incoming/$(VERAPDF_JAR) $@

bench: $(READY) ## Measure speed and memory against the engine alone
	@$(BIN)/python -m tests.bench

compare: $(READY) ## Compare with other typesetting programs; arguments: make compare COMPARE=--update
	@$(BIN)/python -m tests.compare $(COMPARE)

golden: $(READY) ## Take the present output as the expected one; look at the difference before committing it
	@$(BIN)/python -m pytest tests/golden --update-golden

wheel: $(READY) ## Build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

lock: ## Resolve requirements.txt anew from pyproject.toml (needs uv)
	@UV_CUSTOM_COMPILE_COMMAND="make lock" UV_FIND_LINKS= uv pip compile --quiet --upgrade --universal \
		--generate-hashes --python-version 3.11 --group dev pyproject.toml --output-file requirements.txt

clean: ## Remove what was built
	@rm -rf build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	@find src tests scripts -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove the virtual environment and the tools too
	@rm -rf .venv .tools

help: ## Show this help
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

$(READY): requirements.txt pyproject.toml
	@$(REQUIRE) python engine
	@echo "setting up .venv"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@touch $@
