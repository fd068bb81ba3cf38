#!/usr/bin/env python3
"""Sets a value that nobody means and holds every output of every command to it: its first lines say so.

The commands are those whose help offers --set; one that is not in the table below is a fault, so that a new command
cannot leave the doubt out. usage: test_doubts.py PROGRAM SOURCE
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
import zipfile
from concurrent.futures import ThreadPoolExecutor

SET = "unity_award.ordinary_per_payment=6600元"
MARK = re.compile("【请核对】(?:zhongwei-2024 --set[：:] ?)?普通离退休人员每次标准")
FIRST = 12  # lines, paragraphs, rows
AWARD = ["--line", "2089999"]
ACTUALS = "scenarios/agencies/zhongwei/actuals/2024-08-example.csv"
# Command lines of each command; {} is a name that is free. A command's answers go to standard output or standard error.
CASES: dict[str, list[list[str]]] = {
    "run": [["run", "--out", "{}"], ["run", "--report", "{}"], ["run", "--format", "csv"], ["run", "--format", "json"],
            ["run", "--mode", "stochastic", "--replicates", "64"]],
    "compare": [["compare", "zhongwei-2024", "--report", "{}"], ["compare", "zhongwei-2024", "--format", "json"],
                ["compare", "zhongwei-2024", "--table", "--out", "{}.xlsx", "--report", "{}"],
                ["compare", "zhongwei-2024", "--table", "--format", "csv"],
                ["compare", "zhongwei-2024", "--table", "--format", "json"]],
    "budget": [["budget", "--year", "2025", "--out", "{}", "--report", "{}r"],
               ["budget", "--year", "2025", "--format", "json"]],
    "sensitivity": [["sensitivity", *AWARD, "--report", "{}", "--out", "{}.xlsx"],
                    ["sensitivity", *AWARD, "--format", "csv"], ["sensitivity", *AWARD, "--format", "json"]],
    "solve": [["solve", "--vary", "heating_allowance.standard", *AWARD],
              ["solve", "--vary", "heating_allowance.standard", *AWARD, "--format", "json"]],
    "reforecast": [["reforecast", "--actuals", ACTUALS, "--no-band", "--report", "{}"],
                   ["reforecast", "--actuals", ACTUALS, "--no-band", "--format", "csv"],
                   ["reforecast", "--actuals", ACTUALS, "--no-band", "--format", "json"]],
    "sweep": [["sweep", "--sweep", "heating_allowance.standard=4500,5000", "--out", "{}"],
              ["sweep", "--sweep", "heating_allowance.standard=4500,5000", "--format", "csv"]],
    "cash": [["cash", "--out", "{}.xlsx"], ["cash", "--format", "csv"], ["cash", "--format", "json"]],
    "plan": [["plan", "--out", "{}.xlsx"]],
    "next-year": [["next-year", "--out", "{}"], ["next-year", "--out", "{}", "--format", "json"]],
    "explain": [["explain", "--member", "C000001"], ["explain", "--member", "C000001", "--format", "json"],
                ["explain", "--member", "C000001", "--against", "award-660"],
                ["explain", "--member", "C000001", "--against", "award-660", "--format", "json"]],
    "synthesize": [["synthesize", "--out", "{}.h5"], ["synthesize", "--as-office", "{}"]],
}
# What takes --set and has nothing to say of it, and why.
SILENT = {
    "template": "a form to fill in: it has names and months, no amount that rests on the value",
    "list": "it shows what stands there, with the value as it was set",
}
# Files without room for a sentence, beside others of the same folder that have it.
MUTE = {"manifest.json", "run-log.json", "scenario.resolved.toml", "exhibits.json", "budget.toml", "机关事业.xlsx"}

faults: list[str] = []


def run(program: str, words: list[str], source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *words], capture_output=True, text=True, check=False, cwd=source,
                          env={**os.environ, "DISBURSE_LANG": "zh"})


def commands_with_set(program: str, source: str) -> set[str]:
    names = re.findall(r"^  ([a-z][a-z-]+) {2,}", run(program, ["--help"], source).stdout, re.M)
    return {name for name in names if "--set" in run(program, [name, "--help"], source).stdout}


def plain(xml: str) -> str:
    return re.sub(r"<[^>]+>", "", xml)


def first_of_docx(data: bytes) -> str:
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    return "\n".join(plain(one) for one in re.findall(r"<w:p[ >].*?</w:p>", body, re.S)[:FIRST])


def first_of_xlsx(data: bytes) -> str:
    book = zipfile.ZipFile(io.BytesIO(data))
    shared = [plain(one) for one in re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
    rows = re.findall(r"<row .*?</row>", book.read("xl/worksheets/sheet1.xml").decode(), re.S)[:FIRST]
    return "\n".join(shared[int(at)] for row in rows for at in re.findall(r't="s"><v>(\d+)</v>', row))


def first_of(name: str, data: bytes) -> str:
    if name.endswith(".docx"):
        return first_of_docx(data)
    if name.endswith(".xlsx"):
        return first_of_xlsx(data)
    text = data.decode("utf-8")
    if name.endswith(".html"):
        body = text[text.index("<body"):]
        return plain(body[:body.index('class="cards"')])
    return "\n".join(text.splitlines()[:FIRST])


def doubted(document: dict) -> bool:
    return any(one["code"] == "implausible_value" for one in document["findings"])


def check_file(what: str, path: pathlib.Path) -> None:
    name = path.name
    if name in MUTE or name.endswith((".csv", ".h5", ".txt")):
        return
    if name.endswith(".json"):
        if not doubted(json.loads(path.read_text(encoding="utf-8"))):
            faults.append(f"{what}: {name} has no finding")
    elif not MARK.search(first_of(name, path.read_bytes())):
        faults.append(f"{what}: {name} says nothing in its first lines")


def check_case(program: str, source: str, folder: pathlib.Path, words: list[str]) -> None:
    what = " ".join(words)
    words = [word.replace("{}", str(folder / "out")) for word in words]
    done = run(program, [*words, "--set", SET], source)
    if done.returncode != 0:
        faults.append(f"{what}: exit {done.returncode}: {done.stderr}")
        return
    if "json" in words:
        if not doubted(json.loads(done.stdout)):
            faults.append(f"{what}: the document has no finding")
    elif not MARK.search(first_of("", (done.stderr if "csv" in words or not done.stdout else done.stdout).encode())):
        faults.append(f"{what}: the answer says nothing in its first lines")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            check_file(what, path)


def main() -> int:
    program, source = sys.argv[1:]
    known = set(CASES) | set(SILENT)
    for name in sorted(commands_with_set(program, source) ^ known):
        faults.append(f"{name} takes --set and is not tested here, or is tested and does not take it")
    with tempfile.TemporaryDirectory() as scratch:
        cases = [case for name in sorted(CASES) for case in CASES[name]]
        folders = [pathlib.Path(scratch) / str(i) for i in range(len(cases))]
        for folder in folders:
            folder.mkdir()
        with ThreadPoolExecutor(max_workers=2) as pool:
            list(pool.map(lambda one: check_case(program, source, *one), zip(folders, cases)))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{sum(map(len, CASES.values()))} command lines, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
