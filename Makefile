# Short names for what ./loupe does. `make` alone lists them.
# M=vision-images picks the module of `make fast`.
M ?= vision

.DEFAULT_GOAL := help
.PHONY: help fast test format bench acceptance detection retrieval nearduplicates promise blindspots demo

help: ## this list
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

fast: ## the tests of one module (M=vision) and what it is built on; some checks left out
	./loupe test -pl $(M) -am -Dspotless.check.skip=true -Denforcer.skip=true

test: ## everything that must hold before a change lands
	./loupe test

format: ## bring the code into the one format
	./loupe format

bench: ## measure the ratios in docs/benchmarks.md
	./loupe bench

acceptance: ## measure the accuracy in docs/acceptance.md, on LOUPE_TEST_DATA
	./loupe test --acceptance

detection: ## measure what detectors find, into docs/detection.md, on LOUPE_TEST_DATA
	./loupe test --detection

retrieval: ## measure how well pictures of the same kind are found, into docs/retrieval.md, on LOUPE_TEST_DATA
	./loupe test --retrieval

nearduplicates: ## measure from which cosine on pictures are near copies, into docs/near-duplicates.md, on LOUPE_TEST_DATA
	./loupe test --near-duplicates

promise: ## measure whether good parts are rejected as rarely as promised, into docs/promise.md, on LOUPE_TEST_DATA
	./loupe test --promise

blindspots: ## check that reported smallest defects hold on fresh parts, into docs/blind-spots.md
	./loupe test --blind-spots

demo: ## make parts, train, inspect, write a report
	./loupe demo
