#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are saved while they are open: story-living.py LODE RESOURCES."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap
from uibox import App, run, until

LODE, RESOURCES = sys.argv[1:3]
DATASET = os.path.join(RESOURCES, 'datasets', 'nz-critical-minerals.said-where.json')

with open(DATASET, encoding='utf-8') as file:
    DATA = json.load(file)

OTAGO = 'Otago: tungsten, antimony. 2 statements'


def save(path, data, rename=False):
    """In place, as some editors do, or another file renamed over it, as most do."""
    text = data if isinstance(data, str) else json.dumps(data, indent=2, ensure_ascii=False)
    target = path + '~' if rename else path
    with open(target, 'w', encoding='utf-8') as file:
        file.write(text)
    if rename:
        os.replace(target, path)


def more(data, statement_id, words):
    (model,) = (s for s in data['statements'] if s['id'] == 'vidal-tungsten')
    added = {**model, 'id': statement_id, 'text': [words]}
    return {**data, 'statements': [added, *data['statements']]}


def without_otago():
    places = [{**p} for p in DATA['places'] if p['id'] != 'otago']
    for place in places:
        if place.get('within') == 'otago':
            del place['within']
    statements = [
        {**s, 'places': [p for p in s['places'] if p != 'otago']} if 'places' in s else s
        for s in DATA['statements']
    ]
    return {**DATA, 'places': places, 'statements': statements}


class Folder:
    def __enter__(self):
        self.path = tempfile.mkdtemp()
        return self

    def __exit__(self, *ignored):
        shutil.rmtree(self.path)

    def file(self, name):
        return os.path.join(self.path, name)


def labels(app, pattern):
    return app.get('label', re.compile(pattern))


def saved_anew_with_selection_kept():
    with Folder() as folder:
        path = folder.file('mine.said-where.json')
        save(path, DATA)
        with App(LODE, path) as app:
            app.click(app.get('push button', OTAGO))
            app.get('heading', 'About this place')
            save(path, more(DATA, 'brand-new', 'Brand new words about Otago.'))
            labels(app, '^Saved anew: 1 new statement$')
            labels(app, 'Brand new words')
            app.get('heading', 'About this place')
            app.get('push button', 'Otago: tungsten, antimony. 3 statements')

            # The place that is selected goes: then nothing is, and nothing else is lost.
            save(path, without_otago(), rename=True)
            labels(app, r'^Saved anew: 2 statements changed, 1 statement gone$')
            app.gone('heading', 'About this place')


def broken_on_the_way():
    with Folder() as folder:
        path = folder.file('mine.said-where.json')
        save(path, DATA)
        with App(LODE, path) as app:
            app.get('push button', OTAGO)
            save(path, json.dumps(DATA)[:-300])
            labels(app, '^“mine.said-where.json” was saved with errors')
            app.get('push button', OTAGO)
            app.press(app.get('push button', re.compile('Show Problems')))
            labels(app, 'end')  # "The file ends too early", or a string without an end
            app.key('Escape')

            os.remove(path)
            labels(app, '^“mine.said-where.json” can no longer be read')
            app.gone('push button', re.compile('Show Problems'))
            save(path, more(DATA, 'brand-new', 'Whole again.'), rename=True)
            labels(app, '^Saved anew: 1 new statement$')
            app.gone('label', re.compile('can no longer be read'))
            labels(app, 'Whole again')


def scrolled_list_stays():
    with Folder() as folder:
        path = folder.file('mine.said-where.json')
        save(path, DATA)
        with App(LODE, path) as app:
            panel = app.get('list', 'Statements')
            app.scroll(panel, -12)
            app.settle()
            seen = picture(app, panel)
            save(path, more(DATA, 'brand-new', 'Far above, unseen.'))
            labels(app, '^Saved anew: 1 new statement$')
            until(lambda: is_same(picture(app, panel), seen), 'the same picture of the list')


def picture(app, panel):
    """The upper half of the panel without its scrollbar, as pixels; below may be a toast."""
    x, y = app.point(panel, 0.05, 0.02)
    right, bottom = app.point(panel, 0.9, 0.5)
    area = f'{right - x}x{bottom - y}+{x}+{y}'
    argv = ['import', '-silent', '-window', 'root', '-crop', area, 'rgba:-']
    return subprocess.run(argv, check=True, capture_output=True).stdout


def is_same(one, other):
    """Whether two pictures show the same. The edge of a letter may be drawn a shade lighter after a
    fraction of a pixel's scrolling; a list that moved by a line differs in thousands of pixels."""
    pixels = [[data[i : i + 4] for i in range(0, len(data), 4)] for data in (one, other)]
    differing = sum(a != b for a, b in zip(*pixels))
    return len(one) == len(other) and differing <= 50


def a_folder_in_one_view():
    with Folder() as folder:
        save(folder.file('one.said-where.json'), DATA)
        other = {**DATA, 'id': 'another', 'title': 'Another'}
        save(folder.file('another.said-where.json'), more(other, 'brand-new', 'Only in another.'))
        save(folder.file('broken.said-where.json'), '{')
        save(folder.file('notes.json'), 'not a dataset')
        with App(LODE, folder.path) as app:
            labels(app, '^Another, and 1 more dataset$')
            labels(app, f'^{2 * len(DATA["statements"]) + 1} statements')
            labels(app, '^“broken.said-where.json” has errors, and is left out')
            save(folder.file('broken.said-where.json'), {**DATA, 'id': 'third', 'title': 'Third'})
            labels(app, '^Another, and 2 more datasets$')
            app.gone('push button', re.compile('Show Problems'))


def a_recent_file_from_the_menu():
    with Folder() as folder:
        one, two = folder.file('the_one.said-where.json'), folder.file('two.said-where.json')
        save(one, {**DATA, 'title': 'The one'})
        save(two, {**DATA, 'title': 'The other'})
        with App(LODE, one) as app:
            labels(app, '^The one$')
            run(LODE, two)  # hands over to the first instance
            labels(app, '^The other$')
            app.gone('label', 'The one')
            app.key('F10')
            app.action(app.get('menu item', 'Open Recent'))
            app.action(app.get('menu item', 'the_one.said-where.json'))
            labels(app, '^The one$')


tap.run([
    saved_anew_with_selection_kept,
    broken_on_the_way,
    scrolled_list_stays,
    a_folder_in_one_view,
    a_recent_file_from_the_menu,
])
