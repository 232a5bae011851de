"""A simulated quarter of a council, by one of the shipped profiles: 20,000 contacts, 2,000 visits and 700 complaints of
every kind of fate. And the calendar by which they are counted: Python's own, with bank holidays as they were published."""
import csv
import datetime as dt
import random
import sqlite3
import time
import tomllib
import zoneinfo

import program

LONDON = zoneinfo.ZoneInfo("Europe/London")
UTC = dt.timezone.utc
NOW = dt.datetime(2027, 1, 20, 12, tzinfo=UTC)
HOLIDAYS = {dt.date.fromisoformat(day) for day in (
    "2025-12-25", "2025-12-26", "2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
    "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29")}
OPENS = {"chorley": (dt.time(8, 45), dt.time(17)), "mid-devon": (dt.time(9), dt.time(17))}
SERVICES = ["A", "B", "C", "D", "E", "F", ""]
SECOND = dt.timedelta(seconds=1)
TYPES = ["clarification", "signposting", "repeat", "unfinished", "chasing"]
GROUNDS = ["too_old", "decided_before", "court", "other_route", "not_ours", "unreasonable", "other"]
REMEDIES = ["apology", "explanation", "act", "reconsider", "correct_record", "money", "change_policy"]
CASE = ["kind", "service", "letter", "category", "handler", "first_handler", "received", "state", "outcome", "first_outcome",
        "refused_because", "remedies", "actions", "statutory", "acknowledged", "responded", "extended", "acknowledge_by",
        "respond_by", "first_respond_by", "second_began", "second_acknowledged", "second_responded", "second_extended",
        "second_acknowledge_by", "second_respond_by", "second_first_respond_by", "closed", "ombudsman_asked",
        "ombudsman_decided", "ombudsman_upheld", "reply", "reply_language", "language", "words_key", "words_text",
        "contact_key", "contact_text", "ended", "second_ended", "extended_late", "second_extended_late", "was_began",
        "was_acknowledge_by", "was_respond_by", "was_first_respond_by", "was_acknowledged", "was_extended", "was_extended_late",
        "was_ended"]


def wall(at):
    return at.astimezone(LONDON).replace(tzinfo=None).isoformat()


def worked(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def next_midnight(day):
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), LONDON).astimezone(UTC)


def working_days(begun, count, council):
    """The first moment that is too late."""
    local = begun.astimezone(LONDON)
    day = local.date()
    if council in OPENS and (not worked(day) or local.time() >= OPENS[council][1]):  # else: the same day
        day += dt.timedelta(days=1)
        while not worked(day):
            day += dt.timedelta(days=1)
    while count:
        day += dt.timedelta(days=1)
        count -= worked(day)
    return next_midnight(day)


def days(begun, count):
    return next_midnight(begun.astimezone(LONDON).date() + dt.timedelta(days=count))


def last_day(too_late):
    """As the store has it: the last day before that moment."""
    return int(f"{(too_late - dt.timedelta(seconds=1)).astimezone(LONDON):%Y%m%d}")


def promised(council, received, acknowledged, stage=1):
    """By when a stage of a case is acknowledged and answered, as it is told when it begins."""
    if council == "mid-devon":
        return last_day(days(received, 5)), last_day(days(received, 10))
    if council == "chorley":
        return last_day(working_days(received, 5, council)), last_day(working_days(received, 10, council))
    acknowledge = working_days(received, 5, council)
    # Until it is acknowledged, from the latest day that it may be.
    return last_day(acknowledge), last_day(working_days(acknowledged or acknowledge - SECOND, 10 * stage, council))


def weekday_hours(begun, hours):
    """Minute by minute, as slowly as one likes; then the first moment that is too late."""
    left = dt.timedelta(hours=hours)
    at = begun
    while True:
        day = at.astimezone(LONDON).date()
        end = next_midnight(day)
        if day.weekday() < 5:
            if at + left <= end:
                return at + left + dt.timedelta(seconds=1)
            left -= end - at
        at = end


