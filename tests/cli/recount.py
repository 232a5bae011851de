"""`report wait` held against two independent recounts: one straight from the CSV file that was imported, one straight
from the tables of the store. The log is made here, over the day on which the clocks go back."""
import csv
import datetime as dt
import math
import random
import sqlite3
import tomllib
import zoneinfo

import program

LONDON = zoneinfo.ZoneInfo("Europe/London")
UTC = dt.timezone.utc
COLUMNS = ["ticket", "service", "priority", "arrived", "called", "finished", "left", "server"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def make_log(path, rows, seed):
    """Every kind of end, at all hours, from 19 October to 2 November 2026; the clocks go back on the 25th."""
    chance = random.Random(seed)
    start = dt.datetime(2026, 10, 19, tzinfo=UTC)
    wall = lambda at: at.astimezone(LONDON).replace(tzinfo=None).isoformat() if at else ""
    with open(path, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for number in range(rows):
            day = chance.choice([6, 6, chance.randrange(15)])  # often the long day
            arrived = start + dt.timedelta(days=day, seconds=chance.randrange(86_400))
            wait = dt.timedelta(seconds=int(chance.expovariate(1 / 500)))
            service = dt.timedelta(seconds=int(chance.expovariate(1 / 300)))
            called = finished = left = None
            kind = chance.random()
            if kind < 0.7:
                called, finished = arrived + wait, arrived + wait + service
            elif kind < 0.85:
                left = arrived + wait
            elif kind < 0.92:
                called = arrived + wait
            server = chance.choice(["Desk 1", "Desk 2", "Desk 4", "CLERK1", "ŁĄKA 7", ""]) if called else ""
            code = chance.choice(["A", "B", "B", "C", "H", "XX", "=cmd"])
            priority = chance.choice(["0", "0", "", "1", "support"])
            out.writerow([f"r{number}", code, priority, wall(arrived), wall(called), wall(finished), wall(left), server])


def instant(text, after=None):
    if not text:
        return None
    at = dt.datetime.fromisoformat(text).replace(tzinfo=LONDON, fold=0).astimezone(UTC)
    if after and at < after:
        at = dt.datetime.fromisoformat(text).replace(tzinfo=LONDON, fold=1).astimezone(UTC)
    return at


class Visit:
    def __init__(self, row):
        self.service = row["service"]
        self.arrived = instant(row["arrived"])
        self.seen = instant(row["called"], self.arrived)
        self.finished = instant(row["finished"], self.seen)
        self.left = instant(row["left"], self.arrived)
        self.local = self.arrived.astimezone(LONDON)
        self.desk = row["server"] or None
        midnight = dt.datetime.combine(self.local.date() + dt.timedelta(days=1), dt.time(), tzinfo=LONDON)
        self.day_ended = midnight.astimezone(UTC)

    def group(self, by):
        return {
            "service": self.service,
            "desk": self.desk,
            "hour": self.local.hour,
            "weekday": self.local.isoweekday(),
            "day": self.local.date().isoformat(),
            "month": self.local.strftime("%Y-%m"),
        }[by]


def seconds(later, earlier):
    return int((later - earlier).total_seconds())


def spread(name, values):
    values = sorted(values)
    rank = lambda tenths: values[math.ceil(tenths * len(values) / 10) - 1] if values else None
    return {
        f"{name}_mean_seconds": sum(values) / len(values) if values else None,
        f"{name}_median_seconds": rank(5),
        f"{name}_p90_seconds": rank(9),
        f"{name}_max_seconds": values[-1] if values else None,
    }


def figures(visits, limit_of):
    seen = [v for v in visits if v.seen]
    left = [v for v in visits if v.left]
    open_ = [v for v in visits if not v.seen and not v.left]
    within = [v for v in seen if seconds(v.seen, v.arrived) <= limit_of(v)]
    left_late = [v for v in left if seconds(v.left, v.arrived) > limit_of(v)]
    open_late = [v for v in open_ if seconds(v.day_ended, v.arrived) > limit_of(v)]
    owed = len(seen) + len(left_late) + len(open_late)
    limits = {limit_of(v) for v in visits}
    return {
        "visits": len(visits),
        "seen": len(seen),
        "within": len(within),
        "left_early": len(left) - len(left_late),
        "left_late": len(left_late),
        "no_show": 0,
        "no_show_late": 0,
        "unresolved": len(open_),
        "unresolved_late": len(open_late),
        "waiting": 0,
        "waiting_late": 0,
        "served": len([v for v in visits if v.finished]),
        "share_seen_within": len(within) / len(seen) if seen else None,
        "share_seen_of": len(seen),
        "share_all_within": len(within) / owed if owed else None,
        "share_all_of": owed,
        "limit_seconds": limits.pop() if len(limits) == 1 else None,
        **spread("wait", [seconds(v.seen, v.arrived) for v in seen]),
        **spread("walk", [0 for _ in seen]),
        **spread("service", [seconds(v.finished, v.seen) for v in visits if v.finished]),
    }


class Recount(program.Program):
    ROWS = 4000

    def setUp(self):
        super().setUp()
        self.log = self.folder / "log.csv"
        make_log(self.log, self.ROWS, seed=20261025)
        summary = self.json("import", self.log, "--create", "--json")
        self.assertEqual((summary["rows"], summary["added"], summary["already_there"]), (self.ROWS, self.ROWS, 0))
        self.assertEqual(sorted(summary["found_services"]), ["=cmd", "XX"])
        with open(self.log, newline="", encoding="utf-8") as file:
            self.visits = [Visit(row) for row in csv.DictReader(file)]
        conf = tomllib.loads(self.config.read_text(encoding="utf-8"))
        general = conf["standard"]["limit_minutes"]
        self.limits = {one["code"]: 60 * one.get("limit_minutes", general) for one in conf["service"]}
        self.general = 60 * general

    def report(self, *options):
        return self.json("report", "wait", *options, "--format", "json")

    def compare(self, found, expected, where):
        for key, value in expected.items():
            if isinstance(value, float):
                self.assertAlmostEqual(found[key], value, places=9, msg=f"{where}: {key}")
            else:
                self.assertEqual(found[key], value, f"{where}: {key}")

    def test_total_and_every_group_agree_with_the_csv_file(self):
        own = lambda visit: self.limits.get(visit.service, self.general)
        questions = [
            ([], own, None, None),
            (["--limit", "90s"], lambda _: 90, None, None),
            (["--limit", "10"], lambda _: 600, "2026-10-25", "2026-10-25"),
            (["--limit", "0s"], lambda _: 0, "2026-10-24", "2026-11-01"),
            (["--limit", "1h"], lambda _: 3600, None, "2026-10-26"),
        ]
        for options, limit_of, first, last in questions:
            asked = options + (["--from", first] if first else []) + (["--to", last] if last else [])
            chosen = [
                visit for visit in self.visits
                if (first or "") <= visit.local.date().isoformat() <= (last or "9999")
            ]  # fmt: skip
            for by in ("service", "desk", "hour", "weekday", "day", "month"):
                with self.subTest(asked=asked, by=by):
                    report = self.report(*asked, "--by", by)
                    self.compare(report["total"], figures(chosen, limit_of), "total")
                    groups = {}
                    for visit in chosen:
                        groups.setdefault(visit.group(by), []).append(visit)
                    self.assertEqual({group[by] for group in report["groups"]}, set(groups))
                    self.assertEqual(len(report["groups"]), len(groups))
                    for group in report["groups"]:
                        self.compare(group, figures(groups[group[by]], limit_of), f"{by} {group[by]}")
                    keys = [group[by] for group in report["groups"]]
                    if by not in ("service", "desk"):
                        self.assertEqual(keys, sorted(keys))
        self.assertEqual([key for key in keys], ["2026-10"])
        self.assertEqual([group["name"] for group in self.report("--by", "weekday")["groups"]], WEEKDAYS)
        self.assertEqual(
            [group["service"] for group in self.report("--by", "service")["groups"]],
            ["A", "B", "C", "H", "=cmd", "XX"],
        )

    def test_the_long_day_has_its_hour_twice(self):
        hours = {g["hour"]: g["visits"] for g in self.report("--from", "2026-10-25", "--to", "2026-10-25", "--by", "hour")["groups"]}
        self.assertGreater(hours[1], 1.5 * hours[0])
        self.assertEqual(sum(hours.values()), len([v for v in self.visits if v.local.date() == dt.date(2026, 10, 25)]))

    def sql(self, text, *values):
        database = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True)
        self.addCleanup(database.close)
        return database.execute(text, values).fetchall()

    def test_the_tables_of_the_store_tell_the_same(self):
        rows = self.sql(
            """SELECT coalesce(seen_service, service) AS code, count(*), count(seen),
                      sum(seen IS NOT NULL AND seen - arrived - held <= 300),
                      sum(state = 'left' AND ended - arrived - held > 300),
                      sum(state = 'unresolved' AND seen IS NULL AND ended - arrived - held > 300),
                      sum(seen - arrived - held), sum(CASE state WHEN 'served' THEN served END)
               FROM visit GROUP BY code"""
        )
        report = self.report("--limit", "5m", "--by", "service")
        self.assertEqual(len(rows), len(report["groups"]))
        found = {group["service"]: group for group in report["groups"]}
        for code, visits, seen, within, left_late, open_late, waited, served in rows:
            group = found[code]
            self.assertEqual(
                (visits, seen, within, left_late, open_late),
                tuple(group[key] for key in ("visits", "seen", "within", "left_late", "unresolved_late")),
            )
            self.assertAlmostEqual(waited / seen, group["wait_mean_seconds"])
            self.assertAlmostEqual(served / group["served"], group["service_mean_seconds"])

    def test_the_events_alone_tell_the_same(self):
        rows = self.sql(
            """SELECT taken.at, min(started.at), min(over.at), over.kind FROM event AS taken
               LEFT JOIN event AS started ON started.visit = taken.visit AND started.kind = 'started'
               LEFT JOIN event AS over ON over.visit = taken.visit AND over.kind IN ('finished', 'left', 'unresolved')
               WHERE taken.kind = 'taken' GROUP BY taken.visit"""
        )
        total = self.report("--limit", "5m")["total"]
        seen = [(taken, started) for taken, started, _, _ in rows if started is not None]
        self.assertEqual(len(rows), total["visits"])
        self.assertEqual(len(seen), total["seen"])
        self.assertEqual(len([1 for taken, started in seen if started - taken <= 300]), total["within"])
        late = [1 for taken, started, over, kind in rows if kind == "left" and over - taken > 300]
        self.assertEqual(len(late), total["left_late"])

    def test_the_same_file_again_adds_nothing_and_says_so(self):
        before = self.sql("SELECT count(*), max(id) FROM event")
        said = self.done("import", self.log, "--create")
        self.assertIn("Nothing was added", said)
        summary = self.json("import", self.log, "--create", "--json")
        self.assertEqual((summary["added"], summary["already_there"]), (0, self.ROWS))
        self.assertEqual(self.sql("SELECT count(*), max(id) FROM event"), before)

    def test_a_whole_month_or_quarter_is_the_same_as_its_days(self):
        said = ["question", "period", "from", "to", "made", "data"]
        for name in ("wait", "outcomes", "estimate"):
            def figures(*days):
                found = self.json("report", name, *days, "--format", "json")
                return {key: value for key, value in found.items() if key not in said}

            self.assertEqual(figures("--month", "2026-10"), figures("--from", "2026-10-01", "--to", "2026-10-31"), name)
            self.assertEqual(figures("--quarter", "2026-Q4"), figures("--from", "2026-10-01", "--to", "2026-12-31"), name)
            for wrong in (["--month", "2026-13"], ["--quarter", "2026-Q5"], ["--month", "2026-10", "--quarter", "2026-Q4"],
                          ["--month", "2026-10", "--to", "2026-10-31"]):
                self.fails(program.WRONG_USAGE, "report", name, *wrong)
        rows = lambda *days: self.done("report", "visits", *days).count("\n")
        self.assertEqual(rows("--month", "2026-10"), rows("--from", "2026-10-01", "--to", "2026-10-31"))
        self.assertLess(rows("--month", "2026-10"), rows("--quarter", "2026-Q4"))

    def test_csv_and_table_hold_the_same_figures_as_json(self):
        report = self.report("--by", "service", "--limit", "2m")
        file = self.folder / "wait.csv"
        self.assertEqual(self.done("report", "wait", "--by", "service", "--limit", "2m", "--format", "csv", "-o", file), "")
        lines = file.read_text(encoding="utf-8").splitlines()
        self.assertTrue(any(line.startswith("# share_all_within: ") for line in lines))
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
        self.assertEqual(len(rows), len(report["groups"]) + 1)
        for row, group in zip(rows, [*report["groups"], {**report["total"], "service": "total"}]):
            self.assertEqual(row["service"].lstrip("'"), group["service"])
            for key in group:
                if isinstance(group[key], int):
                    self.assertEqual(int(row[key]), group[key], key)
        self.assertTrue(any(row["service"] == "'=cmd" for row in rows))
        table = self.done("report", "wait", "--by", "service", "--limit", "2m")
        share = f"{report['total']['share_all_within'] * 100:.1f} % of {report['total']['share_all_of']}"
        self.assertIn(share, table)


class LiveDay(program.Program):
    """A day by the verbs themselves, whose figures are known beforehand."""

    def ticket(self, *arguments):
        return self.json("ticket", *arguments, "--json")

    def test_held_no_show_left_transferred_and_waiting_are_counted_as_they_are_defined(self):
        self.at("2026-10-13T09:00:00Z")
        for _ in range(6):
            self.ticket("take", "--service", "A")
        self.ticket("hold", "A003", "--reason", "fetches a paper")
        self.at("2026-10-13T09:04:00Z")
        self.ticket("call", "--desk", "Desk 1", "A001")  # waits 4 minutes, walks 1, served 5 + 2
        self.ticket("leave", "A006")  # early
        self.at("2026-10-13T09:05:00Z")
        self.ticket("start", "A001")
        self.at("2026-10-13T09:10:00Z")
        self.ticket("transfer", "A001", "--to", "D", "--note", "parking")
        self.ticket("resume", "A003")  # held 10 minutes
        self.at("2026-10-13T09:12:00Z")
        self.ticket("call", "--desk", "Desk 2", "A002")  # late, and does not come
        self.at("2026-10-13T09:13:00Z")
        self.ticket("no-show", "A002")
        self.ticket("call", "--desk", "Desk 2", "A003")
        self.ticket("start", "A003")  # waited 13 - 10 minutes
        self.ticket("leave", "A004")  # late
        self.ticket("call", "--desk", "Desk 1", "A001")
        self.ticket("start", "A001")
        self.at("2026-10-13T09:15:00Z")
        self.ticket("finish", "A001", "--resolved")
        self.ticket("finish", "A003", "--resolved")
        total = self.json("report", "wait", "--limit", "10m", "--format", "json")["total"]
        expected = {
            "visits": 6, "seen": 2, "within": 2, "left_early": 1, "left_late": 1, "no_show": 1, "no_show_late": 1,
            "waiting": 1, "waiting_late": 1, "unresolved": 0, "served": 2, "share_seen_of": 2, "share_all_of": 5,
            "share_seen_within": 1.0, "share_all_within": 0.4,
        }  # fmt: skip
        self.assertEqual({key: total[key] for key in expected}, expected)
        for key, value in {"wait_max_seconds": 300, "wait_median_seconds": 180, "walk_max_seconds": 60,
                           "service_max_seconds": 420, "service_median_seconds": 120}.items():  # fmt: skip
            self.assertAlmostEqual(total[key], value, delta=2, msg=key)


if __name__ == "__main__":
    program.main()
