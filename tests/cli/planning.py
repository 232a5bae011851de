"""The plan of desks from the command line: history in, plan, what-if, forecast, progress, Ctrl+C and wrong usage."""
import csv
import io
import json
import os
import pty
import signal
import subprocess
import time

import program
from exports import Page, workbook


class Planning(program.Program):
    DAYS = 30  # of history, from Monday 2026-01-05

    def setUp(self):
        super().setUp()
        self.at("2026-02-20T12:00:00Z")
        self.done("simulate", "-o", self.folder / "log", "--days", self.DAYS, "--seed", "7", "--visitors", "95")
        self.done("import", self.folder / "log/visits.csv", "--desks", self.folder / "log/desks.csv")

    def plan(self, *arguments):
        return self.json("plan", "--replications", "100", "--limit", "15m", "--format", "json", *arguments)

    def arrivals(self, day_of_week):
        """Visitors by day and half hour, straight from the log."""
        import datetime

        days = {}
        with open(self.folder / "log/visits.csv", newline="") as lines:
            for row in csv.DictReader(lines):
                at = datetime.datetime.fromisoformat(row["arrived"])
                if at.isoweekday() == day_of_week:
                    step = f"{at.hour:02}:{at.minute // 30 * 30:02}"
                    days.setdefault(at.date(), []).append(step)
        return days

    def test_a_day_is_planned_from_the_history(self):
        plan = self.plan("--weekday", "monday")
        days = self.arrivals(1)
        self.assertEqual(plan["history"]["days_of_weekday"], len(days))
        self.assertEqual(plan["history"]["visitors"], sum(map(len, days.values())))
        self.assertEqual((plan["filters"]["limit_seconds"], plan["filters"]["goal_share"]), (900, 0.95))
        steps = plan["plan"]["steps"]
        self.assertEqual([step["from"] for step in steps][:2], ["09:00", "09:30"])
        self.assertEqual(len(steps), 16)
        total = plan["plan"]["total"]
        mean = plan["history"]["visitors"] / len(days)
        self.assertAlmostEqual(total["visitors"], mean, delta=0.02 * mean)
        self.assertAlmostEqual(sum(step["visitors"] for step in steps), total["visitors"], places=6)
        within = sum(step["share_within"] * step["counted"] for step in steps)
        self.assertAlmostEqual(within / total["counted"], total["share_within"], places=9)
        self.assertTrue(plan["reached"])
        self.assertGreaterEqual(total["share_within"], 0.95)
        self.assertLess(total["share_within_day_low"], total["share_within_month_low"])
        # The desks' hours are the steps' desks, counted in another way.
        for step in steps:
            open_now = sum(
                any(span["from"] <= step["from"] < span["to"] for span in desk["open"]) for desk in plan["plan"]["desks"])
            self.assertEqual(open_now, step["desks"])
        self.assertEqual(total["desk_hours"], sum(step["desks"] for step in steps) / 2)
        self.assertEqual(plan, self.plan("--weekday", "monday"), "the same question, the same answer")

    def test_every_hour_reaches_the_goal_unless_the_day_alone_is_asked(self):
        hours = self.plan("--weekday", "tuesday")
        by_hour = {}
        for step in hours["plan"]["steps"]:
            of = by_hour.setdefault(step["from"][:2], [0, 0])
            of[0] += step["share_within"] * step["counted"]
            of[1] += step["counted"]
        for hour, (within, counted) in by_hour.items():
            self.assertGreater(within / counted, 0.94, hour)
        day = self.plan("--weekday", "tuesday", "--whole-day")
        self.assertLessEqual(day["plan"]["total"]["desk_hours"], hours["plan"]["total"]["desk_hours"])

    def test_what_if(self):
        plan = self.plan("--weekday", "monday", "--what-if", "desks 11:00-14:00 +1", "--what-if", "desks 11:00-14:00 -1",
                         "--what-if", "visitors +30%", "--what-if", "service B desks 1")
        more, fewer, crowd, housing = plan["what_if"]
        share = plan["plan"]["total"]["share_within"]
        self.assertEqual(more["change"], "desks 11:00-14:00 +1")
        self.assertEqual(more["total"]["desk_hours"], plan["plan"]["total"]["desk_hours"] + 3)
        self.assertGreaterEqual(more["total"]["share_within"], share)
        self.assertLess(fewer["total"]["share_within"], share)
        self.assertLess(crowd["total"]["share_within"], share)
        self.assertAlmostEqual(crowd["total"]["visitors"] / plan["plan"]["total"]["visitors"], 1.3, delta=0.03)
        self.assertLess(housing["total"]["share_within"], share)
        now = self.plan("--weekday", "monday", "--as-now", "--what-if", "visitors +10%")
        self.assertEqual(len(now["what_if"]), 1)

    def test_too_few_desks_stay_open_and_it_says_how_many_would_do(self):
        asked = ("--weekday", "monday", "--max-desks", "1")
        plan = self.plan(*asked)
        self.assertFalse(plan["reached"])
        self.assertEqual([step["desks"] for step in plan["plan"]["steps"]], [1] * 16)
        few = plan["too_few"]
        self.assertEqual(few["desks"], 1)
        said = self.done("plan", "--replications", "100", "--limit", "15m", *asked).splitlines()[1]
        self.assertTrue(said.startswith(f"1 desk is not enough for this goal. With {few['enough']} it can be"), said)
        enough = self.plan("--weekday", "monday", "--max-desks", str(few["enough"]))
        self.assertTrue(enough["reached"])
        self.assertIsNone(enough["too_few"])
        total, better = plan["plan"]["total"], enough["plan"]["total"]
        self.assertGreater(total["not_seen"], better["not_seen"])
        self.assertGreater(total["waited_mean_seconds"], better["waited_mean_seconds"])
        self.assertAlmostEqual(sum(step["not_seen"] for step in plan["plan"]["steps"]), total["not_seen"], places=6)

    def test_a_forecast_by_hour(self):
        forecast = self.folder / "bills.csv"
        forecast.write_text("hour,visitors\n09:00,30\n10:00,20\n11:00,10\n")
        plan = self.plan("--day", "2026-03-16", "--forecast", forecast)
        self.assertEqual(plan["filters"]["day"], "2026-03-16")
        steps = plan["plan"]["steps"]
        self.assertAlmostEqual(steps[0]["visitors"] + steps[1]["visitors"], 30, delta=0.7)
        self.assertEqual(sum(step["visitors"] for step in steps[6:]), 0)
        self.assertEqual(sum(step["desks"] for step in steps[8:]), 0)
        said = self.done("plan", "--day", "2026-03-16", "--forecast", forecast)
        after = next(line for line in said.splitlines() if line.startswith("14:00"))
        self.assertEqual(after.split()[-5:], ["–"] * 5)  # nobody comes: nothing is 100 % in time
        forecast.write_text("hour,visitors\n07:00,30\n")
        self.assertIn("bills.csv:line 2: the reception is closed at 07:00",
                      self.fails(program.REFUSED, "plan", "--day", "2026-03-16", "--forecast", forecast))

    def test_table_and_csv_say_the_same(self):
        asked = ("plan", "--weekday", "monday", "--replications", "60", "--limit", "15m")
        table = self.done(*asked)
        self.assertIn("Desks for Monday, so that 95 of 100 visitors are seen within 15 minutes", table)
        self.assertIn("Expected:", table)
        self.assertRegex(table, r"09:00 +#+ +\d .*[o=]")
        file = self.folder / "plan.csv"
        self.assertEqual(self.done(*asked, "--format", "csv", "-o", file), "")
        text = file.read_text()
        rows = list(csv.DictReader(io.StringIO("\n".join(line for line in text.splitlines() if line[0] != "#"))))
        self.assertEqual(len(rows), 17)
        steps = self.json(*asked, "--format", "json")["plan"]["steps"]
        for row, step in zip(rows, steps):
            self.assertEqual((row["from"], int(row["desks"])), (step["from"], step["desks"]))
            self.assertAlmostEqual(float(row["share_within"]), step["share_within"], places=6)

    def test_the_plan_as_a_page_a_workbook_and_a_pdf(self):
        asked = ("plan", "--weekday", "monday", "--replications", "60", "--limit", "15m", "--what-if", "desks 11:00-14:00 -1")
        plan = self.json(*asked, "--format", "json")
        page = Page(self.done(*asked, "--format", "html", "--lang", "pl"))
        page.check(self)
        self.assertEqual((page.attributes["html"]["lang"], page.svgs), ("pl", 2))
        page = Page(self.done(*asked, "--format", "html"))
        steps = plan["plan"]["steps"]
        rows = next(table["rows"] for table in page.tables if table["caption"].startswith("The plan"))
        self.assertEqual([(row[0], int(row[1])) for row in rows[1:-1]], [(step["from"], step["desks"]) for step in steps])
        html = self.done(*asked, "--format", "html")
        for row, step in zip(rows[1:-1], steps):
            self.assertEqual(row[4], f"{step['not_seen']:.1f}")
            self.assertAlmostEqual(float(row[6]), 100 * step["share_within"], delta=0.05001)
        # The chart says the same; it leaves out what is too wide for its place.
        self.assertGreater(sum(f">{row[6]}</text>" in html for row in rows[1:-1]), len(steps) // 2)
        heads = rows[0]
        self.assertEqual((heads[5], heads[6]), ("wait, min", "in time, %"))
        hours = next(table["rows"] for table in page.tables if table["caption"].startswith("Which desk"))
        self.assertEqual([row[0] for row in hours[1:]], [desk["desk"] for desk in plan["plan"]["desks"]])
        book = self.folder / "plan.xlsx"
        self.done(*asked, "--format", "xlsx", "-o", book)
        sheet = next(rows for name, rows in workbook(book)[0].items() if name.startswith("The plan"))
        self.assertEqual([int(row[2][0]) for row in sheet[1:-1]], [step["desks"] for step in steps])
        changed = next(rows for name, rows in workbook(book)[0].items() if name.startswith("What if"))
        self.assertAlmostEqual(changed[2][5][0], 100 * plan["what_if"][0]["total"]["share_within"], places=6)
        file = self.folder / "plan.pdf"
        self.done(*asked, "--format", "pdf", "-o", file)
        self.assertTrue(file.read_bytes().startswith(b"%PDF-"))
        self.assertIn("-o FILE.pdf", self.fails(program.WRONG_USAGE, *asked, "--format", "pdf"))

    def test_a_terminal_sees_how_far_it_is_and_a_pipe_does_not(self):
        command = [str(part) for part in (program.BINARY, "--config", self.config, "--store", self.store, "--clock",
                                          self.clock, "plan", "--replications", "60", "--format", "json")]
        terminal, end = pty.openpty()
        run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=end, cwd=self.folder, env=self.environment())
        os.close(end)
        seen = b""
        answer = b""
        while True:
            try:
                part = os.read(terminal, 4096)
            except OSError:
                break
            if not part:
                break
            seen += part
        answer = run.stdout.read()
        run.stdout.close()
        os.close(terminal)
        self.assertEqual(run.wait(), 0)
        self.assertIn("plan", json.loads(answer))
        self.assertRegex(seen.decode(), r"Planning \[#+ *\] +\d+ %")
        self.assertTrue(seen.endswith(b"\r\x1b[K"), "the line is gone in the end")

    def test_ctrl_c_ends_it_with_a_sentence_and_writes_nothing(self):
        file = self.folder / "plan.json"
        for stop in (signal.SIGINT, signal.SIGTERM):
            command = [str(part) for part in (program.BINARY, "--config", self.config, "--store", self.store, "--clock",
                                              self.clock, "plan", "--replications", "10000", "--max-desks", "20",
                                              "--format", "json", "-o", file)]
            run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder,
                                   env=self.environment())
            time.sleep(1)
            self.assertIsNone(run.poll(), "it takes longer than that")
            run.send_signal(stop)
            out, error = run.communicate(timeout=30)
            self.assertEqual((run.returncode, out), (program.REFUSED, ""))
            self.assertEqual(error, "planning was stopped, and nothing was written\n")
            self.assertFalse(file.exists())

    def test_what_cannot_be_planned_is_said(self):
        for arguments, words in (
            (("--weekday", "sunday"), "the reception is closed on that day"),
            (("--from", "2025-01-01", "--to", "2025-01-31"), "nobody came from 2025-01-01 to 2025-01-31"),
            (("--what-if", "service X desks 2"), "there is no service X"),
            (("--what-if", "another desk"), "write \"desks 11:00-14:00 +1\""),
            (("--forecast", self.folder / "nowhere.csv"), "nowhere.csv"),
        ):
            self.assertIn(words, self.fails(program.REFUSED, "plan", "--replications", "40", *arguments))
        for arguments, words in (
            (("--goal", "101%"), "--goal \"101%\" is not understood"),
            (("--goal", "0"), "write a share above 0 and below 100"),
            (("--limit", "0m"), "nobody can be seen within --limit 0m: write 15m, 90s or 1h"),
            (("--goal", "all"), "--goal \"all\" is not understood"),
            (("--weekday", "someday"), "write monday to sunday"),
            (("--limit", "soon"), "--limit \"soon\" is not understood"),
            (("--hours", "9-5"), "--hours \"9-5\" is not understood"),
            (("--hours", "09:00-12:00,11:00-15:00"), "--hours overlap"),
            (("--step", "1m"), "write 10m to 2h"),
            (("--format", "docx"), "--format docx is not made here"),
            (("--weekday", "monday", "--day", "2026-03-16"), "excludes"),
            (("--max-desks", "0"), "--max-desks"),
        ):
            self.assertIn(words, self.fails(program.WRONG_USAGE, "plan", *arguments))


if __name__ == "__main__":
    program.main()
