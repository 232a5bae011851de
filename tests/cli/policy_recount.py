"""Standards, contacts and indicators of a simulated quarter with 20,000 contacts and 600 complaints, counted again from
the tables of the store by other code: Python's own calendar and zone, and a list of bank holidays as they were
published. Then wrong logs: each is refused whole, with its line and reason."""
import collections
import csv
import datetime as dt
import random
import sqlite3
import tomllib
import zoneinfo

import program
from program import REFUSED, WRONG_USAGE

LONDON = zoneinfo.ZoneInfo("Europe/London")
UTC = dt.timezone.utc
NOW = dt.datetime(2027, 1, 20, 12, tzinfo=UTC)
HOLIDAYS = {dt.date.fromisoformat(day) for day in (
    "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26", "2027-03-29")}
OPENS = {"chorley": (dt.time(8, 45), dt.time(17)), "mid-devon": (dt.time(9), dt.time(17))}
SERVICES = ["A", "B", "C", "D", "E", "F", ""]
TYPES = ["clarification", "signposting", "repeat", "unfinished", "chasing"]


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


def promised(council, received, acknowledged):
    """By when a case is acknowledged and answered, as it is told when it comes."""
    if council == "mid-devon":
        return last_day(days(received, 5)), last_day(days(received, 10))
    if council == "chorley":
        return last_day(working_days(received, 5, council)), last_day(working_days(received, 10, council))
    answer = acknowledged and last_day(working_days(acknowledged, 10, council))
    return last_day(working_days(received, 5, council)), answer


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


class Tally:
    def __init__(self):
        self.within = self.late = self.lost = self.open = self.open_late = self.left_out = self.told = 0

    def judge(self, stopped, too_late, told=False):
        if stopped is None and (too_late is None or NOW < too_late):
            self.open += 1
        elif stopped is None:
            self.open += 1
            self.open_late += 1
            self.told += told
        elif too_late is None or stopped < too_late:
            self.within += 1
        else:
            self.late += 1
            self.told += told

    def withdraw(self, at, too_late):
        """Given up: counts only where it was late already."""
        if at >= too_late:
            self.lost += 1
        else:
            self.left_out += 1

    def figures(self):
        return {"within": self.within, "late": self.late, "lost": self.lost, "open": self.open,
                "open_late": self.open_late, "left_out": self.left_out, "late_told": self.told,
                "decided": self.within + self.late + self.lost + self.open_late,
                "count": self.within + self.late + self.lost + self.open}


