/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * LodeListGrowth:
 *
 * Gives a list view the beginning of a long list at once, and what follows when nothing else is to
 * do; and takes it away again in small pieces. A card costs some milliseconds to make and a fraction
 * of one to destroy, and a list view has two hundred of them: each keystroke would stop the window
 * for as long as that takes.
 */
typedef struct _LodeListGrowth LodeListGrowth;

typedef void (* LodeListShrunk) (gpointer user_data);

LodeListGrowth *lode_list_growth_new       (GListModel     *items);
void            lode_list_growth_free      (LodeListGrowth *self);
/* What the list view shows; borrowed. */
GListModel     *lode_list_growth_get_shown (LodeListGrowth *self);
/* From the beginning; before the items change. */
void            lode_list_growth_restart   (LodeListGrowth *self);
/* All items from here on, as any of them may be wanted. */
void            lode_list_growth_complete  (LodeListGrowth *self);
/* Takes away all but the first items, which may take some turns of the main loop, and then calls
 * @shrunk. FALSE: there are few, and it does nothing. */
gboolean        lode_list_growth_shrink    (LodeListGrowth *self,
                                            LodeListShrunk  shrunk,
                                            gpointer        user_data);
/* What lode_list_growth_shrink() has begun is ended now, and @shrunk called. */
void            lode_list_growth_settle    (LodeListGrowth *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeListGrowth, lode_list_growth_free)

G_END_DECLS
