/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tests of widgets in their own process, by real events.
 *
 * GTK 4 has no way to make events, so the X server makes them (XTEST), and GDK reads them as it
 * reads a person's. Run the test program through with-display; one program, one display. Nothing
 * here sleeps: everything waits for a condition, with a deadline.
 *
 * A program begins with ui_test_init(). Do not pass G_TEST_OPTION_ISOLATE_DIRS to g_test_init():
 * it takes away the MIME database, and with it the loader of SVG icons.
 */

#pragma once

#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>
#include <X11/extensions/XTest.h>

/* Iterates the main context until CONDITION holds. Ends the test program, and says where and what
 * for, after MS milliseconds. The timer wakes a context that has nothing else to do. */
#define ui_test_wait_for(CONDITION, MS) \
  G_STMT_START \
    { \
      gint64 deadline_ = g_get_monotonic_time () + (gint64) ((MS) * 1000 * ui_test_slowness ()); \
      guint timer_ = g_timeout_add (20, ui_test_wake_cb, NULL); \
\
      while (!(CONDITION) && g_get_monotonic_time () < deadline_) \
        g_main_context_iteration (NULL, TRUE); \
      g_source_remove (timer_); \
      if (!(CONDITION)) \
        { \
          ui_test_screenshot_failure (); \
          g_error ("%s:%d: not within %d ms: %s", __FILE__, __LINE__, (int) (MS), #CONDITION); \
        } \
    } \
  G_STMT_END

/* How much longer things may take: a program with sanitizers in it is several times slower. */
static inline double
ui_test_slowness (void)
{
  const char *slowness = g_getenv ("LODE_TEST_SLOWNESS");

  return slowness != NULL ? g_ascii_strtod (slowness, NULL) : 1;
}

static inline gboolean
ui_test_wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static inline gboolean
ui_test_flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static inline void
ui_test_after_paint_cb (GdkFrameClock *clock,
                        int           *frames)
{
  (*frames)--;
}

/* GTK 4.24 tells a frame clock of one frame twice on X11 without a compositor, and warns of itself once
 * (gdk/x11/gdksurface-x11.c and gdkdisplay-x11.c). */
static inline GLogWriterOutput
ui_test_log_cb (GLogLevelFlags   level,
                const GLogField *fields,
                gsize            n_fields,
                gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE")
        && g_str_has_prefix (fields[i].value,
                             "gdk_frame_timings_submitted() called on submitted frame"))
      return G_LOG_WRITER_HANDLED;

  return g_log_writer_default (level, fields, n_fields, data);
}

/* Starts g_test and GTK. The parentheses keep g_test_init() from being a macro that asserts on
 * G_DISABLE_ASSERT. */
static inline void
ui_test_init (int    *argc,
              char ***argv)
{
  (g_test_init) (argc, argv, NULL);
  if (gtk_check_version (4, 24, 0) == NULL)
    g_log_set_writer_func (ui_test_log_cb, NULL, NULL);
  gtk_init ();
}

static inline Display *
ui_test_xdisplay (GtkWidget *widget)
{
  return gdk_x11_display_get_xdisplay (gtk_widget_get_display (widget));
}

/* What was on the screen when a wait failed, in the file that LODE_TEST_FAILURE_PNG names. */
static inline void
ui_test_screenshot_failure (void)
{
  const char *file = g_getenv ("LODE_TEST_FAILURE_PNG");

  if (file != NULL)
    {
      const char *argv[] = { "import", "-silent", "-window", "root", file, NULL };

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                    NULL);
    }
}

/* Waits until @frames frames of the mapped @widget have been painted; a still one is made to. */
static inline void
ui_test_wait_frames (GtkWidget *widget,
                     int        frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 deadline = g_get_monotonic_time () + 10 * G_USEC_PER_SEC * ui_test_slowness ();
  int asked_at = frames + 1;
  gulong handler =
    g_signal_connect (clock, "after-paint", G_CALLBACK (ui_test_after_paint_cb), &frames);

  while (frames > 0)
    {
      if (frames != asked_at)
        {
          asked_at = frames;
          gtk_widget_queue_draw (widget);
          gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
        }
      g_main_context_iteration (NULL, TRUE);
      if (g_get_monotonic_time () > deadline)
        g_error ("no frame in 10 s");
    }
  g_signal_handler_disconnect (clock, handler);
}

/* Lets everything run that is queued, here and in the X server. libshumate asks for its tiles in an
 * idle that comes after a redraw, so frames alone would show an empty map. */
static inline void
ui_test_settle (GtkWidget *widget)
{
  for (int i = 0; i < 2; i++)
    {
      gboolean idle = FALSE;

      XSync (ui_test_xdisplay (widget), False);
      ui_test_wait_frames (widget, 1);
      g_idle_add_full (G_PRIORITY_LOW, ui_test_flag_cb, &idle, NULL);
      ui_test_wait_for (idle, 10000);
    }
  ui_test_wait_frames (widget, 2);
}

/* Root window coordinates, in pixels of the screen, of a point of @widget: 0, 0 is its top left
 * corner and 1, 1 the opposite one. Right in popovers too. */
static inline void
ui_test_root_point (GtkWidget *widget,
                    double     fx,
                    double     fy,
                    int       *x,
                    int       *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  int scale = gdk_surface_get_scale_factor (surface);
  Window root = gdk_x11_display_get_xrootwindow (gdk_surface_get_display (surface));
  Window child;
  graphene_point_t in = GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) * fx,
                                             gtk_widget_get_height (widget) * fy);
  graphene_point_t out;
  double dx, dy;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &in, &out));
  gtk_native_get_surface_transform (native, &dx, &dy);
  XTranslateCoordinates (ui_test_xdisplay (widget), gdk_x11_surface_get_xid (surface), root,
                         (int) ((out.x + dx) * scale), (int) ((out.y + dy) * scale), x, y, &child);
}