class Quarter(program.Program):
    """October to December 2026, with both the autumn night and Christmas in it."""

    def simulate(self, council):
        self.config = program.REPO / f"assets/profiles/{council}.conf"
        services = tomllib.loads(self.config.read_text(encoding="utf-8"))["service"]
        self.directorates = {one["code"]: one.get("directorate") for one in services}
        self.clock = f"{NOW:%Y-%m-%dT%H:%M:%SZ}@0*0.000000001"
        chance = random.Random(20261)
        self.services = [code for code in SERVICES if not code or f'code = "{code}"\n' in self.config.read_text()]
        moment = lambda: dt.datetime(2026, 9, 25, tzinfo=UTC) + dt.timedelta(seconds=chance.randrange(100 * 86_400))
        self.import_calls(chance, moment)
        self.import_post(chance, moment)
        self.import_visits(chance)
        self.insert_contacts(chance, moment)
        self.insert_complaints(chance, moment, council)

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
                came = dt.datetime(2026, 10, 1, 9) + dt.timedelta(
                    days=chance.randrange(92), seconds=chance.randrange(7 * 3600))
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

    def insert_complaints(self, chance, moment, council):
        rows, other = [], random.Random(7)
        for number in range(600):
            came = int(moment().timestamp())
            later = lambda at, mean: at + int(chance.expovariate(1 / (mean * 86_400)))
            ends = lambda at: at if at is not None and at < NOW.timestamp() else None
            row = dict(kind=chance.choice(["complaint"] * 9 + ["comment"]), service=chance.choice(self.services),
                       received=came, outcome="none", acknowledged=ends(later(came, 4)), responded=None,
                       extended=None, first_respond_by=None, second_began=None, second_acknowledged=None,
                       second_responded=None, closed=None, decided=None, upheld=None)
            fate = chance.random()
            if fate < 0.1:
                row.update(outcome="put_right", acknowledged=None, closed=came + 3600)
            elif fate < 0.15:
                row.update(outcome="withdrawn", acknowledged=None, closed=ends(later(came, 8)))
            elif fate < 0.2:
                row.update(outcome="refused", closed=ends(later(came, 2)))
            elif fate < 0.9 and row["acknowledged"]:
                if chance.random() < 0.3:
                    row["extended"] = ends(row["acknowledged"] + 86_400)
                row["responded"] = ends(later(row["acknowledged"], 9))
                if row["responded"] and chance.random() < 0.3:
                    row["second_began"] = ends(later(row["responded"], 5))
                if row["second_began"]:
                    row["second_acknowledged"] = ends(later(row["second_began"], 4))
                    row["second_responded"] = row["second_acknowledged"] and ends(later(row["second_acknowledged"], 8))
                    row["decided"] = row["second_responded"] and ends(later(row["second_responded"], 9))
                    row["upheld"] = chance.choice([0, 1]) if row["decided"] else None
            if row["outcome"] == "withdrawn" and not row["closed"]:
                row["outcome"] = "none"
            at = lambda value: value and dt.datetime.fromtimestamp(value, UTC)
            acknowledged = row["acknowledged"] or (row["closed"] if row["outcome"] == "put_right" else None)
            row["acknowledge_by"], row["respond_by"] = promised(council, at(came), at(acknowledged))
            if row["extended"]:
                row["first_respond_by"] = row["respond_by"]
                later_day = at(row["extended"]).date() + dt.timedelta(days=chance.randrange(5, 90))
                row["respond_by"] = int(f"{later_day:%Y%m%d}")
            told_on = row["extended"] and int(f"{at(row['extended']).astimezone(LONDON):%Y%m%d}")
            row["extended_late"] = 1 if told_on and told_on > row["first_respond_by"] else 0
            found = other.choice(["upheld", "partly_upheld", "not_upheld"])
            again = row["second_began"] is not None
            if row["responded"] and not again:
                row["outcome"] = found
            days_on = lambda: f"{came_on + dt.timedelta(days=other.randrange(10, 60)):%Y-%m-%d}"
            came_on = at(came).astimezone(LONDON).date()
            row.update(category=other.choice(["", "delay", "staff"]), handler=other.choice(["", "Ann", "Ben"]),
                       first_outcome=found if again else "none",
                       refused_because=other.choice(["too_old", "court"]) if row["outcome"] == "refused" else "none",
                       remedies=other.choice(["", "apology", "apology money"]) if row["responded"] else "",
                       actions="".join(f"{days_on()} {other.choice(['-', days_on()])} Write\n"
                                       for _ in range(other.randrange(3))) if row["responded"] else "")
            rows.append(row)
        with sqlite3.connect(self.store) as store:
            store.executemany(
                "INSERT INTO council_case (first_outcome, refused_because, remedies, actions, letter, kind, service, category, handler, received, outcome, acknowledged, responded,"
                " extended, extended_late, acknowledge_by, respond_by, first_respond_by, second_began, second_acknowledged, second_responded, closed, ombudsman_decided,"
                " ombudsman_upheld, reply, reply_language, language, words_key, words_text, contact_key, contact_text)"
                " VALUES (:first_outcome, :refused_because, :remedies, :actions, 'K', :kind, :service, :category, :handler, :received, :outcome, :acknowledged, :responded, :extended, :extended_late,"
                " :acknowledge_by, :respond_by, :first_respond_by, :second_began, :second_acknowledged, :second_responded, :closed, :decided, :upheld,"
                " 'none', '', 'en', '', '', '', '')", rows)
        store.close()

    def complaints(self):
        store = sqlite3.connect(self.store)
        store.row_factory = sqlite3.Row
        rows = store.execute("SELECT * FROM council_case WHERE kind = 'complaint'").fetchall()
        store.close()
        at = lambda value: None if value is None else dt.datetime.fromtimestamp(value, UTC)
        times = ("received", "acknowledged", "responded", "extended", "second_began", "second_acknowledged",
                 "second_responded", "closed", "ombudsman_decided")
        for row in rows:
            yield {**dict(row), **{name: at(row[name]) for name in times}}

    def complaint(self, tallies, promise, case, begun, stopped, too_late, told=False):
        if begun is None or not self.in_quarter(begun):
            return
        for group in self.groups(begun.astimezone(LONDON), case["service"]):
            tally = tallies[(promise, *group)]
            if case["outcome"] == "refused":
                tally.left_out += 1
            elif stopped is None and case["closed"]:
                tally.withdraw(case["closed"], too_late)
            else:
                tally.judge(stopped, too_late, told)

    def chorley_complaints(self, tallies):
        for case in self.complaints():
            done = case["responded"] or (case["closed"] if case["outcome"] == "put_right" else None)
            begun, second = case["received"], case["second_began"]
            due = lambda at, count: at and working_days(at, count, "chorley")
            self.complaint(tallies, "C-complaint-ack", case, begun, case["acknowledged"] or done, due(begun, 5))
            self.complaint(tallies, "C-complaint-full", case, begun, done, due(begun, 10), case["extended"] is not None)
            self.complaint(tallies, "C-escalated-ack", case, second, case["second_acknowledged"], due(second, 5))
            self.complaint(tallies, "C-escalated-full", case, second, case["second_responded"], due(second, 10))

    def mid_devon_complaints(self, tallies):
        for case in self.complaints():
            done = case["responded"] or (case["closed"] if case["outcome"] == "put_right" else None)
            too_late = days(case["received"], 10)
            if case["extended"] and case["extended"] < too_late:
                told = next_midnight(dt.datetime.strptime(str(case["respond_by"]), "%Y%m%d").date())
                too_late = max(too_late, min(told, days(case["received"], 84)))
            self.complaint(tallies, "M-complaint", case, case["received"], done, too_late, case["extended"] is not None)
            second = case["second_began"]
            self.complaint(tallies, "M-complaint", case, second, case["second_responded"], second and days(second, 10))

    def ombudsman_complaints(self, tallies):
        for case in self.complaints():
            done = case["responded"] or (case["closed"] if case["outcome"] == "put_right" else None)
            begun, second = case["received"], case["second_began"]
            acknowledged, again = case["acknowledged"] or done, case["second_acknowledged"]
            due = lambda at, count: at and working_days(at, count, "ombudsman-code")
            self.complaint(tallies, "LGO-1-ack", case, begun, acknowledged, due(begun, 5))
            too_late = due(acknowledged, 10)
            if case["extended"] and case["extended"] < too_late:
                told = next_midnight(dt.datetime.strptime(str(case["respond_by"]), "%Y%m%d").date())
                too_late = max(too_late, min(told, due(acknowledged, 20)))
            self.complaint(tallies, "LGO-1-answer", case, acknowledged, done, too_late, case["extended"] is not None)
            self.complaint(tallies, "LGO-2-ack", case, second, again, due(second, 5))
            self.complaint(tallies, "LGO-2-answer", case, again, case["second_responded"], due(again, 20))

    def check_complaints(self):
        """The figures of report complaints, counted again from the table, in total and by month."""
        told = collections.defaultdict(collections.Counter)
        local = lambda at: at and at.astimezone(LONDON).date()
        day = lambda number: number and dt.datetime.strptime(str(number), "%Y%m%d").date()
        today, first, last = local(NOW), dt.date(2026, 10, 1), dt.date(2026, 12, 31)

        def counting(case):
            def count(on, *names):
                for group in (*self.groups(on, case["service"]), ("category", case["category"] or None),
                              ("handler", case["handler"] or None)):
                    told[group].update(names)
            return count

        def clock(on, name, due, until, done, lost):
            if done:
                count(on, name + ("_in_time" if done <= due else "_in_extended_time" if done <= until else "_late"))
            elif lost:
                count(on, *([name + "_late"] if lost > until else []))
            else:
                count(on, name + ("_open_late" if today > until else "_open"))
        for case in self.complaints():
            count = counting(case)
            for action in case["actions"].splitlines():
                due, done = action.split()[:2]
                on, done = dt.date.fromisoformat(due), None if done == "-" else dt.date.fromisoformat(done)
                if first <= on <= last:
                    count(on, "actions_due", *(["actions_late"] if not done and on < today else []), *(
                        ["actions_done_in_time" if done <= on else "actions_done_late"] if done else []))
            decided = local(case["ombudsman_decided"])
            if decided and first <= decided <= last:
                count(decided, "ombudsman_decided", *["ombudsman_upheld"] * case["ombudsman_upheld"])
            on, again = local(case["received"]), case["second_began"] is not None
            if not first <= on <= last:
                continue
            outcome = case["first_outcome"] if again else case["outcome"]
            count(on, "received_complaint", "first_complaints",
                  "first_outcome_" + ("undecided" if outcome == "none" else outcome),
                  *["remedy_" + one for one in case["remedies"].split()])
            if case["outcome"] == "refused":
                count(on, "refused_" + case["refused_because"])
                continue
            done = case["responded"] or (case["closed"] if case["outcome"] == "put_right" else None)
            lost = None if done else local(case["closed"])
            acknowledge, respond = day(case["acknowledge_by"]), day(case["respond_by"])
            clock(on, "first_acknowledged", acknowledge, acknowledge, local(case["acknowledged"] or done), lost)
            due = day(case["first_respond_by"]) or respond
            until = due if case["extended"] and local(case["extended"]) > due else respond  # told too late
            clock(on, "first_answered", due, until, local(done), lost)
        for by in ("month", "quarter", "service", "directorate", "category", "handler"):
            report = self.json("report", "complaints", "--quarter", "2026-Q4", "--by", by, "--format", "json")
            groups = {("", "total"): report["total"], **{(by, group["key"]): group for group in report["groups"]}}
            self.assertEqual(set(groups), {key for key, counts in told.items() if key[0] in ("", by) and counts})
            for key, figures in groups.items():
                for name, value in told[key].items():
                    self.assertEqual(figures[name], value, (key, name))
                for name, value in figures.items():
                    counted = name.startswith(("first_", "refused_", "remedy_", "actions_"))
                    if counted and value and not name.startswith("share_"):
                        self.assertIn(name, told[key], key)
        self.assertGreaterEqual(len(told["", "total"]), 25)

    def contacts(self):
        store = sqlite3.connect(self.store)
        store.row_factory = sqlite3.Row
        rows = store.execute("SELECT * FROM contact").fetchall()
        store.close()
        at = lambda value: None if value is None else dt.datetime.fromtimestamp(value, UTC)
        for row in rows:
            yield {**dict(row), **{name: at(row[name]) for name in ("received", "acknowledged", "answered", "lost")}}

    def in_quarter(self, at):
        return dt.date(2026, 10, 1) <= at.astimezone(LONDON).date() <= dt.date(2026, 12, 31)

    def written(self, tallies, contact, promise, channels, done, too_late):
        if contact["channel"] not in channels or contact["log"]:
            return
        for group in self.groups(contact["received"].astimezone(LONDON), contact["service"]):
            tally = tallies[(promise, *group)]
            if contact["set_aside"]:
                tally.left_out += 1
            else:
                told = contact["told"] is not None and done == "answered"
                tally.judge(contact[done], too_late(contact["received"]), told)

    def calls(self, tallies, contact, promise, limit, opens=None):
        if contact["channel"] != "phone" or not contact["log"]:
            return
        local = contact["received"].astimezone(LONDON)
        if opens and not (opens[0] <= local.time() < opens[1] and worked(local.date())):
            return
        for group in self.groups(local, contact["service"]):
            if contact["lost"]:
                tallies[(promise, *group)].lost += 1
            else:
                tallies[(promise, *group)].judge(contact["answered"], limit and contact["received"] + limit)

    def visits(self, tallies, promise, limit):
        with sqlite3.connect(self.store) as store:
            rows = store.execute("SELECT arrived, seen, ended, held, coalesce(seen_service, service) FROM visit").fetchall()
        store.close()
        for arrived, seen, ended, held, service in rows:
            for group in self.groups(dt.datetime.fromtimestamp(arrived, LONDON), service):
                tally = tallies[(promise, *group)]
                if seen is not None:
                    tally.within += seen - arrived - held <= limit
                    tally.late += seen - arrived - held > limit
                elif ended - arrived - held > limit:
                    tally.lost += 1
                else:
                    tally.left_out += 1

    def compare(self, tallies):
        reported = {}
        for by in ("month", "quarter", "service", "directorate"):
            report = self.json("report", "standards", "--quarter", "2026-Q4", "--by", by, "--format", "json")
            for standard in report["standards"]:
                reported[standard["id"], "", "total"] = standard["total"]
                for group in standard["groups"]:
                    reported[standard["id"], by, group["key"]] = group
        self.assertGreaterEqual(len(tallies), 4 * 5)
        self.assertEqual({key for key in reported if key[1]}, {key for key in tallies if key[1]})
        for key, tally in tallies.items():
            for name, value in tally.figures().items():
                self.assertEqual(reported[key][name], value, (key, name))
            decided = tally.figures()["decided"]
            if decided:
                self.assertAlmostEqual(reported[key]["share_within"], tally.within / decided, places=12)
            else:
                self.assertIsNone(reported[key]["share_within"])
        self.assertGreater(sum(tally.late for tally in tallies.values()), 500)

    def test_chorley(self):
        self.simulate("chorley")
        tallies = collections.defaultdict(Tally)
        days_of = lambda count: lambda begun: working_days(begun, count, "chorley")
        for contact in filter(lambda one: self.in_quarter(one["received"]), self.contacts()):
            self.calls(tallies, contact, "C-phone", dt.timedelta(seconds=21))
            electronic, written = ("email", "text", "web"), ("letter", "fax")
            self.written(tallies, contact, "C-e-ack", electronic, "acknowledged", days_of(1))
            self.written(tallies, contact, "C-e-full", electronic, "answered", days_of(2))
            self.written(tallies, contact, "C-letter-ack", written, "acknowledged", days_of(5))
            self.written(tallies, contact, "C-letter-full", written, "answered", days_of(7))
        self.visits(tallies, "C-visit", 600)
        self.chorley_complaints(tallies)
        self.compare(tallies)
        self.check_complaints()
        self.check_contacts()
        self.check_indicators(tallies)

    def test_mid_devon(self):
        self.simulate("mid-devon")
        tallies = collections.defaultdict(Tally)
        for contact in filter(lambda one: self.in_quarter(one["received"]), self.contacts()):
            self.calls(tallies, contact, "M-phone", None, (dt.time(8, 30), dt.time(17)))
            self.written(tallies, contact, "M-email", ("email",), "answered", lambda begun: days(begun, 5))
            self.written(tallies, contact, "M-social", ("social",), "answered", lambda begun: weekday_hours(begun, 24))
            if contact["channel"] == "post":
                for group in self.groups(contact["received"].astimezone(LONDON), contact["service"]):
                    if contact["set_aside"]:
                        tallies[("M-post", *group)].left_out += 1
                    else:
                        tallies[("M-post", *group)].judge(contact["answered"], days(contact["received"], 0))
        self.visits(tallies, "M-visit", 900)
        self.mid_devon_complaints(tallies)
        self.compare(tallies)

    def test_ombudsman_code(self):
        self.simulate("ombudsman-code")
        tallies = collections.defaultdict(Tally)
        self.visits(tallies, "visit", 600)
        self.ombudsman_complaints(tallies)
        self.compare(tallies)

    def check_contacts(self):
        with sqlite3.connect(self.store) as store:
            first, last = (int(dt.datetime(*day, tzinfo=LONDON).timestamp()) for day in ((2026, 10, 1), (2027, 1, 1)))
            inside = f"received >= {first} AND received < {last}"
            one = lambda sql: store.execute(sql).fetchone()[0]
            contact = f"{inside} AND coalesce(set_aside, '') NOT IN ('abusive', 'junk')"
            coded = f"{contact} AND (avoidable IS NOT NULL OR resolved IS NOT NULL)"
            expected = {
                "contacts": one(f"SELECT count(*) FROM contact WHERE {contact}")
                + one("SELECT count(*) FROM visit WHERE state = 'served'"),
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

    def check_indicators(self, tallies):
        report = self.json("report", "indicators", "--month", "2026-11", "--format", "json")
        self.assertEqual((report["from"], report["to"]), ("2026-11-01", "2026-11-30"))
        by_id = {one["id"]: one for one in report["indicators"]}
        for promise in ("C-visit", "C-phone", "C-e-ack", "C-e-full", "C-letter-ack", "C-letter-full", "C-complaint-ack",
                        "C-complaint-full"):
            for name, month in (("now", "2026-11"), ("before", "2026-10")):
                figures = tallies[promise, "month", month].figures()
                self.assertEqual(by_id[promise][name]["numerator"], figures["within"], promise)
                self.assertEqual(by_id[promise][name]["denominator"], figures["decided"], promise)
            self.assertIsNone(by_id[promise]["year_before"]["share"])  # nothing is not 0 %
        self.assertEqual(by_id["NI14"]["better"], "less")
        self.assertGreater(by_id["NI14"]["now"]["denominator"], 1000)
        in_november = lambda at: at and at.astimezone(LONDON).date().replace(day=1) == dt.date(2026, 11, 1)
        received = [one for one in self.complaints() if in_november(one["received"])]
        decided = [one for one in self.complaints() if in_november(one["ombudsman_decided"])]
        self.assertEqual(by_id["complaints"]["now"], {"numerator": len(received), "denominator": None, "share": None})
        of_business = sum(one["service"] == "D" for one in received)
        self.assertEqual(by_id["complaints.business"]["now"]["numerator"], of_business)
        self.assertEqual((by_id["upheld"]["now"]["numerator"], by_id["upheld"]["now"]["denominator"]),
                         (sum(one["ombudsman_upheld"] for one in decided), len(decided)))
        for name in ("CS-6.5.1", "calls", "complaints.people"):
            self.assertIn(name, by_id)
        self.assertIn("Indicators, 2026-11", self.done("report", "indicators", "--month", "2026-11"))
        self.assertIn("2026-Q4 numerator", self.done("report", "indicators", "--quarter", "2026-Q4", "--format", "csv"))


class WrongLogs(program.Program):
    """A wrong log is refused whole, with the line and the reason."""

    CALLS = "call,offered,answered,seconds,service\n1,2026-10-13T10:00:00,yes,5,A\n"
    POST = "item,received,scanned,scannable,service\n1,2026-10-13T10:00:00,2026-10-13T11:00:00,yes,A\n"

    def setUp(self):
        super().setUp()
        self.at("2026-11-01T09:00:00Z")

    def refused(self, kind, text):
        path = self.folder / "log.csv"
        path.write_text(text, encoding="utf-8")
        message = self.fails(REFUSED, "import", kind, path)
        self.assertTrue(message.startswith(f"{path}:line "), message)
        if self.store.exists():
            self.assertEqual(self.json("contact", "list", "--from", "2026-01-01", "--to", "2026-12-31", "--json"),
                             {"contacts": []})
        return message.split(":line ", 1)[1]

    def test_calls(self):
        for row, reason in (
            ("2,2026-10-13 10:00,maybe,5,A", '3: "answered" is "maybe": write yes or no'),
            ("2,13.10.2026,yes,5,A", '3: "offered" is "13.10.2026", which is not a time'),
            ("2,2026-03-29T01:30:00,yes,5,A", '3: "offered" is 2026-03-29T01:30:00, which the clocks skipped'),
            ("2,2026-12-24T10:00:00,yes,5,A", '3: "offered" is 2026-12-24T10:00:00, and that is still to come'),
            ("2,2026-10-13T10:00:00,yes,-5,A", '3: "seconds" is "-5": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,5.5,A", '3: "seconds" is "5.5": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,,A", '3: "seconds" is "": write a whole number'),
            ("2,2026-10-13T10:00:00,yes,5,ZZ", '3: service "ZZ" is not known'),
            ("1,2026-10-13T10:01:00,yes,5,A", '3: call "1" stands in line 2 too'),
            (",2026-10-13T10:01:00,yes,5,A", '3: "call" must have 1 to 100 letters'),
            ("2,2026-10-13T10:00:00,yes,5", "3: 4 cells where there should be 5"),
            ('2,2026-10-13T10:00:00,yes,5,"A', "3: a cell begins with a quote that nothing closes"),
        ):
            self.assertIn(reason, self.refused("calls", self.CALLS + row + "\n"))
        self.assertIn("1: this is not the header of such a log", self.refused("calls", self.POST))

    def test_post(self):
        for row, reason in (
            ("2,2026-10-13T10:00:00,2026-10-13T09:00:00,yes,A", '3: "scanned" is 2026-10-13T09:00:00, before "received"'),
            ("2,2026-10-13T10:00:00,2026-10-13T11:00:00,no,A", '3: "scanned" has a time, and "scannable" is no'),
            ("2,2026-10-13T10:00:00,2026-10-13T11:00:00,perhaps,A", '3: "scannable" is "perhaps": write yes or no'),
        ):
            self.assertIn(reason, self.refused("post", self.POST + row + "\n"))
        self.assertIn("1: this is not the header of such a log", self.refused("post", self.CALLS))

    def test_another_story_of_the_same_call_is_refused(self):
        path = self.folder / "log.csv"
        path.write_text(self.CALLS, encoding="utf-8")
        self.done("import", "calls", path)
        path.write_text(self.CALLS.replace("yes,5", "no,5") + "2,2026-10-13T10:00:00,yes,5,A\n", encoding="utf-8")
        self.assertIn(":line 2: \"1\" of that time is in the store with another content",
                      self.fails(REFUSED, "import", "calls", path))
        listed = self.json("contact", "list", "--from", "2026-10-13", "--to", "2026-10-13", "--json")["contacts"]
        self.assertEqual(len(listed), 1)


class Contacts(program.Program):
    """The verbs of contacts and of monitoring, as a script uses them."""

    def setUp(self):
        super().setUp()
        self.at("2026-10-13T09:00:00Z")

    def test_a_letter_from_the_log_to_the_answer(self):
        letter = self.json("contact", "log", "--channel", "letter", "--service", "B", "--about", "rent", "--json")
        self.assertEqual((letter["channel"], letter["service"], letter["answered_at"]), ("letter", "B", None))
        number = letter["id"]
        self.assertIn("still to answer", self.done("contact", "list", "--open"))
        self.assertIsNotNone(self.json("contact", "acknowledge", number, "--json")["acknowledged_at"])
        self.at("2026-10-26T09:00:00Z")
        told = self.json("contact", "explain", number, "--explanation", "Two are ill.", "--apology", "Sorry.",
                         "--until", "2026-10-30", "--json")["told"]
        self.assertEqual((told["until"], told["apology"]), ("2026-10-30", "Sorry."))
        self.assertIn("Say why it is late", self.fails(
            REFUSED, "contact", "explain", number, "--explanation", "x", "--apology", "y", "--until", "2026-10-25"))
        answered = self.json("contact", "answer", number, "--avoidable", "chasing", "--reason", "no reply",
                             "--resolved", "--json")
        self.assertEqual((answered["avoidable"], answered["resolved"]), ("chasing", True))
        standards = {one["id"]: one["total"] for one in self.json(
            "report", "standards", "--month", "2026-10", "--format", "json")["standards"]}
        self.assertEqual(standards["letter-acknowledged"]["within"], 1)
        self.assertEqual((standards["letter-answered"]["late"], standards["letter-answered"]["late_told"]), (1, 1))
        self.assertEqual(standards["letter-answered"]["worst"][0]["reference"], f"contact {number}")
        table = self.done("report", "standards", "--month", "2026-10")
        self.assertIn("✗ not met", table)
        self.assertNotIn("\033", table)
        junk = self.json("contact", "log", "--channel", "email", "--json")["id"]
        self.assertEqual(self.json("contact", "set-aside", junk, "junk", "--json")["set_aside"], "junk")
        self.assertIn("closed already", self.fails(REFUSED, "contact", "answer", junk))
        self.assertIn("not in the log", self.fails(REFUSED, "contact", "answer", 99))
        self.fails(WRONG_USAGE, "contact", "log", "--channel", "pigeon")
        self.fails(WRONG_USAGE, "report", "standards", "--month", "2026-13")
        self.fails(WRONG_USAGE, "report", "standards", "--month", "2026-10", "--quarter", "2026-Q4")
        self.fails(WRONG_USAGE, "report", "indicators", "--quarter", "2026-Q5")

    def test_monitored_calls(self):
        calls = self.json("monitor", "sample", "--month", "2026-09", "--format", "json")["calls"]
        self.assertEqual(len(calls), 10)  # five of each directorate
        self.assertEqual(self.json("monitor", "sample", "--month", "2026-09", "--format", "json")["calls"], calls)
        answers = ["--within", "yes", "--script", "yes", "--name", "no", "--right", "yes"]
        self.assertIn("✗", self.done("monitor", "record", calls[0]["call"], *answers))
        self.assertIn("in 20 seconds", self.fails(WRONG_USAGE, "monitor", "record", calls[0]["call"], *answers[2:]))
        self.done("monitor", "record", calls[0]["call"], *[answer.replace("yes", "no") for answer in answers])
        with sqlite3.connect(self.store) as store:  # a correction is an event, with what was there before
            told = [row[0] for row in store.execute("SELECT detail FROM event WHERE kind = 'call_monitored' ORDER BY id")]
        self.assertNotIn("was_", told[0])
        self.assertIn("was_within=yes", told[1])
        self.done("monitor", "record", calls[0]["call"], *answers)
        for far in ("1900-01", "2030-01"):
            self.assertIn("too far away", self.fails(REFUSED, "monitor", "sample", "--month", far))
        heard = self.json("monitor", "list", "--month", "2026-09", "--format", "json")["calls"]
        self.assertEqual(sum(call["heard"] is not None for call in heard), 1)
        report = self.json("monitor", "report", "--month", "2026-09", "--format", "json")
        self.assertEqual((report["total"]["rung"], report["total"]["correct"]), (1, 0))
        self.assertEqual(report["directorates"][0]["director"], "Corporate Director of People")
        self.assertIn("no such monitored call", self.fails(REFUSED, "monitor", "record", 999, *answers))

    def test_each_profile_passes_the_check(self):
        for name in ("chorley", "mid-devon", "ombudsman-code"):
            self.config = program.REPO / f"assets/profiles/{name}.conf"
            run = self.run_program("check")
            self.assertEqual(run.returncode, 0, run.stdout + run.stderr)


program.main()
