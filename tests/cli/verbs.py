"""Every verb of the command line, as a script uses it: what it answers, and what becomes of the ticket."""
import json
import re
import sqlite3
import struct

import program
from program import REFUSED


class Verbs(program.Program):
    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")  # a Tuesday, 10:00 in London

    def take(self, service="A", *more):
        return self.json("ticket", "take", "--service", service, *more, "--json")

    def ticket(self, *arguments):
        return self.json("ticket", *arguments, "--json")

    def test_a_ticket_from_taking_to_goodbye(self):
        taken = self.take("B", "--lang", "pl")
        self.assertEqual((taken["number"], taken["service"], taken["state"]), ("B001", "B", "waiting"))
        self.assertEqual((taken["people_ahead"], taken["language"], taken["day"]), (0, "pl", "2026-10-13"))
        self.assertTrue(taken["arrived"].startswith("2026-10-13T09:00:0"))
        self.at("2026-10-13T09:05:00Z")
        called = self.ticket("call", "--desk", "Desk 3")
        self.assertEqual((called["number"], called["state"], called["desk"]), ("B001", "called", "Desk 3"))
        self.assertAlmostEqual(called["wait_seconds"], 300, delta=2)
        self.assertEqual(self.ticket("recall", "b1")["recalls"], 1)
        self.at("2026-10-13T09:05:20Z")
        started = self.ticket("start", "b 001")
        self.assertEqual(started["state"], "serving")
        self.assertAlmostEqual(started["walk_seconds"], 20, delta=2)
        self.at("2026-10-13T09:10:20Z")
        self.assertIn("what came of B001", self.fails(REFUSED, "ticket", "finish", "B001"))
        finished = self.ticket("finish", "B001", "--unresolved", "evidence", "--avoidable", "chasing")
        self.assertEqual(finished["state"], "served")
        self.assertAlmostEqual(finished["service_seconds"], 300, delta=2)
        story = [event["event"] for event in self.ticket("show", "B001")["events"]]
        self.assertEqual(story, ["taken", "called", "recalled", "started", "finished", "result"])
        total = self.json("report", "outcomes", "--format", "json")["total"]
        self.assertEqual((total["results"], total["resolved"], total["avoidable_chasing"]), (1, 0, 1))

    def test_numbers_follow_one_another_by_letter_and_people_ahead_are_counted(self):
        numbers = [self.take(service) for service in "AABA"]
        self.assertEqual([one["number"] for one in numbers], ["A001", "A002", "B001", "A003"])
        self.assertEqual([one["people_ahead"] for one in numbers], [0, 1, 0, 2])

    def test_the_estimate_is_told_once_a_desk_is_open(self):
        self.assertIsNone(self.take()["wait_estimate_seconds"])
        self.done("desk", "open", "--desk", "Desk 1")
        estimate = self.take()
        self.assertGreater(estimate["wait_estimate_seconds"], 0)
        self.assertEqual(estimate["wait_estimate_seconds"] % 60, 0)

    def test_a_call_is_undone_and_leaves_the_ticket_as_it_was(self):
        before = self.take()
        self.ticket("call", "--desk", "Desk 1")
        after = self.ticket("undo", "A001")
        for key in ("state", "desk", "called", "calls", "arrived"):
            self.assertEqual(after[key], before[key], key)

    def test_a_transfer_is_a_new_leg_with_its_note_and_keeps_the_arrival(self):
        taken = self.take()
        self.ticket("call", "--desk", "Desk 1", "A001")
        self.ticket("start", "A001")
        sent = self.ticket("transfer", "A001", "--to", "D", "--note", "permit, not tax")
        self.assertEqual((sent["service"], sent["leg"], sent["note"]), ("D", 2, "permit, not tax"))
        self.assertEqual((sent["state"], sent["arrived"]), ("waiting", taken["arrived"]))
        self.assertEqual(self.ticket("show", "A001")["legs"][0]["how"], "transferred")

    def test_hold_resume_no_show_rejoin_leave(self):
        self.take()
        held = self.ticket("hold", "A001", "--reason", "fetches a paper", "--minutes", "15")
        self.assertEqual((held["state"], held["note"]), ("held", "fetches a paper"))
        self.assertTrue(held["hold_until"].startswith("2026-10-13T09:15:0"))
        self.assertEqual(self.ticket("resume", "A001")["state"], "waiting")
        self.ticket("call", "--desk", "Desk 1")
        self.assertEqual(self.ticket("no-show", "A001")["state"], "no_show")
        self.assertEqual(self.ticket("rejoin", "A001")["state"], "waiting")
        self.assertEqual(self.ticket("leave", "A001")["state"], "left")

    def test_the_list_holds_who_waits_first_in_the_order_of_calling(self):
        for service in "AAB":
            self.take(service)
        urgent = self.take("A", "--priority", "support")["number"]
        self.ticket("call", "--desk", "Desk 3")
        listed = self.ticket("list")
        self.assertEqual(listed["day"], "2026-10-13")
        self.assertEqual([one["number"] for one in listed["tickets"]], [urgent, "A001", "A002", "B001"])
        self.ticket("leave", "A002")
        self.assertEqual(len(self.ticket("list")["tickets"]), 3)
        self.assertEqual(len(self.ticket("list", "--all")["tickets"]), 4)

    def test_a_repeated_request_is_done_once_and_answered_the_same(self):
        first = self.take("A", "--request", "r-1")
        again = self.take("A", "--request", "r-1")
        self.assertEqual((first["repeated"], again["repeated"]), (False, True))
        self.assertEqual(first["number"], again["number"])
        self.assertEqual(len(self.ticket("list")["tickets"]), 1)

    def test_needs_party_and_further_services_go_with_the_ticket(self):
        taken = self.take("A", "--need", "seat", "--need", "interpreter", "--interpreter", "so", "--party", "4",
                          "--also", "D", "--also", "G")  # fmt: skip
        self.assertEqual(taken["needs"], ["interpreter", "seat"])
        self.assertEqual((taken["interpreter"], taken["party"], taken["matters"]), ("so", 4, ["D", "G"]))
        self.assertIsNone(taken["priority"])
        self.assertEqual(self.ticket("show", "A001")["needs"], ["interpreter", "seat"])
        self.assertIn("helicopter", self.fails(REFUSED, "ticket", "take", "--service", "A", "--need", "helicopter"))
        self.assertIn("10 people", self.fails(REFUSED, "ticket", "take", "--service", "A", "--party", "11"))

    def test_a_finished_matter_goes_on_to_the_next(self):
        self.take("A", "--also", "D")
        self.ticket("call", "--desk", "Desk 1")
        self.ticket("start", "A001")
        gone_on = self.ticket("finish", "A001", "--resolved")
        self.assertEqual((gone_on["state"], gone_on["service"], gone_on["leg"]), ("waiting", "D", 2))
        self.assertEqual(gone_on["matters"], [])
        shown = self.ticket("show", "A001")
        self.assertEqual([event["event"] for event in shown["events"]], ["taken", "called", "started", "went_on", "result"])
        self.assertEqual(shown["legs"][0]["how"], "served")

    def test_more_time_lets_three_go_first_once(self):
        for minute in range(5):
            self.at(f"2026-10-13T09:0{minute}:00Z")
            self.take("A")
        self.assertEqual(self.ticket("more-time", "A001")["people_ahead"], 3)
        self.assertIn("already", self.fails(REFUSED, "ticket", "more-time", "A001"))
        self.assertIn("Nobody", self.fails(REFUSED, "ticket", "more-time", "A005"))

    def test_a_desk_is_opened_paused_and_closed(self):
        self.take()
        for verb, state in (("open", "open"), ("pause", "paused"), ("close", "closed")):
            self.assertEqual(self.json("desk", verb, "--desk", "Desk 1", "--json")["state"], state)
        said = self.fails(REFUSED, "ticket", "call", "--desk", "Desk 1")
        self.assertIn("Desk 1", said)
        self.assertEqual(self.ticket("show", "A001")["state"], "waiting")

    def test_what_is_open_when_the_day_is_over_is_unresolved(self):
        self.take()
        self.at("2026-10-14T09:00:00Z")
        self.assertEqual(self.json("ticket", "close-day", "--json"), {"unresolved": 1})
        self.assertEqual(self.json("ticket", "close-day", "--json"), {"unresolved": 0})
        self.assertEqual(self.json("report", "wait", "--format", "json")["total"]["unresolved"], 1)
        self.assertEqual(self.take()["number"], "A001")

    def test_staff_give_tickets_outside_opening_hours(self):
        self.at("2026-10-17T22:00:00Z")  # a Saturday night
        self.assertEqual(self.take()["number"], "A001")

    def test_words_for_people_without_json(self):
        said = self.done("ticket", "take", "--service", "A")
        self.assertRegex(said, r"^A001: Council Tax, waiting, 0 people ahead\n$")
        self.assertNotIn("<b>", self.done("desk", "open", "--desk", "Desk 1") + self.done("ticket", "list"))
        self.assertIn("Desk 1", self.done("ticket", "call", "--desk", "Desk 1"))
        self.assertRegex(self.done("ticket", "show", "a1"), r"2026-10-13T10:00:\d\d called +A, Desk 1, command line")

    def test_keys_are_those_that_scripts_rely_on(self):
        self.assertEqual(
            list(self.take()),
            ["number", "service", "state", "priority", "language", "day", "people_ahead", "wait_estimate_seconds",
             "wait_estimate_up_to_seconds", "next", "go_to_desk", "desk", "arrived", "called", "seen", "ended",
             "hold_until", "wait_seconds", "walk_seconds", "service_seconds", "held_seconds", "total_seconds",
             "limit_seconds", "leg", "calls", "recalls", "note", "needs", "interpreter", "party", "matters",
             "appointment_at", "more_time", "reference", "repeated"],
        )  # fmt: skip

    def test_check_says_what_was_understood(self):
        said = self.done("check")
        for part in (str(self.config), str(self.store), "Europe/London", "polski", "Desk 4: ", "Housing"):
            self.assertIn(part, said)
        self.assertFalse(self.store.exists())  # a check makes nothing

    def test_a_backup_is_restored_elsewhere_and_never_over_a_store(self):
        self.take()
        copy = self.folder / "copy.db"
        self.done("backup", copy)
        self.fails(REFUSED, "backup", copy)
        self.fails(REFUSED, "restore", copy)
        original, self.store = self.store, self.folder / "new" / "store.db"
        self.done("restore", copy)
        self.assertEqual(self.ticket("show", "A001")["number"], "A001")
        rows = [
            sqlite3.connect(f"file:{path}?mode=ro", uri=True).execute("SELECT count(*) FROM event").fetchone()
            for path in (original, self.store)
        ]
        self.assertEqual(rows[0], rows[1])

    def test_the_default_store_lies_in_the_users_data_folder(self):
        said = self.done("--config", self.config, "ticket", "take", "--service", "A", "--json", common=False)
        self.assertEqual(json.loads(said)["number"], "A001")
        self.assertTrue((self.folder / ".local" / "share" / "nextplease" / "store.db").exists())

    def test_pictures_need_no_display_and_no_store(self):
        for name, options, size in [
            ("visitor", ["--screen", "home", "--lang", "pl", "--large-print", "--contrast", "--reach"], (1080, 1920)),
            ("desk", ["--desk", "Desk 3", "--lang", "ur"], (1920, 1080)),
            ("board", ["--size", "960x540"], (960, 540)),
        ]:
            with self.subTest(name=name):
                file = self.folder / f"{name}.png"
                self.assertEqual(self.done("picture", name, *options, "-o", file), "")
                head = file.read_bytes()[:24]
                self.assertEqual(head[:8], b"\x89PNG\r\n\x1a\n")
                self.assertEqual(struct.unpack(">II", head[16:24]), size)
        self.assertFalse(self.store.exists())
        self.take()
        self.done("picture", "board", "--live", "-o", self.folder / "live.png")
        self.assertEqual(len(self.ticket("list")["tickets"]), 1)

    def test_help_and_version(self):
        self.assertRegex(self.done("--version", common=False), r"^nextplease \d+\.\d+\.\d+\n$")
        for words in ((), ("ticket",), ("ticket", "take"), ("report", "wait"), ("picture",), ("desk", "open")):
            said = self.done(*words, "--help", common=False)
            self.assertIn("--help", said)
            self.assertNotIn("--clock", said)
        self.assertTrue(re.search(r"Exit status: 0 done", self.done("--help", common=False)))


if __name__ == "__main__":
    program.main()
