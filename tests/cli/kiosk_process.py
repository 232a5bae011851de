"""The touchscreen as a process on a display of its own: killed, told to close, and without its store."""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

import program

PATIENCE = 20  # seconds; the machine that tests may be busy


@unittest.skipUnless(shutil.which("Xvfb") and shutil.which("xdotool"), "needs Xvfb and xdotool")
class KioskProcess(program.Program):
    def setUp(self):
        super().setUp()
        self.probe = self.folder / "probe.json"
        # Away from X's default of a display for each user.
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "540x960x24", "-nolisten", "tcp"],
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

    def test_after_a_crash_it_is_back_within_two_seconds_and_the_visit_is_gone(self):
        self.start()
        self.screen("languages")
        self.tap("language.pl")
        self.screen("home")
        self.tap("bar.contrast")
        self.tap("service.B")
        self.screen("confirm")
        for _ in range(3):  # what nextplease-visitor.service does: again 100 ms after it ended
            self.kiosk.send_signal(signal.SIGKILL)
            killed = time.monotonic()
            self.kiosk.wait()
            time.sleep(0.1)
            self.start()
            shown = self.screen("languages")
            self.assertLess(time.monotonic() - killed, 2 + float(os.environ.get("NEXTPLEASE_SLOWNESS", "0")))
            labels = {item["key"]: item["label"] for item in shown["items"]}
            self.assertEqual(labels["bar.help"], "Help")  # in the kiosk's own language
        self.assertEqual(list(self.folder.glob("core*")), [])

    def test_only_a_signal_ends_the_full_screen(self):
        self.start()
        self.screen("languages")
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Nextplease"], text=True,
                                env={**os.environ, "DISPLAY": self.display}, capture_output=True).stdout.split()[0]
        self.xdotool("key", "--window", window, "alt+F4", "Escape", "ctrl+c", "ctrl+q", "ctrl+w", "super+q")
        time.sleep(0.5)
        self.assertIsNone(self.kiosk.poll())
        self.screen("languages")
        self.kiosk.send_signal(signal.SIGTERM)
        self.assertEqual(self.kiosk.wait(PATIENCE), program.DONE)

    def test_a_store_that_cannot_be_reached_at_the_start_is_waited_for(self):
        away = self.folder / "disk"
        away.write_text("not mounted")
        self.store = away / "store.db"
        self.start()
        self.screen("cut-off")
        away.unlink()
        away.mkdir()
        self.screen("languages")
        self.assertTrue(self.store.exists())


if __name__ == "__main__":
    program.main()
