#!/usr/bin/env python3
"""Personal data handed to the wrong door: untidy rosters with marked names, identity numbers, accounts, phones and
addresses, given to every option of every command that takes a file. No mark stands in a byte that is printed or written,
quarantine aside, nor in a temporary folder.

A new command must be named in WAYS, or in NO_FILES with the reason.
usage: test_marks.py PROGRAM [--only WORDS]
"""
from __future__ import annotations

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor

from test_untidy import MARKS, marked, numbered
from untidy_files import build, identity

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Words of a command with FILE for the marked one; the same file serves as roster, form, scenario, document.
WAYS = {
    "import": [["FILE", "--dry-run"], ["FILE", "--dry-run", "--format", "json"], ["FILE", "--out", "r.h5", "--quarantine", "aside.xlsx"],
               ["office.csv", "--dry-run", "--mapping", "FILE"], ["office.csv", "--dry-run", "--control", "FILE"],
               ["office.csv", "--out", "r.h5", "--key", "FILE"]],
    "check": [["FILE"], ["FILE", "--format", "json"], ["--privacy", "."]],
    "init": [["new", "--from", "FILE"]],
    "reforecast": [["--actuals", "FILE"], ["--actuals", "FILE", "--format", "json"]],
    "budget": [["--year", "2025", "--entries", "FILE"]],
    "next-year": [["--out", "n", way, "FILE"] for way in ("--budget", "--new-roster", "--outturns", "--entries")],
    "track": [["--outturns", "FILE", "--registry", "FILE"], ["--published", "--accounts", "FILE"]],
    "run": [["FILE"], ["--roster", "FILE"], ["--versions", "FILE"], ["--journal", "FILE", "--mode", "stochastic"], ["--registry", "FILE"]],
    "merge": [["FILE"], ["FILE", "FILE", "--registry", "FILE"]],
    "compare": [["zhongwei-2024", "FILE"], ["FILE", "award-660"]],
    "sweep": [["FILE", "--sweep", "unity_award.ordinary_per_payment=600,660"]],
    "solve": [["FILE", "--vary", "unity_award.ordinary_per_payment"]],
    "cash": [["FILE"]], "plan": [["FILE"]], "sensitivity": [["FILE"]],
    "calibrate": [["FILE"], ["r0.h5", "--margins", "FILE"]],
    "reconcile": [["FILE", "FILE"], ["r0.h5", "FILE"]],
    "synthesize": [["--margins", "FILE", "--out", "s.h5"], ["FILE", "--out", "s.h5"]],
    "explain": [["--person", "FILE"], ["--roster", "FILE", "--member", "C000001"]],
    "list": [["parameters", "--scenario", "FILE"]],
    "report": [["FILE", "--out", "rep"], ["done", "--with", "FILE", "--out", "rep"]],
    "verify": [["FILE"]],
}
NO_FILES = {"serve": "takes a scenario as run does", "template": "takes none", "describe": "prints its own description"}
# Files of each door with one wrong value, and each kind of number in its place. Names cannot be told from words there.
NUMBERS = [MARKS[1], MARKS[2], identity("19491231", 48)]
FORMS = {
    "a.csv": (["reforecast", "--actuals"], ["项目,月份,金额（元）,人数\nMARK,2024-01,100,1\n", "项目,月份,金额（元）,人数\nunity_award,MARK,100,1\n",
                                            "项目,月份,金额（元）,人数\nunity_award,2024-01,x MARK,1\n", "项目,月份,金额（元）,人数\nunity_award,2024-01,1,MARKx\n"]),
    "o.csv": (["track", "--registry", "r.db", "--outturns"], ["年度,项目,金额（万元）\nMARK,x,1\n", "年度,项目,金额（万元）\n2024,MARK,1\n",
                                                            "年度,项目,金额（万元）\n2024,unity_award,MARK元\n"]),
    "s.toml": (["run"], ['schema = "MARK"\n', 'schema = "disburse/scenario/1"\nname = "MARK"\n', 'schema = "disburse/scenario/1"\nMARK = 1\n',
                         'schema = "disburse/scenario/1"\nname = "s"\nextends = "MARK"\n', 'a = MARK张\n']),
    "m.toml": (["synthesize", "--out", "s.h5", "--margins"], ['schema = "disburse/margins/1"\n[[margin]]\nscheme = "MARK"\n']),
    "p.toml": (["explain", "--person"], ['schema = "disburse/person/1"\nbirth = "MARK"\nsex = "MARK"\n']),
    "c.toml": (["import", "office.csv", "--dry-run", "--control"], ['schema = "disburse/office-control/1"\n[[total]]\nscheme = "MARK"\n']),
    "k.toml": (["import", "office.csv", "--dry-run", "--mapping"], ['schema = "disburse/office-columns/1"\n[[column]]\nname = "MARK"\n']),
}
SECRETS = [*MARKS, identity("19491231", 48), identity("19580312", 101), "测试甲"]


