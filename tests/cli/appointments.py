"""Appointments from the command line: made, imported, listed, cancelled and kept."""
import program
from program import REFUSED, WRONG_USAGE

HEADER = "reference,service,at,language,needs,note"


class Appointments(program.Program):
    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")  # a Tuesday, 10:00 in London

    def appointment(self, *arguments):
        return self.json("appointment", *arguments, "--json")

    def file(self, *rows):
        path = self.folder / "list.csv"
        path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        return path

    def references(self, *arguments):
        return [one["reference"] for one in self.appointment("list", *arguments)["appointments"]]

    def test_an_appointment_from_booking_to_the_queue(self):
        booked = self.appointment("add", "--service", "B", "--at", "2026-10-13T10:20", "--need", "seat", "--lang", "pl",
                                  "--note", "the lease")  # fmt: skip
        self.assertEqual(
            list(booked),
            ["reference", "service", "at", "local_time", "state", "language", "needs", "interpreter", "note"],
        )
        self.assertRegex(booked["reference"], r"^[A-Z0-9]{3}-[A-Z0-9]{3}$")
        self.assertEqual((booked["at"], booked["local_time"]), ("2026-10-13T09:20:00Z", "2026-10-13T10:20:00"))
        self.assertEqual((booked["state"], booked["needs"], booked["language"]), ("booked", ["seat"], "pl"))
        typed = booked["reference"].lower().replace("-", " ")
        kept = self.appointment("check-in", typed)
        self.assertEqual((kept["check_in"], kept["number"]), ("in_time", "B001"))
        ticket = self.json("ticket", "show", "B001", "--json")
        self.assertEqual(ticket["appointment_at"], "2026-10-13T09:20:00Z")
        self.assertEqual((ticket["needs"], ticket["note"], ticket["language"]), (["seat"], "the lease", "pl"))
        self.assertEqual(ticket["events"][0]["event"], "checked_in")
        self.assertEqual(self.appointment("list")["appointments"][0]["state"], "arrived")
        self.assertEqual(self.appointment("check-in", typed)["check_in"], "already_arrived")

    def test_what_checking_in_says(self):
        for reference, at in (("E1", "13T10:40"), ("L1", "13T09:50"), ("L2", "13T09:10"), ("W1", "14T10:40")):
            self.done("appointment", "add", "--service", "A", "--at", f"2026-10-{at}", "--reference", reference)
        said = self.done("appointment", "check-in", "E1")
        self.assertEqual(said, "E1 is early, for 10:40: in the queue with A001.\n")
        self.assertIn("is late, for 09:50, and keeps the place", self.done("appointment", "check-in", "L1"))
        self.assertIn("queues from now: A003", self.done("appointment", "check-in", "L2"))
        self.assertEqual(
            self.fails(REFUSED, "appointment", "check-in", "W1"),
            "The appointment W1 is on Wednesday 14 October at 10:40, not today.",
        )
        self.done("appointment", "cancel", "W1", "--apology", "We are sorry: the adviser is away.")
        self.assertEqual(self.fails(REFUSED, "appointment", "check-in", "W1"), "The appointment W1 was cancelled.")
        self.assertIn("no appointment X9", self.fails(REFUSED, "appointment", "check-in", "X9"))

    def test_a_request_said_twice_is_done_once(self):
        self.done("appointment", "add", "--service", "A", "--at", "2026-10-13T10:10", "--reference", "E1")
        first = self.appointment("check-in", "E1", "--request", "r1")
        again = self.appointment("check-in", "E1", "--request", "r1")
        self.assertEqual((first["number"], first["repeated"]), ("A001", False))
        self.assertEqual((again["number"], again["repeated"], again["check_in"]), ("A001", True, "in_time"))

    def test_a_list_is_imported_once(self):
        path = self.file("BK-2,B,2026-10-14T11:00,,,", "BK-1,A,2026-10-13T10:40,ur,interpreter:so seat,\"a, b\"")
        self.assertEqual(self.appointment("import", path), {"rows": 2, "added": 2, "already_there": 0})
        self.assertEqual(self.appointment("import", path), {"rows": 2, "added": 0, "already_there": 2})
        self.assertIn("nothing", self.done("appointment", "import", path).lower())
        self.assertEqual(self.references(), ["BK-1"])
        self.assertEqual(self.references("--to", "2026-10-20"), ["BK-1", "BK-2"])
        self.assertEqual(self.references("--from", "2026-10-13", "--to", "2026-10-20"), ["BK-1", "BK-2"])
        self.assertEqual(self.references("--from", "2026-10-14"), ["BK-2"])
        one = self.appointment("list")["appointments"][0]
        self.assertEqual((one["needs"], one["interpreter"], one["note"]), (["interpreter", "seat"], "so", "a, b"))
        self.assertIn("BK-1: Council Tax, 2026-10-13T10:40:00, booked", self.done("appointment", "list"))

    def test_a_bad_row_is_named_and_nothing_is_imported(self):
        path = self.file("BK-1,A,2026-10-13T10:40,,,", "BK-2,X,2026-10-13T10:40,,,")
        said = self.fails(REFUSED, "appointment", "import", path)
        self.assertIn(f'{path}:line 3: there is no service "X": write one of: A, B', said)
        self.assertEqual(self.references(), [])
        self.assertEqual(self.done("appointment", "list"), "No appointments on these days.\n")

    def test_wrong_usage_says_what_to_write(self):
        self.assertIn("see nextplease appointment --help", self.fails(WRONG_USAGE, "appointment"))
        self.assertIn("such as 2026-10-13T10:40",
                      self.fails(WRONG_USAGE, "appointment", "add", "--service", "A", "--at", "tomorrow"))  # fmt: skip
        self.assertIn("day of the appointment is over",
                      self.fails(REFUSED, "appointment", "add", "--service", "A", "--at", "2026-10-12T10:00"))  # fmt: skip
        self.assertIn("earlier day first",
                      self.fails(WRONG_USAGE, "appointment", "list", "--from", "2026-10-13", "--to", "2026-10-12"))  # fmt: skip
        self.done("appointment", "add", "--service", "A", "--at", "2026-10-13T10:40", "--reference", "AB-0")
        self.assertIn("AB-0 already",
                      self.fails(REFUSED, "appointment", "add", "--service", "A", "--at", "2026-10-13T11:40",
                                 "--reference", "abo"))  # fmt: skip


if __name__ == "__main__":
    program.main()
