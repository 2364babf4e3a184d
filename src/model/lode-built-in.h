/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The dataset that is compiled into the program. */
#define LODE_BUILT_IN_URI \
  "resource://" LODE_RESOURCE_PATH "/datasets/nz-critical-minerals.said-where.json"

/* Its id: an address that names it can be followed also when it is not open. */
#define LODE_BUILT_IN_ID "nz-critical-minerals-2026-02"
