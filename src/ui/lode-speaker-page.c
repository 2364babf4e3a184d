/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-speaker-page.h"

#include "lode-date.h"
#include "lode-optional-label.h"
#include "lode-plain-label.h"
#include "lode-record-list.h"
#include "lode-shown-text.h"
#include "lode-statement-row.h"
#include "lode-statement-text.h"

#include <glib/gi18n.h>

struct _LodeSpeakerPage
{
  AdwBin parent_instance;

  LodeActor *speaker;
  GListModel *statements;
  LodeProvenance *provenance;

  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *role_label;
  GtkLabel *count_label;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (LodeSpeakerPage, lode_speaker_page, ADW_TYPE_BIN)

/* What each is sorted by: the first day that its date can mean. */
typedef struct
{
  guint32 position; /* in the dataset */
  guint32 day;
} Said;

static int
compare_said (gconstpointer a, gconstpointer b)
{
  const Said *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->position < second->position ? -1 : 1;
}

/* On one day, in the order of the dataset, which is that of the source. */
static GListModel *
list_statements (LodeDataset *dataset, LodeActor *speaker)
{
  LodeRecordList *all = LODE_RECORD_LIST (lode_dataset_get_statements (dataset));
  g_autoptr (GArray) said = g_array_new (FALSE, FALSE, sizeof (Said));
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (all)); i++)
    {
      guint position;
      LodeStatement *statement = lode_record_list_peek (all, i, &position);
      Said one = { position, 0 };
      guint32 last;

      if (lode_statement_get_actor (statement) != speaker)
        continue;
      lode_date_pack (lode_statement_get_date (statement), &one.day, &last);
      g_array_append_val (said, one);
    }
  g_array_sort (said, compare_said);
  for (guint i = 0; i < said->len; i++)
    g_array_append_val (positions, g_array_index (said, Said, i).position);

  return G_LIST_MODEL (lode_record_list_new_chosen (all, positions));
}

/* "2 February 2026, Midday Report"; NULL: the same as of the one before. */
static char *
dup_occasion (LodeSpeakerPage *self, guint position, LodeStatement *statement)
{
  const char *date = lode_statement_get_date (statement);
  const char *venue = lode_statement_get_venue (statement);
  g_autofree char *day = NULL;

  if (position > 0)
    {
      g_autoptr (LodeStatement) before = g_list_model_get_item (self->statements, position - 1);

      if (g_str_equal (lode_statement_get_date (before), date)
          && g_strcmp0 (lode_statement_get_venue (before), venue) == 0)
        return NULL;
    }

  day = lode_date_format (date);
  return venue != NULL ? g_strdup_printf ("%s, %s", day, venue) : g_steal_pointer (&day);
}

/* Above a statement, when and where it was said. */
static void
setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeSpeakerPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *occasion = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                      PANGO_WRAP_WORD_CHAR, "width-chars", 8, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *row = lode_statement_row_new ();

  gtk_widget_add_css_class (occasion, "occasion");
  lode_statement_row_set_reader (LODE_STATEMENT_ROW (row));
  gtk_box_append (GTK_BOX (box), occasion);
  gtk_box_append (GTK_BOX (box), row);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, box);
}

static LodeStatementRow *
get_row (GtkListItem *list_item)
{
  return LODE_STATEMENT_ROW (gtk_widget_get_last_child (gtk_list_item_get_child (list_item)));
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeSpeakerPage *self)
{
  LodeStatement *statement = gtk_list_item_get_item (list_item);
  GtkWidget *box = gtk_list_item_get_child (list_item);
  LodeStatementRow *row = get_row (list_item);
  g_autofree char *occasion = dup_occasion (self, gtk_list_item_get_position (list_item),
                                            statement);
  g_autofree char *name = NULL;

  lode_optional_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), occasion);
  lode_statement_row_set_statement (row, statement,
                                    lode_record_get_language (LODE_RECORD (statement)));
  lode_statement_row_set_provenance (row, self->provenance);

  /* The list's own widget around it is what takes the focus, and so needs the name. */
  name = lode_statement_row_dup_name (row);
  lode_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), name);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item, LodeSpeakerPage *self)
{
  lode_statement_row_set_statement (get_row (list_item), NULL, NULL);
}

