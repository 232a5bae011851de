"""Workbooks as a person gets to see them: LibreOffice opens each, without a window, and every cell that it shows is
held against what was written into the file, and against the CSV file of the same report. Skipped without LibreOffice."""
import csv
import datetime as dt
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

import figures_recount
import program
from exports import workbook

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OPEN = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DAY = 86400

SPREAD = {f"{name}, {kind}": f"{name}_{kind}_seconds" for name in ("wait", "walk", "service")
          for kind in ("mean", "median", "p90", "max")}
NI14 = {"unclear letter": "avoidable_clarification", "wrong place": "avoidable_signposting",
        "told us twice": "avoidable_repeat", "job not finished": "avoidable_unfinished", "asked how far": "avoidable_chasing"}
share = lambda title, name, part, whole: {title: name, f"{title}, number": part, f"{title}, of": whole}
# The columns of the sheets, and those of the CSV file that they must show.
COLUMNS = {
    "wait": {"visits": "visits", "seen": "seen", "in time": "within",
             **share("in time, of seen", "share_seen_within", "within", "share_seen_of"),
             **share("in time, of all", "share_all_within", "within", "share_all_of"),
             "left early": "left_early", "left late": "left_late", "no-show": "no_show", "unresolved": "unresolved",
             "waiting": "waiting", **SPREAD},
    "standards": {"target": "limit", "count": "count", "in time": "within", "late": "late", "lost": "lost",
                  **share("share in time", "share_within", "within", "decided"), "goal": None, "result": None,
                  "open": "open", "open late": "open_late", "told": "late_told", "left out": "left_out"},
    "contacts": {"contacts": "contacts", **share("resolved at once", "share_resolved", "resolved", "resolved_said"),
                 **share("avoidable", "share_avoidable", "avoidable", "coded"), **share("coded", None, "coded", "contacts"),
             **NI14, "set aside": "set_aside"},
    "outcomes": {"results": "results", **share("resolved at once", "share_resolved", "resolved", "results"),
                 **share("avoidable", "share_avoidable", "avoidable", "results"), **NI14, "late": "late",
                 **share("late with an apology", "share_late_apologised", "late_apologised", "late")},
    "feedback": {"visits": "visits", **share("satisfied", "share_satisfied", "satisfied", "visits"),
                 **{f"{score} of 5": f"score_{score}" for score in range(1, 6)}, "no ticket": "others"},
    "estimate": {"waited": "waited", "mean wait": "mean_wait_seconds", "mean error": "mean_error_seconds",
                 "bias in seconds": "bias_seconds",
                 **share("within p90", "share_within_p90", None, "waited"),
                 **share("p10 to p90", "share_within_range", None, "waited"),
                 "/ fixed": "ratio_to_fixed", "/ rolling 10": "ratio_to_rolling10", "/ LES": "ratio_to_les", "/ QL": "ratio_to_ql"},
    "monitor": {"results to": "director", "chosen": "sampled", "rung": "rung", "in time": "within",
                "greeting": "script", "name": "name_given", "right answer": "right",
                **share("answered correctly", "share_correct", "correct", "rung")},
}


def shown(path):
    """Sheets by name, each a list of rows of cells by column number: what LibreOffice read, numbers as such."""
    sheets = {}
    for sheet in xml.parse(path).find(f"{OPEN}body/{OPEN}spreadsheet").findall(TABLE + "table"):
        rows = []
        own = [row for part in sheet for row in ([part] if part.tag == TABLE + "table-row" else
               part.findall(TABLE + "table-row") if part.tag == TABLE + "table-header-rows" else [])]  # none of a chart
        for row in own:
            cells, column = {}, 0
            for cell in row:
                if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                again = int(cell.get(TABLE + "number-columns-repeated", 1))
                kind = cell.get(OPEN + "value-type")
                for place in range(column + 1, column + 1 + again) if kind else ():
                    cells[place] = value_of(cell, kind)
                column += again
            rows += [cells] * min(int(row.get(TABLE + "number-rows-repeated", 1)), 10)
        sheets[sheet.get(TABLE + "name")] = rows
    return sheets


