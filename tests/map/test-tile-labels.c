/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-basemap.h"
#include "lode-map-style.h"
#include "lode-tile-labels.h"
#include "lode-tile-source.h"

#include <math.h>

static gboolean
boxes_overlap (const LodeLabelBox *a, const LodeLabelBox *b)
{
  return a->x0 < b->x1 && a->x1 > b->x0 && a->y0 < b->y1 && a->y1 > b->y0;
}

static const double magnifications[] = { 1, 1.1, 1.25, 1.5, 1.75, 1.9 };

static LodeMapNames names = LODE_MAP_NAMES_BOTH;

static GArray *
magnify (int zoom, double magnification)
{
  GArray *labels = lode_tile_labels_get (zoom, names);
  GArray *magnified = g_array_sized_new (FALSE, FALSE, sizeof (LodeLabel), labels->len);

  for (guint i = 0; i < labels->len; i++)
    {
      LodeLabel label
          = lode_tile_labels_magnify (&g_array_index (labels, LodeLabel, i), magnification);

      g_array_append_val (magnified, label);
    }
  return magnified;
}

static void
check_no_overlap (int zoom, double magnification)
{
  g_autoptr (GArray) labels = magnify (zoom, magnification);

  for (guint i = 0; i < labels->len; i++)
    for (guint j = 0; j < labels->len; j++)
      {
        const LodeLabel *a = &g_array_index (labels, LodeLabel, i);
        const LodeLabel *b = &g_array_index (labels, LodeLabel, j);
        LodeLabelBox a_box = lode_tile_labels_get_text_box (a);
        LodeLabelBox b_box = lode_tile_labels_get_text_box (b);
        LodeLabelBox dot = { b->symbol_x - b->symbol_size, b->symbol_y - b->symbol_size,
                             b->symbol_x + b->symbol_size, b->symbol_y + b->symbol_size };

        if (i == j || a->text == NULL)
          continue;
        if (b->text != NULL && boxes_overlap (&a_box, &b_box))
          g_error ("zoom %d × %g: %s and %s overlap", zoom, magnification, a->text, b->text);
        if (b->symbol_size > 0 && boxes_overlap (&a_box, &dot))
          g_error ("zoom %d × %g: %s hides the dot of %s", zoom, magnification, a->text, b->text);
      }
}

