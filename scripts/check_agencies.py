#!/usr/bin/env python3
"""What is an agency's own stands in its folder: lists every name, code, headcount and amount of an agency or region that
stands in C++ outside of the tests.

Names are those of folders (in any case), titles, and the issuers of documents that no national file cites; codes are of
units; headcounts those of roster.toml from 1,000 on that are not round; amounts those that budgets print with cents.  usage: check_agencies.py [ROOT]      exit 1 when the list is not empty
"""
import pathlib
import re
import sys
import tomllib

ROOMS = ("engine", "models", "outputs", "scenarios")
INCLUDE = re.compile(r"#include[^\n]*")
ISSUER = re.compile(r"[\u4e00-\u9fff]{2,6}(?=〔20\d\d〕)")  # 国办发〔2019〕13号


def values_of(node):
    """Every text of a parsed file."""
    if isinstance(node, dict):
        node = node.values()
    if isinstance(node, str):
        yield node
    elif not isinstance(node, (int, float, bool)) and hasattr(node, "__iter__"):
        for inner in node:
            yield from values_of(inner)


def is_count(text):
    return text.isdigit() and int(text) >= 1000 and int(text) % 100 != 0


def own_words(folder):
    read = lambda name: tomllib.loads((folder / name).read_text(encoding="utf-8"))
    agency = read("agency.toml")
    words = {agency["name"], agency["title"], agency.get("code", ""), agency["title"][:2]}
    if (folder / "roster.toml").exists():
        for parameter in read("roster.toml").get("counts", {}).values():
            words |= {value["value"] for value in parameter["values"] if is_count(value["value"])}
    for budget in sorted((folder / "budgets").glob("*.toml")):
        words |= {text for text in values_of(tomllib.loads(budget.read_text(encoding="utf-8")))
                  if re.fullmatch(r"\d{2,}\.\d\d", text) and not text.endswith("00")}
    return words - {""}


def issuers(folders):
    """Those who issued the documents that the files below cite."""
    found = set()
    for folder in folders:
        for file in sorted(folder.rglob("*.toml")):
            found |= set(ISSUER.findall(file.read_text(encoding="utf-8")))
    return found


def national(folder):
    return [folder / "common", folder / "programmes"]


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    regions = root / "models" / "regions"
    words = {folder.name for folder in regions.glob("*") if folder.is_dir()}
    words |= issuers([regions, root / "scenarios" / "agencies"]) - issuers(national(root / "models"))
    for file in (root / "scenarios" / "agencies").glob("*/agency.toml"):
        words |= own_words(file.parent)
    pattern = re.compile("|".join(rf"(?<![\w.])(?i:{re.escape(word)})(?![\w.])" if word.isascii() else re.escape(word)
                                  for word in sorted(words, key=len, reverse=True)))
    found = 0
    for room in ROOMS:
        for file in sorted((root / room).rglob("*.[ch]pp")):
            text = INCLUDE.sub("", file.read_text(encoding="utf-8").replace("'", ""))
            for hit in pattern.finditer(text):
                print(f"{file.relative_to(root).as_posix()}:{text.count(chr(10), 0, hit.start()) + 1}: {hit.group()}")
                found += 1
    print(f"{len(words)} words of agencies, {found} of them in C++")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
