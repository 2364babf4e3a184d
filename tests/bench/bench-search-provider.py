#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-search-provider.py LODE [RUNS]: how long the desktop's search waits for its first answer.

From the call to the answer, when the bus has to start the provider first (cold) and when it runs
(warm).
"""
import os
import signal
import statistics
import sys
import time

from gi.repository import Gio, GLib

NAME = 'io.github.lodemap.Lode.SearchProvider'
PATH = '/io/github/lodemap/Lode/SearchProvider'
BUS = ('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus')
TERMS = GLib.Variant('(as)', (['antimony'],))


def ask(bus):
    before = time.perf_counter()
    interface = 'org.gnome.Shell.SearchProvider2'
    answer = bus.call_sync(
        NAME, PATH, interface, 'GetInitialResultSet', TERMS, None, Gio.DBusCallFlags.NONE, 10000
    )
    assert answer.unpack()[0], 'nothing was found'
    return (time.perf_counter() - before) * 1000


def end(bus):
    argument = GLib.Variant('(s)', (NAME,))
    method = 'GetConnectionUnixProcessID'
    answer = bus.call_sync(*BUS, method, argument, None, Gio.DBusCallFlags.NONE, -1)
    os.kill(answer.unpack()[0], signal.SIGTERM)
    while bus.call_sync(
        *BUS, 'NameHasOwner', argument, None, Gio.DBusCallFlags.NONE, -1
    ).unpack()[0]:
        time.sleep(0.005)


def main():
    lode = os.path.abspath(sys.argv[1])
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    # Where the bus of with-display looks, besides the system's folders.
    services = os.path.join(os.environ['XDG_DATA_HOME'], 'dbus-1', 'services')
    os.makedirs(services)
    with open(os.path.join(services, NAME + '.service'), 'w') as file:
        file.write(f'[D-BUS Service]\nName={NAME}\nExec={lode} search-provider\n')
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.call_sync(*BUS, 'ReloadConfig', None, None, Gio.DBusCallFlags.NONE, -1)
    cold, warm = [], []
    ask(bus)  # once for the disk cache
    for _ in range(runs):
        end(bus)
        cold.append(ask(bus))
        warm.append(ask(bus))
    print(f'first answer, medians of {runs}: cold {statistics.median(cold):.1f} ms'
          f' (at most {max(cold):.1f}; budget 100), warm {statistics.median(warm):.1f} ms')


main()