class Quarter(program.Program):
    """October to December 2026, with both the autumn night and Christmas in it; and November of the year before."""

    FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 12, 31)

    def simulate(self, council):
        self.council, self.first, self.last = council, self.FIRST, self.LAST
        text = (program.REPO / f"assets/profiles/{council}.conf").read_text(encoding="utf-8")
        text = text.replace('limit = "20 seconds"\n', 'limit = "20 seconds"\nlost_grace_seconds = 5\n')
        self.config = self.folder / "kiosk.conf"
        self.config.write_text(text + "\n", encoding="utf-8")
        self.conf = tomllib.loads(text)
        self.directorates = {one["code"]: one.get("directorate") for one in self.conf["service"]}
        self.goals = {one["id"]: one.get("goal_percent") for one in self.conf["standard"]["promise"]}
        self.clock = f"{NOW:%Y-%m-%dT%H:%M:%SZ}@{int(time.time())}*0.000000001"  # stands still
        chance = random.Random(20261)
        self.services = [code for code in SERVICES if code in self.directorates or not code]
        before = lambda: chance.random() < 0.1  # a year ago, to stand beside
        moment = lambda: (dt.datetime(2025, 11, 1, tzinfo=UTC) + dt.timedelta(seconds=chance.randrange(30 * 86_400)) if before()
                          else dt.datetime(2026, 9, 25, tzinfo=UTC) + dt.timedelta(seconds=chance.randrange(100 * 86_400)))
        self.import_calls(chance, moment)
        self.import_post(chance, moment)
        self.import_visits(chance)
        self.insert_contacts(chance, moment)
        self.insert_complaints(chance, moment)
        self.insert_feedback(chance)

    def groups(self, day, service):
        """Every group that --by makes, as (by, key), with the total."""
        service = service or None
        return [("", "total"), ("month", f"{day:%Y-%m}"), ("quarter", f"{day.year}-Q{(day.month + 2) // 3}"),
                ("service", service), ("directorate", self.directorates.get(service))]

    def import_calls(self, chance, moment):
        path = self.folder / "calls.csv"
        with open(path, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["call", "offered", "answered", "seconds", "service"])
            for number in range(11_000):
                out.writerow([f"c{number}", wall(moment()), chance.choice(["yes"] * 6 + ["no"]),
                              min(int(chance.expovariate(1 / 18)), 600), chance.choice(self.services)])
        self.assertEqual(self.json("import", "calls", path, "--json")["added"], 11_000)
        self.assertEqual(self.json("import", "calls", path, "--json")["already_there"], 11_000)

    def import_post(self, chance, moment):
        path = self.folder / "post.csv"
        with open(path, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["item", "received", "scanned", "scannable", "service"])
            for number in range(3_000):
                came = moment()
                scanned = came + dt.timedelta(seconds=int(chance.expovariate(1 / 20_000)))
                kind = chance.random()
                out.writerow([f"p{number}", wall(came), wall(scanned) if kind < 0.9 else "",
                              "no" if kind > 0.95 else "yes", chance.choice(self.services)])
        self.assertEqual(self.json("import", "post", path, "--json")["added"], 3_000)

    def import_visits(self, chance):
        path = self.folder / "visits.csv"
        with open(path, "w", newline="") as file:
            out = csv.writer(file)
            out.writerow(["ticket", "service", "priority", "arrived", "called", "finished", "left", "server"])
            for number in range(2_000):
                year = chance.random() < 0.1
                came = (dt.datetime(2025, 11, 1, 9) if year else dt.datetime(2026, 10, 1, 9)) + dt.timedelta(
                    days=chance.randrange(30 if year else 92), seconds=chance.randrange(7 * 3600))
                waited = came + dt.timedelta(seconds=int(chance.expovariate(1 / 420)))
                kind = chance.random()
                row = [waited.isoformat(), (waited + dt.timedelta(minutes=5)).isoformat(), ""]
                if kind > 0.9:
                    row = ["", "", waited.isoformat()]
                out.writerow([f"v{number}", chance.choice(self.services[:-1]), "", came.isoformat(), *row, "Desk 1" if row[0] else ""])
        self.done("import", path)

    def insert_contacts(self, chance, moment):
        """What desks logged, straight into the table: 6,000 runs of the program would take minutes."""
        rows = []
        for _ in range(6_000):
            channel = chance.choice(["email", "email", "text", "web", "letter", "fax", "social"])
            came = int(moment().timestamp())
            mean = 86_400 if channel != "letter" else 5 * 86_400
            acknowledged = came + int(chance.expovariate(1 / mean))
            answered = acknowledged + int(chance.expovariate(1 / mean))
            ends = lambda at: at if at < NOW.timestamp() else None
            aside = chance.choice([None] * 17 + ["abusive", "junk", "no_reply"])
            if aside or chance.random() < 0.05:
                acknowledged = answered = None
            elif chance.random() < 0.1:
                answered = None
            coded = chance.random() < 0.8 and not aside
            avoidable = chance.choice([None] * 4 + TYPES) if coded else None
            told = came + 3600 if chance.random() < 0.2 else None
            rows.append((channel, chance.choice(self.services), "", came, acknowledged and ends(acknowledged),
                         answered and ends(answered), avoidable, "staff:Test", aside,
                         chance.choice([0, 1, 1]) if coded else None,
                         chance.choice(["no reply", "unclear letter"]) if avoidable else None,
                         told, 20261231 if told else None, "ill" if told else None, "sorry" if told else None))
        with sqlite3.connect(self.store) as store:
            store.executemany(
                "INSERT INTO contact (channel, service, about, received, acknowledged, answered, avoidable, actor,"
                " set_aside, resolved, reason, told, told_until, explanation, apology)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        store.close()

    def insert_complaints(self, chance, moment):
        rows, other = [], random.Random(7)
        at = lambda value: value and dt.datetime.fromtimestamp(value, UTC)
        ends = lambda at: at if at is not None and at < NOW.timestamp() else None
        for number in range(700):
            came = int(moment().timestamp())
            later = lambda at, mean: at + int(chance.expovariate(1 / (mean * 86_400)))
            row = dict.fromkeys(CASE)
            row.update(extended_late=0, second_extended_late=0, was_extended_late=0, first_outcome="none", kind=chance.choice(["complaint"] * 9 + ["other"]), service=chance.choice(self.services), letter="K",
                       received=came, outcome="none", acknowledged=ends(later(came, 4)), statutory="", first_handler="",
                       reply="none", reply_language="", language="en", words_key="", words_text="", contact_key="", contact_text="")
            fate = chance.random()
            if fate < 0.1:
                row.update(outcome="put_right", acknowledged=None, closed=came + 3600)
            elif fate < 0.15:
                row.update(outcome="withdrawn", acknowledged=None, closed=ends(later(came, 8)))
            elif fate < 0.2:
                row.update(outcome="refused", closed=ends(later(came, 2)))
            elif fate < 0.23:
                row.update(outcome="routed", statutory="planning", closed=ends(later(came, 2)))
            elif fate < 0.9 and row["acknowledged"]:
                if chance.random() < 0.3:
                    row["extended"] = ends(row["acknowledged"] + 86_400)
                row["responded"] = ends(later(row["acknowledged"], 9))
                if row["responded"] and chance.random() < 0.4:
                    row["second_began"] = ends(later(row["responded"], 5))
            elif fate > 0.97:  # at the second stage at once
                row.update(second_began=came, acknowledged=None)
            elif fate > 0.94:  # and without an answer at the first
                row.update(second_began=ends(later(came, 8)), first_handler=other.choice(["", "Ann"]))
            elif fate > 0.9:  # or closed there
                row.update(second_began=ends(later(came, 20)))
                if row["second_began"]:
                    row.update(first_outcome=other.choice(["put_right", "refused", "routed", "withdrawn"]),
                               ended=came + other.randrange(row["second_began"] - came + 1))
            if row["outcome"] == "withdrawn" and not row["closed"]:
                row["outcome"] = "none"
            row["acknowledge_by"], row["respond_by"] = promised(self.council, at(came), at(row["acknowledged"]))
            if not row["second_began"]:
                row["ended"] = row["closed"]
            if row["extended"]:
                row["first_respond_by"], row["respond_by"] = row["respond_by"], self.later_day(row["extended"], chance)
                row["extended_late"] = last_day(at(row["extended"]) + SECOND) > row["first_respond_by"]
            if row["second_began"]:
                self.second_stage(row, at, ends, later, other)
            found = other.choice(["upheld", "partly_upheld", "not_upheld"])
            again = row["second_began"] is not None
            if row["responded"] and not again:
                row["outcome"] = found
            days_on = lambda: f"{came_on + dt.timedelta(days=other.randrange(10, 60)):%Y-%m-%d}"
            came_on = at(came).astimezone(LONDON).date()
            decided = row["ombudsman_decided"]
            if row["kind"] == "other":
                row["kind"] = other.choice(["comment", "compliment", "service_request", "service_request"])
                if row["kind"] == "service_request" and other.random() < 0.8:
                    self.was_a_complaint(row, at, ends, later, other)
            row.update(category=other.choice(["", "delay", "staff"]), handler=other.choice(["", "Ann", "Ben"]),
                       first_outcome=found if again and row["responded"] else row["first_outcome"],
                       refused_because=other.choice(GROUNDS) if "refused" in (row["outcome"], row["first_outcome"]) else "none",
                       remedies=" ".join(one for one in REMEDIES if other.random() < 0.3) if row["responded"] else "",
                       state="closed" if row["closed"] or other.random() < 0.3 else other.choice(["logged", "acknowledged", "responded"]),
                       ombudsman_asked=row["second_responded"] if decided else other.choice([None] * 9 + [ends(came + 20 * 86_400)]),
                       actions="".join(f"{days_on()} {other.choice(['-', days_on()])} Write\n"
                                       for _ in range(other.randrange(3))) if row["responded"] else "")
            rows.append(row)
        self.insert("council_case", rows)

    def was_a_complaint(self, row, at, ends, later, chance):
        came = row["was_began"] = row["received"]
        row["was_acknowledged"] = acknowledged = ends(later(came, 4)) if chance.random() < 0.7 else None
        row["was_acknowledge_by"], row["was_respond_by"] = promised(self.council, at(came), at(acknowledged))
        row["was_ended"] = ends(later(acknowledged or came, 9)) or int(NOW.timestamp())

    def later_day(self, at, chance):
        day = dt.datetime.fromtimestamp(at, UTC).date() + dt.timedelta(days=chance.randrange(5, 90))
        return int(f"{day:%Y%m%d}")

    def second_stage(self, row, at, ends, later, chance):
        begun = row["second_began"]
        row["second_acknowledged"] = ends(later(begun, 4))
        acknowledged = row["second_acknowledged"]
        row["second_acknowledge_by"], row["second_respond_by"] = promised(self.council, at(begun), at(acknowledged), stage=2)
        if acknowledged and chance.random() < 0.3:
            row["second_extended"] = ends(acknowledged + 86_400)
        if row["second_extended"]:
            row["second_first_respond_by"] = row["second_respond_by"]
            row["second_respond_by"] = self.later_day(row["second_extended"], chance)
            row["second_extended_late"] = last_day(at(row["second_extended"]) + SECOND) > row["second_first_respond_by"]
        row["second_responded"] = acknowledged and ends(later(acknowledged, 8))
        if row["second_responded"]:
            row["outcome"] = chance.choice(["upheld", "partly_upheld", "not_upheld", "none"])
            row["ombudsman_decided"] = ends(later(row["second_responded"], 9))
            row["ombudsman_upheld"] = chance.choice([0, 1, None]) if row["ombudsman_decided"] else None  # None: sent back
        elif chance.random() < 0.3:
            row["closed"] = row["second_ended"] = ends(later(begun, 12))
            row["outcome"] = "withdrawn" if row["closed"] else "none"

    def insert(self, table, rows):
        with sqlite3.connect(self.store) as store:
            store.executemany(f"INSERT INTO {table} ({', '.join(rows[0])})"
                              f" VALUES ({', '.join(':' + name for name in rows[0])})", rows)
        store.close()

    def insert_feedback(self, chance):
        rows = []
        for visit in self.rows("SELECT id, seen_service, ended FROM visit WHERE state = 'served'"):
            if chance.random() < 0.3:
                rows.append(dict(visit=visit["id"], at=visit["ended"] + 20, service=visit["seen_service"], language="en",
                                 score=chance.choice([1, 2, 3, 4, 4, 5, 5]), words_key="", words_text="", request=None))
        self.insert("feedback", rows)

    def rows(self, sql):
        with sqlite3.connect(self.store) as store:
            store.row_factory = sqlite3.Row
            rows = [dict(row) for row in store.execute(sql)]
        store.close()
        return rows

    def cases(self):
        at = lambda value: None if value is None else dt.datetime.fromtimestamp(value, UTC)
        times = ("received", "acknowledged", "responded", "extended", "second_began", "second_acknowledged",
                 "second_responded", "second_extended", "closed", "ended", "second_ended", "ombudsman_asked", "ombudsman_decided",
                 "was_began", "was_acknowledged", "was_extended", "was_ended")
        for row in self.rows("SELECT * FROM council_case"):
            yield {**row, **{name: at(row[name]) for name in times}}

    def complaints(self):
        return [case for case in self.cases() if case["kind"] == "complaint"]

    def ends(self, case, stage):
        """When a stage was acknowledged, answered, or given up."""
        prefix, is_last = "" if stage == 1 else "second_", stage == 2 or case["second_began"] is None
        acknowledged, answered, lost = case[prefix + "acknowledged"], case[prefix + "responded"], None
        closed = case[prefix + "ended"]
        if not answered and self.outcome(case, stage) == "put_right":
            answered = closed
        elif not answered:
            lost = closed if is_last else closed or case["second_began"]
        return acknowledged or answered, answered, lost

    def outcome(self, case, stage):
        return case["first_outcome"] if stage == 1 and case["second_began"] is not None else case["outcome"]

    def stages(self):
        """Whatever ran our clocks: the case, its stage, the prefix of its columns, when it began, and its ends."""
        for case in self.cases():
            if case["was_began"]:
                yield case, 1, "was_", case["was_began"], case["was_acknowledged"], None, case["was_ended"]
            for stage, prefix, began in ((1, "", case["received"]), (2, "second_", case["second_began"])):
                if began and case["kind"] == "complaint":
                    yield case, stage, prefix, began, *self.ends(case, stage)

    def contacts(self):
        at = lambda value: None if value is None else dt.datetime.fromtimestamp(value, UTC)
        for row in self.rows("SELECT * FROM contact"):
            yield {**row, **{name: at(row[name]) for name in ("received", "acknowledged", "answered", "lost")},
                   "name": f"contact {row['id']}" + (f" ({row['log']})" if row["log"] else "")}

    def inside(self, at):
        return self.first <= at.astimezone(LONDON).date() <= self.last
