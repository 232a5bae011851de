#!/usr/bin/env python3
"""The bytes that go to a printer, read back by a decoder of our own, by one of other hands and by a code reader:
paper.py BINARY REPO BUILD_FOLDER."""
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import escpos
from program import Program
from slip_reader import codes_in, npos, read_by_npos



class Paper(Program):
    def print_slip(self, width):
        out = self.folder / f"paper{width}.bin"
        self.configure({"printer.url": f'"file:{out}"', "printer.width_mm": width})
        said = self.done("check", "--print-test")
        self.assertIn("Printer ready", said)
        self.assertIn("printed", said)
        return out

    def test_a_slip_is_what_it_was_drawn_as(self):
        for width in (58, 80):
            (slip,) = escpos.slips(self.print_slip(width).read_bytes())
            self.assertEqual(8 * len(slip.rows[0]), {58: 384, 80: 576}[width])
            self.assertTrue(any(row.strip(b"\0") for row in slip.rows))
            self.assertEqual(codes_in(escpos.picture_of(slip.rows)), ["NEXTPLEASE:TEST"])

    def test_a_decoder_of_other_hands_reads_the_same_dots(self):
        folder, why = npos()
        if folder is None:
            self.skipTest(why)
        out = self.print_slip(80)
        found = read_by_npos(folder, out)
        (ours,) = escpos.slips(out.read_bytes())
        self.assertTrue(found["rows"] == ours.dots())
        self.assertEqual([name[0] for name in found["commands"]], ours.commands)

    def test_the_ticket_carries_its_own_code_in_every_language_and_width(self):
        for language in "en cy pl ro uk pt tr ar ur pa bn gu zh".split():
            for width in (58, 80):
                file = self.folder / "ticket.png"
                self.done("picture", "paper", "--lang", language, "--width-mm", width, "-o", file)
                codes = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, text=True)
                self.assertEqual(codes.stdout.split(), ["NEXTPLEASE:2026-10-13:A019"], (language, width))

    def test_the_ticket_carries_its_page_where_there_is_one(self):
        self.configure({"web.public_url": '"https://queue.northmoor.example.org"'})
        file = self.folder / "ticket.png"
        self.done("picture", "paper", "--large-print", "-o", file)
        codes = subprocess.run(["zbarimg", "--quiet", "--raw", file], capture_output=True, text=True)
        self.assertEqual(codes.stdout.split(), ["https://queue.northmoor.example.org/t/A019"])

    def test_a_printer_that_is_not_there_is_a_problem_of_the_check(self):
        self.configure({"printer.url": '"usb:/dev/usb/no-such-printer"'})
        run = self.run_program("check", "--print-test")
        self.assertEqual(run.returncode, 1)
        self.assertIn("Printer off or unplugged", run.stdout)
        self.assertIn("not printed", run.stdout)

    def test_a_test_slip_without_a_printer_is_a_problem(self):
        run = self.run_program("check", "--print-test")
        self.assertEqual(run.returncode, 1)
        self.assertIn("none in kiosk.conf", run.stdout)
        self.done("check")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2)
