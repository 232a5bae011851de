#!/usr/bin/env python3
"""Plain words: what visitors read in English can be read at the age of nine (assets' checklist, "Plain words").

Flesch-Kincaid grade of all texts together at most 4.5, and of none that is long enough to be measured above 7; sentences
of at most 20 words and 15 on average; buttons of at most 4 words; no word of the list below.
"""
import re

import sources

GRADE_OF_ALL, GRADE_OF_ONE = 4.5, 7
MEASURED_FROM = 8  # words; the formula means nothing for less
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


def buttons(root):
    """Keys of the texts that stand on buttons, as the sources name them."""
    found = set()
    for _, path in sources.files(root, ("kiosk/visitor",), (".cpp",)):
        text = sources.text_of(path)
        found.update(re.findall(r"ButtonWords\s*\{[^;]*?\bText::(\w+)", text))
        found.update(re.findall(r"\blabel = (?:\w+\.)?say\(\s*Text::(\w+)", text))
        found.update(re.findall(r"\bchange = (?:\w+\.)?say\(\s*Text::(\w+)", text))
    return found


def enumerator(key):
    return "".join(word.capitalize() for word in re.split(r"[._]", key))


def faults(root):
    po = root / "assets/lang/en.po"
    on_buttons = buttons(root)
    total = [0, 0, 0]
    for key, text in entries(po):
        if not key.startswith("visitor."):
            continue
        if found := BANNED.search(plain(text)):
            yield f'assets/lang/en.po: "{key}" says "{found.group(0)}": "{text}"'
        sizes = measure(text)
        if not sizes[1]:
            continue
        total = [a + b for a, b in zip(total, sizes)]
        if sizes[1] >= MEASURED_FROM and grade(*sizes) > GRADE_OF_ONE:
            yield f'assets/lang/en.po: "{key}" has a reading grade of {grade(*sizes):.1f}: "{text}"'
        for sentence in sentences_of(text):
            if len(words_of(sentence)) > LONGEST_SENTENCE:
                yield f'assets/lang/en.po: "{key}" has a sentence of {len(words_of(sentence))} words: "{sentence}"'
        if enumerator(key) in on_buttons and len(words_of(text)) > LONGEST_BUTTON:
            yield f'assets/lang/en.po: "{key}" is a button of {len(words_of(text))} words: "{text}"'
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
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
