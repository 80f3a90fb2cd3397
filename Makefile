PYTHON ?= python3
PORT ?= 8000
BIN = .venv/bin
export PATH := $(CURDIR)/.venv/bin:$(PATH)
BUNDLE = src/triggerpoints/widgets/static/triggerpoints.js
# One bytecode compilation, not one per start: jupyter-book and nbgrader import over a thousand modules.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve setup book lab formgrader demo test test-all bench figure figure-check generated audit lock docs-check pdf

help: ## list the tasks
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

serve: book ## set up, build the book and serve it at http://127.0.0.1:8000
	@$(BIN)/python tools/serve.py $(PORT)

setup: ## install everything into .venv
	@$(PYTHON) tools/setup.py

$(BUNDLE): setup $(shell find frontend/src -type f) frontend/package-lock.json
	@test -e $@ -a -z "$(filter-out setup,$?)" || $(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .

book: $(BUNDLE) ## build the book into _build/html
	@echo "Building the book …"
	@$(BIN)/jupyter-book build . -W -n --keep-going -q

lab: $(BUNDLE) ## open JupyterLab
	$(BIN)/jupyter lab

formgrader: $(BUNDLE) ## open JupyterLab in a class folder: make formgrader CLASS=../my-class
	@test -n "$(CLASS)" || { echo "Say which class: make formgrader CLASS=../my-class"; exit 1; }
	@test -d "$(CLASS)" || { echo "$(CLASS): there is no such folder; check the path after CLASS="; exit 1; }
	@test -f "$(CLASS)/nbgrader_config.py" || { echo "$(CLASS): not a class folder (it has no nbgrader_config.py); check the path after CLASS="; exit 1; }
	cd "$(CLASS)" && jupyter lab

demo: $(BUNDLE) ## make a demonstration class of 60 simulated students in demo/, graded
	$(BIN)/python tools/demo.py demo

test: ## set up, then run every check that CI runs
	@$(PYTHON) tools/setup.py --browser
	@$(MAKE) --no-print-directory book
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	cd frontend && npm run -s check && npm -s test
	$(BIN)/pytest -n 2 --dist loadfile -m "not slow"

test-all: test ## also the long runs
	$(BIN)/pytest -m slow

bench: book ## ours beside the peer, as ratios; how soon the body map answers on a slow phone
	$(BIN)/python benchmarks/grade.py
	$(BIN)/python benchmarks/page.py
	$(BIN)/python benchmarks/charts.py
	$(BIN)/python benchmarks/interaction.py

figure: setup ## draw the SVGs from figure/curves
	$(BIN)/python figure/draw.py

figure-check: setup ## compare the SVGs with their source and with the measured body
	$(BIN)/python figure/draw.py --check
	$(BIN)/python figure/compare.py

generated: setup ## write the files that are made from others
	$(BIN)/python tools/write_environment.py
	$(BIN)/python tools/write_bib.py
	$(BIN)/python tools/write_schema.py

audit: setup ## print each work that the book cites, what of it was verified, and where it is cited
	@$(BIN)/python tools/audit_references.py

pdf: book ## print the whole book to _build/*.pdf: make pdf PAPER=letter
	$(BIN)/python tools/pdf.py --paper $(or $(PAPER),A4)

docs-check: setup ## check the prose: shape, uncited paragraphs, numbers, reading grade, spelling, links
	@$(BIN)/python tools/docs_check.py

lock: ## pin every dependency, with hashes and without registry addresses
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	$(BIN)/uv pip compile requirements-node.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-node.lock
