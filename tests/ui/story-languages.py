#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody uses Lode in each of its languages, and from right to left: story-languages.py LODE
RESOURCES CATALOGUES.

The catalogues are those that were built. The words that are looked for are taken from them.
"""
import gettext
import os
import re
import shutil
import sys
import tempfile

import pseudo_locale
import tap
from uibox import App, run, until

LODE, RESOURCES, CATALOGUES = sys.argv[1:4]
FOLDER = tempfile.TemporaryDirectory()
pseudo_locale.build(FOLDER.name)
LANGUAGES = sorted(
    name
    for name in os.listdir(CATALOGUES)
    if os.path.exists(os.path.join(CATALOGUES, name, 'LC_MESSAGES', 'lode.mo'))
)


def environment(language):
    """A locale in which gettext looks for translations; C has none."""
    return {**pseudo_locale.environment(FOLDER.name), 'LANGUAGE': language, 'LODE_LOCALEDIR': CATALOGUES}


def windows():
    """How many windows the program shows."""
    return len(run('xdotool', 'search', '--onlyvisible', '--class', '^lode$').split())


def use(language):
    """At full size and in a narrow window, each page, a place, the menu: with what it says there."""
    say = gettext.translation('lode', CATALOGUES, [language]).gettext
    with App(LODE, env=environment(language)) as app:
        app.get('heading', say('Who said what, and where'))
        app.click(app.get('push button', re.compile('^Otago ?[:：] ?')))
        app.get('heading', say('About this place'))
        # Words of the dataset are what they were.
        app.get('label', re.compile('a big deposit of Tungsten'))
        app.key('alt+2')
        app.get(None, say('Topics'))
        app.get(None, say('Words'))
        # It fits: nothing that is translated keeps the window from being narrow.
        app.resize(360, 720)
        app.key('alt+1')
        app.settle()
        app.key('F9')
        app.settle()
    with App(LODE, env=environment(language)) as app:
        app.key('F1')
        # Not before it is there: the accessibility library keeps what it has seen of the program.
        until(lambda: windows() > 1, 'the guide')
        app.get('heading', 'Lode')
        app.get(None, say('Check a quotation'))


def test_right_to_left():
    """In Arabic GTK turns the window round: the panel, but not the map."""
    # GTK speaks a language only where the program does: one that nobody speaks stands for it.
    shutil.copytree(os.path.join(FOLDER.name, pseudo_locale.LANGUAGE), os.path.join(FOLDER.name, 'ar'))
    # Newer GTK goes by the locale, and not by its own translation.
    locale = ['localedef', '--no-archive', '-i', 'ar_EG', '-f', 'UTF-8', FOLDER.name + '/ar_EG.UTF-8']
    run(*locale)
    env = {**environment('ar'), 'LODE_LOCALEDIR': FOLDER.name}
    env.update(LC_ALL='ar_EG.UTF-8', LOCPATH=FOLDER.name)
    say = pseudo_locale.pseudo
    with App(LODE, env=env) as app:
        panel = app.get('entry', say('Search statements'))
        zoom = app.get('push button', say('Zoom in'))
        assert app.point(panel)[0] < app.point(zoom)[0], 'the panel is not at the left'
        credit = app.get('label', re.compile('^GSHHG'))
        assert app.point(zoom, 1)[0] <= app.point(credit, 0)[0], 'the credit lies under the buttons'
        markers = [app.get('push button', re.compile(f'{name}: ')) for name in ('Otago', 'Taranaki')]
        (otago_x, otago_y), (taranaki_x, taranaki_y) = (app.point(marker) for marker in markers)
        assert otago_x < taranaki_x and otago_y > taranaki_y, 'the map is turned round'
        app.press(markers[0])
        app.get('heading', say('About this place'))
        app.key('alt+2')
        app.settle()
        app.resize(360, 720)


def case(language):
    def test():
        use(language)

    test.__name__ = f'test_{language}'
    return test


assert len(LANGUAGES) >= 4, LANGUAGES
tap.run([*map(case, LANGUAGES), test_right_to_left])
