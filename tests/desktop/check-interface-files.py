# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks each .ui file below a folder against GTK's RELAX NG schema, one TAP case a file.

gtk4-builder-tool would need a display, and does not know the types of libadwaita. Whether a template
fits its class the tests of that class show.
"""
import glob
import os
import subprocess
import sys

SCHEMA = 'share/gtk-4.0/gtk4builder.rng'


def main(folder):
    prefix = subprocess.run(
        ['pkg-config', '--variable=prefix', 'gtk4'], check=True, capture_output=True, text=True
    ).stdout.strip()
    schema = os.path.join(prefix, SCHEMA)
    files = sorted(glob.glob(os.path.join(folder, '**', '*.ui'), recursive=True))
    if not files:
        print('1..0 # SKIP no interface files')
        return 0
    print(f'1..{len(files)}')
    failed = 0
    for number, file in enumerate(files, 1):
        command = ['xmllint', '--noout', '--nonet', '--relaxng', schema, file]
        result = subprocess.run(command, capture_output=True, text=True)
        failed += result.returncode != 0
        good = 'ok' if result.returncode == 0 else 'not ok'
        print(f'{good} {number} {os.path.relpath(file, folder)}')
        if result.returncode != 0:
            print(*('# ' + line for line in result.stderr.splitlines()), sep='\n')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
