"""Logs of telephone systems and mail rooms, wrong ones too: each is refused whole, with its line and reason. And contacts
and monitored calls by the verbs of the command line."""
import sqlite3

import program
from program import REFUSED, WRONG_USAGE


class WrongLogs(program.Program):
    """A wrong log is refused whole, with the line and the reason."""

    CALLS = "call,offered,answered,seconds,service\n1,2026-10-13T10:00:00,yes,5,A\n"
    POST = "item,received,scanned,scannable,service\n1,2026-10-13T10:00:00,2026-10-13T11:00:00,yes,A\n"

    def setUp(self):
        super().setUp()
        self.at("2026-11-01T09:00:00Z")

    def refused(self, kind, text):
        path = self.folder / "log.csv"
        path.write_text(text, encoding="utf-8")
        message = self.fails(REFUSED, "import", kind, path)
        self.assertTrue(message.startswith(f"{path}:line "), message)
        if self.store.exists():
            self.assertEqual(self.json("contact", "list", "--from", "2026-01-01", "--to", "2026-12-31", "--json"),
                             {"contacts": []})
        return message.split(":line ", 1)[1]

    def test_calls(self):
        for row, reason in (
            ("2,2026-10-13 10:00,maybe,5,A", '3: "answered" is "maybe": write yes or no'),
            ("2,13.10.2026,yes,5,A", '3: "offered" is "13.10.2026", which is not a time'),
            ("2,2026-03-29T01:30:00,yes,5,A", '3: "offered" is 2026-03-29T01:30:00, which the clocks skipped'),
            ("2,2026-12-24T10:00:00,yes,5,A", '3: "offered" is 2026-12-24T10:00:00, and that is still to come'),
            ("2,2026-10-13T10:00:00,yes,-5,A", '3: "seconds" is "-5": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,5.5,A", '3: "seconds" is "5.5": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,,A", '3: "seconds" is "": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,5,ZZ", '3: service "ZZ" is not known'),
            ("1,2026-10-13T10:01:00,yes,5,A", '3: call "1" stands in line 2 too'),
            (",2026-10-13T10:01:00,yes,5,A", '3: "call" must have 1 to 100 letters'),
            ("2,2026-10-13T10:00:00,yes,5", "3: 4 cells where there should be 5"),
            ('2,2026-10-13T10:00:00,yes,5,"A', "3: a cell begins with a quote that nothing closes"),
        ):
            self.assertIn(reason, self.refused("calls", self.CALLS + row + "\n"))
        self.assertIn("1: this is not the header of such a log", self.refused("calls", self.POST))

    def test_post(self):
        for row, reason in (
            ("2,2026-10-13T10:00:00,2026-10-13T09:00:00,yes,A", '3: "scanned" is 2026-10-13T09:00:00, before "received"'),
            ("2,2026-10-13T10:00:00,2026-10-13T11:00:00,no,A", '3: "scanned" has a time, and "scannable" is no'),
            ("2,2026-10-13T10:00:00,2026-10-13T11:00:00,perhaps,A", '3: "scannable" is "perhaps": write yes or no'),
        ):
            self.assertIn(reason, self.refused("post", self.POST + row + "\n"))
        self.assertIn("1: this is not the header of such a log", self.refused("post", self.CALLS))

    def test_another_story_of_the_same_call_is_refused(self):
        path = self.folder / "log.csv"
        path.write_text(self.CALLS, encoding="utf-8")
        self.done("import", "calls", path)
        path.write_text(self.CALLS.replace("yes,5", "no,5") + "2,2026-10-13T10:00:00,yes,5,A\n", encoding="utf-8")
        self.assertIn(":line 2: \"1\" is in the store with another content",
                      self.fails(REFUSED, "import", "calls", path))
        listed = self.json("contact", "list", "--from", "2026-10-13", "--to", "2026-10-13", "--json")["contacts"]
        self.assertEqual(len(listed), 1)


