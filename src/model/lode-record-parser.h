/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-reference-resolver.h"

G_BEGIN_DECLS

/* Each reads one element of its array into a new record. What is wrong is reported; the record is
 * then incomplete, but there, so that references to it are not reported too. References within
 * the same array are left to lode_reference_resolver_link(). */
typedef LodeRecord * (* LodeRecordParser) (LodeReferenceResolver *resolver,
                                           LodeMemberReader      *reader);

LodeRecord *lode_record_parser_read_source      (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);
LodeRecord *lode_record_parser_read_topic       (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);
LodeRecord *lode_record_parser_read_actor       (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);
LodeRecord *lode_record_parser_read_place       (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);
LodeRecord *lode_record_parser_read_proposition (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);
LodeRecord *lode_record_parser_read_statement   (LodeReferenceResolver *resolver,
                                                 LodeMemberReader      *reader);

G_END_DECLS
