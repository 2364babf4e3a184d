# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program as a person meets it.

It runs on a display of its own (start the test through with-display --atspi), is read through the
accessibility tree and driven by a real mouse and keyboard (XTEST, through xdotool). Use it as

    with App('build/src/lode') as app:
        app.click(app.get('push button', re.compile('^Otago')))
        app.get('label', 'About this place')

Leaving the block quits the program as its menu does, and requires exit status 0 and nothing said on
stderr but what `allow` matches. Nothing here sleeps to be on the safe side: everything waits for a
condition, with a deadline.
"""
import os
import re
import subprocess
import tempfile
import time
import warnings

warnings.simplefilter('ignore', DeprecationWarning)

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

APPLICATION_ID = 'io.github.lodemap.Lode'
# What the program remembers of its windows; the home is the test's own.
SESSION = os.path.join(os.environ['XDG_STATE_HOME'], 'lode', 'session.ini')


# How much longer things may take: a program with sanitizers in it is several times slower.
SLOWNESS = float(os.environ.get('LODE_TEST_SLOWNESS', '1'))


# GTK 4.24 tells a frame clock of one frame twice on X11 without a compositor, and warns of itself once
# (gdk/x11/gdksurface-x11.c and gdkdisplay-x11.c).
TWICE_SUBMITTED = 'gdk_frame_timings_submitted\\(\\) called on submitted frame'


def until(function, what, timeout=20.0, step=0.05):
    """The first true value of function(); an AssertionError that names `what` after the timeout."""
    timeout *= SLOWNESS
    end = time.monotonic() + timeout
    last = ''
    while True:
        try:
            result = function()
            if result:
                return result
        except GLib.Error as error:  # an object that went away while we looked at it
            last = error
        if time.monotonic() > end:
            raise AssertionError(f'timed out after {timeout} s: {what} {last}')
        time.sleep(step)


def run(*argv):
    """The standard output of a command that must succeed."""
    argv = [str(word) for word in argv]
    return subprocess.run(argv, check=True, capture_output=True, text=True).stdout.strip()


def matches(pattern, text):
    """Whether a name is `pattern`: None for any, a str for exactly that, or a compiled one."""
    if pattern is None:
        return True
    if isinstance(pattern, re.Pattern):
        return pattern.search(text or '') is not None
    return pattern == text


# Roles that newer AT-SPI calls otherwise.
NEW_ROLES = {'button': 'push button'}


def role_of(node):
    """The role of an object, by the name that the oldest AT-SPI has for it."""
    name = node.get_role_name()
    return NEW_ROLES.get(name, name)


def has_click(node):
    return 'click' in [Atspi.Action.get_action_name(node, i) for i in range(node.get_n_actions())]


def name_of(node):
    """The name that a screen reader says. From 4.18 on, GTK gives none to a menu item, but a label."""
    name = node.get_name()
    if not name and role_of(node).endswith('menu item'):
        for relation in node.get_relation_set():
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                name = Atspi.Text.get_text(relation.get_target(0), 0, -1)
    return name or ''


class App:
    """One running copy of the program and its first window. It starts without anything from a copy
    that ran before, unless `session` is True."""

    def __init__(self, *argv, env=None, allow=None, session=False):
        self.allow = allow
        if not session and os.path.exists(SESSION):
            os.remove(SESSION)
        self.scale = int({**os.environ, **(env or {})}.get('GDK_SCALE') or 1)
        self.stderr = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen(
            argv, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL, stderr=self.stderr
        )
        try:
            self._meet()
        except BaseException:
            self.kill()  # one left over would swallow the next launch: single instance
            raise

    def _meet(self):
        self.app = until(self._find_app, 'the program on the accessibility bus')
        self.gtk = tuple(int(number) for number in self.app.get_toolkit_version().split('.')[:2])
        self.frame = until(lambda: self.find('frame'), 'a window')
        self.xid = until(self._find_window, 'an X window')
        if self.geometry()[0] < 0:
            self.hold(0, 0)
        self.settle()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is None:
            self.quit()
        else:
            print(self.said())
            self.kill()

    def _find_app(self):
        if self.process.poll() is not None:
            raise AssertionError(f'ended with {self.process.returncode}:\n{self.said()}')
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_process_id() == self.process.pid:
                return app
        return None

    def _find_window(self):
        # --all: xdotool would otherwise take a window that meets any of the conditions.
        name = '^' + re.escape(self.frame.get_name()) + '$'
        pid = self.process.pid
        try:
            found = run('xdotool', 'search', '--all', '--onlyvisible', '--pid', pid, '--name', name)
        except subprocess.CalledProcessError:  # none yet
            return None
        return found.split()[-1] if found else None

    # The tree

    def walk(self, node=None):
        """Each accessible object below `node` (the program), itself first."""
        node = node or self.app
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child:
                yield from self.walk(child)

    def find_all(self, role=None, name=None, within=None):
        """Each object with that role and name, in the tree's order."""
        for node in self.walk(within):
            if (role is None or role_of(node) == role) and matches(name, name_of(node)):
                yield node

    def find(self, role=None, name=None, within=None):
        """The first such object, or None."""
        return next(self.find_all(role, name, within), None)

    def get(self, role=None, name=None, within=None, timeout=20.0):
        """The first such object, waited for."""
        return until(lambda: self.find(role, name, within), f'[{role}] {name!r}', timeout)

    def gone(self, role=None, name=None, within=None):
        """Waits until there is no such object."""
        until(lambda: not self.find(role, name, within), f'no [{role}] {name!r}')

    def rows(self, panel):
        """(name, texts of its labels, whether it is a heading) of each row of a list, from its top.

        From 4.18 on GTK has only those in sight in its tree: the scroll bar goes through the list, and
        back to where it was.
        """
        rows = []
        self._read_rows(panel, rows)
        bar = self.find('scroll bar', within=panel.get_parent())
        if bar is None or self.gtk < (4, 18):
            return rows
        start = Atspi.Value.get_current_value(bar)
        step = 0.7 * panel.get_parent().get_extents(Atspi.CoordType.WINDOW).height
        before, value = None, 0
        while value != before:
            before = value
            Atspi.Value.set_current_value(bar, value)
            self.settle()
            self._read_rows(panel, rows)
            Atspi.Value.set_current_value(bar, value + step)
            value = Atspi.Value.get_current_value(bar)
        Atspi.Value.set_current_value(bar, start)
        self.settle()
        return rows

    def _read_rows(self, panel, rows):
        for item in self.find_all('list item', within=panel):
            name = item.get_name()
            labels = [label.get_name() for label in self.find_all('label', within=item)]
            row = (name, labels, self.find('heading', name, within=item) is not None)
            if row not in rows:
                rows.append(row)

    def dump(self):
        """The tree as text, for a person to read."""

        def lines(node, depth):
            yield f'{"  " * depth}[{node.get_role_name()}] {name_of(node)!r}'
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child:
                    yield from lines(child, depth + 1)

        return '\n'.join(lines(self.app, 0))

    # Where something is

    def point(self, node, fx=0.5, fy=0.5):
        """Screen position of a point of `node`: 0, 0 is its top left corner, 1, 1 the other.

        GTK 4.8 answers in coordinates of the window's content only, so the place of the window and
        the width of its border or shadow are added. Inside a popover GTK's answer is wrong: use
        action() or keys there.
        """
        box = node.get_extents(Atspi.CoordType.WINDOW)
        x, y, _, _ = self.content()
        return (
            x + int((box.x + box.width * fx) * self.scale),
            y + int((box.y + box.height * fy) * self.scale),
        )

    def content(self):
        """Position and size of the window's content on the screen, its border or shadow left out."""
        content = self.frame.get_extents(Atspi.CoordType.WINDOW)
        content_width, content_height = content.width * self.scale, content.height * self.scale
        x, y, width, height = self.geometry()
        text = run('xprop', '-id', self.xid, '-notype', '_GTK_FRAME_EXTENTS').partition('=')[2]
        shadow = [int(number) for number in re.findall(r'\d+', text)] or [0, 0, 0, 0]
        left, right, top, bottom = shadow
        x += left + (width - left - right - content_width) // 2
        y += top + (height - top - bottom - content_height) // 2
        return x, y, content_width, content_height

    def geometry(self):
        """Position and size of the X window."""
        text = run('xdotool', 'getwindowgeometry', '--shell', self.xid)
        values = dict(line.split('=') for line in text.splitlines())
        return tuple(int(values[key]) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))

    # What a person does

    def press(self, node):
        """Clicks a button. From 4.18 on GTK's extents leave the padding out of all that a widget stands
        in, and the mouse would miss a small one: there its own action stands for the click."""
        if self.gtk < (4, 18):
            self.click(node)
        else:
            # A menu button is a button around the one that has the action.
            self.action(next(n for n in self.walk(node) if has_click(n)))

    def click(self, node, button=1, fx=0.5, fy=0.5):
        x, y = self.point(node, fx, fy)
        run('xdotool', 'mousemove', x, y, 'click', button)
        return x, y

    def move(self, x, y):
        run('xdotool', 'mousemove', x, y)

    def scroll(self, node, clicks, fx=0.5, fy=0.5):
        """Turns the wheel over `node`: up for positive numbers."""
        x, y = self.point(node, fx, fy)
        button = 4 if clicks > 0 else 5
        run('xdotool', 'mousemove', x, y, 'click', '--repeat', abs(clicks), '--delay', 30, button)

    def drag(self, x0, y0, x1, y1):
        run('xdotool', 'mousemove', x0, y0, 'mousedown', 1)
        for i in range(1, 9):
            run('xdotool', 'mousemove', x0 + (x1 - x0) * i // 8, y0 + (y1 - y0) * i // 8)
            time.sleep(0.02)
        time.sleep(0.3)  # standing still, or the map is thrown on
        run('xdotool', 'mouseup', 1)

    def key(self, *keys):
        """Presses keys by the names of X: 'Escape', 'ctrl+q'."""
        self.focus()
        # With a newer xkeyboard-config, xdotool presses Alt too where a function key is given by name
        # (jordansissel/xdotool#491).
        codes = [re.sub(r'\bF([1-9]|10)$', lambda f: str(66 + int(f[1])), key) for key in keys]
        run('xdotool', 'key', '--clearmodifiers', *codes)

    def type(self, text):
        """Types ASCII; for other text use set_text(), X remaps its keyboard unreliably."""
        assert text.isascii(), text
        self.focus()
        run('xdotool', 'type', '--delay', 15, text)

    def focus(self):
        """Without a window manager nobody gives the window the keyboard."""
        if run('xdotool', 'getwindowfocus') in ('0', '1'):
            run('xdotool', 'windowfocus', '--sync', self.xid)

    def resize(self, width, height):
        """Makes the window's content that large, in pixels of the screen."""
        _, _, content_width, content_height = self.content()
        if (content_width, content_height) != (width, height):
            x, y, outer_width, outer_height = self.geometry()
            outer = (outer_width + width - content_width, outer_height + height - content_height)
            run('xdotool', 'windowsize', '--sync', self.xid, *outer)
            until(lambda: self.content()[2:] == (width, height), f'a window of {width} x {height}')
            self.hold(x, y)
        self.settle()

    def hold(self, x, y):
        """Puts a window back until it stays: from right to left newer GTK moves a new one off the
        screen where there is no window manager."""
        end = time.monotonic() + 10 * SLOWNESS
        still = 0
        while still < 3:
            still += 1
            if self.geometry()[:2] != (x, y):
                run('xdotool', 'windowmove', self.xid, x, y)
                still = 0
            assert time.monotonic() < end, f'the window does not stay at {x}, {y}'
            time.sleep(0.05)

    def set_text(self, entry, text):
        assert Atspi.EditableText.set_text_contents(entry, text), f'cannot set {entry.get_name()!r}'

    def action(self, node, name='click'):
        for i in range(node.get_n_actions()):
            if Atspi.Action.get_action_name(node, i) == name:
                return Atspi.Action.do_action(node, i)
        raise AssertionError(f'no action {name} on [{node.get_role_name()}] {node.get_name()!r}')

    # Pictures

    def screenshot(self, png, whole_screen=False):
        run('import', '-silent', '-window', 'root' if whole_screen else self.xid, png)
        return png

    def pixels(self):
        argv = ['import', '-silent', '-window', self.xid, 'rgba:-']
        return subprocess.run(argv, check=True, capture_output=True).stdout

    def settle(self, quiet=3, timeout=30.0):
        """Waits until `quiet` more pictures in a row are the same."""
        end = time.monotonic() + timeout * SLOWNESS
        before = None
        same = 0
        while same < quiet:
            if self.process.poll() is not None:
                raise AssertionError(f'ended with {self.process.returncode}:\n{self.said()}')
            now = self.pixels()
            same = same + 1 if now == before else 0
            before = now
            assert time.monotonic() < end, 'the picture never came to rest'
            time.sleep(0.05)

    # The end

    def said(self):
        """What the program has written to stderr so far."""
        self.stderr.seek(0)
        return self.stderr.read()

    def quit(self):
        """Quits as the menu does (SIGTERM would skip leak reports), and requires a clean end."""
        try:
            if self.process.poll() is None:
                run('gapplication', 'action', APPLICATION_ID, 'quit')
            status = self.process.wait(60 * SLOWNESS)
            allow = [self.allow] if self.allow else []
            if self.gtk >= (4, 24):
                allow.append(TWICE_SUBMITTED)
            lines = [
                line
                for line in self.said().splitlines()
                if line.strip() and not any(re.search(pattern, line) for pattern in allow)
            ]
            assert status == 0, f'ended with {status}:\n{self.said()}'
            assert not lines, 'said on stderr:\n' + '\n'.join(lines)
        finally:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.stderr.close()


class RunningApp(App):
    """A copy that the desktop has started, known by its process id; whoever uses it ends it."""

    class Process:
        def __init__(self, pid):
            self.pid = pid

        def poll(self):
            return None if os.path.exists(f'/proc/{self.pid}') else 'unknown'

    def __init__(self, pid):
        self.allow = None
        self.scale = 1
        self.stderr = tempfile.TemporaryFile('w+')
        self.process = self.Process(pid)
        self._meet()

    def __exit__(self, kind, value, traceback):
        self.stderr.close()
