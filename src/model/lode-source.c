/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lode-source-private.h"

G_DEFINE_FINAL_TYPE (LodeSource, lode_source, LODE_TYPE_RECORD)

G_DEFINE_ENUM_TYPE (LodeSourceKind, lode_source_kind,
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_ARTICLE_NEWSPAPER, "article-newspaper"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_WEBPAGE, "webpage"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_SPEECH, "speech"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_INTERVIEW, "interview"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_BROADCAST, "broadcast"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_REPORT, "report"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_HEARING, "hearing"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_LEGISLATION, "legislation"),
                    G_DEFINE_ENUM_VALUE (LODE_SOURCE_KIND_DOCUMENT, "document"))

enum
{
  PROP_0,
  PROP_KIND,
  PROP_TITLE,
  PROP_PUBLISHED,
  PROP_AUTHORS,
  PROP_PUBLISHER,
  PROP_CREDIT,
  PROP_URL,
  PROP_ARCHIVE,
  PROP_ACCESSED,
  PROP_RIGHTS,
  PROP_TEXT,
  PROP_SHA256,
  PROP_CHECKED,
};

static void
lode_source_finalize (GObject *object)
{
  LodeSource *self = LODE_SOURCE (object);

  g_free (self->title);
  g_free (self->published);
  g_strfreev (self->authors);
  g_free (self->publisher);
  g_free (self->credit);
  g_free (self->url);
  g_free (self->archive);
  g_free (self->accessed);
  g_free (self->rights);
  g_free (self->text);
  g_free (self->sha256);
  g_free (self->checked);

  G_OBJECT_CLASS (lode_source_parent_class)->finalize (object);
}

