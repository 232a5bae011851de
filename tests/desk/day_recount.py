"""A simulated day at four consoles (desk_day), and every figure of its reports counted again: from nothing but the event
log of the store and the limits of kiosk.conf."""
import collections
import math
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import tomllib

TYPES = ["clarification", "signposting", "repeat", "unfinished", "chasing"]


class Visit:
    """What the events say happened to one visitor."""

    def __init__(self):
        self.arrived = self.seen = self.ended = self.called = self.seen_called = None
        self.state, self.held, self.served = "waiting", 0, 0
        self.held_since = self.started = None
        self.service = self.seen_service = None
        self.seen_desk = ""
        self.apologised = False

    def stop(self, at):
        if self.started is not None:
            self.served += at - self.started
            self.started = None
        if self.held_since is not None and self.seen is None:
            self.held += at - self.held_since
        self.held_since = None

    def take(self, kind, at, service, desk):
        if kind == "taken":
            self.arrived, self.service = at, service
        elif kind == "called":
            self.state, self.called = "called", at
        elif kind == "started":
            self.state, self.started = "serving", at
            if self.seen is None:
                self.seen, self.seen_called = at, self.called
                self.seen_service, self.seen_desk = self.service, desk
        elif kind in ("finished", "left", "no_show"):
            self.stop(at)
            self.state, self.ended = {"finished": "served"}.get(kind, kind), at
            if kind == "left":
                self.called = None
        elif kind in ("transferred", "went_on"):
            self.stop(at)
            self.state, self.service, self.called = "waiting", service, None
        elif kind == "held":
            self.stop(at)
            self.state, self.held_since, self.called = "held", at, None
        elif kind in ("resumed", "returned", "call_undone", "rejoined"):
            self.stop(at)
            self.state, self.called, self.ended = "waiting", None, None
        elif kind == "service_changed":
            self.service = service
        elif kind == "apologised":
            self.apologised = True

    def wait(self):
        return self.seen - self.arrived - self.held


def read(store):
    visits = collections.defaultdict(Visit)
    results = []
    for visit, kind, at, service, desk, detail in sqlite3.connect(store).execute(
        "SELECT visit, kind, at, service, desk, detail FROM event ORDER BY id"
    ):
        if visit is None:
            continue
        visits[visit].take(kind, at, service, desk)
        if kind == "result":
            results.append((desk, dict(part.split("=", 1) for part in detail.split() if "=" in part)))
    return list(visits.values()), results


def nearest_rank(values, share):
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)] if values else 0


def waits(visits, limit_of, now):
    seen = [v for v in visits if v.seen is not None]
    left = [v for v in visits if v.seen is None and v.state == "left"]
    late_left = [v for v in left if v.ended - v.arrived - v.held > limit_of(v.service)]
    served = [v for v in visits if v.state == "served"]
    times = [v.wait() for v in seen]
    return {
        "visits": len(visits),
        "seen": len(seen),
        "within": sum(v.wait() <= limit_of(v.seen_service) for v in seen),
        "left_early": len(left) - len(late_left),
        "left_late": len(late_left),
        "no_show": sum(v.seen is None and v.state == "no_show" for v in visits),
        "waiting": sum(v.seen is None and v.state in ("waiting", "called", "held") for v in visits),
        "served": len(served),
        "wait_sum": sum(times),
        "wait_median": nearest_rank(times, 0.5),
        "wait_p90": nearest_rank(times, 0.9),
        "wait_max": max(times, default=0),
        "walk_sum": sum(v.seen - v.seen_called for v in seen),
        "service_sum": sum(v.served for v in served),
    }


def outcomes(results, visits, limit_of):
    late = [v for v in visits if v.seen is not None and v.wait() > limit_of(v.seen_service)]
    figures = {
        "results": len(results),
        "resolved": sum(r["resolved"] == "yes" for r in results),
        "avoidable": sum("avoidable" in r for r in results),
        "late": len(late),
        "late_apologised": sum(v.apologised for v in late),
    }
    for kind in TYPES:
        figures["avoidable_" + kind] = sum(r.get("avoidable") == kind for r in results)
    return figures


def main():
    program, conf = sys.argv[1:3]
    settings = tomllib.loads(pathlib.Path(conf).read_text(encoding="utf-8"))
    usual = settings["standard"]["limit_minutes"]
    limits = {s["code"]: 60 * s.get("limit_minutes", usual) for s in settings["service"]}
    with tempfile.TemporaryDirectory() as folder:
        store = str(pathlib.Path(folder) / "day.db")
        said = subprocess.run([program, conf, store], capture_output=True, text=True, check=True).stdout
        figures = {}
        for line in said.splitlines():
            key, value = line.rsplit(" ", 1)
            figures[key] = int(value)
        visits, results = read(store)
    expected = {}

    def put(prefix, counted):
        expected.update({f"{prefix}/{key}": value for key, value in counted.items()})

    put("wait.total", waits(visits, limits.get, None))
    put("console", waits(visits, limits.get, None))
    put("result.total", outcomes([r for _, r in results], visits, limits.get))
    for key in {k.split("/")[0] for k in figures}:
        kind, _, desk = key.partition(".")
        if kind == "wait" and desk != "total":
            put(key, waits([v for v in visits if v.seen_desk == desk], limits.get, None))
        if kind == "result" and desk != "total":
            put(key, outcomes([r for d, r in results if d == desk], [v for v in visits if v.seen_desk == desk], limits.get))
    late = outcomes([], visits, limits.get)
    expected["console.late"], expected["console.late_apologised"] = late["late"], late["late_apologised"]
    wrong = [f"{k}: reported {figures.get(k)}, counted {v}" for k, v in sorted(expected.items()) if figures.get(k) != v]
    unchecked = set(figures) - set(expected) - {"presses"}
    print(f"{len(expected)} figures of {len(visits)} visits, {figures['presses']} presses")
    for key in ("seen", "within", "no_show", "left_late", "wait_median", "wait_p90"):
        print(f"  {key} {figures['wait.total/' + key]}")
    for key in ("results", "resolved", "avoidable", "late", "late_apologised"):
        print(f"  {key} {figures['result.total/' + key]}")
    if wrong or unchecked or figures["wait.total/visits"] < 300:
        print("\n".join(wrong), unchecked)
        sys.exit(1)


main()
