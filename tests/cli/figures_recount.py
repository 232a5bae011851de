"""Every figure of every report of visits, results, feedback, estimates and monitored calls, in total and by every
grouping, recomputed here straight from the tables of the store: on a simulated year in which everything happens, and
on a real log where one is there. Standards and complaints are recomputed in policy_recount.py."""
import bisect
import collections
import csv
import datetime as dt
import json
import math
import random
import sqlite3
import time
import tomllib
import zoneinfo

import program
import real_log

LONDON = zoneinfo.ZoneInfo("Europe/London")
UTC = dt.timezone.utc
TYPES = ["clarification", "signposting", "repeat", "unfinished", "chasing"]
RIVALS = {"fixed": "fixed_ms", "rolling10": "rolling_ten_ms", "les": "last_to_enter_ms", "ql": "queue_length_ms"}
SPREADS = ("wait", "walk", "service")


def local(at):
    return dt.datetime.fromtimestamp(at, LONDON)


def share(part, whole):
    return part / whole if whole else None


def spread(name, values):
    values = sorted(values)
    rank = lambda share: values[math.ceil(len(values) * share / 10) - 1] if values else None
    return {f"{name}_mean_seconds": share(sum(values), len(values)), f"{name}_median_seconds": rank(5),
            f"{name}_p90_seconds": rank(9), f"{name}_max_seconds": max(values, default=None)}


