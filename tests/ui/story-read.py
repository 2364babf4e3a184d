#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader does, in the real program: story-read.py LODE RESOURCES."""
import json
import os
import re
import sys
import tempfile

import tap
from uibox import App, role_of, run, until

LODE, RESOURCES = sys.argv[1:3]
DATASET = os.path.join(RESOURCES, 'datasets', 'nz-critical-minerals.said-where.json')

with open(DATASET, encoding='utf-8') as file:
    DATA = json.load(file)

# Each place with the words that a screen reader says, and the statements that name it.
PLACES = {
    'taranaki': 'Taranaki: vanadium. 1 statement',
    'marlborough': 'Marlborough: antimony. 1 statement',
    'west-coast': 'West Coast: antimony. 1 statement',
    'otago': 'Otago: tungsten, antimony. 2 statements',
}
GENERAL = 'About critical minerals in general'
TEXT = {s['id']: s['text'] for s in DATA['statements']}
NAMING = {p: [s['id'] for s in DATA['statements'] if p in s.get('places', [])] for p in PLACES}


def headings(app):
    """The group headings and the statements below each, as they stand in the panel."""
    panel = app.get('list', 'Statements')
    groups = {}
    title = None
    for name, labels, is_heading in app.rows(panel):
        if re.match('Quotation|Paraphrase|Asked, no answer reported:', name):
            groups.setdefault(title, []).append('\n'.join(labels))
        elif is_heading:
            title = name
            groups[title] = []
    return groups


def words(app, title):
    return '\n'.join(headings(app).get(title, []))


def assert_only(app, place):
    """Under "About this place": what names it, whole, and nothing else."""
    app.get('heading', 'About this place')
    found = []

    def are_all():
        found[:] = headings(app).get('About this place', [])
        return len(found) == len(NAMING[place])

    until(are_all, f'the statements that name {place}, and no others')
    for statement, text in zip(NAMING[place], found):
        for paragraph in TEXT[statement]:
            assert paragraph in text, (place, paragraph, text)


def missing(app):
    """The statements that do not stand in the panel word for word."""
    found = '\n'.join('\n'.join(group) for group in headings(app).values())
    return [statement for statement, paragraphs in TEXT.items()
            if not all(paragraph in found for paragraph in paragraphs)]


def every_statement_is_there():
    """The list grows when nothing else is to do."""
    with App(LODE) as app:
        until(lambda: missing(app) == [], 'every statement')
        assert GENERAL in headings(app)


def each_marker_is_found_by_name_and_clicked():
    with App(LODE) as app:
        for place, name in PLACES.items():
            app.click(app.get('push button', name))
            panel = app.get('list', 'Statements')
            title = next(p['name'] for p in DATA['places'] if p['id'] == place)
            app.get('heading', title, within=panel)
            assert_only(app, place)
            app.key('Escape')
            app.gone('heading', 'About this place')


def taranaki_vanadium_in_general():
    with App(LODE) as app:
        app.click(app.get('push button', PLACES['taranaki']))
        assert_only(app, 'taranaki')
        app.get('label', 'Josie Vidal')
        assert 'vanadium-rich titanomagnetite off the Taranaki coast' in words(
            app, 'About this place'
        )
        until(lambda: 'brutal self-interest' in words(app, GENERAL), 'the words in general')
        assert 'titanomagnetite' not in words(app, GENERAL)


def by_keyboard_alone():
    with App(LODE) as app:
        # Tab to the first marker, Enter selects it; F6 goes to the statements.
        for _ in range(12):
            app.key('Tab')
            focused = [n for n in app.find_all('push button') if is_focused(n)]
            if focused and focused[0].get_name() in PLACES.values():
                break
        else:
            raise AssertionError('no marker within twelve tabs')
        place = next(p for p, name in PLACES.items() if name == focused[0].get_name())
        app.key('Return')
        assert_only(app, place)
        app.key('F6')
        panel = app.get('list', 'Statements')
        until(
            lambda: any(is_focused(n) for n in app.find_all(within=panel)),
            'the focus among the statements',
        )
        app.key('Escape')
        app.gone('heading', 'About this place')


def is_focused(node):
    from gi.repository import Atspi

    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def narrow_window():
    with App(LODE) as app:
        app.resize(360, 720)
        app.gone('list', 'Statements')
        app.click(app.get('push button', PLACES['otago']))
        app.get('list', 'Statements')
        app.settle()
        assert_only(app, 'otago')
        app.key('Escape')
        app.settle()
        app.gone('list', 'Statements')
        app.key('F9')
        app.get('list', 'Statements')
        app.resize(1280, 800)
        app.get('list', 'Statements')
        app.get('push button', PLACES['otago'])


def broken_file_keeps_the_old_data():
    with tempfile.NamedTemporaryFile('w', suffix='.said-where.json') as file:
        broken = {**DATA, 'statements': DATA['statements'][:1], 'places': 7}
        file.write(json.dumps(broken, indent=2))
        file.flush()
        with App(LODE) as app:
            run(LODE, file.name)  # hands over to the first instance
            app.get('label', re.compile('/places$'))
            app.key('Escape')
            app.gone('label', re.compile('/places$'))
            app.get('push button', PLACES['otago'])
            until(lambda: 'brutal self-interest' in words(app, GENERAL), 'the words of before')


def another_dataset_is_opened():
    places = [{**DATA['places'][3], 'name': 'Ōtepoti'}]
    (tungsten,) = (s for s in DATA['statements'] if s['id'] == 'vidal-tungsten')
    statements = [{**tungsten, 'places': ['otago']}]
    with tempfile.NamedTemporaryFile('w', suffix='.said-where.json') as file:
        json.dump({**DATA, 'title': 'Another', 'places': places, 'statements': statements}, file)
        file.flush()
        with App(LODE, file.name) as app:
            app.get('label', 'Another')
            app.click(app.get('push button', 'Ōtepoti: tungsten, antimony. 1 statement'))
            until(lambda: len(headings(app).get('About this place', [])) == 1, 'one statement')


CONTROLS = ('push button', 'toggle button', 'entry', 'list', 'link', 'slider')


def everything_has_a_name():
    with App(LODE) as app:
        for node in app.walk():
            if role_of(node) in CONTROLS:
                name = node.get_name()
                assert name and not re.match('(Gtk|Adw|Shumate|Lode)[A-Z]', name), app.dump()


tap.run([
    every_statement_is_there,
    each_marker_is_found_by_name_and_clicked,
    taranaki_vanadium_in_general,
    by_keyboard_alone,
    narrow_window,
    broken_file_keeps_the_old_data,
    another_dataset_is_opened,
    everything_has_a_name,
])
