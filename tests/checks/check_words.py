#!/usr/bin/env python3
"""Plain text kept plain: no path of one machine, no blanks at the end of a line, one newline at the end of a file."""
import re

import sources

FOLDERS = ("core", "kiosk", "tests", "assets", ".ci")
SUFFIXES = (".h", ".cpp", ".py", ".txt", ".md", ".po", ".json", ".conf", ".sh", ".csv", "")
OWN_PATH = re.compile(r"(?<![\w.])/(home|work|root)/\w")
TAB_ALLOWED = (".csv",)


def all_files(root):
    yield from sources.files(root, FOLDERS, SUFFIXES)
    for path in sorted(root.iterdir()):
        if path.is_file() and path.name != ".git":
            yield path.name, path


def faults(root):
    for name, path in all_files(root):
        content = path.read_bytes()
        if b"\0" in content or not content:
            continue
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"{name}: is not UTF-8 at byte {error.start}"
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if OWN_PATH.search(line):
                yield f"{name}:{number}: names a path of one machine: {OWN_PATH.search(line).group(0)}"
            if line.endswith((" ", "\t")):
                yield f"{name}:{number}: has blanks at the end of the line"
            if "\t" in line and path.suffix not in TAB_ALLOWED:
                yield f"{name}:{number}: has a tab; write spaces"
            if "\r" in line:
                yield f"{name}:{number}: has a carriage return; end lines with a newline alone"
        if not text.endswith("\n") or text.endswith("\n\n"):
            yield f"{name}: must end with exactly one newline"


# In two pieces, or this file would be the first fault.
HOME, WORK = "/ho" + "me/anna/x", "/wo" + "rk/main"
GOOD = {
    "core/base/ids.h": "#pragma once\n",
    "kiosk.conf": "# ~/.local/share and https://example.org/home/page are fine, $HOME/work too\n",
    "assets/picture.png": b"\x89PNG\0 \n\n",
}
BAD = [
    ({"core/base/x.h": f"// see {HOME}\n"}, "core/base/x.h:1: names a path"),
    ({"tests/run": f"\ncd {WORK}\n"}, "tests/run:2: names a path"),
    ({"README.md": "Words. \n"}, "README.md:1: has blanks"),
    ({"core/x.cpp": "int a;"}, "core/x.cpp: must end with exactly one newline"),
    ({"core/x.cpp": "int a;\n\n"}, "core/x.cpp: must end with exactly one newline"),
    ({"core/x.cpp": "\tint a;\n"}, "has a tab"),
    ({"core/x.cpp": "int a;\r\n"}, "has a carriage return"),
    ({"core/x.cpp": b"\xff\n"}, "is not UTF-8"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
