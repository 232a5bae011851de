#!/usr/bin/env python3
"""Visits from the first touch to the paper, with real X input: what comes out of the printer is what the screen shows
and the store keeps. visit.py BINARY REPO BUILD_FOLDER."""
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import escpos
from kiosk_display import KioskDisplay
from slip_reader import codes_in, npos, read_by_npos

PATIENCE = 60  # seconds; a full screen drawn without a graphics card, on a machine that may be busy


@unittest.skipUnless(shutil.which("zbarimg") and shutil.which("import"), "needs zbar-tools and imagemagick")
class PrintedVisit(KioskDisplay):
    SCREEN = "1080x1920x24"

    def setUp(self):
        super().setUp()
        self.paper = self.folder / "paper.bin"
        self.configure({"printer.url": f'"file:{self.paper}"'})
        self.start()
        self.screen("languages", PATIENCE)

    def touch(self, key, screen):
        """Touches it until that screen is there: a touch that came too early is not felt, and twice is once."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if any(item["key"] == key and item["enabled"] for item in self.shown()["items"]):
                self.tap(key)
            until = time.monotonic() + 4
            while time.monotonic() < until:
                if self.shown()["screen"].startswith(screen):
                    return
                time.sleep(0.05)
        self.fail(f"{key} does not lead to {screen}: the screen is {self.shown()['screen']!r}")

    def slips(self, count):
        """All slips so far, once there are so many."""
        end = time.monotonic() + PATIENCE
        found = []
        while time.monotonic() < end:
            try:
                found = escpos.slips(self.paper.read_bytes())
            except (FileNotFoundError, ValueError):  # it is being written
                pass
            if len(found) >= count:
                self.assertEqual(len(found), count)
                return found
            time.sleep(0.1)
        self.fail(f"{len(found)} slips came out, not {count}")

    def picture_of_screen(self):
        file = self.folder / "screen.png"
        subprocess.run(["import", "-display", self.display, "-window", "root", file], check=True, timeout=PATIENCE)
        return file

    def scan(self, code, screen):
        """As a scanner types, with Enter; again where the machine was too slow to take it for one."""
        for _ in range(4):
            self.xdotool("type", "--args", "1", "--delay", "15", code, "key", "Return")
            until = time.monotonic() + PATIENCE / 4
            while time.monotonic() < until:
                if self.shown()["screen"].startswith(screen):
                    return
                time.sleep(0.05)
        self.fail(f"the scanned code does not lead to {screen}: the screen is {self.shown()['screen']!r}")

    def picture_from_store(self, number):
        """The same slip as it is drawn from what the store keeps: rows of 0 and 1."""
        file = self.folder / "slip.png"
        self.done("picture", "paper", "--live", "--number", number, "-o", file)
        run = subprocess.run(["convert", file, "-threshold", "50%", "pbm:-"], check=True, capture_output=True,
                             timeout=PATIENCE)
        kind, size, bits = run.stdout.split(b"\n", 2)
        self.assertEqual(kind, b"P4")
        width, height = map(int, size.split())
        across = (width + 7) // 8
        return [row[:width] for row in
                escpos.dots([bits[y * across:(y + 1) * across] for y in range(height)])]

    def test_from_home_to_a_ticket_on_paper_and_again_by_its_code(self):
        for key, screen in (("language.en", "home"), ("service.B", "confirm"), ("confirm.take", "ticket")):
            self.touch(key, screen)
        (slip,) = self.slips(1)
        self.wait_for(lambda shown: any(item["key"] == "ticket.print_again" for item in shown["items"]), PATIENCE)
        screen = self.picture_of_screen()
        first = self.paper.read_bytes()
        (ticket,) = self.json("ticket", "list", "--json")["tickets"]
        number = ticket["number"]
        code = f"NEXTPLEASE:2026-10-13:{number}"
        self.touch("ticket.done", "languages")
        time.sleep(0.5)
        self.scan(code, "journey/my-ticket.waiting")  # what the slip says, as is seen below
        self.touch("my-ticket.print", "ticket")
        again = self.slips(2)[1]
        self.assertEqual(len(self.json("ticket", "list", "--json")["tickets"]), 1)

        # What was seen and printed is read when nobody waits for it any more.
        for what in (escpos.picture_of(slip.rows), screen, escpos.picture_of(again.rows)):
            self.assertEqual(codes_in(what), [code])
        self.assertEqual(ink(slip.rows), ink_of_dots(self.picture_from_store(number)))
        if shutil.which("tesseract"):
            self.assertIn(number, words_in(screen).replace("O", "0"))
        folder, why = npos()
        if folder is None:
            self.skipTest(why)
        self.paper.write_bytes(first)
        found = read_by_npos(folder, self.paper)
        self.assertTrue(found["rows"] == slip.dots())
        self.assertEqual([name[0] for name in found["commands"]], slip.commands)

    def test_from_home_to_the_reference_of_a_compliment_on_paper(self):
        for key, screen in (("language.en", "home"), ("home.tell_us", "tell-us"),
                            ("tell_us.message", "journey/message.kind"),
                            ("message.compliment", "journey/message.about"), ("about.B", "journey/message.words")):
            self.touch(key, screen)
        for letter in "hi":
            self.tap(f"key.{letter}")
        for key, screen in (("step.next", "journey/message.reply"), ("reply.none", "journey/message.review"),
                            ("step.next", "journey/message.sent")):
            self.touch(key, screen)
        (slip,) = self.slips(1)
        self.assertTrue(ink(slip.rows))
        self.assertEqual(codes_in(escpos.picture_of(slip.rows)), [])
        self.assertIn("K-1", self.done("case", "list"))


def words_in(picture):
    # Its threads wait for each other longer than they read on a machine that is busy.
    run = subprocess.run(["tesseract", picture, "-", "--psm", "11"], env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                         check=True, capture_output=True, text=True, timeout=2 * PATIENCE)
    return run.stdout


def ink(rows):
    return ink_of_dots(escpos.dots(rows))


def ink_of_dots(rows):
    """Without the white above and below."""
    inked = [y for y, row in enumerate(rows) if "1" in row]
    return rows[inked[0]:inked[-1] + 1] if inked else []


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
