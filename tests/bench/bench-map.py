#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-map.py PAN_MAP [TURNS [SECONDS]]: the map in motion with many places, against none.

All numbers of places are shown in turn in one process, TURNS times. The same frame can take twice as
long for half a minute, or for a second, for what else the machine does: of all turns the quickest
counts for each frame, and the median of all frames is given. Frames are in milliseconds of the main
thread's own time.

A headless X server has no GPU. What stands in for it paints in two threads beside the main one and,
on two cores, makes it slower by more than a half or not, as they happen to meet: that is not the
program's work, and with a GPU there is none of it. So GL is measured with Mesa's driver that does
everything but paint; with the software driver it is measured as well, for whoever has no GPU, to no
budget. That driver takes megabytes for a frame, which glibc gives back to the system and takes again,
a thousand pages, or keeps, as the heap happens to lie; it is told to keep it.

Then how long it takes until the map is complete after a jump, medians of three processes; and with the
most places the memory after SECONDS of panning at random, and after four times as many: 60 makes it
four minutes.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = (0, 10, 1000, 10000)
BUDGET = 1.3
KEEP_MEMORY = {'MALLOC_TRIM_THRESHOLD_': str(256 << 20), 'MALLOC_MMAP_THRESHOLD_': str(32 << 20)}
RENDERERS = {
    'cairo': {'GSK_RENDERER': 'cairo'},
    'gl': {'GSK_RENDERER': 'gl', 'GALLIUM_NOOP': '1'},
    'gl, software': {'GSK_RENDERER': 'gl'},
}


def make(folder, places):
    path = folder / f'{places}.said-where.json'
    generator = pathlib.Path(__file__).with_name('make-dataset.py')
    with open(path, 'wb') as file:
        subprocess.run(
            [sys.executable, generator, '--statements', '100', '--places', str(places)],
            check=True, stdout=file)
    return path


def run(program, renderer, *arguments):
    """The figures that the program prints, a list for each line."""
    result = subprocess.run(
        [program, *map(str, arguments)],
        env={**os.environ, **KEEP_MEMORY, **RENDERERS[renderer]},
        check=True, stdout=subprocess.PIPE, text=True)
    return [[float(figure) for figure in line.split()] for line in result.stdout.splitlines()]


def print_row(title, size, figure, none):
    print(f'{title:21} {size:7,} {figure:8.2f} {figure / none:7.2f}')


def print_frames(program, paths, turns):
    print(f'{turns} turns; panning with {SIZES[-1]:,} places: budget {BUDGET} × none')
    print(f'{"":21} {"places":>7} {"ms":>8} {"× none":>7}')
    for renderer in RENDERERS:
        figures = run(program, renderer, 'frames', turns, *paths)
        for what, column in (('pan', 0), ('zoom', 1)):
            for size, figure in zip(SIZES, figures):
                print_row(f'{renderer}: {what}', size, figure[column], figures[0][column])


def print_jumps(program, paths):
    for renderer in ('cairo', 'gl, software'):
        turns = [[run(program, renderer, 'jumps', path)[0][0] for path in paths] for _ in range(3)]
        medians = [statistics.median(column) for column in zip(*turns)]
        for size, median in zip(SIZES, medians):
            print_row(f'{renderer}: jump', size, median, medians[0])


def print_memory(program, path, seconds):
    before, after = run(program, 'cairo', 'memory', seconds, path)[0]
    print(f'memory (PSS) with {SIZES[-1]:,} places after {seconds} s and {4 * seconds} s of '
          f'panning: {before / 1024:.1f} MiB, {after / 1024:.1f} MiB, ratio {after / before:.2f}')


def main():
    program = sys.argv[1]
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        paths = [make(pathlib.Path(folder), size) for size in SIZES]
        print_frames(program, paths, turns)
        print_jumps(program, paths)
        print_memory(program, paths[-1], seconds)


main()
