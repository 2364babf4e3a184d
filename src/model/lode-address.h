/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_ADDRESS_STATEMENT,
  LODE_ADDRESS_PLACE,
  LODE_ADDRESS_SPEAKER,
  LODE_ADDRESS_QUERY,
  LODE_N_ADDRESS_KINDS
} LodeAddressKind;

/**
 * LodeAddress:
 * @kind: what it leads to
 * @dataset: the id of the dataset; "" for whatever dataset is open
 * @value: the id of the record, or the text of a query
 *
 * Where something of a dataset is: `lode:DATASET/statement/ID`, `lode:DATASET/place/ID`,
 * `lode:DATASET/speaker/ID` or `lode:DATASET/query/TEXT`, a URI by RFC 3986.
 */
typedef struct
{
  LodeAddressKind kind;
  char *dataset;
  char *value;
} LodeAddress;

#define LODE_ADDRESS_SCHEME "lode"

LodeAddress *lode_address_parse   (const char *uri, GError **error);
void         lode_address_free    (LodeAddress *self);
char        *lode_address_dup_uri (LodeAddressKind kind, const char *dataset, const char *value);
const char  *lode_address_get_kind_name (LodeAddressKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeAddress, lode_address_free)

G_END_DECLS
