"""Keys, cases and feedback on the command line, as the complaints team and managers use them."""
import os
import pty
import re
import signal
import sqlite3
import stat
import subprocess
import termios
import time

import program
from program import FAILED, REFUSED, WRONG_USAGE


PASSPHRASE = "staple of a different kind"


class Team(program.Program):
    """With a key of the complaints team, whose public part stands in kiosk.conf."""

    def make_key(self, name, typed=PASSPHRASE):
        said = self.done("key", "create", "-o", self.folder / name, common=False, typed=typed + "\n")
        return next(one for one in said.splitlines() if one.startswith("public_key"))

    def seal_to(self, line, *more):
        text = (program.REPO / "kiosk.conf").read_text()
        text = text.replace('public_key = ""', "\n".join((line, *more)))
        text = text.replace('words = "', f'words = "{program.REPO}/')  # the file moves, its folder of words does not
        self.config = self.folder / "kiosk.conf"
        self.config.write_text(text)

    def member(self, name, *options):
        self.done("staff", "add", name, *options, typed="2468\n")

    def log(self, words, *options):
        return self.json("case", "log", "--kind", "complaint", "--service", "B", "--words", words, *options, "--json")

    def events(self, reference="K-1"):
        return self.json("case", "show", reference, "--json")["events"]


class Keys(Team):
    def test_a_key_is_made_without_a_configuration_and_its_line_goes_into_kiosk_conf(self):
        line = self.make_key("team.key")
        file = self.folder / "team.key"
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertNotIn(PASSPHRASE, file.read_text())
        self.seal_to(line)
        checked = self.done("check")
        self.assertIn("sealed to the key", checked)
        self.assertNotIn("WARNING", checked)

    def test_a_key_is_never_overwritten(self):
        file = self.folder / "team.key"
        self.make_key("team.key")
        before = file.read_text()
        self.assertIn("exists already", self.fails(REFUSED, "key", "create", "-o", file, typed=PASSPHRASE + "\n"))
        self.assertEqual(file.read_text(), before)
        self.assertIn("could not be written", self.fails(
            FAILED, "key", "create", "-o", self.folder / "no" / "key", typed=PASSPHRASE + "\n"))
        self.fails(WRONG_USAGE, "key", "create")

    def test_a_terminal_shows_again_what_is_typed_where_a_passphrase_is_broken_off(self):
        ours, theirs = pty.openpty()
        shows = lambda: bool(termios.tcgetattr(theirs)[3] & termios.ECHO)
        run = subprocess.Popen([program.BINARY, "key", "create", "-o", self.folder / "team.key"], stdin=theirs,
                               stderr=subprocess.DEVNULL, env=self.environment())
        for _ in range(1000):
            if not shows():
                break
            time.sleep(0.01)
        self.assertFalse(shows())
        os.write(ours, b"half of it")
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.wait(10), -signal.SIGINT)
        self.assertTrue(shows())
        self.assertFalse((self.folder / "team.key").exists())
        os.close(ours)
        os.close(theirs)

    def test_a_passphrase_that_is_too_short_makes_no_key(self):
        said = self.fails(REFUSED, "key", "create", "-o", self.folder / "team.key", typed="short\n")
        self.assertIn("at least 12 characters", said)
        self.assertFalse((self.folder / "team.key").exists())

    def test_the_passphrase_is_changed_by_who_knows_the_old_one(self):
        file = self.folder / "team.key"
        self.make_key("team.key")
        before = file.read_text()
        said = self.fails(REFUSED, "key", "change-passphrase", file, typed="a guess of somebody\nanother passphrase\n")
        self.assertIn("is not the passphrase of", said)
        self.assertIn("too short", self.fails(
            REFUSED, "key", "change-passphrase", file, typed=PASSPHRASE + "\nshort\n"))
        self.assertEqual(file.read_text(), before)
        self.done("key", "change-passphrase", file, typed=PASSPHRASE + "\nanother passphrase\n", common=False)
        self.assertIn("is not the passphrase", self.fails(
            REFUSED, "key", "change-passphrase", file, typed=PASSPHRASE + "\nanother passphrase\n"))

    def test_check_warns_where_there_is_no_key(self):
        said = self.done("check")
        self.assertIn("WARNING: no key is set", said)
        self.assertIn("acknowledged in 5 and answered in 10 working days", said)
        self.assertIn("5 promises, 3 with figures", said)
        self.assertIn("phone: Calls answered within 20 seconds (Phone; 20 seconds; goal 80 %)", said)
        self.assertIn("social: Social media answered in 24 hours on weekdays (Social media; 24 hours on weekdays; no goal)", said)
        self.assertIn("visits 30 days, feedback 12 months", said)

    def test_check_says_by_which_calendar_days_are_counted(self):
        self.at("2026-11-22T10:00:00Z")
        said = self.done("check")
        self.assertRegex(said, r"calendar +next bank holiday 2026-12-25; of one year alone: -; moved away from: -")
        self.assertIn("counts as received on the ", said)
        self.config = program.REPO / "assets/profiles/chorley.conf"
        said = self.done("check")
        self.assertRegex(said, r"calendar +closed on -; no working days, so what is due waits")
        self.assertRegex(said, r"calendar +what comes after hours counts as received on the next working day")
        self.assertRegex(said, r"directorate +.*: People; told to ")
        self.seal_to("")
        text = re.sub(r"^(one_offs|closures|closures_stop_clock|after_hours) = .*\n", "", self.config.read_text(), flags=re.M)
        self.config.write_text(text.replace("[calendar]\n", "[calendar]\n" + "\n".join((
            'one_offs = ["2026-11-30"]', 'closures = ["2026-12-29"]', "closures_stop_clock = false",
            'after_hours = "same_day"', ""))))
        said = self.done("check")
        self.assertIn("next bank holiday 2026-11-30; of one year alone: 2026-11-30", said)
        self.assertIn("closed on 2026-12-29; working days all the same", said)
        self.assertIn("counts as received on the same day", said)

    def test_check_says_where_the_secret_key_is_and_what_is_wrong_with_it(self):
        line = self.make_key("team.key")
        self.seal_to(line, 'secret_key = "team.key"')
        self.assertIn("never on the kiosk", self.done("check"))
        (self.folder / "team.key").chmod(0o640)
        self.assertIn("chmod 600", self.run_program("check").stdout)
        self.assertEqual(self.run_program("check").returncode, REFUSED)
        self.make_key("other.key")
        self.seal_to(line, 'secret_key = "other.key"')
        self.assertIn("name the file that belongs to it", self.run_program("check").stdout)
        self.seal_to(line, 'secret_key = "none.key"')
        self.assertIn("is not on this machine", self.done("check"))


