#!/usr/bin/env python3
"""Imports every file that tests/untidy/*.toml describes and holds the outcome against what is expected of it.

Also: marked names, numbers, accounts and phones in every cell of these files stand in no byte that the program writes but
the quarantine file; nothing that is turned away takes more than 64 MiB beyond what `--version` takes; and workbooks are read alike
with a confined child and without.
usage: test_untidy.py PROGRAM [--only WORDS]
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
from concurrent.futures import ThreadPoolExecutor

import h5py

from untidy_files import Workbook, build, identity, table

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEGABYTES = 64


def numbered(value: object, counter: list[int]) -> object:
    """Every "@19580312" in a description becomes a man's identity number of its own, "=@19580312" a woman's."""
    if isinstance(value, str):
        def number(match: re.Match) -> str:
            counter[0] += 2
            return identity(match.group(2), counter[0] - len(match.group(1)))
        return re.sub(r"(=?)@(\d{8})", number, value)
    if isinstance(value, list):
        return [numbered(one, counter) for one in value]
    if isinstance(value, dict):
        return {key: numbered(one, counter) for key, one in value.items()}
    return value


def mapping_file(columns: list[dict]) -> str:
    text = 'schema = "disburse/office-columns/1"\n'
    for column in columns:
        text += "[[column]]\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in column.items())
    return text


def month_text(index: int) -> str:
    return f"{index // 100:04d}-{index % 100:02d}"


def column(roster: h5py.File, name: str) -> list:
    found = []
    roster.visititems(lambda path, item: found.append(item) if isinstance(item, h5py.Dataset) and path.split("/")[-1] == name else None)
    if not found:
        raise KeyError(name)
    return [int(one) for one in found[0][:]]


class Outcome:
    def __init__(self, program: str, case: dict, folder: pathlib.Path):
        self.faults: list[str] = []
        self.case, self.expect, self.folder = case, case["expect"], folder
        name, data = build(case)
        (folder / name).write_bytes(data)
        words = [program, "import", "-" if case.get("stdin") else name, "--out", "roster.h5", "--format", "json"]
        if "mapping" in case:
            (folder / "own.toml").write_text(mapping_file(case["mapping"]), encoding="utf-8")
            words += ["--mapping", "own.toml"]
        if "quarantine" in case:
            words += ["--quarantine", case["quarantine"]]
        self.ran = subprocess.run(words, cwd=folder, capture_output=True, check=False, input=data if case.get("stdin") else b"")
        self.check()

    def fault(self, text: str) -> None:
        self.faults.append(f"{self.case['name']}: {text}")

    def check(self) -> None:
        out = self.ran.stdout.decode("utf-8", "replace")
        err = self.ran.stderr.decode("utf-8", "replace")
        if self.ran.returncode != self.expect["exit"]:
            self.fault(f"exit {self.ran.returncode}, not {self.expect['exit']}: {err[-400:]}{[g['rule'] for g in json.loads(out)['groups']] if out.startswith('{') else out[:300]}")
            return
        if (self.folder / "roster.h5").exists() != (self.expect["exit"] == 0):
            self.fault("a roster stands there, or none")
        if "error" in self.expect:
            if self.expect["error"] not in err:
                self.fault(f"{self.expect['error']!r} is not in {err[-400:]!r}")
            return
        report = json.loads(out)
        rules = {group["rule"] for group in report["groups"]}
        wanted = set(self.expect.get("rules", rules))
        if "rules" in self.expect and not (wanted <= rules if self.expect.get("allow_other") else wanted == rules):
            self.fault(f"rules {sorted(rules)}, not {sorted(wanted)}")
        if "findings" in self.expect:
            count = sum(len(group["findings"]) for group in report["groups"] if group["rule"] in wanted)
            if count != self.expect["findings"]:
                self.fault(f"{count} findings, not {self.expect['findings']}")
        if "accepted" in self.expect and sum(one["accepted"] for one in report["tables"]) != self.expect["accepted"]:
            self.fault(f"accepted {[one['accepted'] for one in report['tables']]}, not {self.expect['accepted']}")
        if "left_out" in self.expect and sum(one["count"] for one in report["left_out"]) != self.expect["left_out"]:
            self.fault(f"left out {report['left_out']}, not {self.expect['left_out']}")
        if self.expect["exit"] == 0:
            self.check_roster()

    def check_roster(self) -> None:
        with h5py.File(self.folder / "roster.h5") as roster:
            for name, wanted in self.expect.items():
                if not isinstance(wanted, list) or name == "rules":
                    continue
                got = column(roster, name)
                if isinstance(wanted[0], str):
                    got = [month_text(one) for one in got]
                if got != wanted:
                    self.fault(f"{name} {got}, not {wanted}")


MARKS = ["欧阳标记", "6222021234567890123", "13987654321", "标记路八十八号", "E98765432"]


def marked(case: dict) -> dict:
    """The same file with columns of marked personal data, one of them under a heading that nobody knows."""
    columns = dict(case.get("columns", {}))
    columns |= {"银行卡号": [MARKS[1]], "联系电话": [MARKS[2]], "住址": [MARKS[3]], "备注" + MARKS[0]: [MARKS[4]],
                "特殊困难人员": [MARKS[0]], "性别": [identity("19491231", 48)]}
    marked_case = dict(case) | {"columns": columns}
    for key in ("sub_headings", "merged", "rename", "replace", "replace_bytes"):
        marked_case.pop(key, None)
    return marked_case


def leaks(program: str, case: dict, folder: pathlib.Path) -> list[str]:
    name, data = build(marked(case))
    (folder / name).write_bytes(data)
    faults = []
    secrets = [mark.encode() for mark in MARKS] + [identity("19491231", 48).encode(), identity("19580312", 101).encode(), "测试甲".encode()]
    for rest in (["--dry-run"], ["--dry-run", "--format", "json"], ["--dry-run", "--format", "csv"], ["--dry-run", "--format", "html"],
                 ["--out", "r.h5", "--quarantine", "aside.xlsx", "--lang", "en"]):
        ran = subprocess.run([program, "import", name, *rest], cwd=folder, capture_output=True, check=False)
        written = [file.read_bytes() for file in folder.iterdir() if file.name not in (name, "aside.xlsx")]
        for secret in secrets:
            if any(secret in one for one in [ran.stdout, ran.stderr, *written]):
                faults.append(f"{case['name']}: {secret.decode()} is shown by import {' '.join(rest)}")
    return faults


def leaks_by_cell(program: str, folder: pathlib.Path) -> list[str]:
    """One mark after the other in each cell of a table with titles, sums and signatures: names, numbers, accounts."""
    faults = []
    base = {"titles": [["花名册", "单位：元"]], "below": [["合计", "", "", "", "", "", "3人", "15000", ""], ["制表人：", "", "", "复核："]],
            "columns": {"备注": ["x"]}}
    marks = [MARKS[0], MARKS[1], MARKS[2], identity("19491231", 48)]
    lines = table(base)
    places = [(r, c) for r, line in enumerate(lines) for c in range(len(line))]
    for i, (r, c) in enumerate(places):
        mark = marks[i % len(marks)]
        changed = [list(line) for line in lines]
        changed[r][c] = mark
        name = "cell.csv" if i % 2 else "cell.xlsx"
        case = {"kind": "xlsx", "lines": changed}
        data = Workbook(case).bytes() if name.endswith("xlsx") else "\n".join(",".join(map(str, line)) for line in changed).encode()
        (folder / name).write_bytes(data)
        for rest in (["--dry-run"], ["--dry-run", "--format", "json", "--lang", "en"]):
            ran = subprocess.run([program, "import", name, *rest], cwd=folder, capture_output=True, check=False)
            if mark.encode() in ran.stdout + ran.stderr:
                faults.append(f"row {r + 1}, column {c + 1}: {mark} is shown by import {' '.join(rest)}")
    return faults


def differs_without_child(program: str, case: dict, folder: pathlib.Path) -> list[str]:
    """The same answer, to the byte, where the system has no confinement for the child that reads (engine/confined)."""
    library = pathlib.Path(program).parent / "tests/libdisburse_faults.so"
    if not library.exists() or case.get("kind", "csv") == "csv":
        return []
    name, data = build(case)
    (folder / name).write_bytes(data)
    without = {"LD_PRELOAD": str(library), "DISBURSE_FAULT": "confine", "DISBURSE_FAULT_AT": "1", "DISBURSE_FAULT_LASTS": "1"}
    answers = [subprocess.run([program, "import", name, "--dry-run", "--format", "json"], cwd=folder, capture_output=True, check=False,
                              env=os.environ | more) for more in ({}, without)]
    said = [(one.returncode, one.stdout, one.stderr) for one in answers]
    return [] if said[0] == said[1] else [f"{case['name']}: without a child it is {said[1]}, with one {said[0]}"]


def mended(workbook: bytes, replacements: dict[str, str]) -> bytes:
    """The workbook with texts replaced, as a clerk would in a spreadsheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            text = given.read(name).decode("utf-8")
            for old, new in replacements.items():
                text = text.replace(f">{old}<", f">{new}<")
            archive.writestr(name, text)
    return out.getvalue()


