/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-guide-window.h"

#include "lode-guide-page.h"

#include <glib/gi18n.h>

struct _LodeGuideWindow
{
  AdwWindow parent_instance;

  GPtrArray *visited; /* (element-type utf8): ids of pages; the last one is shown */

  AdwWindowTitle *window_title;
  GtkButton *back_button;
  GtkScrolledWindow *scrolled_window;
  GtkBox *page_box;
  AdwToastOverlay *toast_overlay;
};

G_DEFINE_FINAL_TYPE (LodeGuideWindow, lode_guide_window, ADW_TYPE_WINDOW)

#define FIRST_PAGE "index"

/* What the first page lists, in this order. */
static const char *const topics[] = {
  "read", "map", "find", "compare", "check", "cite", "open", "make", "keys", "privacy",
};

static void show_page (LodeGuideWindow *self, const char *id);

static gboolean
activate_link_cb (LodeGuideWindow *self, const char *uri)
{
  if (!g_str_has_prefix (uri, LODE_GUIDE_PAGE_SCHEME))
    return GDK_EVENT_PROPAGATE;

  show_page (self, uri + strlen (LODE_GUIDE_PAGE_SCHEME));
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_label (LodeGuideWindow *self, const char *markup, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", role,
                                   "hexpand", TRUE,
                                   "label", markup,
                                   "selectable", TRUE,
                                   "use-markup", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  g_signal_connect_object (label, "activate-link", G_CALLBACK (activate_link_cb), self,
                           G_CONNECT_SWAPPED);
  return label;
}

static void
copy_code_cb (GtkWidget *button)
{
  GtkWidget *window = gtk_widget_get_ancestor (button, LODE_TYPE_GUIDE_WINDOW);
  const char *code = g_object_get_data (G_OBJECT (button), "code");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), code);
  adw_toast_overlay_add_toast (LODE_GUIDE_WINDOW (window)->toast_overlay,
                               adw_toast_new (_("Copied")));
}

static GtkWidget *
create_code (const char *code)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", code,
                                   "selectable", TRUE,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, "guide-code");
  /* Code reads from left to right, whatever the language around it. */
  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Copy"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Copy this text"), -1);
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (code), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (copy_code_cb), NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), label);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);
  return overlay;
}

/* A step with its number, an item with its dot. */
static GtkWidget *
create_marked (const char *mark, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *mark_label = g_object_new (GTK_TYPE_LABEL,
                                        "label", mark,
                                        "width-chars", 3,
                                        "xalign", 0.0,
                                        "yalign", 0.0,
                                        NULL);

  gtk_widget_add_css_class (mark_label, "numeric");
  gtk_widget_add_css_class (mark_label, "dim-label");
  gtk_box_append (GTK_BOX (box), mark_label);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
create_block (LodeGuideWindow *self, const LodeGuideBlock *block)
{
  gboolean is_heading = block->kind == LODE_GUIDE_HEADING || block->kind == LODE_GUIDE_TERM;
  g_autofree char *number = NULL;
  GtkWidget *label;

  if (block->kind == LODE_GUIDE_CODE)
    return create_code (block->text);

  label = create_label (self, block->text,
                        is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL);
  switch (block->kind)
    {
    case LODE_GUIDE_HEADING:
      gtk_widget_add_css_class (label, "title-4");
      gtk_widget_set_margin_top (label, 18);
      return label;
    case LODE_GUIDE_TERM:
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_set_margin_top (label, 6);
      return label;
    case LODE_GUIDE_DETAIL:
      gtk_widget_set_margin_start (label, 18);
      return label;
    case LODE_GUIDE_NOTE:
      gtk_widget_add_css_class (label, "guide-note");
      return label;
    case LODE_GUIDE_STEP:
      /* Translators: the number of a step in the guide */
      number = g_strdup_printf (_("%u."), block->number);
      return create_marked (number, label);
    case LODE_GUIDE_ITEM:
      return create_marked ("•", label);
    case LODE_GUIDE_CODE:
    case LODE_GUIDE_PARAGRAPH:
    default:
      return label;
    }
}

static void
topic_activated_cb (AdwActionRow *row, LodeGuideWindow *self)
{
  show_page (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static GtkWidget *
create_topic_list (LodeGuideWindow *self)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages of the guide"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autoptr (LodeGuidePage) page = lode_guide_page_load (topics[i], NULL);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                     "activatable", TRUE,
                                     "name", topics[i],
                                     "subtitle", page->summary,
                                     "title", page->title,
                                     "use-markup", FALSE,
                                     NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      page->title, -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_signal_connect_object (row, "activated", G_CALLBACK (topic_activated_cb), self,
                               G_CONNECT_DEFAULT);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }

  return list;
}

static void
fill (LodeGuideWindow *self, const LodeGuidePage *page)
{
  g_autofree char *title = g_markup_escape_text (page->title, -1);
  GtkWidget *heading = create_label (self, title, GTK_ACCESSIBLE_ROLE_HEADING);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->page_box))) != NULL)
    gtk_box_remove (self->page_box, child);

  gtk_widget_add_css_class (heading, "title-1");
  gtk_box_append (self->page_box, heading);
  for (guint i = 0; i < page->blocks->len; i++)
    gtk_box_append (self->page_box, create_block (self, g_ptr_array_index (page->blocks, i)));
  if (g_str_equal (page->id, FIRST_PAGE))
    gtk_box_append (self->page_box, create_topic_list (self));
  adw_window_title_set_subtitle (self->window_title,
                                 g_str_equal (page->id, FIRST_PAGE) ? "" : page->title);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/* Shows the page that was visited last. */
