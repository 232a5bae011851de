"""Reports as files: every figure of a workbook and of a page held against a recount straight from the tables of the
store; pages well formed, accessible and without anything from elsewhere; PDF as text; what stands beside a CSV file;
every visit; the notice; and what is written by itself."""
import csv
import datetime as dt
import fcntl
import html.parser
import io
import json
import os
import pathlib
import pty
import re
import shutil
import sqlite3
import subprocess
import xml.etree.ElementTree as xml
import zipfile
import zoneinfo

import program
from recount import make_log

LONDON = zoneinfo.ZoneInfo("Europe/London")
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
DAY = 86400


def workbook(path):
    """Sheets by name, each a list of rows of cells by column number: (value, kind). Read from the XML alone."""
    with zipfile.ZipFile(path) as book:
        read = lambda name: xml.fromstring(book.read(name))
        shared = ["".join(t.text or "" for t in item.iter(SHEET + "t"))
                  for item in read("xl/sharedStrings.xml")] if "xl/sharedStrings.xml" in book.namelist() else []
        names = [sheet.get("name") for sheet in read("xl/workbook.xml").iter(SHEET + "sheet")]
        sheets, raw = {}, {}
        for number, name in enumerate(names, 1):
            tree = read(f"xl/worksheets/sheet{number}.xml")
            rows = []
            for row in tree.iter(SHEET + "row"):
                cells = {}
                for cell in row.iter(SHEET + "c"):
                    letters = re.match(r"[A-Z]+", cell.get("r")).group()
                    column = 0
                    for letter in letters:
                        column = column * 26 + ord(letter) - 64
                    kind, value = cell.get("t", "n"), cell.find(SHEET + "v")
                    if kind == "s":
                        cells[column] = (shared[int(value.text)], "text")
                    elif kind == "inlineStr":
                        cells[column] = ("".join(t.text or "" for t in cell.iter(SHEET + "t")), "text")
                    elif value is not None:
                        cells[column] = (float(value.text), "number")
                    assert cell.find(SHEET + "f") is None, "a formula"
                rows.append(cells)
            sheets[name], raw[name] = rows, tree
        parts = book.namelist()
    return sheets, raw, parts


class Page(html.parser.HTMLParser):
    """What an accessible page must be, found out by reading it."""
    VOID = {"meta", "img", "br", "path", "rect", "circle", "polygon", "link", "input", "hr"}

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.headings, self.cells, self.text = [], [], [], [], ""
        self.ids, self.pointed, self.tables, self.attributes, self.svgs = set(), set(), [], {}, 0
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")
        self.faults += [f"no id {name}" for name in self.pointed - self.ids]

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.attributes.setdefault(tag, given)
        if "id" in given:
            if given["id"] in self.ids:
                self.faults.append(f"id twice: {given['id']}")
            self.ids.add(given["id"])
        for name in (given.get("aria-labelledby") or "").split():
            self.pointed.add(name)
        if tag in ("script", "iframe", "link", "object", "form"):
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            outside = name in ("src", "href", "action") and not (value or "").startswith(("data:", "#"))
            if outside or name.startswith("on"):
                self.faults.append(f"{tag} {name}={value}")
        if tag == "img" and not given.get("alt"):
            self.faults.append("a picture without words")
        if tag == "th" and given.get("scope") not in ("col", "row"):
            self.faults.append("a heading of a table without a scope")
        if tag == "svg":
            self.svgs += 1
            if given.get("aria-hidden") != "true" and given.get("role") != "img":
                self.faults.append("a chart without a role")
        if tag == "table":
            self.tables.append({"caption": "", "rows": []})
        if tag == "tr":
            self.tables[-1]["rows"].append([])
        if tag in ("td", "th"):
            self.tables[-1]["rows"][-1].append("")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> out of order")

    def handle_data(self, data):
        if "style" in self.open:
            if re.search(r"url\(|@import|http", data):
                self.faults.append("the style takes something from elsewhere")
            return
        self.text += data
        if "caption" in self.open:
            self.tables[-1]["caption"] += data
        elif "td" in self.open or "th" in self.open:
            self.tables[-1]["rows"][-1][-1] += data

    def check(self, case):
        case.assertEqual(self.faults, [])
        case.assertEqual(self.headings[0], 1)
        case.assertEqual(self.headings.count(1), 1)
        for before, after in zip(self.headings, self.headings[1:]):
            case.assertLessEqual(after, before + 1)
        case.assertTrue(self.attributes["html"].get("lang"))
        case.assertIn(self.attributes["html"].get("dir"), ("ltr", "rtl"))
        for table in self.tables:
            case.assertTrue(table["caption"].strip())


