#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format of lode export, read back by a tool that Lode has no part in: the words come out
character for character, whatever is in them. test-export.py LODE DATA SCHEMA."""
import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import warnings

import bibtexparser
import html5lib
import jsonschema
import tap
from pyld import jsonld

LODE, DATA, SCHEMA = sys.argv[1:4]
HARD = os.path.join(DATA, 'export', 'hard.said-where.json')
FULL = os.path.join(DATA, 'good', 'full.said-where.json')

with open(HARD, encoding='utf-8') as hard_file:
    DATASET = json.load(hard_file)
WORDS = {s['id']: s['text'] for s in DATASET['statements']}
KINDS = {s['id']: s['kind'] for s in DATASET['statements']}


def lode(*arguments, status=0):
    done = subprocess.run([LODE, *arguments], capture_output=True, timeout=120, check=False)
    assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
    return done.stdout.decode(), done.stderr.decode()


def export(form, *words):
    return lode('export', f'--format={form}', *(words or [HARD]))[0]


def run(command, text, suffix):
    """What a program of somebody else's makes of the text, in a file; it must not complain."""
    with tempfile.NamedTemporaryFile('w', suffix=suffix, encoding='utf-8', newline='') as file:
        file.write(text)
        file.flush()
        done = subprocess.run([*command, file.name], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, (command, done.stderr.decode())
    return done.stdout.decode(), done.stderr.decode()


def test_said_where_whole():
    """All of a dataset is the file itself."""
    for name in [HARD, FULL]:
        with open(name, 'rb') as file:
            assert lode('export', '--format=said-where', name)[0].encode() == file.read(), name
    crlf = os.path.join(DATA, 'good', 'crlf.said-where.json')
    with open(crlf, 'rb') as file:
        assert export('said-where', crlf).encode() == file.read()


def test_said_where_part():
    """A part is a good dataset with all that it refers to, and nothing else."""
    text = export('said-where', HARD, 'semicolons')
    part = json.loads(text)
    with tempfile.NamedTemporaryFile('w', suffix='.json', encoding='utf-8') as file:
        file.write(text)
        file.flush()
        assert ': good: 1 statement' in lode('check', file.name)[0]
        again = export('said-where', file.name)
    assert again == text
    assert part['statements'] == DATASET['statements'][:1]
    assert part['statements'][0]['x-colour'] == 'red'
    assert part['x-top'] == DATASET['x-top']
    assert {r['id'] for r in part['places']} == {'otago', 'island'}
    assert {r['id'] for r in part['topics']} == {'gold', 'metals'}
    assert {r['id'] for r in part['sources']} == {'article'}
    assert part['sources'][0]['x-desk'] == 'politics'
    assert {r['id'] for r in part['actors']} == {'council'}
    assert part['propositions'] == []
    for name in ['title', 'id', 'language']:
        assert part[name] == DATASET[name]


def test_said_where_schema():
    """A standard validator accepts a part."""
    with open(SCHEMA, encoding='utf-8') as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator(schema).validate(
        json.loads(export('said-where', HARD, 'emoji'))
    )


def test_geojson():
    """RFC 7946, as GDAL reads it."""
    text = export('geojson')
    collection = json.loads(text)
    found = {}
    for feature in collection['features']:
        for statement in feature['properties']['statements']:
            found[statement['id']] = statement['text']
    assert found == WORDS
    by_id = {f.get('id'): f for f in collection['features']}
    assert by_id['otago']['geometry'] == {'type': 'Point', 'coordinates': [170.2, -45.4]}
    assert by_id['island']['geometry'] == DATASET['places'][1]['geometry']
    assert by_id['background']['properties']['context'] is True
    assert by_id[None]['geometry'] is None
    assert by_id['otago']['properties']['names'] == {'mi': 'Ōtākou'}

    out, errors = run(['ogrinfo', '-ro', '-al', '-so'], text, '.geojson')
    assert 'Feature Count: 4' in out, out
    assert 'Layer name: hard' in out, out
    assert re.search(r'Extent: \(170\.0+, -46\.0+\) - \(174\.0+, -44\.0+\)', out), out
    assert not errors, errors


def test_csv():
    """RFC 4180, as Python's csv reads it, with a row for each coded concept."""
    text = export('csv')
    for line in re.sub(r'"[^"]*"', '', text).split('\r\n'):
        assert '\n' not in line
    rows = list(csv.DictReader(io.StringIO(text, newline=''), strict=True))
    found = {}
    for row in rows:
        for name in row['guarded'].split():
            assert row[name].startswith("'")
            row[name] = row[name][1:]
        found[row['statement']] = row['text'].split('\n\n')
    assert found == WORDS
    guarded = [row for row in csv.DictReader(io.StringIO(text, newline='')) if row['guarded']]
    assert {'hard-05', 'hard-06', 'hard-07', 'hard-08'} <= {row['statement'] for row in guarded}
    for row in csv.reader(io.StringIO(text, newline='')):
        for cell in row:
            assert not cell or cell[0] not in '=+-@\t\r', cell
    coded = [(r['concept'], r['agreement'], r['stance']) for r in rows
             if r['statement'] in ('hard-01', 'hard-02')]
    more = DATASET['propositions'][0]['text']
    assert coded == [(more, '1', 'supports'), (more, '0', 'opposes'), (more, '', 'unclear')], coded
    first = rows[0]
    assert (first['person'], first['organization']) == ('', '=Council; & <Co>')
    assert rows[1]['person'] == 'Jane "JD" Doe; MP'
    assert (first['start'], first['end'], first['document']) == ('10', '120', 'article')


TEX = {
    '\\textbackslash{}': '\\', '\\textbraceleft{}': '{', '\\textbraceright{}': '}',
    '\\textasciitilde{}': '~', '\\textasciicircum{}': '^', '\\textquotedbl{}': '"',
    '\\textasciigrave{}': '`', '\\newline{}': '\n', '{ }': ' ', '{}': '',
    '\\%': '%', '\\&': '&', '\\#': '#', '\\_': '_', '\\$': '$',
}


def tex(text):
    """What TeX would set."""
    pattern = '|'.join(re.escape(key) for key in sorted(TEX, key=len, reverse=True))
    return re.sub(pattern, lambda match: TEX[match.group()], text)


def test_bibtex():
    """bibtexparser and bibutils read it; TeX would set the very words."""
    text = export('bibtex')
    parser = bibtexparser.bparser.BibTexParser(common_strings=True, ignore_nonstandard_types=False)
    entries = {e['ID']: e for e in bibtexparser.loads(text, parser).entries}
    found = {key: [tex(p) for p in e['abstract'].split('\\par{}')] for key, e in entries.items()}
    assert found == WORDS, [(k, found.get(k), WORDS[k]) for k in WORDS if found.get(k) != WORDS[k]]
    assert entries['hard-00']['ENTRYTYPE'] == 'article'
    assert entries['hard-00']['date'] == '2026-02-02'
    assert tex(entries['hard-00']['title']) == '{' + DATASET['sources'][0]['title'] + '}'
    out, _ = run(['bib2xml'], text, '.bib')
    assert out.count('<mods ') == len(WORDS), out


# A bibliography style that writes an entry's key and words, and no more.
BIBTEX_STYLE = """ENTRY { abstract } {} {}
FUNCTION { entry } { cite$ write$ newline$ abstract write$ newline$ newline$ }
FUNCTION { article } { entry } FUNCTION { misc } { entry } FUNCTION { techreport } { entry }
FUNCTION { book } { entry } FUNCTION { default.type } { entry }
READ
ITERATE { call.type$ }
"""


def test_bibtex_itself():
    """BibTeX, as a paper's author runs it, has nothing to say against it, and loses no word."""
    with tempfile.TemporaryDirectory() as folder:
        files = {
            'export.bib': export('bibtex'),
            'words.bst': BIBTEX_STYLE,
            'paper.aux': '\\citation{*}\n\\bibdata{export}\n\\bibstyle{words}\n',
            'texmf.cnf': '',
        }
        for name, text in files.items():
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(text)
        done = subprocess.run(['bibtex', 'paper'], cwd=folder, capture_output=True, text=True,
                              check=False, timeout=60,
                              env={**os.environ, 'TEXMFCNF': folder, 'BIBINPUTS': '.', 'BSTINPUTS': '.'})
        assert done.returncode == 0 and 'Warning' not in done.stdout, done.stdout + done.stderr
        with open(os.path.join(folder, 'paper.bbl'), encoding='utf-8') as file:
            entries = dict(entry.split('\n', 1) for entry in file.read().strip().split('\n\n'))
    # It breaks lines of more than 79 bytes at blanks, and makes one blank of several.
    found = {key: [' '.join(tex(' '.join(paragraph.split())).split())
                   for paragraph in text.split('\\par{}')] for key, text in entries.items()}
    wanted = {key: [' '.join(paragraph.split()) for paragraph in words]
              for key, words in WORDS.items()}
    assert found == wanted, [(k, found.get(k), wanted[k]) for k in wanted if found.get(k) != wanted[k]]


def test_ris():
    """A line a field; bibutils counts as many references."""
    text = export('ris')
    found = {}
    for reference in text.split('\r\n\r\n')[:-1]:
        fields = [re.fullmatch(r'([A-Z][A-Z0-9])  - (.*)', line, re.S).groups()
                  for line in reference.split('\r\n')]
        assert fields[0][0] == 'TY' and fields[-1] == ('ER', ''), reference
        assert [tag for tag, _ in fields].count('TY') == 1
        key = next(value for tag, value in fields if tag == 'ID')
        found[key] = [value for tag, value in fields if tag == 'AB']
    assert found == WORDS
    out, _ = run(['ris2xml'], text, '.ris')
    assert out.count('<mods ') == len(WORDS), out


def test_csl():
    """citeproc reads the items and cites them."""
    items = json.loads(export('csl'))
    assert {i['id']: i['abstract'].split('\n\n') for i in items} == WORDS
    assert items[0]['issued'] == {'date-parts': [[2026, 2, 2]]}
    assert items[0]['type'] == 'article-newspaper'
    assert [a['literal'] for a in items[0]['author']] == DATASET['sources'][0]['author']

    with warnings.catch_warnings():
        warnings.simplefilter('ignore')  # of citeproc, which does not know all of CSL 1.0.2
        from citeproc.source.json import CiteProcJSON

        known = [{k: v for k, v in i.items() if k != 'custom'} for i in items
                 if i['type'] != 'hearing']
        source = CiteProcJSON(known)
    assert set(source) == {i['id'] for i in known}
    assert str(source['hard-00']['title']) == DATASET['sources'][0]['title']


# The terms that are used of the two contexts, which are on the network: the test is not.
CONTEXTS = {
    'http://www.w3.org/ns/anno.jsonld': {
        '@vocab': 'http://www.w3.org/ns/oa#', 'id': '@id', 'type': '@type',
        'value': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
        'target': {'@id': 'hasTarget', '@type': '@id'},
        'source': {'@id': 'hasSource', '@type': '@id'}, 'selector': 'hasSelector',
        'body': 'hasBody', 'motivation': {'@id': 'motivatedBy', '@type': '@vocab'},
        'items': {'@id': 'https://www.w3.org/ns/activitystreams#items', '@container': '@list'},
    },
    'https://schema.org': {'@vocab': 'https://schema.org/'},
}


def load_context(url, options):
    return {'contextUrl': None, 'documentUrl': url, 'contentType': 'application/ld+json',
            'document': {'@context': CONTEXTS[url]}}


def test_annotation():
    """The Web Annotation model, in RDF too."""
    document = json.loads(export('annotation'))
    assert document['@context'] == 'http://www.w3.org/ns/anno.jsonld'
    found = {}
    for item in document['first']['items']:
        key = item['id'].rpartition('/')[2]
        if item['motivation'] == 'highlighting':
            selectors = [s for t in item['target'] for s in t['selector']]
            found[key] = [s['exact'] for s in selectors if s['type'] == 'TextQuoteSelector']
        else:
            found[key] = item['body'][-3]['value'].split('\n\n')
        assert (KINDS[key] == 'quote') == (item['motivation'] == 'highlighting')
        # The link that opens it in the program.
        assert item['id'] == f'lode:{DATASET["id"]}/statement/{key}'
    assert found == WORDS
    first = document['first']['items'][0]['target']
    assert first[0]['selector'][0]['prefix'] == 'Before; '
    assert first[1]['selector'][0]['suffix'] == ' after'
    assert first[-1]['selector'] == [{'type': 'TextPositionSelector', 'start': 10, 'end': 120}]
    assert document['total'] == len(WORDS)
    rdf = jsonld.to_rdf(document, {'documentLoader': load_context})['@default']
    exact = [t['object']['value'] for t in rdf if t['predicate']['value'].endswith('#exact')]
    quoted = [p for key, text in WORDS.items() if KINDS[key] == 'quote' for p in text]
    assert sorted(exact) == sorted(quoted)


def test_schema_org():
    """schema.org's graph, in RDF too."""
    document = json.loads(export('schema-org'))
    types = {'quote': 'Quotation', 'paraphrase': 'Claim', 'no-reply': 'CreativeWork'}
    found = {n['@id'].rpartition('/')[2]: n for n in document['@graph']
             if n['@id'].startswith('lode:hard/statement/')}
    assert {key: n['text'].split('\n\n') for key, n in found.items()} == WORDS
    assert {key: n['@type'] for key, n in found.items()} == {k: types[v] for k, v in KINDS.items()}
    ids = [n['@id'] for n in document['@graph']]
    assert len(ids) == len(set(ids))
    for node in found.values():
        assert node['about'][0]['@id'] in ids
    rdf = jsonld.to_rdf(document, {'documentLoader': load_context})['@default']
    texts = [t['object']['value'] for t in rdf if t['predicate']['value'].endswith('org/text')]
    assert sorted(texts) == sorted('\n\n'.join(t) for t in WORDS.values())


def element_text(element):
    return ''.join(element.itertext())


def test_html():
    """A strict parser of HTML 5 finds no error, no script and no address to load."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page = parser.parse(export('html'))
    found = {article.get('id'): [element_text(p) for p in article.find("./*[@class='words']")]
             for article in page.iter('article')}
    assert found == WORDS
    assert [a.find("./*[@class='words']").tag for a in page.iter('article')] == \
        ['blockquote' if kind == 'quote' else 'div' for kind in KINDS.values()]
    assert page.find('.//title').text == DATASET['title']
    assert page.get('lang') == 'en-NZ'
    for tag in ['script', 'link', 'img', 'iframe']:
        assert page.find(f'.//{tag}') is None, tag
    assert len(list(page.iter('h1'))) == 1
    assert len(list(page.iter('h2'))) == len(WORDS)


def test_markdown():
    """cmark, the reference implementation of CommonMark, gives the words back."""
    text = export('markdown')
    out, errors = run(['cmark'], text, '.md')
    assert not errors
    page = html5lib.parseFragment(out, namespaceHTMLElements=False)
    found = [[element_text(p).strip('\n') for p in quote.iter('p')]
             for quote in page.iter('blockquote')]
    quotes = [text for key, text in WORDS.items() if KINDS[key] == 'quote']
    assert found == quotes, [(a, b) for a, b in zip(found, quotes) if a != b]
    assert page.find('.//script') is None and page.find('.//b') is None
    assert len(list(page.iter('h3'))) == len(WORDS)
    assert len(list(page.iter('h1'))) == 1


def test_losses():
    """What is left out is said, and only that."""
    for form, lost in [('bibtex', 'coded positions'), ('geojson', 'coded positions'),
                       ('csv', 'coordinates'), ('html', '(x-…)'), ('ris', 'background places')]:
        assert lost in lode('export', '--format=' + form, HARD)[1], form
    assert lode('export', '--format=said-where', HARD)[1] == ''
    assert 'stored texts' in lode('export', '--format=said-where', FULL)[1]
    # A string is no member, whatever stands in it.
    assert '(x-…)' not in lode('export', '--format=csv', HARD, 'x-ray')[1]


def test_command_line():
    """Mistakes are named, and end with a status that is not 0."""
    for arguments, status, said in [
        (['export', HARD], 2, '--format='),
        (['export', '--format=geojsn', HARD], 2, '“geojson”'),
        (['export', '--format=csv', HARD, 'nobodysaidthis'], 1, 'nobodysaidthis'),
        (['export', '--format=csv', HARD, 'before:whenever'], 2, 'before:whenever'),
        (['export', '--format=csv', 'missing.json'], 2, 'missing.json'),
        (['export', '--format=csv', '--output=/nowhere/at/all.csv', HARD], 1, '/nowhere'),
        (['export', '--format=csv', os.path.join(DATA, 'bad', 'id-missing.said-where.json')], 1,
         'lode check'),
        (['cite', HARD, 'hard-0'], 1, 'hard-0'),
        (['cite', '--style=harvard', HARD, 'hard-00'], 2, 'harvard'),
        (['cite', HARD], 2, 'id'),
        (['list', HARD, 'nobodysaidthis'], 1, 'nobodysaidthis'),
    ]:
        errors = lode(*arguments, status=status)[1]
        assert said in errors, (arguments, errors)
    assert len(lode('list', HARD)[0].splitlines()) == len(WORDS)
    assert lode('list', HARD, 'topic:metals', 'kind:paraphrase')[0].startswith('a-paraphrase\t')
    for form in ['said-where', 'csv', 'geojson', 'annotation', 'schema-org']:
        assert f'  {form} ' in lode('export', '--help')[0]


def test_several():
    """A folder, and several files, are one view: what is whole of it; what is broken is named."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ['one', 'two']:
            with open(os.path.join(folder, f'{name}.said-where.json'), 'w', encoding='utf-8') as file:
                json.dump({**DATASET, 'id': name}, file, ensure_ascii=False)
        files = [os.path.join(folder, f'{name}.said-where.json') for name in ['one', 'two']]
        rows = list(csv.reader(io.StringIO(export('csv', HARD))))
        for words in [[folder], files]:
            several = list(csv.reader(io.StringIO(export('csv', *words))))
            assert len(several) - 1 == 2 * (len(rows) - 1), words
        assert len(lode('list', *files, 'semicolons')[0].splitlines()) == 2
        listed = lode('list', folder)[0].splitlines()
        assert listed[0].startswith('one/') and listed[-1].startswith('two/')
        assert lode('cite', folder, listed[-1].split('\t')[0])[0]
        # One dataset cannot hold two.
        lode('export', '--format=said-where', folder, status=1)

        with open(files[1], 'w', encoding='utf-8') as file:
            file.write('{')
        out, said = lode('export', '--format=csv', folder)
        assert list(csv.reader(io.StringIO(out))) == rows
        assert 'two.said-where.json' in said and 'lode check' in said
        lode('export', '--format=csv', os.path.join(folder, 'none'), status=2)


def test_full_disk_and_standard_output():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([LODE, 'export', '--format=csv', HARD], stdout=full,
                              stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1 and done.stderr


def interrupted(folder, target, copies):
    """Exports many statements and interrupts that; False if it was done already."""
    large = os.path.join(folder, 'large.said-where.json')
    many = dict(DATASET)
    many['statements'] = [dict(s, id=f'{s["id"]}-{i}') for i in range(copies)
                          for s in DATASET['statements']]
    with open(large, 'w', encoding='utf-8') as file:
        json.dump(many, file)
    process = subprocess.Popen([LODE, 'export', '--format=html', '-o', target, large],
                               stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60 * float(os.environ.get('LODE_TEST_SLOWNESS', '1'))
    # A temporary file beside it: it is being written.
    while len(os.listdir(folder)) < 3 and process.poll() is None:
        assert time.monotonic() < deadline
    process.send_signal(signal.SIGINT)
    errors = process.communicate(timeout=120)[1].decode()
    if process.returncode == 0:
        return False
    assert process.returncode == 1 and 'cancel' in errors, (process.returncode, errors)
    return True


def test_atomic():
    """A file is there whole or not at all; after an interrupt it is what it was."""
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, 'out.html')
        lode('export', '--format=html', '-o', target, HARD)
        with open(target, encoding='utf-8') as file:
            assert file.read() == export('html')
        assert os.listdir(folder) == ['out.html']

        before = os.stat(target).st_ino
        # Enough for the interrupt to come while it is written; a sanitizer takes its time anyway. If it
        # came too late, as the machine had other things to do, four times as much.
        copies = 150 if 'ASAN_OPTIONS' in os.environ else 2500
        while not interrupted(folder, target, copies):
            os.remove(target)
            lode('export', '--format=html', '-o', target, HARD)
            before = os.stat(target).st_ino
            copies *= 4
            assert copies < 200_000
        assert os.stat(target).st_ino == before
        assert sorted(os.listdir(folder)) == ['large.said-where.json', 'out.html']


def test_cite():
    """Each style, to the letter."""
    cited = {style: lode('cite', f'--style={style}', FULL, 'doe-antimony')[0].rstrip('\n')
             for style in ['apa', 'chicago', 'mla']}
    assert cited == {
        'apa': 'Jane Doe, as quoted in A. Reporter, & B. Reporter. (2026, February 2). Talks '
               '“slammed”. Otago Daily Times. https://example.org/talks?a=1#top',
        'chicago': 'Jane Doe, quoted in A. Reporter and B. Reporter, “Talks ‘slammed’,” Otago '
                   'Daily Times, February 2, 2026, https://example.org/talks?a=1#top.',
        'mla': 'Jane Doe, qtd. in A. Reporter and B. Reporter. “Talks ‘slammed’.” Otago Daily '
               'Times, 2 Feb. 2026, example.org/talks?a=1#top.',
    }, cited
    assert lode('cite', HARD, 'a-paraphrase')[0].startswith('Jane "JD" Doe; MP')
    assert lode('cite', '--style=apa', HARD, 'a-no-reply')[0] == \
        'Jane "JD" Doe; MP, no reply reported in A hearing? (2025).\n'
    assert lode('cite', '--style=bibtex', HARD, 'hard-00')[0] in export('bibtex')
    assert lode('cite', '--style=ris', HARD, 'hard-00')[0] in export('ris')


tap.run([value for name, value in list(globals().items()) if name.startswith('test_')])
