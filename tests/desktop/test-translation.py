# SPDX-License-Identifier: GPL-3.0-or-later
"""The template for translators, and the pseudo language that shows what is untranslated."""
import os
import re
import subprocess
import tempfile

import pseudo_locale
import tap


def test_pseudo_text():
    """Letters get accents, the rest stays."""
    for plain, wanted in {
        'String': '[Šťŕíñĝ]',
        '_Open': '[_Óþéñ]',
        '%d of %s': '[%d óƒ %s]',
        '%2$s, %1$.2f %%': '[%2$s, %1$.2f %%]',
        '<b>Otago</b> &amp; us': '[<b>Óťáĝó</b> &amp; úš]',
        'See https://example.org/a.': '[Šéé https://example.org/a.]',
        ' padded ': ' [þáďďéď] ',
        'a\\tb': '[á\\tƀ]',
        'map;quote;': '[ɱáþ;qúóťé];',
        '': '',
    }.items():
        assert pseudo_locale.pseudo(plain) == wanted, (plain, pseudo_locale.pseudo(plain))


def test_recognized():
    """A translated text is told from one that was not."""
    assert pseudo_locale.is_translated(pseudo_locale.pseudo('Open <b>a</b> file, %d'))
    assert pseudo_locale.is_translated(pseudo_locale.pseudo(pseudo_locale.PLAIN))
    assert pseudo_locale.is_translated('24 · 2026')
    assert not pseudo_locale.is_translated('Open')


FOLDER = tempfile.TemporaryDirectory()
pseudo_locale.build(FOLDER.name)
ENVIRONMENT = pseudo_locale.environment(FOLDER.name)


def look_up(folder, text, *plural):
    """What gettext answers for a text, in the pseudo language."""
    env = {**os.environ, **ENVIRONMENT, 'TEXTDOMAINDIR': folder}
    command = ['ngettext' if plural else 'gettext', '--domain=lode', text, *plural]
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


def test_tree():
    """Each string of the tree can be extracted, and has a translation that gettext finds."""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, 'lode.pot')
        pseudo_locale.extract(template)
        with open(template, encoding='utf-8') as file:
            text = file.read()
        subprocess.run(['msgfmt', '--check-format', '-o', os.devnull, template], check=True)
        for name in ('desktop.in', 'metainfo.xml.in', 'mime.xml.in', 'gschema.xml'):
            assert re.search(rf'^#: .*\.{re.escape(name)}:', text, re.MULTILINE), name
        pseudo_locale.build(folder, template=template)
        assert look_up(folder, 'Lode') == '[Łóďé]'
        assert look_up(folder, 'no such string') == 'no such string'


def test_plurals_and_contexts():
    """Both forms of a plural, long messages in several lines, and contexts come through."""
    template = r'''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#, c-format
msgid "%d place"
msgid_plural "%d places"
msgstr[0] ""
msgstr[1] ""

msgctxt "verb"
msgid "open"
msgstr ""

msgid ""
"one "
"two\n"
msgstr ""
'''
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'a.pot')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(template)
        pseudo_locale.build(folder, template=path)
        assert look_up(folder, '%d place', '%d places', '1') == '[%d þłáçé]'
        assert look_up(folder, '%d place', '%d places', '5') == '[%d þłáçéš]'
        assert look_up(folder, 'one two\n') == '[óñé ťŵó]\n'
        assert look_up(folder, 'verb\x04open') == '[óþéñ]'


tap.run([test_pseudo_text, test_recognized, test_tree, test_plurals_and_contexts])