def value_of(cell, kind):
    if kind == "date":
        at = dt.datetime.fromisoformat(cell.get(OPEN + "date-value")[:26])
        return (at - dt.datetime(1899, 12, 30)).total_seconds() / DAY
    if kind == "time":
        sign, hours, minutes, seconds = re.fullmatch(r"(-?)PT(\d+)H(\d+)M([\d.]+)S", cell.get(OPEN + "time-value")).groups()
        return (-1 if sign else 1) * (int(hours) * 3600 + int(minutes) * 60 + float(seconds)) / DAY
    if kind == "string":
        return "\n".join("".join(part.itertext()) for part in cell.iter(TEXT + "p"))
    return float(cell.get(OPEN + "value"))


class Spreadsheets(figures_recount.SimulatedYear):
    DAYS, VISITORS = 60, 40
    test_every_figure = None  # not again

    REPORTS = [("wait", "--by", by) for by in ("service", "desk", "hour", "weekday", "day", "month")] + [
        ("standards",), ("contacts", "--by", "channel"), ("contacts", "--by", "month"), ("outcomes", "--by", "desk"),
        ("feedback", "--by", "service"), ("estimate", "--by", "hour"), ("estimate", "--by", "service"),
        ("indicators", "--month", "2025-10"), ("monitor", "report", "--month", "2025-10"),
        ("complaints", "--by", "service"), ("complaints", "--by", "quarter"), ("visits",)]

    def make(self, report, form):
        words = report if report[0] in ("monitor", "plan") else ("report", *report)
        file = self.folder / f"{'-'.join(report).replace('--', '')}.{form}"
        self.done(*words, "--format", form, "-o", file)
        return file

    def open_all(self, books):
        """LibreOffice reads the workbooks and writes what it has understood."""
        subprocess.run([OFFICE, f"-env:UserInstallation=file://{self.folder}/office", "--headless", "--convert-to", "fods",
                        "--outdir", self.folder, *books], check=True, capture_output=True, timeout=280,
                       env={"HOME": str(self.folder), "PATH": "/usr/bin:/bin"})
        return [shown(book.with_suffix(".fods")) for book in books]

    def test_every_cell_is_what_was_written_and_what_the_csv_file_says(self):
        self.fill()
        books = [self.make(report, "xlsx") for report in self.REPORTS]
        for report, book, seen in zip(self.REPORTS, books, self.open_all(books)):
            with self.subTest(report=report):
                self.compare_with_file(workbook(book)[0], seen)
                rows = list(csv.DictReader(line for line in self.make(report, "csv").read_text(encoding="utf-8").splitlines()
                                           if not line.startswith("#")))
                if report[0] == "visits":
                    self.compare_visits(seen["Visits"], rows)
                elif report[0] == "indicators":
                    self.compare_indicators(next(iter(seen.values())), rows)
                elif report[0] == "complaints":
                    self.compare_complaints(seen, rows)
                else:
                    self.compare_figures(seen, rows, COLUMNS[report[0]])

    def compare_with_file(self, written, seen):
        self.assertEqual(list(seen), list(written))
        for name, rows in written.items():
            filled = [row for row in rows if row]
            found = [row for row in seen[name] if row]
            self.assertEqual(len(found), len(filled), name)
            for one, other in zip(found, filled):
                self.assertEqual(set(one), set(other), name)
                for column, (value, kind) in other.items():
                    if kind == "number":
                        self.assertAlmostEqual(one[column], value, places=8, msg=name)
                    else:
                        self.assertEqual(one[column], value.rstrip(), name)

    def same(self, cell, text, where):
        """A cell as LibreOffice shows it, and the text of the CSV file."""
        if text == "":
            self.assertIsNone(cell, where)
        elif isinstance(cell, str):
            self.assertEqual(cell, text, where)
        elif where[-1].endswith("_seconds") and where[-1] != "bias_seconds":
            self.assertAlmostEqual(cell * DAY, float(text), delta=0.06, msg=where)
        else:
            self.assertAlmostEqual(cell, float(text), delta=0.0006 if where[-1].startswith("ratio") else 0.06 if "bias" in where[-1] else 1e-6, msg=where)

    def compare_figures(self, sheets, rows, columns):
        left = dict(columns)
        for name, sheet in sheets.items():
            head = sheet[0] if sheet else {}
            if head.get(1) == "reason":
                said = {why: int(count) for why, count in re.findall(r"(.+?) \((\d+)\)(?:; |$)", rows[-1]["reasons"])}
                self.assertEqual({cells[1]: cells[2] for cells in sheet[1:] if cells}, said)
                continue
            if not any(title in columns for title in head.values()):
                continue
            self.assertEqual(len([row for row in sheet if row]), len(rows) + 1, name)
            for place, title in head.items():
                if place == 1:
                    continue
                column = left.pop(title)
                for cells, row in zip(sheet[1:], rows):
                    if column:
                        self.same(cells.get(place), row[column], (name, title, column))
        self.assertEqual(left, {})  # each is on a sheet

    def compare_complaints(self, sheets, rows):
        """The sheet of the groups; the others part their total, which policy_recount.py counts again."""
        columns = {"complaints": "received_complaint", "open": "open", "acknowledged in time (first stage)": "share_first_acknowledged_in_time",
                   "answered in time (first stage)": "share_first_answered_in_time",
                   "answered in time, with extensions": "share_first_answered_with_extension",
                   "upheld by the Ombudsman": "ombudsman_upheld"}
        sheet = next(sheet for sheet in sheets.values() if "complaints" in sheet[0].values())
        places = {title: place for place, title in sheet[0].items()}
        self.assertEqual(len([row for row in sheet if row]), len(rows) + 1)
        self.assertGreater(sum(int(row["received_complaint"]) for row in rows), 0)
        for cells, row in zip(sheet[1:], rows):
            for title, column in columns.items():
                self.same(cells.get(places[title]), row[column], (title, column))

    def compare_indicators(self, sheet, rows):
        head = {title: place for place, title in sheet[0].items()}
        self.assertEqual(len([row for row in sheet if row]), len(rows) + 1)
        periods = [name.split()[0] for name in rows[0] if name.endswith(" numerator")]
        said = lambda period: f"{dt.date.fromisoformat(period + '-01'):%b %Y}".replace("Sep ", "Sept ")
        for cells, row in zip(sheet[1:], rows):
            self.assertIn(row["title"], cells[1])
            for period in periods:
                part, whole, value = (row[f"{period} {name}"] for name in ("numerator", "denominator", "share"))
                if whole:
                    self.same(cells.get(head[said(period)]), value, (period, row["indicator"], "share"))
                    self.same(cells.get(head[f"{said(period)}, of"]), whole, (period, row["indicator"], "of"))
                self.same(cells.get(head[f"{said(period)}, number"]), part, (period, row["indicator"], "number"))

    def compare_visits(self, sheet, rows):
        head = sheet[0]
        self.assertEqual(list(head.values()), list(rows[0]))
        self.assertEqual(len([row for row in sheet if row]), len(rows) + 1)
        days = lambda text: (dt.datetime.fromisoformat(text) - dt.datetime(1899, 12, 30)).total_seconds() / DAY
        for cells, row in zip(sheet[1:], rows):
            for place, name in head.items():
                text, cell = row[name], cells.get(place)
                if text and name in ("day", "arrived", "called", "seen_at", "ended"):
                    self.assertAlmostEqual(cell, days(text), delta=0.5 / DAY, msg=name)
                elif text and name not in ("ticket", "state", "service", "desk"):
                    self.assertEqual(cell, float(text), name)
                else:
                    self.assertEqual(cell, text or None, name)


if __name__ == "__main__":
    if not OFFICE:
        print("skipped: LibreOffice is not here; apt-get install libreoffice-calc")
        sys.exit(77)
    program.main()
