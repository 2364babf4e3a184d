/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-target.h"

/* replay FOLDER...: gives each file of the folders to the target, once, without libFuzzer: what a
 * fuzzer has once found stays found. */

static void
test_file (gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &contents, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *) contents, length);
}

int
main (int argc, char **argv)
{
  guint n_files = 0;

  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GDir) folder = g_dir_open (argv[i], 0, NULL);
      const char *name;

      g_assert_nonnull (folder);
      while ((name = g_dir_read_name (folder)) != NULL)
        {
          char *file = g_build_filename (argv[i], name, NULL);
          g_autofree char *path = g_strdup_printf ("/replay/%u/%s", i, name);

          g_test_add_data_func_full (path, file, test_file, g_free);
          n_files++;
        }
    }
  g_assert_cmpuint (n_files, >, 0);

  return g_test_run ();
}
