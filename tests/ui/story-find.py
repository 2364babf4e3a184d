#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding what was said, in the real program: story-find.py LODE RESOURCES."""
import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile

import tap
from uibox import App, Atspi, name_of, run, until

LODE = sys.argv[1]
ANTIMONY = "There's also interest in antinomy"
N_STATEMENTS = 29


def statements(app):
    """The cards in the panel, by the name that a screen reader says."""
    panel = app.get('list', 'Statements')
    return [name for name, _, _ in app.rows(panel)
            if name.startswith(('Quotation', 'Paraphrase', 'Asked, no answer reported: '))]


def what_did_anyone_say_about_antimony():
    with App(LODE) as app:
        app.key('ctrl+f')
        app.type('antimony')
        until(lambda: statements(app) == ['Quotation, Josie Vidal'], 'the one statement')
        assert any(ANTIMONY in label.get_name() for label in app.find_all('label'))


def focused(app):
    """The name of what has the keyboard."""
    for node in app.walk():
        if node.get_state_set().contains(Atspi.StateType.FOCUSED):
            return name_of(node)
    return ''


def press_until(app, key, pattern, limit=40):
    """Presses a key until what has the focus is called so."""
    for _ in range(limit):
        if re.search(pattern, focused(app)):
            return
        app.key(key)
        app.settle()
    raise AssertionError(f'{key}: no {pattern}, but {focused(app)}')


# Another program, which asks for what is in the clipboard.
PASTE = """
import gi
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, GLib, Gtk

def print_text(clipboard, result):
    print(clipboard.read_text_finish(result))
    loop.quit()

Gtk.init()
loop = GLib.MainLoop()
Gdk.Display.get_default().get_clipboard().read_text_async(None, print_text)
loop.run()
"""


def copied():
    return run(sys.executable, '-c', PASTE)


def how_do_labour_and_act_differ_on_exports():
    with App(LODE) as app:
        app.key('alt+2')
        app.type('speaker:labour speaker:act')
        app.get('label', '6 of 29 statements')
        # One party has something to say, and of the other the source has nothing.
        press_until(app, 'Tab', '^Megan Woods,')
        press_until(app, 'Right', '^Megan Woods, Trade and supply chains: Nothing')
        press_until(app, 'Down', '^Simon Court, Trade and supply chains: 1 quotation')
        app.key('Return')
        app.get('list item', 'Quotation, Simon Court')
        app.get('label', re.compile('markets when we have something to sell'))
        app.key('Escape')
        until(lambda: focused(app).startswith('Simon Court, Trade'), 'the table again')
        # The word itself: only Labour uses it.
        app.type('speaker:labour speaker:act export')
        app.get('label', '1 of 29 statements')
        app.get('push button', re.compile('^Megan Woods, Critical minerals: 1 quotation'))


def give_me_swarbricks_words_for_my_footnote():
    with App(LODE) as app:
        app.type('swarbrick "largely in secret"')
        until(lambda: statements(app) == ['Quotation, Chlöe Swarbrick'], 'the one quotation')
        press_until(app, 'Tab', '^Copy words$')
        app.key('space')
        app.get('label', 'Copied')
        assert copied().startswith('“largely in secret and on terms dictated'), copied()
        press_until(app, 'Tab', '^More actions$')
        app.key('space')
        press_until(app, 'Down', '^Copy Citation$')
        app.key('Return')
        citation = until(lambda: 'largely' not in copied() and copied(), 'the citation')
        assert 'Swarbrick' in citation and '2 February 2026' in citation, citation


