#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-map.py PAN_MAP [RUNS [SECONDS]]: the map in motion with many places, against none.

Each number of places and each renderer of GTK's takes its turn, in a process of its own, and
medians are compared. Frames are in milliseconds of the main thread's own time; a headless X server
has no GPU, so that GL's own work is done in threads that do not count here. The memory of what
stands in for the GPU is not to count either: it takes megabytes for a frame, which glibc gives back
to the system and takes again, a thousand pages, or keeps, as the heap happens to lie. A frame can
take twice as long for it; so glibc is told to keep it, whatever the number of places.

Then, with the most places, the memory after SECONDS of panning at random, and after four times as
many: 60 makes it four minutes.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

SIZES = (0, 10, 1000, 10000)
RENDERERS = ('cairo', 'gl')
BUDGET = 1.3
KEEP_MEMORY = {'MALLOC_TRIM_THRESHOLD_': str(256 << 20), 'MALLOC_MMAP_THRESHOLD_': str(32 << 20)}


def make(folder, places):
    path = folder / f'{places}.said-where.json'
    generator = pathlib.Path(__file__).with_name('make-dataset.py')
    with open(path, 'wb') as file:
        subprocess.run(
            [sys.executable, generator, '--statements', '100', '--places', str(places)],
            check=True, stdout=file)
    return path


def pan(program, path, renderer, seconds=0, environment=None):
    result = subprocess.run(
        [program, path, str(seconds)],
        env={**os.environ, 'GSK_RENDERER': renderer, **(environment or {})},
        check=True, stdout=subprocess.PIPE, text=True)
    return [float(figure) for figure in result.stdout.split()]


def print_frames(program, paths, runs):
    figures = {(renderer, path): [] for renderer in RENDERERS for path in paths}
    for _ in range(runs):
        for (renderer, path), list_ in figures.items():
            list_.append(pan(program, path, renderer, environment=KEEP_MEMORY))

    print(f'medians of {runs}; panning with {SIZES[-1]:,} places: budget {BUDGET} × none')
    print(f'{"":8} {"places":>7} {"pan, ms":>9} {"× none":>7} {"zoom, ms":>9} {"× none":>7} '
          f'{"jump, ms":>9} {"× none":>7}')
    for renderer in RENDERERS:
        none = None
        for size, path in zip(SIZES, paths):
            medians = [statistics.median(column) for column in zip(*figures[renderer, path])]
            none = none or medians
            cells = ' '.join(f'{one:9.2f} {one / other:7.2f}'
                             for one, other in zip(medians, none))
            print(f'{renderer:8} {size:7,} {cells}')


def print_memory(program, path, seconds):
    before, after = pan(program, path, 'cairo', seconds)[3:]
    print(f'memory (PSS) with {SIZES[-1]:,} places after {seconds} s and {4 * seconds} s of '
          f'panning: {before / 1024:.1f} MiB, {after / 1024:.1f} MiB, ratio {after / before:.2f}')


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 10
    with tempfile.TemporaryDirectory() as folder:
        paths = [make(pathlib.Path(folder), size) for size in SIZES]
        print_frames(program, paths, runs)
        print_memory(program, paths[-1], seconds)


main()
