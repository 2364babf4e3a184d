#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding what was said, in the real program: story-find.py LODE RESOURCES."""
import json
import os
import subprocess
import sys
import tempfile

import tap
from uibox import App, until

LODE = sys.argv[1]
ANTIMONY = "There's also interest in antinomy"


def statements(app):
    """The cards in the panel, by the name that a screen reader says."""
    panel = app.get('list', 'Statements')
    return [name for name, _, _ in app.rows(panel)
            if name.startswith(('Quotation', 'Paraphrase', 'Asked'))]


def what_did_anyone_say_about_antimony():
    with App(LODE) as app:
        app.key('ctrl+f')
        app.type('antimony')
        until(lambda: statements(app) == ['Quotation, Josie Vidal'], 'the one statement')
        assert any(ANTIMONY in label.get_name() for label in app.find_all('label'))


def a_filter_by_a_click_and_back():
    with App(LODE) as app:
        before = len(statements(app))
        app.press(app.get(name='Filter: Vanadium, 1 statement'))
        until(lambda: statements(app) == ['Quotation, Josie Vidal'], 'the statement on vanadium')
        app.press(app.get(name='Clear'))
        until(lambda: len(statements(app)) == before, 'all statements again')


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
    a_filter_by_a_click_and_back,
    dates_have_bounds,
    a_link_opens_in_the_running_program,
    a_statement_is_opened_from_the_command_line,
])
