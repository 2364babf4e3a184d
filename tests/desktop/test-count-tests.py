# SPDX-License-Identifier: GPL-3.0-or-later
"""The last line of .ci/run must not call a bad run good."""
import os
import subprocess
import sys
import tempfile

import tap

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
COUNT = os.path.join(ROOT, 'build-aux', 'count-tests')
CASES = '<testcase name="a"/><testcase name="b"/>'


def count(cases, results, status=0):
    """(exit status, line) for a build folder with these cases and programs' results."""
    with tempfile.TemporaryDirectory() as folder:
        logs = os.path.join(folder, 'meson-logs')
        os.mkdir(logs)
        if cases is not None:
            with open(os.path.join(logs, 'testlog.junit.xml'), 'w', encoding='utf-8') as file:
                file.write(f'<testsuites><testsuite name="x">{cases}</testsuite></testsuites>')
        with open(os.path.join(logs, 'testlog.json'), 'w', encoding='utf-8') as file:
            file.writelines(f'{{"result": "{result}"}}\n' for result in results)
        command = [sys.executable, COUNT, '--status', str(status), folder]
        ran = subprocess.run(command, capture_output=True, text=True)
        return ran.returncode, ran.stdout.strip()


def test_good():
    assert count(CASES, ['OK']) == (0, '2 passed, 0 failed')


def test_skipped():
    skipped = CASES + '<testcase name="c"><skipped/></testcase>'
    assert count(skipped, ['OK']) == (0, '2 passed, 0 failed, 1 skipped')


def test_failed():
    failed = CASES + '<testcase name="c"><failure/></testcase>'
    assert count(failed, ['FAIL']) == (1, '2 passed, 1 failed')


def test_crashed_after_its_cases():
    assert count(CASES, ['OK', 'ERROR', 'TIMEOUT']) == (1, '2 passed, 2 failed')


def test_not_built():
    assert count(CASES, ['OK'], status=2) == (1, '2 passed, 1 failed')


def test_nothing_ran():
    assert count(None, []) == (1, '0 passed, 0 failed')


tap.run(
    [
        test_good,
        test_skipped,
        test_failed,
        test_crashed_after_its_cases,
        test_not_built,
        test_nothing_ran,
    ]
)