class Words(Team):
    """Who reads what was confided."""

    def setUp(self):
        super().setUp()
        self.at("2026-11-23T10:00:00Z")
        self.seal_to(self.make_key("team.key"))
        self.member("Ann", "--complaints")
        self.member("Bob")
        self.log("The lift was broken", "--reply", "email", "--contact", "me@example.org")

    def read(self, name, typed, *options):
        return ("case", "show", "K-1", "--staff", name, "--key", self.folder / "team.key", *options), {"typed": typed}

    def test_a_member_of_the_team_reads_with_pin_and_passphrase_and_the_case_tells_it(self):
        arguments, typed = self.read("Ann", f"2468\n{PASSPHRASE}\n", "--json")
        case = self.json(*arguments, **typed)
        self.assertEqual((case["words"], case["contact"]), ("The lift was broken", "me@example.org"))
        opened = self.events()[-1]
        self.assertEqual((opened["kind"], opened["actor"]), ("opened", "staff:Ann"))
        self.assertEqual(len(self.events()), 2)

    def test_nobody_else_reads_and_nothing_is_told_as_read(self):
        for name, typed, why in (("Ann", "1111\n", "the name or the PIN is wrong"),
                                 ("Ann", "2468\nnot the passphrase\n", "is not the passphrase"),
                                 ("Bob", f"2468\n{PASSPHRASE}\n", "Only members of the complaints team"),
                                 ("Nobody", f"2468\n{PASSPHRASE}\n", "the name or the PIN is wrong")):
            arguments, options = self.read(name, typed)
            self.assertIn(why, self.fails(REFUSED, *arguments, **options))
        self.assertIn("no key was given", self.fails(REFUSED, "case", "show", "K-1", "--staff", "Ann", typed="2468\n"))
        self.fails(WRONG_USAGE, "case", "show", "K-1", "--key", self.folder / "team.key")
        self.assertEqual(len(self.events()), 1)

    def test_lists_and_everything_unsealed_need_no_key(self):
        self.assertIn("K-1", self.done("case", "list"))
        shown = self.json("case", "show", "K-1", "--json")
        self.assertEqual((shown["words"], shown["contact"]), (None, None))
        self.assertEqual((shown["state"], shown["service"], shown["due"]), ("logged", "B", "2026-11-30"))
        self.assertIn("read it with --staff NAME --key", self.done("case", "show", "K-1"))

    def test_the_head_of_the_service_has_it_from_the_first_day_and_the_law_s_procedure_is_named(self):
        self.assertIn("Head of Customer Services", self.done("case", "list"))
        self.assertIsNone(self.json("case", "show", "K-1", "--json")["own_procedure"])
        self.json("case", "log", "--kind", "complaint", "--service", "C", "--words", "No money came", "--json")
        self.assertEqual(self.json("case", "show", "K-2", "--json")["own_procedure"], "housing-benefit")
        shown = self.done("case", "show", "K-2")
        self.assertIn("Housing Benefit appeal: nextplease case route K-2 --procedure housing-benefit sends it on", shown)
        self.done("case", "acknowledge", "K-2", "--handler", "Ann")
        self.assertIn("Housing Benefit appeal", self.done("case", "letter", "K-2", "--kind", "acknowledgement"))
        self.done("case", "route", "K-2", "--procedure", "housing-benefit")
        self.assertNotIn("sends it on", self.done("case", "show", "K-2"))

    def test_the_team_reads_what_was_written_with_feedback_and_it_is_told_who_did(self):
        show = ("feedback", "show", "--staff", "Ann")
        with sqlite3.connect(self.store) as store:
            add = ("INSERT INTO feedback (at, service, language, score, words_key, words_text) "
                   "VALUES (?, 'A', 'en', ?, ?, ?)")
            sealed = store.execute("SELECT words_key, words_text FROM council_case").fetchone()
            store.execute(add, (1791882000, 2, "", "Too loud\nand too hot"))
            store.execute(add, (1791882000 + 86400, 5, *sealed))
            store.execute(add, (1791882000, 4, "", "")) # said nothing
        self.assertIn("no key was given", self.fails(REFUSED, *show, typed="2468\n"))
        self.assertIn("name or the PIN is wrong", self.fails(REFUSED, *show, typed="1111\n"))
        self.assertIn("Only members", self.fails(REFUSED, "feedback", "show", "--staff", "Bob", typed="2468\n"))
        self.assertEqual(self.json("feedback", "readings", "--json")["readings"], [])
        key = ("--key", self.folder / "team.key")
        read = self.json(*show, *key, "--json", typed=f"2468\n{PASSPHRASE}\n")
        self.assertEqual([(one["words"], one["score"]) for one in read["feedback"]],
                         [("Too loud\nand too hot", 2), ("The lift was broken", 5)])
        text = self.done(*show, "--to", "2026-10-13", typed="2468\n")
        self.assertIn("2 of 5  service A, language en\n    Too loud\n    and too hot\n", text)
        self.assertNotIn("lift", text)
        told = self.json("feedback", "readings", "--json")["readings"]
        self.assertEqual([(one["actor"], one["to"], one["words"]) for one in told],
                         [("staff:Ann", None, 2), ("staff:Ann", "2026-10-13", 1)])
        self.assertIn("staff:Ann", self.done("feedback", "readings"))
        self.fails(WRONG_USAGE, "feedback", "show")
        self.fails(WRONG_USAGE, *show, "--from", "2026-10-13", "--to", "2026-10-12")

    def test_the_team_is_changed_and_listed(self):
        self.done("staff", "change", "Bob", "--complaints", "yes")
        self.done("staff", "change", "Ann", "--complaints", "no")
        listed = self.json("staff", "list", "--json")["staff"]
        self.assertEqual(listed, [{"name": "Ann", "complaints": False}, {"name": "Bob", "complaints": True}])
        self.assertEqual(self.done("staff", "list"), "Ann\nBob  (complaints team)\n")
        arguments, options = self.read("Ann", f"2468\n{PASSPHRASE}\n")
        self.fails(REFUSED, *arguments, **options)
        self.fails(REFUSED, "staff", "change", "Nobody", "--complaints", "yes")
        self.fails(WRONG_USAGE, "staff", "change", "Ann", "--complaints", "perhaps")

    def test_after_a_rotation_the_new_key_reads_and_the_old_one_does_not(self):
        rotate = ("key", "rotate", self.folder / "team.key")
        self.assertIn("does not name the new key yet", self.fails(REFUSED, *rotate, typed=PASSPHRASE + "\n"))
        self.seal_to(self.make_key("new.key"))
        self.log("Of the new key")
        self.assertIn("is not the passphrase", self.fails(REFUSED, *rotate, typed="not the passphrase\n"))
        said = self.done(*rotate, typed=PASSPHRASE + "\n")
        self.assertIn(": 1 cases, 0 feedback", said)
        self.assertIn("for as long as there are backups", said)
        self.assertIn(": 0 cases, 0 feedback", self.done(*rotate, typed=PASSPHRASE + "\n"))
        resealed = self.events()[-1]
        self.assertEqual(resealed["kind"], "resealed")
        self.assertTrue(resealed["actor"].startswith("command line:"))
        arguments, options = self.read("Ann", f"2468\n{PASSPHRASE}\n")
        self.assertIn("this is another one", self.fails(REFUSED, *arguments, **options))
        case = self.json("case", "show", "K-1", "--staff", "Ann", "--key", self.folder / "new.key", "--json",
                         typed=f"2468\n{PASSPHRASE}\n")
        self.assertEqual(case["words"], "The lift was broken")


