# `make build` builds and previews-to-be the archive in this folder; `make test` passes its tests.
# Both work on a fresh machine that has Python 3.11 or later, make and (for the tests) Debian's apt
# or a Chromium: they make .venv and install everything from the lock file.

PYTHON ?= python3
BIN = .venv/bin

.PHONY: build serve test check hunt lock bench clean

build: .venv/installed
	$(BIN)/warraq build $(if $(BASE_URL),--base-url $(BASE_URL))
	@echo "Preview it with: make serve"

serve: .venv/installed
	$(BIN)/warraq serve

test: .venv/installed check
	sh .ci/chromium
	$(BIN)/pytest -n auto --dist loadfile

check: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/codespell

# Looks for inputs that break a property, with twenty times the examples of a test run.
hunt: .venv/installed
	WARRAQ_HUNT=20 $(BIN)/pytest -m "hypothesis and not browser"

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "warraq needs Python 3.11 or later; name one with: make PYTHON=python3.11 ...")'
	$(BIN)/python -m pip --version > /dev/null 2>&1 || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
	touch .venv/installed

# Needs uv. Every package with the hashes of its files, for all systems.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 --extra suggest --group test --group check --group build pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
	  --python-version 3.11 --group bench pyproject.toml -o bench/requirements.lock

bench: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements.lock
	$(BIN)/python bench/build_vs_hugo.py $(if $(CORPUS),--corpus $(CORPUS))

clean:
	rm -rf public .warraq .mypy_cache .ruff_cache .pytest_cache .hypothesis bench/work
