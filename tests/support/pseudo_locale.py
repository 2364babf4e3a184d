#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A language that nobody speaks, in which a string that was not translated shows.

    pseudo_locale.py [--domain lode] [--template FILE.pot] --output DIR

collects the strings of the tree with xgettext (or takes those of a template), gives each letter an
accent, sets each string in brackets, [Šéé thé máp], and compiles that to
DIR/en_XA/LC_MESSAGES/DOMAIN.mo. A program whose text domain is bound to DIR, started with

    LC_ALL=C.UTF-8 LANGUAGE=en_XA

(through with-display: LODE_TEST_LANGUAGE=en_XA; under LC_ALL=C nothing is ever translated), then says
nothing without brackets that came through gettext. No locale has to be installed: glibc looks up
LANGUAGE only; where a newer one does not under C.UTF-8, environment() makes a locale that has
translations. en_XA is nobody's, so that GTK's own strings stay English.

printf directives, markup, entities, addresses, and escapes stay what they are; a mnemonic's
underscore stays before its letter; the letters of a key such as <Control>o are left alone.
is_translated() says of a text that a person sees whether it went through this.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

LANGUAGE = 'en_XA'
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

PLAIN = 'abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ'
ACCENTED = 'áƀçďéƒĝĥíĵķłɱñóþŕšťúṽŵýžÁƁÇĎÉƑĜĤÍĴĶŁṀÑÓÞŔŠŤÚṼŴÝŽ'
ACCENTS = str.maketrans(PLAIN, ACCENTED)

# What means something to a program and not to a reader.
KEEP = re.compile(
    r"""%(?:\d+\$)?[-+ #0'I]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGaAcspnm%]
    | %[()\w-]+%?              # GLib's date formats, %B
    | </?[A-Za-z][^<>]*>       # markup, and <Control>
    | &(?:\w+|\#\d+|\#x[\da-fA-F]+);
    | \bhttps?://[^\s<>"')]+
    | \b[\w.+-]+@[\w.-]+\b
    | \\.""",
    re.VERBOSE,
)


def pseudo(text):
    """`text` in the language that nobody speaks. White space at either end stays outside."""
    core = text.strip()
    if not core:
        return text
    start = text.index(core)
    words = []
    end = 0
    for kept in KEEP.finditer(core):
        words += [core[end : kept.start()].translate(ACCENTS), kept.group()]
        end = kept.end()
    words.append(core[end:].translate(ACCENTS))
    # The semicolon that ends a list in a desktop entry must stay the end.
    said = ''.join(words)
    tail = ';' if said.endswith(';') else ''
    said = f'[{said[: len(said) - len(tail)]}]{tail}'
    return text[:start] + said + text[start + len(core) :]


def is_translated(text):
    """Whether a text on the screen has no letter left that pseudo() would have changed.

    Names, data, and keys are the caller's to leave out; digits and signs alone are no language.
    """
    return not any(letter in PLAIN for letter in KEEP.sub('', text))


def extract(template):
    """Writes the template of all strings of the tree, as `make pot` does."""
    command = ['xgettext', '--directory', ROOT, '--files-from', os.path.join(ROOT, 'po/POTFILES.in')]
    command += ['--package-name', 'lode', '--from-code', 'UTF-8', '--add-comments', '--output']
    # The same keywords as Meson's preset for GLib.
    keywords = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3']
    keywords += ['g_dpgettext2:2c,3', 'ngettext:1,2', 'Q_:1g']
    command += [template] + [f'--keyword={keyword}' for keyword in keywords]
    # Where po/its/ is: which text of the guide's pages is for translators.
    env = {**os.environ, 'GETTEXTDATADIRS': os.path.join(ROOT, 'po')}
    subprocess.run(command, check=True, env=env, stdin=subprocess.DEVNULL)


def unquote(line):
    """The text between the quotation marks of a line of a catalogue, escapes as they are."""
    return line[line.index('"') + 1 : line.rindex('"')]


