#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide's page “Make your own dataset in ten minutes”, step by step: story-make.py LODE RESOURCES."""
import json
import os
import re
import subprocess
import sys
import tempfile

import tap
from uibox import App

LODE, RESOURCES = sys.argv[1:3]
with open(os.path.join(RESOURCES, 'guide', 'make.page'), encoding='utf-8') as file:
    PAGE = file.read()
FOLDER = tempfile.TemporaryDirectory()
(NAME,) = set(re.findall(r'<file>(.*?\.said-where\.json)</file>', PAGE))
PATH = os.path.join(FOLDER.name, NAME)
WORDS = 'There is gold in Otago.'


def save(text):
    with open(PATH, 'w', encoding='utf-8') as file:
        file.write(text)


def test_begin_with_one_that_works():
    """What the page has to copy is a dataset, and shows what the page says."""
    save(re.search(r'<code mime[^>]*>(.*?)</code>', PAGE, re.DOTALL).group(1))
    with App(LODE, PATH) as app:
        app.click(app.get('push button', re.compile('^Otago: gold')))
        app.get('label', re.compile(re.escape(WORDS)))


def test_make_it_yours():
    """A mistake is said in a bar while the file stays open; mended, the new words are shown."""
    with open(PATH, encoding='utf-8') as file:
        good = file.read()
    with App(LODE, PATH) as app:
        app.get('label', re.compile(re.escape(WORDS)))
        save(good.replace('"actor": "doe"', '"actor": "dough"'))
        app.get('push button', re.compile('Show Problems'))
        yours = json.loads(good)
        yours['statements'][0]['text'] = ['Nobody has looked for it yet.']
        save(json.dumps(yours))
        app.get('label', re.compile('Nobody has looked for it yet'))
    save(good)


def test_prove_it():
    """The command of the page compares the words, and --record writes what came of it."""
    (command,) = re.findall(r'<cmd>(lode check .*?)</cmd>', PAGE)
    with open(os.path.join(FOLDER.name, 'talk.txt'), 'w', encoding='utf-8') as file:
        file.write(f'She rose and said: “{WORDS}” Then she sat down.\n')
    for more in ([], ['--record']):
        argv = [os.path.abspath(LODE), *command.split()[1:], *more]
        ran = subprocess.run(argv, cwd=FOLDER.name, capture_output=True, text=True)
        assert ran.returncode == 0 and '1 of 1 quotation verified' in ran.stdout, ran
    with open(PATH, encoding='utf-8') as file:
        recorded = json.load(file)
    assert 'sha256' in recorded['sources'][0], recorded


tap.run([test_begin_with_one_that_works, test_make_it_yours, test_prove_it])