static void
lode_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  LodeSource *self = LODE_SOURCE (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, lode_source_get_kind (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, lode_source_get_title (self));
      break;
    case PROP_PUBLISHED:
      g_value_set_string (value, lode_source_get_published (self));
      break;
    case PROP_AUTHORS:
      g_value_set_boxed (value, lode_source_get_authors (self));
      break;
    case PROP_PUBLISHER:
      g_value_set_string (value, lode_source_get_publisher (self));
      break;
    case PROP_CREDIT:
      g_value_set_string (value, lode_source_get_credit (self));
      break;
    case PROP_URL:
      g_value_set_string (value, lode_source_get_url (self));
      break;
    case PROP_ARCHIVE:
      g_value_set_string (value, lode_source_get_archive (self));
      break;
    case PROP_ACCESSED:
      g_value_set_string (value, lode_source_get_accessed (self));
      break;
    case PROP_RIGHTS:
      g_value_set_string (value, lode_source_get_rights (self));
      break;
    case PROP_TEXT:
      g_value_set_string (value, lode_source_get_text (self));
      break;
    case PROP_SHA256:
      g_value_set_string (value, lode_source_get_sha256 (self));
      break;
    case PROP_CHECKED:
      g_value_set_string (value, lode_source_get_checked (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lode_source_class_init (LodeSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lode_source_finalize;
  object_class->get_property = lode_source_get_property;

  lode_record_class_install_enum (object_class, PROP_KIND, "kind", LODE_TYPE_SOURCE_KIND);
  lode_record_class_install_string (object_class, PROP_TITLE, "title");
  lode_record_class_install_string (object_class, PROP_PUBLISHED, "published");
  lode_record_class_install_strv (object_class, PROP_AUTHORS, "authors");
  lode_record_class_install_string (object_class, PROP_PUBLISHER, "publisher");
  lode_record_class_install_string (object_class, PROP_CREDIT, "credit");
  lode_record_class_install_string (object_class, PROP_URL, "url");
  lode_record_class_install_string (object_class, PROP_ARCHIVE, "archive");
  lode_record_class_install_string (object_class, PROP_ACCESSED, "accessed");
  lode_record_class_install_string (object_class, PROP_RIGHTS, "rights");
  lode_record_class_install_string (object_class, PROP_TEXT, "text");
  lode_record_class_install_string (object_class, PROP_SHA256, "sha256");
  lode_record_class_install_string (object_class, PROP_CHECKED, "checked");
}

static void
lode_source_init (LodeSource *self)
{
}

/**
 * lode_source_get_kind:
 * @self: a source
 *
 * Gets what sort of source it is, in the words of CSL 1.0.2.
 *
 * Returns: the kind
 */
LodeSourceKind
lode_source_get_kind (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), 0);

  return self->kind;
}

/**
 * lode_source_get_title:
 * @self: a source
 *
 * Gets the one line that names the source.
 *
 * Returns: (transfer none): the title
 */
const char *
lode_source_get_title (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->title;
}

/**
 * lode_source_get_published:
 * @self: a source
 *
 * Gets the day, month or year of publication (see lode_date_is_valid()).
 *
 * Returns: (transfer none): the date
 */
const char *
lode_source_get_published (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->published;
}

/**
 * lode_source_get_authors:
 * @self: a source
 *
 * Gets who wrote it, in the order of the file.
 *
 * Returns: (transfer none): the names, NULL-terminated, perhaps none; never NULL
 */
const char * const *
lode_source_get_authors (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return (const char * const *) self->authors;
}

/**
 * lode_source_get_publisher:
 * @self: a source
 *
 * Gets who published it.
 *
 * Returns: (transfer none) (nullable): a name, or NULL: none given
 */
const char *
lode_source_get_publisher (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->publisher;
}

/**
 * lode_source_get_credit:
 * @self: a source
 *
 * Gets who really reported it, where that is not the publisher.
 *
 * Returns: (transfer none) (nullable): a name, or NULL: none given
 */
const char *
lode_source_get_credit (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->credit;
}

/**
 * lode_source_get_url:
 * @self: a source
 *
 * Gets the address where it can be read: http or https, nothing else.
 *
 * Returns: (transfer none) (nullable): a URL, or NULL: none given
 */
const char *
lode_source_get_url (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->url;
}

/**
 * lode_source_get_archive:
 * @self: a source
 *
 * Gets the address of an archived copy: http or https, nothing else.
 *
 * Returns: (transfer none) (nullable): a URL, or NULL: none given
 */
const char *
lode_source_get_archive (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->archive;
}

/**
 * lode_source_get_accessed:
 * @self: a source
 *
 * Gets when the address was last visited (see lode_date_is_valid()).
 *
 * Returns: (transfer none) (nullable): a date, or NULL: none given
 */
const char *
lode_source_get_accessed (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->accessed;
}

/**
 * lode_source_get_rights:
 * @self: a source
 *
 * Gets what is known about the right to copy it.
 *
 * Returns: (transfer none) (nullable): free text, or NULL: none given
 */
const char *
lode_source_get_rights (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->rights;
}

/**
 * lode_source_get_text:
 * @self: a source
 *
 * Gets where its plain text is stored: a path with slashes, relative to the dataset's folder, which
 * it never leaves.
 *
 * Returns: (transfer none) (nullable): a path, or NULL: none given
 */
const char *
lode_source_get_text (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->text;
}

/**
 * lode_source_get_sha256:
 * @self: a source
 *
 * Gets the SHA-256 of the bytes of its plain text.
 *
 * Returns: (transfer none) (nullable): 64 hexadecimal digits in small letters, or NULL: none given
 */
const char *
lode_source_get_sha256 (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->sha256;
}

/**
 * lode_source_get_checked:
 * @self: a source
 *
 * Gets the day on which every quotation was last verified against the text with that hash.
 *
 * Returns: (transfer none) (nullable): a date of the form YYYY-MM-DD, or NULL: never
 */
const char *
lode_source_get_checked (LodeSource *self)
{
  g_return_val_if_fail (LODE_IS_SOURCE (self), NULL);

  return self->checked;
}

/**
 * lode_source_kind_to_string:
 * @kind: a kind of source
 *
 * Gets the word of CSL 1.0.2 for @kind, as "article-newspaper", which is also the word of the
 * format.
 *
 * Returns: (transfer none): the word, or NULL if @kind is none of the enumeration
 */
const char *
lode_source_kind_to_string (LodeSourceKind kind)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (LODE_TYPE_SOURCE_KIND);
  const GEnumValue *value = g_enum_get_value (words, kind);

  return value != NULL ? value->value_nick : NULL;
}
