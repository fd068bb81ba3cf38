#!/usr/bin/env python3
"""Reads result.h5 of a run folder and plots spending by month and programme (an example for notebooks).

usage: plot_result.py RUN_FOLDER [PICTURE.png]; needs python3-h5py, and python3-matplotlib for the picture.
Data sets, units and descriptions stand in outputs/formats/result.md; amounts are fen.
"""
import sys

import h5py


def text(values):
    return [value.decode().rstrip("\0") if isinstance(value, bytes) else str(value) for value in values]


def main():
    folder = sys.argv[1]
    with h5py.File(f"{folder}/result.h5") as result:
        names = text(result["programmes/name"][:])
        months = text(result["monthly/month"][:])
        line = result["monthly/line"][:] / 1e6  # programmes x months, 10,000 yuan
        print(f"{text([result.attrs['scenario']])[0]}: {len(names)} programmes, {len(months)} months, {line.sum():,.2f} (10,000 yuan)")
        for name, row in zip(names, line):
            print(f"{row.sum():12,.2f}  {name}")
    if len(sys.argv) > 2:
        import matplotlib

        matplotlib.use("Agg")
        import matplotlib.pyplot as plt

        plt.rcParams["font.sans-serif"] = ["Noto Sans CJK SC", "Noto Sans CJK JP"]
        floor = 0 * line[0]
        for name, row in zip(names, line):
            plt.bar(months, row, bottom=floor, label=name)
            floor = floor + row
        plt.legend(fontsize=6)
        plt.xticks(rotation=45)
        plt.tight_layout()
        plt.savefig(sys.argv[2], dpi=150)


main()
