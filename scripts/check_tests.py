#!/usr/bin/env python3
"""Lists the units without a test in the mirrored place, and tells how many lines of tests stand against lines of code.

A unit is a header with its sources and with what is named after it (`draft_tables` is a part of `draft`);
`tests/PATH/UNIT_test.cpp` tests it, or each part has a test of its own. A programme's formula is tested by the cases of
tests/cases. A header without a branch or a loop holds data and names and needs no test; nor does a `main.cpp` without
them, which only hands over to a unit that is tested.

usage: check_tests.py [ROOT] [--most N] [--least RATIO]   exit 1 with more than N units without a test, or below RATIO
"""
from __future__ import annotations

import argparse
import pathlib
import re
import sys

ROOMS = ("engine", "models", "outputs", "scenarios")
LOGIC = re.compile(r"\b(if|for|while|switch)\b( constexpr)? \(|\? .* : ")
COMMENT = re.compile(r"//.*")


def has_logic(file: pathlib.Path) -> bool:
    return any(LOGIC.search(COMMENT.sub("", line)) for line in file.read_text(encoding="utf-8").splitlines())


def unit_of(root: pathlib.Path, file: pathlib.Path) -> pathlib.Path:
    """The shortest header of the folder by whose name the file's begins (`draft_tables` is a part of `draft`); else, of
    a source without a header, the header of its folder that it includes first; else the file itself."""
    words = file.stem.split("_")
    for count in range(1, len(words) + 1):
        header = file.with_name("_".join(words[:count]) + ".hpp")
        if header.exists():
            return header.with_suffix("")
    for name in re.findall(r'^#include "([^"]+)"', file.read_text(encoding="utf-8"), re.M):
        header = root / name
        if header.parent == file.parent and header.exists():
            return unit_of(root, header)
    return file.with_suffix("")


def units(root: pathlib.Path) -> dict[pathlib.Path, list[pathlib.Path]]:
    """Units with their parts: sources, and headers (or a main.cpp) with logic."""
    found: dict[pathlib.Path, list[pathlib.Path]] = {}
    for room in ROOMS:
        for file in sorted((root / room).rglob("*.[ch]pp")):
            if (file.suffix == ".cpp" and file.name != "main.cpp") or has_logic(file):
                found.setdefault(unit_of(root, file), []).append(file)
    return found


def programmes_with_cases(root: pathlib.Path) -> set[str]:
    cases = (case.read_text(encoding="utf-8") for case in (root / "tests" / "cases").glob("*.toml"))
    return {name for case in cases for name in re.findall(r'^programme = "(\w+)"', case, re.M)}


def is_tested(root: pathlib.Path, unit: pathlib.Path, parts: list[pathlib.Path]) -> bool:
    def test(path: pathlib.Path) -> bool:
        return (root / "tests" / path.relative_to(root)).with_name(path.stem + "_test.cpp").exists()

    if unit.parent == root / "models" / "programmes" and unit.name in programmes_with_cases(root):
        return True
    return test(unit) or all(test(part.with_suffix("")) for part in parts)


def lines(files: list[pathlib.Path]) -> int:
    return sum(1 for file in files for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def main() -> int:
    words = argparse.ArgumentParser()
    words.add_argument("root", nargs="?", default=pathlib.Path(__file__).resolve().parent.parent, type=pathlib.Path)
    words.add_argument("--most", type=int)
    words.add_argument("--least", type=float)
    asked = words.parse_args()
    root = asked.root.resolve()
    found = units(root)
    missing = [unit for unit, parts in sorted(found.items()) if not is_tested(root, unit, parts)]
    code = lines([file for room in ROOMS for file in (root / room).rglob("*.[ch]pp")])
    tests = lines([*(root / "tests").rglob("*.[ch]pp"), *(root / "tests").rglob("*.py")])
    for unit in missing:
        print(f"no test: {unit.relative_to(root)}")
    print(f"{len(found)} units, {len(missing)} without a test; {tests} lines of tests for {code} of code, "
          f"{tests / code:.2f}")
    too_many = asked.most is not None and len(missing) > asked.most
    too_few = asked.least is not None and tests < asked.least * code
    return 1 if too_many or too_few else 0


if __name__ == "__main__":
    sys.exit(main())
