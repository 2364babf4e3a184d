#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program comes back as it was left: story-session.py LODE RESOURCES."""
import configparser
import json
import os
import re
import shutil
import signal
import sys
import tempfile

import tap
from uibox import APPLICATION_ID, SESSION, App, run, until

LODE, RESOURCES = sys.argv[1:3]
DATASET = os.path.join(RESOURCES, 'datasets', 'nz-critical-minerals.said-where.json')
with open(DATASET, encoding='utf-8') as stream:
    TITLE = json.load(stream)['title']
OTAGO = re.compile('^Otago: ')
ABOUT = 'About this place'


def session():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(SESSION, encoding='utf-8')
    return {group: dict(parser[group]) for group in parser.sections()}


def titles(app):
    """Of the program's windows, dialogs among them."""
    command = ['xdotool', 'search', '--all', '--onlyvisible', '--pid', app.process.pid]
    windows = run(*command, '--name', '.').split()
    return {run('xdotool', 'getwindowname', window) for window in windows}


def copy_dataset(folder, title):
    """A dataset of another title."""
    path = os.path.join(folder, 'mine.said-where.json')
    with open(DATASET, encoding='utf-8') as file:
        text = file.read()
    text, count = re.subn('"title": "[^"]*"', f'"title": "{title}"', text, count=1)
    assert count == 1
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def leave_in_otago(path):
    """Opens a dataset, chooses a place, moves the map and the window, and quits."""
    with App(LODE, path) as app:
        app.resize(1100, 700)
        app.click(app.get('push button', OTAGO))
        app.get('heading', ABOUT)
        app.key('ctrl+plus', 'ctrl+plus')
        app.settle()


def everything_comes_back():
    with tempfile.TemporaryDirectory() as folder:
        leave_in_otago(copy_dataset(folder, 'Mine'))
        before = session()
        assert before['Window 1']['place'] == 'otago', before
        with App(LODE, session=True) as app:
            app.get('label', 'Mine')
            app.get('heading', ABOUT)
            assert app.content()[2:] == (1100, 700), app.content()
        # And once more, from where it came back to: nothing creeps.
        assert session() == before, (before, session())


def what_was_looked_for_comes_back():
    with tempfile.TemporaryDirectory() as folder:
        path = copy_dataset(folder, 'Mine')
        with App(LODE, path) as app:
            app.type('antimony')
            app.get('label', '1 of 29 statements')
            app.key('alt+2')
            app.get(None, 'Who said what about which topic')
            app.settle()
        with App(LODE, session=True) as app:
            app.get('label', '1 of 29 statements')
            app.get('push button', re.compile('^Josie Vidal, Antimony: 1 quotation'))
            app.key('alt+1')
            app.get('list item', 'Quotation, Josie Vidal')
            app.gone('list item', re.compile('Simon Court$'))
        # It was looked for in that dataset, and is nothing to another.
        os.remove(path)
        with App(LODE, session=True) as app:
            app.get('label', re.compile('is no longer there'))
            app.gone('label', '1 of 29 statements')
            # The first of all, about vanadium, which no search for antimony finds.
            app.get('label', re.compile('do include the rare earths vanadium'))


def the_built_in_dataset_comes_back_too():
    """It is there before the window is, unlike any file."""
    with App(LODE) as app:
        app.click(app.get('push button', OTAGO))
        app.get('heading', ABOUT)
        app.type('tungsten')
        app.settle()
    before = session()['Window 1']
    assert (before['place'], before['query']) == ('otago', 'tungsten'), before
    with App(LODE, session=True) as app:
        app.get('heading', ABOUT)
        assert app.find('label', 'Who said what, and where') is None
        app.settle()
    after = session()['Window 1']
    assert (after['place'], after['query']) == ('otago', 'tungsten'), after


def home_is_not_a_place():
    """A map that nobody moved still fits the window when it comes back in another size."""
    with App(LODE) as app:
        app.settle()
    assert 'map' not in session()['Window 1'], session()
    assert 'files' not in session()['Window 1'], session()


