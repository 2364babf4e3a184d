# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for fish. Commands and options are taken from the program's own help, so that they
# cannot differ from it.
function __lode_commands
    lode --help 2>/dev/null | string replace --regex --filter '^  lode ([a-z][a-z-]*) .*?  +(.*)$' '$1\t$2'
end

function __lode_options
    set -l words (commandline --tokenize --cut-at-cursor --current-process)
    set -l help --help
    if set -q words[2]; and contains -- $words[2] (__lode_commands | string split --fields 1 \t)
        set help $words[2] --help
    end
    lode $help 2>/dev/null | string replace --regex --filter \
        '^  (?:-[a-z], )?(--[a-z-]+=?)\S*  +(.*)$' '$1\t$2'
end

complete -c lode -n 'test (count (commandline -opc)) -eq 1' -a '(__lode_commands)'
complete -c lode -n 'string match -q -- "-*" (commandline -ct)' -a '(__lode_options)'
