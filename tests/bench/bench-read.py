#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-read.py READ_DATASET [RUNS]: Lode's reading of large datasets against json-glib's own parse.

The two take turns, each in a process of its own, and medians are compared. Times are of the
processor, so that what else the machine does tells less; memory is what the process grew by.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = ((1000, 100, 50), (10000, 1000, 200), (100000, 10000, 1000))
MIB = 1024 * 1024


def make(folder, statements, places, actors):
    path = folder / f'{statements}.said-where.json'
    generator = pathlib.Path(__file__).with_name('make-dataset.py')
    with open(path, 'wb') as file:
        subprocess.run(
            [sys.executable, generator, '--statements', str(statements),
             '--places', str(places), '--actors', str(actors)],
            check=True, stdout=file)
    return path


def read(program, how, path):
    result = subprocess.run([program, how, path], check=True, capture_output=True, text=True)
    return [float(figure) for figure in result.stdout.split()]


def measure(program, path, runs):
    figures = {'json-glib': [], 'lode': []}
    for _ in range(runs):
        for how, list_ in figures.items():
            list_.append(read(program, how, path))
    return {how: [statistics.median(column) for column in zip(*list_)]
            for how, list_ in figures.items()}


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    print(f'{"medians of " + str(runs):>12} {"":>9} {"json-glib":>10} {"lode":>10} '
          f'{"time":>6} {"memory at most, x file":>23} {"kept, x file":>13}')
    print(f'{"statements":>12} {"MiB":>9} {"ms":>10} {"ms":>10} '
          f'{"ratio":>6} {"json-glib":>12} {"lode":>10} {"lode":>13}')
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            path = make(pathlib.Path(folder), *size)
            length = os.path.getsize(path)
            median = measure(program, path, runs)
            theirs, ours = median['json-glib'], median['lode']
            peaks = [how[2] * 1024 / length for how in (theirs, ours)]
            print(f'{size[0]:12,} {length / MIB:9.1f} {theirs[0]:10.1f} {ours[0]:10.1f} '
                  f'{ours[0] / theirs[0]:6.2f} {peaks[0]:12.2f} {peaks[1]:10.2f} '
                  f'{ours[3] * 1024 / length:13.2f}', flush=True)
    print('budgets at 100,000: time 1.50, memory 3.00')


main()
