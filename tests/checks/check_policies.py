#!/usr/bin/env python3
"""The README's tables of the councils' policies: each row names its rows of the policies in backticks in its first cell,
and the folders of its tests in its last one. Each of those names is in the name of a test there, and all folders exist.

"C-visit, M-visit" of a row are told apart by their backticks; a test is named by one where it stands whole in its name:
"C-visit: seen within 10 minutes".
"""
import re

import sources

HEADING = "## The councils' policies"
TEST_NAME = re.compile(r'TEST_CASE\(\s*((?:"(?:[^"\\\\]|\\\\.)*"\s*)+)', re.DOTALL)


def names_of_tests(root):
    """{folder: all the names of its tests}"""
    names = {}
    for path, file in sources.files(root, ("tests",), (".cpp",)):
        folder = path.split("/")[1]
        for found in TEST_NAME.findall(sources.text_of(file)):
            names.setdefault(folder, []).append("".join(re.findall(r'"((?:[^"\\\\]|\\\\.)*)"', found)))
    return names


def rows(readme):
    """(number of the line, names in backticks of the first cell, words of the last cell) of each row"""
    lines = readme.splitlines()
    if HEADING not in lines:
        return
    for number, line in enumerate(lines[lines.index(HEADING) + 1:], lines.index(HEADING) + 2):
        if line.startswith("## "):
            return
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and not cells[0].startswith("-") and cells[0] != "row":
            yield number, re.findall(r"`([^`]+)`", cells[0]), cells[-1]


def faults(root):
    names = names_of_tests(root)
    found = list(rows(sources.text_of(root / "README.md")))
    if not found:
        yield f"README.md: there is no table under {HEADING!r}"
    for number, ids, tests in found:
        folders = [name for name in re.findall(r"[a-z_]+(?![a-z_./`])", re.sub(r"`[^`]*`|\(.*?\)", "", tests)) if name]
        for folder in folders:
            if not (root / "tests" / folder).is_dir():
                yield f"README.md:{number}: there is no folder tests/{folder}"
        if not ids:
            yield f"README.md:{number}: the first cell names no row of a policy in backticks"
        for one in ids:
            whole = re.compile(rf"(?<![\w.-]){re.escape(one)}(?![\w-])")
            if not any(whole.search(name) for folder in folders for name in names.get(folder, [])):
                yield f"README.md:{number}: no test in {', '.join(folders)} is named by {one}"


GOOD = {
    "README.md": f"# X\n{HEADING}\n| row | test |\n| --- | --- |\n| `C-visit`, `LGO 6.2`: letters | [policy](tests/policy), desk |\n\n## Y\n",
    "tests/policy/a.cpp": 'TEST_CASE("C-visit: seen")\n{}\n',
    "tests/desk/b.cpp": 'TEST_CASE(\n    "M-x, LGO 6.2: a letter "\n    "says so")\n{}\n',
}
BAD = [
    ({"tests/policy/a.cpp": 'TEST_CASE("C-visit-late: seen")\n'}, "named by C-visit"),
    ({"tests/desk/b.cpp": ""}, "named by LGO 6.2"),
    ({"README.md": f"{HEADING}\n| C-visit | [policy](tests/policy) |\n"}, "in backticks"),
    ({"README.md": f"{HEADING}\n| `C-visit` | policy, nowhere |\n"}, "tests/nowhere"),
    ({"README.md": "# X\n"}, "no table"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
