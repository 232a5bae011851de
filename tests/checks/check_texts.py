#!/usr/bin/env python3
"""Every text of the catalogue is used somewhere, and no face has words of its own."""
import re

import sources

FACES = ("kiosk/visitor", "kiosk/desk", "kiosk/board", "kiosk/manager", "kiosk/ui")

# Statements in which words are for programmers, administrators or logs, not for those in front of a screen.
NOT_SHOWN = re.compile(r"\b(throw|assert|static_assert|log::\w+|InputError|Failure|logic_error|cut_off)\b|#include")
LITERAL = re.compile(r'(?<!R)"((?:[^"\\\n]|\\.)*)"')
WORDS = re.compile(r"[A-Za-z] +[A-Za-z]*[a-z]{2,}|^[A-Z][a-z]{3,}[.?]?$")
# Names of fonts, and what stands on keys.
SAME_EVERYWHERE = re.compile(r"^(Noto|DejaVu|Sans|Serif)\b|^(Enter|Shift|Space|Home|Delete)$")


def keys_of(po):
    return re.findall(r'^msgid "([^"]+)"', sources.text_of(po), re.MULTILINE)


def enumerator(key):
    return "".join(word.capitalize() for word in re.split(r"[._]", key))


def without_comments(text):
    """Comments and raw strings blanked, line numbers kept."""
    text = re.sub(r'R"\((.*?)\)"', lambda found: '""' + "\n" * found.group(0).count("\n"), text, flags=re.DOTALL)
    pattern = re.compile(r'("(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\')|//[^\n]*|/\*.*?\*/', re.DOTALL)
    return pattern.sub(lambda found: found.group(1) or "\n" * found.group(0).count("\n"), text)


def literal_faults(name, text):
    line = 1
    # A statement ends at ; { or } outside a literal.
    for statement in re.findall(r'(?:"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'|[^;{}"])+[;{}]?', text):
        if not NOT_SHOWN.search(statement):
            for found in LITERAL.finditer(statement):
                words = re.sub(r"<[^>]*>|\{[^}]*\}", "", found.group(1))
                if WORDS.search(words) and not SAME_EVERYWHERE.match(words):
                    at = line + statement.count("\n", 0, found.start())
                    yield f"{name}:{at}: \"{found.group(1)}\" looks like words that people see: give it a Text key"
        line += statement.count("\n")


def faults(root):
    used = set()
    for name, path in sources.files(root, ("core", "kiosk"), (".h", ".cpp")):
        text = without_comments(sources.text_of(path))
        used.update(re.findall(r"\bText::(\w+)", text))
        if name.startswith(FACES):
            yield from literal_faults(name, text)
    for key in keys_of(root / "assets/lang/en.po"):
        if enumerator(key) not in used:
            yield f"assets/lang/en.po: \"{key}\" is not used: remove it, or use Text::{enumerator(key)}"


PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "desk.call_next"\nmsgstr "Call next"\n'
GOOD = {
    "assets/lang/en.po": PO,
    "kiosk/desk/screen.cpp": """
// "Call next" in a comment is no word of a face.
#include "kiosk/desk/screen.h"
void draw() {
    say(Text::DeskCallNext);
    probe("call-next"); key("F2"); family("Noto Sans"); font = "Noto Sans, Noto Nastaliq Urdu";
    throw InputError(fmt::format("there is no desk \\"{}\\": "
                                 "write one of them", name));
    const char* configuration = R"(<dir>some words here</dir>)";
    time("{:02}:{:02}"); code('"'); markup("<b>{}</b>");
}
""",
}
BAD = [
    ({"assets/lang/en.po": PO + '\nmsgid "desk.undo_call"\nmsgstr "Undo"\n'}, "\"desk.undo_call\" is not used"),
    ({"kiosk/desk/x.cpp": "// Text::DeskCallNext\n", "kiosk/desk/screen.cpp": ""}, "\"desk.call_next\" is not used"),
    ({"kiosk/board/x.cpp": "int a;\nvoid f() { draw(\"Please go to\"); }\n"}, "kiosk/board/x.cpp:2"),
    ({"kiosk/visitor/x.cpp": "auto a = \"<b>about {} min</b>\" + said;\n"}, "looks like words"),
    ({"kiosk/desk/x.cpp": "void f() { throw InputError(\"no desk here\"); }\nbutton(\"Cancel\");\n"}, "x.cpp:2"),
    ({"kiosk/desk/x.cpp": "\nchar c = '\"';\nlabel(\"Take a break\");\n"}, "x.cpp:3"),
]

if __name__ == "__main__":
    sources.main(faults, GOOD, BAD)
