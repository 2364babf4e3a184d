/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-brief-pdf.h"

#include "lode-brief.h"
#include "lode-shown-text.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* Whoever reads a PDF wants to know whose it is, and to go where a heading is. */

typedef struct
{
  LodeBrief *brief;
  LodeExportWriter *out;
  cairo_surface_t *surface;
  guint n_statements;
  guint n_steps; /* told to the writer */
  gboolean stopped;
} Job;

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  lode_export_writer_put_n (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* To lay a statement out and to draw it is half a step each. FALSE: it is cancelled. */
static gboolean
tell_progress (Job *job, guint n_halves)
{
  while (!job->stopped && job->n_steps < MIN (n_halves / 2, job->n_statements))
    {
      job->stopped = !lode_export_writer_step (job->out);
      job->n_steps++;
    }
  return !job->stopped;
}

static void
heading_cb (const char *title, guint page, double y, gpointer user_data)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 %d]", page + 1, (int) y);

  cairo_pdf_surface_add_outline (user_data, CAIRO_PDF_OUTLINE_ROOT, title, link, 0);
}

static void
set_metadata (cairo_surface_t *surface, LodeDataset *dataset)
{
  const char *maintainer = lode_dataset_get_maintainer (dataset);
  g_autofree char *title = lode_shown_text_dup (lode_dataset_get_title (dataset));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%FT%TZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (maintainer != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, maintainer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Lode " LODE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static void
lay_out (Job *job)
{
  gboolean more = TRUE;

  while (more)
    more = lode_brief_lay_out (job->brief)
           && tell_progress (job, lode_brief_count_until (job->brief, G_MAXUINT - 1));
}

static void
draw (Job *job)
{
  cairo_t *cr = cairo_create (job->surface);

  lode_brief_set_heading_func (job->brief, heading_cb, job->surface);
  for (guint i = 0; !job->stopped && i < lode_brief_get_n_pages (job->brief); i++)
    {
      lode_brief_draw_page (job->brief, cr, i);
      cairo_show_page (cr);
      tell_progress (job, job->n_statements + lode_brief_count_until (job->brief, i));
    }
  cairo_destroy (cr);
}

gboolean
lode_brief_paint (LodeExport *export, LodeExportWriter *out, GError **error)
{
  LodeDataset *dataset = lode_export_get_dataset (export);
  g_autoptr (LodeBrief) brief = lode_brief_new (export);
  Job job = { .brief = brief, .out = out };
  cairo_status_t status;
  double width, height;

  job.n_statements = g_list_model_get_n_items (lode_export_get_statements (export));
  lode_brief_get_paper (brief, &width, &height);
  job.surface = cairo_pdf_surface_create_for_stream (write_cb, out, width, height);
  set_metadata (job.surface, dataset);
  lay_out (&job);
  draw (&job);
  cairo_surface_finish (job.surface);
  status = cairo_surface_status (job.surface);
  cairo_surface_destroy (job.surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The brief could not be made: %s"),
               cairo_status_to_string (status));
  return FALSE;
}
