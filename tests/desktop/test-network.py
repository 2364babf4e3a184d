#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-network.py LODE: with the settings as they come, the program talks to nobody.

It is used under strace, and every socket that it opens must be one of this machine's own: the
display, the bus, the accessibility bus.
"""
import os
import re
import subprocess
import sys
import tempfile

import tap
from uibox import App

LODE = sys.argv[1]
# -D: the program stays the process that was started, and the tracer goes aside.
STRACE = ['strace', '-D', '-f', '-qq', '-s', '256', '-e', 'trace=socket,connect,sendto']
LOCAL = re.compile(r'/(X\d+|bus|bus_\d+|.*dbus.*|.*at-spi.*)"')


def strangers(log):
    """The lines of a trace that are about more than this machine's own sockets."""
    found = []
    with open(log, encoding='utf-8', errors='replace') as file:
        for line in file:
            opened = re.search(r'\bsocket\((\w+)', line)
            address = re.search(r'sa_family=(\w+)', line)
            if opened and opened[1] not in ('AF_UNIX', 'AF_LOCAL'):
                found.append(line)
            elif address and address[1] not in ('AF_UNIX', 'AF_LOCAL'):
                found.append(line)
            elif address and 'connect(' in line and not LOCAL.search(line):
                found.append(line)
    return found


def test_trace_shows_a_stranger():
    """The trace and the rule see what they are there for."""
    connect = 'import socket; socket.socket().connect_ex(("127.0.0.1", 9))'
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'trace')
        command = ['strace', *STRACE[2:], '-o', log, sys.executable, '-c', connect]
        subprocess.run(command, check=True, timeout=60)
        assert any('AF_INET' in line for line in strangers(log))


def test_reading_searching_and_comparing_stay_at_home():
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'trace')
        with App(*STRACE, '-o', log, LODE) as app:
            app.click(app.get('push button', re.compile('^Otago: ')))
            app.get('heading', 'About this place')
            app.key('ctrl+f')
            app.type('antimony')
            app.settle()
            app.key('alt+2')
            app.get('push button', re.compile('^Josie Vidal, '))
        with open(log, encoding='utf-8', errors='replace') as file:
            assert 'AF_UNIX' in file.read(), 'nothing was traced'
        assert not strangers(log), ''.join(strangers(log))


tap.run([test_trace_shows_a_stranger, test_reading_searching_and_comparing_stay_at_home])
