/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lode-camera-pose.h"
#include "lode-dataset.h"
#include "lode-map-style.h"

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LODE_PICTURE_PNG, /* W3C PNG, pixels */
  LODE_PICTURE_SVG, /* SVG 1.1, shapes; only the relief is made of pixels */
  LODE_PICTURE_PDF, /* PDF 1.5, shapes and text */
  LODE_PICTURE_N_FORMATS
} LodePictureFormat;

/**
 * LodeMapPicture:
 *
 * A picture of the map to print or to publish: title, map with markers, legend, and whose data it
 * is. Needs no display. May be rendered in any thread, once all is set.
 */
typedef struct _LodeMapPicture LodeMapPicture;

/* places: of LodePlace, taken as they are now. NULL: those of the dataset that have statements. */
LodeMapPicture *lode_map_picture_new       (LodeDataset *dataset, GListModel *places);
void            lode_map_picture_free      (LodeMapPicture *self);
/* What the map shows and how large it is, in pixels of 1/96 inch; the picture is higher by what
 * stands above and below. From the beginning: the whole country, 960 x 1080. */
void            lode_map_picture_set_view  (LodeMapPicture *self, LodeCameraPose pose, int width,
                                            int height);
void            lode_map_picture_set_theme (LodeMapPicture *self, LodeMapTheme theme);
void            lode_map_picture_set_counts (LodeMapPicture *self, GHashTable *counts);
double          lode_map_picture_draw      (LodeMapPicture *self, cairo_t *cr);
/* scale: PNG's device pixels for one pixel, 1 to 4. G_IO_ERROR_CANCELLED; or
 * G_IO_ERROR_FAILED, with a sentence for the reader. */
GBytes         *lode_map_picture_render    (LodeMapPicture *self, LodePictureFormat format,
                                            int scale, GCancellable *cancellable,
                                            GError **error);
/* "png", "svg", "pdf", in any case; FALSE: another word. */
gboolean        lode_picture_format_parse  (const char *word, LodePictureFormat *format);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LodeMapPicture, lode_map_picture_free)

G_END_DECLS