def quarantine_faults(program: str, folder: pathlib.Path) -> list[str]:
    """Rows are set aside in a workbook, mended there, and imported as they are; nothing is lost on the way."""
    persons = 4
    case = {"kind": "xlsx", "persons": persons, "titles": [["花名册（单位：百元）"]],
            "columns": {"月养老金": [{"value": 50}, "五十", "50", "50"], "退休时间": ["2018-13", "2018-03"], "姓名": ["=1+1"]}}
    (folder / "a.xlsx").write_bytes(build(case)[1])

    def run(*words: str) -> dict:
        ran = subprocess.run([program, "import", *words, "--format", "json", "--key", "key"], cwd=folder, capture_output=True, check=False)
        return {"exit": ran.returncode, "err": ran.stderr.decode(), **(json.loads(ran.stdout) if ran.stdout.startswith(b"{") else {})}

    def accepted(report: dict) -> int:
        return sum(one["accepted"] for one in report.get("tables", []))

    faults = []
    first = run("a.xlsx", "--out", "first.h5", "--quarantine", "aside.xlsx")
    if first["exit"] != 0 or accepted(first) != persons - 2:
        faults.append(f"quarantine: exit {first['exit']}, accepted {accepted(first)}: {first['err'][:300]}")
        return faults
    again = run("aside.xlsx", "--out", "again.h5")
    if again["exit"] != 3 or {group["rule"] for group in again["groups"]} < {"impossible_date", "impossible_amount"}:
        faults.append(f"quarantine as it is: {again}")
    repairs = {"2018-13": "2018-03", "五十": "50"}
    (folder / "mended.xlsx").write_bytes(mended((folder / "aside.xlsx").read_bytes(), repairs))
    last = run("mended.xlsx", "--out", "second.h5")
    if last["exit"] != 0 or accepted(last) != 2:
        faults.append(f"mended quarantine: {last}")
    else:
        with h5py.File(folder / "second.h5") as roster:
            if set(column(roster, "pension")) != {500000}:
                faults.append(f"mended quarantine: pensions {column(roster, 'pension')}")
    return faults


