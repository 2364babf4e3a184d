#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the README promises: test-readme.py README LODE.

Its dataset is good, its commands end as it says, and the pictures it shows are there.
"""
import os
import re
import subprocess
import sys
import tempfile

import tap

README, LODE = sys.argv[1:3]

with open(README, encoding='utf-8') as file:
    TEXT = file.read()


def check(content):
    with tempfile.NamedTemporaryFile('w', suffix='.said-where.json') as file:
        file.write(content)
        file.flush()
        return subprocess.run([LODE, 'check', file.name], capture_output=True, text=True)


def test_example_is_good():
    (example,) = re.findall(r'```json\n(.*?)```', TEXT, re.DOTALL)
    result = check(example)
    assert result.returncode == 0, result.stdout + result.stderr


def test_exit_statuses():
    assert check('{ "format": "said-where/1" }').returncode == 1
    missing = subprocess.run([LODE, 'check', '/nowhere.json'], capture_output=True)
    assert missing.returncode == 2
    assert subprocess.run([LODE, 'check'], capture_output=True).returncode == 2
    mistyped = subprocess.run([LODE, 'chek', 'x'], capture_output=True, text=True)
    assert mistyped.returncode == 2 and 'check' in mistyped.stderr


def test_files_are_there():
    for path in re.findall(r'\]\(([^)#:]+)\)', TEXT):
        assert os.path.exists(os.path.join(os.path.dirname(README), path)), path


tap.run([test_example_is_good, test_exit_statuses, test_files_are_there])
