"""The program under test, for the scripts beside this file: each is started as `SCRIPT.py BINARY REPO`."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BINARY = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
REPO = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None

DONE, REFUSED, WRONG_USAGE, FAILED = 0, 1, 2, 3


class Program(unittest.TestCase):
    """A test case with a folder, a store and the shipped kiosk.conf of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="nextplease-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.store = self.folder / "store.db"
        self.config = REPO / "kiosk.conf"
        self.clock = None

    def configure(self, values):
        """A kiosk.conf of its own: the shipped one with other values, such as {"printer.width_mm": 58}."""
        text = (REPO / "kiosk.conf").read_text(encoding="utf-8")
        text = text.replace('"assets/words"', f'"{REPO}/assets/words"')
        for key, value in values.items():
            section, name = key.rsplit(".", 1)
            head, tail = text.split(f"[{section}]", 1)
            before, rest = tail.split(f"\n{name} = ", 1)
            text = f"{head}[{section}]{before}\n{name} = {value}\n" + rest.split("\n", 1)[1]
        self.config = self.folder / "kiosk.conf"
        self.config.write_text(text, encoding="utf-8")

    def environment(self):
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "TMPDIR") if name in os.environ}
        return {**kept, "HOME": str(self.folder)}

    def run_program(self, *arguments, common=True, typed=""):
        """Runs it; `common` False leaves --config and --store out; `typed` is its standard input."""
        head = ["--config", self.config, "--store", self.store] if common else []
        if self.clock:
            head += ["--clock", self.clock]
        return subprocess.run(
            [str(part) for part in (BINARY, *head, *arguments)],
            capture_output=True, text=True, input=typed, cwd=self.folder, env=self.environment(), timeout=120,
        )

    def done(self, *arguments, **options):
        """What it says, having succeeded without a word on standard error."""
        run = self.run_program(*arguments, **options)
        self.assertEqual((run.returncode, run.stderr), (DONE, ""), arguments)
        return run.stdout

    def json(self, *arguments, **options):
        return json.loads(self.done(*arguments, **options))

    def fails(self, status, *arguments, **options):
        """Its one sentence on standard error, with nothing on standard output."""
        run = self.run_program(*arguments, **options)
        self.assertEqual(run.returncode, status, f"{arguments}: {run.stdout}{run.stderr}")
        self.assertEqual(run.stdout, "", arguments)
        self.assertEqual(run.stderr.count("\n"), 1, f"{arguments}: {run.stderr}")
        self.assertTrue(run.stderr.endswith("\n"))
        return run.stderr.strip()

    def at(self, instant):
        """From now on the program's clock shows `instant` (UTC, such as 2026-10-13T09:00:00Z), as it were."""
        import time

        self.clock = f"{instant}@{int(time.time())}*0.001"


def main():
    unittest.main(argv=[sys.argv[0]], verbosity=1)
