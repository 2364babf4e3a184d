/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeCodePointMap:
 *
 * Bytes to code points and back, in a UTF-8 text of any length, in constant time. Does not own the
 * text.
 */
typedef struct _LodeCodePointMap LodeCodePointMap;

LodeCodePointMap *lode_code_point_map_new          (const char       *text,
                                                    gsize             length);
void              lode_code_point_map_free         (LodeCodePointMap *self);
gsize             lode_code_point_map_get_size     (LodeCodePointMap *self);
gsize             lode_code_point_map_get_position (LodeCodePointMap *self,
                                                    gsize             byte);
gsize             lode_code_point_map_get_byte     (LodeCodePointMap *self,
                                                    gsize             position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeCodePointMap, lode_code_point_map_free)

G_END_DECLS