class Contacts(program.Program):
    """The verbs of contacts and of monitoring, as a script uses them."""

    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")

    def test_a_letter_from_the_log_to_the_answer(self):
        letter = self.json("contact", "log", "--channel", "letter", "--service", "B", "--about", "rent", "--json")
        self.assertEqual((letter["channel"], letter["service"], letter["answered_at"]), ("letter", "B", None))
        number = letter["id"]
        self.assertIn("still to answer", self.done("contact", "list", "--open"))
        self.assertIsNotNone(self.json("contact", "acknowledge", number, "--json")["acknowledged_at"])
        self.at("2026-10-26T09:00:00Z")
        told = self.json("contact", "explain", number, "--explanation", "Two are ill.", "--apology", "Sorry.",
                         "--until", "2026-10-30", "--json")["told"]
        self.assertEqual((told["until"], told["apology"]), ("2026-10-30", "Sorry."))
        self.assertIn("Say why it is late", self.fails(
            REFUSED, "contact", "explain", number, "--explanation", "x", "--apology", "y", "--until", "2026-10-25"))
        answered = self.json("contact", "answer", number, "--avoidable", "chasing", "--reason", "no reply",
                             "--resolved", "--json")
        self.assertEqual((answered["avoidable"], answered["resolved"]), ("chasing", True))
        standards = {one["id"]: one["total"] for one in self.json(
            "report", "standards", "--month", "2026-10", "--format", "json")["standards"]}
        self.assertEqual(standards["letter-acknowledged"]["within"], 1)
        self.assertEqual((standards["letter-answered"]["late"], standards["letter-answered"]["late_told"]), (1, 1))
        self.assertEqual(standards["letter-answered"]["worst"][0]["reference"], f"contact {number}")
        table = self.done("report", "standards", "--month", "2026-10")
        self.assertIn("✗ not met", table)
        self.assertNotIn("\033", table)
        junk = self.json("contact", "log", "--channel", "email", "--json")["id"]
        self.assertEqual(self.json("contact", "set-aside", junk, "junk", "--json")["set_aside"], "junk")
        self.assertIn("closed already", self.fails(REFUSED, "contact", "answer", junk))
        self.assertIn("not in the log", self.fails(REFUSED, "contact", "answer", 99))
        self.fails(WRONG_USAGE, "contact", "log", "--channel", "pigeon")
        self.fails(WRONG_USAGE, "report", "standards", "--month", "2026-13")
        self.fails(WRONG_USAGE, "report", "standards", "--month", "2026-10", "--quarter", "2026-Q4")
        self.fails(WRONG_USAGE, "report", "indicators", "--quarter", "2026-Q5")

    def test_an_automatic_acknowledgement_is_logged_with_its_time(self):
        log = ("contact", "log", "--channel", "email", "--received", "2026-10-09T10:00")
        mail = self.json(*log, "--acknowledged", "2026-10-09T10:01", "--json")
        self.assertEqual(mail["acknowledged_at"], "2026-10-09T09:01:00Z")
        self.assertIsNone(mail["answered_at"])
        self.assertIn("before it came", self.fails(REFUSED, *log, "--acknowledged", "2026-10-09T09:59"))
        self.assertIn("still to come", self.fails(REFUSED, *log, "--acknowledged", "2026-10-13T12:00"))
        self.fails(WRONG_USAGE, *log, "--acknowledged", "yes")
        standards = {one["id"]: one["total"] for one in self.json(
            "report", "standards", "--month", "2026-10", "--format", "json")["standards"]}
        self.assertEqual(standards["email-acknowledged"]["within"], 1)

    def test_what_is_late_or_due_stands_in_the_list_and_a_late_answer_says_what_it_owes(self):
        old = self.json("contact", "log", "--channel", "letter", "--received", "2026-09-01T10:00", "--json")["id"]
        new = self.json("contact", "log", "--channel", "letter", "--json")["id"]
        listed = {one["id"]: one for one in self.json("contact", "list", "--open", "--json")["contacts"]}
        self.assertEqual((listed[old]["late"], listed[new]["late"]), (True, False))
        self.assertEqual(listed[new]["acknowledge_by"], "2026-10-20T22:59:59Z")
        lines = self.done("contact", "list", "--open").splitlines()
        self.assertIn("answer late since 2026-09-1", lines[0])
        self.assertIn("to acknowledge by 2026-10-20, to answer by 2026-10-2", lines[1])
        self.assertIn("an explanation and an apology are owed", self.done("contact", "answer", old))
        told = self.json("contact", "answer", old, "--explanation", "It was lost.", "--apology", "Sorry.", "--json")
        self.assertEqual((told["told"]["until"], told["explanation_owed"]), ("2026-10-13", False))
        self.assertNotIn("owed", self.done("contact", "answer", new))
        other = self.json("contact", "log", "--channel", "letter", "--received", "2026-09-01T10:00", "--json")["id"]
        self.assertNotIn("owed", self.done("contact", "answer", other, "--explanation", "Lost.", "--apology", "Sorry."))
        self.fails(WRONG_USAGE, "contact", "answer", other, "--explanation", "Lost.")

    def test_what_was_done_on_friday_counts_for_friday(self):
        letter = self.json("contact", "log", "--channel", "letter", "--received", "2026-10-08T10:00", "--json")["id"]
        self.assertIn("before it came, 2026-10-08T10:00:00",
                      self.fails(REFUSED, "contact", "acknowledge", letter, "--at", "2026-10-08T09:59"))
        self.assertIn("still to come", self.fails(REFUSED, "contact", "acknowledge", letter, "--at", "2026-10-13T12:00"))
        done = self.json("contact", "acknowledge", letter, "--at", "2026-10-09T16:00", "--json")
        self.assertEqual(done["acknowledged_at"], "2026-10-09T15:00:00Z")
        self.assertIn("before it was acknowledged",
                      self.fails(REFUSED, "contact", "answer", letter, "--at", "2026-10-09T15:00"))
        done = self.json("contact", "answer", letter, "--at", "2026-10-09T16:30", "--json")
        self.assertEqual(done["answered_at"], "2026-10-09T15:30:00Z")

    def test_coding_afterwards_and_taking_back(self):
        call = self.json("contact", "log", "--channel", "phone", "--answered", "--json")
        self.at("2026-10-13T10:00:00Z")
        coded = self.json("contact", "answer", call["id"], "--avoidable", "repeat", "--reason", "told twice",
                          "--unresolved", "--json")
        self.assertEqual((coded["answered_at"], coded["avoidable"], coded["resolved"]),
                         (call["answered_at"], "repeat", False))
        report = self.json("report", "contacts", "--from", "2026-10-13", "--format", "json")["total"]
        self.assertEqual((report["coded"], report["avoidable"]), (1, 1))
        self.assertIn("closed already", self.fails(REFUSED, "contact", "set-aside", call["id"], "no_reply"))
        self.json("contact", "set-aside", call["id"], "junk", "--json")
        back = self.json("contact", "take-back", call["id"], "--json")
        self.assertIsNone(back["set_aside"])
        self.assertEqual(back["answered_at"], call["answered_at"])
        self.fails(WRONG_USAGE, "contact", "log", "--channel", "social", "--answered", "--set-aside", "no_reply")

    def test_a_callers_score_and_social_media_that_were_checked(self):
        call = self.json("contact", "log", "--channel", "phone", "--service", "B", "--answered", "--json")["id"]
        given = self.json("feedback", "add", "--score", "5", "--contact", call, "--json")
        self.assertEqual((given["score"], given["channel"], given["service"], given["contact"]), (5, "phone", "B", call))
        for _ in range(2):
            self.assertIn("2 of 5  phone, service A",
                          self.done("feedback", "add", "--score", "2", "--service", "A", "--request", "r"))
        self.fails(WRONG_USAGE, "feedback", "add", "--score", "6")
        self.fails(WRONG_USAGE, "feedback", "add", "--score", "5", "--channel", "kiosk")
        self.fails(WRONG_USAGE, "feedback", "add", "--score", "5", "--contact", call, "--channel", "email")
        self.assertIn("not in the log", self.fails(REFUSED, "feedback", "add", "--score", "5", "--contact", 99))
        report = self.json("report", "feedback", "--by", "channel", "--format", "json")
        self.assertEqual((report["total"]["visits"], report["total"]["satisfied"]), (2, 1))
        self.assertEqual([(group["key"], group["visits"]) for group in report["groups"]], [("phone", 2)])
        self.assertIn("Phone", self.done("report", "feedback", "--by", "channel"))
        self.assertEqual(self.json("contact", "checked", "--channel", "social", "--json"),
                         {"channel": "social", "checked_on": "2026-10-13"})
        self.assertIn("2026-10-13: social", self.done("contact", "checked", "--channel", "social"))
        self.config = program.REPO / "assets/profiles/mid-devon.conf"
        self.at("2027-01-04T09:00:00Z")
        checked = [one for one in self.json("report", "indicators", "--quarter", "2026-Q4", "--format", "json")["indicators"]
                   if one["id"] == "checked.social"]
        self.assertEqual(len(checked), 1)
        self.assertIn("1 of 58", self.done("report", "indicators", "--quarter", "2026-Q4"))

    def test_monitored_calls(self):
        calls = self.json("monitor", "sample", "--month", "2026-09", "--format", "json")["calls"]
        self.assertEqual(len(calls), 10)  # five of each directorate
        self.assertEqual(self.json("monitor", "sample", "--month", "2026-09", "--format", "json")["calls"], calls)
        answers = ["--within", "yes", "--script", "yes", "--name", "no", "--right", "yes"]
        self.assertIn("✗", self.done("monitor", "record", calls[0]["call"], *answers))
        self.assertIn("in 20 seconds", self.fails(WRONG_USAGE, "monitor", "record", calls[0]["call"], *answers[2:]))
        self.done("monitor", "record", calls[0]["call"], *[answer.replace("yes", "no") for answer in answers])
        with sqlite3.connect(self.store) as store:  # a correction is an event, with what was there before
            told = [row[0] for row in store.execute("SELECT detail FROM event WHERE kind = 'call_monitored' ORDER BY id")]
        self.assertNotIn("was_", told[0])
        self.assertIn("was_within=yes", told[1])
        self.done("monitor", "record", calls[0]["call"], *answers)
        for far in ("1900-01", "2030-01"):
            self.assertIn("too far away", self.fails(REFUSED, "monitor", "sample", "--month", far))
        heard = self.json("monitor", "list", "--month", "2026-09", "--format", "json")["calls"]
        self.assertEqual(sum(call["heard"] is not None for call in heard), 1)
        report = self.json("monitor", "report", "--month", "2026-09", "--format", "json")
        self.assertEqual((report["total"]["rung"], report["total"]["correct"]), (1, 0))
        self.assertEqual(report["directorates"][0]["director"], "Corporate Director of People")
        self.assertIn("no such monitored call", self.fails(REFUSED, "monitor", "record", 999, *answers))
        # A form on paper for whoever rings, and the results of one directorate for its director.
        form = self.done("monitor", "list", "--month", "2026-09", "--format", "html")
        for call in calls:
            self.assertIn(call["number"], form)
        self.assertEqual((form.count("☑"), form.count("☐")), (3, 37))  # four boxes for each of ten calls
        one, other = (directorate["directorate"] for directorate in report["directorates"])
        own = self.json("monitor", "report", "--month", "2026-09", "--directorate", one, "--format", "json")
        self.assertEqual([directorate["directorate"] for directorate in own["directorates"]], [one])
        self.assertEqual((own["total"]["sampled"], own["total"]["rung"]), (5, 1))
        theirs = self.json("monitor", "list", "--month", "2026-09", "--directorate", other, "--format", "json")["calls"]
        self.assertEqual({call["directorate"] for call in theirs}, {other})
        self.assertIn("no directorate", self.fails(REFUSED, "monitor", "report", "--directorate", "nowhere"))

    def test_each_profile_passes_the_check(self):
        for name in ("chorley", "mid-devon", "ombudsman-code"):
            self.config = program.REPO / f"assets/profiles/{name}.conf"
            run = self.run_program("check")
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


if __name__ == "__main__":
    program.main()
