#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test-flatpak.py REPOSITORY STATE OUTPUT [--until CASE]: the cases of test.sh, which prepares them.

As an ordinary user, in a home and with Flatpak installations that are thrown away. Each case goes on
where the one before has ended. With --until, none after CASE.
"""
import configparser
import gettext
import json
import os
import pathlib
import re
import subprocess
import sys

import tap
from uibox import App, RunningApp, until

REPOSITORY, STATE, OUTPUT = sys.argv[1:4]
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ID = 'io.github.lodemap.Lode'
DEVEL = ID + '.Devel'
MEDIA_TYPE = 'application/vnd.said-where+json'
HOME = os.environ['HOME']
EXPORTS = os.path.join(os.environ['FLATPAK_USER_DIR'], 'exports', 'share')
HOST_SERVICE = 'org.freedesktop.Flatpak'

# Debian's flatpak asks the parental controls before it installs, on the system's bus: any will do.
os.environ['DBUS_SYSTEM_BUS_ADDRESS'] = os.environ['DBUS_SESSION_BUS_ADDRESS']
# Where a desktop has it: in the sandbox it is there, too, and documents are forwarded by that path.
os.environ['XDG_RUNTIME_DIR'] = f'/run/user/{os.getuid()}'


def run(*command, timeout=120):
    """Standard output of a command that must succeed."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=timeout)
    assert ran.returncode == 0, f'{command}: {ran.returncode}\n{ran.stdout}{ran.stderr}'
    return ran.stdout


def flatpak(*arguments, timeout=120):
    return run('flatpak', *arguments, timeout=timeout)


def in_sandbox(script, *arguments):
    """What a shell in the sandbox says."""
    return flatpak('run', '--command=sh', *arguments, ID, '-c', script)


def running(app=ID):
    return app in flatpak('ps', '--columns=application').split()


def leave(app=ID):
    """Quits it; the next case starts afresh."""
    run('gapplication', 'action', app, 'quit')
    until(lambda: not running(app), f'{app} gone')
    session = pathlib.Path(f'{HOME}/.var/app/{app}/.local/state/lode/session.ini')
    session.unlink(missing_ok=True)  # who quits before the window is filled leaves none


class SandboxedApp(RunningApp):
    """The program in its sandbox: its process ids there are not the host's."""

    def __init__(self, name='lode'):
        self.name = name
        super().__init__(os.getpid())

    def _find_app(self):
        desktop = self.desktop()
        for i in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(i)
            if app and app.get_name() in (self.name, ID, DEVEL):
                return app
        return None

    def desktop(self):
        import gi

        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi

        return Atspi.get_desktop(0)

    def _find_window(self):
        name = '^' + re.escape(self.frame.get_name()) + '$'
        command = ['xdotool', 'search', '--onlyvisible', '--name', name]
        found = subprocess.run(command, capture_output=True, text=True).stdout.split()
        return found[-1] if found else None


def read_otago(app):
    """Clicks the marker of Otago, and reads what was said there."""
    app.click(app.get('push button', re.compile('^Otago: tungsten')))
    app.get('heading', 'About this place')
    app.get('label', re.compile('a big deposit of Tungsten'))


def built(app):
    """The manifest, made into one file."""
    script = os.path.join(ROOT, 'flatpak', 'build.sh')
    run(script, '--remote', 'standin', '--state', STATE, '--output', OUTPUT, app, timeout=1500)
    return os.path.join(OUTPUT, app + '.flatpak')


# The cases, in their order


def test_build():
    names = ['DISPLAY', 'XDG_RUNTIME_DIR', 'FLATPAK_USER_DIR', 'FLATPAK_SYSTEM_DIR', 'HOME']
    run('dbus-update-activation-environment', *names, 'GDK_BACKEND', 'GTK_A11Y', 'GSK_RENDERER')
    flatpak('remote-add', '--user', '--no-gpg-verify', 'standin', REPOSITORY)
    # Exported files start "flatpak run", which looks into the system's installation, too.
    run('ostree', 'init', '--mode=bare-user-only', '--repo', os.environ['FLATPAK_SYSTEM_DIR'] + '/repo')
    assert os.path.getsize(built(ID)) > 100_000


