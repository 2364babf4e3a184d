/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-provenance.h"

G_BEGIN_DECLS

gboolean lode_provenance_can_record (LodeProvenance  *provenance,
                                     GError         **error);
char    *lode_provenance_record     (LodeProvenance  *provenance,
                                     const char      *json,
                                     const char      *day);

G_END_DECLS
