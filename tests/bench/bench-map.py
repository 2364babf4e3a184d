#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-map.py PAN_MAP [TURNS [SECONDS]]: the map in motion with many places, against none.

All numbers of places are shown in turn in one process, TURNS times; a figure is divided by that of
none in the same turn, and medians are given. What else the machine does, which can make a frame take
twice as long for half a minute, so meets all alike. Frames are in milliseconds of the main thread's
own time.

A headless X server has no GPU. What stands in for it paints in two threads beside the main one and,
on two cores, slows it down by a half or not, as they happen to meet: that is not the program's work,
and with a GPU there is none of it. So GL is measured with Mesa's driver that does everything but
paint; with the software driver it is measured as well, for whoever has no GPU, to no budget. That
driver takes megabytes for a frame, which glibc gives back to the system and takes again, a thousand
pages, or keeps, as the heap happens to lie; it is told to keep it.

Then how long it takes until the map is complete after a jump, also in turns; and with the most places
the memory after SECONDS of panning at random, and after four times as many: 60 makes it four minutes.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = (0, 10000, 10, 1000)
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


def print_medians(title, turns):
    """turns: a list of figures for each turn, in the order of SIZES."""
    for size, column in sorted(zip(SIZES, zip(*turns))):
        ratios = [figure / turn[0] for figure, turn in zip(column, turns)]
        print(f'{title:21} {size:7,} {statistics.median(column):8.2f} '
              f'{statistics.median(ratios):7.2f}  {min(ratios):.2f} to {max(ratios):.2f}')


def print_frames(program, paths, turns):
    print(f'medians of {turns} turns; panning with {max(SIZES):,} places: budget {BUDGET} × none')
    print(f'{"":21} {"places":>7} {"ms":>8} {"× none":>7}  turns')
    for renderer in RENDERERS:
        lines = run(program, renderer, 'frames', turns, *paths)
        for what, column in (('pan', 0), ('zoom', 1)):
            figures = [line[column] for line in lines]
            print_medians(f'{renderer}: {what}', [figures[at:at + len(SIZES)]
                                                  for at in range(0, len(figures), len(SIZES))])


def print_jumps(program, paths, turns):
    for renderer in ('cairo', 'gl, software'):
        print_medians(f'{renderer}: jump', [[run(program, renderer, 'jumps', path)[0][0]
                                             for path in paths] for _ in range(turns)])


def print_memory(program, path, seconds):
    before, after = run(program, 'cairo', 'memory', seconds, path)[0]
    print(f'memory (PSS) with {max(SIZES):,} places after {seconds} s and {4 * seconds} s of '
          f'panning: {before / 1024:.1f} MiB, {after / 1024:.1f} MiB, ratio {after / before:.2f}')


def main():
    program = sys.argv[1]
    turns = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        paths = [make(pathlib.Path(folder), size) for size in SIZES]
        print_frames(program, paths, turns)
        print_jumps(program, paths, 3)
        print_memory(program, paths[SIZES.index(max(SIZES))], seconds)


main()
