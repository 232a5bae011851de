"""Standards, complaints, indicators and the monthly notice of a simulated quarter, counted again from the tables of the
store by other code, no figure left out."""
import collections
import datetime as dt
import html
import re
import sqlite3
import subprocess

import program
from quarter import LONDON, NOW, SECOND, TYPES, UTC, Quarter, days, next_midnight, promised, weekday_hours, worked, working_days


class Tally:
    """One promise over one group, counted again."""

    def __init__(self):
        self.within = self.extended = self.late = self.lost = self.open = self.open_late = self.left_out = self.told = 0
        self.broken = []  # (lost, seconds over, begun, reference, due, stopped), as the worst cases are sorted: the lost last
        self.calls = collections.Counter()

    def judge(self, of, stopped, too_late, told=False, first=None):
        """`of` is (begun, reference); `first` what would have been too late without a later date."""
        late = too_late is not None and (stopped or NOW) >= too_late
        self.open += stopped is None
        self.open_late += stopped is None and late
        self.late += stopped is not None and late
        self.within += stopped is not None and not late
        self.extended += stopped is not None and not late and first is not None and stopped >= first
        if late:
            self.told += told
            self.breaks(of, stopped, too_late, stopped or NOW)

    def give_up(self, of, at, too_late):
        """Counts only where it was late already."""
        if at < too_late:
            self.left_out += 1
        else:
            self.lose(of, at, too_late)

    def lose(self, of, at, too_late):
        self.lost += 1
        self.breaks(of, None, too_late, at, lost=True)

    def breaks(self, of, stopped, too_late, until, lost=False):
        due = too_late and too_late - SECOND
        over = max(int((until - due).total_seconds()), 0) if due else 0
        self.broken.append((lost, -over, *of, due, stopped))

    def figures(self, goal):
        decided = self.within + self.late + self.lost + self.open_late
        verdict = "no_goal" if goal is None else "met" if decided and self.within * 100 / decided + 1e-9 >= goal else "not_met"
        begun = [one[2].astimezone(LONDON) for one in self.broken]
        utc = lambda at: at and f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        return {"within": self.within, "within_extended": self.extended, "late": self.late, "lost": self.lost,
                "open": self.open, "open_late": self.open_late, "left_out": self.left_out, "late_told": self.told,
                "decided": decided, "count": self.within + self.late + self.lost + self.open,
                "share_within": self.within / decided if decided else None, "verdict": verdict if decided else "nothing",
                "broken_days": dict(collections.Counter(f"{at:%Y-%m-%d}" for at in begun)),
                "broken_hours": [sum(at.hour == hour for at in begun) for hour in range(24)],
                "worst": [{"reference": name or None, "started_at": utc(at), "due_at": utc(due), "stopped_at": utc(stopped),
                           "over_seconds": -over} for _, over, at, name, due, stopped in sorted(self.broken, key=lambda one: one[:4])[:5]]}


