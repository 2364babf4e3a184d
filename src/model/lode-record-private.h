/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-record.h"

G_BEGIN_DECLS

/* The private headers of the records show their fields to the parsers, which fill a record that
 * nobody else has seen yet, and never touch it again. Nobody else includes them: there are no
 * setters, and so a record that has left the reader cannot change. */

/* Gives @self its id; once, straight after g_object_new(). */
void lode_record_take_id (LodeRecord *self, char *id);
/* The language of its dataset, which must last for ever (see g_intern_string()), or NULL. */
void lode_record_set_language (LodeRecord *self, const char *language);

#define LODE_RECORD_PARAM_FLAGS (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS)

/* Installs the read-only property @name, a nullable string, of a record class. */
void lode_record_class_install_string (GObjectClass *object_class, guint id, const char *name);
/* The same, for a NULL-terminated array of strings. */
void lode_record_class_install_strv   (GObjectClass *object_class, guint id, const char *name);
/* The same, for an object of @type. */
void lode_record_class_install_object (GObjectClass *object_class,
                                       guint         id,
                                       const char   *name,
                                       GType         type);
/* The same, for a value of the enumeration @type. */
void lode_record_class_install_enum   (GObjectClass *object_class,
                                       guint         id,
                                       const char   *name,
                                       GType         type);

G_END_DECLS
