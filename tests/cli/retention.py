"""What tells of a person is kept as long as [retention] of kiosk.conf says and no longer, and every figure stays what it
was, byte by byte. And what is held of one person is told to that person, all of it."""
import json
import sqlite3

import program
from program import REFUSED, WRONG_USAGE

DAY = "2026-01-20"  # the day after a simulated week
VISIT, FEEDBACK, CONTACT, LOG, CASE = "zqVisit", "zqFeedback", "zqContact", "zqLog", "zqCase"
# A clock past each limit, and what is forgotten then.
PAST = [
    ("2026-02-19T12:00:00Z", []),
    ("2026-02-20T12:00:00Z", [VISIT]),
    ("2027-01-20T12:00:00Z", [VISIT]),
    ("2027-01-22T12:00:00Z", [VISIT, FEEDBACK, CONTACT, LOG]),
    ("2032-01-19T12:00:00Z", [VISIT, FEEDBACK, CONTACT, LOG]),
    ("2032-01-22T12:00:00Z", [VISIT, FEEDBACK, CONTACT, LOG, CASE]),
]
REPORTS = [
    ("report", "wait"), ("report", "wait", "--by", "service"), ("report", "wait", "--by", "desk"),
    ("report", "wait", "--by", "hour"), ("report", "wait", "--by", "day"), ("report", "wait", "--by", "month"),
    ("report", "feedback"), ("report", "feedback", "--by", "service"), ("report", "estimate"),
    ("report", "estimate", "--by", "service"), ("report", "outcomes"), ("report", "contacts"),
    ("report", "contacts", "--by", "month"), ("report", "contacts", "--by", "channel"),
    ("report", "standards"), ("report", "standards", "--month", "2026-01"), ("report", "indicators", "--month", "2026-01"),
    ("report", "complaints"), ("report", "complaints", "--by", "handler"), ("report", "complaints", "--by", "month"),
    ("monitor", "report", "--month", "2026-01"), ("estimate", "backtest"),
]  # fmt: skip


class Planted(program.Program):
    def setUp(self):
        super().setUp()
        self.done("simulate", "-o", self.folder / "log", "--from", "2026-01-12", "--days", "5", "--seed", "7",
                  "--visitors", "120")
        self.at(f"{DAY}T09:30:00Z")
        self.done("import", self.folder / "log/visits.csv", "--desks", self.folder / "log/desks.csv")
        self.plant()

    def plant(self):
        """A day by commands, with words and names wherever there is room for them."""
        for _ in range(7):
            self.done("ticket", "take", "--service", "A", "--need", "seat", "--need", "hearing-loop")
        for number in range(1, 7):
            ticket = f"A00{number}"
            self.done("ticket", "call", "--desk", "Desk 1", ticket)
            self.done("ticket", "start", ticket)
            # So many give the same reason that it is a figure, and stays.
            self.done("ticket", "finish", ticket, "--unresolved", "evidence", "--avoidable", "chasing", "--passed-to",
                      VISIT, "--note", "no reply to a letter")
        self.done("ticket", "hold", "A007", "--reason", VISIT, "--minutes", "5")
        self.done("ticket", "resume", "A007")
        self.done("ticket", "call", "--desk", "Desk 1", "A007")
        self.done("ticket", "start", "A007")
        self.done("ticket", "transfer", "A007", "--to", "B", "--desk", "Desk 3", "--note", VISIT)
        self.done("appointment", "add", "--service", "B", "--at", f"{DAY}T11:00", "--reference", "ZQVISIT1", "--note",
                  VISIT, "--need", "seat")
        self.done("appointment", "move", "ZQVISIT1", "--at", f"{DAY}T11:10", "--apology", VISIT)
        self.done("appointment", "check-in", "ZQVISIT1")
        self.done("contact", "log", "--channel", "letter", "--service", "B", "--about", CONTACT)
        self.done("contact", "explain", 1, "--explanation", CONTACT, "--apology", CONTACT, "--until", "2026-01-21")
        self.done("contact", "answer", 1, "--resolved")
        self.done("case", "log", "--kind", "complaint", "--service", "B", "--words", CASE, "--reply", "letter", "--contact",
                  CASE, "--by", LOG)
        self.done("case", "acknowledge", "K-1", "--by", LOG)  # by the head of that service, an office of kiosk.conf
        self.done("case", "put-right", "K-1", "--reason", CASE, "--by", LOG)
        self.done("case", "close", "K-1", "--by", LOG) if self.json("case", "show", "K-1", "--json")["state"] != "closed" else None
        with sqlite3.connect(self.store) as store:
            visit, at = store.execute("SELECT id, arrived FROM visit WHERE number = 'A001'").fetchone()
            store.execute("INSERT INTO feedback (visit, at, service, language, score, words_key, words_text) "
                          "VALUES (?, ?, 'A', 'en', 4, '', ?)", (visit, at, FEEDBACK))
            store.execute("INSERT INTO apology VALUES (?, ?, 900, '', ?, 'Desk 1', ?)", (visit, at, VISIT, "staff:" + LOG))
            store.execute("INSERT INTO staff (key, name, pin_hash, active, wrong, last_try) VALUES (?, ?, '', 0, 0, ?)",
                          (LOG, LOG, at))
            add = ("INSERT INTO event (leg, kind, at, service, desk, actor, detail) VALUES (0, ?, ?, '', 'Desk 1', ?, '')")
            store.execute(add, ("signed_in", at, "staff:" + LOG))
            store.execute(add, ("signed_out", at + 60, "staff:" + LOG))
            store.execute(add, ("help_called", at, "staff:" + LOG))

    def files(self):
        return b"".join(file.read_bytes() for file in self.folder.glob("store.db*"))

    def held(self):
        found = self.files()
        return [word for word in (VISIT, FEEDBACK, CONTACT, LOG, CASE) if word.encode() in found or word.upper().encode() in found]

    def reports(self):
        return [self.done(*report, "--format", "json") for report in REPORTS]


