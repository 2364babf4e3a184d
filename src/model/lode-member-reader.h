/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-problem-list.h"
#include "lode-text-format.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define LODE_MEMBER_READER_MAX 24

typedef enum
{
  LODE_MEMBER_OPTIONAL,
  LODE_MEMBER_REQUIRED,
} LodeMemberNeed;

/**
 * LodeMemberReader:
 *
 * Reads the members of one JSON object, each with its type checked and what is wrong reported. The
 * members that were asked for are the members that are known: at the end, all others are reported.
 * Lives on the stack; what it gives is borrowed from the JSON.
 */
typedef struct
{
  LodeProblemList    *problems;
  JsonObject         *object;
  const LodeJsonPath *path;
  const char         *asked[LODE_MEMBER_READER_MAX];
  guint               n_asked;
  guint               n_found;
  guint               n_members;
} LodeMemberReader;

void         lode_member_reader_begin       (LodeMemberReader   *self,
                                             LodeProblemList    *problems,
                                             JsonObject         *object,
                                             const LodeJsonPath *path);
void         lode_member_reader_end         (LodeMemberReader   *self);

LodeJsonPath lode_member_reader_get_path    (LodeMemberReader   *self,
                                             const char         *name);
gboolean     lode_member_reader_has         (LodeMemberReader   *self,
                                             const char         *name);

/* NULL: missing or wrong, which has been reported if need be. */
JsonNode    *lode_member_reader_get_node    (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeMemberNeed      need);
const char  *lode_member_reader_get_text    (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeTextFormat      format,
                                             LodeMemberNeed      need);
JsonArray   *lode_member_reader_get_array   (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeMemberNeed      need);
JsonArray   *lode_member_reader_get_filled  (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeMemberNeed      need);
JsonObject  *lode_member_reader_get_object  (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeMemberNeed      need);
gboolean     lode_member_reader_get_boolean (LodeMemberReader   *self,
                                             const char         *name);
int          lode_member_reader_get_word    (LodeMemberReader   *self,
                                             const char         *name,
                                             GType               enum_type,
                                             LodeMemberNeed      need);
char       **lode_member_reader_dup_lines   (LodeMemberReader   *self,
                                             const char         *name,
                                             LodeMemberNeed      need);

/* For elements of arrays; NULL and FALSE: wrong, which has been reported. */
const char  *lode_member_reader_check_text  (LodeMemberReader   *self,
                                             JsonNode           *node,
                                             LodeTextFormat      format,
                                             const LodeJsonPath *path);
JsonObject  *lode_json_node_check_object    (JsonNode           *node,
                                             const LodeJsonPath *path,
                                             LodeProblemList    *problems);
gboolean     lode_json_node_check_number    (JsonNode           *node,
                                             const LodeJsonPath *path,
                                             LodeProblemList    *problems,
                                             double             *number);
JsonArray   *lode_json_node_check_array     (JsonNode           *node,
                                             const LodeJsonPath *path,
                                             LodeProblemList    *problems);

G_END_DECLS
