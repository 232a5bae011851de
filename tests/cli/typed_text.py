"""What people type can forge no line of a log and move no cursor, and what cannot be is refused with one sentence."""
import sqlite3

import program
from program import REFUSED, WRONG_USAGE


class TypedText(program.Program):
    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")

    def log(self, *options, words="It leaks"):
        return self.json("case", "log", "--kind", "complaint", "--words", words, *options, "--json")

    def test_control_characters_are_refused_in_everything_but_the_lines_of_words(self):
        log = ("case", "log", "--kind", "complaint")
        self.assertIn("U+000A", self.fails(WRONG_USAGE, *log, "--words", "x", "--by", "evil\nline"))
        self.assertIn("--contact", self.fails(
            WRONG_USAGE, *log, "--words", "x", "--reply", "letter", "--contact", "a\nwords  forged"))
        for words in ("\x1b[2J", "\x1b]0;title\x07", "\x7f", "\u009b31m"):
            self.fails(WRONG_USAGE, *log, "--words", words)
        self.fails(WRONG_USAGE, "contact", "log", "--channel", "letter", "--about", "a\x1b[31m")
        self.fails(WRONG_USAGE, "ticket", "list", "--config", "a\nb")
        self.assertFalse(self.store.exists())
        self.assertEqual(self.log(words="Two\nlines")["reference"], "K-1")

    def test_words_have_an_end_and_are_utf_8(self):
        log = ("case", "log", "--kind", "complaint")
        self.assertIn("at most 4000", self.fails(WRONG_USAGE, *log, "--words", "x" * 100_000))
        self.fails(WRONG_USAGE, *log, "--words", "x", "--by", "y" * 3_000)
        self.assertIn("not UTF-8", self.fails(WRONG_USAGE, *log, "--words", "caf\udce9"))
        self.log(words="ł" * 1_000)

    def test_a_language_that_is_not_spoken_here_is_refused(self):
        self.assertIn("--language xx", self.fails(
            REFUSED, "case", "log", "--kind", "complaint", "--words", "x", "--language", "xx"))

    def test_what_lies_in_the_store_is_shown_without_its_controls(self):
        self.log()
        with sqlite3.connect(self.store) as store:
            store.execute("UPDATE council_case SET handler = ?", ("Ann\nwords           forged\x1b[31m",))
            store.execute("UPDATE case_event SET actor = ?", ("Ann\n2026-10-13  closed\x1b]0;x\x07",))
        shown = self.done("case", "show", "K-1")
        self.assertNotRegex(shown, "[\x00-\x09\x0b-\x1f\x7f]")
        lines = shown.splitlines()
        self.assertEqual(len([line for line in lines if line.startswith("handler")]), 1)
        self.assertEqual(len([line for line in lines if line.startswith("words")]), 1)
        self.assertIn("␛[31m", shown)
        self.assertEqual(len([line for line in lines if line.startswith("2026-10-13")]), 1)
        self.assertEqual(len(self.done("case", "list").splitlines()), 2)

    def test_what_came_is_no_later_than_now_and_not_of_another_century(self):
        case, contact = ("case", "log", "--kind", "complaint", "--words", "x"), ("contact", "log", "--channel", "letter")
        for command in (case, contact):
            self.assertIn("still to come", self.fails(REFUSED, *command, "--received", "2030-01-01T10:00"))
            self.assertIn("10 years ago", self.fails(REFUSED, *command, "--received", "1900-01-01T10:00"))
            self.done(*command, "--received", "2017-01-02T10:00")
        calls = self.folder / "calls.csv"
        calls.write_text("call,offered,answered,seconds,service\nc1,0001-01-01T10:00:00,yes,5,\n")
        self.assertIn("line 2", self.fails(REFUSED, "import", "calls", calls))

    def test_a_reason_needs_a_type_and_junk_has_none(self):
        log = ("contact", "log", "--channel", "email")
        self.assertIn("--avoidable", self.fails(WRONG_USAGE, *log, "--reason", "no reply"))
        self.assertIn("no contact", self.fails(WRONG_USAGE, *log, "--set-aside", "junk", "--avoidable", "chasing"))
        number = self.json(*log, "--json")["id"]
        self.fails(WRONG_USAGE, "contact", "answer", number, "--reason", "no reply")
        self.done("contact", "answer", number, "--avoidable", "chasing", "--reason", "no reply")

    def test_reasons_are_told_apart_by_their_words_and_how_many_were_coded_is_said(self):
        for reason in ("No reply", " no  reply", "NO REPLY ", "No form"):
            self.done("contact", "log", "--channel", "email", "--avoidable", "chasing", "--reason", reason)
        for _ in range(4):
            self.done("contact", "log", "--channel", "email")
        report = self.json("report", "contacts", "--by", "quarter", "--format", "json")
        self.assertEqual(report["total"]["reasons"], {"chasing: no reply": 3, "chasing: no form": 1})
        self.assertEqual([group["key"] for group in report["groups"]], ["2026-Q4"])
        table = self.done("report", "contacts")
        self.assertIn("coded", table)
        self.assertIn("50.0 % of 8", table)

    def test_a_case_is_logged_once_however_often_its_request_is_said(self):
        first = self.log("--request", "r1")
        self.assertEqual(self.log("--request", "r1")["reference"], first["reference"])
        self.assertEqual(len(self.json("case", "list", "--json")["cases"]), 1)

    def test_logs_without_rows_or_line_feeds_are_refused(self):
        calls = self.folder / "calls.csv"
        calls.write_text("call,offered,answered,seconds,service\n")
        self.assertIn("no rows", self.fails(REFUSED, "import", "calls", calls))
        calls.write_text("call,offered,answered,seconds,service\rc1,2026-10-12T10:00:00,yes,x,\r", newline="")
        self.assertIn("carriage return alone", self.fails(REFUSED, "import", "calls", calls))
        calls.write_text("call,offered,answered,seconds,service\r\nc1,2026-10-12T10:00:00,yes,5,\r\n", newline="")
        self.assertEqual(self.json("import", "calls", calls, "--json")["added"], 1)


if __name__ == "__main__":
    program.main()
