#!/usr/bin/env python3
"""Runs the main job, with replicates, by two builds of the program on several threads; every answer must have the same
bytes.

usage: compare_builds.py [--threads 1,2,7] PROGRAM OTHER_PROGRAM
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
    programs, threads_tried = sys.argv[1:], [1, 2, 7]
    if programs[0] == "--threads":
        threads_tried, programs = [int(word) for word in programs[1].split(",")], programs[2:]
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        base = run(programs[0], 1, scratch / "base")
        for number, program in enumerate(programs):
            for threads in threads_tried:
                other = run(program, threads, scratch / f"{number}-{threads}")
                faults += [f"{program} on {threads} threads: {name}" for name in differing(base, other)]
    for fault in faults:
        print("differs:", fault)
    print(f"{len(programs)} builds, threads {threads_tried}: {'different' if faults else 'the same bytes'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
