/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-statement-row.h"

#include "lode-citation.h"
#include "lode-optional-label.h"
#include "lode-plain-label.h"
#include "lode-set-string.h"
#include "lode-shown-text.h"
#include "lode-source-link.h"
#include "lode-statement-text.h"
#include "lode-statement-words.h"
#include "lode-tooltip.h"
#include "lode-verification-style.h"
#include "lode-window.h"
#include "lode-wrap-box.h"

#include <glib/gi18n.h>

/* Everything shown is data: labels get it as plain text, never as markup. */

struct _LodeStatementRow
{
  AdwBin parent_instance;

  LodeStatement *statement;
  LodeQuery *query; /* NULL: nothing is marked */
  char *language;
  char *alias; /* NULL: the speaker's own name */

  GtkWidget *kind_box;
  GtkImage *kind_icon;
  GtkLabel *kind_label;
  GtkLabel *words_label;
  GtkLabel *beside_label;
  AdwAvatar *avatar;
  GtkGrid *speaker_grid;
  GtkWidget *speaker_button;
  GtkLabel *speaker_label;
  GtkLabel *role_label;
  GtkWidget *copy_button;
  GtkMenuButton *menu_button;
  LodeWrapBox *places_box;
  LodeSourceLink *source_link;
  GtkWidget *proof_box;
  GtkWidget *proof_button;
  GtkImage *proof_icon;
  GtkLabel *proof_label;
};

G_DEFINE_FINAL_TYPE (LodeStatementRow, lode_statement_row, ADW_TYPE_BIN)

/* All that is searched and can be read in a card, but for its words. */
static void
show_marks (LodeStatementRow *self)
{
  lode_statement_words_mark_label (self->beside_label, self->query);
  lode_statement_words_mark_label (self->speaker_label, self->query);
  lode_statement_words_mark_label (self->role_label, self->query);
}

static void
show_words (LodeStatementRow *self)
{
  g_autofree char *text = lode_statement_dup_quoted (self->statement, self->language);
  g_autoptr (PangoAttrList) attributes
    = lode_statement_words_create_attributes (self->statement, text, self->language, self->query);

  lode_label_set_text (self->words_label, text);
  gtk_label_set_attributes (self->words_label, attributes);
}

static void
show_beside (LodeStatementRow *self)
{
  g_auto (GStrv) remarks = lode_statement_dup_remarks (self->statement);
  g_autofree char *text = g_strjoinv ("\n", remarks);

  lode_optional_label_set_text (self->beside_label, text);
}

static void
show_kind (LodeStatementRow *self)
{
  static const char *classes[] = { "quote", "paraphrase", "no-reply" };
  LodeStatementKind kind = lode_statement_get_kind (self->statement);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[kind]);

  gtk_widget_set_visible (self->kind_box, kind != LODE_STATEMENT_KIND_QUOTE);
  switch (kind)
    {
    case LODE_STATEMENT_KIND_QUOTE:
      break;
    case LODE_STATEMENT_KIND_PARAPHRASE:
      gtk_image_set_from_icon_name (self->kind_icon, "document-edit-symbolic");
      lode_label_set_text (self->kind_label, _("Paraphrase, not their words"));
      break;
    case LODE_STATEMENT_KIND_NO_REPLY:
      gtk_image_set_from_icon_name (self->kind_icon, "microphone-sensitivity-muted-symbolic");
      lode_label_set_text (self->kind_label, _("Asked, no answer reported"));
      break;
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_speaker (LodeStatementRow *self)
{
  return self->alias != NULL ? self->alias
                             : lode_actor_get_name (lode_statement_get_actor (self->statement));
}

static void
show_speaker (LodeStatementRow *self)
{
  LodeActor *actor = lode_statement_get_actor (self->statement);
  g_autofree char *role = lode_actor_dup_role (actor);
  g_autofree char *shown = NULL;
  /* Translators: %s is a speaker */
  g_autofree char *tooltip = g_strdup_printf (_("Read All by %s"), get_speaker (self));

  shown = lode_shown_text_dup (get_speaker (self));
  adw_avatar_set_text (self->avatar, shown);
  lode_label_set_text (self->speaker_label, get_speaker (self));
  lode_optional_label_set_text (self->role_label, self->alias == NULL ? role : NULL);
  lode_tooltip_set_text (self->speaker_button, self->alias == NULL ? tooltip : NULL);
  lode_accessible_set_name (GTK_ACCESSIBLE (self->speaker_button),
                            self->alias == NULL ? tooltip : self->alias);
  /* Whose name is hidden must not be found out by reading on. */
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.read-speaker",
                                 self->alias == NULL);
}