/* "12 statements · 2024 to 2 February 2026" */
static char *
dup_count (LodeSpeakerPage *self)
{
  const guint n = g_list_model_get_n_items (self->statements);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u statement", "%'u statements", n), n);
  g_autoptr (LodeStatement) first = g_list_model_get_item (self->statements, 0);
  g_autoptr (LodeStatement) last = n > 0 ? g_list_model_get_item (self->statements, n - 1) : NULL;
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  g_autofree char *dates = NULL;

  if (n == 0)
    return g_steal_pointer (&count);

  first_day = lode_date_format (lode_statement_get_date (first));
  last_day = lode_date_format (lode_statement_get_date (last));
  dates = g_str_equal (first_day, last_day) ? g_strdup (first_day)
                                            : g_strdup_printf (_("%s to %s"), first_day, last_day);
  return g_strdup_printf ("%s · %s", count, dates);
}

static void
show_heading (LodeSpeakerPage *self)
{
  const char *name = lode_actor_get_name (self->speaker);
  g_autofree char *shown = lode_shown_text_dup (name);
  g_autofree char *role = lode_actor_dup_role (self->speaker);
  g_autofree char *count = dup_count (self);

  adw_avatar_set_text (self->avatar, shown);
  lode_label_set_text (self->name_label, name);
  lode_optional_label_set_text (self->role_label, role);
  gtk_label_set_text (self->count_label, count);
  lode_accessible_set_name (GTK_ACCESSIBLE (self->list_view), name);
}

static void
lode_speaker_page_dispose (GObject *object)
{
  LodeSpeakerPage *self = LODE_SPEAKER_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_SPEAKER_PAGE);
  g_clear_object (&self->speaker);
  g_clear_object (&self->statements);
  g_clear_object (&self->provenance);

  G_OBJECT_CLASS (lode_speaker_page_parent_class)->dispose (object);
}

static void
lode_speaker_page_class_init (LodeSpeakerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lode_speaker_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-speaker-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeSpeakerPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, LodeSpeakerPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSpeakerPage, role_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSpeakerPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, LodeSpeakerPage, list_view);
}

static void
lode_speaker_page_init (LodeSpeakerPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
}

void
lode_speaker_page_set_speaker (LodeSpeakerPage *self, LodeDataset *dataset, LodeActor *speaker)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (LODE_IS_SPEAKER_PAGE (self));
  g_return_if_fail ((dataset == NULL) == (speaker == NULL));

  if (!g_set_object (&self->speaker, speaker))
    return;

  g_clear_object (&self->statements);
  if (speaker != NULL)
    {
      self->statements = list_statements (dataset, speaker);
      selection = gtk_no_selection_new (g_object_ref (self->statements));
      show_heading (self);
    }
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

LodeActor *
lode_speaker_page_get_speaker (LodeSpeakerPage *self)
{
  g_return_val_if_fail (LODE_IS_SPEAKER_PAGE (self), NULL);

  return self->speaker;
}

GListModel *
lode_speaker_page_get_statements (LodeSpeakerPage *self)
{
  g_return_val_if_fail (LODE_IS_SPEAKER_PAGE (self), NULL);

  return self->statements;
}

/* Rows out of sight are told when they are bound. */
static void
tell_rows (GtkWidget *widget, LodeProvenance *provenance)
{
  if (LODE_IS_STATEMENT_ROW (widget))
    {
      lode_statement_row_set_provenance (LODE_STATEMENT_ROW (widget), provenance);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tell_rows (child, provenance);
}

void
lode_speaker_page_set_provenance (LodeSpeakerPage *self, LodeProvenance *provenance)
{
  g_return_if_fail (LODE_IS_SPEAKER_PAGE (self));

  if (g_set_object (&self->provenance, provenance))
    tell_rows (GTK_WIDGET (self->list_view), provenance);
}

/* To the statements, so that arrow keys and Page Down read on from there. */
void
lode_speaker_page_focus (LodeSpeakerPage *self)
{
  GtkWidget *first;

  g_return_if_fail (LODE_IS_SPEAKER_PAGE (self));

  /* To the statement and not into its words, which would be selected. */
  first = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
  if (first != NULL)
    gtk_widget_grab_focus (first);
}

/* The list's own widget that has the focus, or in which something has it; NULL: none. Its neighbours
 * are there, too, even if they are out of sight, and a list scrolls to what takes the focus. */
void
lode_speaker_page_step (LodeSpeakerPage *self, int direction)
{
  GtkWidget *list, *item, *next;

  g_return_if_fail (LODE_IS_SPEAKER_PAGE (self));

  list = GTK_WIDGET (self->list_view);
  item = gtk_widget_get_focus_child (list);
  if (item == NULL)
    {
      lode_speaker_page_focus (self);
      return;
    }

  next = direction > 0 ? gtk_widget_get_next_sibling (item) : gtk_widget_get_prev_sibling (item);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}
