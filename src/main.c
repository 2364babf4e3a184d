/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-application.h"
#include "lode-brief-pdf.h"
#include "lode-cli-picture.h"
#include "lode-cli.h"
#include "lode-map-picture.h"

#include <glib/gi18n.h>
#include <locale.h>

static GBytes *
render_picture (LodeDataset *dataset, const char *id, GError **error)
{
  g_autoptr (LodeMapPicture) picture = lode_map_picture_new (dataset, NULL);
  LodePictureFormat format = LODE_PICTURE_PNG;

  lode_picture_format_parse (id, &format);
  return lode_map_picture_render (picture, format, 2, NULL, error);
}

static const LodeCliPicture pictures[] = {
  { "png", "PNG", N_("The map with its markers, as pixels"), render_picture },
  { "svg", "SVG", N_("The map, as shapes to be edited"), render_picture },
  { "pdf", "PDF", N_("The map, as shapes to be printed"), render_picture },
  { NULL },
};

int
main (int argc, char **argv)
{
  g_autoptr (LodeApplication) application = NULL;
  const char *localedir;
  gboolean handled = FALSE;
  int status;

  setlocale (LC_ALL, "");
  /* A build that is not installed has its translations elsewhere, and so have the tests. */
  localedir = g_getenv ("LODE_LOCALEDIR");
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  lode_cli_set_pictures (pictures);
  lode_export_set_painter (lode_brief_paint);
  status = lode_cli_run (argc, argv, &handled);
  if (handled)
    return status;

  application = lode_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
