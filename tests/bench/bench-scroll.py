#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-scroll.py SCROLL_WINDOW [RUNS]: opening and scrolling 100,000 statements, against 100.

The two take turns, each in a process of its own, and medians are compared.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = ((100, 30, 20), (100000, 10000, 1000))
ROWS = (
    ('longest stop of the main loop while opening, ms', 0),
    ('frames of scrolling over 16.7 ms, of 240', 1),
    ('frame of scrolling, median ms', 2),
    ('frame of scrolling, longest ms', 3),
)


def make(folder, statements, places, actors):
    path = folder / f'{statements}.said-where.json'
    generator = pathlib.Path(__file__).with_name('make-dataset.py')
    with open(path, 'wb') as file:
        subprocess.run(
            [sys.executable, generator, '--statements', str(statements),
             '--places', str(places), '--actors', str(actors)],
            check=True, stdout=file)
    return path


def scroll(program, path):
    result = subprocess.run([program, path], check=True, capture_output=True, text=True)
    return [float(figure) for figure in result.stdout.split()]


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        paths = [make(pathlib.Path(folder), *size) for size in SIZES]
        figures = [[] for _ in paths]
        for _ in range(runs):
            for path, list_ in zip(paths, figures):
                list_.append(scroll(program, path))
    medians = [[statistics.median(column) for column in zip(*list_)] for list_ in figures]
    title = f'medians of {runs}'
    print(f'{title:48} {SIZES[0][0]:>10,} {SIZES[1][0]:>10,}')
    for title, column in ROWS:
        print(f'{title:48} {medians[0][column]:10.1f} {medians[1][column]:10.1f}')


main()