class Recount(Quarter):
    def complaint(self, tallies, promise, case, begun, stopped, lost, too_late, told=False, first=None):
        if begun is None or not self.inside(begun):
            return
        of = (begun, f"K-{case['id']}")
        for group in self.groups(begun.astimezone(LONDON), case["service"]):
            tally = tallies[(promise, *group)]
            if stopped is None and lost:
                tally.give_up(of, lost, too_late)
            else:
                tally.judge(of, stopped, too_late, told, first)

    def chorley_complaints(self, tallies):
        for case, stage, prefix, began, acknowledged, answered, lost in self.stages():
            name, told = "complaint" if stage == 1 else "escalated", case[prefix + "extended"] is not None
            due = lambda count: working_days(began, count, "chorley")
            self.complaint(tallies, f"C-{name}-ack", case, began, acknowledged, lost, due(5))
            self.complaint(tallies, f"C-{name}-full", case, began, answered, lost, due(10), told)

    def later(self, case, prefix, too_late, most):
        """What is too late where a later date was told in time."""
        if case[prefix + "extended"] is None or case[prefix + "extended_late"]:
            return too_late
        return max(too_late, min(self.after(case[prefix + "respond_by"]), most))

    def after(self, day):
        """The first moment after a day of the store."""
        return next_midnight(dt.datetime.strptime(str(day), "%Y%m%d").date())

    def mid_devon_complaints(self, tallies):
        for case, _, prefix, began, _, answered, lost in self.stages():
            first = days(began, 10)
            self.complaint(tallies, "M-complaint", case, began, answered, lost,
                           self.later(case, prefix, first, days(began, 84)), case[prefix + "extended"] is not None, first)

    def ombudsman_complaints(self, tallies):
        due = lambda at, count: working_days(at, count, "ombudsman-code")
        for case, stage, prefix, began, acknowledged, answered, lost in self.stages():
            self.complaint(tallies, f"LGO-{stage}-ack", case, began, acknowledged, lost, due(began, 5))
            # What nobody acknowledged is owed by the day that was promised when it came.
            first = due(acknowledged, 10 * stage) if acknowledged else self.after(case[prefix + "respond_by"])
            begun, told = acknowledged or began, case[prefix + "extended"] is not None
            self.complaint(tallies, f"LGO-{stage}-answer", case, begun, answered, lost,
                           self.later(case, prefix, first, due(begun, 20 * stage)), told, first)

    def counted_complaints(self):
        """The figures of report complaints, counted again from the table, by every grouping."""
        told = collections.defaultdict(collections.Counter)
        local = lambda at: at and at.astimezone(LONDON).date()
        day = lambda number: number and dt.datetime.strptime(str(number), "%Y%m%d").date()
        today, inside = local(NOW), lambda on: on is not None and self.first <= on <= self.last

        def clock(count, name, due, until, done, lost):
            if until is None:
                return
            if done:
                count(name + ("_in_time" if done <= (due or until) else "_in_extended_time" if done <= until else "_late"))
            elif lost:
                count(*([name + "_late"] if lost > until else []))
            else:
                count(name + ("_open_late" if today > until else "_open"))

        for case in self.cases():
            def count_on(on):
                def count(*names):
                    for group in (*self.groups(on, case["service"]), ("category", case["category"] or None),
                                  ("handler", case["handler"] or None)):
                        told[group].update(names)
                return count
            on = local(case["received"])
            if inside(on):
                count_on(on)("received_" + case["kind"])
            if inside(on) and case["was_began"]:  # its clocks, until it was found to be no complaint
                found = day(case["was_acknowledge_by"]), local(case["was_acknowledged"]), local(case["was_ended"])
                clock(count_on(on), "first_acknowledged", found[0], found[0], *found[1:])
                clock(count_on(on), "first_answered", None, day(case["was_respond_by"]), None, found[2])
            if case["kind"] != "complaint":
                continue
            for action in case["actions"].splitlines():
                due, done = action.split()[:2]
                due, done = dt.date.fromisoformat(due), None if done == "-" else dt.date.fromisoformat(done)
                if inside(due):
                    count_on(due)("actions_due", *(["actions_late"] if not done and due < today else []), *(
                        ["actions_done_in_time" if done <= due else "actions_done_late"] if done else []))
            if inside(local(case["ombudsman_asked"])):
                count_on(local(case["ombudsman_asked"]))("ombudsman_asked")
            if inside(local(case["ombudsman_decided"])):
                found = {None: ["not_investigated"], 0: ["decided"], 1: ["decided", "upheld"]}[case["ombudsman_upheld"]]
                count_on(local(case["ombudsman_decided"]))(*("ombudsman_" + one for one in found))
            if not inside(on):
                continue
            count = count_on(on)
            to_do = any(action.split()[1] == "-" for action in case["actions"].splitlines())
            count(*["open"] * (case["state"] != "closed" or to_do), *["remedy_" + one for one in case["remedies"].split()],
                  *["refused_" + case["refused_because"]] * (case["refused_because"] != "none"))
            again = case["second_began"] is not None
            in_the_end = [self.outcome(case, stage) for stage in ((2, 1) if again else (1,))]
            findings = [one for one in in_the_end if one in ("put_right", "upheld", "partly_upheld", "not_upheld")]
            count(*["upheld"] * (findings[:1] in (["upheld"], ["partly_upheld"])))
            for stage, name, prefix in ((1, "first", ""), (2, "second", "second_")):
                if stage == 2 and not again:
                    continue
                outcome = self.outcome(case, stage)
                if stage == 2 or not again or case["first_handler"] or case["acknowledged"] or outcome != "none" or (
                        (case["began"] or case["received"]) < case["second_began"]):
                    count(name + "_complaints", f"{name}_outcome_{'undecided' if outcome == 'none' else outcome}")
                acknowledged, answered, lost = (local(at) for at in self.ends(case, stage))
                acknowledge, respond = day(case[prefix + "acknowledge_by"]), day(case[prefix + "respond_by"])
                clock(count, name + "_acknowledged", acknowledge, acknowledge, acknowledged, lost)
                due = day(case[prefix + "first_respond_by"])
                clock(count, name + "_answered", due, due if case[prefix + "extended_late"] else respond, answered, lost)
        return told

    def check_complaints(self):
        told = self.counted_complaints()
        for by in ("month", "quarter", "service", "directorate", "category", "handler"):
            report = self.json("report", "complaints", "--quarter", "2026-Q4", "--by", by, "--format", "json")
            groups = {("", "total"): report["total"], **{(by, group["key"]): group for group in report["groups"]}}
            self.assertEqual(set(groups), {key for key, counts in told.items() if key[0] in ("", by) and counts})
            for key, figures in groups.items():
                counts, clocks = told[key], [f"{stage}_{what}" for stage in ("first", "second") for what in ("acknowledged", "answered")]
                expected = {name: counts[name] for name in figures if not name.startswith("share_") and name not in ("key", "name")}
                for clock in clocks:
                    decided = sum(counts[f"{clock}_{how}"] for how in ("in_time", "in_extended_time", "late", "open_late"))
                    for share, kept in (("in_time", counts[clock + "_in_time"]),
                                        ("with_extension", counts[clock + "_in_time"] + counts[clock + "_in_extended_time"])):
                        expected[f"share_{clock}_{share}"] = kept / decided if decided else None
                found = {name: value for name, value in figures.items() if name not in ("key", "name")}
                self.assertEqual({name: (value, expected[name]) for name, value in found.items() if value != expected[name]}, {}, key)
                self.assertLessEqual(set(counts), set(figures), key)
        self.assertGreaterEqual(len(told["", "total"]), 50)  # figures that are not 0

    def written(self, tallies, contact, promise, channels, done, too_late):
        if contact["channel"] not in channels or contact["log"]:
            return
        for group in self.groups(contact["received"].astimezone(LONDON), contact["service"]):
            tally = tallies[(promise, *group)]
            if contact["set_aside"]:
                tally.left_out += 1
            else:
                told = contact["told"] is not None and done == "answered"
                tally.judge((contact["received"], contact["name"]), contact[done], too_late(contact["received"]), told)

    def calls(self, tallies, contact, promise, limit, opens=None, grace=0):
        if contact["channel"] != "phone" or not contact["log"]:
            return
        local = contact["received"].astimezone(LONDON)
        if opens and not (opens[0] <= local.time() < opens[1] and worked(local.date())):
            return
        of, too_late = (contact["received"], contact["name"]), limit and contact["received"] + limit
        for group in self.groups(local, contact["service"]):
            tally = tallies[(promise, *group)]
            at_once = contact["lost"] and contact["lost"] - contact["received"] < dt.timedelta(seconds=grace)
            if at_once:
                tally.left_out += 1
            elif contact["lost"]:
                tally.lose(of, contact["lost"], too_late)
            else:
                tally.judge(of, contact["answered"], too_late)
            in_time = contact["answered"] and (too_late is None or contact["answered"] < too_late)
            tally.calls.update(["offered", "abandoned" if contact["lost"] else "answered", *["abandoned_at_once"] * bool(at_once),
                                *["in_time"] * bool(in_time)])

    def visits(self, tallies, promise, limit):
        at = lambda value: dt.datetime.fromtimestamp(value, UTC)
        for visit in self.rows("SELECT * FROM visit"):
            begun, too_late = at(visit["arrived"]), at(visit["arrived"] + visit["held"] + limit + 1)
            of = (begun, visit["number"] or "")
            if not self.inside(begun):
                continue
            for group in self.groups(begun.astimezone(LONDON), visit["seen_service"] or visit["service"]):
                tally = tallies[(promise, *group)]
                if visit["seen"] is not None:
                    tally.judge(of, at(visit["seen"]), too_late)
                else:
                    tally.give_up(of, at(visit["ended"]), too_late)

    def counted(self, first, last):
        """The tallies of every promise of the council, of what began on these days."""
        self.first, self.last = first, last
        tallies = collections.defaultdict(Tally)
        contacts = [one for one in self.contacts() if self.inside(one["received"])]
        getattr(self, "count_" + self.council.replace("-", "_"))(tallies, contacts)
        self.first, self.last = self.FIRST, self.LAST
        return tallies

    def count_chorley(self, tallies, contacts):
        days_of = lambda count: lambda begun: working_days(begun, count, "chorley")
        electronic, written = ("email", "text", "web"), ("letter", "fax")
        for contact in contacts:
            self.calls(tallies, contact, "C-phone", dt.timedelta(seconds=21), grace=5)
            self.written(tallies, contact, "C-e-ack", electronic, "acknowledged", days_of(1))
            self.written(tallies, contact, "C-e-full", electronic, "answered", days_of(2))
            self.written(tallies, contact, "C-letter-ack", written, "acknowledged", days_of(5))
            self.written(tallies, contact, "C-letter-full", written, "answered", days_of(7))
        self.visits(tallies, "C-visit", 600)
        self.chorley_complaints(tallies)

    def count_mid_devon(self, tallies, contacts):
        for contact in contacts:
            self.calls(tallies, contact, "M-phone", None, (dt.time(8, 30), dt.time(17)))
            self.written(tallies, contact, "M-email", ("email",), "answered", lambda begun: days(begun, 5))
            self.written(tallies, contact, "M-social", ("social",), "answered", lambda begun: weekday_hours(begun, 24))
            if contact["channel"] == "post":
                for group in self.groups(contact["received"].astimezone(LONDON), contact["service"]):
                    if contact["set_aside"]:
                        tallies[("M-post", *group)].left_out += 1
                    else:
                        tallies[("M-post", *group)].judge((contact["received"], contact["name"]), contact["answered"],
                                                          days(contact["received"], 0))
        self.visits(tallies, "M-visit", 900)
        self.mid_devon_complaints(tallies)

    def count_ombudsman_code(self, tallies, contacts):
        self.visits(tallies, "visit", 600)
        self.ombudsman_complaints(tallies)

    def test_chorley(self):
        self.check("chorley")

    def test_mid_devon(self):
        self.check("mid-devon")

    def test_ombudsman_code(self):
        self.check("ombudsman-code")

    def check(self, council):
        self.simulate(council)
        self.check_standards(self.counted(self.FIRST, self.LAST))
        self.check_complaints()
        self.check_contacts()
        self.check_indicators()
        self.check_notice()
        self.check_promised()

    def check_promised(self):
        """The dates with which the quarter was simulated are those that the program gives."""
        number = lambda day: int(day.replace("-", ""))
        at = lambda text: dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)
        for received, acknowledged in (("2026-10-20T10:00", "2026-10-26T09:00"), ("2026-10-24T23:59", "2026-10-24T23:59"),
                                       ("2026-10-30T17:30", "2026-10-30T22:00"), ("2026-10-31T10:00", "2026-11-02T10:00"),
                                       ("2026-12-18T16:59", "2026-12-24T16:00"), ("2026-12-24T18:00", "2026-12-27T12:00")):
            case = self.json("case", "log", "--kind", "complaint", "--words", "x", "--received", received, "--json")
            told = lambda stage: (number(stage["acknowledge_by"]), number(stage["respond_by"]))
            self.assertEqual(told(case["first_stage"]), promised(self.council, at(received), None), received)
            case = self.json("case", "acknowledge", case["reference"], "--handler", "Ann", "--at", acknowledged, "--json")
            self.assertEqual(told(case["first_stage"]), promised(self.council, at(received), at(acknowledged)), acknowledged)
            escalate = ("case", "escalate", case["reference"], "--handler", "Ben", "--reason", "x", "--at", acknowledged, "--json")
            second = self.json(*escalate)["second_stage"]
            self.assertEqual(told(second), promised(self.council, at(acknowledged), None, stage=2), acknowledged)

    def check_standards(self, tallies):
        """Every figure of every promise: no key of the report is left out."""
        reported = {}
        for by in ("month", "quarter", "service", "directorate"):
            report = self.json("report", "standards", "--quarter", "2026-Q4", "--by", by, "--format", "json")
            for standard in report["standards"]:
                reported[standard["id"], "", "total"] = standard["total"]
                self.check_calls(standard.get("calls"), tallies[standard["id"], "", "total"].calls)
                for group in standard["groups"]:
                    reported[standard["id"], by, group["key"]] = group
        self.assertEqual(set(reported), set(tallies))
        for key, tally in tallies.items():
            found = {name: value for name, value in reported[key].items() if name not in ("key", "name")}
            for one in found["worst"]:
                del one["channel"], one["service"]
            self.assertEqual(found, tally.figures(self.goals[key[0]]), key)
        self.assertGreater(sum(tally.late for tally in tallies.values()), 500)

    def check_calls(self, found, calls):
        if not calls:
            return self.assertIsNone(found)
        share = lambda part, whole: part / whole if whole else None
        offered, kept = calls["offered"], calls["offered"] - calls["abandoned_at_once"]
        self.assertEqual(found, {
            **{name: calls[name] for name in ("offered", "answered", "abandoned", "abandoned_at_once", "in_time")},
            "answer_rate": share(calls["answered"], offered), "abandoned_rate": share(calls["abandoned"], offered),
            "abandoned_rate_without_at_once": share(calls["abandoned"] - calls["abandoned_at_once"], kept),
            "in_time_of_answered": share(calls["in_time"], calls["answered"]),
            "in_time_of_offered": share(calls["in_time"], offered), "in_time_without_at_once": share(calls["in_time"], kept)})

    def check_contacts(self):
        with sqlite3.connect(self.store) as store:
            first, last = (int(dt.datetime(*day, tzinfo=LONDON).timestamp()) for day in ((2026, 10, 1), (2027, 1, 1)))
            inside = f"received >= {first} AND received < {last}"
            one = lambda sql: store.execute(sql).fetchone()[0]
            contact = f"{inside} AND coalesce(set_aside, '') NOT IN ('abusive', 'junk')"
            coded = f"{contact} AND (avoidable IS NOT NULL OR resolved IS NOT NULL)"
            expected = {
                "contacts": one(f"SELECT count(*) FROM contact WHERE {contact}")
                + one(f"SELECT count(*) FROM visit WHERE state = 'served' AND {inside.replace('received', 'arrived')}"),
                "coded": one(f"SELECT count(*) FROM contact WHERE {coded}"),
                "avoidable": one(f"SELECT count(*) FROM contact WHERE {contact} AND avoidable IS NOT NULL"),
                "resolved_said": one(f"SELECT count(*) FROM contact WHERE {contact} AND resolved IS NOT NULL"),
                "resolved": one(f"SELECT count(*) FROM contact WHERE {contact} AND resolved = 1"),
                "set_aside": one(f"SELECT count(*) FROM contact WHERE {inside} AND set_aside IN ('abusive', 'junk')"),
            }
            types = dict(store.execute(f"SELECT avoidable, count(*) FROM contact WHERE {contact} AND avoidable "
                                       "IS NOT NULL GROUP BY avoidable"))
            reasons = {f"{kind}: {why}": count for kind, why, count in store.execute(
                f"SELECT avoidable, reason, count(*) FROM contact WHERE {contact} AND avoidable IS NOT NULL "
                "GROUP BY avoidable, reason")}
        store.close()
        report = self.json("report", "contacts", "--quarter", "2026-Q4", "--by", "month", "--format", "json")
        for name, value in expected.items():
            self.assertEqual(report["total"][name], value, name)
        self.assertEqual(report["total"]["avoidable_by_type"], {kind: types[kind] for kind in TYPES})
        self.assertEqual(report["total"]["reasons"], reasons)
        self.assertEqual([group["key"] for group in report["groups"]], ["2026-10", "2026-11", "2026-12"])
        self.assertEqual(sum(group["avoidable"] for group in report["groups"]), expected["avoidable"])

    # November 2026, the month before, and the year before.
    MONTHS = {"now": (dt.date(2026, 11, 1), dt.date(2026, 11, 30)), "before": (dt.date(2026, 10, 1), dt.date(2026, 10, 31)),
              "year_before": (dt.date(2025, 11, 1), dt.date(2025, 11, 30))}

    def values(self, first, last):
        """Numerator and denominator of each indicator but those that no promise or complaint stands behind."""
        tallies, inside = self.counted(first, last), lambda at: at and first <= at.astimezone(LONDON).date() <= last
        values = {promise: (tallies[promise, "", "total"].within, tallies[promise, "", "total"].figures(None)["decided"])
                  for promise in self.goals}
        scores = [row["score"] for row in self.rows("SELECT * FROM feedback WHERE visit IS NOT NULL OR channel IS NOT NULL")
                  if inside(dt.datetime.fromtimestamp(row["at"], UTC))]
        values["CS-6.5.1"] = (sum(score >= 4 for score in scores), len(scores))
        received = [one for one in self.complaints() if inside(one["received"])]
        decided = [one for one in self.complaints() if one["ombudsman_upheld"] is not None and inside(one["ombudsman_decided"])]
        values["complaints"] = (len(received), None)
        for directorate in self.conf["directorate"]:
            of_it = sum(self.directorates.get(one["service"]) == directorate["code"] for one in received)
            values[f"complaints.{directorate['code']}"] = (of_it, None)
        known = {one["code"] for one in self.conf["directorate"]}
        values["complaints.none"] = (sum(self.directorates.get(one["service"]) not in known for one in received), None)
        values["upheld"] = (sum(one["ombudsman_upheld"] for one in decided), len(decided))
        if any("social" in promise["channels"] for promise in self.conf["standard"]["promise"]):
            checked = {(one["channel"], one["day"]) for one in self.rows("SELECT * FROM checked")}
            begun = min((day for _, day in checked), default=99990101)
            numbers = [int(day.strftime("%Y%m%d")) for day in (first + dt.timedelta(n) for n in range((last - first).days + 1))
                       if day.weekday() < 5]
            numbers = [one for one in numbers if one >= begun]
            values["checked.social"] = (sum(("social", one) in checked for one in numbers), len(numbers))
        return values

    def look_at_social_media(self):
        """On the days that somebody looked; a letter was the first contact that was logged."""
        days = [dt.date(2026, 10, 14) + dt.timedelta(n) for n in range(40)]
        with sqlite3.connect(self.store) as store:
            store.execute("INSERT OR IGNORE INTO checked (channel, day) VALUES ('letter', 20261008)")
            store.executemany("INSERT OR IGNORE INTO checked (channel, day) VALUES ('social', ?)",
                              [(int(day.strftime("%Y%m%d")),) for day in days if day.day % 7 != 3])
        store.close()

    def check_indicators(self):
        self.look_at_social_media()
        report = self.json("report", "indicators", "--month", "2026-11", "--format", "json")
        self.assertEqual((report["from"], report["to"]), ("2026-11-01", "2026-11-30"))
        by_id = {one["id"]: one for one in report["indicators"]}
        self.published = {name: self.values(*days) for name, days in self.MONTHS.items()}
        for name, values in self.published.items():
            for key, (part, whole) in values.items():
                self.assertEqual(by_id[key][name], {"numerator": part, "denominator": whole,
                                                    "share": part / whole if whole else None}, (name, key))
        self.assertEqual(set(by_id) - set(values), {"NI14", "first-contact", "calls"})  # recounted in figures_recount.py
        self.assertGreater(by_id["NI14"]["now"]["denominator"], 1000)
        for promise in self.conf["standard"]["promise"]:
            found, (part, whole) = by_id[promise["id"]], self.published["now"][promise["id"]]
            self.assertEqual((found["title"], found["limit"], found["goal_percent"], found["better"], found["verdict"]),
                             (promise["title"], promise["limit"], promise.get("goal_percent"), "more",
                              self.verdict(part, whole, promise.get("goal_percent"))))
        self.assertIn("Indicators, 2026-11", self.done("report", "indicators", "--month", "2026-11"))
        self.assertIn("2026-Q4 numerator", self.done("report", "indicators", "--quarter", "2026-Q4", "--format", "csv"))

    def verdict(self, part, whole, goal):
        if not whole:
            return "nothing"
        return "no_goal" if goal is None else "met" if part * 100 / whole + 1e-9 >= goal else "not_met"

    def check_notice(self):
        """Every promise's result, verdict and trends, in the page and in the text of the PDF."""
        self.done("report", "notice", "--month", "2026-11", "--lang", "en", "-o", self.folder)
        page = (self.folder / "notice-2026-11.en.html").read_text(encoding="utf-8")
        pdf = subprocess.run(["pdftotext", "-raw", self.folder / "notice-2026-11.en.pdf", "-"], capture_output=True, text=True)
        pdf = " ".join(pdf.stdout.split())
        sections = re.findall(r'<section aria-labelledby="p\d+">(.*?)</section>', page, re.S)
        plain = lambda markup: " ".join(html.unescape(re.sub("<[^>]*>", " ", markup)).split())
        expected = [(one["id"], one["title"], one.get("goal_percent")) for one in self.conf["standard"]["promise"]]
        goal = self.conf.get("reports", {}).get("satisfied_percent")
        expected.append(("CS-6.5.1", "Visitors who were satisfied", goal))
        self.assertEqual(len(sections), len(expected))
        verdicts = collections.Counter()
        for section, (key, title, goal) in zip(sections, expected):
            now, before, year = (self.published[name][key] for name in ("now", "before", "year_before"))
            self.assertGreaterEqual(now[1], 5, key)
            verdict = {"met": "Goal met", "not_met": "Goal not met", "no_goal": "No goal set"}[self.verdict(*now, goal)]
            verdicts[verdict] += 1
            lines = [title, f"{now[0] * 100 // now[1]} in 100", f"({now[0]:,} of {now[1]:,})", verdict]
            lines += [] if goal is None else [f"Our goal: {goal:g} in 100"]
            lines += [self.trend(now, before, "last month"), self.trend(now, year, "a year ago")]
            self.assertEqual(plain(section), " ".join(lines), key)
            self.assertIn(" ".join(lines), pdf, key)
        self.assertLessEqual({"Goal met", "Goal not met"} if self.council == "mid-devon" else {"No goal set"}, set(verdicts))

    def trend(self, now, then, when):
        if then[1] < 5:
            return f"We have no figure for {when}"
        was = then[0] * 100 // then[1]
        more = now[0] * 100 // now[1] - was
        if not more:
            return f"The same as {when}: {was} in 100"
        return f"{'Better' if more > 0 else 'Worse'} than {when}: {was} in 100 then"


if __name__ == "__main__":
    program.main()