def test_install():
    """The file alone is enough, where the runtime is there."""
    bundle = os.path.join(OUTPUT, ID + '.flatpak')
    flatpak('install', '--user', '-y', '--noninteractive', '--bundle', bundle)
    assert f'app/{ID}/' in flatpak('info', '--show-ref', ID)


def read_desktop_entry(app):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(os.path.join(EXPORTS, 'applications', app + '.desktop'), encoding='utf-8')
    return parser


def read_icon(app):
    with open(os.path.join(EXPORTS, 'icons/hicolor/scalable/apps', app + '.svg'), encoding='utf-8') as file:
        return file.read()


def test_exports():
    """What the desktop gets to see: the menu's entry, icons, metainfo, service and media type."""
    path = os.path.join(EXPORTS, 'applications', ID + '.desktop')
    run('desktop-file-validate', path)
    entry = read_desktop_entry(ID)
    assert entry['Desktop Entry']['Icon'] == ID
    for section in entry.sections():
        assert re.search(rf'flatpak run .*--command=lode .*{re.escape(ID)}', entry[section]['Exec'])
    for icon in (f'scalable/apps/{ID}', f'symbolic/apps/{ID}-symbolic', f'scalable/mimetypes/{ID}.dataset'):
        assert os.path.getsize(os.path.join(EXPORTS, 'icons/hicolor', icon + '.svg')) > 0
    with open(os.path.join(EXPORTS, 'dbus-1/services', ID + '.service'), encoding='utf-8') as file:
        service = file.read()
    assert f'Name={ID}\n' in service and 'flatpak run' in service, service
    metainfo = [name for name in os.listdir(os.path.join(EXPORTS, 'metainfo')) if name.startswith(ID + '.')]
    # Older builders give it its older name, which the validator then wonders about.
    copy = os.path.join(OUTPUT, ID + '.metainfo.xml')
    run('cp', '-L', os.path.join(EXPORTS, 'metainfo', metainfo[0]), copy)
    run('appstreamcli', 'validate', '--no-net', copy)
    provider = os.path.join(EXPORTS, 'gnome-shell/search-providers', ID + '.search-provider.ini')
    with open(provider, encoding='utf-8') as file:
        assert f'BusName={ID}.SearchProvider' in file.read()
    data = os.path.join(OUTPUT, 'data', 'mime')
    os.makedirs(os.path.join(data, 'packages'), exist_ok=True)
    run('cp', '-L', os.path.join(EXPORTS, 'mime/packages', ID + '.xml'), data + '/packages/')
    subprocess.run(['update-mime-database', data], check=True, stderr=subprocess.DEVNULL)
    with open(data + '/globs2', encoding='utf-8') as file:
        assert f':{MEDIA_TYPE}:*.said-where.json\n' in file.read()


def test_permissions():
    """Exactly these, and no more."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read_string(flatpak('info', '--show-permissions', ID))
    assert parser.sections() == ['Context'], parser.sections()
    allowed = {key: set(value.strip(';').split(';')) for key, value in parser['Context'].items()}
    assert allowed == {
        'shared': {'ipc'},
        'sockets': {'x11', 'wayland', 'fallback-x11'},
        'devices': {'dri'},
    } or allowed == {
        'shared': {'ipc'},
        'sockets': {'wayland', 'fallback-x11'},
        'devices': {'dri'},
    }, allowed


def test_sandbox_sees_no_files():
    """Neither the user's nor the machine's, and it cannot write into its own program."""
    canary = os.path.join(HOME, 'canary')
    with open(canary, 'w') as file:
        file.write('secret')
    said = in_sandbox(f'cat {canary} 2>&1; ls {HOME}/ 2>&1; touch /app/x /usr/x 2>&1; true')
    assert 'secret' not in said and 'canary\n' not in said.replace(canary, ''), said
    assert said.count('Read-only') == 2, said


def test_sandbox_has_no_network():
    """A network namespace of its own, with nothing in it but itself."""
    mine = os.readlink('/proc/self/ns/net')
    assert in_sandbox('readlink /proc/self/ns/net').strip() not in ('', mine)
    assert in_sandbox('cat /proc/net/dev').count(':') == 1


def test_sandbox_reaches_no_host():
    """The service that starts programs on the host is on the bus, but not for the program."""
    bus = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/']
    method = ['--method', 'org.freedesktop.DBus.']
    run(*bus, *method[:1], method[1] + 'StartServiceByName', HOST_SERVICE, '0')
    ask = [*bus, *method[:1], method[1] + 'NameHasOwner', HOST_SERVICE]
    assert 'true' in run(*ask)
    assert 'false' in in_sandbox(' '.join(ask))


def test_sandbox_has_no_rights():
    assert re.fullmatch(r'CapEff:\s*0+', in_sandbox('grep CapEff /proc/self/status').strip())
    assert in_sandbox('command -v gcc apt-get dpkg; true') == ''


def test_libraries():
    """Each is in the program's folder or the runtime."""
    said = in_sandbox('ldd /app/bin/lode')
    assert 'libshumate' in said and 'not found' not in said, said
    files = flatpak('info', '--show-location', ID).strip() + '/files'
    left = [
        name
        for _, _, names in os.walk(files)
        for name in names
        if name.endswith(('.h', '.pc', '.a', '.la'))
    ]
    assert not left, left


