/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-json-string.h"

G_BEGIN_DECLS

/**
 * LodeJsonKeys:
 *
 * The names of the members of all objects that are open while a document is scanned, to find those
 * that an object has twice, however they are escaped.
 */
typedef struct _LodeJsonKeys LodeJsonKeys;

/* The @length bytes at @second, still escaped, are a name that the object has already. */
typedef void (* LodeJsonKeysFunc) (const char *second,
                                   gsize       length,
                                   gpointer    user_data);

LodeJsonKeys *lode_json_keys_new   (void);
void          lode_json_keys_free  (LodeJsonKeys     *self);
void          lode_json_keys_begin (LodeJsonKeys     *self);
void          lode_json_keys_add   (LodeJsonKeys     *self,
                                    const char       *start,
                                    gsize             length);
void          lode_json_keys_end   (LodeJsonKeys     *self,
                                    LodeJsonKeysFunc  duplicate,
                                    gpointer          user_data);

G_END_DECLS
