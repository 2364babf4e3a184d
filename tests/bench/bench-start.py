#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-start.py START_WINDOW [RUNS]: time to a complete window and memory, Lode against an empty one.

The two take turns, and medians are compared: a figure says something only beside the other one of
the same run.
"""
import os
import statistics
import subprocess
import sys
import time


def start(program, what):
    env = {**os.environ, 'START_US': str(time.monotonic_ns() // 1000)}
    result = subprocess.run([program, what], env=env, check=True, capture_output=True, text=True)
    milliseconds, kibibytes = result.stdout.split()
    return float(milliseconds), int(kibibytes)


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 25
    figures = {'empty': [], 'lode': []}
    for what in figures:
        start(program, what)  # once for the disk cache
    for _ in range(runs):
        for what, list_ in figures.items():
            list_.append(start(program, what))

    median = {
        what: [statistics.median(column) for column in zip(*list_)]
        for what, list_ in figures.items()
    }
    print(f'{"medians of " + str(runs):24} {"empty":>10} {"lode":>10} {"ratio":>7} {"budget":>7}')
    rows = (('complete window, ms', 0, 1, 1.25), ('memory (PSS), MiB', 1, 1024, 1.4))
    for title, column, unit, budget in rows:
        empty, lode = (median[what][column] / unit for what in ('empty', 'lode'))
        print(f'{title:24} {empty:10.1f} {lode:10.1f} {lode / empty:7.2f} {budget:7.2f}')


main()