def commands(program: str) -> list[str]:
    text = subprocess.run([program, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  ([a-z][a-z-]+) ", text[text.lower().find("commands"):], re.MULTILINE)


def shown(program: str, command: str, way: list[str], name: str, data: bytes, beside: pathlib.Path) -> list[str]:
    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(place)
        for file in beside.iterdir():
            os.symlink(file, folder / file.name)
        (folder / name).write_bytes(data)
        words = [program, command, *[name if word == "FILE" else word for word in way]]
        ran = subprocess.run(words, cwd=folder, capture_output=True, check=False, timeout=300,
                             env={**os.environ, "TMPDIR": temporary})
        given = {name, "aside.xlsx"}
        written = [file.read_bytes() for root in (folder, pathlib.Path(temporary)) for file in root.rglob("*")
                   if file.is_file() and not file.is_symlink() and file.name not in given]
        line = " ".join(words[1:])
        faults = [f"{line}: shows {secret}: {ran.stderr.decode('utf-8', 'replace')[-200:]}" for secret in SECRETS
                  if any(secret.encode() in one or secret.encode("gb18030") in one for one in [ran.stdout, ran.stderr, *written])]
        if "disburse: 这里用不到".encode() in ran.stderr or "disburse: 不认识".encode() in ran.stderr:
            faults.append(f"{line}: the option is not there: {ran.stderr.decode('utf-8', 'replace')[:100]}")
        if ran.returncode not in (0, 2, 3, 4, 5, 6):
            faults.append(f"{line}: exit {ran.returncode}: {ran.stderr.decode('utf-8', 'replace')[-300:]}")
        return faults


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    only = sys.argv[3] if len(sys.argv) > 3 else ""
    every = os.environ.get("DISBURSE_MARKS") == "all"
    faults = [f"{command}: is in neither WAYS nor NO_FILES" for command in commands(program) if command not in WAYS | NO_FILES]
    cases = []
    for file in sorted((ROOT / "untidy").glob("*.toml")):
        for one in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            if one.get("kind", "csv") != "bytes" and not one.get("stdin"):
                cases.append(build(marked(numbered(one, [1]))))
    ways = [(command, way) for command, some in WAYS.items() if only in command for way in some]
    asked = []
    for w, (command, way) in enumerate(ways):
        for c, (name, data) in enumerate(cases):
            if not every and (c + w) % 12:  # each file and each way in a run, and every pair with "all"
                continue
            # The same bytes under the names by which a command chooses its reader.
            for ending in ({pathlib.Path(name).suffix} | ({".toml", ".xlsx", ".h5"} if c % 24 == 0 or every else set())):
                asked.append((command, way, pathlib.Path(name).stem + ending, data))
    with tempfile.TemporaryDirectory() as place:
        beside = pathlib.Path(place)
        subprocess.run([program, "synthesize", "--out", "r0.h5"], cwd=beside, check=True, capture_output=True)
        subprocess.run([program, "run", "--out", "done"], cwd=beside, check=True, capture_output=True)
        (beside / "office.csv").write_text(f"姓名,身份证号,性别,险种,状态,退休时间,月养老金\n某,{identity('19580312', 7)},男,机关事业,领取,2018-03,5000.00\n",
                                           encoding="utf-8")
        for name, (words, texts) in FORMS.items():
            asked += [(words[0], [*words[1:], "FILE"], name, text.replace("MARK", mark).encode()) for text in texts for mark in NUMBERS
                      if only in words[0]]
        with ThreadPoolExecutor(2) as pool:
            faults += sum(pool.map(lambda one: shown(program, *one, beside), asked), [])
    for fault in faults:
        print(fault)
    print(f"{len(asked)} marked files in {len(ways)} ways, {len(faults)} faults")
    return 1 if faults or not asked else 0


if __name__ == "__main__":
    sys.exit(main())
