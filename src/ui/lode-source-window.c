/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-source-window.h"

#include "lode-date.h"
#include "lode-guide-window.h"
#include "lode-other-wordings.h"
#include "lode-passage-finder.h"
#include "lode-plain-label.h"
#include "lode-set-string.h"
#include "lode-shown-text.h"
#include "lode-verification-style.h"
#include "lode-wordings-box.h"

#include <glib/gi18n.h>

/* Code points on each side of the quotation that the text view gets: it would take seconds over
 * megabytes. */
#define CONTEXT 100000
#define MAX_OTHERS 4

struct _LodeSourceWindow
{
  AdwWindow parent_instance;

  LodeStatement *statement;
  LodeProvenance *provenance;
  char *part;      /* of the text, that the text view has */
  guint scrolling; /* id of a source; 0: none */
  GCancellable *searching; /* NULL: nothing is searched for */

  AdwWindowTitle *window_title;
  GtkImage *outcome_icon;
  GtkLabel *outcome_label;
  GtkLabel *explanation_label;
  GtkWidget *others_box;
  GtkStack *stack;
  GtkWidget *search_box;
  GtkSpinner *search_spinner;
  LodeWordingsBox *nearest_box;
  GtkLabel *cut_label;
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (LodeSourceWindow, lode_source_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_PROVENANCE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_title (LodeSourceWindow *self)
{
  LodeSource *source = lode_statement_get_source (self->statement);
  LodeActor *actor = lode_statement_get_actor (self->statement);
  /* Translators: %s is who said it */
  g_autofree char *title = g_strdup_printf (_("%s in the Source"), lode_actor_get_name (actor));
  g_autofree char *shown = lode_shown_text_dup (title);
  g_autofree char *subtitle = lode_shown_text_dup (lode_source_get_title (source));

  adw_window_title_set_title (self->window_title, shown);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), shown);
}

static char *
dup_source_line (LodeStatement *statement)
{
  LodeSource *source = lode_statement_get_source (statement);
  g_autofree char *day = lode_date_format (lode_source_get_published (source));
  const char *publisher = lode_source_get_publisher (source);

  return g_strjoin (", ", publisher != NULL ? publisher : lode_source_get_title (source), day,
                    NULL);
}

/* What other sources have for it, with the differences marked. */
static void
show_others (LodeSourceWindow *self, LodeDataset *dataset)
{
  g_autoptr (GPtrArray) others = lode_other_wordings_find (dataset, self->statement);
  g_autofree char *line = dup_source_line (self->statement);
  g_autofree char *words =
    g_strjoinv ("\n\n", (char **) lode_statement_get_paragraphs (self->statement));
  GtkWidget *last;

  while (LODE_IS_WORDINGS_BOX (last = gtk_widget_get_last_child (self->others_box)))
    gtk_box_remove (GTK_BOX (self->others_box), last);

  for (guint i = 0; i < MIN (others->len, MAX_OTHERS); i++)
    {
      LodeStatement *other = others->pdata[i];
      GtkWidget *box = lode_wordings_box_new ();
      g_autofree char *other_line = dup_source_line (other);
      g_autofree char *other_words =
        g_strjoinv ("\n\n", (char **) lode_statement_get_paragraphs (other));

      lode_wordings_box_set_wordings (LODE_WORDINGS_BOX (box), line, words, other_line,
                                      other_words);
      gtk_box_append (GTK_BOX (self->others_box), box);
    }
  gtk_widget_set_visible (self->others_box, others->len > 0);
}

static void
show_outcome (LodeSourceWindow *self, const LodeVerification *verification)
{
  LodeSource *source = lode_statement_get_source (self->statement);
  const char *error = lode_provenance_get_text_error (self->provenance, source);
  g_autofree char *title = lode_verification_dup_title (verification, self->statement);
  g_autofree char *explanation = lode_verification_dup_explanation (verification, self->statement);
  g_autofree char *text = NULL;

  text = error != NULL ? g_strjoin ("\n", explanation, error, NULL) : g_strdup (explanation);
  gtk_image_set_from_icon_name (self->outcome_icon, lode_verification_get_icon_name (verification));
  lode_verification_style_widget (verification, GTK_WIDGET (self->outcome_icon));
  lode_label_set_text (self->outcome_label, title);
  lode_label_set_text (self->explanation_label, text);
}

static void
tag_range (GtkTextBuffer *buffer, const char *tag, gsize start, gsize end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &from, &to);
}

/* The paragraphs that the passage begins and ends in stand out from the rest of the text. */
static void
tag_paragraph (GtkTextBuffer *buffer, gsize start, gsize end)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, end);
  gtk_text_iter_set_line_offset (&from, 0);
  if (!gtk_text_iter_ends_line (&to))
    gtk_text_iter_forward_to_line_end (&to);
  gtk_text_buffer_apply_tag_by_name (buffer, "paragraph", &from, &to);
}

