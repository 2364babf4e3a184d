#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the map from the command line, where there is no display: test-picture.py LODE."""
import os
import subprocess
import sys
import tempfile
import xml.dom.minidom

import tap

LODE = sys.argv[1]


def export(*arguments):
    environment = {name: value for name, value in os.environ.items()
                   if name not in ('DISPLAY', 'WAYLAND_DISPLAY')}
    return subprocess.run([LODE, 'export', *arguments], capture_output=True, env=environment)


def test_png():
    """Twice as fine as the screen, on the standard output."""
    result = export('--format=png')
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(b'\x89PNG\r\n\x1a\n')
    assert int.from_bytes(result.stdout[16:20], 'big') == 2 * 960


def test_svg():
    result = export('--format=svg')
    assert result.returncode == 0, result.stderr
    root = xml.dom.minidom.parseString(result.stdout).documentElement
    assert root.tagName == 'svg'
    assert len(root.getElementsByTagName('path')) > 100


def test_pdf_into_a_file():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'map.pdf')
        result = export('--format=pdf', '--output', path)
        assert result.returncode == 0, result.stderr
        assert result.stdout == b''
        with open(path, 'rb') as file:
            assert file.read(5) == b'%PDF-'


def test_no_part_of_a_dataset():
    result = export('--format=svg', 'antimony')
    assert result.returncode == 2, result
    assert b'leave the query out' in result.stderr


def test_no_such_folder():
    result = export('--format=png', '--output=/no/such/folder/map.png')
    assert result.returncode == 1, result
    assert result.stderr.startswith(b'lode export: ')


tap.run([test_png, test_svg, test_pdf_into_a_file, test_no_part_of_a_dataset,
         test_no_such_folder])
