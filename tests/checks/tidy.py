#!/usr/bin/env python3
"""Runs clang-tidy (.clang-tidy at the top) over the sources of a build, in parallel.

    tidy.py BUILD_FOLDER [FOLDER ...]    FOLDER: below the top of the sources; core if none is given
    tidy.py --self-test                  tries it on a file with mistakes

A file that was found clean is not looked at again until it, a header of the project, .clang-tidy or its compile
command changes: what was clean is kept in BUILD_FOLDER/tidy.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
# What GCC knows and clang does not.
UNKNOWN_OPTIONS = ["--extra-arg=-Wno-unknown-warning-option", "--extra-arg=-Wno-unused-command-line-argument"]


def tidy(build, file):
    # Only what .clang-tidy lists is an error; warnings are the compiler's business.
    command = ["clang-tidy", "--quiet", "-p", str(build), f"--config-file={TOP / '.clang-tidy'}", *UNKNOWN_OPTIONS]
    done = subprocess.run([*command, "--extra-arg=-w", str(file)], capture_output=True, text=True)
    return done.returncode, done.stdout or done.stderr


def surroundings(folders):
    """A hash of everything besides the file itself on which its result depends: `folders` hold the headers it sees."""
    digest = hashlib.sha256((TOP / ".clang-tidy").read_bytes())
    for folder in folders:
        for header in sorted((TOP / folder).rglob("*.h")):
            digest.update(header.as_posix().encode() + b"\0" + header.read_bytes())
    return digest


def run(build, folders):
    database = json.loads((build / "compile_commands.json").read_text())
    kept = build / "tidy"
    kept.mkdir(exist_ok=True)
    core, everything, work = surroundings(["core"]), surroundings(["core", "kiosk", "tests"]), []
    for entry in database:
        file = pathlib.Path(entry["directory"], entry["file"]).resolve()
        if not any(file.is_relative_to(TOP / folder) for folder in folders):
            continue
        digest = (core if file.is_relative_to(TOP / "core") else everything).copy()
        digest.update(entry["command"].encode() + file.read_bytes())
        mark = kept / digest.hexdigest()
        if not mark.exists():
            work.append((file, mark))
    began, failed = time.monotonic(), 0
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        for (file, mark), (status, said) in zip(work, pool.map(lambda one: tidy(build, one[0]), work)):
            if status:
                failed += 1
                print(f"{file.relative_to(TOP)}:\n{said}")
            else:
                mark.touch()
    print(f"clang-tidy: {len(work)} files in {time.monotonic() - began:.0f} s, {failed} with faults")
    return failed


def self_test():
    mistakes = {
        "bugprone-use-after-move": "std::string f(std::string a) { std::string b = std::move(a); return a + b; }",
        "modernize-use-override": "struct A { virtual ~A() = default; virtual int f(); }; struct B : A { int f(); };",
        "performance-for-range-copy": "int f(const std::vector<std::string>& all) { int n = 0;"
        " for (const std::string one : all) n += int(one.size()); return n; }",
    }
    with tempfile.TemporaryDirectory() as folder:
        build = pathlib.Path(folder)
        for check, code in {**mistakes, "": "int f(int a) { return a; }"}.items():
            file = build / "sample.cpp"
            file.write_text(f"#include <string>\n#include <utility>\n#include <vector>\n{code}\n")
            entry = {"directory": folder, "command": f"c++ -std=c++20 -c {file}", "file": str(file)}
            (build / "compile_commands.json").write_text(json.dumps([entry]))
            status, said = tidy(build, file)
            if bool(status) != bool(check) or check not in said:
                sys.exit(f"clang-tidy says of {code}\n{said}")
    print(f"finds all of {len(mistakes)} planted faults")


if __name__ == "__main__":
    if not shutil.which("clang-tidy"):
        sys.exit("clang-tidy is not installed: apt install clang-tidy")
    if sys.argv[1:] == ["--self-test"]:
        self_test()
    elif len(sys.argv) > 1:
        sys.exit(1 if run(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:] or ["core"]) else 0)
    else:
        sys.exit(f"usage: {sys.argv[0]} BUILD_FOLDER [FOLDER ...] | --self-test")