def test_command_line():
    """What works without a display works in the sandbox."""
    said = flatpak('run', ID, 'check', '--built-in')
    assert 'good' in said, said
    assert 'antimony' in flatpak('run', ID, 'list', 'topic:antimony').lower()


def languages():
    with open(os.path.join(ROOT, 'po', 'LINGUAS'), encoding='utf-8') as file:
        return [line.strip() for line in file if line.strip() and not line.startswith('#')]


def test_translations():
    """All are in the one file, and the program speaks them."""
    files = flatpak('info', '--show-location', ID).strip() + '/files'
    for language in languages():
        path = f'{files}/share/locale/{language}/LC_MESSAGES/lode.mo'
        # Seen from outside; flatpak-builder may have put a link there that only the sandbox follows.
        if not os.path.exists(path):
            path = f'{files}/share/runtime/locale/{language}/share/{language}/LC_MESSAGES/lode.mo'
        with open(path, 'rb') as file:
            wanted = gettext.GNUTranslations(file).gettext('Options:')
        speak = [f'--env=LANGUAGE={language}', '--env=LC_ALL=en_US.UTF-8']
        assert wanted in flatpak('run', *speak, ID, 'check', '--help'), language


def test_window():
    """It starts, a marker is clicked, and its statement is read."""
    with open(os.path.join(OUTPUT, 'stderr'), 'w+') as stderr:
        process = subprocess.Popen(['flatpak', 'run', ID], stderr=stderr)
        with SandboxedApp() as app:
            read_otago(app)
            app.settle()
            app.screenshot(os.path.join(OUTPUT, 'window.png'))
        columns = flatpak('ps', '--columns=application,runtime').split()
        assert columns[:2] == [ID, 'org.gnome.Platform'], columns
        leave()
        assert process.wait(30) == 0
        stderr.seek(0)
        said = stderr.read()
    # Here is no desktop that a portal could ask to stay awake.
    lines = [line for line in said.splitlines() if line.strip() and 'portal monitor' not in line]
    assert not lines, said


DATASET = {
    'format': 'said-where/1',
    'id': 'forwarded',
    'title': 'Forwarded into the sandbox',
    'language': 'en',
    'sources': [{'id': 's', 'type': 'speech', 'title': 'A talk', 'published': '2026'}],
    'actors': [{'id': 'a', 'name': 'Jane Doe', 'kind': 'person'}],
    'topics': [{'id': 't', 'name': 'Gold', 'symbol': 'Au'}],
    'places': [
        {
            'id': 'p',
            'name': 'Otago',
            'kind': 'region',
            'precision': 'region',
            'point': [169.6, -45.2],
            'topics': ['t'],
        }
    ],
    'propositions': [],
    'statements': [
        {
            'id': 'q',
            'actor': 'a',
            'kind': 'quote',
            'text': ['There is gold in Otago.'],
            'source': 's',
            'topics': ['t'],
            'places': ['p'],
        }
    ],
}