/* Moves the pointer to a point of @widget. */
static inline void
ui_test_point_at (GtkWidget *widget,
                  double     fx,
                  double     fy)
{
  Display *display = ui_test_xdisplay (widget);
  int x, y;

  ui_test_root_point (widget, fx, fy, &x, &y);
  XTestFakeMotionEvent (display, -1, x, y, CurrentTime);
  XSync (display, False);
}

/* Clicks with @button, 1 to 3, at a point of @widget; 4 and 5 turn the wheel up and down. */
static inline void
ui_test_click_at (GtkWidget *widget,
                  double     fx,
                  double     fy,
                  guint      button)
{
  Display *display = ui_test_xdisplay (widget);

  ui_test_point_at (widget, fx, fy);
  XTestFakeButtonEvent (display, button, True, CurrentTime);
  XTestFakeButtonEvent (display, button, False, CurrentTime);
  XSync (display, False);
}

/* Clicks in the middle of @widget. */
static inline void
ui_test_click (GtkWidget *widget)
{
  ui_test_click_at (widget, 0.5, 0.5, 1);
}

/* Presses and releases a key, holding down @modifier (0: none). Both are GDK_KEY_ values, which are
 * those of X. */
static inline void
ui_test_key (GtkWidget *widget,
             KeySym     modifier,
             KeySym     keysym)
{
  Display *display = ui_test_xdisplay (widget);
  KeyCode held = modifier != 0 ? XKeysymToKeycode (display, modifier) : 0;
  KeyCode code = XKeysymToKeycode (display, keysym);

  g_assert_cmpint (code, !=, 0);
  if (held != 0)
    XTestFakeKeyEvent (display, held, True, CurrentTime);
  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);
  if (held != 0)
    XTestFakeKeyEvent (display, held, False, CurrentTime);
  XSync (display, False);
}

/* Types lower-case ASCII letters, digits and spaces. */
static inline void
ui_test_type (GtkWidget  *widget,
              const char *text)
{
  for (; *text != '\0'; text++)
    {
      g_assert_true (g_ascii_islower (*text) || g_ascii_isdigit (*text) || *text == ' ');
      ui_test_key (widget, 0, (KeySym) *text);
    }
}

/* Gives @window the keyboard: without a window manager nobody else does. */
static inline void
ui_test_focus_window (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  Display *display = ui_test_xdisplay (GTK_WIDGET (window));

  XSetInputFocus (display, gdk_x11_surface_get_xid (surface), RevertToParent, CurrentTime);
  XSync (display, False);
  ui_test_wait_for (gtk_window_is_active (window), 5000);
}

/* Presents @window, gives it the keyboard, and waits until it is painted. The pointer goes to the
 * far corner of the screen: where an earlier test left it, it might light up a control. */
static inline void
ui_test_present (GtkWindow *window)
{
  Display *display = ui_test_xdisplay (GTK_WIDGET (window));
  int screen = DefaultScreen (display);

  XTestFakeMotionEvent (display, screen, DisplayWidth (display, screen) - 1,
                        DisplayHeight (display, screen) - 1, CurrentTime);
  gtk_window_present (window);
  ui_test_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)), 10000);
  ui_test_wait_frames (GTK_WIDGET (window), 1);
  ui_test_focus_window (window);
  ui_test_settle (GTK_WIDGET (window));
}

/* What the mapped @widget has drawn; NULL between a change and the frame that shows it. The
 * paintable's size is taken, not the widget's: a window's own is without its border, and the picture
 * would be scaled. (transfer full) */
static inline GskRenderNode *
ui_test_take_node (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  return gtk_snapshot_free_to_node (snapshot);
}

/* Renders the mapped @widget. (transfer full) */
static inline GdkTexture *
ui_test_render (GtkWidget *widget)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  GskRenderNode *node = NULL;
  GdkTexture *texture;

  ui_test_wait_for (node != NULL || (node = ui_test_take_node (widget)) != NULL, 10000);
  texture = gsk_renderer_render_texture (renderer, node, NULL);
  gsk_render_node_unref (node);

  return texture;
}

/* Saves a picture of the mapped @widget. */
static inline void
ui_test_save_png (GtkWidget  *widget,
                  const char *file)
{
  g_autoptr (GdkTexture) texture = ui_test_render (widget);

  g_assert_true (gdk_texture_save_to_png (texture, file));
}

/* The first mapped descendant of @root, in tree order, that is a @type; with @text also a label or
 * button that says exactly that. NULL if there is none. */
static inline GtkWidget *
ui_test_find (GtkWidget  *root,
              GType       type,
              const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    {
      const char *said = NULL;

      if (GTK_IS_LABEL (root))
        said = gtk_label_get_text (GTK_LABEL (root));
      else if (GTK_IS_BUTTON (root))
        said = gtk_button_get_label (GTK_BUTTON (root));
      if (text == NULL || g_strcmp0 (said, text) == 0)
        return root;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ui_test_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What a PDF says, by poppler. To be freed. */
static inline char *
ui_test_dup_pdf_text (const char *path)
{
  const char *arguments[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);

  return text;
}

/* Asserts that nobody holds the object behind @pointer any more, which g_object_add_weak_pointer()
 * has been given. The leak checker does not see a GObject with a signal handler. */
#define ui_test_assert_finalized(POINTER) ui_test_wait_for ((POINTER) == NULL, 5000)
