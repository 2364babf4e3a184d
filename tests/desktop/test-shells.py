# SPDX-License-Identifier: GPL-3.0-or-later
"""test-shells.py LODE DATA-SOURCE

What somebody at a prompt gets: the manual page is well-formed and speaks of each command and option
that the program's help has; bash and fish complete them, and zsh reads its file. A shell that is not
installed is left out.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

LODE, DATA = os.path.abspath(sys.argv[1]), sys.argv[2]
COMPLETIONS = os.path.join(DATA, 'completions')
MANUAL = os.path.join(DATA, 'man', 'lode.1')


def run(*command, **options):
    ran = subprocess.run(command, capture_output=True, text=True, timeout=120, **options)
    assert ran.returncode == 0, f'{command}: {ran.returncode}\n{ran.stdout}{ran.stderr}'
    return ran.stdout


def at_a_prompt(folder, shell, script):
    """Runs a script in a folder where `lode` is the program and there are two files."""
    os.makedirs(os.path.join(folder, 'bin'), exist_ok=True)
    link = os.path.join(folder, 'bin', 'lode')
    if not os.path.lexists(link):
        os.symlink(LODE, link)
    for name in ('nz.said-where.json', 'notes.txt'):
        with open(os.path.join(folder, name), 'w', encoding='utf-8'):
            pass
    env = dict(os.environ, PATH=f'{folder}/bin:{os.environ["PATH"]}', HOME=folder, TERM='dumb')
    return run(*shell, script, env=env, cwd=folder)


def commands():
    return re.findall(r'^  lode ([a-z][a-z-]*) ', run(LODE, '--help'), re.MULTILINE)


def options(*words):
    found = re.findall(r'^  (?:-[a-z], )?(--[a-z-]+)', run(LODE, *words, '--help'), re.MULTILINE)
    # GApplication's own, which are not for people.
    return [option for option in found if not option.startswith('--help-')]


def test_manual_is_well_formed():
    run('mandoc', '-T', 'lint', '-W', 'warning', MANUAL)


def test_manual_is_complete():
    text = run('mandoc', '-T', 'utf8', MANUAL)
    text = re.sub('.\b', '', text)
    assert commands() and options('check'), 'the help has them'
    for command in commands():
        assert re.search(rf'^\s+{command} ', text, re.MULTILINE), command
        for option in options(command):
            assert option in text, (command, option)
    for option in options():
        assert option in text, option


def assert_completions(complete):
    """`complete` gives the words that a shell offers for a line."""
    assert set(commands()) <= complete('lode ') and 'nz.said-where.json' in complete('lode ')
    assert complete('lode che') == {'check'}
    assert {word.rstrip('=') for word in complete('lode --')} >= set(options())
    assert complete('lode --new') == {'--new-window'}
    assert {word.rstrip('=') for word in complete('lode check --')} >= set(options('check'))
    assert complete('lode check --st') == {'--strict'}
    # A command has its own options, and the window's are not among them.
    assert '--new-window' not in complete('lode check --')
    assert complete('lode check nz') == {'nz.said-where.json'}


def test_bash():
    loader = '/usr/share/bash-completion/bash_completion'
    if not os.path.exists(loader):
        return

    def complete(line):
        words = line.split(' ')
        quoted = ' '.join(f"'{word}'" for word in words)
        script = f'''. {loader}; . {COMPLETIONS}/lode
compopt () {{ :; }}
COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1} COMP_LINE='{line}' COMP_POINT={len(line)}
_lode lode '{words[-1]}' '{words[-2]}'
printf '%s\\n' "${{COMPREPLY[@]}}"'''
        with tempfile.TemporaryDirectory() as folder:
            shell = ['bash', '--norc', '--noprofile', '-O', 'extglob', '-c']
            return set(at_a_prompt(folder, shell, script).split())

    assert_completions(complete)
    assert 'notes.txt' not in complete('lode ')


def test_fish():
    if shutil.which('fish') is None:
        return

    run('fish', '--no-execute', os.path.join(COMPLETIONS, 'lode.fish'))

    def complete(line):
        script = f"source {COMPLETIONS}/lode.fish; complete -C '{line}'"
        with tempfile.TemporaryDirectory() as folder:
            said = at_a_prompt(folder, ['fish', '--no-config', '-c'], script)
        return {entry.split('\t')[0] for entry in said.splitlines()}

    assert_completions(complete)


def test_zsh():
    if shutil.which('zsh') is None:
        return

    run('zsh', '-n', os.path.join(COMPLETIONS, '_lode'))


tap.run([
    test_manual_is_well_formed,
    test_manual_is_complete,
    test_bash,
    test_fish,
    test_zsh,
])
