#!/usr/bin/env python3
"""The bytes that go to a printer, read back by a decoder of our own, by one of other hands and by a code reader:
paper.py BINARY REPO BUILD_FOLDER."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import escpos
from program import REPO, Program

HERE = pathlib.Path(__file__).resolve().parent
BUILD = pathlib.Path(sys.argv[3]).resolve() if len(sys.argv) > 3 else None
MOMENT = "2026-10-13T10:24:00"


def codes_in(picture):
    with tempfile.NamedTemporaryFile(suffix=".pbm") as file:
        file.write(picture)
        file.flush()
        run = subprocess.run(["zbarimg", "--quiet", "--raw", file.name], capture_output=True, text=True, timeout=60)
    return run.stdout.split()


def npos():
    """The folder of the other decoder, installed once into the build folder; None where it cannot be had."""
    folder = BUILD / "npos"
    if not (folder / "node_modules" / "npos").exists():
        if not shutil.which("npm") or not shutil.which("node"):
            return None
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / "decoder" / name, folder)
        try:
            subprocess.run(
                ["npm", "ci", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"],
                cwd=folder, check=True, capture_output=True, timeout=180)
        except (subprocess.SubprocessError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
            return None
    return folder / "node_modules" / "npos"


class Paper(Program):
    def configure(self, lines):
        text = (REPO / "kiosk.conf").read_text(encoding="utf-8")
        text = text.replace('"assets/words"', f'"{REPO}/assets/words"')
        for key, value in lines.items():
            section, name = key.split(".")
            head, tail = text.split(f"[{section}]", 1)
            before, rest = tail.split(f"\n{name} = ", 1)
            text = f"{head}[{section}]{before}\n{name} = {value}\n" + rest.split("\n", 1)[1]
        self.config = self.folder / "kiosk.conf"
        self.config.write_text(text, encoding="utf-8")

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
        folder = npos()
        if folder is None:
            self.skipTest("npos, the other decoder, cannot be had here: it needs npm and its registry")
        out = self.print_slip(80)
        run = subprocess.run(["node", HERE / "decoder" / "decode.js", folder, out],
                             capture_output=True, text=True, timeout=120)
        self.assertEqual(run.returncode, 0, run.stderr)
        found = json.loads(run.stdout)
        (ours,) = escpos.slips(out.read_bytes())
        # It makes one picture of those that follow each other.
        theirs = [row for picture in found["pictures"] for row in picture]
        self.assertTrue(theirs == [row for picture in ours.pictures for row in escpos.dots(picture)])
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
