#!/usr/bin/env python3
"""The words check: both languages exist for every sentence, and the engine speaks none.

- Every pattern ("..."_m in engine, models, scenarios and outputs) has its Chinese in outputs/text/chinese*.cpp, once, with
  the same gaps; an entry that no pattern uses is a fault.
- No literal of engine/ holds Chinese, but for engine/app, which says both languages in pairs, and the files of PARSED,
  which read Chinese documents.

usage: check_words.py [ROOT] [--missing]      exit 1 when a rule is broken; --missing prints the bare patterns that lack Chinese
"""
import pathlib
import re
import sys

CATALOGUE = "outputs/text/chinese*.cpp"
# Words of Chinese documents that are read, compared or addressed; these files say them to nobody.
PARSED = {
    "engine/base/money.cpp": "units of amounts as people write them",
    "engine/budget/official.hpp": "names of the official forms' tables, rows and columns",
    "engine/budget/layout.cpp": "the official forms' rows and columns",
    "engine/budget/form_mapping.cpp": "sections of the document's text",
    "engine/budget/printed.cpp": "numbers and periods in printed sentences",
    "engine/comparison/documents.cpp": "stops in references",
    "engine/storage/form_workbook.hpp": "the mark of a row that is an example",
    "engine/support/text_width.cpp": "marks that may not begin or end a line",
}
FACE = "engine/app/"  # the command line speaks itself: in pairs, say(language, zh, en)
CHINESE = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
STRING = r'"(?:\\.|[^"\\\n])*"'
TOKEN = re.compile(rf'//[^\n]*|/\*.*?\*/|R"\w*\(.*?\)\w*"|\'(?:\\.|[^\'\\\n])+\'(?!\d)|{STRING}(?:\s*{STRING})*(?:_m\b)?', re.DOTALL)
ENTRY = re.compile(rf"\{{((?:\s*{STRING})+),((?:\s*{STRING})+)\}}", re.DOTALL)


def joined(literals):
    return "".join(part[1:-1] for part in re.findall(STRING, literals))


def literals(text):
    """Line and source of each string literal outside comments; adjacent ones as one."""
    for found in TOKEN.finditer(text):
        if found.group().startswith(('"', "R")):
            yield text.count("\n", 0, found.start()) + 1, found.group()


def gaps(pattern):
    """The arguments that a pattern shows: {} in order, {0} by number."""
    shown, following = set(), 0
    for number in re.findall(r"\{(\d?)\}", pattern):
        shown.add(int(number) if number else following)
        following += not number
    return shown


def main():
    arguments = [one for one in sys.argv[1:] if not one.startswith("--")]
    root = pathlib.Path(arguments[0] if arguments else pathlib.Path(__file__).parent.parent)
    faults, patterns = [], {}
    for top in ("engine", "models", "scenarios", "outputs"):
        for file in sorted((root / top).rglob("*.[ch]pp")):
            path = file.relative_to(root).as_posix()
            for line, literal in literals(file.read_text(encoding="utf-8")):
                if literal.endswith("_m") and joined(literal):
                    patterns.setdefault(joined(literal), f"{path}:{line}")
                if top == "engine" and not path.startswith(FACE) and path not in PARSED and CHINESE.search(literal):
                    faults.append(f"{path}:{line}: Chinese in the engine: {literal}")
    chinese = {}
    for file in sorted(root.glob(CATALOGUE)):
        path = file.relative_to(root).as_posix()
        for entry in ENTRY.finditer(file.read_text(encoding="utf-8")):
            pattern, words = joined(entry.group(1)), joined(entry.group(2))
            if pattern in chinese:
                faults.append(f"{path}: twice: {pattern}")
            if gaps(pattern) != gaps(words):
                faults.append(f"{path}: other gaps than the pattern's: {pattern} | {words}")
            if pattern not in patterns:
                faults.append(f"{path}: no longer said: {pattern}")
            chinese[pattern] = words
    for pattern, place in sorted(patterns.items()):
        if pattern not in chinese and re.search("[A-Za-z]", re.sub(r"\\.", "", pattern)):
            faults.append(f"{place}: has no Chinese: {pattern}")
            if "--missing" in sys.argv:
                print(pattern)
    if "--missing" not in sys.argv:
        for fault in faults:
            print("broken:", fault)
        print(f"{len(patterns)} patterns, {len(chinese)} with Chinese, {len(faults)} rules broken")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
