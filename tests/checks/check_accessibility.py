#!/usr/bin/env python3
"""Every row of the accessibility checklist has what decides it: a test that is named by its number where a program can,
a line of assets/install-checklist.md where a person must, both where it takes both.

A test is named by a row if the number stands in the name of a TEST_CASE before its colon ("S6, S11: ..."), or at the
beginning of a check's or a Python test's documentation ("S20: ...").
"""
import re

import sources

# What the checklist asks for, in few words. A: a program decides it; M: a person must.
ROWS = {
    "S1": ("A", "everything works without sight"),
    "S2": ("AM", "a touch tells before it acts"),
    "S3": ("A", "speech is begun without sight"),
    "S4": ("AM", "a socket for headphones"),
    "S5": ("M", "a sign in Braille"),
    "S6": ("A", "speech is stopped and repeated"),
    "S7": ("A", "speech says what the screen shows"),
    "S8": ("A", "everything has a name"),
    "S9": ("A", "secrets are not spoken"),
    "S10": ("A", "personal words by headphones only"),
    "S11": ("A", "no other sound over speech"),
    "S12": ("A", "volume in steps"),
    "S13": ("M", "the loudspeaker is loud enough"),
    "S14": ("AM", "the next visitor begins anew"),
    "S15": ("AM", "the voice speaks the language shown"),
    "S16": ("A", "mistakes are spoken"),
    "S17": ("A", "the ticket is spoken"),
    "S18": ("A", "speed, and codes letter by letter"),
    "S19": ("A", "the curtain"),
    "S20": ("AM", "no step needs the visitor's voice or face"),
    "C1": ("A", "contrast of text"),
    "C2": ("A", "contrast of the contrast theme"),
    "C3": ("A", "contrast of edges, icons and focus"),
    "C4": ("AM", "size of text"),
    "C5": ("AM", "least size of text"),
    "C6": ("A", "colour is never alone"),
    "C7": ("A", "the focus is seen"),
    "C8": ("A", "flashes"),
    "C9": ("A", "nothing moves by itself"),
    "C10": ("A", "nothing is cut off"),
    "H1": ("A", "what is heard is seen"),
    "H2": ("M", "induction loop"),
    "H3": ("AM", "loudness of speech and chime"),
    "H4": ("A", "come and fetch me"),
    "T1": ("A", "least size of targets"),
    "T2": ("A", "enhanced size of targets"),
    "T3": ("A", "the kiosk's size of targets"),
    "T4": ("A", "no target at the rim"),
    "T5": ("A", "a touch acts when it lifts"),
    "T6": ("A", "a long press is one"),
    "T7": ("A", "a trembling hand"),
    "T8": ("A", "palms and second fingers"),
    "T9": ("M", "one hand, little force"),
    "T10": ("M", "the paper stands out"),
    "T11": ("A", "the same place on every screen"),
    "K1": ("A", "time can be extended"),
    "K2": ("A", "time runs out by two senses"),
    "K3": ("A", "slow walkers are waited for"),
    "K4": ("A", "mistakes are named, and mended"),
    "K5": ("A", "nothing is asked twice"),
    "K6": ("A", "the same name is the same thing"),
    "K7": ("A", "one question, few choices"),
    "R1": ("AM", "reach"),
    "R2": ("M", "reach over a shelf"),
    "R3": ("AM", "better reach"),
    "R4": ("M", "room for knees"),
    "R5": ("A", "low controls in pixels"),
    "R6": ("M", "seen from a chair"),
    "R7": ("M", "the floor"),
    "B1": ("A", "the board"),
    "B2": ("M", "the page on the phone: with its server, also by a program"),
    "B3": ("A", "the printed ticket"),
    "B4": ("A", "the desk by keyboard"),
    "L1": ("A", "languages by their own names"),
    "L2": ("A", "plural forms"),
    "L3": ("A", "right to left"),
    "L4": ("A", "numbers and codes in any direction"),
    "L5": ("A", "fonts"),
    "L6": ("A", "missing translations"),
    "L7": ("A", "voices of languages"),
    "L8": ("A", "codes that are not mistaken"),
}

NUMBER = r"[SCHTKRBL]\d{1,2}\b"
NUMBERS = re.compile(rf"((?:{NUMBER}[, ]*)+):")
CHECKLIST = "assets/install-checklist.md"


def numbers_before_colon(name):
    found = NUMBERS.match(name)
    return re.findall(NUMBER, found.group(1)) if found else []


def named_by_tests(root):
    """Rows that are in the name of some test."""
    found = set()
    for _, path in sources.files(root, ("tests",), (".cpp",)):
        for name in re.findall(r'\bTEST_CASE\(\s*"((?:[^"\\]|\\.)*)"', sources.text_of(path)):
            found.update(numbers_before_colon(name))
    for _, path in sources.files(root, ("tests",), (".py",)):
        for words in re.findall(r'^\s*"""(.*)', sources.text_of(path), re.MULTILINE):
            found.update(numbers_before_colon(words))
    return found


def in_checklist(root):
    path = root / CHECKLIST
    return set(re.findall(r"^\| ([SCHTKRBL]\d{1,2}) \|", sources.text_of(path), re.MULTILINE)) if path.exists() else set()


def faults(root):
    tested, by_person = named_by_tests(root), in_checklist(root)
    for row, (how, what) in ROWS.items():
        if "A" in how and row not in tested:
            yield f'no test is named by {row} ("{what}"): name one "{row}: what it makes sure of"'
        if "M" in how and row not in by_person:
            yield f'{CHECKLIST} has no line for {row} ("{what}")'
    for row in sorted((tested | by_person) - ROWS.keys()):
        yield f"{row} is in a test's name or in {CHECKLIST}, and is no row of the checklist"


ALL_TESTS = "".join(f'TEST_CASE("{row}: x")\n' for row, (how, _) in ROWS.items() if "A" in how and row != "S20")
LISTED = "".join(f"| {row} | x | y | |\n" for row, (how, _) in ROWS.items() if "M" in how)
GOOD = {
    "tests/ui/x_test.cpp": ALL_TESTS,
    "tests/checks/check_x.py": '#!/usr/bin/env python3\n"""S20: nobody listens."""\n',
    CHECKLIST: LISTED,
}
BAD = [
    ({"tests/ui/x_test.cpp": ALL_TESTS.replace('"C7: x"', '"the ring of C7"')}, "no test is named by C7"),
    ({"tests/checks/check_x.py": "# S20: nobody listens\n"}, "no test is named by S20"),
    ({CHECKLIST: LISTED.replace("| R4 |", "| R 4 |")}, "no line for R4"),
    ({"tests/ui/y_test.cpp": 'TEST_CASE("S21: x")\n'}, "S21 is in a test's name"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
