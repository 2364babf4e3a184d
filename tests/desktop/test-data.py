# SPDX-License-Identifier: GPL-3.0-or-later
"""test-data.py APPLICATION-ID SOURCE-ROOT DATA-FOLDER-OF-THE-BUILD

Icons load, the MIME type is recognized, and every file goes by the one application id.
"""
import configparser
import glob
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'support'))
import tap  # noqa: E402

APPLICATION_ID, ROOT, BUILT = sys.argv[1:4]
SOURCE = os.path.join(ROOT, 'data')
ICONS = os.path.join(SOURCE, 'icons', 'hicolor')
MEDIA_TYPE = 'application/vnd.said-where+json'


def desktop_entry():
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(os.path.join(BUILT, APPLICATION_ID + '.desktop'), encoding='utf-8')
    return parser['Desktop Entry']


def test_application_id():
    """What cannot be configured agrees with what is."""
    for path in glob.glob(os.path.join(SOURCE, '*.*')):
        name = os.path.basename(path)
        assert name == 'meson.build' or name.startswith(APPLICATION_ID + '.'), name
    schema = ElementTree.parse(os.path.join(SOURCE, APPLICATION_ID + '.gschema.xml')).find('schema')
    assert schema.get('id') == APPLICATION_ID
    assert schema.get('path') == '/' + APPLICATION_ID.replace('.', '/') + '/'
    metainfo = ElementTree.parse(os.path.join(BUILT, APPLICATION_ID + '.metainfo.xml'))
    assert metainfo.findtext('id') == APPLICATION_ID
    assert metainfo.findtext('launchable') == APPLICATION_ID + '.desktop'
    assert desktop_entry()['Icon'] == APPLICATION_ID


def test_media_type_is_one():
    """Of files; the other is the scheme of Lode's own addresses."""
    assert desktop_entry()['MimeType'] == MEDIA_TYPE + ';x-scheme-handler/lode;'
    metainfo = ElementTree.parse(os.path.join(BUILT, APPLICATION_ID + '.metainfo.xml'))
    assert metainfo.findtext('provides/mediatype') == MEDIA_TYPE


def test_release():
    """The newest release is the version that is built."""
    metainfo = ElementTree.parse(os.path.join(BUILT, APPLICATION_ID + '.metainfo.xml'))
    with open(os.path.join(ROOT, 'meson.build'), encoding='utf-8') as file:
        text = file.read()
    version = metainfo.find('releases/release').get('version')
    assert f"version: '{version}'" in text, version
    with open(os.path.join(ROOT, 'NEWS.md'), encoding='utf-8') as file:
        assert f'## {version}' in file.read(), version


def test_icons_load():
    """The loader that GTK uses renders each icon, in its size and with something in it."""
    import gi

    gi.require_version('GdkPixbuf', '2.0')
    from gi.repository import GdkPixbuf

    for folder, name, sizes in (
        ('scalable/apps', APPLICATION_ID + '.svg', (128, 64, 32)),
        ('scalable/mimetypes', APPLICATION_ID + '.dataset.svg', (128, 64, 32)),
        ('symbolic/apps', APPLICATION_ID + '-symbolic.svg', (64, 32, 16)),
    ):
        path = os.path.join(ICONS, folder, name)
        subprocess.run(['xmllint', '--noout', '--nonet', path], check=True)
        for size in sizes:
            picture = GdkPixbuf.Pixbuf.new_from_file_at_size(path, size, size)
            assert (picture.get_width(), picture.get_height()) == (size, size), path
            alpha = picture.get_pixels()[3::4]
            covered = sum(value > 127 for value in alpha) / (size * size)
            assert 0.3 < covered < 0.95, (path, size, covered)


def test_symbolic_icon_has_one_colour():
    path = os.path.join(ICONS, 'symbolic', 'apps', APPLICATION_ID + '-symbolic.svg')
    root = ElementTree.parse(path).getroot()
    assert (root.get('width'), root.get('height')) == ('16', '16')
    colours = {node.get('fill') for node in root.iter()} - {None}
    assert colours == {'#2e3436'}, colours


def test_mime_type():
    """Name or content give a dataset's type, and its icon, in a database made as an installation
    makes it."""
    with tempfile.TemporaryDirectory() as folder:
        packages = os.path.join(folder, 'mime', 'packages')
        os.makedirs(packages)
        shutil.copy(os.path.join(BUILT, APPLICATION_ID + '.xml'), packages)
        subprocess.run(['update-mime-database', os.path.join(folder, 'mime')], check=True)
        env = dict(os.environ, XDG_DATA_HOME=folder, XDG_DATA_DIRS='/usr/local/share:/usr/share')
        dataset = '{\n  "format": "said-where/1"\n}\n'
        with_schema = '{ "$schema": "said-where-1.schema.json", "format": "said-where/1" }'
        for name, content, wanted in (
            ('nz.said-where.json', dataset, MEDIA_TYPE),
            ('begun.said-where.json', '{', MEDIA_TYPE),
            ('other.json', dataset, MEDIA_TYPE),
            ('with-schema.json', with_schema, MEDIA_TYPE),
            ('without-suffix', dataset, MEDIA_TYPE),
            ('plain.json', '{ "format": "geojson" }', 'application/json'),
            ('list.json', '[ "said-where/1" ]', 'application/json'),
        ):
            path = os.path.join(folder, name)
            with open(path, 'w', encoding='utf-8') as file:
                file.write(content)
            attributes = 'standard::content-type,standard::icon'
            command = ['gio', 'info', '-a', attributes, path]
            ran = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
            assert f'content-type: {wanted}\n' in ran.stdout, (name, ran.stdout)
            icon = f'standard::icon: {APPLICATION_ID}.dataset,'
            assert (icon in ran.stdout) == (wanted == MEDIA_TYPE), (name, ran.stdout)


tap.run(
    [
        test_application_id,
        test_media_type_is_one,
        test_release,
        test_icons_load,
        test_symbolic_icon_has_one_colour,
        test_mime_type,
    ]
)
