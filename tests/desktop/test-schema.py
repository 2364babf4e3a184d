# SPDX-License-Identifier: GPL-3.0-or-later
"""test-schema.py SOURCE-ROOT LODE-CHECK

Schema, reader and manual agree: on each good and each bad file of the corpus a standard validator's
verdict is the reader's, but for what only the reader can judge; and the manual page explains every
member that the schema knows, and no other.
"""
import glob
import json
import os
import re
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
import jsonschema  # noqa: E402
import tap  # noqa: E402

ROOT, LODE_CHECK = sys.argv[1:3]
CORPUS = os.path.join(ROOT, 'tests', 'model', 'data')
MANUAL = os.path.join(ROOT, 'data', 'man', 'lode-dataset.5.in')

with open(os.path.join(ROOT, 'data', 'schema', 'said-where-1.schema.json'), encoding='utf-8') as file:
    SCHEMA = json.load(file)

# What a schema cannot see: it looks at one value at a time, and never from one to another.
ONLY_THE_READER = re.compile(
    r'cycle-.*'  # a reference that leads round
    r'|reference-.*|organisation-is-person'  # what an id refers to
    r'|duplicate-id'  # the same id twice
    r'|geometry-not-closed'  # the last position, compared with the first
    r'|span-order'  # the end, compared with the start
)
# Not a document of JSON at all: the validator never gets to see it. Python's parser is as strict as
# the guard once it is told what JSON does not have.
NESTING = 64


class NotJson(Exception):
    pass


def refuse_duplicates(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise NotJson('a member twice')
    return dict(pairs)


def refuse_constant(name):
    raise NotJson(name)


def depth(value):
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def parse(path):
    with open(path, 'rb') as file:
        data = file.read()
    text = data.decode('utf-8')  # no byte order mark, no UTF-16
    value = json.loads(
        text,
        object_pairs_hook=refuse_duplicates,
        parse_constant=refuse_constant,
    )
    text.encode('utf-8')
    json.dumps(value, ensure_ascii=False).encode('utf-8')  # no half of a surrogate pair
    if depth(value) > NESTING:
        raise NotJson('too deep')
    if re.search(r'\\u0000', text):
        raise NotJson('a null character')
    return value


def problems(path):
    """What the validator says; NotJson's kind if it cannot even be asked."""
    try:
        value = parse(path)
    except (NotJson, ValueError, RecursionError) as error:
        return [f'not JSON: {error}']
    return [error.message for error in VALIDATOR.iter_errors(value)]


def has_errors(path):
    ran = subprocess.run([LODE_CHECK, 'check', path], capture_output=True, text=True)
    assert ran.returncode in (0, 1), (path, ran.stderr)
    return ran.returncode == 1


def name_of(path):
    return os.path.basename(path).removesuffix('.said-where.json')


VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_good_files():
    paths = glob.glob(os.path.join(CORPUS, 'good', '*.json'))
    paths += glob.glob(os.path.join(CORPUS, 'provenance', 'talk.said-where.json'))
    paths += glob.glob(os.path.join(ROOT, 'resources', 'datasets', '*.json'))
    assert len(paths) >= 6, paths
    for path in paths:
        assert not problems(path), (path, problems(path))
        assert not has_errors(path), path


def test_bad_files():
    """Whatever the reader refuses, the schema refuses, and the other way round."""
    paths = sorted(glob.glob(os.path.join(CORPUS, 'bad', '*.json')))
    assert len(paths) > 100, len(paths)
    differing = []
    for path in paths:
        name = name_of(path)
        found = problems(path)
        if ONLY_THE_READER.fullmatch(name):
            # If the schema saw it after all, it would not belong on the list.
            if found or not has_errors(path):
                differing.append((name, found))
        elif bool(found) != has_errors(path):
            differing.append((name, found))
    assert not differing, differing


def objects(schema):
    """The objects of the schema by what they are called, with their members."""
    yield 'dataset', schema['properties']
    for name in ('source', 'actor', 'topic', 'place', 'proposition', 'statement'):
        yield name, schema['$defs'][name]['properties']


def test_manual():
    """A section of the manual for each object, with a heading for each member in it."""
    with open(MANUAL, encoding='utf-8') as file:
        manual = file.read()
    for name, members in objects(SCHEMA):
        heading = '.SS The ' + name
        assert heading in manual, heading
        section = manual.split(heading, 1)[1].split('\n.S', 1)[0]
        explained = re.findall(r'^\.TP\n\.B (\S+)', section, re.MULTILINE)
        explained = [word.replace('\\-', '-').replace('\\$', '$') for word in explained]
        known = [member for member in members]
        assert sorted(explained) == sorted(known), (name, set(explained) ^ set(known))


def test_manual_knows_the_words():
    """Every word that a member can be is in the manual."""
    with open(MANUAL, encoding='utf-8') as file:
        manual = file.read().replace('\\-', '-')

    def words(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == 'enum':
                    yield from inner
                else:
                    yield from words(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from words(inner)

    missing = {word for word in words(SCHEMA) if not re.search(rf'\b{re.escape(word)}\b', manual)}
    assert not missing, missing


def test_manual_example():
    """The manual's example is a good dataset."""
    with open(MANUAL, encoding='utf-8') as file:
        manual = file.read()
    example = manual.split('.SH EXAMPLE', 1)[1].split('.EX\n', 1)[1].split('.EE', 1)[0]
    example = example.replace('\\-', '-').replace('\\e', '\\')
    value = json.loads(example)
    assert not list(VALIDATOR.iter_errors(value))


def test_manual_renders():
    command = ['groff', '-man', '-ww', '-Tutf8', '-Kutf8', MANUAL]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0 and not ran.stderr, ran.stderr
    assert 'said-where/1' in ran.stdout


tap.run(
    [
        test_schema_is_one,
        test_good_files,
        test_bad_files,
        test_manual,
        test_manual_knows_the_words,
        test_manual_example,
        test_manual_renders,
    ]
)
