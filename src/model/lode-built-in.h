/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The dataset that is compiled into the program. */
#define LODE_BUILT_IN_URI \
  "resource://" LODE_RESOURCE_PATH "/datasets/nz-critical-minerals.said-where.json"
