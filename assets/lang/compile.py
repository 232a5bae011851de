#!/usr/bin/env python3
"""Compiles the catalogues: checks every .po file with gettext's msgfmt, holds all languages to the keys of
en.po, and writes what the program is built from.

    compile.py LANG_FOLDER OUT_FOLDER

Written: LANG.mo for each language, text_keys.h (the keys as an enum), text_table.inc (their names) and
catalogue_data.cpp (the .mo files inside the program). A missing, extra or wrongly filled text stops the build and
is named.
"""
import gettext
import pathlib
import re
import string
import subprocess
import sys


# Texts that only staff and administrators read. A catalogue whose header has "X-Scope: visitors" may leave
# them out; they then appear in English.
STAFF = ("cli.", "demo.", "desk.", "manager.")


def enumerator(key):
    return "".join(word.capitalize() for word in re.split(r"[._]", key))


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def compile_one(po, out):
    mo = out / (po.stem + ".mo")
    done = subprocess.run(
        ["msgfmt", "--check", "--output-file", str(mo), str(po)], capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{po}: msgfmt refuses it:\n{done.stderr}")
    with open(mo, "rb") as file:
        catalogue = gettext.GNUTranslations(file)
    singles, plurals = {}, {}
    for key, text in catalogue._catalog.items():
        if isinstance(key, tuple):
            plurals.setdefault(key[0], []).append(text)
        elif key:
            singles[key] = text
    forms = int(re.search(r"nplurals=(\d+)", catalogue.info()["plural-forms"]).group(1))
    return Texts(singles, plurals, forms, catalogue)


class Texts:
    """One language: texts by key, texts of each plural form by key."""

    def __init__(self, singles, plurals, forms, catalogue):
        self.singles, self.plurals, self.forms = singles, plurals, forms
        self.for_visitors = catalogue.info().get("x-scope") == "visitors"
        self.form_of = catalogue.plural

    def may_lack(self, key):
        return self.for_visitors and key.startswith(STAFF)

    def characters(self):
        """Every character that a visitor may read, once."""
        texts = [text for key, text in self.singles.items() if not key.startswith(STAFF)]
        texts += [text for key, forms in self.plurals.items() if not key.startswith(STAFF) for text in forms]
        return "".join(sorted({c for text in texts for c in text if c.isprintable()}))


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def complete(po, texts, english, out):
    """Compiles it again, with English where it may lack a text."""
    lacks = [key for key in english.singles.keys() - texts.singles.keys()]
    lacks_plural = [key for key in english.plurals.keys() - texts.plurals.keys()]
    if not lacks and not lacks_plural:
        return
    added = "".join(f"\nmsgid {quoted(key)}\nmsgstr {quoted(english.singles[key])}\n" for key in sorted(lacks))
    for key in sorted(lacks_plural):
        one, other = english.plurals[key]
        added += f"\nmsgid {quoted(key)}\nmsgid_plural {quoted(key)}\n"
        for form in range(texts.forms):
            added += f"msgstr[{form}] {quoted(one if form == texts.form_of(1) else other)}\n"
    whole = out / (po.stem + ".complete.po")
    whole.write_text(po.read_text(encoding="utf-8").rstrip("\n") + "\n" + added, encoding="utf-8")
    subprocess.run(["msgfmt", "--output-file", str(out / (po.stem + ".mo")), str(whole)], check=True)


def check(language, texts, english, faults):
    singles, plurals, forms = texts.singles, texts.plurals, texts.forms
    english = (english.singles, english.plurals)
    for key in sorted(english[0].keys() - singles.keys()):
        if not texts.may_lack(key):
            faults.append(f"{language}.po: \"{key}\" is missing or empty; English says: {english[0][key]}")
    for key in sorted(english[1].keys() - plurals.keys()):
        if not texts.may_lack(key):
            faults.append(f"{language}.po: \"{key}\" is missing or has no plural forms; English says: {english[1][key][-1]}")
    for key in sorted((singles.keys() - english[0].keys()) | (plurals.keys() - english[1].keys())):
        faults.append(f"{language}.po: \"{key}\" is not in en.po (or has plural forms in one of the two alone); remove it")
    for key in singles.keys() & english[0].keys():
        if placeholders(singles[key]) != placeholders(english[0][key]):
            faults.append(f"{language}.po: \"{key}\" must have exactly the placeholders of English: {english[0][key]}")
    for key in plurals.keys() & english[1].keys():
        allowed = placeholders(english[1][key][-1])
        if len([text for text in plurals[key] if text]) != forms:
            faults.append(f"{language}.po: \"{key}\" needs {forms} plural forms")
        for text in plurals[key]:
            if not placeholders(text) <= allowed or allowed - placeholders(text) - {"count"}:
                faults.append(f"{language}.po: \"{key}\" must have the placeholders of English: {english[1][key][-1]}")


def write_if_changed(path, text):
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    files = {po.stem: po for po in sorted(source.glob("*.po"))}
    compiled = {language: compile_one(po, out) for language, po in files.items()}
    english = compiled["en"]
    faults = []
    for language, texts in compiled.items():
        check(language, texts, english, faults)
    if faults:
        sys.exit("\n".join(faults))

    for language, texts in compiled.items():
        complete(files[language], texts, english, out)
    keys = sorted(english.singles.keys() | english.plurals.keys())
    write_if_changed(
        out / "text_keys.h",
        "// Generated from assets/lang/en.po.\n#pragma once\n\n#include <cstdint>\n\nnamespace nextplease {\n\nenum class Text : std::uint16_t {\n"
        + "".join(f"    {enumerator(key)}, // {key}\n" for key in keys)
        + "};\n\n} // namespace nextplease\n",
    )
    write_if_changed(
        out / "text_table.inc",
        "".join(f'    {{ "{key}", {"true" if key in english.plurals else "false"} }},\n' for key in keys),
    )
    order = ["en"] + [language for language in files if language != "en"]
    data = '// Generated: the compiled catalogues.\n#include "core/base/catalogue_data.h"\n\n'
    for language in order:
        symbol = "nextplease_mo_" + re.sub(r"\W", "_", language)
        data += (
            f'asm(".section .rodata\\n.balign 8\\n{symbol}:\\n.incbin \\"{out / (language + ".mo")}\\"\\n'
            f'{symbol}_end:\\n.byte 0\\n.previous\\n");\n'
            f'extern const char {symbol}[] asm("{symbol}");\nextern const char {symbol}_end[] asm("{symbol}_end");\n'
        )
    data += "\nnamespace nextplease {\n\nconst std::vector<CompiledCatalogue>& compiled_catalogues()\n{\n"
    data += "    static const std::vector<CompiledCatalogue> all {\n"
    for language in order:
        symbol = "nextplease_mo_" + re.sub(r"\W", "_", language)
        data += f'        {{ "{language}", std::string_view({symbol}, static_cast<std::size_t>({symbol}_end - {symbol})), {quoted(compiled[language].characters())} }},\n'
    data += "    };\n    return all;\n}\n\n} // namespace nextplease\n"
    write_if_changed(out / "catalogue_data.cpp", data)
    (out / "stamp").touch()


main()