/* Which outcome it is, and how it was reached; a click shows the words where they come from. */
static void
show_proof (LodeStatementRow *self, const LodeVerification *verification)
{
  g_autofree char *title = lode_verification_dup_title (verification, self->statement);
  g_autofree char *explanation = lode_verification_dup_explanation (verification, self->statement);

  gtk_widget_set_visible (self->proof_button, !verification->is_own_words);
  gtk_image_set_from_icon_name (self->proof_icon, lode_verification_get_icon_name (verification));
  lode_label_set_text (self->proof_label, title);
  lode_verification_style_widget (verification, self->proof_button);
  lode_tooltip_set_text (self->proof_button, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proof_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, explanation, -1);
}

static GtkWidget *
create_place_button (LodePlace *place)
{
  GtkWidget *content = gtk_grid_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *name = gtk_label_new (NULL);
  /* Translators: %s is the name of a place */
  g_autofree char *tooltip = g_strdup_printf (_("Show %s on the Map"), lode_place_get_name (place));

  gtk_grid_set_column_spacing (GTK_GRID (content), 6);
  gtk_grid_attach (GTK_GRID (content), gtk_image_new_from_icon_name ("mark-location-symbolic"),
                   0, 0, 1, 1);
  lode_label_set_text (GTK_LABEL (name), lode_place_get_name (place));
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  /* In the middle of a button that is higher; an alignment would ask for widths at a height. */
  gtk_widget_set_vexpand (name, TRUE);
  gtk_grid_attach (GTK_GRID (content), name, 1, 0, 1, 1);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "place-button");
  lode_tooltip_set_text (button, tooltip);
  lode_accessible_set_name (GTK_ACCESSIBLE (button), tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                    lode_record_get_id (LODE_RECORD (place)));
  return button;
}

static void
show_places (LodeStatementRow *self)
{
  LodePlace * const *places;
  guint n_places;

  lode_wrap_box_clear (self->places_box);
  places = lode_statement_get_places (self->statement, &n_places);
  for (guint i = 0; i < n_places; i++)
    lode_wrap_box_append (self->places_box, create_place_button (places[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->places_box), n_places > 0);
}

/* In the style of the preferences. The window knows what the dataset is. */
static char *
dup_citation (LodeStatementRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GSettings) settings = NULL;

  if (!LODE_IS_WINDOW (root) || lode_window_get_dataset (LODE_WINDOW (root)) == NULL)
    return lode_statement_dup_citation (self->statement);

  settings = g_settings_new (LODE_SETTINGS_ID);

  return lode_citation_dup (lode_window_get_dataset (LODE_WINDOW (root)), self->statement,
                            g_settings_get_enum (settings, "citation-style"));
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);
  g_autofree char *text = NULL;

  if (self->statement == NULL)
    return;

  text = g_str_equal (name, "statement.copy")
    ? lode_statement_dup_quoted (self->statement, self->language)
    : dup_citation (self);
  gtk_widget_activate_action (widget, "win.copy-text", "s", text);
}

static void
copy_link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);

  if (self->statement != NULL)
    gtk_widget_activate_action (widget, "win.copy-statement-link", "s",
                                lode_record_get_id (LODE_RECORD (self->statement)));
}

/* One speaker's statements from first to last. */
static void
show_speaker_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);
  g_autofree char *query = NULL;

  if (self->statement == NULL)
    return;

  query = g_strconcat ("speaker:",
                       lode_record_get_id (LODE_RECORD (lode_statement_get_actor (self->statement))),
                       NULL);
  gtk_widget_activate_action (widget, "win.search", "s", query);
}

/* The same, on a page to read. */
static void
read_speaker_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *id = NULL;

  if (self->statement == NULL || !LODE_IS_WINDOW (root))
    return;

  id = lode_dataset_dup_record_id (lode_window_get_dataset (LODE_WINDOW (root)),
                                   LODE_RECORD (lode_statement_get_actor (self->statement)));
  gtk_widget_activate_action (widget, "win.read-speaker", "s", id);
}

