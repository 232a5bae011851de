#!/usr/bin/env python3
"""Plain words: what visitors read in English can be read at the age of nine (assets' checklist, "Plain words").

Flesch-Kincaid grade of all texts together at most 4.5, and of none that is long enough to be measured above 7; sentences
of at most 20 words and 15 on average; buttons of at most 4 words; no word of the list below. Read are the catalogue's
texts for visitors, those that they share with staff, and the English words of kiosk.conf but for names.

tests/visitor/rows_test.cpp measures the buttons once more, as they are drawn on every screen.
"""
import re

import sources

GRADE_OF_ALL, GRADE_OF_ONE = 4.5, 7
MEASURED_FROM = 8  # words; the formula means nothing for less
READ_BY_VISITORS = ("visitor.", "common.", "refusal.", "paper.")
LONGEST_SENTENCE, MEAN_SENTENCE, LONGEST_BUTTON = 20, 15, 4

# Jargon, blame, idioms, short forms, and politeness that says nothing.
BANNED = re.compile(
    r"(!|&(?!\w+;)|\betc\b|\be\.g|\bi\.e|\b(please|issue|session|submit|invalid|error|illegal|incorrect|forgot|failed"
    r"|failure|abort|terminate[ds]?|utilise|prior to|in order to|commence|facilitate|regarding|hereby|kindly|asap"
    r"|touch base|bear with|user|must)\b)", re.IGNORECASE)

# Names; in a text they count as two syllables.
NAMES = re.compile(r"\b(Local Government and Social Care Ombudsman|Ombudsman|\S+@\S+|www\.\S+)\b")


def entries(po):
    """(key, text) of every text, plural forms each for itself."""
    for block in sources.text_of(po).split("\n\n"):
        key = re.search(r'^msgid "([^"]+)"$', block, re.MULTILINE)
        if key:
            for text in re.findall(r'^msgstr(?:\[\d\])? "(.*)"$', block, re.MULTILINE):
                yield key.group(1), text.replace('\\"', '"').replace("\\n", "\n")


def plain(text):
    """Without markup; what is filled in counts as a short word."""
    return re.sub(r"\{\w+\}", "five", re.sub(r"<[^>]*>", "", text))


def sentences_of(text):
    return [part for part in re.split(r"(?<=[.?:])\s+|\n", plain(text)) if re.search(r"\w", part)]


def words_of(text):
    return re.findall(r"[A-Za-z0-9][\w'’.@/-]*", text)


