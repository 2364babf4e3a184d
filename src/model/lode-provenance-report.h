/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-problem-list.h"
#include "lode-provenance.h"

G_BEGIN_DECLS

void lode_provenance_report (LodeProvenance  *provenance,
                             LodeProblemList *problems);

G_END_DECLS