class Tables(program.Program):
    """What the tables say, by rules written down here a second time."""

    def prepare(self, now):
        """After the store is filled."""
        self.now = int(now.timestamp())
        self.clock = f"{now:%Y-%m-%dT%H:%M:%SZ}@{int(time.time())}*0.000000001"  # stands still
        conf = tomllib.loads(self.config.read_text(encoding="utf-8"))
        general = conf["standard"]["limit_minutes"]
        self.limits = collections.defaultdict(
            lambda: general * 60, {one["code"]: one.get("limit_minutes", general) * 60 for one in conf["service"]})
        self.directorates = {one["code"]: one.get("directorate") for one in conf["service"]}
        self.order = {"service": [one["code"] for one in conf["service"]],
                      "desk": [one["code"] for one in conf["desk"]],
                      "directorate": [one["code"] for one in conf["directorate"]]}
        self.promised, self.reports = conf["standard"]["promise"], conf["reports"]

    def rows(self, sql):
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            store.row_factory = sqlite3.Row
            found = [dict(row) for row in store.execute(sql)]
        store.close()
        return found

    def report(self, name, *options):
        return self.json("report", name, *options, "--format", "json")

    def same(self, found, expected, where):
        for key, value in expected.items():
            if isinstance(value, float):
                self.assertIsNotNone(found[key], (where, key))
                self.assertAlmostEqual(found[key], value, delta=abs(value) * 1e-9 + 1e-9, msg=f"{where}: {key}")
            elif isinstance(value, dict):
                self.assertEqual(set(found[key]), set(value), (where, key))
                self.same(found[key], value, (where, key))
            else:
                self.assertEqual(found[key], value, (where, key))

    def whole(self, found, expected, where):
        """As same(), and no figure that is told is left out."""
        self.assertEqual(set(found) - {"key", "name", "director", where[0] if isinstance(where, tuple) else ""}, set(expected), where)
        self.same(found, expected, where)

    def keys(self, by, at, service=None, desk=None):
        day = local(at)
        return {"": None, "service": service or None, "desk": desk or None, "hour": day.hour,
                "weekday": day.isoweekday(), "day": f"{day:%Y-%m-%d}", "month": f"{day:%Y-%m}",
                "quarter": f"{day.year}-Q{(day.month + 2) // 3}",
                "directorate": self.directorates.get(service)}[by]

    def grouped(self, items, by, where):
        """Items by the key that --by gives them; `where` says (at, service, desk) of an item."""
        groups = collections.defaultdict(list)
        for item in items:
            groups[self.keys(by, *where(item))].append(item)
        return groups

    def check_groups(self, report, groups, figures, by, key="key"):
        self.assertEqual(len({group[key] for group in report["groups"]}), len(report["groups"]))
        self.assertEqual({group[key] for group in report["groups"]}, set(groups), by)
        for group in report["groups"]:
            self.whole(group, figures(groups[group[key]]), (by, group[key]))
        known = self.order.get(by, [])
        place = lambda name: (name is None, known.index(name) if name in known else len(known), name if name is not None else "")
        names = [group[key] for group in report["groups"]]
        self.assertEqual(names, sorted(names, key=place))

    # How long visitors waited.

    def visits(self):
        """Each visit with what is counted of it."""
        for row in self.rows("SELECT * FROM visit ORDER BY id"):
            row["first_service"] = row["seen_service"] or row["service"]
            row["first_called"] = row["seen_called"] if row["seen_called"] is not None else row["called"]
            held = row["held"]
            if row["seen"] is not None:
                end = row["seen"]
            elif row["ended"] is not None:
                end = row["ended"] if row["first_called"] is None else row["first_called"]
            else:
                end = self.now
                if row["state"] == "held":
                    held += self.now - max(row["held_since"], row["appointment_at"] or 0)
            row["waited"] = max(end - row["arrived"] - held, 0)
            yield row

    def waits(self, visits, limit):
        own = lambda visit: self.limits[visit["first_service"]] if limit is None else limit
        late = lambda visit: visit["waited"] > own(visit)
        seen = [visit for visit in visits if visit["seen"] is not None]
        others = [visit for visit in visits if visit["seen"] is None]
        of = lambda *states: [visit for visit in others if visit["state"] in states]
        left, no_show = of("left"), of("no_show")
        unresolved, waiting = of("unresolved", "served"), of("waiting", "called", "serving", "held")
        within = len(seen) - sum(map(late, seen))
        failed = sum(late(visit) for visit in others)
        finished = [visit for visit in visits if visit["state"] == "served"]
        limits = {own(visit) for visit in visits}
        return {
            "visits": len(visits), "seen": len(seen), "within": within,
            "left_early": len(left) - sum(map(late, left)), "left_late": sum(map(late, left)),
            "no_show": len(no_show), "no_show_late": sum(map(late, no_show)),
            "unresolved": len(unresolved), "unresolved_late": sum(map(late, unresolved)),
            "waiting": len(waiting), "waiting_late": sum(map(late, waiting)), "served": len(finished),
            "share_seen_within": share(within, len(seen)), "share_seen_of": len(seen),
            "share_all_within": share(within, len(seen) + failed), "share_all_of": len(seen) + failed,
            "limit_seconds": limits.pop() if len(limits) == 1 else None,
            **spread("wait", [visit["waited"] for visit in seen]),
            **spread("walk", [visit["seen"] - (visit["first_called"] or visit["seen"]) for visit in seen]),
            **spread("service", [visit["served"] for visit in finished]),
        }

    def check_wait(self):
        visits = list(self.visits())
        days = sorted({f"{local(visit['arrived']):%Y-%m-%d}" for visit in visits})
        first, last = days[len(days) // 3], days[2 * len(days) // 3]
        for options, limit, inside in (
            ([], None, lambda day: True),
            (["--limit", "7m"], 420, lambda day: True),
            (["--from", first, "--to", last], None, lambda day: first <= day <= last),
        ):
            chosen = [visit for visit in visits if inside(f"{local(visit['arrived']):%Y-%m-%d}")]
            where = lambda visit: (visit["arrived"], visit["first_service"], visit["seen_desk"])
            for by in ("service", "desk", "hour", "weekday", "day", "month"):
                report = self.report("wait", *options, "--by", by)
                figures = lambda group: self.waits(group, limit)
                self.whole(report["total"], figures(chosen), "total")
                self.check_groups(report, self.grouped(chosen, by, where), figures, by, key=by)
        return len(visits)

    def check_visits(self):
        """Every cell of the export, in each of its forms that is text."""
        wall = lambda at: None if at is None else f"{local(at):%Y-%m-%dT%H:%M:%S}"
        expected = []
        for visit in self.visits():
            limit = self.limits[visit["first_service"]]
            seen = visit["seen"] is not None
            expected.append({
                "day": f"{dt.datetime.strptime(str(visit['day']), '%Y%m%d'):%Y-%m-%d}", "ticket": visit["number"],
                "arrived": wall(visit["arrived"]), "called": wall(visit["first_called"]),
                "seen_at": wall(visit["seen"]), "ended": wall(visit["ended"]), "state": visit["state"],
                "service": visit["first_service"], "desk": visit["seen_desk"],
                "wait_seconds": visit["waited"] if seen else None, "held_seconds": visit["held"],
                "walk_seconds": visit["seen"] - (visit["first_called"] or visit["seen"]) if seen else None,
                "service_seconds": visit["served"] if visit["state"] == "served" else None,
                "limit_seconds": limit, "within": visit["waited"] <= limit if seen else None,
            })
        found = self.report("visits")["visits"]
        self.assertEqual(len(found), len(expected))
        for one, other in zip(found, expected):
            self.assertEqual(one, other)
        text = lambda value: "" if value is None else str(int(value)) if isinstance(value, (bool, int)) else value
        cells = list(csv.DictReader(self.done("report", "visits").splitlines()))
        self.assertEqual(len(cells), len(expected))
        for one, other in zip(cells, expected):
            self.assertEqual({name: cell.lstrip("'") for name, cell in one.items()},
                             {name: text(value) for name, value in other.items()})
        return expected

    def check_standard(self):
        """The promise about visits, with its verdict, its worst cases, and the days and hours that broke it."""
        goal = next(one["goal_percent"] for one in self.promised if one["id"] == "visit")
        utc = lambda at: None if at is None else f"{dt.datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}"
        visits = [{**visit, "over": visit["waited"] - self.limits[visit["first_service"]],
                   "given_up": visit["state"] in ("left", "no_show", "unresolved")} for visit in self.visits()]

        def figures(visits):
            seen = [visit for visit in visits if visit["seen"] is not None]
            others = [visit for visit in visits if visit["seen"] is None]
            broken = [visit for visit in visits if visit["over"] > 0]
            count = lambda visits: sum(visit["over"] > 0 for visit in visits)
            open_ = [visit for visit in others if not visit["given_up"]]
            late, lost, open_late, within = count(seen), count(others) - count(open_), count(open_), len(seen) - count(seen)
            decided = within + late + lost + open_late
            met = decided and within * 100 / decided + 1e-9 >= goal
            begun = [local(visit["arrived"]) for visit in broken]
            return {"count": len(seen) + len(open_) + lost, "within": within, "within_extended": 0, "late": late, "lost": lost,
                    "open": len(open_), "open_late": open_late, "late_told": 0, "left_out": len(others) - len(open_) - lost,
                    "decided": decided, "share_within": share(within, decided),
                    "verdict": "nothing" if not decided else "met" if met else "not_met",
                    "broken_days": dict(collections.Counter(f"{at:%Y-%m-%d}" for at in begun)),
                    "broken_hours": [sum(at.hour == hour for at in begun) for hour in range(24)],
                    "worst": [(visit["number"] or None, utc(visit["arrived"]), visit["over"], utc(visit["seen"]))
                              for visit in sorted(broken, key=lambda one: (one["seen"] is None and one["given_up"], -one["over"], one["arrived"], one["number"] or ""))[:5]]}

        for by in ("service", "directorate", "month", "quarter"):
            answer = next(one for one in self.report("standards", "--by", by)["standards"] if one["id"] == "visit")
            for group in (answer["total"], *answer["groups"]):
                group["worst"] = [(one["reference"], one["started_at"], one["over_seconds"], one["stopped_at"])
                                  for one in group["worst"]]
            self.whole(answer["total"], figures(visits), "total")
            where = lambda visit: (visit["arrived"], visit["first_service"])
            self.check_groups(answer, self.grouped(visits, by, where), figures, by)
        return figures(visits)

    # What came of visits, and other contacts.

    def check_outcomes(self):
        results = self.rows("SELECT * FROM result")
        told = {row["visit"] for row in self.rows("SELECT visit FROM apology")}
        late = [visit for visit in self.visits()
                if visit["seen"] is not None and visit["waited"] > self.limits[visit["first_service"]]]

        def figures(items):
            said = [item for item in items if "leg_since" not in item]
            owed = [item for item in items if "leg_since" in item]
            avoidable = [one["avoidable"] for one in said if one["avoidable"]]
            resolved, apologised = sum(one["resolved"] for one in said), sum(one["id"] in told for one in owed)
            return {"results": len(said), "resolved": resolved, "share_resolved": share(resolved, len(said)),
                    "avoidable": len(avoidable), "share_avoidable": share(len(avoidable), len(said)),
                    **{f"avoidable_{kind}": avoidable.count(kind) for kind in TYPES},
                    "late": len(owed), "late_apologised": apologised,
                    "share_late_apologised": share(apologised, len(owed))}

        where = lambda item: ((item["arrived"], item["first_service"], item["seen_desk"]) if "leg_since" in item
                              else (item["at"], item["service"], item["desk"]))
        for by in ("service", "desk", "month"):
            report = self.report("outcomes", "--by", by)
            self.whole(report["total"], figures(results + late), "total")
            self.check_groups(report, self.grouped(results + late, by, where), figures, by)
        return len(results), len(late)

    def contacts(self):
        """Of visits and of all other channels: (channel, at, service, avoidable or None, reason, resolved or None, coded)."""
        results = self.rows("SELECT * FROM result")
        for row in results:
            yield ("visit", row["at"], row["service"], row["avoidable"], row["words"], row["resolved"], True)
        coded = {row["visit"] for row in results}
        for visit in self.visits():
            if visit["state"] == "served" and visit["id"] not in coded:
                yield ("visit", visit["arrived"], visit["first_service"], None, "", None, False)
        for row in self.rows("SELECT * FROM contact WHERE coalesce(set_aside, '') NOT IN ('abusive', 'junk')"):
            yield (row["channel"], row["received"], row["service"], row["avoidable"], row["reason"] or "",
                   row["resolved"], row["avoidable"] is not None or row["resolved"] is not None)

    def check_contacts(self):
        contacts = list(self.contacts())
        aside = self.rows("SELECT * FROM contact WHERE set_aside IN ('abusive', 'junk')")
        items = contacts + aside

        def figures(items):
            set_aside = sum(isinstance(item, dict) for item in items)
            said = [item for item in items if not isinstance(item, dict)]
            resolved = [item[5] for item in said if item[5] is not None]
            avoidable = [item for item in said if item[3]]
            reasons = collections.Counter(
                f"{item[3]}: {' '.join(item[4].lower().split())}" for item in avoidable if item[4].strip())
            coded = sum(item[6] for item in said)
            return {"contacts": len(said), "resolved_said": len(resolved), "resolved": sum(resolved),
                    "share_resolved": share(sum(resolved), len(resolved)), "coded": coded,
                    "avoidable": len(avoidable), "share_avoidable": share(len(avoidable), coded),
                    "avoidable_by_type": {kind: sum(item[3] == kind for item in avoidable) for kind in TYPES},
                    "reasons": dict(reasons), "set_aside": set_aside}

        where = lambda item: ((item["received"], item["service"]) if isinstance(item, dict) else item[1:3])
        for by in ("service", "directorate", "month", "quarter"):
            report = self.report("contacts", "--by", by)
            self.whole(report["total"], figures(items), "total")
            self.check_groups(report, self.grouped(items, by, where), figures, by)
        groups = collections.defaultdict(list)
        for item in items:
            groups[item["channel"] if isinstance(item, dict) else item[0]].append(item)
        report = self.report("contacts", "--by", "channel")
        self.assertEqual({group["key"] for group in report["groups"]}, set(groups))
        for group in report["groups"]:
            self.whole(group, figures(groups[group["key"]]), group["key"])
        return contacts

    def check_feedback(self):
        given = self.rows("SELECT * FROM feedback")

        def figures(items):
            of_visits = [item["score"] for item in items if item["visit"] is not None]
            others = [item["score"] for item in items if item["visit"] is None]
            satisfied = sum(score >= 4 for score in of_visits)
            return {"visits": len(of_visits), "satisfied": satisfied,
                    "share_satisfied": share(satisfied, len(of_visits)),
                    "by_score": [of_visits.count(score) for score in range(1, 6)],
                    "others": len(others), "others_by_score": [others.count(score) for score in range(1, 6)]}

        for by in ("service", "directorate", "month", "quarter"):
            report = self.report("feedback", "--by", by)
            self.whole(report["total"], figures(given), "total")
            where = lambda item: (item["at"], item["service"])
            self.check_groups(report, self.grouped(given, by, where), figures, by)
        return given

    # The estimate's own error.

    def outcomes_of_estimates(self):
        """Each estimate that was told with a ticket and came to a call: (at, service of the call, row, seconds)."""
        told = collections.defaultdict(list)
        for row in self.rows("SELECT * FROM estimate WHERE said = 'ticket' AND known = 1 ORDER BY id"):
            told[row["visit"]].append(row)
        for event in self.rows("SELECT * FROM event WHERE kind IN ('called', 'held', 'service_changed') ORDER BY id"):
            open_ = told.get(event["visit"], [])
            if event["kind"] != "called":
                told[event["visit"]] = [one for one in open_ if one["at"] >= event["at"]]
                continue
            for one in list(open_):
                if one["leg"] == event["leg"] and one["at"] <= event["at"]:
                    open_.remove(one)
                    yield (one["at"], event["service"], one, event["at"] - one["at"])

    def check_estimate(self):
        given = self.rows("SELECT known FROM estimate WHERE said = 'ticket'")
        scored = [one for one in self.outcomes_of_estimates() if one[3] > 0]

        def figures(items):
            count = len(items)
            error = lambda item, column="p50_ms": abs(item[2][column] / 1000 - item[3])
            mean = lambda values: share(float(sum(values)), len(values)) if values else None
            rivals = {}
            for name, column in RIVALS.items():
                against = [item for item in items if item[2][column] is not None]
                theirs = sum(error(item, column) for item in against)
                rivals[name] = {"mean_error_seconds": mean([error(item, column) for item in against]),
                                "ratio": sum(map(error, against)) / theirs if theirs else None}
            return {"waited": count, "mean_wait_seconds": mean([item[3] for item in items]),
                    "mean_error_seconds": mean([error(item) for item in items]),
                    "bias_seconds": mean([item[2]["p50_ms"] / 1000 - item[3] for item in items]),
                    "share_within_p90": share(sum(item[3] <= item[2]["p90_ms"] / 1000 for item in items), count),
                    "share_within_range": share(sum(
                        item[2]["p10_ms"] / 1000 < item[3] <= item[2]["p90_ms"] / 1000 for item in items), count),
                    "rivals": rivals}

        for by in ("service", "hour", "month"):
            report = self.report("estimate", "--by", by)
            self.assertEqual((report["given"], report["without_time"]),
                             (len(given), sum(not row["known"] for row in given)))
            self.whole(report["total"], figures(scored), "total")
            groups = self.grouped(scored, by, lambda item: item[:2])
            if by == "hour":
                groups = {f"{hour:02}": items for hour, items in groups.items()}
            self.check_groups(report, groups, figures, by)
        return len(scored)

    # What is published.

    def indicator_values(self, first, after):
        """Numerator and denominator by indicator, of the local days from `first` up to `after`."""
        inside = lambda at: at is not None and first <= local(at).date() < after
        values = {}
        if any(one["id"] == "visit" for one in self.promised):
            within = decided = 0
            for visit in self.visits():
                if not inside(visit["arrived"]):
                    continue
                over = visit["waited"] > self.limits[visit["first_service"]]
                seen = visit["seen"] is not None
                within += seen and not over
                decided += seen or over
            values["visit"] = (within, decided)
        contacts = [one for one in self.contacts() if inside(one[1])]
        values["NI14"] = (sum(one[3] is not None for one in contacts), sum(one[6] for one in contacts))
        said = [one[5] for one in contacts if one[5] is not None]
        values["first-contact"] = (sum(said), len(said))
        scores = [row["score"] for row in self.rows("SELECT * FROM feedback WHERE visit IS NOT NULL") if inside(row["at"])]
        values["CS-6.5.1"] = (sum(score >= 4 for score in scores), len(scores))
        calls = [row for row in self.rows("SELECT * FROM monitored_call WHERE heard IS NOT NULL")
                 if f"{first:%Y-%m}" <= row["month"] < f"{after:%Y-%m}"]
        values["calls"] = (sum(row["within"] and row["script"] and row["name"] and row["right_answer"] for row in calls),
                           len(calls))
        cases = self.rows("SELECT * FROM council_case WHERE kind = 'complaint'")
        received = [row for row in cases if inside(row["received"])]
        values["complaints"] = (len(received), None)
        for code in self.order["directorate"]:
            values[f"complaints.{code}"] = (sum(self.directorates.get(row["service"]) == code for row in received), None)
        decided = [row for row in cases if row["ombudsman_upheld"] is not None and inside(row["ombudsman_decided"])]
        values["upheld"] = (sum(row["ombudsman_upheld"] for row in decided), len(decided))
        return values

    def check_indicators(self, month):
        def moved(day, months):
            number = day.year * 12 + day.month - 1 + months
            return dt.date(number // 12, number % 12 + 1, 1)

        for option, length in ((["--month", f"{month:%Y-%m}"], 1),
                               (["--quarter", f"{month.year}-Q{(month.month + 2) // 3}"], 3)):
            begun = month if length == 1 else dt.date(month.year, (month.month - 1) // 3 * 3 + 1, 1)
            report = self.report("indicators", *option)
            found = {one["id"]: one for one in report["indicators"]}
            for name, back in (("now", 0), ("before", -length), ("year_before", -12)):
                first = moved(begun, back)
                for key, (part, whole) in self.indicator_values(first, moved(first, length)).items():
                    self.assertEqual(found[key][name], {"numerator": part, "denominator": whole,
                                                        "share": share(part, whole) if whole else None}, (option, name, key))
                    if name == "now":
                        self.check_goal(found[key], part, whole)

    def check_goal(self, found, part, whole):
        goal = {"NI14": "avoidable_percent_at_most", "CS-6.5.1": "satisfied_percent", "calls": "monitored_percent"}
        goal = {"visit": 95, **{name: self.reports[key] for name, key in goal.items()}}.get(found["id"])
        percent = 100 * part / whole if whole else None
        reached = percent is not None and goal is not None and (percent <= goal if found["id"] == "NI14" else percent >= goal)
        verdict = "nothing" if percent is None else "no_goal" if goal is None else "met" if reached else "not_met"
        self.assertEqual((found["goal_percent"], found["better"], found["verdict"]),
                         (goal, "less" if found["id"] == "NI14" else "more", verdict), found["id"])

    def check_monitoring(self, month):
        report = self.json("monitor", "report", "--month", f"{month:%Y-%m}", "--format", "json")
        calls = self.rows(f"SELECT * FROM monitored_call WHERE month = '{month:%Y-%m}'")

        def figures(calls):
            heard = [call for call in calls if call["heard"] is not None]
            answers = ("within", "script", "name", "right_answer")
            correct = sum(all(call[name] for name in answers) for call in heard)
            return {"sampled": len(calls), "rung": len(heard), "correct": correct,
                    **{name: sum(call[column] for call in heard) for name, column in
                       (("within", "within"), ("script", "script"), ("name_given", "name"), ("right", "right_answer"))},
                    "share_correct": share(correct, len(heard))}

        self.whole(report["total"], figures(calls), "total")
        self.assertEqual({one["directorate"] for one in report["directorates"]}, {call["directorate"] for call in calls})
        for one in report["directorates"]:
            self.whole(one, figures([call for call in calls if call["directorate"] == one["directorate"]]), ("directorate", one["directorate"]))


class SimulatedYear(Tables):
    """A year of the simulated council, and every kind of record beside it, by chance."""

    FIRST = dt.date(2025, 9, 1)
    DAYS, VISITORS = 270, 45
    NOW = dt.datetime(2026, 9, 30, 15, 0, tzinfo=UTC)

    def fill(self):
        folder = self.folder / "year"
        self.done("simulate", "-o", folder, "--from", self.FIRST, "--days", self.DAYS, "--visitors", self.VISITORS)
        self.done("import", folder / "visits.csv")
        self.chance = random.Random(20260901)
        store = sqlite3.connect(self.store)
        store.row_factory = sqlite3.Row
        self.change_visits(store)
        self.add_records(store)
        store.commit()
        store.close()
        self.prepare(self.NOW)

    def change_visits(self, store):
        """What no log of another system has: tickets, holds, transfers, ways to the desk, and a room with people in it."""
        chance, numbers = self.chance, collections.Counter()
        visits = store.execute("SELECT id, day, service, arrived, seen, state FROM visit ORDER BY id").fetchall()
        services = sorted({visit["service"] for visit in visits})
        last = [visit["id"] for visit in visits][-12:]
        for visit in visits:
            new = {}
            if chance.random() < 0.8:
                numbers[visit["day"], visit["service"]] += 1
                new["number"] = f"{visit['service']}{numbers[visit['day'], visit['service']]:03}"
            if visit["seen"] is not None and chance.random() < 0.2:
                waited = visit["seen"] - visit["arrived"]
                new["seen_called"] = visit["seen"] - chance.randrange(min(waited, 90) + 1)
                new["held"] = chance.randrange(waited + 1)
            if visit["seen"] is not None and chance.random() < 0.1:
                new["service"], new["seen_service"] = chance.choice(services), visit["service"]
            if visit["state"] == "left" and chance.random() < 0.5:
                new["state"], new["called"] = "no_show", visit["arrived"] + chance.randrange(1500)
            if visit["id"] in last:
                came = int(self.NOW.timestamp()) - chance.randrange(3600)
                state = chance.choice(["waiting", "held", "called", "unresolved"])
                new.update(state=state, arrived=came, called=came + 60 if state == "called" else None, seen=None,
                           seen_called=None, seen_service=None, seen_desk=None, served=0, held=chance.randrange(60),
                           ended=came + 900 if state == "unresolved" else None,
                           held_since=came + 100 if state == "held" else None,
                           appointment_at=came + chance.randrange(400) if chance.random() < 0.5 else None)
            if new:
                store.execute(f"UPDATE visit SET {', '.join(f'{name} = ?' for name in new)} WHERE id = ?",
                              (*new.values(), visit["id"]))

    def add_records(self, store):
        chance = self.chance
        visits = store.execute("SELECT * FROM visit WHERE state = 'served'").fetchall()
        some = lambda part: [visit for visit in visits if chance.random() < part]
        begun = int(visits[0]["arrived"])
        moment = lambda: chance.randrange(begun, int(self.NOW.timestamp()))
        services = sorted({visit["service"] for visit in visits}) + ["", "GONE"]
        insert = lambda table, rows: store.executemany(
            f"INSERT INTO {table} ({', '.join(rows[0])}) VALUES ({', '.join(':' + name for name in rows[0])})", rows)
        why = lambda: chance.choice(["", "no reply", "No  Reply", "form unclear"])
        kind = lambda: chance.choice([None] * 3 + TYPES)
        insert("result", [dict(visit=visit["id"], leg=leg, at=visit["ended"] + leg, service=visit["service"],
                               desk=chance.choice([visit["seen_desk"] or "", "Desk 99"]), actor="staff:T", resolved=chance.choice([0, 1, 1]),
                               reason="", passed_to="", words=why(), avoidable=kind(), given="")
                          for visit in some(0.6) for leg in range(1, chance.choice([2, 2, 2, 3]))])
        insert("apology", [dict(visit=visit["id"], at=visit["seen"], waited=900, reason="busy", words="", desk="Desk 1",
                                actor="staff:T") for visit in some(0.3)])
        insert("feedback", [dict(visit=visit and visit["id"], at=visit["ended"] + 30 if visit else moment(),
                                 service=visit["service"] if visit else "", language="en", score=chance.choice([1, 2, 3, 4, 4, 5, 5]),
                                 words_key="", words_text="", request=None)
                            for visit in some(0.2) + [None] * 150])
        ms = lambda: chance.randrange(1_800_000)
        rival = lambda: chance.choice([None, ms(), ms()])
        estimates = []
        for visit in some(0.5):
            for said in ("ticket", chance.choice(["ticket", "waiting"])):
                low, middle, high = sorted((ms(), ms(), ms()))
                estimates.append(dict(visit=visit["id"], leg=chance.choice([1, 1, 1, 2]), at=visit["arrived"], said=said,
                                      p10_ms=low, p50_ms=middle, p90_ms=high, ahead=3, known=chance.choice([0, 1, 1, 1]),
                                      promised=0, promised_by=0, fixed_ms=rival(), rolling_ten_ms=rival(),
                                      last_to_enter_ms=rival(), queue_length_ms=rival()))
        insert("estimate", estimates)
        insert("contact", [dict(channel=chance.choice(["phone", "email", "text", "web", "letter", "fax", "social", "post"]),
                                service=chance.choice(services), about="", received=moment(), actor="staff:T", request=None,
                                set_aside=chance.choice([None] * 9 + ["abusive", "junk", "no_reply"]),
                                avoidable=chance.choice([None, None, kind()]), resolved=chance.choice([None, 0, 1]),
                                reason=why()) for _ in range(3000)])
        insert("council_case", [dict(letter="K", kind=chance.choice(["complaint"] * 4 + ["comment"]),
                                     received=decided - chance.randrange(9_000_000) if decided else moment(),
                                     service=chance.choice(services), category="", reply="none", reply_language="",
                                     language="en", words_key="", words_text="", contact_key="", contact_text="",
                                     ombudsman_decided=decided, ombudsman_upheld=decided and chance.choice([0, 1, None]))
                                for decided in [None] * 200 + [moment() for _ in range(100)]])
        insert("monitored_call", [dict(month=f"{day:%Y-%m}", directorate=directorate, number=f"01632 {number}", at=moment(),
                                       seed=1, heard=chance.choice([None, moment(), moment()]),
                                       within=chance.choice([0, 1, 1, 1]), script=chance.choice([0, 1, 1, 1]),
                                       name=chance.choice([0, 1, 1, 1]), right_answer=chance.choice([0, 1, 1, 1]), words="", actor="")
                                  for day in (dt.date(2025, 9 + m, 1) if m < 4 else dt.date(2026, m - 3, 1) for m in range(13))
                                  for directorate in ("people", "places") for number in range(5)])
        store.execute("UPDATE monitored_call SET within = 0, script = 0, name = 0, right_answer = 0 WHERE heard IS NULL")

    def test_every_figure(self):
        self.fill()
        self.assertGreater(self.check_wait(), 10_000)
        exported = self.check_visits()
        self.assertGreater(sum(row["ticket"] is not None for row in exported), 5_000)
        standard = self.check_standard()
        self.assertTrue(all(standard[name] for name in ("within", "late", "lost", "open", "left_out")), standard)
        self.assertGreater(min(self.check_outcomes()), 30)
        self.assertGreater(len(self.check_contacts()), 5_000)
        self.assertGreater(len(self.check_feedback()), 500)
        self.assertGreater(self.check_estimate(), 300)
        for month in (dt.date(2026, 8, 1), dt.date(2026, 9, 1)):
            self.check_indicators(month)
            self.check_monitoring(month)
        self.check_notice()

    def check_notice(self):
        """What the notice tells in words: the shares and counts of the indicators."""
        folder = self.folder / "notices"
        self.done("report", "notice", "--month", "2026-08", "--lang", "en", "-o", folder)
        text = (folder / "notice-2026-08.en.html").read_text(encoding="utf-8")
        part, whole = self.indicator_values(dt.date(2026, 8, 1), dt.date(2026, 9, 1))["visit"]
        self.assertIn(f"{part * 100 // whole} in 100", text)
        self.assertIn(f"{part:,} of {whole:,}", text)


@real_log.needed
class RealLog(Tables):
    """The two weeks of a call centre: 16,273 customers."""

    def test_every_figure(self):
        self.done("import", real_log.find_log(), "--create")
        self.prepare(dt.datetime(1999, 3, 10, 12, tzinfo=UTC))
        self.assertEqual(self.check_wait(), 16_273)
        self.check_visits()
        standard = self.check_standard()
        self.assertEqual(standard["within"] + standard["late"], 14_405)
        self.assertEqual(self.check_estimate(), 0)  # nobody was told one
        self.check_backtest()
        self.check_outcomes()
        self.check_contacts()
        self.check_feedback()
        for month in (dt.date(1999, 2, 1), dt.date(1999, 1, 1)):
            self.check_indicators(month)

    def check_backtest(self):
        """What would have been said: each row against the log itself, and the sums against the rows."""
        file = self.folder / "predictions.csv"
        report = self.json("estimate", "backtest", "--predictions", file, "--format", "json")
        with open(real_log.find_log(), newline="", encoding="utf-8") as lines:
            log = {row["ticket"]: row for row in csv.DictReader(lines)}
        with open(file, newline="", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        at = lambda text: int(dt.datetime.fromisoformat(text).replace(tzinfo=LONDON).timestamp())
        called = {ticket: at(row["called"]) for ticket, row in log.items() if row["called"]}
        self.assertEqual({row["ticket"] for row in rows}, set(called))
        # Those who waited, by the moment of their calls: what the last of them and the mean of ten say to whoever comes.
        waits = sorted((at_call, at_call - at(log[ticket]["arrived"])) for ticket, at_call in called.items()
                       if at_call > at(log[ticket]["arrived"]))
        moments, compared = [at_call for at_call, _ in waits], 0
        busy = set(collections.Counter(moments)[moment] > 1 and moment for moment in moments)
        for row in rows:
            arrived, wait = at(row["arrived"]), called[row["ticket"]] - at(log[row["ticket"]]["arrived"])
            self.assertEqual((row["arrived"], int(row["wait_seconds"]), row["waited"]),
                             (log[row["ticket"]]["arrived"], wait, str(int(wait > 0))))
            known = bisect.bisect_left(moments, arrived)
            if not known or arrived in moments[known:known + 1] or moments[known - 1] in busy or moments[max(known - 10, 0)] in busy:
                continue  # in one second the log has no order
            last = [wait for _, wait in waits[max(known - 10, 0):known]]
            self.assertAlmostEqual(float(row["les_seconds"]), last[-1], delta=0.06)
            self.assertAlmostEqual(float(row["rolling10_seconds"]), sum(last) / len(last), delta=0.06)
            compared += 1
        self.assertGreater(compared, 10_000)
        scored = [{name: float(value) if value else None for name, value in row.items() if name.endswith("_seconds")}
                  for row in rows if row["waited"] == "1"]
        mean = lambda values: sum(values) / len(values)
        error = lambda row, name="p50": abs(row[f"{name}_seconds"] - row["wait_seconds"])
        self.assertEqual((report["called"], report["waited"]), (len(rows), len(scored)))
        for name, value, delta in (
                ("mean_wait_seconds", mean([row["wait_seconds"] for row in scored]), 1e-6),
                ("mean_error_seconds", mean([error(row) for row in scored]), 0.06),
                ("bias_seconds", mean([row["p50_seconds"] - row["wait_seconds"] for row in scored]), 0.06),
                ("share_within_p90", mean([row["wait_seconds"] <= row["p90_seconds"] for row in scored]), 5 / len(scored)),
                ("share_within_range", mean([row["p10_seconds"] < row["wait_seconds"] <= row["p90_seconds"] for row in scored]),
                 10 / len(scored))):
            self.assertAlmostEqual(report[name], value, delta=delta, msg=name)
        for name in ("rolling10", "les", "ql"):
            against = [row for row in scored if row[f"{name}_seconds"] is not None]
            theirs = mean([error(row, name) for row in against])
            self.assertAlmostEqual(report["rivals"][name]["mean_error_seconds"], theirs, delta=0.06, msg=name)
            self.assertAlmostEqual(report["rivals"][name]["ratio"], mean([error(row) for row in against]) / theirs,
                                   delta=0.001, msg=name)


if __name__ == "__main__":
    program.main()