def syllables(word):
    word = re.sub(r"[^a-z]", "", word.lower())
    if not word:
        return 1
    word = re.sub(r"(?<=[^aeiouy])es$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyl])e$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)))


def measure(text):
    """Sentences, words and syllables."""
    parts = sentences_of(text)
    words = [word for part in parts for word in words_of(NAMES.sub("reason", part))]
    return len(parts), len(words), sum(map(syllables, words))


def grade(sentences, words, syllables_in):
    return 0.39 * words / sentences + 11.8 * syllables_in / words - 15.59


# Calls that make a button, with what stands between their brackets; and members that hold a button's words.
BUTTON_CALL = re.compile(
    r"\b(?:button|step_next|step_back|go_on|ButtonWords|label|add\(\"home|add)\s*[({]((?:[^(){};]|\([^();]*\)|\{[^{};]*\})*)")
BUTTON_MEMBER = re.compile(
    r"\b(?:more|previous|back|change|fewer|further|take|cancel|done|yes|no|again|send|label)(?:\.label)?"
    r" = (?:\w+\.)?say\(([^;,]*?)[);,]")


def buttons(root):
    """Keys of the texts that stand on buttons, as the sources name them."""
    found = set()
    for _, path in sources.files(root, ("kiosk/visitor",), (".cpp", ".h")):
        text = sources.text_of(path)
        for part in BUTTON_CALL.finditer(text):
            if '"home.' in part.group(1) or not part.group(0).startswith("add"):
                found.update(re.findall(r"\bText::(\w+)", part.group(1)))
        found.update(re.findall(r"ButtonWords\s*\{[^;]*?\bText::(\w+)", text))
        for part in BUTTON_MEMBER.finditer(text):
            found.update(re.findall(r"\bText::(\w+)", part.group(1)))
    return found


def configured(root):
    """(place, text) of the English words of kiosk.conf, names aside."""
    path = root / "kiosk.conf"
    if not path.exists():
        return
    for number, line in enumerate(sources.text_of(path).splitlines(), 1):
        found = re.match(r'(\w+)\.en = "(.*)"$', line)
        if found and found.group(1) not in ("name", "handled_by", "ombudsman"):
            yield f"kiosk.conf:{number}", found.group(2)


def visitors_texts(root):
    """(place, key, text) of all that visitors read."""
    po = "assets/lang/en.po"
    for key, text in entries(root / po):
        if key.startswith(READ_BY_VISITORS):
            yield f'{po}: "{key}"', key, text
    for place, text in configured(root):
        yield place, "", text


def enumerator(key):
    return "".join(word.capitalize() for word in re.split(r"[._]", key))


def faults(root):
    on_buttons = buttons(root)
    total = [0, 0, 0]
    for place, key, text in visitors_texts(root):
        if found := BANNED.search(plain(text)):
            yield f'{place} says "{found.group(0)}": "{text}"'
        sizes = measure(text)
        if not sizes[1]:
            continue
        total = [a + b for a, b in zip(total, sizes)]
        if sizes[1] >= MEASURED_FROM and grade(*sizes) > GRADE_OF_ONE:
            yield f'{place} has a reading grade of {grade(*sizes):.1f}: "{text}"'
        for sentence in sentences_of(text):
            if len(words_of(sentence)) > LONGEST_SENTENCE:
                yield f'{place} has a sentence of {len(words_of(sentence))} words: "{sentence}"'
        if key and enumerator(key) in on_buttons and len(words_of(text)) > LONGEST_BUTTON:
            yield f'{place} is a button of {len(words_of(text))} words: "{text}"'
    if total[1]:
        if grade(*total) > GRADE_OF_ALL:
            yield f"assets/lang/en.po: visitors' texts have a reading grade of {grade(*total):.2f} together"
        if total[1] / total[0] > MEAN_SENTENCE:
            yield f"assets/lang/en.po: visitors' sentences have {total[1] / total[0]:.1f} words on average"


def po_of(**texts):
    return 'msgid ""\nmsgstr ""\n"Language: en\\n"\n' + "".join(
        f'\nmsgid "{key.replace("__", ".")}"\nmsgstr "{text}"\n' for key, text in texts.items())


GOOD_TEXTS = {"visitor__a": "You are in the queue. We call your number when it is your turn.", "visitor__b": "Try again"}
GOOD = {
    "assets/lang/en.po": po_of(**GOOD_TEXTS, desk__a="Please submit the session."),
    "kiosk/visitor/x.cpp": "button({ .label = words.say(Text::VisitorB) });\n",
}
LONG = "We call you to the desk and you can sit down here and wait and then we see what we can do for you today"
HARD = "Administrative procedures necessitate authentication; documentation requirements differ considerably."
BAD = [
    ({"assets/lang/en.po": po_of(**GOOD_TEXTS, visitor__c="Please wait.")}, 'says "Please"'),
    ({"assets/lang/en.po": po_of(**GOOD_TEXTS, visitor__c="Well done!")}, 'says "!"'),
    ({"assets/lang/en.po": po_of(**GOOD_TEXTS, visitor__c=LONG + ".")}, "has a sentence of 25 words"),
    ({"assets/lang/en.po": po_of(**GOOD_TEXTS, visitor__c=HARD)}, "has a reading grade of"),
    ({"assets/lang/en.po": po_of(visitor__a="Administration necessitates documentation.")}, "together"),
    ({"assets/lang/en.po": po_of(visitor__b="Try it one more time")}, "is a button of 5 words"),
    ({"assets/lang/en.po": po_of(visitor__b="Try it one more time"),
      "kiosk/visitor/x.cpp": "step.next = step_next(words.say(Text::VisitorB));\n"}, "is a button of 5 words"),
    ({"assets/lang/en.po": po_of(visitor__b="Try it one more time"),
      "kiosk/visitor/x.cpp": "made.main = button(\"x\", on ? Text::VisitorA : Text::VisitorB, Act::Back);\n"},
     "is a button of 5 words"),
    ({"assets/lang/en.po": po_of(visitor__b="Try it one more time"),
      "kiosk/visitor/x.cpp": "made.yes = words.say(Text::VisitorB);\n"}, "is a button of 5 words"),
    ({"assets/lang/en.po": po_of(**GOOD_TEXTS, paper__a="Please wait.")}, 'says "Please"'),
    ({"kiosk.conf": 'hint.en = "Please submit the documentation."\n'}, "kiosk.conf:1 says"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
