/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record.h"
#include "lode-topic.h"

G_BEGIN_DECLS

/**
 * LodeProposition:
 *
 * A sentence that one can support or oppose.
 */
#define LODE_TYPE_PROPOSITION (lode_proposition_get_type ())
G_DECLARE_FINAL_TYPE (LodeProposition, lode_proposition, LODE, PROPOSITION, LodeRecord)

const char *lode_proposition_get_text  (LodeProposition *self);
LodeTopic  *lode_proposition_get_topic (LodeProposition *self); /* nullable */

G_END_DECLS
