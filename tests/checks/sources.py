"""What the checks share: which files there are, and how a check proves that it can fail.

A check is a script with a function `faults(root)` that yields one line per fault. Run as
    check_x.py ROOT          prints the faults of a source tree, exit status 1 if there are any
    check_x.py --self-test   tries it on small trees, good and bad
"""
import pathlib
import sys
import tempfile

CODE = ("core", "kiosk", "tests")


def files(root, folders, suffixes):
    """Files below `folders` with one of `suffixes`, as pairs of the path from root ("core/base/ids.h") and the path."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in suffixes and path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(root).as_posix(), path


def text_of(path):
    return path.read_text(encoding="utf-8", errors="replace")


def plant(root, tree):
    for name, content in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def self_test(faults, good, bad):
    """`good` is a tree without faults; each of `bad` is (what is added to it, a piece of the fault to be found)."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        plant(root, good)
        found = list(faults(root))
        if found:
            sys.exit("faults are found where there are none:\n" + "\n".join(found))
    for added, wanted in bad:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            plant(root, {**good, **added})
            found = list(faults(root))
            if not any(wanted in fault for fault in found):
                sys.exit(f"no fault is found that says \"{wanted}\" in {added}; found: {found}")
    print(f"finds all of {len(bad)} planted faults")


def main(faults, good, bad):
    if sys.argv[1:] == ["--self-test"]:
        self_test(faults, good, bad)
    elif len(sys.argv) == 2:
        found = list(faults(pathlib.Path(sys.argv[1]).resolve()))
        print("\n".join(found) if found else "no faults")
        sys.exit(1 if found else 0)
    else:
        sys.exit(f"usage: {sys.argv[0]} ROOT | --self-test")
