#!/usr/bin/env python3
"""Rosters larger than memory: cost and memory from 1e5 to 1e8 members, read piece by piece, each beside its bound.

usage: scale.py PROGRAM [FOLDER] [LARGEST]    needs 10 GB in FOLDER for 1e8 members and half an hour
Each size runs with few replicates and with more, in turn with the others; the difference is the cost of a
member-replicate alone. A machine that others use makes a command slower, never faster, hence the fastest of rounds.
"""
import os
import pathlib
import sys
import tempfile

SIZES = [10**5, 10**6, 10**7, 10**8]
FEW = 8
MEMBER_REPLICATES = 1e11  # of the difference at the largest sizes: seconds of replicates outweigh the noise of reading
MOST = 12_808
ROUNDS = 3


def spent(command):
    """CPU seconds and peak MiB of one command."""
    child = os.fork()
    if child == 0:
        with open(os.devnull, "wb") as nothing:
            os.dup2(nothing.fileno(), 1)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{' '.join(command)}: failed")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def roster(folder, size):
    return f"{folder}/{size}.h5"


def line(what, measured, bound, unit):
    held = "held" if measured <= bound else "MISSED"
    print(f"{what:<72} {measured:9.2f} <= {bound:8.2f} {unit:<4} {held}", flush=True)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    largest = float(sys.argv[3]) if len(sys.argv) > 3 else SIZES[-1]
    with tempfile.TemporaryDirectory(dir=sys.argv[2] if len(sys.argv) > 2 else None) as folder:
        sizes = [s for s in SIZES if s <= largest]
        for size in sizes:
            made, _ = spent([program, "synthesize", "--members", str(size), "--out", roster(folder, size), "--quiet"])
            print(f"{size:>11,} members made in {made:.1f} CPU-s", flush=True)
        more = {size: min(MOST, int(MEMBER_REPLICATES / size) // 8 * 8 + FEW) for size in sizes}
        best, memory = {}, {}
        for _ in range(ROUNDS):
            for size in sizes:
                for count in (FEW, more[size]):
                    time, peak = spent([program, "run", "--roster", roster(folder, size), "--stream", "--mode",
                                        "stochastic", "--threads", "1", "--quiet", "--replicates", str(count)])
                    best[size, count] = min(time, best.get((size, count), time))
                    memory[size] = max(peak, memory.get(size, peak))
        costs = {}
        for size in sizes:
            few, many = best[size, FEW], best[size, more[size]]
            costs[size] = (many - few) / (size * (more[size] - FEW)) * 1e9
            print(f"{size:>11,} members: expected value, closed form and {FEW} replicates {few:.1f} CPU-s, "
                  f"{more[size]} replicates {many:.1f}; {costs[size]:.2f} ns a member and replicate, "
                  f"{memory[size]:.0f} MiB", flush=True)
        print()
        line("dearest / cheapest size, a member and replicate", max(costs.values()) / min(costs.values()), 1.25, "")
        line(f"peak memory, {sizes[-1]:,} / {sizes[-2]:,} members", memory[sizes[-1]] / memory[sizes[-2]], 1.2, "")
        line("peak memory", max(memory.values()), 400.0, "MiB")


if __name__ == "__main__":
    main()
