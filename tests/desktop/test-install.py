# SPDX-License-Identifier: GPL-3.0-or-later
"""test-install.py APPLICATION-ID BUILD-FOLDER WITH-DISPLAY MESON

Installs a copy, as a packager would, and meets it as a desktop does: each file is where the
standards say, the menu finds the program, starts it over D-Bus, once, and it quits with status 0.
"""
import ast
import configparser
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

import tap

APPLICATION_ID = sys.argv[1]
MEDIA_TYPE = 'application/vnd.said-where+json'
STAGE = 'LODE_TEST_STAGE'
BUS = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus']
BUS += ['--object-path', '/org/freedesktop/DBus', '--method']
DATASET = {
    'format': 'said-where/1',
    'id': 'one',
    'title': 'One statement',
    'language': 'en-NZ',
    'sources': [{'id': 's', 'type': 'webpage', 'title': 'A page', 'published': '2026'}],
    'actors': [{'id': 'a', 'name': 'Somebody', 'kind': 'person'}],
    'topics': [{'id': 't', 'name': 'Gold'}],
    'places': [
        {
            'id': 'p',
            'name': 'Otago',
            'kind': 'region',
            'precision': 'region',
            'point': [169.5, -45.2],
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


def run(*command):
    """Standard output of a command that must succeed."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, f'{command}: {ran.returncode}\n{ran.stdout}{ran.stderr}'
    return ran.stdout


def until(function, what):
    end = time.monotonic() + 30
    while not function():
        assert time.monotonic() < end, f'timed out: {what}'
        time.sleep(0.05)


# The installation


def install(stage, build, meson):
    """Installs below `stage`; then does there what a package manager's triggers do."""
    env = dict(os.environ, DESTDIR=stage)
    command = [meson, 'install', '--no-rebuild', '--quiet', '-C', build]
    subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(build, 'meson-info', 'intro-buildoptions.json')) as file:
        prefix = next(o['value'] for o in json.load(file) if o['name'] == 'prefix')
    root = stage + prefix
    # The copy does not lie where it was configured for.
    for ending in ('.service', '.SearchProvider.service'):
        service = os.path.join(root, 'share/dbus-1/services', APPLICATION_ID + ending)
        with open(service, encoding='utf-8') as file:
            text = file.read()
        assert f'Exec={prefix}/bin/lode ' in text, text
        with open(service, 'w', encoding='utf-8') as file:
            file.write(text.replace(f'Exec={prefix}/', f'Exec={root}/'))
    subprocess.run(['glib-compile-schemas', root + '/share/glib-2.0/schemas'], check=True)
    subprocess.run(['update-desktop-database', root + '/share/applications'], check=True)
    mime = ['update-mime-database', root + '/share/mime']
    subprocess.run(mime, check=True, stderr=subprocess.DEVNULL)
    return root


def main():
    _, _, build, with_display, meson = sys.argv
    with tempfile.TemporaryDirectory() as stage:
        root = install(stage, build, meson)
        env = dict(os.environ)
        # The schema and the icons must be found where they were installed, nowhere else.
        env.pop('GSETTINGS_SCHEMA_DIR', None)
        env.pop('DISPLAY', None)
        env[STAGE] = root
        env['PATH'] = f'{root}/bin:{env["PATH"]}'
        env['XDG_DATA_DIRS'] = f'{root}/share:/usr/local/share:/usr/share'
        return subprocess.run([with_display, '--atspi', '--', sys.executable, *sys.argv], env=env).returncode


# The program on the bus


def is_up():
    return 'true' in run(*BUS, 'org.freedesktop.DBus.NameHasOwner', APPLICATION_ID)


def process():
    text = run(*BUS, 'org.freedesktop.DBus.GetConnectionUnixProcessID', APPLICATION_ID)
    return int(text.split()[1].rstrip(',)'))


def windows():
    command = ['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process())]
    ran = subprocess.run(command + ['--name', '.'], capture_output=True, text=True)
    return len(ran.stdout.split())


def wait_for_windows(n=1):
    until(is_up, 'the program on the bus')
    until(lambda: windows() == n, f'{n} windows')


def leave():
    run('gapplication', 'action', APPLICATION_ID, 'quit')
    until(lambda: not is_up(), 'the program gone from the bus')
    # The next case starts afresh.
    os.remove(os.path.join(os.environ['XDG_STATE_HOME'], 'lode', 'session.ini'))


# The cases


def test_files():
    """Everything is in its place, and nothing is there that nobody expects."""
    wanted = {
        'bin/lode',
        f'share/applications/{APPLICATION_ID}.desktop',
        'share/bash-completion/completions/lode',
        f'share/dbus-1/services/{APPLICATION_ID}.SearchProvider.service',
        f'share/dbus-1/services/{APPLICATION_ID}.service',
        'share/fish/vendor_completions.d/lode.fish',
        f'share/gnome-shell/search-providers/{APPLICATION_ID}.search-provider.ini',
        f'share/glib-2.0/schemas/{APPLICATION_ID}.gschema.xml',
        f'share/icons/hicolor/scalable/apps/{APPLICATION_ID}.svg',
        f'share/icons/hicolor/scalable/mimetypes/{APPLICATION_ID}.dataset.svg',
        f'share/icons/hicolor/symbolic/apps/{APPLICATION_ID}-symbolic.svg',
        f'share/krunner/dbusplugins/{APPLICATION_ID}.krunner.desktop',
        'share/man/man1/lode.1',
        f'share/metainfo/{APPLICATION_ID}.metainfo.xml',
        f'share/mime/packages/{APPLICATION_ID}.xml',
        'share/zsh/site-functions/_lode',
    }
    root = os.environ[STAGE]
    missing = sorted(name for name in wanted if not os.path.isfile(os.path.join(root, name)))
    assert not missing, missing
    for folder in ('include', 'lib/pkgconfig'):
        assert not os.path.exists(os.path.join(root, folder)), folder


def test_menu():
    """The desktop entry is found, and known to be startable over D-Bus."""
    assert APPLICATION_ID in run('gapplication', 'list-apps').split()


def test_media_type():
    """The program is offered for datasets."""
    assert APPLICATION_ID + '.desktop' in run('gio', 'mime', MEDIA_TYPE)


def test_menu_starts_it_once():
    """The menu starts it as a service; a second time shows the same window."""
    run('gtk4-launch', APPLICATION_ID)
    wait_for_windows()
    first = process()
    with open(f'/proc/{first}/cmdline', 'rb') as file:
        assert b'--gapplication-service' in file.read()
    run('gtk4-launch', APPLICATION_ID)
    # An action is answered after the activation that came before it.
    run('gapplication', 'list-actions', APPLICATION_ID)
    wait_for_windows()
    assert process() == first
    leave()


def call(method, *arguments):
    """org.freedesktop.Application, as the desktop entry specification has it."""
    path = '/' + APPLICATION_ID.replace('.', '/')
    command = ['gdbus', 'call', '--session', '--dest', APPLICATION_ID, '--object-path', path]
    run(*command, '--method', f'org.freedesktop.Application.{method}', *arguments)


def test_started_by_the_menu_it_works():
    """The installed program, started over D-Bus, shows what was said where a marker is clicked."""
    from uibox import RunningApp

    run('gtk4-launch', APPLICATION_ID)
    wait_for_windows()
    with RunningApp(process()) as app:
        app.click(app.get('push button', re.compile('^Otago: tungsten')))
        app.get('heading', 'About this place')
        app.get('label', re.compile('a big deposit of Tungsten'))
    leave()


def test_activation_by_hand():
    call('Activate', '{}')
    wait_for_windows()
    leave()


def jump_list():
    """The actions that the installed desktop entry offers."""
    path = os.path.join(os.environ[STAGE], 'share/applications', APPLICATION_ID + '.desktop')
    parser = configparser.RawConfigParser()
    parser.read(path, encoding='utf-8')
    names = parser['Desktop Entry']['Actions'].strip(';').split(';')
    assert all(f'Desktop Action {name}' in parser for name in names)
    return names


def test_jump_list():
    """Each of them is an action of the program, and does what it says, also if nothing runs."""
    assert jump_list() == ['new-window', 'open']
    call('ActivateAction', 'new-window', '[]', '{}')
    wait_for_windows()
    assert set(jump_list()) <= set(run('gapplication', 'list-actions', APPLICATION_ID).split())
    call('ActivateAction', 'new-window', '[]', '{}')
    wait_for_windows(2)
    leave()
    call('ActivateAction', 'open', '[]', '{}')
    # The file chooser lies over the window.
    wait_for_windows(2)
    leave()


def test_window_belongs_to_the_entry():
    """A dock that goes by the class of X windows finds the desktop entry."""
    run('gtk4-launch', APPLICATION_ID)
    wait_for_windows()
    command = ['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process())]
    window = run(*command, '--name', '.').split()[0]
    path = os.path.join(os.environ[STAGE], 'share/applications', APPLICATION_ID + '.desktop')
    with open(path, encoding='utf-8') as file:
        wanted = re.search('^StartupWMClass=(.*)$', file.read(), re.MULTILINE).group(1)
    assert f'"{wanted}"' in run('xprop', '-id', window, 'WM_CLASS')
    leave()


def test_documents_over_the_bus():
    """Files that are opened over D-Bus stand in one window, which says so in its title."""
    file = os.path.join(os.environ['HOME'], 'one.said-where.json')
    with open(file, 'w', encoding='utf-8') as stream:
        json.dump(DATASET, stream, indent=2)
    call('Open', f"['file://{file}']", '{}')
    wait_for_windows()
    command = ['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(process())]
    command += ['--name', f'^{DATASET["title"]}$']
    until(
        lambda: subprocess.run(command, capture_output=True).stdout.strip(),
        'the title of the dataset',
    )
    leave()


def installed_keys(name, section):
    """A section of a file that was installed and that a desktop reads."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(os.path.join(os.environ[STAGE], 'share', name), encoding='utf-8')
    return parser[section]


def call_at(name, path, method, *arguments):
    """Calls over D-Bus; what is answered, as Python has it."""
    command = ['gdbus', 'call', '--session', '--dest', name, '--object-path', path]
    said = run(*command, '--method', method, *arguments)
    return ast.literal_eval(re.sub(r'@\S+ |<|>', '', said))


def ask(method, *arguments):
    """org.gnome.Shell.SearchProvider2, as the shell asks it."""
    file = f'gnome-shell/search-providers/{APPLICATION_ID}.search-provider.ini'
    keys = installed_keys(file, 'Shell Search Provider')
    assert keys['DesktopId'] == APPLICATION_ID + '.desktop'
    method = f'org.gnome.Shell.SearchProvider2.{method}'
    return call_at(keys['BusName'], keys['ObjectPath'], method, *arguments)


def ask_as_plasma(method, *arguments):
    """org.kde.krunner1, as KRunner asks it."""
    file = f'krunner/dbusplugins/{APPLICATION_ID}.krunner.desktop'
    keys = installed_keys(file, 'Desktop Entry')
    assert keys['X-Plasma-API'] == 'DBus'
    name, path = (keys['X-Plasma-DBusRunner-' + key] for key in ('Service', 'Path'))
    return call_at(name, path, f'org.kde.krunner1.{method}', *arguments)


def test_desktop_search():
    """A word typed into the desktop's search leads to the statement, in the one running program."""
    (results,) = ask('GetInitialResultSet', "['antinomy']")
    statements = [result for result in results if '/statement/' in result]
    assert len(statements) == 1, results
    assert not is_up(), 'the search has started the program'
    (metas,) = ask('GetResultMetas', str(statements))
    assert metas[0]['name'] == 'Josie Vidal' and 'antinomy' in metas[0]['description'], metas
    (places,) = ask('GetInitialResultSet', "['otago']")
    assert places[0].endswith('/place/otago'), places
    (macron,) = ask('GetSubsearchResultSet', str(places), "['otakou']")
    assert macron[0] == places[0], macron
    assert ask('GetInitialResultSet', "['nothing of the kind']") == ([],)

    from uibox import RunningApp

    ask('ActivateResult', statements[0], "['antinomy']", '0')
    wait_for_windows()
    with RunningApp(process()) as app:
        app.get('label', re.compile('also interest in antinomy'))
        ask('ActivateResult', places[0], "['otago']", '0')
        app.get('heading', 'About this place')
        wait_for_windows(1)
        ask('LaunchSearch', "['tungsten']", '0')
        app.get('label', re.compile('a big deposit of Tungsten'))
        app.gone('label', re.compile('also interest in antinomy'))
    leave()


def test_from_antimony_to_the_statement():
    """Who looks for the mineral by its right name is led to the statement that misspells it."""
    (results,) = ask('GetInitialResultSet', "['antimony']")
    (metas,) = ask('GetResultMetas', str(results))
    found = [meta['id'] for meta in metas if 'interest in antinomy' in meta['description']]
    assert len(found) == 1 and found[0] in results, metas

    from uibox import RunningApp

    ask('ActivateResult', found[0], "['antimony']", '0')
    wait_for_windows()
    with RunningApp(process()) as app:
        app.get('label', re.compile('also interest in antinomy'))
    leave()


def test_plasma_search():
    """The same from Plasma's search: best first, and led to what is chosen."""
    (matches,) = ask_as_plasma('Match', 'otago')
    ids, names, icons, categories, relevances, properties = zip(*matches)
    assert ids[0].endswith('/place/otago') and 'Otago' in names[0], matches
    assert list(relevances) == sorted(relevances, reverse=True) and 0 < relevances[-1], relevances
    assert all(icons) and all(line['subtext'] for line in properties), matches
    assert ask_as_plasma('Match', 'nothing of the kind') == ([],)
    assert ask_as_plasma('Actions') == ([],)

    from uibox import RunningApp

    ask_as_plasma('Run', ids[0], '')
    wait_for_windows()
    with RunningApp(process()) as app:
        app.get('heading', 'About this place')
    leave()


def test_search_ends():
    """Whoever answers the desktop's search ends when nobody asks."""
    keys = installed_keys(f'krunner/dbusplugins/{APPLICATION_ID}.krunner.desktop', 'Desktop Entry')
    name = keys['X-Plasma-DBusRunner-Service']
    if 'true' in run(*BUS, 'org.freedesktop.DBus.NameHasOwner', name):
        owner = run(*BUS, 'org.freedesktop.DBus.GetConnectionUnixProcessID', name)
        os.kill(int(owner.split()[1].rstrip(',)')), signal.SIGTERM)
        until(lambda: 'false' in run(*BUS, 'org.freedesktop.DBus.NameHasOwner', name), 'it to end')
    with subprocess.Popen(['lode', 'search-provider', '--idle=2']) as provider:
        until(lambda: 'true' in run(*BUS, 'org.freedesktop.DBus.NameHasOwner', name), 'its name')
        for _ in range(8):
            time.sleep(0.5)
            ask_as_plasma('Match', 'otago')
        assert provider.poll() is None, 'it ended while it was asked'
        assert provider.wait(30) == 0


def test_document():
    """A dataset that is double-clicked opens in the program."""
    file = os.path.join(os.environ['HOME'], 'one.said-where.json')
    with open(file, 'w', encoding='utf-8') as stream:
        json.dump(DATASET, stream, indent=2)
    run('gio', 'open', file)
    wait_for_windows()
    leave()


def test_single_instance():
    """A second process hands over to the first and ends well; so does the first when it quits."""
    with tempfile.TemporaryFile('w+') as stderr:
        first = subprocess.Popen(['lode'], stderr=stderr)
        try:
            wait_for_windows()
            run('lode')
            wait_for_windows()
            assert process() == first.pid
            leave()
            assert first.wait(30) == 0, first.returncode
        finally:
            if first.poll() is None:
                first.kill()
                first.wait()
        stderr.seek(0)
        said = stderr.read()
        assert not said.strip(), said


if __name__ == '__main__':
    if STAGE not in os.environ:
        sys.exit(main())
    tap.run(
        [
            test_files,
            test_menu,
            test_media_type,
            test_menu_starts_it_once,
            test_started_by_the_menu_it_works,
            test_activation_by_hand,
            test_jump_list,
            test_window_belongs_to_the_entry,
            test_documents_over_the_bus,
            test_desktop_search,
            test_from_antimony_to_the_statement,
            test_plasma_search,
            test_search_ends,
            test_document,
            test_single_instance,
        ]
    )
