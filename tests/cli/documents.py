"""The same report as a page, as a PDF and as a workbook: the tables of the page hold what the cells of the workbook
hold, and the PDF says every figure of the page, in every staff language."""
import collections
import re
import shutil
import subprocess

import figures_recount
import program
from exports import Page, workbook

REPORTS = [("wait", "--by", "service"), ("wait", "--by", "day"), ("wait", "--by", "hour"), ("standards", "--by", "service"),
           ("contacts", "--by", "channel"), ("outcomes", "--by", "desk"), ("feedback", "--by", "month"),
           ("estimate", "--by", "service"), ("indicators", "--month", "2025-10"), ("monitor", "report", "--month", "2025-10"),
           ("complaints", "--by", "service"), ("complaints", "--by", "handler"),
           ("plan", "--weekday", "monday", "--replications", "60", "--what-if", "visitors +20%")]
DAY = 86400


class Documents(figures_recount.SimulatedYear):
    DAYS, VISITORS = 40, 30
    test_every_figure = None  # not again

    def words(self, report):
        return report if report[0] in ("monitor", "plan") else ("report", *report)

    def test_pages_workbooks_and_pdf_files_say_the_same(self):
        self.fill()
        for report in REPORTS:
            for language in ("en", "pl", "ur"):
                with self.subTest(report=report, language=language):
                    page = Page(self.done(*self.words(report), "--format", "html", "--lang", language))
                    if language == "en":
                        self.compare_with_workbook(page, report)
                    if shutil.which("pdftotext"):
                        self.compare_with_pdf(page, report, language)

    def compare_with_workbook(self, page, report):
        book = self.folder / "r.xlsx"
        self.done(*self.words(report), "--format", "xlsx", "-o", book)
        sheets = list(workbook(book)[0].values())
        self.assertGreaterEqual(len(page.tables), 1)
        for table, sheet in zip(page.tables, sheets):
            head = {title: place for place, (title, _) in sheet[0].items()}
            self.assertEqual(len(table["rows"]), len([row for row in sheet if row]), table["caption"])
            for cells, row in zip(table["rows"][1:], sheet[1:]):
                for title, said in zip(table["rows"][0], cells):
                    place = head[title]
                    self.compare_cell(said.strip(), row.get(place), row.get(place + 2) if f"{title}, of" in head else None)

    def compare_cell(self, said, cell, whole):
        """`said` in words, such as "1,284", "97.8 % of 1,284", "1:02:14" or "Housing"."""
        value, kind = cell or (None, None)
        number = lambda text: float(re.sub(r"[^\d.-]", "", text.replace("−", "-")))
        if kind != "number":
            self.assertTrue(said == (value or "").lstrip("'") or not value and said in ("", "–") or value == said, (said, value))
        elif ":" in said:
            seconds = 0
            for part in said.split(":"):
                seconds = seconds * 60 + int(part)
            self.assertAlmostEqual(seconds, value * DAY, delta=0.51)
        elif "%" in said:
            share, _, of = said.partition("%")
            self.assertAlmostEqual(number(share), value * 100, delta=0.0501)
            if whole:
                self.assertEqual(number(of), whole[0])
        else:
            decimals = len(said.rpartition(".")[2]) if "." in said else 0
            self.assertAlmostEqual(number(said), value, delta=0.501 / 10**decimals if decimals else 1e-9)

    def compare_with_pdf(self, page, report, language):
        file = self.folder / "r.pdf"
        self.done(*self.words(report), "--format", "pdf", "--lang", language, "-o", file)
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
        # A narrow blank stands between thousands in some languages.
        figures = lambda words: collections.Counter(
            re.findall(r"\d+(?:[:.,\u202f\u00a0 ]\d+)*", words.replace("\u200e", "").replace("\u200f", "")))
        wanted = collections.Counter()
        for table in page.tables:
            for row in table["rows"][1:]:
                for cell in row[1:]:
                    wanted += collections.Counter(re.findall(r"\d+", cell))
        found = collections.Counter()
        for token, count in figures(text).items():
            for part in re.findall(r"\d+", token):
                found[part] += count
        missing = wanted - found
        self.assertFalse(missing, f"{report} {language}: {missing}")
        self.assertGreater(sum(wanted.values()), 10)


if __name__ == "__main__":
    program.main()
