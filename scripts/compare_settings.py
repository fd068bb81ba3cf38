#!/usr/bin/env python3
"""Runs every command that writes or answers under several settings of the machine; every file and every answer must
have the same bytes.

usage: compare_settings.py [--all] PROGRAM [OTHER_PROGRAM...]
Settings are time zone, language and locale of the system, working folder, threads, and instructions that the C library
is told to do without. Without --all two points are tried, with it all combinations. run-log.json alone may differ.
"""
import hashlib
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Each in a folder of its own, in this order: later ones read what earlier ones wrote.
COMMANDS = {
    "run": "run --out run --format json",
    "stochastic": "run --mode stochastic --replicates 100 --assumptions 4 --journal j --out stochastic",
    "years": "run --horizon 2024-01..2026-12 --publish --share --out years",
    "report": "report run --out report",
    "side_by_side": "report --compare run stochastic --out pair",
    "budget": "budget --year 2025 --out budget",
    "plan": "plan --out plan.xlsx",
    "cash": "cash --balance 5000万元 --out cash.xlsx",
    "sensitivity": "sensitivity --out quick.xlsx --format json",
    "sobol": "sensitivity --method sobol --samples 64 --format json",
    "parameters": "list parameters --out parameters.xlsx",
    "sweep": "sweep --sweep unity_award.ordinary_per_payment=600,660 --out sweep",
    "compare": "compare zhongwei-2024 award-660 --attribute shapley --format json",
    "solve": "solve --vary unity_award.ordinary_per_payment --line 2089999 --target 6540.67万元 --format json",
    "reforecast": f"reforecast --actuals {ROOT}/scenarios/agencies/zhongwei/actuals/2024-08-example.csv --no-band --format json",
    "explain": "explain --member C000001 --format json",
    "roster": "synthesize --out roster.h5",
    "streamed": "synthesize --members 3000 --out streamed.h5",
    "office": "synthesize --as-office office --fault-rate 0.01",
    "calibrate": "calibrate roster.h5 --out calibrated.toml",
    "from_roster": "run --roster roster.h5 --format csv",
    "verify": "verify run stochastic report budget sweep j --format json",
}

# The log tells times; a journal keeps pieces in the order in which threads finish them.
OF_ITS_RUN = ("run-log.json", "j")

ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns")
LANGUAGES = ({}, {"LANG": "C", "LC_ALL": "C"}, {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"})
FOLDERS = ("a", "an other folder/of a longer name/里面")
THREADS = ("1", "2", "7")
INSTRUCTIONS = ("", "-AVX2,-FMA,-FMA4,-AVX512F,-AVX512VL", "-AVX,-AVX2,-FMA,-SSE4_2,-AVX512F,-ERMS")
FEW = ((0, 0, 0, 0, 0), (2, 2, 1, 2, 2))


def digests(program, base, setting):
    """SHA-256 of every answer and every file under one setting."""
    zone, language, folder, threads, instructions = setting
    here = base / folder
    here.mkdir(parents=True)
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "DISBURSE_"))}
    environment |= {"TZ": zone, "DISBURSE_THREADS": threads} | language
    if instructions:
        environment["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=" + instructions
    found = {}
    for name, line in COMMANDS.items():
        done = subprocess.run([str(program), *line.split()], cwd=here, env=environment, capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"{name} under {setting}: exit {done.returncode}\n{done.stderr.decode()}")
        found[f"the answer of {name}"] = hashlib.sha256(done.stdout).hexdigest()
    for file in sorted(here.rglob("*")):
        if file.is_file() and file.name not in OF_ITS_RUN:
            found[file.relative_to(here).as_posix()] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def settings(everything):
    axes = (ZONES, LANGUAGES, FOLDERS, THREADS, INSTRUCTIONS)
    if everything:
        return list(itertools.product(*axes))
    return [tuple(axis[index] for axis, index in zip(axes, point)) for point in FEW]


def main():
    arguments = sys.argv[1:]
    everything = "--all" in arguments
    programs = [pathlib.Path(word).resolve() for word in arguments if not word.startswith("--")]
    base, faults, points = None, [], 0
    for program, setting in itertools.product(programs, settings(everything)):
        with tempfile.TemporaryDirectory() as scratch:
            found = digests(program, pathlib.Path(scratch), setting)
        points += 1
        base = base or found
        for name in sorted(base.keys() | found.keys()):
            if base.get(name) != found.get(name):
                faults.append(f"{name} under {setting} by {program.name}")
    for fault in faults:
        print("differs:", fault)
    print(f"{len(base)} files and answers, {points} points: {'different' if faults else 'the same bytes'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
