"""The touchscreen as a process on a display of its own, touched with real X input, for the scripts that drive it."""
import json
import os
import shutil
import subprocess
import time
import unittest

import program

PATIENCE = 20  # seconds; the machine that tests may be busy


@unittest.skipUnless(shutil.which("Xvfb") and shutil.which("xdotool"), "needs Xvfb and xdotool")
class KioskDisplay(program.Program):
    SCREEN = "540x960x24"

    def setUp(self):
        super().setUp()
        self.probe = self.folder / "probe.json"
        # Away from X's default of a display for each user.
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", self.SCREEN, "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, self.server)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.display = ":" + pipe.readline().strip()
        self.kiosk = None
        self.at("2026-10-13T09:00:00Z")  # a Tuesday, 10:00 in London: open

    def end(self, process):
        if process.poll() is None:
            process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def start(self, *options):
        self.probe.unlink(missing_ok=True)
        self.kiosk = subprocess.Popen(
            [str(part) for part in (program.BINARY, "--config", self.config, "--store", self.store,
                                    "--clock", self.clock, "visitor",
                                    "--probe", self.probe, *options)],
            env={**self.environment(), "DISPLAY": self.display}, cwd=self.folder, stderr=subprocess.DEVNULL)
        self.addCleanup(self.end, self.kiosk)

    def shown(self):
        try:
            return json.loads(self.probe.read_text())
        except (FileNotFoundError, json.JSONDecodeError):
            return {"screen": "", "items": []}

    def wait_for(self, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if what(self.shown()):
                return self.shown()
            self.assertIsNone(self.kiosk.poll(), "the kiosk has ended")
            time.sleep(0.02)
        self.fail(f"not seen within {patience} s; the screen is {self.shown()['screen']!r}")

    def screen(self, name, patience=PATIENCE):
        return self.wait_for(lambda shown: shown["screen"].startswith(name), patience)

    def xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], env={**os.environ, "DISPLAY": self.display}, check=True,
                       timeout=PATIENCE)

    def tap(self, key):
        time.sleep(0.5)  # touches right after a change of screen are ignored
        item = next(item for item in self.shown()["items"] if item["key"] == key)
        self.xdotool("mousemove", int(item["x"] + item["w"] / 2), int(item["y"] + item["h"] / 2), "click", 1)
