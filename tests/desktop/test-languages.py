#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-languages.py: each catalogue is whole, and fits what it translates."""
import os
import re
import subprocess
import tempfile

import pseudo_locale
import tap

PO = os.path.join(pseudo_locale.ROOT, 'po')
# What has to be in a translation as it is in the source: inline elements of the guide, what is filled
# in, names of settings and files that somebody types.
KEPT = re.compile(r'</?[a-z]+[^<>]*>|%(?:\d+\$)?[\'.*\d-]*[a-zA-Z%]|--[a-z]+|https?://|\{[xyz]\}')


def languages():
    with open(os.path.join(PO, 'LINGUAS'), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def entries(path):
    """What each message of a catalogue says, and what its translations say, unescaped by msgcat."""
    text = subprocess.run(
        ['msgattrib', '--no-obsolete', '--no-wrap', path], check=True, capture_output=True, text=True
    ).stdout
    for block in text.split('\n\n'):
        fields = {}
        name = None
        for line in block.splitlines():
            head = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "', line)
            if head:
                name = head.group(1)
                fields[name] = pseudo_locale.unquote(line)
            elif line.startswith('"') and name:
                fields[name] += pseudo_locale.unquote(line)
        if fields.get('msgid'):
            yield fields, '#, ' in block and 'fuzzy' in block


def test_complete():
    """Every string of the tree has a translation in every language, and none is a guess."""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'lode.pot')
        pseudo_locale.extract(template)
        wanted = {(f.get('msgctxt'), f['msgid']) for f, _ in entries(template)}
        assert len(wanted) > 500
        for language in languages():
            path = os.path.join(PO, language + '.po')
            found = {
                (f.get('msgctxt'), f['msgid'])
                for f, fuzzy in entries(path)
                if not fuzzy and all(v for k, v in f.items() if k.startswith('msgstr'))
            }
            missing = wanted - found
            assert not missing, f'{language}: {len(missing)} missing, such as {sorted(missing, key=str)[:3]}'


def pieces(text):
    """What is filled in, by kind, whatever its order and place; and the elements, in any order."""
    return sorted(re.sub(r'^%\d+\$', '%', piece) for piece in KEPT.findall(text))


def test_fits():
    """Placeholders and elements are those of the source, and msgfmt has nothing to say."""
    for language in languages():
        path = os.path.join(PO, language + '.po')
        subprocess.run(['msgfmt', '--check', '-o', os.devnull, path], check=True)
        for fields, _ in entries(path):
            sources = [fields['msgid'], fields.get('msgid_plural', fields['msgid'])]
            if sources[0].startswith('%-d') or sources[0] in ('%OB %Y', '%Y'):
                continue  # dates, which each language orders as it likes
            allowed = [pieces(source) for source in sources]
            for key, value in fields.items():
                if key.startswith('msgstr'):
                    assert pieces(value) in allowed, f'{language}: {sources[0]!r}: {value!r}'


def test_says_that_it_wants_review():
    for language in languages():
        with open(os.path.join(PO, language + '.po'), encoding='utf-8') as file:
            assert 'review' in file.read(400), language


tap.run([test_complete, test_fits, test_says_that_it_wants_review])
