"""The wait estimate from the command line: simulate, import, backtest, now, record, report."""
import csv

import program


class Estimates(program.Program):
    HEADER = ("ticket,arrived,waited,wait_seconds,ahead,p10_seconds,p50_seconds,p90_seconds,"
              "rolling10_seconds,les_seconds,ql_seconds")

    def simulated(self, days):
        self.done("simulate", "-o", self.folder / "log", "--days", days, "--seed", "7", "--visitors", "150")
        self.done("import", self.folder / "log/visits.csv", "--desks", self.folder / "log/desks.csv")

    def test_a_simulated_log_is_replayed(self):
        self.simulated(4)
        predictions = self.folder / "predictions.csv"
        report = self.json("estimate", "backtest", "--predictions", predictions, "--format", "json")
        self.assertEqual(report["filters"]["desk_states"], "known")
        lines = predictions.read_text().splitlines()
        self.assertEqual(lines[0], self.HEADER)
        rows = list(csv.DictReader(lines))
        self.assertEqual(len(rows), report["called"])
        waited = [row for row in rows if row["waited"] == "1"]
        self.assertEqual(len(waited), report["waited"])
        for row in rows:
            self.assertLessEqual(float(row["p10_seconds"]), float(row["p50_seconds"]))
            self.assertLessEqual(float(row["p50_seconds"]), float(row["p90_seconds"]))
        within = sum(float(row["wait_seconds"]) <= float(row["p90_seconds"]) for row in waited) / len(waited)
        self.assertAlmostEqual(within, report["share_within_p90"], delta=0.005)
        one_day = self.json("estimate", "backtest", "--from", "2026-01-07", "--to", "2026-01-07", "--format", "json")
        self.assertLess(one_day["called"], report["called"])
        self.assertIn("rolling10", self.done("estimate", "backtest"))

    def test_the_same_seed_writes_the_same_log(self):
        for folder in ("one", "two"):
            self.done("simulate", "-o", self.folder / folder, "--days", "2", "--seed", "3")
        for name in ("visits.csv", "desks.csv"):
            self.assertEqual((self.folder / "one" / name).read_text(), (self.folder / "two" / name).read_text())

    def test_visitors_of_little_patience_leave_where_waits_are_long(self):
        left = {}
        for share in (None, "40%"):
            folder = self.folder / f"leavers-{share}"
            self.done("simulate", "-o", folder, "--days", "2", "--seed", "3", "--visitors", "400",
                      *(["--leavers", share] if share else []))
            with open(folder / "visits.csv", newline="", encoding="utf-8") as file:
                rows = list(csv.DictReader(file))
            left[share] = sum(bool(row["left"]) for row in rows) / len(rows)
        self.assertEqual(left[None], 0)
        self.assertGreater(left["40%"], 0.05)
        self.assertLess(left["40%"], 0.4)
        for wrong in ("0", "100%", "many"):
            self.assertIn("such as 95%", self.fails(program.WRONG_USAGE, "simulate", "-o", self.folder / "no", "--leavers", wrong))

    def test_what_is_told_is_recorded_and_scored(self):
        self.at("2026-10-13T09:30:00Z")
        self.done("desk", "open", "--desk", "Desk 3")
        first = self.json("ticket", "take", "--service", "B", "--json")
        self.done("ticket", "take", "--service", "B")
        self.assertIsNotNone(first["wait_estimate_seconds"])
        now = self.json("estimate", "now", "--service", "B", "--json")["services"]
        self.assertEqual([(one["service"], one["people_ahead"]) for one in now], [("B", 2)])
        self.assertGreater(now[0]["p90_seconds"], now[0]["p50_seconds"])
        self.assertEqual(len(self.json("estimate", "now", "--json")["services"]), 8)
        before = self.json("report", "estimate", "--format", "json")
        self.assertEqual((before["given"], before["total"]["waited"]), (2, 0))
        self.at("2026-10-13T09:33:00Z")
        self.done("ticket", "call", "--desk", "Desk 3")
        scored = self.json("report", "estimate", "--by", "service", "--format", "json")
        self.assertEqual((scored["given"], scored["total"]["waited"]), (2, 1))
        self.assertEqual([group["key"] for group in scored["groups"]], ["B"])
        self.assertAlmostEqual(scored["total"]["mean_wait_seconds"], 180, delta=30)
        self.assertIn("service,name,waited", self.done("report", "estimate", "--by", "service", "--format", "csv"))
        self.assertIn("2 estimates were given", self.done("report", "estimate"))

    def test_no_number_is_invented(self):
        self.at("2026-10-13T15:30:00Z")
        self.done("desk", "close", "--desk", "Desk 1")
        # Nobody came, and no desk was opened.
        told = self.json("estimate", "now", "--service", "A", "--json")["services"][0]
        self.assertIsNone(told["wait_estimate_seconds"])
        self.assertIsNone(told["p50_seconds"])

    def test_wrong_options_are_named(self):
        usage = program.WRONG_USAGE
        self.simulated(1)
        self.assertIn("--priority-head-start", self.fails(usage, "estimate", "backtest", "--priority-head-start", "2"))
        self.assertIn("NW=-90", self.fails(usage, "estimate", "backtest", "--service-head-start", "NW=soon"))
        self.assertIn("before --from", self.fails(
            usage, "estimate", "backtest", "--from", "2026-01-07", "--to", "2026-01-06"))
        self.assertIn("table or json", self.fails(usage, "estimate", "backtest", "--format", "csv"))
        self.fails(program.REFUSED, "estimate", "now", "--service", "XX")
        self.fails(usage, "import")


if __name__ == "__main__":
    program.main()