def test_document():
    """A dataset that the desktop forwards is opened, though its folder cannot be seen."""
    path = os.path.join(HOME, 'one.said-where.json')
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(DATASET, file)
    process = subprocess.Popen(['flatpak', 'run', '--file-forwarding', ID, '@@', path, '@@'])
    with SandboxedApp() as app:
        app.get('frame', DATASET['title'])
        app.get('label', re.compile('There is gold in Otago'))
    leave()
    assert process.wait(30) == 0


def test_started_by_the_desktop():
    """The menu's entry starts it over the bus, as D-Bus knows it from what was exported."""
    bus = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/']
    run(*bus, '--method', 'org.freedesktop.DBus.ReloadConfig')
    run('gtk4-launch', ID)
    with SandboxedApp() as app:
        read_otago(app)
    leave()


def test_desktop_search():
    """The desktop's search is answered from inside the sandbox, and leads to the statement."""
    path = '/' + ID.replace('.', '/') + '/SearchProvider'
    ask = ['gdbus', 'call', '--session', '--dest', ID + '.SearchProvider', '--object-path', path]
    ask += ['--method', 'org.gnome.Shell.SearchProvider2.']
    found = run(*ask[:-1], ask[-1] + 'GetInitialResultSet', "['antinomy']")
    (uri,) = re.findall(r"'(lode:[^']*/statement/[^']*)'", found)
    run(*ask[:-1], ask[-1] + 'ActivateResult', uri, "['antinomy']", '0')
    with SandboxedApp() as app:
        app.get('label', re.compile('also interest in antinomy'))
    run('gapplication', 'action', ID, 'quit')
    # The provider stays for a minute.
    flatpak('kill', ID)
    until(lambda: not running(), 'both gone')


def test_jump_list():
    """Each action of the menu's entry is one of the program's."""
    run('gapplication', 'launch', ID)
    until(running, 'the program')
    wanted = read_desktop_entry(ID)['Desktop Entry']['Actions'].strip(';').split(';')
    assert set(wanted) <= set(run('gapplication', 'list-actions', ID).split())
    leave()


def test_beside_the_one_in_development():
    """The variant in development is installed beside it, and both run at once."""
    flatpak('install', '--user', '-y', '--noninteractive', '--bundle', built(DEVEL))
    assert read_desktop_entry(DEVEL)['Desktop Entry']['Name'] == 'Lode (Development)'
    icons = [read_icon(app) for app in (ID, DEVEL)]
    assert icons[0] != icons[1], 'the two look the same in the menu'
    processes = [subprocess.Popen(['flatpak', 'run', app]) for app in (ID, DEVEL)]
    for app in (ID, DEVEL):
        until(lambda: app in run('gapplication', 'list-apps').split(), f'{app} in the menu')
        until(lambda: running(app), app)
    bus = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/']
    list_names = [*bus, '--method', 'org.freedesktop.DBus.ListNames']
    for app in (ID, DEVEL):
        until(lambda: f"'{app}'" in run(*list_names), f'{app} on the bus')
    for app in (ID, DEVEL):
        leave(app)
    assert [process.wait(30) for process in processes] == [0, 0]
    flatpak('uninstall', '--user', '-y', '--noninteractive', '--delete-data', DEVEL)


def test_uninstall():
    """Nothing is left, of the program or of its data."""
    assert os.path.isdir(f'{HOME}/.var/app/{ID}')
    flatpak('uninstall', '--user', '-y', '--noninteractive', '--delete-data', ID)
    left = [
        os.path.join(folder, name)
        for folder, _, names in os.walk(EXPORTS)
        for name in names
        if name.startswith(ID)
    ]
    assert not left, left
    assert not os.path.exists(f'{HOME}/.var/app/{ID}')


CASES = [
    test_build,
    test_install,
    test_exports,
    test_permissions,
    test_sandbox_sees_no_files,
    test_sandbox_has_no_network,
    test_sandbox_reaches_no_host,
    test_sandbox_has_no_rights,
    test_libraries,
    test_command_line,
    test_translations,
    test_window,
    test_document,
    test_started_by_the_desktop,
    test_desktop_search,
    test_jump_list,
    test_beside_the_one_in_development,
    test_uninstall,
]

if sys.argv[4:5] == ['--until']:
    names = [case.__name__.removeprefix('test_').replace('_', '-') for case in CASES]
    CASES = CASES[: names.index(sys.argv[5]) + 1]
tap.run(CASES)