def contrast(a, b):
    def light(color):
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


class Exports(program.Program):
    def setUp(self):
        super().setUp()
        log = self.folder / "log.csv"
        make_log(log, 900, 11)
        self.done("import", log, "--create")
        self.at("2026-11-10T09:00:00Z")

    def visits(self):
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            store.row_factory = sqlite3.Row
            return store.execute("SELECT * FROM visit ORDER BY id").fetchall()

    def by_service(self, limit):
        """Name -> (visits, seen, within), counted from the tables."""
        counts = {}
        for row in self.visits():
            service = row["seen_service"] or row["service"]
            visits, seen, within = counts.get(service, (0, 0, 0))
            wait = max(row["seen"] - row["arrived"] - row["held"], 0) if row["seen"] is not None else None
            counts[service] = (visits + 1, seen + (wait is not None), within + (wait is not None and wait <= limit))
        return counts

    def test_every_cell_of_a_workbook_is_what_the_tables_say(self):
        book = self.folder / "wait.xlsx"
        self.done("report", "wait", "--by", "service", "--limit", "10m", "--format", "xlsx", "-o", book)
        sheets, raw, parts = workbook(book)
        counted = self.by_service(600)
        figures = next(rows for name, rows in sheets.items() if name.startswith("Visits, and how many"))
        head = [figures[0][c][0] for c in sorted(figures[0])]
        at = {name: number for number, name in enumerate(head, 1)}
        self.assertEqual(len(figures), len(counted) + 2)
        got = sorted((row[at["visits"]][0], row[at["seen"]][0], row[at["in time"]][0]) for row in figures[1:-1])
        self.assertEqual(got, sorted((float(a), float(b), float(c)) for a, b, c in counted.values()))
        totals = [sum(each) for each in zip(*counted.values())]
        last = figures[-1]
        self.assertEqual([last[at[name]][0] for name in ("visits", "seen", "in time")], totals)
        share = at["in time, of seen"]
        for row in figures[1:]:
            seen, within = row[at["seen"]][0], row[at["in time"]][0]
            if seen:
                self.assertAlmostEqual(row[share][0], within / seen, places=9)
                self.assertEqual((row[share + 1][0], row[share + 2][0]), (within, seen))
            for cell in sorted(row):
                self.assertEqual(row[cell][1], "text" if cell == 1 else "number")
        # Times are durations: fractions of a day.
        waits = sorted(max(r["seen"] - r["arrived"] - r["held"], 0) for r in self.visits() if r["seen"] is not None)
        times = next(rows for name, rows in sheets.items() if name.startswith("Waiting"))
        names = {times[0][c][0]: c for c in times[0]}
        self.assertAlmostEqual(times[-1][names["wait, max"]][0] * DAY, waits[-1], places=3)
        self.assertAlmostEqual(times[-1][names["wait, median"]][0] * DAY, waits[(len(waits) + 1) // 2 - 1], places=3)
        self.assertAlmostEqual(times[-1][names["wait, mean"]][0] * DAY, sum(waits) / len(waits), places=3)
        # Frozen head, native charts, and a sheet that says what it all means.
        name = next(iter(sheets))
        pane = raw[name].find(f".//{SHEET}pane")
        self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"))
        charts = [part for part in parts if re.fullmatch(r"xl/charts/chart\d+\.xml", part)]
        self.assertTrue(charts)
        for chart in charts:  # bars begin at nothing and grow to the right; the first row is on top
            with zipfile.ZipFile(book) as file:
                tree = xml.fromstring(file.read(chart))
            for axis, turned in (("valAx", "minMax"), ("catAx", "maxMin")):
                scaling = tree.find(f".//{CHART}{axis}/{CHART}scaling")
                if tree.find(f".//{CHART}barDir").get("val") == "bar":
                    self.assertEqual(scaling.find(f"{CHART}orientation").get("val"), turned)
                if axis == "valAx":
                    self.assertEqual(scaling.find(f"{CHART}min").get("val"), "0")
        about = " ".join(cell[0] for row in sheets["About"] for cell in row.values() if cell[1] == "text")
        for said in ("in time / all seen", "Northmoor Borough Council", "event", "nextplease 0", "first visit"):
            self.assertIn(said, about)

    def test_a_cell_that_begins_like_a_formula_is_harmless_everywhere(self):
        book, table = self.folder / "w.xlsx", self.folder / "w.csv"
        self.done("report", "wait", "--by", "service", "--format", "xlsx", "-o", book)
        sheets, _, _ = workbook(book)  # which has no formula at all
        texts = [cell[0] for rows in sheets.values() for row in rows for cell in row.values() if cell[1] == "text"]
        self.assertIn("'=cmd", texts)
        self.assertNotIn("=cmd", texts)
        self.done("report", "visits", "-o", table)
        cells = [cell for row in csv.reader(table.read_text(encoding="utf-8").splitlines()) for cell in row]
        self.assertIn("'=cmd", cells)
        self.assertFalse([cell for cell in cells if cell.startswith(("=", "@", "+"))])

    def test_every_report_is_an_accessible_page_and_a_pdf_in_every_staff_language(self):
        reports = [("wait", "--by", "hour"), ("wait", "--by", "day"), ("standards",), ("indicators", "--month", "2026-10"),
                   ("contacts", "--by", "channel"), ("complaints", "--by", "category"), ("feedback",), ("outcomes",), ("estimate",)]
        for report in reports:
            for language in ("en", "pl", "ur"):
                with self.subTest(report=report, language=language):
                    text = self.done("report", *report, "--format", "html", "--lang", language)
                    page = Page(text)
                    page.check(self)
                    self.assertEqual(page.attributes["html"]["lang"], language)
                    self.assertEqual(page.attributes["html"]["dir"], "rtl" if language == "ur" else "ltr")
                    self.assertGreaterEqual(page.svgs, 1)
                    if language == "en":
                        for said in ("What the figures mean", "About this report", "period"):
                            self.assertIn(said, page.text)
            if shutil.which("pdftotext"):
                with self.subTest(pdf=report):
                    file = self.folder / "r.pdf"
                    self.done("report", *report, "--format", "pdf", "-o", file)
                    said = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
                    for words in ("Northmoor Borough Council", "What the figures mean", "About this report", "Page 1"):
                        self.assertIn(words, said)

    def test_a_page_says_the_figures_of_the_tables(self):
        page = Page(self.done("report", "wait", "--by", "service", "--limit", "10m", "--format", "html"))
        table = next(t for t in page.tables if t["caption"].startswith("Visits, and how many"))
        rows = sorted(tuple(int(re.sub(r"\D", "", cell)) for cell in row[1:4]) for row in table["rows"][1:-1])
        self.assertEqual(rows, sorted(self.by_service(600).values()))

    def test_words_of_pages_stand_out(self):
        style = self.done("report", "wait", "--format", "html").split("<style>")[1].split("</style>")[0]
        for ink in ("#12202A", "#3B4851", "#07543A", "#8E1919"):
            self.assertIn(ink, style)
            for ground in ("#F4F1EA", "#FFFFFF"):
                self.assertGreaterEqual(contrast(ink, ground), 7)
        self.assertGreaterEqual(contrast("#FFFFFF", "#07303A"), 7)

    def test_what_a_csv_file_means_stands_beside_it(self):
        table = self.folder / "waiting.csv"
        self.done("report", "wait", "--by", "service", "--from", "2026-10-20", "--format", "csv", "-o", table)
        said = json.loads((self.folder / "waiting.csv-metadata.json").read_text(encoding="utf-8"))
        self.assertEqual(said["@context"][0], "http://www.w3.org/ns/csvw")
        self.assertEqual(said["url"], "waiting.csv")
        lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        columns = said["tableSchema"]["columns"]
        self.assertEqual([column["titles"] for column in columns], next(csv.reader(lines)))
        self.assertEqual(said["dialect"]["commentPrefix"], "#")
        self.keeps_its_datatypes(table)
        notes = json.dumps(said["notes"], ensure_ascii=False)
        for words in ("20 October 2026", "in time / all seen", "event", "nextplease 0"):
            self.assertIn(words, notes)

    def keeps_its_datatypes(self, table):
        """Every cell is what the columns' description says that it is; returns the rows."""
        said = json.loads(pathlib.Path(f"{table}-metadata.json").read_text(encoding="utf-8"))
        kinds = {column["titles"]: column["datatype"] for column in said["tableSchema"]["columns"]}
        lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        rows = list(csv.DictReader(lines))
        for row in rows:
            for name, value in row.items():
                try:
                    value and {"integer": int, "number": float, "string": str}[kinds[name]](value)
                except ValueError:
                    self.fail(f"{table.name}: {name} is {kinds[name]}, and there is {value!r}")
        return rows

    def test_every_csv_file_keeps_the_datatypes_that_are_said_of_it(self):
        self.done("case", "log", "--kind", "complaint", "--words", "x", "--service", "A")
        grouped = {"wait": ("service", "hour", "month"), "standards": ("directorate", "quarter"), "contacts": ("channel",),
                   "outcomes": ("desk",), "complaints": ("service", "category", "handler"), "feedback": ("service",),
                   "estimate": ("hour",)}
        files = 0
        for report, groupings in grouped.items():
            for by in groupings:
                table = self.folder / f"{report}-{by}.csv"
                self.done("report", report, "--by", by, "--format", "csv", "-o", table)
                files += len(self.keeps_its_datatypes(table)) > 0
        for report in ("indicators", "visits"):
            table = self.folder / f"{report}.csv"
            self.done("report", report, "--format", "csv", "-o", table)
            files += len(self.keeps_its_datatypes(table)) > 0
        self.assertGreaterEqual(files, 12)

    def test_a_promise_that_was_broken_says_where_in_every_form(self):
        figures = self.json("report", "standards", "--format", "json")
        broken = next(one for one in figures["standards"] if one["total"]["worst"])
        page = Page(self.done("report", "standards", "--format", "html"))
        worst = next(table for table in page.tables if table["caption"] == "Worst cases")
        said = [cells[1] for cells in worst["rows"][1:] if cells[0] == broken["title"]]
        self.assertRegex(said[0], r"^most on .*\(\d+\).*; most at \d\d:00 \(\d+\)")
        self.assertRegex(said[1], r", \w{3} \d+ \w+ \d{4}, \d\d:\d\d, due \w{3} \d+ .*\+\d+ (s|min|h|d)$")
        self.assertEqual(len(said), 1 + len(broken["total"]["worst"]))
        book = self.folder / "s.xlsx"
        self.done("report", "standards", "--format", "xlsx", "-o", book)
        sheet = workbook(book)[0]["Worst cases"]
        self.assertIn(said[1], [row[2][0] for row in sheet if 2 in row])
        self.assertIn(f"# {broken['id']}: {said[1]}\n", self.done("report", "standards", "--format", "csv"))

    def test_a_month_that_is_not_over_says_so(self):
        self.at("2026-10-20T09:00:00Z")
        text = lambda *asked: " ".join(Page(self.done("report", *asked, "--format", "html")).text.split())
        for asked in (("wait", "--by", "month"), ("standards", "--by", "month"), ("indicators", "--month", "2026-10")):
            self.assertIn("Oct 2026, so far", text(*asked), asked)
        self.assertIn("31 October 2026, so far", text("wait", "--month", "2026-10"))
        self.at("2026-11-10T09:00:00Z")
        for asked in (("wait", "--by", "month"), ("wait", "--month", "2026-10"), ("indicators", "--month", "2026-10")):
            self.assertNotRegex(text(*asked), "Oct(ober)? 2026, so far", asked)

    def test_pages_name_promises_by_their_title_and_the_store_without_its_folder(self):
        page = self.done("report", "standards", "--format", "html")
        self.assertNotRegex(page, r"email-acknowledged|letter-answered")
        self.assertNotIn(str(self.folder), page)
        self.assertIn(self.store.name, page)

    def test_json_says_when_and_from_what_it_was_made(self):
        said = self.json("report", "wait", "--format", "json")
        self.assertRegex(said["made"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            last = store.execute("SELECT max(id) FROM event").fetchone()[0]
        self.assertIn(f"{last:,}", said["data"])

    def test_every_json_file_says_what_was_asked_and_what_it_means(self):
        month = ("--month", "2026-10")
        for words in [("report", name) for name in ("wait", "standards", "contacts", "outcomes", "complaints", "feedback",
                                                    "estimate")] + [("report", "indicators", *month), ("monitor", "report", *month),
                                                                    ("report", "visits"), ("plan", "--weekday", "monday",
                                                                                           "--replications", "40")]:
            with self.subTest(words=words):
                said = self.json(*words, "--format", "json")
                for key in ("made", "data", "program"):
                    self.assertTrue(said[key])
                self.assertTrue(said.get("filters") or said.get("period") or said.get("asked"))
                self.assertTrue(said.get("definitions") or said["indicators"][0]["definition"])

    def test_every_visit_is_a_row(self):
        table, book = self.folder / "visits.csv", self.folder / "visits.xlsx"
        self.done("report", "visits", "--limit", "10m", "-o", table)
        rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
        wall = lambda at: "" if at is None else dt.datetime.fromtimestamp(at, LONDON).strftime("%Y-%m-%dT%H:%M:%S")
        stored = self.visits()
        self.assertEqual(len(rows), len(stored))
        for row, visit in zip(rows, stored):
            self.assertEqual(row["arrived"], wall(visit["arrived"]))
            self.assertEqual(row["seen_at"], wall(visit["seen"]))
            self.assertEqual(row["ended"], wall(visit["ended"]))
            self.assertEqual(row["state"], visit["state"])
            if visit["seen"] is None:
                self.assertEqual((row["wait_seconds"], row["within"]), ("", ""))
            else:
                wait = max(visit["seen"] - visit["arrived"] - visit["held"], 0)
                self.assertEqual((int(row["wait_seconds"]), row["within"]), (wait, "1" if wait <= 600 else "0"))
        self.done("report", "visits", "--limit", "10m", "--format", "xlsx", "-o", book)
        sheet = workbook(book)[0]["Visits"]
        self.assertEqual(len(sheet), len(rows) + 1)
        for row, cells in zip(rows, sheet[1:]):
            arrived = dt.datetime(1899, 12, 30) + dt.timedelta(days=cells[3][0])
            self.assertLess(abs((arrived - dt.datetime.fromisoformat(row["arrived"])).total_seconds()), 1)
            self.assertEqual(str(int(cells[10][0])) if 10 in cells else "", row["wait_seconds"])
        day = list(csv.DictReader(io.StringIO(
            self.done("report", "visits", "--from", "2026-10-25", "--to", "2026-10-25"))))
        self.assertEqual({row["day"] for row in day}, {"2026-10-25"})

    def test_the_notice_is_a_page_and_a_pdf_in_each_language(self):
        folder = self.folder / "notices"
        self.assertIn("2026-11 is not over", self.fails(program.REFUSED, "report", "notice", "--month", "2026-11", "-o", folder))
        self.assertFalse(folder.exists())
        said = self.done("report", "notice", "--month", "2026-10", "-o", folder).split()
        with open(self.config, "rb") as file:
            import tomllib
            languages = tomllib.load(file)["site"]["languages"]
        self.assertEqual(len(said), 2 * len(languages))
        for language in languages:
            page = Page((folder / f"notice-2026-10.{language}.html").read_text(encoding="utf-8"))
            page.check(self)
            self.assertEqual(page.attributes["html"]["lang"], language)
            self.assertTrue((folder / f"notice-2026-10.{language}.pdf").read_bytes().startswith(b"%PDF-"))

        def sheets(language):
            said = subprocess.run(["pdfinfo", folder / f"notice-2026-10.{language}.pdf"], capture_output=True, text=True)
            return int(next(line for line in said.stdout.splitlines() if line.startswith("Pages:")).split()[1])

        self.assertLessEqual(sheets("ur"), 2 * sheets("en"))  # though its lines are twice as tall
        english = Page((folder / "notice-2026-10.en.html").read_text(encoding="utf-8")).text
        self.assertIn("Our results for October 2026", english)
        figures = self.json("report", "indicators", "--month", "2026-10", "--format", "json")
        now = next(one for one in figures["indicators"] if one["id"] == "visit")["now"]
        self.assertIn(f"{100 * now['numerator'] // now['denominator']} in 100", english)
        self.assertIn(f"{now['numerator']} of {now['denominator']}", english)
        self.assertIn("We round down", english)
        self.assertRegex(english, "Goal (not )?met")
        self.assertIn("We have no figure for last month", english)

    def test_promises_limits_and_channels_are_said_in_the_language_of_the_reader(self):
        english, polish = "Seen within 10 minutes, 15 for longer matters", "Obsługa w 10 minut, dłuższych spraw w 15"
        in_polish = lambda *asked: self.done("report", *asked, "--lang", "pl")
        title = lambda: re.search(r'<h2 id="p1"(.*?)>(.*?)</h2>',
                                  (self.folder / "notice-2026-10.pl.html").read_text(encoding="utf-8")).groups()
        in_polish("notice", "--month", "2026-10", "-o", self.folder)
        self.assertEqual(title(), ("", polish))
        pdf = subprocess.run(["pdftotext", self.folder / "notice-2026-10.pl.pdf", "-"], capture_output=True, text=True)
        self.assertIn(polish, " ".join(pdf.stdout.split()))
        for form in ("table", "html"):
            said = in_polish("standards", "--month", "2026-10", "--format", form)
            self.assertIn(polish, said)
        self.assertIn("2 dni robocze", said)
        self.assertIn("Wizyta", in_polish("contacts", "--by", "channel"))
        indicators = in_polish("indicators", "--month", "2026-10", "--format", "html")
        self.assertIn(polish, indicators)
        self.done("report", "standards", "--month", "2026-10", "--lang", "pl", "--format", "xlsx", "-o", self.folder / "s.xlsx")
        cells = {cell[0] for sheet in workbook(self.folder / "s.xlsx")[0].values() for row in sheet for cell in row.values()}
        self.assertIn("2 dni robocze", cells)
        self.assertIn(polish, cells)
        # What programs read keeps the words of kiosk.conf.
        lines = [line for line in in_polish("standards", "--format", "csv").splitlines() if not line.startswith("#")]
        mail = next(row for row in csv.DictReader(lines) if row["standard"] == "email-answered")
        self.assertEqual((mail["limit"], mail["channels"]), ("2 working days", "email, text, web"))
        said = json.loads(in_polish("standards", "--format", "json"))["standards"]
        mail = next(one for one in said if one["id"] == "email-answered")
        self.assertEqual((mail["limit"], mail["channels"]), ("2 working days", ["email", "text", "web"]))
        # Who has one text alone reads that, and the page says in which language it is.
        self.configure({})
        text = self.config.read_text(encoding="utf-8")
        self.config.write_text(re.sub(f'title.en = "{english}"\n.*\n.*\n', f'title = "{english}"\n', text), encoding="utf-8")
        in_polish("notice", "--month", "2026-10", "-o", self.folder)
        self.assertEqual(title(), (' lang="en" dir="auto"', english))

    def test_what_is_scheduled_is_written_once_and_goes_on_over_a_failure(self):
        self.configure({})
        with open(self.config, "a", encoding="utf-8") as file:
            file.write(f"""
[[reports.scheduled]]
report = "wait"
by = "service"
every = "month"
formats = ["csv", "pdf"]
folder = "{self.folder}/out"

[[reports.scheduled]]
report = "visits"
every = "week"
formats = ["csv"]
folder = "/proc/nowhere"

[[reports.scheduled]]
report = "notice"
every = "month"
formats = ["html"]
languages = ["en", "pl"]
folder = "{self.folder}/out"
""")
        run = self.run_program("report", "scheduled")
        self.assertEqual(run.returncode, program.FAILED)
        self.assertEqual(len(run.stderr.strip().splitlines()), 2)  # the failure, and how many failed
        written = sorted(path.name for path in (self.folder / "out").iterdir())
        self.assertEqual(len(written), 5, written)  # with what stands beside the CSV
        self.assertFalse([name for name in written if ".part" in name])
        page = next((self.folder / "out").glob("notice-*.en.html"))
        before = page.stat().st_mtime_ns
        again = self.run_program("report", "scheduled")
        self.assertEqual(again.stdout, "")
        self.assertEqual(page.stat().st_mtime_ns, before)
        self.run_program("report", "scheduled", "--again")
        self.assertNotEqual(page.stat().st_mtime_ns, before)

    def schedule(self, *reports):
        self.configure({})
        with open(self.config, "a", encoding="utf-8") as file:
            for report, every, form in reports:
                file.write(f'\n[[reports.scheduled]]\nreport = "{report}"\nevery = "{every}"\nformats = ["{form}"]\n'
                           f'folder = "{self.folder}/out"\n')
        return self.folder / "out"

    def test_every_report_may_be_scheduled(self):
        kinds = ("wait", "standards", "contacts", "outcomes", "complaints", "feedback", "estimate", "indicators", "monitoring", "visits")
        folder = self.schedule(*[(kind, "month", "json") for kind in kinds], ("monitoring", "quarter", "csv"))
        self.done("report", "scheduled")
        for kind in kinds:
            said = json.loads((folder / f"{kind}-2026-10.en.json").read_text(encoding="utf-8"))
            self.assertIn("made", said)
            if kind in ("indicators", "monitoring"):
                self.assertEqual(said["period"], "2026-10")
            else:
                self.assertEqual((said["filters"]["from"], said["filters"]["to"]), ("2026-10-01", "2026-10-31"))
        self.assertTrue((folder / "monitoring-2026-Q3.en.csv").exists())
        folder = self.schedule(*[(kind, "month", "csv") for kind in kinds])
        self.done("report", "scheduled")
        self.assertEqual(self.done("report", "scheduled"), "")  # each with its definitions
        (folder / "wait-2026-10.en.csv-metadata.json").unlink()
        self.assertEqual(self.done("report", "scheduled"), f"{folder}/wait-2026-10.en.csv\n")
        self.schedule(("monitoring", "week", "csv"))
        self.assertIn("a month or a quarter", self.fails(program.REFUSED, "check"))

    def test_a_day_is_closed_before_its_figures_are_written(self):
        self.at("2026-11-12T15:00:00Z")  # kiosk and desks are switched off in the evening
        self.done("ticket", "take", "--service", "A")
        self.at("2026-11-13T02:30:00Z")
        folder = self.schedule(("wait", "day", "json"))
        self.done("report", "scheduled")
        total = json.loads((folder / "wait-2026-11-12.en.json").read_text(encoding="utf-8"))["total"]
        self.assertEqual((total["waiting"], total["unresolved"]), (0, 1))

    def test_nothing_is_written_twice_by_two_at_once(self):
        folder = self.schedule(("wait", "month", "csv"))
        with open(self.config, "rb") as other:
            fcntl.flock(other, fcntl.LOCK_EX)  # as another run that has not ended yet
            self.assertIn("being written already", self.fails(program.REFUSED, "report", "scheduled"))
            self.assertFalse(folder.exists())
        self.assertIn("wait-2026-10.en.csv", self.done("report", "scheduled"))
        self.assertEqual(self.done("report", "scheduled"), "")

    def test_a_terminal_is_told_how_far_it_is(self):
        self.schedule(("wait", "month", "csv"), ("standards", "month", "csv"), ("visits", "week", "csv"))
        ours, theirs = pty.openpty()
        run = subprocess.run([program.BINARY, "--config", self.config, "--store", self.store, "--clock", self.clock,
                              "report", "scheduled"], stdout=subprocess.DEVNULL, stderr=theirs, env=self.environment())
        os.close(theirs)
        said = b""
        try:
            while more := os.read(ours, 65536):  # one read need not give it all
                said += more
        except OSError:  # what a terminal says at its end
            pass
        os.close(ours)
        said = said.decode()
        self.assertEqual(run.returncode, 0, said)
        for part in ("1 of 3: wait-2026-10.en.csv", "2 of 3: standards-2026-10.en.csv", "3 of 3: visits-2026-W45.en.csv"):
            self.assertIn(part, said)
        self.assertTrue(said.endswith("\r\033[K"))  # and nothing is left of it

    def test_a_full_disk_leaves_nothing_and_says_one_sentence(self):
        for form in ("html", "pdf", "xlsx"):
            for target in (self.folder / "not" / "there" / f"r.{form}", pathlib.Path("/dev/full")):
                run = self.run_program("report", "wait", "--format", form, "-o", target)
                if form == "xlsx" and target == pathlib.Path("/dev/full"):
                    continue  # no place for the temporary files of a workbook
                self.assertEqual(run.returncode, program.FAILED, (form, target))
                self.assertEqual(len(run.stderr.strip().splitlines()), 1)
        run = self.run_program("report", "wait", "--format", "pdf")
        self.assertEqual(run.returncode, program.WRONG_USAGE)


if __name__ == "__main__":
    program.main()
