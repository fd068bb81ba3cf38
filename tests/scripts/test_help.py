#!/usr/bin/env python3
"""Runs the examples of every command's help, in Chinese and in English, in a folder that has the files they name. Each
must do what it says and end well. usage: test_help.py PROGRAM SOURCE_FOLDER
"""
from __future__ import annotations

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).absolute(), pathlib.Path(sys.argv[2]).absolute()
AGENCY = SOURCE / "scenarios" / "agencies" / "zhongwei"
# What only costs time is made small.
SMALLER = {"1e8": "3e5", "--replicates 10000": "--replicates 64", "--assumptions 200": "--assumptions 4",
           "--assumptions 100": "--assumptions 4", "--method sobol": "--method sobol --samples 64"}
# Names that stand for the reader's own, and templates that were filled in the meantime.
READERS = {"--region 地区": "--region ningxia", "--region REGION": "--region ningxia", "情景-2025": "zhongwei-2025",
           "NAME-2025": "zhongwei-2025", "-A 名称": "-A zhongwei", "-A NAME": "-A zhongwei", "--actuals 实际发放.xlsx": "--actuals 2024-08.csv",
           "--actuals actuals.xlsx": "--actuals 2024-08.csv", "import *.": "import office/*.",
           "2024年部门预算.docx": "draft/2025年部门预算（草案）.xlsx", "budget.docx": "draft/2025年部门预算（草案）.xlsx"}
MADE_ANEW = {"import": ["roster.h5"], "synthesize": ["roster.h5", "office"]}
FINDINGS = {"check": {0, 6}}  # a published budget has some
faults: list[str] = []


def call(folder: pathlib.Path, line: str, language: str = "zh") -> subprocess.CompletedProcess:
    environment = {**os.environ, "HOME": str(folder), "DISBURSE_LANG": language,
                   "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"}
    return subprocess.run(["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=300,
                          check=False)


def must(folder: pathlib.Path, line: str) -> None:
    done = call(folder, line)
    assert done.returncode == 0, f"{line}\n{done.stderr}"


def examples(command: str, language: str) -> list[str]:
    shown = call(pathlib.Path("/"), f"disburse {command} --help", language).stdout
    found = re.search(r"^(?:例：|Examples?: ?)(.*)\Z", shown, re.S | re.M)
    if not found:
        return []
    lines = [line.strip() for line in found.group(1).splitlines()]
    return [line for line in lines if line.startswith("disburse ")]


def commands() -> list[str]:
    listed = call(pathlib.Path("/"), "disburse --help").stdout.split("命令:")[1]
    return re.findall(r"^  ([a-z-]+) ", listed, re.M)


def prepare(folder: pathlib.Path) -> None:
    """Every file that an example names."""
    must(folder, "disburse synthesize --out roster.h5")
    must(folder, "disburse next-year --out carried")
    shutil.copy(folder / "roster.h5", folder / "2023-12.h5")
    shutil.copy(folder / "roster.h5", folder / "2024-01.h5")
    shutil.copy(folder / "carried" / "roster.h5", folder / "2024-12.h5")
    must(folder, "disburse synthesize --as-office office")
    for number, file in enumerate(sorted((folder / "office").iterdir())):
        names = {".xlsx": ["机关事业.xlsx", "civil-service.xlsx", "civil.xlsx", "a.xlsx"], ".csv": [["企业职工.csv", "enterprise.csv"],
                                                                                 ["居民.csv"]][number % 2]}
        for name in names[file.suffix]:
            shutil.copy(file, folder / name)
    scenario = ('schema = "disburse/scenario/1"\nname = "{}"\nextends = "zhongwei-2024"\ntitle = "示例"\nauthor = "p"\n'
                'reference = "示例"\n[[sweep]]\npath = "unity_award.ordinary_per_payment"\nvalues = ["600", "660"]\n')
    for name in ("我的情景", "mine"):
        (folder / f"{name}.toml").write_text(scenario.format(name), encoding="utf-8")
    entries = 'schema = "disburse/budget-entries/1"\n[[line]]\ncode = "2080502"\nbasic = "25.61"\n'
    for name in ("录入.toml", "entries.toml"):
        (folder / name).write_text(entries, encoding="utf-8")
    for name in ("决算.csv", "outturns.csv"):
        (folder / name).write_text("年度,项目,金额（万元）\n2024,合计,37000.00\n", encoding="utf-8")
    shutil.copy(AGENCY / "actuals" / "2024-08-example.csv", folder / "2024-08.csv")
    for name in ("张三.toml", "person.toml"):
        shutil.copy(SOURCE / "scenarios" / "persons" / "civil-service-2019-06.toml", folder / name)
    (folder / "budgets").mkdir()
    shutil.copy(next((AGENCY / "budgets").glob("*.toml")), folder / "budgets" / "2024.toml")
    (folder / "scenarios").mkdir()
    shutil.copy(AGENCY / "scenarios" / "award-660.toml", folder / "scenarios" / "award-660.toml")
    must(folder, "disburse budget --year 2025 -q --out draft")
    for keys in (("私钥.pem", "公钥.pem"), ("private.pem", "public.pem")):
        must(folder, f"openssl genpkey -algorithm ed25519 -out {keys[0]} && openssl pkey -in {keys[0]} -pubout -out {keys[1]}")
    for name in ("另一结果", "other", "another"):
        must(folder, f"disburse run -q --out {name}")
    (folder / ".config" / "disburse").mkdir(parents=True)


def main() -> int:
    count = 0
    with tempfile.TemporaryDirectory() as name:
        ready = pathlib.Path(name, "ready")
        ready.mkdir()
        prepare(ready)
        for command in commands():
            for language in ("zh", "en"):
                lines = examples(command, language)
                if not lines and command != "describe":
                    faults.append(f"{command}: the help has no example ({language})")
                if command == "serve":
                    continue  # it runs until it is stopped, as its own tests do
                folder = pathlib.Path(name, f"{command}-{language}")
                subprocess.run(["cp", "-al", str(ready), str(folder)], check=True)
                for line in lines:
                    for made in MADE_ANEW.get(line.split()[1], []):
                        if made in line:
                            must(folder, f"rm -rf {made}")
                    for large, small in (SMALLER | READERS).items():
                        line = line.replace(large, small)
                    count += 1
                    done = call(folder, line, language)
                    if done.returncode not in FINDINGS.get(command, {0}):
                        faults.append(f"{line}: {done.returncode}\n    {done.stderr.strip()[:300]}")
                shutil.rmtree(folder)
    for fault in faults:
        print("fault:", fault)
    print(f"{count} examples run, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
