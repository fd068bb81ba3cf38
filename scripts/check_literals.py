#!/usr/bin/env python3
"""Numbers of the law live in TOML: lists the numeric literals in models/**/*.cpp other than 0, 1, 12 and 100.
Limits and columns of files stand in models/readers/file_limits.hpp.

usage: check_literals.py [ROOT]      exit 1 when the list is not empty
"""
import pathlib
import re
import sys

ALLOWED = {"0", "1", "12", "100", "0.0", "1.0"}
NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'(?!\d)|#include[^\n]*', re.DOTALL)
NUMBER = re.compile(r"(?<![\w.])\d[\d']*(?:\.\d+)?(?![\w.])")


def literals(text):
    text = NOISE.sub(lambda m: "\n" * m.group().count("\n"), text)
    for found in NUMBER.finditer(text):
        if found.group() not in ALLOWED:
            yield text.count("\n", 0, found.start()) + 1, found.group()


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    found = 0
    for file in sorted((root / "models").rglob("*.cpp")):
        for line, number in literals(file.read_text(encoding="utf-8")):
            print(f"{file.relative_to(root).as_posix()}:{line}: {number}")
            found += 1
    print(f"{found} numbers in the formulas that belong in TOML")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
