#!/usr/bin/env python3
"""Every option of every command that takes a number, with numbers that nobody means: each is refused or answered, none
hangs, none takes the machine's memory, none is a fault of the program.

The options are read from the commands' own help, so a new one is tried as it comes.
usage: test_numbers.py PROGRAM [--only WORDS]
"""
from __future__ import annotations

import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

VALUES = ["0", "-1", "1", "2147483648", "4294967296", "9223372036854775807", "18446744073709551616", "1e308", "nan", "inf", "",
          "1e-320", "0x10", "1.5", " 3", "٣"]
# What a command needs beside the option.
NEEDS = {"compare": ["award-660"], "reconcile": ["a.h5", "a.h5"], "calibrate": ["a.h5"], "import": ["roster.csv", "--dry-run"],
         "solve": ["--vary", "unity_award.ordinary_per_payment"], "sweep": ["--sweep", "unity_award.ordinary_per_payment=600,660"],
         "budget": ["--year", "2025"], "reforecast": ["--backtest"], "track": ["--published"],
         "template": ["actuals", "--out", "t.xlsx"], "list": ["parameters"], "check": ["a.h5"], "synthesize": ["--out", "s.h5"],
         "explain": ["--member", "C000001"], "verify": ["done"], "report": ["done", "--out", "r"], "init": ["new", "--from", "roster.csv"],
         "next-year": ["--out", "n"]}
ALONE = {("solve", "--between"): ["--vary", "unity_award.ordinary_per_payment", "--between"],
         ("sweep", "--sweep"): ["--sweep"], ("budget", "--year"): ["--year"]}
# Options whose text holds a number: the text with a gap for it.
TEXTS = {"--seed": ["{}"], "--threads": ["{}"], "--horizon": ["{}", "2024-01..{}", "{}-01..{}-12"], "--as-known-on": ["{}"],
         "--between": ["{}..900", "300..{}"], "--sweep": ["unity_award.ordinary_per_payment=600,{}", "unity_award.ordinary_per_payment={}"],
         "--target": ["{}", "{}元"], "--balance": ["{}", "{}万元"], "--limit": ["{}元"], "--until-half-width": ["{}", "{}yuan", "2089999:{}元"],
         "--set": ["counts.lixiu={}", "unity_award.ordinary_per_payment={}", "roster.civil_service_pension_mean={}"],
         "--month": ["{}", "2024-{}"], "--as-of": ["{}", "2023-{}"], "--fail-if": ["total.execution_rate>{}", "total.projected>{}元"]}
SKIPPED = {"serve"}  # stays; its numbers are tried with --help's bounds by its own tests
SECONDS = 60  # of the processor, on any machine; and ten times as long by the clock, for what waits
MEMORY = 3 << 30


def commands(program: str) -> list[str]:
    text = subprocess.run([program, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    listed = re.search(r"^(?:Subcommands|SUBCOMMANDS|Commands).*?:\n(.*)", text, re.MULTILINE | re.DOTALL)
    return re.findall(r"^  ([a-z][a-z-]+) ", listed.group(1) if listed else text, re.MULTILINE)


def options(program: str, command: str) -> list[tuple[str, list[str]]]:
    """Each option that takes a number, with the texts that hold it."""
    text = subprocess.run([program, command, "--help", "--lang", "en"], capture_output=True, text=True, check=True).stdout
    found = []
    for line in re.findall(r"^ +(?:-\w,)?(--[a-z-]+) (.*)$", text, re.MULTILINE):
        name, rest = line
        if name in TEXTS:
            found.append((name, TEXTS[name]))
        elif re.match(r"(?:U?INT|FLOAT)\b", rest):
            found.append((name, ["{}"]))
    return found


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def main() -> int:
    program = str(pathlib.Path(sys.argv[1]).resolve())
    only = sys.argv[3] if len(sys.argv) > 3 else ""
    every = os.environ.get("DISBURSE_NUMBERS") == "all"
    asked = []
    for command in commands(program):
        if command in SKIPPED or only not in command:
            continue
        for name, texts in options(program, command):
            for text in texts:
                for i, value in enumerate(VALUES):
                    # Shared options are the same code in all commands: each value in some of them, all with "all".
                    if not every and name in ("--seed", "--threads", "--horizon", "--as-known-on", "--set") and \
                            (sum(command.encode()) + i) % 5:
                        continue
                    asked.append((command, name, text.replace("{}", value)))
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        (folder / "roster.csv").write_text("姓名,身份证号\n", encoding="utf-8")
        subprocess.run([program, "synthesize", "--out", "a.h5"], cwd=folder, check=True, capture_output=True)
        subprocess.run([program, "run", "--out", "done"], cwd=folder, check=True, capture_output=True)

        def run(one: tuple[str, str, str]) -> tuple[str, int]:
            command, name, value = one
            words = ALONE.get((command, name), [*NEEDS.get(command, []), name])
            with tempfile.TemporaryDirectory() as own:
                for file in folder.iterdir():
                    os.symlink(file, pathlib.Path(own, file.name))
                line = f"{command} {' '.join([*words[:-1], words[-1]])}={value}"
                try:
                    ran = subprocess.run([program, command, *words[:-1], f"{words[-1]}={value}"], cwd=own, capture_output=True,
                                         check=False, timeout=10 * SECONDS, preexec_fn=limited)
                except subprocess.TimeoutExpired:
                    return f"{line}: waits", -1
                if ran.returncode in (-9, -24):
                    return f"{line}: is at it after {SECONDS} s", ran.returncode
                said = (ran.stdout + ran.stderr).decode("utf-8", "replace")
                if ran.returncode not in (0, 2, 3, 4, 5, 6):
                    return f"{line}: exit {ran.returncode}: {said[-300:]}", ran.returncode
                if ran.returncode not in (0, 6) and len(said.strip()) < 10:
                    return f"{line}: exit {ran.returncode} without a word", ran.returncode
                if re.search(r"(?<![a-z])(nan|inf)(?![a-z])", said.replace(value, ""), re.IGNORECASE) and ran.returncode == 0:
                    return f"{line}: shows no number: {said[-300:]}", 0
            return "", ran.returncode

        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(run, asked))
    faults = [fault for fault, _ in done if fault]
    for fault in faults:
        print(fault)
    taken = sum(code == 0 for _, code in done)
    print(f"{len(asked)} numbers in {len({one[:2] for one in asked})} options, {taken} taken, {len(faults)} faults")
    return 1 if faults or not asked else 0


if __name__ == "__main__":
    sys.exit(main())