static void
open_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);

  lode_source_link_open (self->source_link);
}

static void
show_in_source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (widget);

  gtk_widget_activate_action (widget, "win.show-in-source", "s",
                              lode_record_get_id (LODE_RECORD (self->statement)));
}

static void
choose_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeSource *source = lode_statement_get_source (LODE_STATEMENT_ROW (widget)->statement);

  gtk_widget_activate_action (widget, "win.choose-source-text", "s",
                              lode_record_get_id (LODE_RECORD (source)));
}

/* Made when it is opened: a menu is as many widgets as the rest of a card. */
static void
create_menu_cb (GtkMenuButton *menu_button, gpointer user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (menu_button) != NULL)
    return;

  builder = gtk_builder_new_from_resource (LODE_RESOURCE_PATH "/ui/lode-statement-menu.ui");
  gtk_menu_button_set_menu_model (menu_button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder,
                                                                        "statement_menu")));
}

static void
lode_statement_row_dispose (GObject *object)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (object);

  g_clear_object (&self->statement);
  g_clear_object (&self->query);
  gtk_widget_dispose_template (GTK_WIDGET (self), LODE_TYPE_STATEMENT_ROW);

  G_OBJECT_CLASS (lode_statement_row_parent_class)->dispose (object);
}

static void
lode_statement_row_finalize (GObject *object)
{
  LodeStatementRow *self = LODE_STATEMENT_ROW (object);

  g_free (self->language);
  g_free (self->alias);

  G_OBJECT_CLASS (lode_statement_row_parent_class)->finalize (object);
}

static void
lode_statement_row_class_init (LodeStatementRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lode_statement_row_dispose;
  object_class->finalize = lode_statement_row_finalize;

  gtk_widget_class_install_action (widget_class, "statement.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "statement.copy-reference", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "statement.copy-link", NULL, copy_link_action);
  gtk_widget_class_install_action (widget_class, "statement.show-speaker", NULL,
                                   show_speaker_action);
  gtk_widget_class_install_action (widget_class, "statement.read-speaker", NULL,
                                   read_speaker_action);
  gtk_widget_class_install_action (widget_class, "statement.open-source", NULL,
                                   open_source_action);

  gtk_widget_class_install_action (widget_class, "statement.show-in-source", NULL,
                                   show_in_source_action);
  gtk_widget_class_install_action (widget_class, "statement.choose-text", NULL,
                                   choose_text_action);

  g_type_ensure (LODE_TYPE_SOURCE_LINK);
  g_type_ensure (LODE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-statement-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, kind_box);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, kind_label);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, words_label);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, beside_label);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, avatar);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, speaker_grid);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, speaker_button);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, speaker_label);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, role_label);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, places_box);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, source_link);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, proof_box);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, proof_button);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, proof_icon);
  gtk_widget_class_bind_template_child (widget_class, LodeStatementRow, proof_label);
}

static void
lode_statement_row_init (LodeStatementRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->copy_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, NULL, NULL);
}

/**
 * lode_statement_row_new:
 *
 * Returns: a row that shows nothing yet
 */
GtkWidget *
lode_statement_row_new (void)
{
  return g_object_new (LODE_TYPE_STATEMENT_ROW, NULL);
}

/**
 * lode_statement_row_get_statement:
 *
 * Returns: (transfer none) (nullable): what the row shows
 */
LodeStatement *
lode_statement_row_get_statement (LodeStatementRow *self)
{
  g_return_val_if_fail (LODE_IS_STATEMENT_ROW (self), NULL);

  return self->statement;
}

/**
 * lode_statement_row_set_statement:
 * @statement: (nullable): what to show; NULL only forgets the former one, for a recycled row
 * @language: (nullable): BCP 47 tag of the words, for their quotation marks
 */
