# SPDX-License-Identifier: GPL-3.0-or-later
"""test-with-display.py WITH-DISPLAY: what the tests rely on of the display that they run on."""
import os
import signal
import subprocess
import sys
import time

import tap

WITH_DISPLAY = sys.argv[1]


def run(script, *options, **env):
    command = [WITH_DISPLAY, *options, '--', 'bash', '-c', script]
    env = dict(os.environ, **env)
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


def test_exit_status():
    assert run('exit 0').returncode == 0
    assert run('exit 7').returncode == 7


def test_output():
    """Both streams come through whole, and only they."""
    ran = run('echo out; echo err >&2')
    assert (ran.stdout, ran.stderr) == ('out\n', 'err\n'), ran


def test_size():
    ran = run('xdotool getdisplaygeometry', '--size', '640x480')
    assert ran.stdout == '640 480\n', ran


def test_isolation():
    """An own home, an own bus and an own display; nothing is left of them."""
    script = 'echo $HOME; echo $XDG_CONFIG_HOME; echo $DBUS_SESSION_BUS_ADDRESS; echo $DISPLAY'
    ran = run(script, DISPLAY=':7777', DBUS_SESSION_BUS_ADDRESS='unix:path=/nowhere', HOME='/')
    home, config, bus, display = ran.stdout.split('\n')[:4]
    assert home != '/' and config.startswith(os.path.dirname(home)), ran
    assert bus.startswith('unix:') and 'nowhere' not in bus, ran
    assert display not in (':7777', ''), ran
    assert not os.path.exists(home) and not os.path.exists(config)


def test_killed():
    """Stopped from outside, as by a timeout, it takes its display with it."""
    command = [WITH_DISPLAY, '--', 'sh', '-c', 'echo $HOME; exec sleep 60']
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    home = process.stdout.readline().strip()
    assert os.path.isdir(home), home
    os.killpg(process.pid, signal.SIGTERM)
    assert process.wait(30) == 128 + signal.SIGTERM, process.returncode
    process.stdout.close()
    end = time.monotonic() + 10
    while os.path.exists(home):
        assert time.monotonic() < end, home
        time.sleep(0.05)


tap.run([test_exit_status, test_output, test_size, test_isolation, test_killed])
