# SPDX-License-Identifier: GPL-3.0-or-later
"""Test cases as functions, their results as TAP: run([test_one, test_two])."""
import sys
import traceback


def run(cases):
    """Runs each function in order; never returns. The name and the first line of its
    documentation say what a case is about."""
    failed = 0
    print(f'1..{len(cases)}', flush=True)
    for number, case in enumerate(cases, 1):
        name = case.__name__.removeprefix('test_').replace('_', '-')
        try:
            case()
            print(f'ok {number} {name}', flush=True)
        except Exception:
            failed += 1
            print(f'not ok {number} {name}', flush=True)
            for line in traceback.format_exc().splitlines():
                print(f'# {line}', flush=True)
    sys.exit(1 if failed else 0)
