/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record.h"

G_BEGIN_DECLS

/**
 * LodeTopic:
 *
 * What a statement is about: a mineral in one dataset, anything in another.
 */
#define LODE_TYPE_TOPIC (lode_topic_get_type ())
G_DECLARE_FINAL_TYPE (LodeTopic, lode_topic, LODE, TOPIC, LodeRecord)

const char         *lode_topic_get_name     (LodeTopic *self);
const char         *lode_topic_get_symbol   (LodeTopic *self); /* "Sb"; NULL: none */
LodeTopic          *lode_topic_get_broader  (LodeTopic *self); /* SKOS broader; NULL: a top topic */
const char * const *lode_topic_get_aliases  (LodeTopic *self); /* never NULL */
const char         *lode_topic_get_colour   (LodeTopic *self); /* "#rrggbb"; NULL: none given */
const char         *lode_topic_get_note     (LodeTopic *self);
const char         *lode_topic_get_wikidata (LodeTopic *self);

G_END_DECLS