def translate(template):
    """The catalogue, as text, that gives each message of the template its pseudo translation."""
    entries = []
    for block in re.split(r'\n\n+', template):
        fields = {}
        name = None
        for line in block.splitlines():
            head = re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) "', line)
            if head:
                name = head.group(1)
                fields[name] = unquote(line)
            elif line.startswith('"') and name:
                fields[name] += unquote(line)
        if fields.get('msgid'):
            entries.append((re.findall(r'^#,.*$', block, re.MULTILINE), fields))

    header = 'Language: en_XA\\nContent-Type: text/plain; charset=UTF-8\\n'
    header += 'Plural-Forms: nplurals=2; plural=(n != 1);\\n'
    lines = [f'msgid ""\nmsgstr "{header}"\n']
    for flags, fields in entries:
        lines += [flag.replace(', fuzzy', '') for flag in flags if flag != '#, fuzzy']
        lines += [f'{key} "{fields[key]}"' for key in ('msgctxt', 'msgid') if key in fields]
        if 'msgid_plural' in fields:
            lines.append(f'msgid_plural "{fields["msgid_plural"]}"')
            lines.append(f'msgstr[0] "{pseudo_escaped(fields["msgid"])}"')
            lines.append(f'msgstr[1] "{pseudo_escaped(fields["msgid_plural"])}"\n')
        else:
            lines.append(f'msgstr "{pseudo_escaped(fields["msgid"])}"\n')
    return '\n'.join(lines)


def pseudo_escaped(text):
    """pseudo() of a text in a catalogue's escapes; line breaks at either end stay at the end."""
    # A backslash before \n makes it two characters that are written about, not a line break.
    parts = re.fullmatch(r'((?:\\n)*)(.*?)((?:(?<!\\)\\n)*)', text, re.DOTALL)
    before, core, after = parts.groups()
    return before + pseudo(core) + after


def build(output, domain='lode', template=None):
    """Compiles the catalogue below the folder `output`; returns the catalogue's path."""
    folder = os.path.join(output, LANGUAGE, 'LC_MESSAGES')
    os.makedirs(folder, exist_ok=True)
    compiled = os.path.join(folder, domain + '.mo')
    with tempfile.TemporaryDirectory() as work:
        if template is None:
            template = os.path.join(work, 'template.pot')
            extract(template)
        with open(template, encoding='utf-8') as file:
            text = translate(file.read())
        catalogue = os.path.join(work, LANGUAGE + '.po')
        with open(catalogue, 'w', encoding='utf-8') as file:
            file.write(text)
        subprocess.run(['msgfmt', '--check-format', '--output-file', compiled, catalogue], check=True)
    return compiled


def environment(output):
    """The variables under which a program speaks the language that build() has put in `output`."""
    env = {'LC_ALL': 'C.UTF-8', 'LANGUAGE': LANGUAGE}
    command = ['gettext', '--domain=lode', 'Lode']
    look_up = {**os.environ, **env, 'TEXTDOMAINDIR': output}
    ran = subprocess.run(command, env=look_up, check=True, capture_output=True, text=True)
    if ran.stdout != 'Lode':
        return env

    command = ['localedef', '--no-archive', '-i', 'en_US', '-f', 'UTF-8', output + '/en_US.UTF-8']
    subprocess.run(command, check=True, capture_output=True)
    return {'LC_ALL': 'en_US.UTF-8', 'LANGUAGE': LANGUAGE, 'LOCPATH': output}


def main():
    parser = argparse.ArgumentParser(description='Makes a catalogue that shows what is untranslated.')
    parser.add_argument('--domain', default='lode')
    parser.add_argument('--template', help='take the strings from here, not from the tree')
    parser.add_argument('--output', required=True, metavar='DIR')
    options = parser.parse_args()
    print(build(options.output, options.domain, options.template))


if __name__ == '__main__':
    sys.exit(main())