class Cases(program.Program):
    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")
        self.done("ticket", "take", "--service", "A")

    def put(self, **columns):
        """A case as the kiosk leaves it, put in by other hands."""
        row = dict(letter="K", kind="complaint", service="B", category="money", received=1791882000,
                   acknowledge_by=20261020, respond_by=20261027, reply="phone", reply_language="pl", language="pl",
                   words_key="", words_text="Plain words", contact_key="", contact_text="07700 900123")
        row.update(columns)
        with sqlite3.connect(self.store) as store:
            store.execute(f"INSERT INTO council_case ({','.join(row)}) VALUES ({','.join('?' * len(row))})",
                          list(row.values()))

    def test_a_case_is_shown_by_its_reference_however_it_is_typed(self):
        self.put()
        for typed in ("K-1", "k1", "K 1"):
            shown = self.json("case", "show", typed, "--json")
            self.assertEqual((shown["reference"], shown["kind"]), ("K-1", "complaint"))
        self.assertEqual((shown["words"], shown["contact"], shown["sealed_to"]), (None, None, None))
        self.assertEqual((shown["acknowledge_by"], shown["respond_by"]), ("2026-10-20", "2026-10-27"))
        self.assertEqual((shown["category"], shown["service"], shown["reply"]), ("money", "B", "phone"))
        self.assertNotIn("Plain words", self.done("case", "show", "K-1"))
        self.done("staff", "add", "Ann", "--complaints", typed="2468\n")
        self.assertIn("Plain words", self.done("case", "show", "K-1", "--staff", "Ann", typed="2468\n"))

    def test_cases_are_listed_by_the_days_on_which_they_came(self):
        self.put()
        self.put(kind="compliment", received=1791882000 + 86400, acknowledge_by=None, respond_by=None)
        listed = self.json("case", "list", "--json")["cases"]
        self.assertEqual([one["reference"] for one in listed], ["K-1", "K-2"])
        self.assertIsNone(listed[1]["respond_by"])
        listed = self.json("case", "list", "--from", "2026-10-14", "--json")["cases"]
        self.assertEqual([one["reference"] for one in listed], ["K-2"])
        table = self.done("case", "list").splitlines()
        self.assertEqual((len(table), table[0].split()[:3]), (3, ["case", "kind", "received"]))

    def test_what_there_is_not_is_refused(self):
        self.put()
        self.assertIn("no case K-2", self.fails(REFUSED, "case", "show", "K-2"))
        self.assertIn("no case L-1", self.fails(REFUSED, "case", "show", "L-1"))
        self.assertIn("is no reference", self.fails(WRONG_USAGE, "case", "show", "hello"))
        self.assertIn("cannot be read", self.fails(
            FAILED, "case", "show", "K-1", "--staff", "Ann", "--key", self.folder / "none"))
        self.assertIn("holds no secret key", self.fails(
            REFUSED, "case", "show", "K-1", "--staff", "Ann", "--key", self.config))


