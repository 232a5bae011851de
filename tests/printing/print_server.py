#!/usr/bin/env python3
"""A slip through CUPS: a print server of the test's own, in a folder of its own, with a queue to a file. No other
print server of this machine is touched. print_server.py BINARY REPO BUILD_FOLDER; exit status 77: there is none."""
import getpass
import grp
import os
import pathlib
import shutil
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import escpos
import paper

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/usr/local/sbin")
LPADMIN = shutil.which("lpadmin") or shutil.which("lpadmin", path="/usr/sbin:/usr/local/sbin")


class PrintServer(paper.Paper):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.socket = self.folder / "cups.sock"
        self.out = self.folder / "queue.bin"
        self.out.touch()
        self.out.chmod(0o666)
        for name in ("etc", "cache", "run", "spool", "tmp", "log"):
            (self.folder / name).mkdir()
        # What the server hands raw jobs to: its own file: devices take only what a filter has written.
        backend = self.folder / "bin" / "backend" / "tofile"
        backend.parent.mkdir(parents=True)
        for part in ("daemon", "filter", "notifier"):
            (self.folder / "bin" / part).symlink_to(f"/usr/lib/cups/{part}")
        backend.write_text('#!/bin/sh\n[ $# -gt 4 ] || exit 0\ncat "${6:--}" >>"${DEVICE_URI#tofile:}"\n')
        backend.chmod(0o755)
        (self.folder / "etc" / "cups-files.conf").write_text("\n".join([
            f"ServerBin {self.folder}/bin", f"ServerRoot {self.folder}/etc", f"CacheDir {self.folder}/cache",
            f"StateDir {self.folder}/run", f"RequestRoot {self.folder}/spool", f"TempDir {self.folder}/tmp",
            f"ErrorLog {self.folder}/log/error", f"AccessLog {self.folder}/log/access",
            f"PageLog {self.folder}/log/page", f"SystemGroup {grp.getgrgid(os.getgid()).gr_name}",
            f"User {getpass.getuser() if os.getuid() else 'lp'}", ""]))
        (self.folder / "etc" / "cupsd.conf").write_text("\n".join([
            "LogLevel debug", f"Listen {self.socket}", "Browsing Off", "DefaultAuthType None", "WebInterface No",
            "<Location />", "Order allow,deny", "Allow all", "</Location>",
            "<Location /admin>", "Order allow,deny", "Allow all", "</Location>",
            "<Policy default>", "<Limit All>", "Order allow,deny", "Allow all", "</Limit>", "</Policy>", ""]))
        self.server = subprocess.Popen(
            [CUPSD, "-f", "-c", self.folder / "etc" / "cupsd.conf", "-s", self.folder / "etc" / "cups-files.conf"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop)
        deadline = time.monotonic() + 20
        while not self.socket.exists() and time.monotonic() < deadline and self.server.poll() is None:
            time.sleep(0.05)
        self.assertTrue(self.socket.exists(), "the print server did not start")
        self.lp(LPADMIN, "-p", "tickets", "-E", "-v", f"tofile:{self.out}", "-m", "raw")
        self.configure({"printer.url": '"cups:tickets"'})

    def stop(self):
        self.server.terminate()
        try:
            self.server.wait(10)
        except subprocess.TimeoutExpired:
            self.server.kill()

    def environment(self):
        return {**super().environment(), "CUPS_SERVER": str(self.socket)}

    def lp(self, *command):
        run = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=30,
                             env={**os.environ, "CUPS_SERVER": str(self.socket)})
        self.assertEqual(run.returncode, 0, run.stderr)

    def test_a_slip_goes_through_the_queue_unchanged(self):
        said = self.done("check", "--print-test")
        self.assertIn("Printer ready", said)
        (slip,) = escpos.slips(self.out.read_bytes())
        self.assertEqual(paper.codes_in(escpos.picture_of(slip.rows)), ["NEXTPLEASE:TEST"])

    def test_a_letter_goes_to_the_queue_for_letters_as_a_pdf(self):
        self.done("case", "log", "--kind", "complaint", "--words", "The lift was broken")
        self.done("case", "acknowledge", "K-1", "--handler", "Ann")
        self.assertIn("there is no printer for letters",
                      self.fails(1, "case", "letter", "K-1", "--kind", "acknowledgement", "--print"))
        self.configure({"letters.printer": '"cups:tickets"'})
        self.done("case", "letter", "K-1", "--kind", "acknowledgement", "--print")
        deadline = time.monotonic() + 20
        while not self.out.read_bytes().endswith(b"%%EOF\n") and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertTrue(self.out.read_bytes().startswith(b"%PDF"))
        self.configure({"letters.printer": '"cups:nobody"'})
        self.assertIn("does not take the pages",
                      self.fails(3, "case", "letter", "K-1", "--kind", "acknowledgement", "--print"))

    def test_a_queue_that_was_stopped_is_off_line(self):
        self.lp(shutil.which("cupsdisable") or "/usr/sbin/cupsdisable", "tickets")
        run = self.run_program("check", "--print-test")
        self.assertEqual(run.returncode, 1)
        self.assertIn("Printer off or unplugged", run.stdout)
        self.assertEqual(self.out.read_bytes(), b"")

    def test_a_queue_that_is_not_there_is_off_line(self):
        self.configure({"printer.url": '"cups:nobody"'})
        run = self.run_program("check")
        self.assertEqual(run.returncode, 1)
        self.assertIn("Printer off or unplugged", run.stdout)

    def test_a_server_that_has_gone_is_off_line(self):
        self.stop()
        run = self.run_program("check")
        self.assertEqual(run.returncode, 1)
        self.assertIn("Printer off or unplugged", run.stdout)


# What Paper tests has been tested without a print server.
for name in [name for name in dir(paper.Paper) if name.startswith("test_")]:
    setattr(PrintServer, name, None)

if __name__ == "__main__":
    if not CUPSD or not LPADMIN:
        print("There is no print server to start here: install cups-daemon and cups-client.")
        sys.exit(77)
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(PrintServer)
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(suite).wasSuccessful())
