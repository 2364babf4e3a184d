#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-scroll.py SCROLL_WINDOW [RUNS]: opening and scrolling 100,000 statements, against 100.

The two take turns, each in a process of its own, and medians are compared. Times are milliseconds
of the main thread's own time; half of a frame and more is drawing it without a GPU, as a headless X
server has none.
"""
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = ((100, 30, 20), (100000, 10000, 1000))
ROWS = (
    ('main loop at work without a break, at most: opening', 0),
    ('  selecting a place', 1),
    ('  opening another file, letting go of this one', 2),
    ('frames of scrolling over 16.7 ms, of 240', 3),
    ('frame of scrolling, median ms', 4),
    ('frame of scrolling, longest ms', 5),
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
    print(f'{title:54} {SIZES[0][0]:>10,} {SIZES[1][0]:>10,}')
    for title, column in ROWS:
        print(f'{title:54} {medians[0][column]:10.1f} {medians[1][column]:10.1f}')


main()
