/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-place-words.h"

#include "lode-marker-label.h"

#include <glib/gi18n.h>

/* What is said of a place beside its marker on the map: in the panel's header, and in the list. */

const char *
lode_place_words_get_precision (LodePlace *place)
{
  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);

  switch (lode_place_get_precision (place))
    {
    case LODE_PRECISION_EXACT:
      return NULL;
    case LODE_PRECISION_LOCALITY:
      return _("locality, not an exact point");
    case LODE_PRECISION_REGION:
      return lode_place_get_kind (place) == LODE_PLACE_KIND_SEA_AREA
        ? _("off the coast, not an exact point")
        : _("region, not an exact point");
    case LODE_PRECISION_COUNTRY:
      return _("whole country");
    default:
      g_assert_not_reached ();
    }
}

const char *
lode_place_words_get_title (LodePlace *place, LodeMapNames names)
{
  const char *maori;

  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);

  maori = lode_place_get_name_in (place, "mi");
  return names == LODE_MAP_NAMES_MAORI && maori != NULL ? maori : lode_place_get_name (place);
}

/* The name that is not in the title; NULL: none, or not wanted. */
static const char *
get_other_name (LodePlace *place, LodeMapNames names)
{
  const char *maori = lode_place_get_name_in (place, "mi");

  if (names == LODE_MAP_NAMES_ENGLISH || g_strcmp0 (maori, lode_place_get_name (place)) == 0)
    return NULL;

  return names == LODE_MAP_NAMES_MAORI && maori != NULL ? lode_place_get_name (place) : maori;
}

char *
lode_place_words_dup_details (LodePlace *place, LodeMapNames names, LodeFindings *findings)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *count = NULL;
  const char *other_name, *precision;
  guint n_statements;

  g_return_val_if_fail (LODE_IS_PLACE (place), NULL);

  n_statements = lode_findings_count_place (findings, place);
  other_name = get_other_name (place, names);
  precision = lode_place_words_get_precision (place);
  count = lode_marker_label_for_count (n_statements);

  if (n_statements == 0 && lode_place_is_context (place))
    g_ptr_array_add (parts, (char *) _("background, not from the statements"));
  else
    g_ptr_array_add (parts, count);
  if (other_name != NULL)
    g_ptr_array_add (parts, (char *) other_name);
  if (precision != NULL)
    g_ptr_array_add (parts, (char *) precision);

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}
