"""The visit that kiosk/run plays where there is no display: with real touches and keys, on three real screens."""
import subprocess
import unittest

import kiosk_display
import program


class ScriptedVisit(kiosk_display.KioskDisplay):
    SCREEN = "4920x1920x24"

    def play(self):
        pictures = self.folder / "pictures"
        done = subprocess.run(
            [str(part) for part in (program.BINARY, "--config", self.config, "demo", "--scripted", pictures)],
            env={**self.environment(), "DISPLAY": self.display}, cwd=self.folder, capture_output=True, text=True,
            timeout=240)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout, [picture.name for picture in sorted(pictures.glob("*.png"))]

    def test_it_is_played_to_its_end_with_what_came_of_it(self):
        said, pictures = self.play()
        self.assertIn("is finished", said)
        self.assertIn("The visit is over.", said)
        for part in ("visitor-ticket", "desk-called", "board-called", "desk-outcome", "desk-finished"):
            self.assertTrue(any(part in name for name in pictures), f"{part}: {pictures}")

    def test_it_presses_the_keys_that_kiosk_conf_has(self):
        self.configure({"console.keys.finish": '"Q"', "outcome.asked": '"none"'})
        said, _ = self.play()
        self.assertIn("press Q", said)
        self.assertIn("The visit is over.", said)


if __name__ == "__main__":
    program.main()
