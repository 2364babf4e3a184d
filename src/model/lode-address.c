/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-address.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char * const kind_names[LODE_N_ADDRESS_KINDS] = {
  [LODE_ADDRESS_STATEMENT] = "statement",
  [LODE_ADDRESS_PLACE] = "place",
  [LODE_ADDRESS_SPEAKER] = "speaker",
  [LODE_ADDRESS_QUERY] = "query",
};

static LodeAddress *
parse_parts (char **parts)
{
  for (guint i = 0; i < LODE_N_ADDRESS_KINDS; i++)
    {
      g_autofree char *dataset = NULL;
      g_autofree char *value = NULL;
      LodeAddress *self;

      if (!g_str_equal (parts[1], kind_names[i]))
        continue;

      dataset = g_uri_unescape_string (parts[0], NULL);
      value = g_uri_unescape_string (parts[2], NULL);
      if (dataset == NULL || value == NULL || !g_utf8_validate (value, -1, NULL)
          || (*value == '\0' && i != LODE_ADDRESS_QUERY))
        return NULL;

      self = g_new (LodeAddress, 1);
      *self = (LodeAddress) { i, g_steal_pointer (&dataset), g_steal_pointer (&value) };
      return self;
    }

  return NULL;
}

/**
 * lode_address_parse:
 * @uri: what somebody clicked or typed
 * @error: return location for a GError of G_IO_ERROR_INVALID_ARGUMENT
 *
 * Returns: (transfer full): the address; NULL: it is none
 */
LodeAddress *
lode_address_parse (const char *uri, GError **error)
{
  const char *prefix = LODE_ADDRESS_SCHEME ":";
  LodeAddress *self = NULL;

  g_return_val_if_fail (uri != NULL, NULL);

  if (g_ascii_strncasecmp (uri, prefix, strlen (prefix)) == 0)
    {
      const char *path = uri + strlen (prefix);
      g_auto (GStrv) parts = NULL;

      /* "lode://dataset/…" and "lode:///place/…" are what some programs make of it. */
      if (g_str_has_prefix (path, "//"))
        path += 2;
      parts = g_strsplit (path, "/", 3);
      if (g_strv_length (parts) == 3)
        self = parse_parts (parts);
    }

  if (self == NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 /* Translators: %s is a link that was opened */
                 _("“%s” is no address in Lode. One looks like “lode:DATASET/statement/ID”; "
                   "“place”, “speaker” and “query” may stand for “statement”."), uri);
  return self;
}

void
lode_address_free (LodeAddress *self)
{
  g_free (self->dataset);
  g_free (self->value);
  g_free (self);
}

/**
 * lode_address_dup_uri:
 * @kind: what it leads to
 * @dataset: the id of a dataset; "" for whatever is open
 * @value: the id of a record, or the text of a query
 *
 * Returns: (transfer full): the address, in ASCII
 */
char *
lode_address_dup_uri (LodeAddressKind kind, const char *dataset, const char *value)
{
  g_autofree char *escaped_dataset = NULL;
  g_autofree char *escaped_value = NULL;

  g_return_val_if_fail (kind < LODE_N_ADDRESS_KINDS, NULL);
  g_return_val_if_fail (dataset != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  escaped_dataset = g_uri_escape_string (dataset, NULL, FALSE);
  escaped_value = g_uri_escape_string (value, ":", FALSE);
  return g_strdup_printf (LODE_ADDRESS_SCHEME ":%s/%s/%s", escaped_dataset, kind_names[kind],
                          escaped_value);
}

/* The word for it in an address, and the name of the option of the command line. */
const char *
lode_address_get_kind_name (LodeAddressKind kind)
{
  g_return_val_if_fail (kind < LODE_N_ADDRESS_KINDS, NULL);

  return kind_names[kind];
}
