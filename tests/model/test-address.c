/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-address.h"

#include <gio/gio.h>

static void
test_good (void)
{
  static const struct
  {
    const char *uri;
    LodeAddress address;
    gboolean is_written_so;
  } good[] = {
    { "lode:nz/statement/vidal-antimony", { LODE_ADDRESS_STATEMENT, "nz", "vidal-antimony" }, TRUE },
    { "lode:nz/place/otago", { LODE_ADDRESS_PLACE, "nz", "otago" }, TRUE },
    { "lode:/speaker/josie-vidal", { LODE_ADDRESS_SPEAKER, "", "josie-vidal" }, TRUE },
    { "lode:nz/query/topic:gold%20%C5%8Ct%C4%81kou%2F%25",
      { LODE_ADDRESS_QUERY, "nz", "topic:gold Ōtākou/%" }, TRUE },
    { "lode:nz/query/", { LODE_ADDRESS_QUERY, "nz", "" }, TRUE },
    { "LODE://nz/place/otago", { LODE_ADDRESS_PLACE, "nz", "otago" }, FALSE },
    { "lode:///place/otago", { LODE_ADDRESS_PLACE, "", "otago" }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LodeAddress) address = lode_address_parse (good[i].uri, &error);
      g_autofree char *uri = NULL;

      g_assert_no_error (error);
      g_assert_cmpint (address->kind, ==, good[i].address.kind);
      g_assert_cmpstr (address->dataset, ==, good[i].address.dataset);
      g_assert_cmpstr (address->value, ==, good[i].address.value);
      uri = lode_address_dup_uri (address->kind, address->dataset, address->value);
      if (good[i].is_written_so)
        g_assert_cmpstr (uri, ==, good[i].uri);
    }
}

static void
test_bad (void)
{
  static const char *bad[] = {
    "", "lode:", "lode:nz", "lode:nz/statement", "lode:nz/statement/", "lode:nz/song/x",
    "http://nz/place/otago", "lode:nz/query/%FF", "lode:nz/query/%0", "file:///etc/passwd",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lode_address_parse (bad[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, "lode:DATASET/statement/ID"));
    }
}

int
main (int argc, char **argv)
{
  (g_test_init) (&argc, &argv, NULL);

  g_test_add_func ("/address/good", test_good);
  g_test_add_func ("/address/bad", test_bad);

  return g_test_run ();
}
