#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the start to a statement and its source by keyboard alone, as a screen reader follows it; and
whatever takes the keyboard, in each window, has a name: story-keyboard.py LODE."""
import re
import sys

import tap
from uibox import App, Atspi, role_of, run, until

LODE = sys.argv[1]
MARKER = re.compile('^(Taranaki|Marlborough|West Coast|Otago): ')


def has(node, *states):
    return all(node.get_state_set().contains(state) for state in states)


def focused(app):
    """What has the keyboard: the innermost that says so, which must have a name."""
    nodes = [node for node in app.walk() if has(node, Atspi.StateType.FOCUSED) and role_of(node) != 'frame']
    assert nodes, app.dump()
    name = nodes[-1].get_name()
    assert name and not re.match('(Gtk|Adw|Shumate|Lode)[A-Z]', name), (role_of(nodes[-1]), name)
    return nodes[-1]


def press_until(app, key, wanted, times=40):
    """Presses a key until what is focused is `wanted`, and gives that."""
    for _ in range(times):
        app.key(key)
        app.settle()
        node = focused(app)
        if wanted(node):
            return node
    raise AssertionError(f'not within {times} × {key}')


def is_marker(node):
    return bool(MARKER.match(node.get_name()))


def markers(app):
    """Where on the screen each marker is."""
    found = {node.get_name(): node for node in app.find_all('push button', MARKER)}
    return {name: app.point(node) for name, node in found.items()}


def moves_and_zooms_the_map():
    with App(LODE) as app:
        assert focused(app).get_name() == 'Map of New Zealand'
        start = markers(app)
        app.key('Right')
        app.settle()
        panned = markers(app)
        assert all(panned[name][0] < start[name][0] for name in panned), (start, panned)
        app.key('plus')
        app.settle()
        app.key('Home')
        app.settle()
        assert markers(app) == start, (start, markers(app))
        app.key('plus')
        app.settle()
        app.key('minus')
        app.settle()
        assert set(markers(app)) == set(start)


def from_marker_to_marker():
    """An arrow key goes to the nearest marker on that side."""
    sides = {'Up': (1, -1), 'Down': (1, 1), 'Left': (0, -1), 'Right': (0, 1)}
    with App(LODE) as app:
        node = press_until(app, 'Tab', is_marker)
        at = markers(app)
        seen = {node.get_name()}
        for key in ('Down', 'Down', 'Up', 'Right', 'Left', 'Up', 'Up', 'Down'):
            before = focused(app).get_name()
            app.key(key)
            app.settle()
            after = focused(app).get_name()
            assert MARKER.match(after), after
            axis, sign = sides[key]
            assert after == before or sign * (at[after][axis] - at[before][axis]) > 0, (key, before, after)
            seen.add(after)
        assert len(seen) >= 3, seen


def announced(app):
    """What a screen reader is told: the status's name, or in some versions of GTK only its words."""
    status = app.get('status bar')
    return status.get_name() or Atspi.Text.get_text(status, 0, -1)


def from_the_start_to_a_source():
    with App(LODE) as app:
        press_until(app, 'Tab', lambda node: node.get_name().startswith('Otago: '))
        app.key('Return')
        app.get('heading', 'About this place')
        # What changed elsewhere in the window is told.
        until(lambda: announced(app) == 'Otago: tungsten, antimony. 2 statements', 'the place told')
        app.key('F6')
        app.settle()
        panel = app.get('list', 'Statements')
        inside = [n for n in app.walk(panel) if has(n, Atspi.StateType.FOCUSED)]
        assert inside, 'F6 did not lead to the statements'
        words = re.compile('big deposit of Tungsten')
        statement = press_until(app, 'Down', lambda node: app.find('label', words, within=node))
        assert statement.get_name() == 'Quotation, Josie Vidal', statement.get_name()
        link = press_until(app, 'Tab', lambda node: role_of(node) == 'link')
        assert link.get_name() == 'Otago Daily Times (RNZ), 2 February 2026', link.get_name()
        app.key('Escape')
        app.gone('heading', 'About this place')
        until(lambda: announced(app) == '29 statements', 'all of them told')
        focused(app)


# What takes the keyboard, by its role; a label's name is its text. GTK 4.8 does not say what is showing.
CONTROLS = ('push button', 'toggle button', 'check box', 'radio button', 'entry', 'password text', 'combo box',
            'spin button', 'slider', 'switch', 'link', 'list', 'list item', 'page tab', 'table', 'menu item')


# libadwaita's own, in the windows that are made of its groups of rows: the search in preferences, the
# lists of groups and of choices, and what is in them, which newer versions leave without a name.
OF_GROUPS = ('Preferences', 'Export')
NOT_OURS = {('entry', 'GtkSearchEntry'), ('list', 'GtkListView')}
NAMELESS = ('list', 'list item')


def controls(node, where):
    """What can take the keyboard, below `node`."""
    if where in OF_GROUPS and (role_of(node), node.get_name()) in NOT_OURS:
        return
    if role_of(node) in CONTROLS and has(node, Atspi.StateType.FOCUSABLE, Atspi.StateType.VISIBLE):
        yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield from controls(child, where)


def look_for_the_nameless(app, where):
    """Whatever can take the keyboard has a name, and that is not a type's."""
    found = list(controls(app.app, where))
    assert len(found) > 20, where
    for node in found:
        name = node.get_name()
        if where in OF_GROUPS and role_of(node) in NAMELESS:
            continue
        assert name and not re.match('(Gtk|Adw|Shumate|Lode)[A-Z]', name), (where, role_of(node), name)


def n_windows():
    return len(run('xdotool', 'search', '--onlyvisible', '--class', '^lode$').split())


def all_has_a_name():
    with App(LODE) as app:
        look_for_the_nameless(app, 'map')
        app.key('alt+2')
        app.get(None, 'Topics')
        app.settle()
        look_for_the_nameless(app, 'compare')
        app.key('alt+1')
    for key, heading in (('ctrl+comma', 'Preferences'), ('ctrl+e', 'Export'), ('F1', 'Guide')):
        with App(LODE) as app:
            app.key(key)
            # Asked of X: the accessibility library keeps what it has seen of the program.
            until(lambda: n_windows() == 2, heading)
            app.settle()
            look_for_the_nameless(app, heading)
            app.key('Escape')


tap.run([
    moves_and_zooms_the_map,
    from_marker_to_marker,
    from_the_start_to_a_source,
    all_has_a_name,
])
