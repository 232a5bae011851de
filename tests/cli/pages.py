"""Pages as a person gets to see them: Chromium opens each with scripts off, at a desk, on a telephone and on paper.
Skipped without Chromium."""
import re
import shutil
import subprocess
import sys

import browser
import figures_recount
import program

REPORTS = [("wait", "--by", "service"), ("wait", "--by", "day"), ("standards", "--by", "service"), ("contacts", "--by", "month"),
           ("outcomes", "--by", "service"), ("feedback", "--by", "service"), ("estimate", "--by", "hour"),
           ("indicators", "--month", "2025-10"), ("monitor", "report", "--month", "2025-10"),
           ("complaints", "--by", "service"), ("complaints", "--by", "month"),
           ("plan", "--weekday", "monday", "--replications", "60", "--what-if", "visitors +20%")]
LEAST = 4.5  # WCAG 2.2, 1.4.3


class Pages(figures_recount.SimulatedYear):
    DAYS, VISITORS = 40, 30
    test_every_figure = None  # not again

    def make_all(self):
        """Every report and the notice: (file, language)."""
        for language in ("en", "pl", "ur"):
            for report in REPORTS:
                file = self.folder / f"{report[0]}-{report[2]}.{language}.html"
                words = report if report[0] in ("monitor", "plan") else ("report", *report)
                self.done(*words, "--format", "html", "--lang", language, "-o", file)
                yield file, language
            self.done("report", "notice", "--month", "2025-10", "--lang", language, "-o", self.folder)
            yield self.folder / f"notice-2025-10.{language}.html", language

    def test_every_page_can_be_read_by_everybody(self):
        self.fill()
        files = list(self.make_all())
        seen = browser.Browser(self.folder)
        self.addCleanup(seen.close)
        for file, language in files:
            with self.subTest(page=file.name):
                seen.open(file)
                self.assertEqual(seen.requests, [f"file://{file}"])  # nothing from elsewhere
                self.check_structure(seen, language)
                for media in ("screen", "print"):
                    seen.media(media)
                    least, words, ink = seen.value(browser.CONTRASTS)[0]
                    self.assertGreaterEqual(least, LEAST, (media, words, ink))
                seen.media("")
                self.check_paper(seen, file)
                seen.open(file, width=320)  # a telephone, or a screen at 400 %: nothing to move sideways (1.4.10)
                self.assertLessEqual(seen.value("document.scrollingElement.scrollWidth"), 320)
                least = seen.value("Math.min(99, ...[...document.querySelectorAll('svg text')].map("
                                   "t => t.getAttribute('font-size') * t.getScreenCTM().a))")
                self.assertGreaterEqual(least, 12)  # charts are moved within their frame instead of shrunk

    def check_structure(self, seen, language):
        self.assertEqual(seen.value("document.documentElement.lang"), language)
        self.assertEqual(seen.value("getComputedStyle(document.body).direction"), "rtl" if language == "ur" else "ltr")
        self.assertEqual(seen.value("document.scripts.length"), 0)
        roles = seen.roles()
        names = [role for role, _ in roles]
        self.assertIn("main", names)
        self.assertEqual(names.count("heading"), seen.value("document.querySelectorAll('h1,h2,h3,h4').length"))
        tables = seen.value("document.querySelectorAll('table').length")
        self.assertEqual(sum(role == "table" and bool(name) for role, name in roles), tables)  # each with its caption
        if tables:
            self.assertIn("columnheader", names)
            self.assertIn("rowheader", names)
        self.assertFalse([role for role, name in roles if role in ("image", "graphics-document") and not name])

    def check_paper(self, seen, file):
        """All of it comes on paper, and no page is empty."""
        printed = self.folder / "printed.pdf"
        printed.write_bytes(seen.printed())
        if not shutil.which("pdftotext"):
            return
        pages = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True, check=True).stdout.split("\f")[:-1]
        self.assertTrue(all(page.strip() for page in pages), file.name)
        # A chart stands with its heading, and is not cut: its first and last words are on one page.
        for words in () if ".ur." in file.name else seen.value("[...document.querySelectorAll('figure')].map(f => [...f.querySelectorAll('svg > text')]"
                                ".map(t => t.textContent)).filter(t => t.length > 1).map(t => [t[0], t[t.length - 1]])"):
            clean = lambda text: re.sub(r"[\s\u2066-\u2069]+", "", text)
            self.assertTrue(any(all(clean(word) in clean(page) for word in words) for page in pages), (file.name, words))
        digits = lambda text: sorted(re.findall(r"\d+", text))
        cells = digits(seen.value("[...document.querySelectorAll('td')].map(e => e.textContent).join(' ')"))
        said = digits(" ".join(pages))
        for figure in set(cells):
            self.assertGreaterEqual(said.count(figure), cells.count(figure), (file.name, figure))


if __name__ == "__main__":
    if not browser.PROGRAM:
        print("skipped: Chromium is not here; apt-get install chromium")
        sys.exit(77)
    program.main()