/* What is copied is what the source says, not what stands for it on the screen. */
static void
copy_clipboard_cb (LodeSourceWindow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *selected = NULL;
  GtkTextIter from, to;

  if (self->part == NULL || !gtk_text_buffer_get_selection_bounds (buffer, &from, &to))
    return;

  selected = g_utf8_substring (self->part, gtk_text_iter_get_offset (&from),
                               gtk_text_iter_get_offset (&to));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), selected);
  g_signal_stop_emission_by_name (self->text_view, "copy-clipboard");
}

static gboolean
scroll_cb (gpointer user_data)
{
  LodeSourceWindow *self = LODE_SOURCE_WINDOW (user_data);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  self->scrolling = 0;
  gtk_text_view_scroll_to_mark (self->text_view, gtk_text_buffer_get_insert (buffer),
                                0.1, TRUE, 0, 0.3);
  return G_SOURCE_REMOVE;
}

/* Shows what stands around the passage from @start to @end, in code points, with @tag on it; NULL:
 * the text from its beginning. */
static void
show_text (LodeSourceWindow *self, LodeSourceText *text, gsize start, gsize end, const char *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  const gsize size = lode_code_point_map_get_size (lode_source_text_get_map (text));
  const gsize from = start > CONTEXT ? start - CONTEXT : 0;
  const gsize to = MIN (size, end + CONTEXT);
  g_autofree char *part = lode_source_text_dup_part (text, from, to);
  g_autofree char *shown = lode_shown_text_dup (part);
  GtkTextIter iter;

  gtk_text_buffer_set_text (buffer, shown, -1);
  lode_set_string (&self->part, part);
  gtk_widget_set_visible (GTK_WIDGET (self->cut_label), from > 0 || to < size);
  lode_label_set_text (self->cut_label,
                      _("The text is long: only what stands around the words is shown."));
  if (tag != NULL)
    {
      tag_paragraph (buffer, start - from, end - from);
      tag_range (buffer, tag, start - from, end - from);
    }

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, start - from);
  gtk_text_buffer_place_cursor (buffer, &iter);
  /* After the layout that the new text needs. */
  if (self->scrolling == 0)
    self->scrolling = g_idle_add_full (G_PRIORITY_LOW, scroll_cb, self, NULL);
}

/* A quotation, and the passage of a text that comes nearest to it, in code points. */
typedef struct
{
  LodeSourceText *text;
  char **paragraphs;
  gsize start;
  gsize end;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->text);
  g_strfreev (search->paragraphs);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  g_autoptr (LodePassageFinder) finder = lode_passage_finder_new (search->text);
  gboolean is_found = lode_passage_finder_find (finder,
                                                (const char * const *) search->paragraphs,
                                                &search->start, &search->end);

  g_task_return_boolean (task, is_found);
}

static void
stop_searching (LodeSourceWindow *self)
{
  if (self->searching == NULL)
    return;

  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  gtk_spinner_stop (self->search_spinner);
  gtk_widget_set_visible (self->search_box, FALSE);
}

/* The words of the text that come nearest, beside the quotation. */
static void
show_nearest (LodeSourceWindow *self, const Search *search)
{
  g_autofree char *words = g_strjoinv ("\n\n", search->paragraphs);
  g_autofree char *passage = lode_source_text_dup_part (search->text, search->start, search->end);

  lode_wordings_box_set_wordings (self->nearest_box, _("The quotation in the dataset"), words,
                                  _("The nearest words in the text"), passage);
  gtk_widget_set_visible (GTK_WIDGET (self->nearest_box), TRUE);
  show_text (self, search->text, search->start, search->end, "nearest");
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LodeSourceWindow *self = LODE_SOURCE_WINDOW (source);
  GTask *task = G_TASK (result);

  /* Cancelled, or for another text. */
  if (g_task_get_cancellable (task) != self->searching)
    return;

  if (g_task_propagate_boolean (task, NULL))
    show_nearest (self, g_task_get_task_data (task));
  stop_searching (self);
}

/* In megabytes that takes longer than a frame. The text can be read meanwhile. */
static void
search_nearest (LodeSourceWindow *self, LodeSourceText *text)
{
  const char * const *paragraphs = lode_statement_get_paragraphs (self->statement);
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  show_text (self, text, 0, 0, NULL);
  search->text = g_object_ref (text);
  search->paragraphs = g_strdupv ((char **) paragraphs);
  self->searching = g_cancellable_new ();
  gtk_spinner_start (self->search_spinner);
  gtk_widget_set_visible (self->search_box, TRUE);

  task = g_task_new (self, self->searching, searched_cb, NULL);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_in_thread);
}