class Retention(Planted):
    def test_past_each_limit_the_words_are_gone_and_every_report_is_what_it_was(self):
        self.assertEqual(self.held(), [VISIT, FEEDBACK, CONTACT, LOG, CASE])
        for clock, gone in PAST:
            self.at(clock)
            self.done("desk", "close", "--desk", "Desk 1")  # closes the days before, as every verb does
            with self.subTest(clock=clock):
                before = self.reports()
                dry = self.json("purge", "--dry-run", "--json")
                done = self.json("purge", "--json")
                self.assertEqual({**dry, "dry_run": False}, done)
                self.assertTrue(done["log_emptied"])
                for report, was, is_now in zip(REPORTS, before, self.reports()):
                    self.assertEqual(was, is_now, report)
                self.assertEqual(self.held(), [word for word in (VISIT, FEEDBACK, CONTACT, LOG, CASE) if word not in gone])
                again = self.json("purge", "--json")
                self.assertEqual([count for count in again.values() if type(count) is int and count], [])
        self.assertIn("Taken out", self.done("purge"))
        self.assertIn("Would be taken out", self.done("purge", "--dry-run"))

    def test_an_old_backup_does_not_bring_back_what_was_forgotten(self):
        self.done("backup", self.folder / "copy")
        self.at(PAST[-1][0])
        self.done("purge")
        for file in self.folder.glob("store.db*"):
            file.unlink()
        self.assertIn("Taken out", self.done("restore", self.folder / "copy"))
        self.assertEqual(self.held(), [])
        self.assertEqual(self.json("report", "wait", "--format", "json")["total"]["visits"],
                         len((self.folder / "log/visits.csv").read_text().splitlines()) - 1 + 8)

    def test_closing_a_day_forgets_by_itself_and_check_says_when_nobody_closed_any(self):
        self.assertIn("nothing is kept longer", self.done("check"))
        self.at("2026-02-18T12:00:00Z")
        self.assertIn("nothing is kept longer", self.done("check"))  # but a few days
        self.at("2026-03-02T12:00:00Z")
        self.assertIn("WARNING: something was kept longer", self.done("check"))
        self.done("ticket", "close-day")
        self.assertNotIn(VISIT, self.held())
        self.assertIn("nothing is kept longer", self.done("check"))

    def test_a_log_that_is_imported_again_after_it_was_forgotten_adds_nothing(self):
        self.at(PAST[-1][0])
        self.done("purge")
        summary = self.json("import", self.folder / "log/visits.csv", "--json")
        self.assertEqual(summary["added"], 0)


