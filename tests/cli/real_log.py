"""The acceptance on a real log: 16,273 customers of six services in two weeks, which does not lie in the repo.

It is looked for in $NEXTPLEASE_REAL_LOG, then as ../shared/data/anonymous_bank_1999-02_a.csv beside the repo."""
import csv
import os
import pathlib
import sys
import time
import unittest

import program

NAME = "anonymous_bank_1999-02_a.csv"


def find_log():
    places = [os.environ.get("NEXTPLEASE_REAL_LOG"), program.REPO / ".." / "shared" / "data" / NAME]
    return next((pathlib.Path(place) for place in places if place and pathlib.Path(place).is_file()), None)


needed = unittest.skipUnless(find_log(), f"{NAME} is not here: set NEXTPLEASE_REAL_LOG to where it is")


class RealLog(program.Program):
    FEBRUARY = ("--from", "1999-02-01", "--to", "1999-02-14", "--format", "json")

    def test_the_estimate_keeps_its_goals_from_a_cold_start(self):
        self.done("import", find_log(), "--create")
        predictions = self.folder / "predictions.csv"
        report = self.json("estimate", "backtest", "--priority-head-start", "2=90", "--service-head-start",
                           "NW=-90", "--service-head-start", "IN=-90", "--predictions", predictions, "--format", "json")
        self.assertEqual((report["called"], report["waited"]), (14405, 6986))
        self.assertEqual(report["filters"]["desk_states"], "unknown")
        self.assertLessEqual(report["rivals"]["rolling10"]["ratio"], 0.76)
        self.assertLessEqual(report["rivals"]["ql"]["ratio"], 0.88)
        self.assertAlmostEqual(report["share_within_p90"], 0.90, delta=0.015)
        self.assertAlmostEqual(report["share_within_range"], 0.80, delta=0.02)
        with open(predictions, newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["waited"] == "1"]
        error = sum(abs(float(row["p50_seconds"]) - float(row["wait_seconds"])) for row in rows) / len(rows)
        self.assertEqual(len(rows), 6986)
        self.assertAlmostEqual(error, report["mean_error_seconds"], delta=0.05)

    def test_the_published_figures_come_out(self):
        log = find_log()
        began = time.monotonic()
        summary = self.json("import", log, "--create", "--json")
        took = time.monotonic() - began
        self.assertEqual((summary["rows"], summary["added"]), (16273, 16273))
        self.assertLess(took, 30, "import of the whole log: 1 to 3 s on a quiet machine")
        minute = self.json("report", "wait", "--limit", "60s", *self.FEBRUARY)["total"]
        self.assertEqual((minute["seen"], minute["within"], minute["left_late"]), (14405, 11637, 616))
        self.assertEqual(round(minute["share_seen_within"], 6), 0.807844)
        self.assertEqual(round(minute["share_all_within"], 6), 0.774715)
        two = self.json("report", "wait", "--limit", "120s", *self.FEBRUARY)["total"]
        self.assertEqual((two["within"], two["left_late"]), (13128, 242))
        again = self.json("import", log, "--create", "--json")
        self.assertEqual((again["added"], again["already_there"]), (0, 16273))


if __name__ == "__main__":
    if not find_log():
        print(f"skipped: {NAME} is not here; set NEXTPLEASE_REAL_LOG to where it is")
        sys.exit(77)
    program.main()