class Feedback(program.Program):
    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")
        self.done("ticket", "take", "--service", "A")
        with sqlite3.connect(self.store) as store:
            visit = store.execute("SELECT id FROM visit").fetchone()[0]
            add = ("INSERT INTO feedback (visit, at, service, language, score, words_key, words_text) "
                   "VALUES (?, ?, ?, 'en', ?, '', '')")
            store.execute(add, (visit, 1791882000, "A", 5))
            store.execute(add, (None, 1791882000, "", 1))
            store.execute(add, (None, 1791882000 + 40 * 86400, "", 3))

    def test_satisfaction_counts_visits_and_feedback_without_a_ticket_apart(self):
        report = self.json("report", "feedback", "--from", "2026-10-01", "--to", "2026-10-31", "--by", "service",
                           "--format", "json")
        total = report["total"]
        self.assertEqual((total["visits"], total["satisfied"], total["share_satisfied"]), (1, 1, 1.0))
        self.assertEqual((total["by_score"], total["others"]), ([0, 0, 0, 0, 1], 1))
        self.assertEqual([group["key"] for group in report["groups"]], ["A", None])
        self.assertEqual(report["groups"][0]["name"], "Council Tax")
        for period in (("--month", "2026-10"), ("--quarter", "2026-Q4")):
            report = self.json("report", "feedback", *period, "--by", "quarter", "--format", "json")
            self.assertEqual(([group["key"] for group in report["groups"]], report["total"]["visits"]), (["2026-Q4"], 1))
        report = self.json("report", "feedback", "--by", "directorate", "--format", "json")
        self.assertEqual([group["visits"] for group in report["groups"]], [1, 0])
        self.assertNotEqual(report["groups"][0]["name"], report["groups"][0]["key"])

    def test_the_same_as_a_table_and_as_csv(self):
        table = self.done("report", "feedback", "--by", "month")
        self.assertIn("100.0 % of 1", table)
        self.assertIn("CS 6.5.1", table)
        lines = [line for line in self.done("report", "feedback", "--by", "month", "--format", "csv").splitlines()
                 if not line.startswith("#")]
        self.assertEqual(lines[0].split(",")[:5], ["month", "name", "visits", "satisfied", "share_satisfied"])
        self.assertEqual([line.split(",")[0] for line in lines[1:]], ["2026-10", "2026-11", "total"])
        self.done("report", "feedback", "-o", self.folder / "out.txt")
        self.assertTrue((self.folder / "out.txt").read_text().startswith("Feedback"))

    def test_a_wrong_question_is_wrong_usage(self):
        self.fails(WRONG_USAGE, "report", "feedback", "--by", "desk")
        self.fails(WRONG_USAGE, "report", "feedback", "--format", "pdf")
        self.fails(WRONG_USAGE, "report", "feedback", "--from", "2026-10-02", "--to", "2026-10-01")