def a_page_for_the_class():
    """Printed, into a file, as GTK's dialog does it where there is no printer."""
    lode = os.path.abspath(LODE)
    words = ["We couldn't agree more", ANTIMONY, "There's a big deposit of Tungsten"]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), App(lode, allow='avahi') as app:
        app.key('ctrl+p')
        dialog = app.get('dialog', 'Print')
        (window,) = set(run('xdotool', 'search', '--onlyvisible', '--class', '^lode$').split()) - {app.xid}
        run('xdotool', 'windowfocus', '--sync', window)
        for name, role in (('Print to File', 'label'), (re.compile('^_?Print( |$)'), 'push button')):
            x, y = app.point(app.get(role, name, within=dialog))
            run('xdotool', 'mousemove', x, y, 'click', '1')
        path = os.path.join(folder, 'output.pdf')
        until(lambda: os.path.exists(path) and '%%EOF' in open(path, 'rb').read()[-8:].decode('latin-1'),
              'the pages')
        text = ' '.join(run('pdftotext', '-layout', path, '-').split())
        assert all(piece in text for piece in words), text
        assert 'Page 1 of' in text, text


def a_filter_by_a_click_and_back():
    with App(LODE) as app:
        until(lambda: len(statements(app)) == N_STATEMENTS, 'all statements')
        app.press(app.get(name='Filter: Vanadium, 1 statement'))
        until(lambda: statements(app) == ['Quotation, Josie Vidal'], 'the statement on vanadium')
        app.press(app.get(name='Clear'))
        until(lambda: len(statements(app)) == N_STATEMENTS, 'all statements again')


def dataset(folder, dates):
    """A dataset with a statement for each of the dates."""
    path = os.path.join(folder, 'dates.said-where.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump({
            'format': 'said-where/1', 'id': 'dates', 'title': 'Dates', 'language': 'en',
            'sources': [{'id': 's', 'type': 'speech', 'title': 'A talk', 'published': dates[0]}],
            'actors': [{'id': 'a', 'name': 'Jane Doe', 'kind': 'person'}],
            'topics': [{'id': 't', 'name': 'Gold'}], 'places': [], 'propositions': [],
            'statements': [
                {'id': date, 'actor': 'a', 'kind': 'quote', 'source': 's', 'text': [date],
                 'date': date, 'topics': ['t'], 'places': []} for date in dates
            ],
        }, file)
    return path


def dates_have_bounds():
    with tempfile.TemporaryDirectory() as folder:
        path = dataset(folder, ['2024-05-01', '2025-06-01', '2025-07-01', '2026-02-02'])
        with App(LODE, path) as app:
            until(lambda: len(statements(app)) == 4, 'all statements')
            app.press(app.get(name='Filter by Dates'))
            app.settle()
            app.key('alt+f')
            app.type('2025')
            app.key('Return')
            until(lambda: len(statements(app)) == 3, 'those of 2025 and later')
            app.key('alt+b')
            app.type('2025-06-31')
            app.key('Return')
            app.get('label', 'Not a date: write 2026, 2026-02 or 2026-02-28.')
            app.key('ctrl+a')
            app.type('2025-07')
            app.key('Return')
            until(lambda: len(statements(app)) == 1, 'that of June 2025')
            app.key('Escape')
            app.settle()
            app.press(app.get(name='Filter: From 2025 on'))
            until(lambda: len(statements(app)) == 2, 'those before July 2025')
            app.press(app.get(name='Clear'))
            until(lambda: len(statements(app)) == 4, 'all statements again')


def a_link_opens_in_the_running_program():
    with App(LODE) as app:
        done = subprocess.run([LODE, 'lode:nz-critical-minerals-2026-02/speaker/simon-court'],
                              timeout=60)
        assert done.returncode == 0
        until(lambda: len(statements(app)) == 3, "Simon Court's statements")
        done = subprocess.run([LODE, '--query=antimony'], timeout=60)
        assert done.returncode == 0
        until(lambda: statements(app) == ['Quotation, Josie Vidal'], 'the statement on antimony')


def a_statement_is_opened_from_the_command_line():
    with App(LODE, '--speaker=simon-court') as app:
        until(lambda: len(statements(app)) == 3, "Simon Court's statements")


tap.run([
    what_did_anyone_say_about_antimony,
    how_do_labour_and_act_differ_on_exports,
    give_me_swarbricks_words_for_my_footnote,
    a_page_for_the_class,
    a_filter_by_a_click_and_back,
    dates_have_bounds,
    a_link_opens_in_the_running_program,
    a_statement_is_opened_from_the_command_line,
])