class Subject(Planted):
    """What is held of one person."""

    def told(self, name, *whose):
        self.done("export", "-o", self.folder / "out", *whose)
        text = (self.folder / "out" / f"{name}.txt").read_text()
        self.assertEqual((self.folder / "out" / f"{name}.txt").stat().st_mode & 0o077, 0)
        return json.loads((self.folder / "out" / f"{name}.json").read_text())["tables"], text

    def rows(self, table, column, value):
        with sqlite3.connect(self.store) as store:
            return store.execute(f'SELECT COUNT(*) FROM "{table}" WHERE "{column}" = ?', (value,)).fetchone()[0]

    def referring(self, table):
        """Every table of the schema that refers to that one, so that a new one is not left out."""
        with sqlite3.connect(self.store) as store:
            return store.execute("SELECT m.name, f.\"from\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f "
                                 'WHERE f."table" = ?', (table,)).fetchall()

    def test_a_ticket_with_all_that_refers_to_it(self):
        tables, text = self.told(f"A001-{DAY}", "--ticket", "a1", "--day", DAY)
        visit = tables["visit"][0]
        self.assertEqual((visit["number"], visit["day"], visit["needs"]), ("A001", DAY, "hearing-loop seat"))
        self.assertRegex(visit["arrived"], rf"^{DAY}T09:30:\d\dZ$")
        self.assertEqual((tables["feedback"][0]["words"], tables["apology"][0]["words"]), (FEEDBACK, VISIT))
        for table, column in self.referring("visit"):
            self.assertEqual(len(tables.get(table, [])), self.rows(table, column, visit["id"]), table)
        self.assertIn("hearing-loop seat", text)
        # Instants and days are told as such.
        numbers = [value for rows in tables.values() for row in rows for name, value in row.items()
                   if type(value) is int and name not in ("id", "visit", "turn", "appointment")]
        self.assertLess(max(numbers), 10_000_000)
        self.fails(REFUSED, "export", "-o", self.folder / "out", "--ticket", "A001", "--day", DAY)  # is there
        self.fails(REFUSED, "export", "-o", self.folder / "out", "--ticket", "A001", "--day", "2026-01-12")

    def test_an_appointment_with_its_visit_and_its_log(self):
        tables, _ = self.told("appointment-ZQV1S1T1", "--appointment", "zqvisit1")
        self.assertEqual(tables["appointment"][0]["note"], VISIT)
        self.assertEqual(tables["visit"][0]["appointment"], tables["appointment"][0]["id"])
        kinds = [event["kind"] for event in tables["event"]]
        self.assertEqual([kinds.count(kind) for kind in ("appointment_booked", "appointment_moved", "checked_in")], [1, 1, 1])

    def test_a_case_with_what_was_sealed(self):
        tables, text = self.told("K-1", "--case", "k1")
        case = tables["council_case"][0]
        self.assertEqual((case["words"], case["contact"]), (CASE, CASE))
        for table, column in self.referring("council_case"):
            self.assertEqual(len(tables[table]), self.rows(table, column, case["id"]), table)
        self.assertIn("put_right", text)
        created = self.done("key", "create", "-o", self.folder / "team.key", typed="correct horse battery staple\n")
        line = [line for line in created.splitlines() if line.startswith("public_key")][0]
        self.configure({"privacy.public_key": line.split("=", 1)[1].strip()})
        self.done("case", "log", "--kind", "complaint", "--words", "Seal me")
        tables, _ = self.told("K-2", "--case", "K-2")
        self.assertNotIn("words", tables["council_case"][0])
        self.assertEqual(len(tables["council_case"][0]["words_sealed_to"]), 8)

    def test_whose_it_is_must_be_said(self):
        self.fails(WRONG_USAGE, "export", "-o", self.folder / "out")
        self.fails(WRONG_USAGE, "export", "-o", self.folder / "out", "--ticket", "A001", "--case", "K-1")
        self.fails(REFUSED, "export", "-o", self.folder / "out", "--case", "K-9")
        self.fails(REFUSED, "export", "-o", self.folder / "out", "--appointment", "nobody")


if __name__ == "__main__":
    program.main()
