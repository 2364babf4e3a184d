/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LodeJsonEditor:
 *
 * Changes single members of a JSON document and leaves every other byte as it is, so that the
 * difference is what was changed and nothing else.
 */
typedef struct _LodeJsonEditor LodeJsonEditor;

LodeJsonEditor *lode_json_editor_new          (const char         *json);
void            lode_json_editor_free         (LodeJsonEditor     *self);
GArray         *lode_json_editor_get_elements (LodeJsonEditor     *self,
                                               const char         *array);
void            lode_json_editor_set_string   (LodeJsonEditor     *self,
                                               gsize               object,
                                               const char         *name,
                                               const char         *value,
                                               const char * const *after);
void            lode_json_editor_set_span     (LodeJsonEditor     *self,
                                               gsize               object,
                                               const char         *name,
                                               guint64             start,
                                               guint64             end,
                                               const char * const *after);
char           *lode_json_editor_apply        (LodeJsonEditor     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeJsonEditor, lode_json_editor_free)

G_END_DECLS
