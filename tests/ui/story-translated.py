#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing that Lode says is left untranslated: story-translated.py LODE RESOURCES.

The program runs in a language in which each translated string shows (see pseudo_locale.py). What is
on screen and does not is either the dataset's own text, or a name that is the same in every
language, or forgotten.
"""
import json
import os
import re
import sys
import tempfile

import pseudo_locale
import tap
from uibox import App, run, until

LODE, RESOURCES = sys.argv[1:3]
DATASET = os.path.join(RESOURCES, 'datasets', 'nz-critical-minerals.said-where.json')

# Words of GTK, libadwaita and libshumate, names of widget types, and keys: whole texts.
OTHERS = re.compile(
    r'(Minimize|Maximize|Close|Restore|Ctrl|Shift|Alt|(Search )?Shortcuts|Search Results|No Results Found'
    r'|Try a different search|GSHHG · Natural Earth · Stats NZ · GeoNames|[Ll]ode'
    r'|[\d.,]+\s*k?m|(Gtk|Adw|Shumate|Lode)[A-Z]\w+'
    r'|((Ctrl|Shift|Alt)\+)*(F?\d+|\S|Home|Left|Right|Enter|Return|Escape|Esc|Tab))'
)
# What GTK 4.24 says of a shortcut: its keys, and before what it does.
KEY = r'(Ctrl|Shift|Alt|Home|Left|Right|Escape|Tab|F?\d+|\S)'
KEYS = re.compile(rf'{KEY}( [/+] {KEY})*( (?=\[)|$)')
# Words that stand inside others: months come from the C library, and a file keeps its name.
NAMES = ['January', 'February', 'November', os.path.basename(DATASET)]


# Members that hold ids and words of the format, which nobody sees.
UNSEEN = {'id', 'actor', 'source', 'topics', 'places', 'organisation', 'broader', 'within', 'kind'}
UNSEEN |= {'type', 'precision', 'format', 'language', 'symbol'}


def strings(node):
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in UNSEEN or not isinstance(value, str) and isinstance(value[0], dict):
                yield from strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from strings(value)


# A dataset to copy is the same in every language.
with open(os.path.join(RESOURCES, 'guide', 'make.page'), encoding='utf-8') as file:
    NAMES += re.findall(r'<code mime[^>]*>(.*?)</code>', file.read(), re.DOTALL)
with open(DATASET, encoding='utf-8') as file:
    GIVEN = sorted({*strings(json.load(file)), *NAMES} - {''}, key=len, reverse=True)


def own_words(name):
    """What Lode says in a name: the dataset's text and the words of others taken out."""
    if OTHERS.fullmatch(name):
        return ''
    keys = KEYS.match(name)
    name = name[keys.end():] if keys else name
    for text in GIVEN:
        name = name.replace(text, ' ').replace(text[:1].lower() + text[1:], ' ')
    return name


def names(app):
    return [(node.get_role_name(), node.get_name() or '') for node in app.walk()]


def assert_translated(app, besides=r'\0'):
    missing = [
        f'[{role}] {name!r}'
        for role, name in names(app)
        if not pseudo_locale.is_translated(re.sub(besides, ' ', own_words(name)))
    ]
    assert not missing, '\n'.join(missing)


FOLDER = tempfile.TemporaryDirectory()
pseudo_locale.build(FOLDER.name)


def start():
    return {'LODE_LOCALEDIR': FOLDER.name, **pseudo_locale.environment(FOLDER.name)}


def test_window():
    with App(LODE, env=start()) as app:
        assert_translated(app)
        # And the check can tell: much of what is there is Lode's words, and translated.
        assert sum('[' in own_words(name) for _, name in names(app)) > 60


def test_place_and_menu():
    with App(LODE, env=start()) as app:
        app.click(app.get('push button', re.compile('Otago')))
        app.get('label', re.compile('Ōtākou'))
        app.key('F10')
        app.settle()
        assert_translated(app)


def test_shortcuts():
    with App(LODE, env=start()) as app:
        before = len(names(app))
        app.key('ctrl+question')
        until(lambda: len(names(app)) > before + 20, 'the shortcuts')
        assert_translated(app)


def test_problems():
    with tempfile.NamedTemporaryFile('w', suffix='.said-where.json') as file:
        file.write('{ "format": "said-where/1", "id": 7 }')
        file.flush()
        with App(LODE, file.name, env=start()) as app:
            app.get('list item', re.compile('title'))
            # The file's name, its lines and members, and JSON Pointers are not words.
            assert_translated(app, re.escape(os.path.basename(file.name))
                              + r'|“\w+”|: /\w+|^(…|\{ ).*"id": 7 \}')


def test_guide():
    pages = [name.removesuffix('.page') for name in os.listdir(os.path.join(RESOURCES, 'guide'))]
    with App(LODE, env=start()) as app:
        app.key('F1')
        app.get('list', pseudo_locale.pseudo('Pages of the guide'))
        for page in pages:
            run('gapplication', 'action', 'io.github.lodemap.Lode', 'help', f"'{page}'")
            with open(os.path.join(RESOURCES, 'guide', page + '.page'), encoding='utf-8') as file:
                title = re.search('<title>(.*?)</title>', file.read()).group(1)
            app.get('heading', pseudo_locale.pseudo(title))
            assert_translated(app)


tap.run([test_window, test_place_and_menu, test_shortcuts, test_problems, test_guide])
