/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-edition.h"
#include "lode-file-watch.h"
#include "lode-address.h"
#include "lode-compare-page.h"
#include "lode-export.h"
#include "lode-history.h"
#include "lode-map-view.h"
#include "lode-panel.h"
#include "lode-proofreader.h"
#include "lode-speaker-page.h"
#include "lode-window.h"

G_BEGIN_DECLS

struct _LodeWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  LodeDataset *dataset;
  LodePlace *selected_place;
  int panel_width;

  /* lode-window-search.c */
  LodeQuery *query;
  LodeFindings *findings; /* NULL: the dataset has not been searched yet */
  GListModel *shown_statements;
  gboolean searching;

  /* lode-window-history.c */
  LodeHistory *history;
  guint noting; /* id of a source; 0: nothing is to be noted */

  /* lode-window-area.c */
  char *area;    /* what the map was told to show, or did when it was asked; NULL: nothing yet */
  guint resting; /* id of a source; 0: the map has come to rest */

  LodeAddress *address; /* lode-window-links.c: to be shown when the dataset is there */

  /* lode-window-opening.c */
  GCancellable *reading; /* NULL: no file is being read */
  gboolean reopening; /* what is being read was open in the last session; nobody asked for it now */
  char *place_to_select; /* its id, once the file has been read */
  char *query_to_ask;    /* the same */
  guint reading_timeout;
  GtkFileChooserNative *file_chooser;

  /* lode-window-reload.c */
  GPtrArray *opened;    /* of GFile: what was asked for, folders among them */
  LodeEdition *edition; /* what is shown; NULL: nothing yet */
  LodeFileWatch *watch;
  GCancellable *rereading;
  AdwToast *reload_toast; /* weak */

  /* lode-window-picture.c */
  GCancellable *saving; /* NULL: no picture is being saved */
  guint saving_timeout;
  AdwToast *saving_toast; /* weak */
  GtkFileChooserNative *picture_chooser;

  /* lode-window-print.c */
  GtkPrintOperation *printing;      /* NULL: nothing is being printed */
  GtkPrintSettings *print_settings; /* of the last time; NULL: none */

  /* lode-window-provenance.c */
  LodeProofreader *proofreader;
  GtkFileChooserNative *text_chooser;
  LodeSource *text_source; /* whose text is being chosen */
  guint proofreading;      /* id of a source; 0: none */
  /* lode-window-pages.c */
  AdwViewStack *page_stack;
  AdwBin *compare_bin;
  LodeComparePage *compare_page; /* NULL until it is first shown */
  AdwViewSwitcher *page_switcher;
  GtkWidget *history_buttons;
  AdwViewSwitcherBar *page_bar;
  GtkWidget *panel_button;

  /* lode-window-speaker.c */
  LodeSpeakerPage *speaker_page;        /* NULL until it is first shown */
  AdwViewStackPage *speaker_stack_page; /* the same */
  char *speaker_name;            /* of the page, while it is shown */
  char *speaker_to_read;         /* the same, until there is a dataset */

  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkMenuButton *menu_button;
  GtkRevealer *reading_revealer;
  GtkSpinner *reading_spinner;
  GtkLabel *reading_label;
  GMenuModel *main_menu;
  GMenu *recent_menu;
  GtkRevealer *broken_revealer;
  GtkLabel *broken_label;
  GtkWidget *broken_button;
  AdwFlap *flap;
  GtkWidget *resizer;
  GtkLabel *announcement_label;
  LodeMapView *map_view;
  LodePanel *panel;
  GtkDropTarget *drop_target;
};

void lode_window_set_dataset             (LodeWindow *self, LodeDataset *dataset);
void lode_window_replace_dataset         (LodeWindow *self, LodeDataset *dataset);
void lode_window_class_install_links     (GtkWidgetClass *widget_class);
void lode_window_follow_address          (LodeWindow *self);
void lode_window_class_install_search    (GtkWidgetClass *widget_class);
void lode_window_class_install_history   (GtkWidgetClass *widget_class);
void lode_window_init_announcement       (LodeWindow *self);
void lode_window_init_area               (LodeWindow *self);
void lode_window_dispose_area            (LodeWindow *self);
void lode_window_init_history            (LodeWindow *self);
void lode_window_forget_history          (LodeWindow *self);
void lode_window_dispose_history         (LodeWindow *self);
void lode_window_init_search             (LodeWindow *self);
void lode_window_update_search           (LodeWindow *self);
void lode_window_update_checks           (LodeWindow *self);
void lode_window_findings_changed        (LodeWindow *self);
void lode_window_class_install_opening   (GtkWidgetClass *widget_class);
void lode_window_init_opening            (LodeWindow *self);
void lode_window_dispose_opening         (LodeWindow *self);
void lode_window_class_install_reloading (GtkWidgetClass *widget_class);
void lode_window_dispose_reloading       (LodeWindow *self);
void lode_window_class_install_export    (GtkWidgetClass *widget_class);
void lode_window_class_install_print     (GtkWidgetClass *widget_class);
void lode_window_dispose_print           (LodeWindow *self);
void lode_window_print                   (LodeWindow *self, GListModel *statements,
                                          LodeQuery *query, LodePlace *place);
GtkPrintOperation *lode_window_create_print (LodeWindow *self, LodeExport *export);
void lode_window_class_install_places    (GtkWidgetClass *widget_class);
void lode_window_class_install_picture   (GtkWidgetClass *widget_class);
void lode_window_dispose_picture         (LodeWindow *self);
void lode_window_save_map                (LodeWindow *self, GFile *file, int scale);
void lode_window_stop_rereading          (LodeWindow *self);
void lode_window_follow                  (LodeWindow  *self,
                                          GPtrArray   *opened,
                                          LodeEdition *edition);
void lode_window_class_install_provenance (GtkWidgetClass *widget_class);
void lode_window_init_provenance         (LodeWindow *self);
void lode_window_dispose_provenance      (LodeWindow *self);
gboolean lode_window_is_folded           (LodeWindow *self);
void lode_window_class_bind_size         (GtkWidgetClass *widget_class);
void lode_window_init_size               (LodeWindow *self);
void lode_window_reopen                  (LodeWindow *self, GPtrArray *files, const char *place,
                                          const char *query);
gboolean lode_window_save                (LodeWindow *self, GKeyFile *key_file, const char *group);
void lode_window_restore                 (LodeWindow *self, GKeyFile *key_file, const char *group);

void        lode_window_class_bind_pages (GtkWidgetClass *widget_class);
void        lode_window_class_install_speaker (GtkWidgetClass *widget_class);
void        lode_window_init_speaker     (LodeWindow *self);
void        lode_window_dispose_speaker  (LodeWindow *self);
const char *lode_window_get_speaker_name (LodeWindow *self);
gboolean    lode_window_show_speaker_name (LodeWindow *self, const char *page);
void        lode_window_hide_speaker     (LodeWindow *self);
gboolean    lode_window_leave_speaker    (LodeWindow *self);
gboolean    lode_window_step_speaker     (LodeWindow *self, int direction);
gboolean    lode_window_print_speaker    (LodeWindow *self);
const char *lode_window_get_page         (LodeWindow *self);
void        lode_window_set_page         (LodeWindow *self, const char *page);
void        lode_window_focus_search     (LodeWindow *self);
gboolean    lode_window_step_back_page   (LodeWindow *self);
void        lode_window_set_page_narrow  (LodeWindow *self, gboolean narrow);

G_END_DECLS
