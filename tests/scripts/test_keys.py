#!/usr/bin/env python3
"""Looks for keys of data files that no code reads: each kind of key is changed in a copy of the data, and something that
the program says or writes has to change with it.

Readers refuse a key that they do not know, so what could be left is a key that is read and then forgotten. Of every key
(schema, table, name) some places are tried with other values that the data themselves hold there, then with invented
ones. A value that is refused says nothing; a key is dead when values were accepted and no command told a difference.
usage: test_keys.py PROGRAM [--only WORD] [--verbose]
"""
from __future__ import annotations

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# For whoever reads the file; the program shows no file as a whole.
FOR_READERS = ("title",)
DATA = ("models", "scenarios", "outputs/forms")
PLACES = 3   # of one key that are tried
VALUES = 3   # tried at one place
DIGEST = re.compile(rb"[0-9a-f]{8,64}")
VALUE = re.compile(r'([A-Za-z_][\w-]*)\s*=\s*("(?:[^"\\]|\\.)*"|-?\d[\w.:-]*|true|false)')

# What shows the data, the quickest first: a key is alive with the first difference.
COMMANDS = ["list parameters --format json", "list programmes --format json", "list scenarios", "list agencies", "list origins",
            "check --format json -A zhongwei", "run --no-bands --format json", "run --no-bands --lang en",
            "check --format json DATA/scenarios/agencies/zhongwei/budgets/2024.toml",
            "explain --member C000001", "explain --member E000007", "cash --balance 900万元",
            "explain --person DATA/scenarios/persons/enterprise-2024-04.toml",
            "explain --person DATA/scenarios/persons/civil-service-2019-06.toml",
            "explain --person DATA/scenarios/persons/resident-2024-05.toml",
            "import OFFICE --dry-run --format json", "init begun --from document.xlsx --out OUT/begun", "track --published",
            "run award-660+adjustment-september --no-bands --format json",
            "budget --year 2025 --out OUT/draft", "plan", "check --ranges --format json", "run --format json",
            "template entries --year 2025 --out OUT/entries.xlsx",
            "reforecast --actuals actuals.csv --no-band --format json",
            "sensitivity --year 2024 --method tornado --format json"]


@dataclass(frozen=True)
class Place:
    file: pathlib.Path  # below the root
    start: int
    end: int
    text: str


def label_of(schema: str, header: str, key: str) -> str:
    """Names of parameters are data, not keys."""
    parts = header.split(".") if header else []
    if parts and (parts[0] in ("parameter", "unit") or schema == "recipe"):
        parts = [parts[0], "*"]
    return ".".join([*parts, key])


def places_in(file: pathlib.Path) -> list[tuple[str, Place]]:
    """Each key with a single value, by the name of its table."""
    found: list[tuple[str, Place]] = []
    schema = schema_of(file)
    header, at = "", 0
    for line in file.read_text(encoding="utf-8").splitlines(keepends=True):
        bare = line.split("#")[0] if '"' not in line else line
        if table := re.match(r"\s*\[\[?([^\]]+)\]\]?\s*$", bare):
            header = table.group(1).replace('"', "").strip()
        elif not line.lstrip().startswith("#"):
            for match in VALUE.finditer(line):
                found.append((label_of(schema, header, match.group(1)),
                              Place(file.relative_to(ROOT), at + match.start(2), at + match.end(2), match.group(2))))
        at += len(line)
    return found


def schema_of(file: pathlib.Path) -> str:
    match = re.search(r'^schema\s*=\s*"disburse/([\w-]+)/', file.read_text(encoding="utf-8"), re.M)
    return match.group(1) if match else ""


def all_keys() -> dict[tuple[str, str], list[Place]]:
    keys: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for top in DATA:
        for file in sorted((ROOT / top).rglob("*.toml")):
            for label, place in places_in(file):
                keys[schema_of(file), label].append(place)
    return {key: places for key, places in keys.items() if key[0] and not key[1].endswith("schema") and
            not (key[0] in ("parameters", "bounds", "published") and key[1] in FOR_READERS)}


def invented(text: str) -> list[str]:
    if text in ("true", "false"):
        return ["false" if text == "true" else "true"]
    bare = text.strip('"')
    quote = '"' if text.startswith('"') else ""
    if month := re.fullmatch(r"(\d{4})-(\d\d)(-\d\d)?", bare):
        return [f"{quote}{int(month[1]) + shift}-{month[2]}{month[3] or ''}{quote}" for shift in (1, -1)]
    if re.fullmatch(r"-?\d+", bare):
        return [f"{quote}{int(bare) + 1}{quote}", f"{quote}{int(bare) - 1}{quote}"]
    if re.fullmatch(r"-?\d+\.\d+", bare):
        digits = len(bare.split(".")[1])
        return [f"{quote}{float(bare) * factor:.{digits}f}{quote}" for factor in (1.1, 0.9)]
    return [f'"{bare}另"'] if quote else []


