"""Everything that can be wrong: one sentence on standard error, the exit status that stands for it, and a store that is
as it was."""
import os
import sqlite3
import subprocess

import program
from program import FAILED, REFUSED, WRONG_USAGE

HEADER = "ticket,service,priority,arrived,called,finished,left,server\n"


class WrongInput(program.Program):
    """In each test: a store with one ticket that waits, A001, and a closed Desk 2."""

    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")
        self.done("ticket", "take", "--service", "A")
        self.done("desk", "open", "--desk", "Desk 2")
        self.done("desk", "close", "--desk", "Desk 2")

    def content(self):
        database = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        try:
            return list(database.iterdump())
        finally:
            database.close()

    def refused(self, *arguments, status=REFUSED, **options):
        before = self.content()
        said = self.fails(status, *arguments, **options)
        self.assertEqual(self.content(), before, f"{arguments} changed the store")
        return said

    def test_what_came_of_a_visit_is_not_said_twice_nor_by_a_code_that_there_is_not(self):
        self.done("ticket", "call", "--desk", "Desk 1")
        self.done("ticket", "start", "A001")
        for options, status, expected in [
            (("--resolved", "--unresolved", "evidence"), WRONG_USAGE, "--resolved"),
            (("--unresolved", "nope"), REFUSED, "one of evidence, back-office"),
        ]:
            with self.subTest(options=options):
                self.assertIn(expected, self.refused("ticket", "finish", "A001", *options, status=status))
        self.assertIn("resolved or not", self.refused("ticket", "finish", "A001"))
        self.assertIn("Give a reason", self.refused("ticket", "finish", "A001", "--passed-to", "Housing"))

    def test_a_number_that_is_none_is_named(self):
        said = self.refused("contact", "answer", "abc", status=WRONG_USAGE)
        self.assertIn('"abc" is not understood', said)

    def test_refusals_of_the_verbs(self):
        for arguments, expected in [
            (("take", "--service", "Z"), "no service Z"),
            (("take", "--service", "a"), "no service a"),
            (("take", "--service", "A", "--priority", "king"), "king"),
            (("take", "--service", "A", "--lang", "tlh"), "tlh"),
            (("call", "--desk", "Desk 9"), "no desk Desk 9"),
            (("call", "--desk", "Desk 2"), "Desk 2"),
            (("call", "--desk", "Desk 3"), ""),  # serves others
            (("call", "--desk", "Desk 3", "A001"), "Council Tax"),
            (("show", "B001"), "B001"),
            (("start", "A001"), "A001"),
            (("finish", "A001"), "A001"),
            (("recall", "a1"), "A001"),
            (("undo", "A001"), "A001"),
            (("resume", "A001"), "A001"),
            (("rejoin", "A001"), "A001"),
            (("no-show", "A001"), "A001"),
            (("transfer", "A001", "--to", "B", "--note", "x"), "A001"),
            (("hold", "A001", "--reason", ""), ""),
            (("show", "'; DROP TABLE visit; --"), ""),
        ]:
            with self.subTest(arguments=arguments):
                self.assertIn(expected, self.refused("ticket", *arguments))
        self.assertIn("Desk 9", self.refused("desk", "pause", "--desk", "Desk 9"))

    def test_a_ticket_is_not_called_twice(self):
        self.done("ticket", "call", "--desk", "Desk 1", "A001")
        said = self.refused("ticket", "call", "--desk", "Desk 4", "A001")
        self.assertIn("A001", said)
        self.assertIn("Desk 1", said)
        self.assertIn("A001", self.refused("ticket", "call", "--desk", "Desk 1"))
        self.assertIn("A001", self.refused("ticket", "leave", "A001"))
        self.assertIn("A001", self.refused("desk", "close", "--desk", "Desk 1"))

    def test_command_lines_that_there_are_not(self):
        for arguments in [
            (),
            ("dance",),
            ("ticket",),
            ("ticket", "dance"),
            ("ticket", "take"),
            ("ticket", "call"),
            ("ticket", "start"),
            ("ticket", "list", "A001"),
            ("ticket", "hold", "A001"),
            ("ticket", "hold", "A001", "--reason", "x", "--minutes", "many"),
            ("ticket", "transfer", "A001", "--note", "x"),
            ("ticket", "take", "--service"),
            ("report",),
            ("report", "wait", "--from", "13/10/2026"),
            ("report", "wait", "--from", "2026-02-30"),
            ("report", "wait", "--from", "2026-10-02", "--to", "2026-10-01"),
            ("report", "wait", "--limit", "soon"),
            ("report", "wait", "--limit", "-5m"),
            ("report", "wait", "--by", "moon"),
            ("report", "wait", "--format", "pdf"),
            ("desk",),
            ("desk", "open"),
            ("visitor", "--window", "big"),
            ("board", "--window", "640x360+1"),
            ("picture", "kitchen", "-o", "x.png"),
            ("picture", "visitor"),
            ("picture", "visitor", "--size", "0x0", "-o", "x.png"),
            ("import",),
            ("backup",),
            ("demo", "--speed", "0"),
        ]:
            with self.subTest(arguments=arguments):
                self.refused(*arguments, status=WRONG_USAGE)
        self.assertIn("html, xlsx or pdf", self.refused("report", "wait", "--format", "docx", status=WRONG_USAGE))
        self.assertIn("-o FILE.xlsx", self.refused("report", "wait", "--format", "xlsx", status=WRONG_USAGE))
        self.assertIn("dance", self.refused("ticket", "dance", status=WRONG_USAGE))

    def test_bad_logs(self):
        log = self.folder / "log.csv"
        for text, expected in [
            ("", "empty"),
            ("a,b,c\n1,2,3\n", ":line 1: "),
            (HEADER + "1,A,0,2026-10-12T09:00:00,,,,\n2,ZZ,0,2026-10-12T09:00:00,,,,\n", ":line 3: service \"ZZ\""),
            (HEADER + "1,A,0,2026-10-12T09:00:00,,,,\n1,A,0,2026-10-12T09:01:00,,,,\n", ":line 3: ticket \"1\""),
            (HEADER + "1,A,0,2026-03-29T01:30:00,,,,\n", "clocks skipped"),
            (HEADER + "1,A,0,2026-10-12T09:00:00,,2026-10-12T09:10:00,,\n", "without \"called\""),
            (HEADER + "1,A,0,2026-10-12T09:00:00,2026-10-12T08:00:00,,,\n", "before"),
            (HEADER + "1,A,0,yesterday,,,,\n", "yesterday"),
            (HEADER + "1,A,0\n", "3 cells"),
            (HEADER + "\"1,A,0,2026-10-12T09:00:00,,,,\n", "quote"),
        ]:
            with self.subTest(text=text):
                log.write_text(text, encoding="utf-8")
                said = self.refused("import", log)
                self.assertIn(str(log), said)
                self.assertIn(expected, said)
        self.refused("import", self.folder / "none.csv")
        self.refused("import", self.folder, status=FAILED)

    def test_a_ticket_of_a_log_that_changed_is_refused_whole(self):
        log = self.folder / "log.csv"
        log.write_text(HEADER + "1,A,0,2026-10-12T09:00:00,,,2026-10-12T09:05:00,\n")
        self.done("import", log)
        log.write_text(HEADER + "2,A,0,2026-10-12T09:01:00,,,,\n1,A,0,2026-10-12T09:00:00,,,2026-10-12T09:06:00,\n")
        self.assertIn(":line 3: ", self.refused("import", log))

    def test_broken_configurations(self):
        conf = self.config.read_text(encoding="utf-8")
        self.config = self.folder / "broken.conf"
        for text in [
            "",
            conf + "\nsurprise = 1\n",
            conf.replace("limit_minutes = 10", "limit_minutes = \"ten\"", 1),
            conf.replace("Europe/London", "Europe/Atlantis"),
            conf.replace("monday = [\"09:00-17:00\"]", "monday = [\"17:00-09:00\"]"),
            conf[:400] + "]]",
        ]:
            with self.subTest(text=text[-40:]):
                self.config.write_text(text, encoding="utf-8")
                said = self.refused("ticket", "take", "--service", "A")
                self.assertIn("broken.conf", said)
                self.refused("check")
        self.config = self.folder / "none.conf"
        self.assertIn("none.conf", self.refused("ticket", "list"))
        self.refused("ticket", "list", common=False)  # and none is found

    def test_stores_that_are_none(self):
        self.assertIn("no store yet", self.with_store(self.folder / "x.db", REFUSED, "report", "wait"))
        self.assertFalse((self.folder / "x.db").exists())
        text = self.folder / "text.db"
        text.write_text("This is a letter to the council, and no store at all. " * 100)
        self.with_store(text, FAILED, "ticket", "take", "--service", "A")
        self.assertTrue(text.read_text().startswith("This is a letter"))
        self.with_store(self.folder, FAILED, "ticket", "take", "--service", "A")  # a folder
        self.with_store(text / "below" / "store.db", FAILED, "ticket", "take", "--service", "A")
        self.with_store("/proc/nextplease/store.db", FAILED, "ticket", "take", "--service", "A")
        self.with_store("oracle:x", REFUSED, "ticket", "list")
        self.with_store("sqlite:", REFUSED, "ticket", "list")

    def with_store(self, store, status, *arguments):
        kept, self.store = self.store, store
        try:
            return self.fails(status, *arguments)
        finally:
            self.store = kept

    def test_a_store_from_a_newer_version_is_left_alone(self):
        database = sqlite3.connect(self.store)
        database.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
        database.commit()
        database.close()
        for arguments in (("ticket", "take", "--service", "A"), ("report", "wait"), ("ticket", "list")):
            self.assertIn("newer", self.refused(*arguments))
        run = self.run_program("check")
        self.assertEqual(run.returncode, REFUSED)
        self.assertIn("PROBLEM", run.stdout)
        self.assertEqual(run.stderr.count("\n"), 1)

    def test_a_store_that_may_only_be_read(self):
        if os.geteuid() == 0:
            return self.on_read_only_disk()
        self.store.chmod(0o444)
        self.folder.chmod(0o555)
        self.addCleanup(self.folder.chmod, 0o755)
        self.refused("ticket", "take", "--service", "A", status=FAILED)
        self.done("report", "wait")

    def on_read_only_disk(self):
        """For root, whom permissions do not bind: a bind mount in a mount namespace of its own."""
        script = (
            'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99; shift; exec "$@"'
        )
        common = [program.BINARY, "--config", self.config, "--store", self.store]
        inside = ["unshare", "--mount", "sh", "-c", script, "sh", self.folder]
        before = self.content()
        run = lambda *more: subprocess.run(
            [str(part) for part in (*inside, *common, *more)],
            capture_output=True, text=True, cwd="/", env=self.environment(), timeout=60,
        )
        take = run("ticket", "take", "--service", "A")
        if "unshare" in take.stderr or take.returncode == 99:
            self.skipTest("no mount namespaces here")
        self.assertEqual((take.returncode, take.stdout, take.stderr.count("\n")), (FAILED, "", 1), take.stderr)
        report = run("report", "wait")
        self.assertEqual((report.returncode, report.stderr), (0, ""))
        self.assertEqual(self.content(), before)

    def test_results_that_cannot_be_written(self):
        self.refused("report", "wait", "-o", self.folder / "no" / "such.csv", status=FAILED)
        with open("/dev/full", "w") as full:
            run = subprocess.run(
                [str(part) for part in (program.BINARY, "--config", self.config, "--store", self.store, "report", "wait")],
                stdout=full, stderr=subprocess.PIPE, text=True, cwd=self.folder, env=self.environment(), timeout=60,
            )
        self.assertEqual((run.returncode, run.stderr.count("\n")), (FAILED, 1))

    def test_a_face_without_a_display_or_with_a_wrong_desk(self):
        for face in (("visitor",), ("board",), ("desk", "--desk", "Desk 1")):
            run = self.run_program(*face, "--window", "640x360")
            self.assertEqual(run.returncode, FAILED, run.stderr)
            told = [line for line in run.stderr.splitlines() if " info " not in line and " warning " not in line]
            self.assertEqual(len(told), 1, run.stderr)
            self.assertIn("display", told[0])
        self.refused("desk", "--desk", "Desk 9")
        self.refused("board", "--lang", "tlh")
        self.assertIn("languages", self.refused("picture", "visitor", "--screen", "moon", "-o", "x.png"))


if __name__ == "__main__":
    program.main()
