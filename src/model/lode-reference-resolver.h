/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-dataset-private.h"
#include "lode-member-reader.h"

G_BEGIN_DECLS

/**
 * LodeReferenceResolver:
 *
 * Turns the ids by which records name each other into the records.
 */
typedef struct
{
  LodeDataset     *dataset;
  LodeProblemList *problems;
  guint            n_compared; /* words, in search of what somebody may have meant */
} LodeReferenceResolver;

gpointer  lode_reference_resolver_find       (LodeReferenceResolver *self,
                                              LodeArray              array,
                                              const char            *id,
                                              const LodeJsonPath    *path);
/* New references to the records that a member names; NULL and none if it is missing or wrong. */
gpointer  lode_reference_resolver_dup_member (LodeReferenceResolver *self,
                                              LodeMemberReader      *reader,
                                              const char            *name,
                                              LodeArray              array,
                                              LodeMemberNeed         need);
gpointer *lode_reference_resolver_dup_members (LodeReferenceResolver *self,
                                              LodeMemberReader      *reader,
                                              const char            *name,
                                              LodeArray              array,
                                              LodeMemberNeed         need,
                                              guint                 *n_records);

/* Gives @child a new reference to its @parent. */
typedef void (* LodeSetParentFunc) (LodeRecord *child, LodeRecord *parent);

void      lode_reference_resolver_link       (LodeReferenceResolver *self,
                                              LodeArray              array,
                                              const char            *name,
                                              GPtrArray             *ids,
                                              LodeSetParentFunc      set_parent);

G_END_DECLS