def contents(folder: pathlib.Path) -> bytes:
    """Every file of a folder but manifests; of zips their parts."""
    parts: list[bytes] = []
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.name == "manifest.json":
            continue
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                parts += [archive.read(name) for name in sorted(archive.namelist())]
        else:
            parts.append(file.read_bytes())
    return b"\n".join(parts)


class Copy:
    """A copy of the data that one key is changed in at a time, and what each command says of it unchanged."""

    def __init__(self, program: str, folder: pathlib.Path):
        self.program, self.folder = program, folder
        for top in DATA:
            shutil.copytree(ROOT / top, folder / top, ignore=shutil.ignore_patterns("*.cpp", "*.hpp"))
        shutil.copy(ROOT / "disburse.toml", folder)
        self.before: dict[str, tuple[int, bytes]] = {}
        self.work = folder / "work"
        self.work.mkdir()
        self.make_inputs()

    def make_inputs(self) -> None:
        office = self.work / "office"
        self.said(f"synthesize --as-office {office}")
        for table in office.glob("*.csv"):  # the first rows serve
            rows = table.read_bytes().split(b"\n")
            (self.work / f"office-{table.stem}.csv").write_bytes(b"\n".join(rows[:150]) + b"\n")
        shutil.rmtree(office)
        shutil.copy(next((ROOT / "scenarios/agencies/zhongwei/actuals").glob("*.csv")), self.work / "actuals.csv")
        self.said("budget --year 2025 --out OUT")
        shutil.copy(next((self.work / "OUT").rglob("*.xlsx")), self.work / "document.xlsx")

    def said(self, command: str) -> tuple[int, bytes]:
        out = self.work / "OUT"
        shutil.rmtree(out, ignore_errors=True)
        words = command.replace("OUT", str(out)).replace("DATA", str(self.folder)).replace("OFFICE", " ".join(sorted(f.name for f in self.work.glob("office-*.csv")))).split()
        run = subprocess.run([self.program, *words], cwd=self.work, capture_output=True, check=False, timeout=300,
                             env={**os.environ, "DISBURSE_DATA": str(self.folder)})
        said = run.stdout + run.stderr + (contents(out) if out.exists() else b"")
        return run.returncode, DIGEST.sub(b"", said)

    def unchanged(self, command: str) -> tuple[int, bytes]:
        if command not in self.before:
            self.before[command] = self.said(command)
        return self.before[command]

    def tells(self, place: Place, value: str, commands: list[str]) -> str:
        """"refused", "told" or "silent"."""
        file = self.folder / place.file
        original = file.read_text(encoding="utf-8")
        for command in commands:
            self.unchanged(command)
        try:
            file.write_text(original[:place.start] + value + original[place.end:], encoding="utf-8")
            for command in commands:
                code, said = self.said(command)
                if (code, said) != self.unchanged(command):
                    return "refused" if code not in (0, 3, 6) and code != self.unchanged(command)[0] else "told"
            return "silent"
        finally:
            file.write_text(original, encoding="utf-8")


def verdict(copy: Copy, places: list[Place]) -> str:
    seen = list(dict.fromkeys(place.text for place in places))
    step = max(1, len(places) // PLACES)
    verdicts = set()
    for place in places[::step][:PLACES]:
        others = [text for text in seen if text != place.text][:VALUES - 1]
        for value in (others + invented(place.text))[:VALUES + 1]:
            verdicts.add(copy.tells(place, value, COMMANDS))
            if "told" in verdicts:
                return "told"
    return "silent" if "silent" in verdicts else "refused"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="keys whose schema.name holds this word")
    parser.add_argument("--verbose", action="store_true")
    asked = parser.parse_args()
    keys = {key: places for key, places in all_keys().items() if asked.only in ".".join(key)}
    with tempfile.TemporaryDirectory() as scratch:
        copies = [Copy(str(pathlib.Path(asked.program).resolve()), folder_in(scratch, name)) for name in ("one", "two")]
        idle = list(copies)

        def look(key: tuple[str, str]) -> tuple[tuple[str, str], str]:
            copy = idle.pop()
            try:
                return key, verdict(copy, keys[key])
            finally:
                idle.append(copy)

        with ThreadPoolExecutor(len(copies)) as pool:
            verdicts = dict(pool.map(look, keys))
    for key, said in verdicts.items():
        if said == "silent" or asked.verbose:
            print(f"{said}: {'.'.join(key)} ({keys[key][0].file}: {keys[key][0].text})")
    dead = sum(said == "silent" for said in verdicts.values())
    refused = sum(said == "refused" for said in verdicts.values())
    print(f"{len(keys)} keys changed: {dead} move nothing, {refused} take no other value that was tried")
    return 1 if dead or not keys else 0


def folder_in(scratch: str, name: str) -> pathlib.Path:
    folder = pathlib.Path(scratch) / name
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