static void
show_last (LodeGuideWindow *self)
{
  const char *id = g_ptr_array_index (self->visited, self->visited->len - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (LodeGuidePage) page = lode_guide_page_load (id, &error);

  if (page == NULL)
    g_critical ("The guide's page %s: %s", id, error->message);
  else
    fill (self, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "guide.back", self->visited->len > 1);
  /* Not to the heading: a selectable label that gets the focus selects its text. */
  if (self->visited->len > 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->back_button));
  else
    gtk_widget_child_focus (gtk_widget_get_last_child (GTK_WIDGET (self->page_box)),
                            GTK_DIR_TAB_FORWARD);
}

static void
show_page (LodeGuideWindow *self, const char *id)
{
  g_ptr_array_add (self->visited, g_strdup (id));
  show_last (self);
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LodeGuideWindow *self = LODE_GUIDE_WINDOW (widget);

  g_ptr_array_set_size (self->visited, self->visited->len - 1);
  show_last (self);
}

static void
lode_guide_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LODE_TYPE_GUIDE_WINDOW);

  G_OBJECT_CLASS (lode_guide_window_parent_class)->dispose (object);
}

static void
lode_guide_window_finalize (GObject *object)
{
  g_ptr_array_unref (LODE_GUIDE_WINDOW (object)->visited);

  G_OBJECT_CLASS (lode_guide_window_parent_class)->finalize (object);
}

static void
lode_guide_window_class_init (LodeGuideWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lode_guide_window_dispose;
  object_class->finalize = lode_guide_window_finalize;

  gtk_widget_class_install_action (widget_class, "guide.back", NULL, back_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               LODE_RESOURCE_PATH "/ui/lode-guide-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LodeGuideWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, LodeGuideWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, LodeGuideWindow, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, LodeGuideWindow, page_box);
  gtk_widget_class_bind_template_child (widget_class, LodeGuideWindow, toast_overlay);
}

static void
lode_guide_window_init (LodeGuideWindow *self)
{
  self->visited = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The guide's window if it is open, else NULL. */
static LodeGuideWindow *
find_window (GtkApplication *application)
{
  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (LODE_IS_GUIDE_WINDOW (at->data))
      return at->data;

  return NULL;
}

/**
 * lode_guide_window_show:
 * @application: whose guide it is
 * @page: the page's id; "" for the first page
 *
 * Shows a page of the guide, in its window if that is open already, and brings it to the front.
 */
void
lode_guide_window_show (GtkApplication *application, const char *page)
{
  LodeGuideWindow *self;
  const char *shown;

  g_return_if_fail (GTK_IS_APPLICATION (application));
  g_return_if_fail (page != NULL);

  self = find_window (application);
  if (self == NULL)
    {
      g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

      self = g_object_new (LODE_TYPE_GUIDE_WINDOW, "application", application, NULL);
      /* Of its own: a dialog that is open keeps nobody from reading what to do in it. */
      gtk_window_group_add_window (group, GTK_WINDOW (self));
      g_ptr_array_add (self->visited, g_strdup (FIRST_PAGE));
    }
  shown = g_ptr_array_index (self->visited, self->visited->len - 1);
  if (*page != '\0' && !g_str_equal (page, shown))
    g_ptr_array_add (self->visited, g_strdup (page));
  show_last (self);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
help_cb (GtkWidget *dialog, GVariant *arguments, gpointer user_data)
{
  const char *page;

  g_variant_get (arguments, "(&s)", &page);
  lode_guide_window_show (GTK_APPLICATION (g_application_get_default ()), page);
  return GDK_EVENT_STOP;
}

/**
 * lode_guide_window_bind_help:
 * @dialog_class: the class of a window that has no application's keys
 * @page: the page's id
 *
 * Lets F1 in these windows show what the guide says of them.
 */
void
lode_guide_window_bind_help (GtkWidgetClass *dialog_class, const char *page)
{
  gtk_widget_class_add_binding (dialog_class, GDK_KEY_F1, 0, help_cb, "(s)", page);
}