void
lode_statement_row_set_statement (LodeStatementRow *self,
                                  LodeStatement    *statement,
                                  const char       *language)
{
  gboolean is_quotation;

  g_return_if_fail (LODE_IS_STATEMENT_ROW (self));
  g_return_if_fail (statement == NULL || LODE_IS_STATEMENT (statement));

  lode_set_string (&self->language, language);
  if (!g_set_object (&self->statement, statement) || statement == NULL)
    return;

  is_quotation = lode_statement_get_kind (statement) == LODE_STATEMENT_KIND_QUOTE;
  show_kind (self);
  show_words (self);
  show_beside (self);
  show_speaker (self);
  show_places (self);
  lode_source_link_set_source (self->source_link, lode_statement_get_source (statement),
                               lode_statement_get_date (statement));
  lode_statement_row_set_provenance (self, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.show-in-source", is_quotation);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.choose-text", is_quotation);
  show_marks (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "statement.open-source",
                                 lode_source_get_url (lode_statement_get_source (statement))
                                 != NULL);
}

/**
 * lode_statement_row_set_query:
 * @query: (nullable): what to mark in the row; NULL for nothing
 */
void
lode_statement_row_set_query (LodeStatementRow *self, LodeQuery *query)
{
  g_return_if_fail (LODE_IS_STATEMENT_ROW (self));
  g_return_if_fail (query == NULL || LODE_IS_QUERY (query));

  if (!g_set_object (&self->query, query) || self->statement == NULL)
    return;

  show_words (self);
  show_marks (self);
}

/**
 * lode_statement_row_set_provenance:
 * @provenance: (nullable): what the quotations of the dataset came to; not kept; NULL: nothing is
 *   known but what the dataset records
 */
void
lode_statement_row_set_provenance (LodeStatementRow *self, LodeProvenance *provenance)
{
  LodeVerification verification;

  g_return_if_fail (LODE_IS_STATEMENT_ROW (self));

  if (self->statement == NULL)
    return;

  verification = lode_provenance_get_verification (provenance, self->statement);
  show_proof (self, &verification);
}

/**
 * lode_statement_row_set_alias:
 * @alias: (nullable): shown instead of who the speaker is, to read without bias; NULL: their name
 *
 * Counts for statements that are set afterwards.
 */
void
lode_statement_row_set_alias (LodeStatementRow *self, const char *alias)
{
  g_return_if_fail (LODE_IS_STATEMENT_ROW (self));

  lode_set_string (&self->alias, alias);
}

/**
 * lode_statement_row_set_reader:
 *
 * Makes it a row among others of the same speaker, who need not be named again: where the speaker
 * was, the source is. What the words refer to is read before them.
 */
void
lode_statement_row_set_reader (LodeStatementRow *self)
{
  GtkBox *box;

  g_return_if_fail (LODE_IS_STATEMENT_ROW (self));

  box = GTK_BOX (adw_bin_get_child (ADW_BIN (self)));
  gtk_box_reorder_child_after (box, GTK_WIDGET (self->beside_label), self->kind_box);
  gtk_widget_set_visible (self->speaker_button, FALSE);
  g_object_ref (self->proof_box);
  gtk_box_remove (box, self->proof_box);
  gtk_grid_attach (self->speaker_grid, self->proof_box, 0, 0, 1, 1);
  gtk_widget_set_hexpand (self->proof_box, TRUE);
  gtk_box_reorder_child_after (box, GTK_WIDGET (self->speaker_grid), GTK_WIDGET (self->places_box));
  g_object_unref (self->proof_box);
}

/**
 * lode_statement_row_dup_name:
 *
 * Returns: (transfer full) (nullable): the row in a few words, for a screen reader
 */
char *
lode_statement_row_dup_name (LodeStatementRow *self)
{
  const char *speaker;

  g_return_val_if_fail (LODE_IS_STATEMENT_ROW (self), NULL);

  if (self->statement == NULL)
    return NULL;

  speaker = get_speaker (self);
  switch (lode_statement_get_kind (self->statement))
    {
    case LODE_STATEMENT_KIND_QUOTE:
      /* Translators: %s is who said it */
      return g_strdup_printf (_("Quotation, %s"), speaker);
    case LODE_STATEMENT_KIND_PARAPHRASE:
      return g_strdup_printf (_("Paraphrase, %s"), speaker);
    case LODE_STATEMENT_KIND_NO_REPLY:
      return g_strdup_printf (_("Asked, no answer reported: %s"), speaker);
    default:
      g_assert_not_reached ();
    }
}