static void
update (LodeSourceWindow *self)
{
  LodeSource *source = lode_statement_get_source (self->statement);
  LodeSourceText *text = lode_provenance_get_text (self->provenance, source);
  const LodeVerification verification = lode_provenance_get_verification (self->provenance,
                                                                          self->statement);

  stop_searching (self);
  show_outcome (self, &verification);
  gtk_widget_set_visible (GTK_WIDGET (self->nearest_box), FALSE);
  gtk_stack_set_visible_child_name (self->stack, text != NULL ? "text" : "none");
  if (text == NULL)
    return;

  if (verification.n_found > 0)
    show_text (self, text, verification.start, verification.end, "quotation");
  else if (verification.outcome == LODE_OUTCOME_NOT_FOUND)
    search_nearest (self, text);
  else
    show_text (self, text, 0, 0, NULL);
}

static void
choose_clicked_cb (LodeSourceWindow *self)
{
  LodeSource *source = lode_statement_get_source (self->statement);

  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                              "win.choose-source-text", "s",
                              lode_record_get_id (LODE_RECORD (source)));
}

static void
lode_source_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROVENANCE:
      g_value_set_object (value, LODE_SOURCE_WINDOW (object)->provenance);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_source_window_set_property (GObject *object, guint prop_id, const GValue *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PROVENANCE:
      lode_source_window_set_provenance (LODE_SOURCE_WINDOW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_source_window_dispose (GObject *object)
{
  LodeSourceWindow *self = LODE_SOURCE_WINDOW (object);

  g_clear_handle_id (&self->scrolling, g_source_remove);
  stop_searching (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_SOURCE_WINDOW);
  g_clear_object (&self->statement);
  g_clear_object (&self->provenance);
  g_clear_pointer (&self->part, g_free);

  G_OBJECT_CLASS (lode_source_window_parent_class)->dispose (object);
}

static void
lode_source_window_class_init (LodeSourceWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lode_source_window_get_property;
  object_class->set_property = lode_source_window_set_property;
  object_class->dispose = lode_source_window_dispose;

  properties[PROP_PROVENANCE] =
    g_param_spec_object ("provenance", NULL, NULL, LODE_TYPE_PROVENANCE,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LODE_TYPE_WORDINGS_BOX);
  lode_guide_window_bind_help (widget_class, "check");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-source-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, outcome_icon);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, others_box);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, search_box);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, search_spinner);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, nearest_box);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, cut_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSourceWindow, text_view);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_searching);
}

static void
lode_source_window_init (LodeSourceWindow *self)
{
  const GdkRGBA yellow = { 0.96, 0.83, 0.18, 0.45 };
  const GdkRGBA orange = { 0.90, 0.38, 0.0, 0.25 };
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->text_view, "copy-clipboard", G_CALLBACK (copy_clipboard_cb), self,
                           G_CONNECT_SWAPPED);
  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_create_tag (buffer, "paragraph", "left-margin", 30, "right-margin", 30, NULL);
  gtk_text_buffer_create_tag (buffer, "quotation", "background-rgba", &yellow,
                              "weight", PANGO_WEIGHT_SEMIBOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "nearest", "background-rgba", &orange,
                              "underline", PANGO_UNDERLINE_ERROR, NULL);
}

/**
 * lode_source_window_new:
 * @parent: a LodeWindow
 * @statement: a quotation of its dataset
 *
 * Returns: a window, not yet presented; see lode_source_window_set_provenance()
 */
GtkWidget *
lode_source_window_new (GtkWindow *parent, LodeStatement *statement)
{
  LodeSourceWindow *self = g_object_new (LODE_TYPE_SOURCE_WINDOW,
                                         "transient-for", parent,
                                         "destroy-with-parent", TRUE,
                                         NULL);

  self->statement = g_object_ref (statement);
  show_title (self);
  update (self);

  return GTK_WIDGET (self);
}

/**
 * lode_source_window_set_provenance:
 * @provenance: (nullable): what is known of the quotations; what is shown stays as it is if that is
 *   nothing, or if the quotation is not in its dataset any more
 */
void
lode_source_window_set_provenance (LodeSourceWindow *self, LodeProvenance *provenance)
{
  LodeStatement *statement;

  g_return_if_fail (LODE_IS_SOURCE_WINDOW (self));

  if (provenance == NULL || provenance == self->provenance)
    return;

  statement = lode_dataset_find_statement (lode_provenance_get_dataset (provenance),
                                           lode_record_get_id (LODE_RECORD (self->statement)));
  if (statement == NULL)
    return;

  g_set_object (&self->statement, statement);
  g_set_object (&self->provenance, provenance);
  show_others (self, lode_provenance_get_dataset (provenance));
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROVENANCE]);
}