def a_vanished_file_is_said_without_a_dialog():
    with tempfile.TemporaryDirectory() as folder:
        leave_in_otago(copy_dataset(folder, 'Mine'))
    with App(LODE, session=True) as app:
        app.get('label', '“mine.said-where.json” is no longer there')
        # The built-in dataset, ready to be used, with nothing in front of it.
        app.click(app.get('push button', OTAGO))
        app.get('heading', ABOUT)
        assert titles(app) == {TITLE}
    assert 'files' not in session()['Window 1']


def a_broken_file_is_said_and_shown_on_demand():
    with tempfile.TemporaryDirectory() as folder:
        path = copy_dataset(folder, 'Mine')
        leave_in_otago(path)
        with open(path, 'a', encoding='utf-8') as file:
            file.write('}')
        with App(LODE, session=True) as app:
            app.get('label', '“mine.said-where.json” has errors now')
            app.get('push button', OTAGO)
            app.press(app.get('push button', re.compile('^_?Show( Show)?$')))
            app.get('label', re.compile('mine.said-where.json'))
            app.key('Escape')


def a_fresh_start():
    with tempfile.TemporaryDirectory() as folder:
        leave_in_otago(copy_dataset(folder, 'Mine'))
        with App(LODE, '--new-window', session=True) as app:
            app.get('push button', OTAGO)
            assert app.find('label', 'Mine') is None
            assert app.find('heading', ABOUT) is None


def a_file_that_is_named_comes_alone():
    with tempfile.TemporaryDirectory() as folder:
        other = os.path.join(folder, 'other')
        os.mkdir(other)
        leave_in_otago(copy_dataset(folder, 'Mine'))
        with App(LODE, copy_dataset(other, 'Other'), session=True) as app:
            app.get('label', 'Other')
            assert app.find('label', 'Mine') is None


def two_windows_come_back():
    with tempfile.TemporaryDirectory() as folder:
        with App(LODE) as app:
            run(LODE, '--new-window', copy_dataset(folder, 'Mine'))
            until(lambda: titles(app) == {'Mine', TITLE}, 'two windows')
        assert len(session()) == 2, session()
        with App(LODE, session=True) as app:
            until(lambda: titles(app) == {'Mine', TITLE}, 'two windows')


def logging_out_is_quitting():
    """SIGTERM, as a desktop sends it, saves, and is a clean end."""
    with tempfile.TemporaryDirectory() as folder:
        app = App(LODE, copy_dataset(folder, 'Mine'))
        try:
            app.click(app.get('push button', OTAGO))
            app.get('heading', ABOUT)
            app.process.send_signal(signal.SIGTERM)
            assert app.process.wait(60) == 0, app.process.returncode
            assert not app.said(), app.said()
        finally:
            app.kill()
        assert session()['Window 1']['place'] == 'otago', session()


def nothing_is_kept_if_that_is_not_wanted():
    with App(LODE) as app:
        run('gapplication', 'action', APPLICATION_ID, 'restore-session')
        app.click(app.get('push button', OTAGO))
        app.get('heading', ABOUT)
    assert not os.path.exists(SESSION)


def nonsense_is_no_obstacle():
    nonsense = ('', '\0\0', '[Window 1]\nmap=nan;inf\nwidth=x\nplace=nowhere\n', '[Window 1]\nfiles=:;\n')
    for text in nonsense:
        os.makedirs(os.path.dirname(SESSION), exist_ok=True)
        with open(SESSION, 'w', encoding='utf-8') as file:
            file.write(text)
        with App(LODE, session=True) as app:
            app.get('push button', OTAGO)


def no_room_to_write():
    """A state folder that cannot be written to costs nothing but the session."""
    shutil.rmtree(os.path.dirname(SESSION), ignore_errors=True)
    with open(os.path.dirname(SESSION), 'w', encoding='utf-8'):
        pass
    try:
        with App(LODE) as app:
            app.get('push button', OTAGO)
    finally:
        os.remove(os.path.dirname(SESSION))


tap.run([
    everything_comes_back,
    what_was_looked_for_comes_back,
    the_built_in_dataset_comes_back_too,
    home_is_not_a_place,
    a_vanished_file_is_said_without_a_dialog,
    a_broken_file_is_said_and_shown_on_demand,
    a_fresh_start,
    a_file_that_is_named_comes_alone,
    two_windows_come_back,
    logging_out_is_quitting,
    nothing_is_kept_if_that_is_not_wanted,
    nonsense_is_no_obstacle,
    no_room_to_write,
])