def peak(program: str, words: list[str], folder: pathlib.Path) -> int:
    """Kilobytes that a run takes at most."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.chdir(folder)
        os.execv(program, [program, *words])
    return os.wait4(child, 0)[2].ru_maxrss


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    only = sys.argv[3] if len(sys.argv) > 3 else ""
    cases: dict[str, list[dict]] = {}
    for file in sorted((ROOT / "untidy").glob("*.toml")):
        cases[file.stem] = [numbered(one, [1]) for one in tomllib.loads(file.read_text(encoding="utf-8"))["case"]]
    everything = [one for some in cases.values() for one in some if only in one["name"]]

    def run(case: dict) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            return Outcome(program, case, pathlib.Path(folder)).faults

    def look(case: dict) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            return leaks(program, case, pathlib.Path(folder))

    def apart(case: dict) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            return differs_without_child(program, case, pathlib.Path(folder))

    with ThreadPoolExecutor(2) as pool:
        faults = sum(pool.map(run, everything), [])
        faults += sum(pool.map(apart, everything), [])
        shown = [one for one in everything if one.get("kind", "csv") != "bytes" and "error" not in one["expect"] and not one.get("stdin")]
        faults += sum(pool.map(look, shown), [])
    with tempfile.TemporaryDirectory() as folder:
        faults += quarantine_faults(program, pathlib.Path(folder))
        faults += leaks_by_cell(program, pathlib.Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        idle = peak(program, ["--version"], pathlib.Path(folder))
        for case in cases["turned-away"]:
            name, data = build(case)
            (pathlib.Path(folder) / name).write_bytes(data)
            taken = peak(program, ["import", name, "--dry-run"], pathlib.Path(folder)) - idle
            if taken > MEGABYTES * 1024:
                faults.append(f"{case['name']}: takes {taken // 1024} MiB")
    for fault in faults:
        print(fault)
    print(f"{len(everything)} files, {len(shown)} with marks, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
