# Two commands do everything: `make run` opens the guide, `make test` passes the tests.
PYTHON ?= python3

.PHONY: run test
run:
	$(PYTHON) packaging/dev.py run

test:
	$(PYTHON) packaging/dev.py test
