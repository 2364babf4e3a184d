#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A brief from the command line, where there is no display, read back by poppler:
test-brief.py LODE DATASET."""
import json
import os
import re
import subprocess
import sys
import tempfile

import tap

LODE, BUILT_IN = sys.argv[1:]
FOLDER = tempfile.TemporaryDirectory()


def squeeze(text):
    """Lines are broken by the brief: white space is all the same."""
    return ' '.join(text.split())


class Brief:
    """What stands on each page, and what the file says of itself."""

    def __init__(self, *words, status=0, **variables):
        path = os.path.join(FOLDER.name, 'brief.pdf')
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
        done = subprocess.run([LODE, 'export', '--format=brief', '--output', path, *words],
                              capture_output=True, text=True, env={**environment, **variables})
        assert done.returncode == status, done
        if status != 0:
            return
        text = subprocess.run(['pdftotext', '-enc', 'UTF-8', path, '-'], check=True,
                              capture_output=True, text=True).stdout
        self.pages = [squeeze(page) for page in text.split('\f')[:-1]]
        info = subprocess.run(['pdfinfo', path], check=True, capture_output=True, text=True).stdout
        self.info = dict(re.split(r':\s+', line, maxsplit=1) for line in info.splitlines()
                         if re.search(r':\s', line))
        links = subprocess.run(['pdfinfo', '-url', path], check=True, capture_output=True, text=True)
        self.links = [line.split()[-1] for line in links.stdout.splitlines()[1:]]
        xml = subprocess.run(['pdftohtml', '-xml', '-i', '-stdout', path], check=True,
                             capture_output=True, text=True)
        self.outline = re.findall('<item page="[0-9]+">(.*?)</item>', xml.stdout)

    def find(self, text):
        """The pages on which it stands whole."""
        return [number for number, page in enumerate(self.pages) if squeeze(text) in page]


def write(statements, title='A brief', **members):
    """A dataset with statements of one source, all about a place; the name of its file."""
    path = os.path.join(FOLDER.name, 'brief.said-where.json')
    dataset = {
        'format': 'said-where/1', 'id': 'brief', 'title': title, 'language': 'en-NZ',
        'sources': [{'id': 's', 'type': 'speech', 'title': 'A talk', 'published': '2026-03-01',
                     'url': "https://example.org/it's?q=(1)"}],
        'actors': [{'id': 'a', 'name': 'Jane <b>Doe</b>', 'kind': 'person'}],
        'topics': [{'id': 't', 'name': 'Gold'}],
        'places': [{'id': 'p', 'name': 'Otago', 'kind': 'region', 'precision': 'region',
                    'point': [169.6, -45.2]}],
        'propositions': [],
        'statements': [{'id': f's{number}', 'actor': 'a', 'kind': 'quote', 'source': 's',
                        'text': text, 'topics': ['t'], 'places': ['p']}
                       for number, text in enumerate(statements)],
        **members}
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(dataset, file)
    return path


def test_quotations_whole():
    """All 17 of the built-in dataset, word for word, none of them on two pages."""
    with open(BUILT_IN, encoding='utf-8') as file:
        statements = json.load(file)['statements']
    quotations = [statement for statement in statements if statement['kind'] == 'quote']
    brief = Brief()
    assert len(quotations) == 17
    for statement in quotations:
        first, *rest = [set(brief.find(paragraph)) for paragraph in statement['text']]
        assert first.intersection(*rest), statement['id']


def test_groups_in_order():
    text = ' '.join(Brief().pages)
    headings = ['About places on the map', 'About critical minerals in general',
                'Te Pāti Māori', 'Sources', 'About the dataset', 'Licence: CC-BY-4.0']
    places = [text.rindex(heading) for heading in headings]
    assert places == sorted(places), places
    for said in ('Paraphrase, not their words', 'Asked, no answer reported',
                 'Checked on 23 November 2026, as recorded', 'Map: GSHHG', 'Chief executive'):
        assert said in text, said


def test_numbers_of_pages():
    brief = Brief()
    count = int(brief.info['Pages'])
    assert count == len(brief.pages) > 3
    for number, page in enumerate(brief.pages, 1):
        assert page.endswith(f'Page {number} of {count}'), page[-80:]


def test_about_itself():
    """Title, author and maker; an outline, and a link to the source."""
    brief = Brief()
    assert brief.info['Title'] == 'New Zealand’s critical minerals'
    assert brief.info['Author'] == 'The Lode contributors'
    assert brief.info['Creator'].startswith('Lode ')
    assert brief.info['CreationDate']
    assert 'About critical minerals in general' in brief.outline, brief.outline
    assert sum(link.startswith('https://www.odt.co.nz/') for link in brief.links) > 20, brief.links
    hostile = Brief(write([['Words.']]))
    assert 'https://example.org/it%27s?q=(1)' in hostile.links, hostile.links


def test_what_a_query_finds():
    brief = Brief('speaker:chloe-swarbrick', 'kind:quote')
    text = ' '.join(brief.pages)
    assert 'Shown: Speaker: Chlöe Swarbrick · Kind: Quotations' in text, text[:300]
    assert re.search(r'\b\d of 29 statements', text), text[:300]
    assert 'Megan Woods' not in text
    assert 'GSHHG' not in text, 'a map without a place'
    Brief('nobodysaidthis', status=1)


def test_no_statement_divided():
    """As many as fill many pages, short and long: each begins and ends on the same one."""
    lengths = [(7 * number * number) % 120 + 1 for number in range(120)]
    statements = [[f'Begin{number}. ' + 'Gold is found here. ' * length, f'Finish{number}.']
                  for number, length in enumerate(lengths)]
    brief = Brief(write(statements))
    assert int(brief.info['Pages']) > 40, brief.info['Pages']
    for number in range(len(statements)):
        assert len(brief.find(f'Begin{number}.')) == 1, number
        assert brief.find(f'Begin{number}.') == brief.find(f'Finish{number}.'), number


def test_longer_than_a_page():
    """It goes on from page to page, no word of it is lost, and no line stands alone."""
    words = [f'Sentence{number} of it.' for number in range(1500)]
    brief = Brief(write([[' '.join(words)], ['After it.']]))
    text = ' '.join(re.sub(r'(A brief )?Page \d+ of \d+$', '', page) for page in brief.pages)
    assert ' '.join(words) in squeeze(text)
    assert len(brief.pages) > 3


def test_only_data():
    """Markup, and letters that turn text round, are shown and not obeyed; nothing is hyphenated."""
    word = 'Donaudampfschifffahrt' * 12
    brief = Brief(write([['<b>Gold</b> &amp; more'], ['A \u202eturn\u202c'], ['我们希望以负责任的方式开采。'],
                         ['יש זהב באוטגו'], [word]], title='<i>Brief</i>'))
    text = ' '.join(brief.pages)
    for said in ('<b>Gold</b> &amp; more', 'A \ufffdturn\ufffd', 'Jane <b>Doe</b>', '<i>Brief</i>',
                 '我们希望以负责任的方式开采。', 'באוטגו'):
        assert said in text, said
    assert word in text.replace(' ', '')


def test_paper_of_the_country():
    """A4, but Letter where that is what there is."""
    assert 'A4' in Brief().info['Page size']
    subprocess.run(['localedef', '--no-archive', '-i', 'en_US', '-f', 'UTF-8',
                    FOLDER.name + '/en_US.UTF-8'], check=False, capture_output=True)
    american = Brief(LC_ALL='en_US.UTF-8', LOCPATH=FOLDER.name)
    assert 'letter' in american.info['Page size'], american.info['Page size']


tap.run([test_quotations_whole, test_groups_in_order, test_numbers_of_pages, test_about_itself,
         test_what_a_query_finds, test_no_statement_divided, test_longer_than_a_page,
         test_only_data, test_paper_of_the_country])
