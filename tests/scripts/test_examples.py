#!/usr/bin/env python3
"""Every command on every shipped agency: each ends well, and no output of one says a word of another.

A word of another agency is its name, its title, its place (the title's first two characters), its unit's code, its region's
name, an amount that only its budgets print, or a functional line that it has and this one has not.
usage: test_examples.py PROGRAM SOURCE_FOLDER [AGENCY...]
"""
from __future__ import annotations

import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import zipfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).absolute(), pathlib.Path(sys.argv[2]).absolute()
AGENCIES = SOURCE / "scenarios" / "agencies"
MONTHS_PAID = 4
faults: list[str] = []


def values_of(node):
    if isinstance(node, dict):
        node = node.values()
    if isinstance(node, str):
        yield node
    elif hasattr(node, "__iter__"):
        for inner in node:
            yield from values_of(inner)


class Agency:
    def __init__(self, folder: pathlib.Path):
        told = tomllib.loads((folder / "agency.toml").read_text(encoding="utf-8"))
        self.folder, self.name, self.title = folder, told["name"], told["title"]
        self.region, self.code = told.get("region", ""), told.get("code", "")
        budgets = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted((folder / "budgets").glob("*.toml"))]
        self.year = max(budget["fiscal_year"] for budget in budgets)
        self.texts = {text for budget in budgets for text in values_of(budget)}
        self.lines = {text for text in self.texts if re.fullmatch(r"2[012]\d{5}", text)}
        self.amounts = {text for text in self.texts if re.fullmatch(r"\d{3,}\.\d\d", text) and not text.endswith("00")}
        scenarios = sorted(file.stem for file in (folder / "scenarios").glob("*.toml"))
        self.what_if = next(name for name in scenarios if name != told["scenario"])

    def strangers(self, others: list["Agency"]) -> re.Pattern:
        words: set[str] = set()
        numbers: set[str] = set()
        for other in others:
            words |= {other.name, other.title, other.title[:2]}
            words |= {other.region} if other.region != self.region else set()
            numbers |= (other.lines - self.texts) | (other.amounts - self.texts) | ({other.code} - {self.code, "000000"})
        numbers |= {f"{float(number):,.2f}" for number in numbers if "." in number}
        parts = [re.escape(word) for word in sorted(words - {""}, key=len, reverse=True)]
        parts += [rf"(?<![\d.,]){re.escape(number)}(?![\d.,])" for number in sorted(numbers - {""})]
        return re.compile("|".join(parts))


def text_of(name: str, data: bytes) -> str:
    """All that a reader of the file sees: of workbooks and documents, of each part."""
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(text_of(part, archive.read(part)) for part in archive.namelist())
    return data.decode("utf-8", errors="ignore")


class Office:
    """One agency's folder of work."""

    def __init__(self, agency: Agency, folder: pathlib.Path, strangers: re.Pattern):
        self.agency, self.folder, self.strangers = agency, folder, strangers
        self.count = 0

    def run(self, line: str, accepted: tuple[int, ...] = (0,)) -> str:
        self.count += 1
        environment = {**os.environ, "DISBURSE_AGENCY": self.agency.name, "DISBURSE_LANG": "zh",
                       "DISBURSE_DATA": str(SOURCE)}
        done = subprocess.run(["bash", "-c", line.replace("disburse", f"'{PROGRAM}'", 1)], cwd=self.folder,
                              env=environment, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode not in accepted:
            faults.append(f"{self.agency.name}: {line}: exit {done.returncode}\n    {done.stderr.strip()[:600]}")
        self.look(line, done.stdout + done.stderr)
        return done.stdout

    def look(self, where: str, text: str) -> None:
        for shown in (str(SOURCE), str(self.folder)):
            text = text.replace(shown, "")
        found = self.strangers.search(text)
        if found:
            around = text[max(0, found.start() - 60):found.end() + 60].replace("\n", " ")
            faults.append(f"{self.agency.name}: {where}: speaks of another agency: {found.group()!r} in: {around}")

    def look_at_files(self) -> None:
        for file in sorted(self.folder.rglob("*")):
            if file.is_file():
                self.look(str(file.relative_to(self.folder)), text_of(file.name, file.read_bytes()))


def paid(run: dict) -> str:
    rows = ["项目,月份,金额（元）"]
    for programme in run["programmes"]:
        rows += [f"{programme['name']},{month['month']},{month['line_fen'] / 100:.2f}"
                 for month in programme["monthly"][:MONTHS_PAID]]
    return "\n".join(rows) + "\n"


def work(office: Office) -> None:
    agency, year = office.agency, office.agency.year
    office.run("disburse check -A " + agency.name)
    office.run(f"disburse check '{agency.folder}/budgets/{year}.toml'", (0, 6))
    for topic in ("scenarios", "programmes", "parameters", "origins"):
        office.run(f"disburse list {topic}")
        office.run(f"disburse list {topic} --format json")
    run = json.loads(office.run("disburse run --format json"))
    office.run("disburse run")
    office.run(f"disburse run --horizon {year}-01..{year + 3}-12")
    office.run("disburse run -q --out results --report report")
    office.run("disburse run -q --mode stochastic --replicates 64 --out drawn")
    office.run(f"disburse compare base {agency.what_if}")
    office.run(f"disburse compare base {agency.what_if} --format json")
    office.run(f"disburse compare base {agency.what_if} --table")
    office.run(f"disburse budget --year {year + 1} --out draft --report draft-report")
    draft = json.loads(office.run(f"disburse budget --year {year + 1} --format json"))
    faults.extend(f"{agency.name}: the draft of {year + 1} does not tie: {finding}" for finding in draft["findings"]
                  if finding["severity"] == "error")
    office.run(f"disburse plan --horizon {year}-01..{year + 4}-12")
    office.run("disburse cash")
    office.run("disburse sensitivity")
    office.run("disburse sensitivity --format json")
    (office.folder / "paid.csv").write_text(paid(run), encoding="utf-8")
    office.run("disburse reforecast --actuals paid.csv --absent nothing")
    office.run("disburse synthesize --out made.h5")
    office.run("disburse run --roster made.h5")
    office.run("disburse synthesize --as-office office")
    office.run("disburse import office/* --out imported.h5", (0, 3))
    office.run("disburse next-year --out next")
    for file in sorted((office.folder / "next").glob("*.toml")):
        if file.name != "budget.toml":
            office.run(f"disburse run next/{file.name}")
    office.run("disburse template actuals --out to-fill.xlsx")
    office.look_at_files()


def main() -> int:
    agencies = [Agency(file.parent) for file in sorted(AGENCIES.glob("*/agency.toml"))]
    wanted = sys.argv[3:] or [agency.name for agency in agencies]
    count = 0
    for agency in agencies:
        if agency.name not in wanted:
            continue
        with tempfile.TemporaryDirectory() as name:
            office = Office(agency, pathlib.Path(name), agency.strangers([one for one in agencies if one is not agency]))
            work(office)
            count += office.count
    for fault in faults:
        print("fault:", fault)
    print(f"{count} commands on {len(wanted)} agencies, {len(faults)} faults")
    return 1 if faults or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
