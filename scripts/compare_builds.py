#!/usr/bin/env python3
"""Runs the main job, with replicates, by two builds of the program on several threads; every answer must have the same
bytes.

usage: compare_builds.py PROGRAM OTHER_PROGRAM
The run folders are compared file by file; run-log.json alone may differ.
"""
import filecmp
import pathlib
import subprocess
import sys
import tempfile


def run(program, threads, folder):
    command = [program, "run", "--quiet", "--threads", str(threads), "--out", str(folder),
               "--mode", "stochastic", "--replicates", "200", "--assumptions", "5"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def differing(first, second):
    names = sorted({p.name for p in first.iterdir()} | {p.name for p in second.iterdir()})
    for name in names:
        if name == "run-log.json":
            continue
        a, b = first / name, second / name
        if not (a.exists() and b.exists() and filecmp.cmp(a, b, shallow=False)):
            yield name


def main():
    programs = sys.argv[1:]
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        base = run(programs[0], 1, scratch / "base")
        for number, program in enumerate(programs):
            for threads in (1, 2, 7):
                other = run(program, threads, scratch / f"{number}-{threads}")
                faults += [f"{program} on {threads} threads: {name}" for name in differing(base, other)]
    for fault in faults:
        print("differs:", fault)
    print(f"{len(programs)} builds, threads 1, 2 and 7: {'different' if faults else 'the same bytes'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
