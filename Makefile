# SPDX-License-Identifier: GPL-3.0-or-later
#
# A thin front for Meson. `make help` says what there is.

# Meson by its path: another python3 that comes first on PATH may bring a meson of its own.
MESON ?= $(firstword $(wildcard /usr/bin/meson) meson)
PREFIX ?= /usr/local
DESTDIR ?=
BUILD := build
BUILD_ASAN := build-asan
BUILD_FUZZ := build-fuzz
FUZZ_SECONDS ?= 600

export MESON DESTDIR PREFIX

.DEFAULT_GOAL := all
.PHONY: all help deps run check asan fuzz check-next check-32bit check-clang check-deb \
        check-reproducible dist \
        flatpak check-flatpak \
        bench screenshots lint pot install uninstall clean distclean

all: deps
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD)

help:
	@echo 'make              build, in $(BUILD)/'
	@echo 'make run          build and start; without a display, take a screenshot of it'
	@echo 'make check        run every test, then again with AddressSanitizer and UBSan'
	@echo 'make asan         only the second half of that'
	@echo 'make fuzz         look for input that crashes, for FUZZ_SECONDS=600 a target'
	@echo 'make check-next   run every test on Debian 13 and sid, each in a tree of its own'
	@echo 'make check-32bit  build the model for i386 and armhf, and run its tests'
	@echo 'make check-clang  build with clang, and run every test'
	@echo 'make check-deb    make a Debian package of what is committed, checked by lintian'
	@echo 'make check-reproducible  build and install twice without a network, and compare'
	@echo 'make dist         pack what is committed, and test what was packed'
	@echo 'make flatpak      build the Flatpak as one file, with the runtime from Flathub'
	@echo 'make check-flatpak  build, install, use and remove it where Flathub is out of reach'
	@echo 'make bench        run the benchmarks'
	@echo 'make screenshots  take the pictures of data/screenshots'
	@echo 'make lint         check the scripts with shellcheck'
	@echo 'make pot          write the template for translators, po/lode.pot'
	@echo 'make install      install under PREFIX=$(PREFIX); DESTDIR is honoured'
	@echo 'make uninstall    remove what was installed from here'
	@echo 'make clean        remove what was built; make distclean: the build folders too'
	@echo
	@echo 'Missing packages are installed with apt; build-aux/packages.txt lists them.'

deps:
	@build-aux/install-packages build

run:
	@build-aux/install-packages build run
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD)
	@build-aux/run $(BUILD)

check:
	@build-aux/install-packages build run headless check
	@build-aux/run-tests $(BUILD) $(BUILD_ASAN)
	@build-aux/fuzz 25

asan:
	@build-aux/install-packages build run headless check
	@build-aux/run-tests $(BUILD_ASAN)

fuzz:
	@build-aux/install-packages build check
	@build-aux/fuzz $(FUZZ_SECONDS)

bench:
	@build-aux/install-packages build run headless check
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD)
	@$(MESON) test -C $(BUILD) --benchmark --verbose

screenshots:
	@build-aux/install-packages build run headless check
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD)
	@build-aux/screenshots $(BUILD)

lint:
	@build-aux/install-packages optional
	@build-aux/lint

# Each of these takes minutes, and none is part of `make check`.
check-next:
	@build-aux/install-packages elsewhere
	@build-aux/check-elsewhere trixie
	@build-aux/check-elsewhere sid

check-32bit:
	@build-aux/install-packages build check 32bit
	@build-aux/check-32bit

check-clang:
	@build-aux/install-packages build run headless check elsewhere
	@CC=clang build-aux/run-tests build-clang

check-deb:
	@build-aux/install-packages build package
	@build-aux/check-deb

check-reproducible:
	@build-aux/install-packages build
	@build-aux/check-reproducible

# Meson tests the archive that it has made, in a folder of its own.
dist:
	@build-aux/install-packages build run headless check
	@build-aux/configure $(BUILD)
	@$(MESON) dist -C $(BUILD) --formats xztar

flatpak:
	@build-aux/install-packages flatpak
	@flatpak/build.sh

check-flatpak:
	@build-aux/install-packages flatpak build run headless check
	@flatpak/test.sh

pot: deps
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD) lode-pot

# After `make`, `sudo make install` builds nothing as root.
install:
	@build-aux/configure $(BUILD)
	@$(MESON) compile -C $(BUILD)
	@$(MESON) install -C $(BUILD) --no-rebuild

uninstall:
	@ninja -C $(BUILD) uninstall

clean:
	@for folder in $(BUILD) $(BUILD_ASAN); do \
	  if [ -f $$folder/build.ninja ]; then ninja -C $$folder clean; fi; \
	done

distclean:
	rm -rf $(BUILD) $(BUILD_ASAN) $(BUILD_FUZZ)
