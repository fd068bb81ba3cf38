"""The law of a resolved scenario and mortality, for recompute_ledger.py; shares no code with the program."""
from __future__ import annotations

import pathlib
from decimal import Decimal, getcontext
from fractions import Fraction
from functools import lru_cache

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
getcontext().prec = 60
ONE = 1 << 96  # unit of survival

MALE, FEMALE = range(2)


def month(text: str) -> int:
    """Months are counted from year 0."""
    year, of_year = text.split("-")
    return 12 * int(year) + int(of_year) - 1


def text_of(index: int) -> str:
    return f"{index // 12}-{index % 12 + 1:02d}"


def half_up(value: Fraction) -> int:
    sign = -1 if value < 0 else 1
    return sign * ((2 * abs(value.numerator) + value.denominator) // (2 * value.denominator))


def fen(text: str) -> int:
    return int(Fraction(text) * 100)


class Law:
    """Dated values of the resolved scenario."""

    def __init__(self, parameters: list[dict]):
        self.values = {one["path"]: [(month(v["from"]), month(v["until"]) if "until" in v else None, v["value"])
                                     for v in one["value"]] for one in parameters}

    @lru_cache(maxsize=None)
    def text(self, path: str, at: int) -> str:
        held = None
        for first, last, value in self.values[path]:
            if first <= at and (last is None or at <= last):
                held = value
        if held is None:
            raise KeyError(f"{path} has no value in {text_of(at)}")
        return held

    def since(self, path: str, at: int) -> int:
        """The month from which the value of `at` is in force."""
        return max(first for first, _, _ in self.values[path] if first <= at)

    def rate(self, path: str, at: int) -> Fraction:
        return Fraction(self.text(path, at))

    def number(self, path: str, at: int) -> int:
        return int(self.text(path, at))

    def money(self, path: str, at: int) -> int:
        return fen(self.text(path, at))

    def month(self, path: str, at: int) -> int:
        return month(self.text(path, at))

    def months(self, path: str, at: int) -> set[int]:
        text = self.text(path, at)
        return {int(one) for one in text.split(",")} if text else set()

    @lru_cache(maxsize=None)
    def steps(self, path: str, at: int) -> list[tuple[int, Fraction]]:
        pairs = (one.split(":") for one in self.text(path, at).split(","))
        return [(int(step), Fraction(value.strip())) for step, value in pairs]

    def step(self, path: str, at: int, key: int) -> Fraction:
        """The value of the greatest step that does not exceed `key`, else 0."""
        held = Fraction(0)
        for step, value in self.steps(path, at):
            if step <= key:
                held = value
        return held


class Mortality:
    def __init__(self, law: Law, first: int):
        self.law, self.first = law, first
        table = ROOT / "models" / "tables" / f"{law.text('mortality.table', first)}.csv"
        rows = [line.split(",") for line in table.read_text(encoding="utf-8").splitlines()
                if line and line[0].isdigit()]
        self.q = {(sex, int(row[0])): Fraction(row[1 + sex]) for row in rows for sex in (MALE, FEMALE)}
        self.ages = (int(rows[0][0]), int(rows[-1][0]))
        self.improves_from = law.month("mortality.improvement_first", first) // 12

    @lru_cache(maxsize=None)
    def monthly(self, scheme: int, sex: int, age: int, year: int) -> int:
        """Chance to die within a month, in units of ONE."""
        age = min(max(age, self.ages[0]), self.ages[1])
        q = self.q[sex, age]
        if age != self.ages[1]:
            factor = self.law.rate(f"mortality.factor.{('civil_service', 'enterprise', 'resident')[scheme]}", self.first)
            pace = self.law.rate("mortality.improvement_pace", self.first)
            path = f"mortality.improvement_{('male', 'female')[sex]}"
            improvement = 1 - pace * self.law.step(path, self.first, age)
            q = min(Fraction(1), factor * q) * improvement ** max(0, year - self.improves_from + 1)
        alive = Decimal(q.denominator - q.numerator) / Decimal(q.denominator)
        root = (alive.ln() / 12).exp() if alive else Decimal(0)
        return int((1 - root) * ONE + Decimal("0.5"))
