#!/usr/bin/env python3
"""Every source file is as clang-format leaves it."""
import os
import shutil
import subprocess

import sources


def faults(root):
    program = shutil.which("clang-format")
    if not program:
        yield "clang-format is not installed: apt install clang-format"
        return
    names = [name for name, _ in sources.files(root, sources.CODE, (".h", ".cpp"))]
    for first in range(0, len(names), 40):
        done = subprocess.run(
            [program, "--dry-run", "-Werror", *names[first : first + 40]], cwd=root, capture_output=True, text=True
        )
        wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if ": error:" in line} & set(names))
        for name in wrong:
            yield f"{name}: run clang-format -i {name}"
        if done.returncode and not wrong:
            yield f"clang-format failed: {done.stderr.strip()}"


OWN_STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".clang-format")
with open(OWN_STYLE, encoding="utf-8") as style:
    GOOD = {".clang-format": style.read(), "core/base/ids.h": "#pragma once\n\nstruct Point {\n    int x = 0;\n};\n"}
BAD = [
    ({"kiosk/ui/x.cpp": "int  a ;\n"}, "kiosk/ui/x.cpp: run clang-format"),
    ({"tests/x/x.h": "int a;\n    int b;\n"}, "tests/x/x.h: run clang-format"),
    ({".clang-format": "Nonsense: yes\n"}, "clang-format failed"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
