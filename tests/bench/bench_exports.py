#!/usr/bin/env python3
"""bench_exports.py BUILD KIOSK.CONF [VISITS [STORE]]: the reports of a store with a past, each as a program of its own:
seconds of the clock (the best of three; of what takes longer than five seconds, once) and of the processor, and the
most memory. Without a STORE one with so many VISITS (else 1,000,000) is made; then tickets beside a report.

The bars of a million visits are written behind their figures."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

BUILD, CONFIG = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
PROGRAM = str(BUILD / "nextplease")
REPORTS = [
    (["wait"], 1.0, None),
    (["wait", "--by", "hour", "--format", "json", "-o", "wait.json"], 1.0, None),
    (["wait", "--by", "month", "--format", "xlsx", "-o", "wait.xlsx"], None, None),
    (["wait", "--by", "month", "--format", "html", "-o", "wait.html"], None, None),
    (["wait", "--by", "month", "--format", "pdf", "-o", "wait.pdf"], None, None),
    (["wait", "--by", "day", "--format", "pdf", "-o", "days.pdf"], None, None),
    (["standards", "--by", "month", "--format", "html", "-o", "standards.html"], None, None),
    (["outcomes", "--by", "service", "--format", "csv", "-o", "outcomes.csv"], None, None),
    (["contacts", "--by", "month", "--format", "csv", "-o", "contacts.csv"], None, None),
    (["feedback", "--format", "csv", "-o", "feedback.csv"], None, None),
    (["estimate", "--format", "csv", "-o", "estimate.csv"], None, None),
    (["indicators", "--month", "2026-09", "--format", "html", "-o", "indicators.html"], None, None),
    (["visits", "-o", "visits.csv"], 5.0, 150),
    (["visits", "--format", "json", "-o", "visits.json"], None, 150),
    (["visits", "--format", "xlsx", "-o", "visits.xlsx"], None, 150),
]


def once(store, arguments, folder):
    begin = time.monotonic()
    files = [(os.POSIX_SPAWN_OPEN, 1, str(folder / "out.txt"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
    child = os.posix_spawn(PROGRAM, [PROGRAM, "--config", str(CONFIG), "--store", str(store), "report", *arguments],
                           os.environ, file_actions=files)
    _, status, used = os.wait4(child, 0)
    if status:
        sys.exit(f"{' '.join(arguments)}: failed")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def measured(store, arguments, folder):
    best = once(store, arguments, folder)
    for _ in range(2 if best[0] < 5 else 0):
        best = min(best, once(store, arguments, folder))
    return best


def main():
    visits = sys.argv[3] if len(sys.argv) > 3 else "1000000"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else folder / "store.db")
        if not store.exists():
            subprocess.run([BUILD / "bench/bench_fill", store, visits], check=True)
        print(f"{visits} visits, {store.stat().st_size >> 20} MiB")
        print(f"{'report':58} clock s  processor s  most MB")
        for what, seconds, memory in REPORTS:
            arguments = [str(folder / part) if "." in part else part for part in what]
            clock, processor, most = measured(store, arguments, folder)
            made = [part for part in arguments if part.startswith(str(folder))]
            size = f"  {os.stat(made[0]).st_size >> 20} MiB" if made else ""
            bars = (f"  bar {seconds} s" if seconds else "") + (f", {memory} MB" if memory else "")
            print(f"{' '.join(what):58} {clock:7.2f} {processor:12.2f} {most:8.0f}{bars}{size}", flush=True)
            for file in folder.glob("*.*"):
                if not file.name.startswith("store.db"):
                    file.unlink()
        for report in ("wait --by hour", "visits"):
            print(f"tickets beside report {report} (bar 1.3):", flush=True)
            subprocess.run([BUILD / "bench/bench_beside", store, PROGRAM, CONFIG, "20", *report.split()], check=True)


if __name__ == "__main__":
    main()