class Steps(program.Program):
    """A complaint from its receipt to the Ombudsman's decision, as the team works it by commands."""

    def log(self, *options):
        return self.json("case", "log", "--kind", "complaint", "--service", "B", "--words", "It leaks", *options,
                         "--json")

    def test_a_complaint_goes_from_stage_to_stage_each_with_clocks_of_its_own(self):
        self.at("2026-11-23T10:00:00Z")
        case = self.log("--channel", "letter", "--received", "2026-11-20T09:00", "--by", "Ann")
        self.assertEqual((case["reference"], case["state"], case["channel"]), ("K-1", "logged", "letter"))
        self.assertEqual((case["due"], case["respond_by"]), ("2026-11-27", "2026-12-04"))
        self.at("2026-11-27T10:00:00Z")
        case = self.json("case", "acknowledge", "K-1", "--handler", "Head of Housing", "--by", "Ann", "--json")
        self.assertEqual((case["state"], case["due"], case["handler"]), ("acknowledged", "2026-12-04", "Head of Housing"))
        self.fails(WRONG_USAGE, "case", "extend", "K-1", "--until", "2026-12-18")
        self.assertIn("not later than Friday 4 December", self.fails(
            REFUSED, "case", "extend", "K-1", "--until", "2026-12-04", "--reason", "A survey"))
        self.done("case", "extend", "K-1", "--until", "2026-12-18", "--reason", "A survey", "--request", "r7")
        self.done("case", "extend", "K-1", "--until", "2026-12-18", "--reason", "A survey", "--request", "r7")
        case = self.json("case", "show", "K-1", "--json")
        self.assertEqual(case["first_stage"]["extensions"], 1)
        extended = case["events"][-1]
        self.assertEqual((extended["kind"], extended["reason"]), ("extended", "A survey"))
        self.assertEqual(extended["before"]["respond_by"], "2026-12-04")
        self.assertEqual(extended["after"]["respond_by"], "2026-12-18")
        self.fails(WRONG_USAGE, "case", "respond", "K-1", "--outcome", "perhaps")
        self.done("case", "respond", "K-1", "--outcome", "not_upheld")
        self.assertIn("had the first stage", self.fails(
            REFUSED, "case", "escalate", "K-1", "--reason", "Not happy", "--handler", "Head of Housing"))
        case = self.json("case", "escalate", "K-1", "--reason", "Not happy", "--json")
        self.assertEqual((case["stage"], case["handler"], case["due"]), (2, "Chief Executive", "2026-12-04"))
        self.done("case", "acknowledge", "K-1")
        self.done("case", "respond", "K-1", "--outcome", "upheld")
        self.done("case", "close", "K-1")
        self.done("case", "ombudsman", "K-1")
        self.fails(WRONG_USAGE, "case", "decide", "K-1", "--decision", "maybe")
        case = self.json("case", "decide", "K-1", "--decision", "upheld", "--json")
        self.assertEqual((case["state"], case["ombudsman_upheld"], case["outcome"]), ("closed", True, "upheld"))
        self.assertIn("(before: ", self.done("case", "show", "K-1"))

    def test_what_was_done_before_is_entered_with_its_time(self):
        self.at("2026-11-20T10:00:00Z")
        self.log()
        self.at("2026-11-23T10:00:00Z")
        step = lambda name, at, *options: ("case", name, "K-1", "--at", at, *options, "--json")
        self.assertIn("before the latest step, on Friday 20 November", self.fails(REFUSED, *step("acknowledge", "2026-11-20T09:00")))
        self.assertIn("not come yet", self.fails(REFUSED, *step("acknowledge", "2026-11-23T10:01")))
        self.fails(WRONG_USAGE, *step("acknowledge", "yesterday"))
        self.assertEqual(self.json(*step("acknowledge", "2026-11-20T15:30"))["first_stage"]["acknowledged"], "2026-11-20T15:30:00Z")
        case = self.json(*step("respond", "2026-11-20T16:00", "--outcome", "not_upheld"))
        self.assertEqual((case["first_stage"]["responded"], case["events"][-1]["at"]), ("2026-11-20T16:00:00Z",) * 2)
        self.assertEqual(self.json(*step("ombudsman", "2026-11-21T12:00"))["state"], "with_ombudsman")
        case = self.json(*step("decide", "2026-11-22T12:00", "--decision", "not_investigated"))
        self.assertEqual((case["state"], case["ombudsman_upheld"]), ("responded", None))
        self.assertIn("not investigated, sent back to us", self.done("case", "show", "K-1"))
        self.assertEqual(self.json("report", "complaints", "--format", "json")["total"]["ombudsman_not_investigated"], 1)

    def test_what_is_not_answered_stays_due_while_the_ombudsman_has_it(self):
        self.at("2026-11-23T10:00:00Z")
        self.log()
        case = self.json("case", "ombudsman", "K-1", "--json")
        self.assertEqual((case["state"], case["due"]), ("logged", "2026-11-30"))
        self.at("2026-12-01T10:00:00Z")
        self.assertIn("K-1", self.done("case", "list", "--late"))
        self.done("case", "acknowledge", "K-1", "--handler", "Ann")
        self.assertEqual(self.json("case", "respond", "K-1", "--outcome", "upheld", "--json")["state"], "with_ombudsman")

    def test_a_wrong_service_is_corrected_and_what_was_there_is_kept(self):
        self.log()
        self.fails(WRONG_USAGE, "case", "correct", "K-1")
        self.fails(REFUSED, "case", "correct", "K-1", "--service", "none")
        self.fails(REFUSED, "case", "correct", "K-1", "--category", "none")
        was = self.json("case", "show", "K-1", "--json")["service"]
        case = self.json("case", "correct", "K-1", "--service", "", "--json")
        self.assertEqual((case["service"], case["events"][-1]["before"]["service"]), (None, was or ""))

    def test_a_letter_is_only_of_what_happened(self):
        self.at("2026-11-23T10:00:00Z")
        self.log()
        for kind, why in (("acknowledgement", "not acknowledged yet"), ("extension", "not given a new date"),
                          ("response", "not answered yet"), ("refusal", "was not refused"),
                          ("routing", "not sent on"), ("request", "not made a service request"),
                          ("decision", "has not decided")):
            self.assertIn(why, self.fails(REFUSED, "case", "letter", "K-1", "--kind", kind))
        self.assertIn("0300 061 0614", self.done("case", "letter", "K-1", "--kind", "ombudsman"))
        self.done("case", "refuse", "K-1", "--reason", "It is older than 12 months.")
        self.assertIn("older than 12 months", self.done("case", "letter", "K-1", "--kind", "refusal"))

    def test_a_case_is_understood_answered_with_remedies_and_its_actions_are_tracked(self):
        self.at("2026-11-23T10:00:00Z")
        case = self.log("--wanted", "A dry room", "--adjustments", "Large print")
        self.assertEqual(case["understood"]["wanted"], "A dry room")
        case = self.json("case", "acknowledge", "K-1", "--handler", "Ann", "--summary", "The roof leaks.",
                         "--not-ours", "The gas pipe", "--json")
        self.assertEqual(case["understood"], {"summary": "The roof leaks.", "wanted": "A dry room",
                                              "not_ours": "The gas pipe", "adjustments": "Large print"})
        self.assertIn("The roof leaks.", self.done("case", "letter", "K-1", "--kind", "acknowledgement"))
        answer = ("case", "respond", "K-1", "--outcome", "upheld", "--reason", "Nobody came.")
        self.assertIn("--remedy flowers", self.fails(WRONG_USAGE, *answer, "--remedy", "flowers"))
        self.assertIn("--action", self.fails(WRONG_USAGE, *answer, "--action", "soon: mend it"))
        self.fails(REFUSED, *answer, "--action", "2026-12-18")
        case = self.json(*answer, "--remedy", "money", "--remedy", "apology", "--action", "2026-12-18 Mend the roof",
                         "--json")
        self.assertEqual(case["remedies"], ["apology", "money"])
        self.assertEqual(case["actions"], [{"what": "Mend the roof", "due": "2026-12-18", "done": None}])
        self.assertEqual(case["due"], "2026-12-18")
        self.assertIn("Mend the roof by 2026-12-18, not done yet", self.done("case", "show", "K-1"))
        self.done("case", "action", "K-1", "--due", "2026-12-04", "--what", "Ring them")
        self.assertEqual(self.json("case", "list", "--open", "--json")["cases"][0]["due"], "2026-12-04")
        self.assertIn("not done yet", self.fails(REFUSED, "case", "close", "K-1"))
        self.fails(REFUSED, "case", "action-done", "K-1", "--number", "3")
        self.done("case", "action-done", "K-1", "--number", "1")
        self.done("case", "action-done", "K-1", "--number", "2")
        self.assertEqual(self.json("case", "close", "K-1", "--json")["state"], "closed")
        letter = self.done("case", "letter", "K-1", "--kind", "response")
        self.assertIn("an apology, a payment", letter)
        case = self.json("case", "note", "K-1", "--remedy", "change_policy", "--summary", "A leak", "--json")
        self.assertEqual((case["remedies"], case["understood"]["summary"]), (["change_policy"], "A leak"))

    def test_complaints_are_reported_as_table_csv_and_json(self):
        self.at("2026-11-02T10:00:00Z")
        self.log()
        self.log("--category", "money")
        self.done("case", "acknowledge", "K-1", "--handler", "Ann")
        self.at("2026-11-30T10:00:00Z")
        self.done("case", "respond", "K-1", "--outcome", "upheld", "--remedy", "apology",
                  "--action", "2026-12-18 Mend the roof")
        self.done("case", "refuse", "K-2", "--reason", "It was in 2019.", "--because", "too_old")
        total = self.json("report", "complaints", "--month", "2026-11", "--format", "json")["total"]
        for name, value in dict(received_complaint=2, open=1, first_acknowledged_in_time=1, first_acknowledged_late=1,
                                first_answered_late=2, share_first_answered_in_time=0.0, first_outcome_upheld=1, first_outcome_refused=1,
                                refused_too_old=1, remedy_apology=1, actions_due=0, ombudsman_asked=0,
                                share_second_answered_in_time=None).items():
            self.assertEqual(total[name], value, name)
        report = self.json("report", "complaints", "--by", "category", "--format", "json")
        self.assertEqual([group["key"] for group in report["groups"]], ["money", None])
        self.assertEqual(report["total"]["actions_due"], 1)
        table = self.done("report", "complaints", "--by", "handler")
        self.assertIn("remedy apology", table)
        self.assertIn("in_time: ", table)
        lines = [line for line in self.done("report", "complaints", "--format", "csv").splitlines()
                 if not line.startswith("#")]
        self.assertEqual(lines[0].split(",")[:3], ["group", "name", "received_complaint"])
        self.assertEqual(lines[1].split(",")[:3], ["total", "Total", "2"])
        self.fails(WRONG_USAGE, "report", "complaints", "--by", "weather")
        self.fails(WRONG_USAGE, "report", "complaints", "--month", "2026-13")

    def test_what_is_refused_says_because_of_what(self):
        self.at("2026-11-23T10:00:00Z")
        self.log()
        refuse = ("case", "refuse", "K-1", "--reason", "It was in 2019.")
        self.assertIn("too_old", self.fails(WRONG_USAGE, *refuse, "--because", "none"))
        self.assertEqual(self.json(*refuse, "--because", "too_old", "--json")["refused_because"], "too_old")
        self.assertIn("too_old", self.done("case", "show", "K-1"))

    def test_an_answer_is_not_put_off_for_ever(self):
        self.at("2026-11-23T10:00:00Z")
        self.log()
        self.done("case", "acknowledge", "K-1", "--handler", "Ann")
        self.assertIn("Monday 22 November", self.fails(
            REFUSED, "case", "extend", "K-1", "--until", "9999-12-31", "--reason", "A survey"))

    def test_the_open_ones_are_listed_by_the_day_on_which_something_is_due(self):
        self.at("2026-11-16T10:00:00Z")
        for _ in range(3):
            self.log()
        self.done("case", "acknowledge", "K-2", "--handler", "Ann")
        self.done("case", "put-right", "K-3", "--reason", "A new bin")
        self.at("2026-11-23T10:00:00Z")

        def listed(*options):
            return [one["reference"] for one in self.json("case", "list", *options, "--json")["cases"]]
        self.log()
        self.assertEqual(listed("--open"), ["K-1", "K-2", "K-4"])
        self.assertEqual(listed("--due-today"), ["K-1"])
        self.assertEqual(listed("--late"), [])
        self.at("2026-11-30T23:30:00Z")
        self.assertEqual(listed("--late"), ["K-1"])
        self.assertEqual(listed("--due-today"), ["K-2", "K-4"])
        self.assertEqual(listed("--open", "--handler", "Ann"), ["K-2"])
        self.assertEqual(listed("--handler", "Nobody"), [])
        self.assertIn("K-2", listed("--handler", "Ann"))
        self.assertEqual(listed(), ["K-1", "K-2", "K-3", "K-4"])
        self.fails(WRONG_USAGE, "case", "list", "--late", "--open")

    def test_what_is_not_understood_changes_nothing(self):
        self.at("2026-11-16T10:00:00Z")
        self.fails(WRONG_USAGE, "case", "log", "--kind", "grumble", "--words", "x")
        self.fails(REFUSED, "case", "log", "--kind", "complaint", "--words", "x", "--service", "nowhere")
        self.fails(REFUSED, "case", "log", "--kind", "complaint", "--words", "x", "--channel", "pigeon")
        self.fails(REFUSED, "case", "log", "--kind", "complaint", "--words", "x", "--reply", "email")
        self.log()
        self.fails(REFUSED, "case", "respond", "K-9", "--outcome", "upheld")
        self.fails(REFUSED, "case", "route", "K-1", "--procedure", "nowhere")
        self.fails(REFUSED, "case", "note", "K-1", "--also", "nowhere")
        self.fails(REFUSED, "case", "close", "K-1")
        self.assertEqual(len(self.json("case", "show", "K-1", "--json")["events"]), 1)
        routed = self.json("case", "route", "K-1", "--procedure", "planning", "--json")
        self.assertEqual((routed["outcome"], routed["handler"]), ("routed", "Planning Inspectorate"))


if __name__ == "__main__":
    program.main()