static void
test_no_overlap (void)
{
  for (names = 0; names < LODE_MAP_N_NAMES; names++)
    for (int zoom = LODE_TILE_MIN_ZOOM; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
      for (guint i = 0; i < G_N_ELEMENTS (magnifications); i++)
        check_no_overlap (zoom, magnifications[i]);
  names = LODE_MAP_NAMES_BOTH;
}

static const LodeLabel *
find_label (int zoom, const char *text, LodeLabelKind kind)
{
  GArray *labels = lode_tile_labels_get (zoom, LODE_MAP_NAMES_BOTH);

  for (guint i = 0; i < labels->len; i++)
    {
      const LodeLabel *label = &g_array_index (labels, LodeLabel, i);

      if (label->kind == kind && g_strcmp0 (label->text, text) == 0)
        return label;
    }
  return NULL;
}

static void
test_ranks (void)
{
  g_assert_nonnull (find_label (4, "Auckland", LODE_LABEL_CITY));
  g_assert_null (find_label (4, "Dunedin", LODE_LABEL_LARGE_TOWN));
  g_assert_nonnull (find_label (5, "Dunedin", LODE_LABEL_LARGE_TOWN));
  g_assert_null (find_label (5, "Whangārei", LODE_LABEL_LARGE_TOWN));
  g_assert_nonnull (find_label (6, "Whangārei", LODE_LABEL_LARGE_TOWN));
  g_assert_nonnull (find_label (9, "Ōtorohanga", LODE_LABEL_SMALL_TOWN));
  g_assert_nonnull (find_label (9, "Reefton", LODE_LABEL_SMALL_TOWN));
  for (int zoom = 6; zoom <= 9; zoom++)
    g_assert_nonnull (find_label (zoom, "Otago", LODE_LABEL_REGION));
  g_assert_null (find_label (10, "Otago", LODE_LABEL_REGION));
  /* Not twice until there is room for both. */
  g_assert_null (find_label (6, "Wellington", LODE_LABEL_REGION));
  g_assert_nonnull (find_label (8, "Wellington", LODE_LABEL_REGION));
}

static void
test_names (void)
{
  const LodeLabel *sea = find_label (6, "Tasman Sea", LODE_LABEL_OCEAN);
  const LodeLabel *peak = find_label (9, "Aoraki / Mount Cook", LODE_LABEL_PEAK);
  const LodeLabel *river = find_label (10, "Whanganui River", LODE_LABEL_RIVER);

  g_assert_nonnull (sea);
  g_assert_cmpstr (sea->below, ==, "Te Tai-o-Rēhua");
  g_assert_nonnull (peak);
  g_assert_cmpstr (peak->below, ==, "3724 m");
  g_assert_nonnull (river);
  g_assert_cmpfloat (fabs (river->angle), <=, G_PI / 2);
}

static const LodeLabel *
find_in (int zoom, LodeMapNames language, const char *text)
{
  GArray *labels = lode_tile_labels_get (zoom, language);

  for (guint i = 0; i < labels->len; i++)
    if (g_strcmp0 (g_array_index (labels, LodeLabel, i).text, text) == 0)
      return &g_array_index (labels, LodeLabel, i);
  return NULL;
}

static void
test_languages (void)
{
  static const struct
  {
    int zoom;
    const char *both, *below, *english, *maori;
  } cases[] = {
    { 6, "Auckland", NULL, "Auckland", "Tāmaki Makaurau" },
    { 9, "Dunedin", "Ōtepoti", "Dunedin", "Ōtepoti" },
    { 8, "Otago", "Ōtākou", "Otago", "Ōtākou" },
    { 6, "Tasman Sea", "Te Tai-o-Rēhua", "Tasman Sea", "Te Tai-o-Rēhua" },
    { 9, "Aoraki / Mount Cook", "3724 m", "Mount Cook", "Aoraki" },
    { 9, "Riverton / Aparima", NULL, "Riverton", "Aparima" },
    { 10, "Waiau Toa / Clarence River", NULL, "Clarence River", "Waiau Toa" },
    { 10, "Clutha / Mata-Au River", NULL, "Clutha River", "Mata-Au" },
    { 10, "Lake Ellesmere", "Te Waihora", "Lake Ellesmere", "Te Waihora" },
    { 9, "Whanganui", NULL, "Whanganui", "Whanganui" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const LodeLabel *both = find_in (cases[i].zoom, LODE_MAP_NAMES_BOTH, cases[i].both);

      g_test_message ("%s", cases[i].both);
      g_assert_nonnull (both);
      g_assert_cmpstr (both->below, ==, cases[i].below);
      g_assert_nonnull (find_in (cases[i].zoom, LODE_MAP_NAMES_ENGLISH, cases[i].english));
      g_assert_nonnull (find_in (cases[i].zoom, LODE_MAP_NAMES_MAORI, cases[i].maori));
      if (!g_str_equal (cases[i].english, cases[i].maori))
        {
          g_assert_null (find_in (cases[i].zoom, LODE_MAP_NAMES_ENGLISH, cases[i].maori));
          g_assert_null (find_in (cases[i].zoom, LODE_MAP_NAMES_MAORI, cases[i].english));
        }
    }
}

/* Beyond 180 degrees: the country is continuous there, and has its names. */
static void
test_chathams (void)
{
  for (int zoom = 6; zoom <= 9; zoom++)
    {
      const LodeLabel *islands = find_label (zoom, "Chatham Islands", LODE_LABEL_REGION);

      g_assert_nonnull (islands);
      g_assert_cmpfloat (islands->x, >, ldexp (LODE_TILE_SIZE, zoom));
      g_assert_nonnull (find_in (zoom, LODE_MAP_NAMES_MAORI, "Wharekauri / Rēkohu"));
    }
  g_assert_nonnull (find_label (7, "Waitangi", LODE_LABEL_TOWN));
}

/* A name stands beside its dot, not somewhere; and the dot stands where the town is. */
static void
check_near_symbol (int zoom, double magnification)
{
  g_autoptr (GArray) labels = magnify (zoom, magnification);

  for (guint i = 0; i < labels->len; i++)
    {
      const LodeLabel *label = &g_array_index (labels, LodeLabel, i);
      const LodeLabel *placed = &g_array_index (lode_tile_labels_get (zoom, LODE_MAP_NAMES_BOTH), LodeLabel, i);
      double dx = fabs (label->x - label->symbol_x) - label->width / 2 - label->symbol_size;
      double dy = fabs (label->y - label->symbol_y) - label->height / 2 - label->symbol_size;

      if (label->symbol_size > 0 && label->text != NULL)
        {
          g_assert_cmpfloat (dx, <, 6);
          g_assert_cmpfloat (dy, <, 6);
          g_assert_cmpfloat_with_epsilon (label->symbol_x, placed->symbol_x * magnification, 1e-6);
          g_assert_cmpfloat_with_epsilon (label->symbol_y, placed->symbol_y * magnification, 1e-6);
        }
    }
}

/* Close up, a region's name comes again and again, on its own land only. */
static void
test_repeated_regions (void)
{
  guint former = 0;

  for (int zoom = 10; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
    {
      GArray *labels = lode_tile_labels_get (zoom, LODE_MAP_NAMES_ENGLISH);
      const double world = ldexp (LODE_TILE_SIZE, zoom);
      guint n = 0;

      for (guint i = 0; i < labels->len; i++)
        {
          const LodeLabel *label = &g_array_index (labels, LodeLabel, i);
          const LodeLabelBox box = lode_tile_labels_get_text_box (label);
          const double xs[] = { box.x0, box.x1 }, ys[] = { box.y0, box.y1 };

          for (int j = 0; j < 4 && label->kind == LODE_LABEL_REGION_AGAIN; j++)
            {
              const int region
                = lode_basemap_find_region (lode_longitude_from_world_x (xs[j % 2] / world),
                                            lode_latitude_from_world_y (ys[j / 2] / world));

              g_assert_cmpint (region, >=, 0);
              g_assert_cmpstr (lode_basemap_get_region_name (region), ==, label->text);
            }
          n += label->kind == LODE_LABEL_REGION_AGAIN;
        }
      g_assert_cmpuint (n, >, MAX (2 * former, 10));
      former = n;
    }
  g_assert_null (find_label (9, "Otago", LODE_LABEL_REGION_AGAIN));
  g_assert_nonnull (find_label (10, "Otago", LODE_LABEL_REGION_AGAIN));
}

static void
test_near_symbol (void)
{
  for (int zoom = LODE_TILE_MIN_ZOOM; zoom <= LODE_TILE_MAX_ZOOM; zoom++)
    for (guint i = 0; i < G_N_ELEMENTS (magnifications); i++)
      check_near_symbol (zoom, magnifications[i]);
}

/* Without a dot: a name of an area stays in its middle, one of a river at the same bend. */
static void
test_near_anchor (void)
{
  LodeLabel sea = lode_tile_labels_magnify (find_label (6, "Tasman Sea", LODE_LABEL_OCEAN), 1.5);
  LodeLabel river
      = lode_tile_labels_magnify (find_label (10, "Whanganui River", LODE_LABEL_RIVER), 1.5);
  const LodeLabel *placed = find_label (10, "Whanganui River", LODE_LABEL_RIVER);

  g_assert_cmpfloat (fabs (sea.x - 1.5 * find_label (6, "Tasman Sea", LODE_LABEL_OCEAN)->x), <, 2);
  g_assert_cmpfloat_with_epsilon (river.anchor_x, 1.5 * placed->anchor_x, 1e-6);
  g_assert_cmpfloat_with_epsilon (river.x - river.anchor_x, placed->x - placed->anchor_x, 1e-6);
  g_assert_cmpfloat_with_epsilon (river.y - river.anchor_y, placed->y - placed->anchor_y, 1e-6);
  g_assert_cmpfloat (hypot (placed->x - placed->anchor_x, placed->y - placed->anchor_y), <,
                     1.5 * placed->height);
}

static gpointer
ask_labels (gpointer zoom)
{
  return lode_tile_labels_get (GPOINTER_TO_INT (zoom), LODE_MAP_NAMES_BOTH);
}

static void
test_threads (void)
{
  GThread *threads[4];
  GArray *labels = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("labels", ask_labels, GINT_TO_POINTER (11));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      GArray *answer = g_thread_join (threads[i]);

      g_assert_true (labels == NULL || labels == answer);
      labels = answer;
    }
  g_assert_cmpuint (labels->len, >, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile-labels/threads", test_threads);
  g_test_add_func ("/tile-labels/no-overlap", test_no_overlap);
  g_test_add_func ("/tile-labels/ranks", test_ranks);
  g_test_add_func ("/tile-labels/names", test_names);
  g_test_add_func ("/tile-labels/languages", test_languages);
  g_test_add_func ("/tile-labels/chathams", test_chathams);
  g_test_add_func ("/tile-labels/repeated-regions", test_repeated_regions);
  g_test_add_func ("/tile-labels/near-symbol", test_near_symbol);
  g_test_add_func ("/tile-labels/near-anchor", test_near_anchor);

  return g_test_run ();
}
