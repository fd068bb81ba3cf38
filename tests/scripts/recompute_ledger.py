#!/usr/bin/python3
"""Every ledger cell of 2024 and 2025 once more, slowly: member by member and month by month, from the roster's file and
the resolved scenario, with no code of the program. Cells must be equal to the fen; 3 fen are allowed where interest
enters, since the program carries its factors to nine decimals and this script to forty digits.

usage: recompute_ledger.py PROGRAM
"""
from __future__ import annotations

import pathlib
import subprocess
import sys
import tempfile
import tomllib
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import h5py

from ledger_law import ONE, ROOT, Law, Mortality, fen, half_up, month, text_of
from ledger_members import (ACTIVE, CIVIL_SERVICE, LEAVER, LIXIU, ORDINARY, PAYER, PENSIONER, RESIDENT, Member, Outlook,
                            divisor, grown_payments, read_roster)

WITH_INTEREST = 3  # fen


class Books:
    """Sums of fen times survival by cell; what is due is booked where it falls."""

    def __init__(self, law: Law, mortality: Mortality, first: int, last: int):
        self.law, self.mortality, self.first, self.last = law, mortality, first, last
        self.cells: defaultdict[tuple, Fraction | int] = defaultdict(int)
        self.interest: set[tuple] = set()
        self.paths: dict[tuple, list[int]] = {}
        self.alive: list[int] = []
        self.evolves = first + 12

    def months(self) -> range:
        return range(self.first, self.last + 1)

    def live(self, member: Member) -> None:
        """Survival to the first day of each month, and to the day after the last."""
        before = self.first - 1
        if member.role == LEAVER:
            self.alive = [ONE] * (len(self.months()) + 1)
            return
        if member.role == PENSIONER:
            exposed = max(member.retired, before) + 1
        else:
            joined = before if member.joined is None else max(member.joined, before)
            exposed = max(self.evolves, joined + 1)
        key = (member.scheme, member.sex, member.birth, exposed)
        if key not in self.paths:
            alive = [ONE]
            for at in self.months():
                dying = 0
                if at >= exposed:
                    age = (at - member.birth) // 12
                    dying = self.mortality.monthly(member.scheme, member.sex, age, at // 12)
                alive.append(alive[-1] - (alive[-1] * dying + ONE // 2) // ONE)
            self.paths[key] = alive
        self.alive = self.paths[key]

    def pay(self, cell: tuple, due: int, amount: int, *, paid: int | None = None, on_death: bool = False,
            interest: bool = False, share: Fraction | int = 1) -> None:
        if amount == 0:
            return
        t = due - self.first
        weight = self.alive[t] - self.alive[t + 1] if on_death else self.alive[t]
        key = (*cell, due, due if paid is None else paid)
        self.cells[key] += amount * weight * share
        if interest:
            self.interest.add(key)


COMPARISON_LAST = month("2024-09")  # retirements until then compare two methods
PENSION = ("civil_service_pension", "2080507", "city", "regular")
ARREARS = ("civil_service_pension", "2080507", "city", "arrears")
CONTRIBUTION = ("civil_service_pension", "", "fund", "contribution")
OFFSET = ("civil_service_pension", "2080507", "city", "contribution")
CIVIL_INHERITANCE = ("civil_service_pension", "", "fund", "lump_sum")
ANNUITY_BATCH = ("annuity_funding", "2080506", "city", "regular")
ANNUITY_EVENT = ("annuity_funding", "2080506", "city", "lump_sum")
AWARD = ("unity_award", "2089999", "city", "regular")
HEATING = ("heating_allowance", "2089999", "city", "regular")
RESIDENT_CENTRAL = ("resident_pension", "", "central", "regular")
RESIDENT_REGION = ("resident_pension", "", "region", "regular")
RESIDENT_CITY = ("resident_pension", "2082602", "city", "regular")
RESIDENT_FUND = ("resident_pension", "", "fund", "regular")
RESIDENT_CITY_ONCE = ("resident_pension", "2082602", "city", "lump_sum")
RESIDENT_REGION_ONCE = ("resident_pension", "", "region", "lump_sum")
RESIDENT_INHERITANCE = ("resident_pension", "", "fund", "lump_sum")


class Adjustment:
    def __init__(self, law: Law, year: int):
        at = 12 * year
        self.year, self.announced = year, law.month("adjustment.announced", at)
        self.fixed = law.money("adjustment.fixed_amount", at)
        self.flat, self.flat_years = (law.money("adjustment.years_flat", at),
                                      law.number("adjustment.years_flat_until", at))
        self.per_year = law.money("adjustment.per_further_year", at)
        self.counts_part = law.text("adjustment.part_year", at) == "counted"
        self.level, self.minimum = law.rate("adjustment.level_rate", at), law.money("adjustment.level_minimum", at)
        area = law.text("civil_service_pension.area_class", at)
        self.area = 0 if area == "none" else law.money(f"adjustment.area_addition_{area}", at)
        self.law, self.at = law, at
        if law.text("adjustment.method", at) == "scaled":
            self.scale()

    def scale(self) -> None:
        average = self.law.money("adjustment.average_pension", self.at)
        further = max(0, self.law.number("adjustment.average_years", self.at) - self.flat_years)
        rise = half_up(average * self.law.rate("adjustment.national_rate", self.at))
        wanted = rise - self.flat - self.per_year * further - self.area
        factor = Fraction(wanted, self.fixed + half_up(average * self.level))
        self.fixed, self.minimum = half_up(self.fixed * factor), half_up(self.minimum * factor)
        self.level = Fraction(half_up(self.level * factor * 10**9), 10**9)

    def rise(self, member: Member, pension: int) -> int:
        if self.announced // 12 < self.year or member.retired // 12 >= self.year:
            return 0
        years = (member.service_months + (11 if self.counts_part else 0)) // 12
        age = (self.at - 1 - member.birth) // 12
        return (self.fixed + self.flat + self.per_year * max(0, years - self.flat_years)
                + max(self.minimum, half_up(pension * self.level))
                + int(100 * self.law.step("adjustment.age_addition", self.at, age)) + self.area)


class CivilService:
    def __init__(self, books: Books, outlook: Outlook):
        self.books, self.outlook, law = books, outlook, books.law
        self.adjustments = {year: Adjustment(law, year) for year in {at // 12 for at in books.months()}}
        self.wages, level = {}, Fraction(1)
        for at in books.months():
            if at != books.first and at % 12 == 0:
                level *= 1 + law.rate("outlook.wage_growth", at)
            self.wages[at] = level
        self.funding = Annuity(law, books.first)

    def book(self, member: Member) -> None:
        if member.role in (PENSIONER, ACTIVE):
            self.pension(member)
        if member.role in (ACTIVE, LEAVER):
            self.funding.book(member, self.books)

    def contribution(self, member: Member, at: int) -> int:
        law = self.books.law
        base = min(max(half_up(member.base * self.wages[at]), law.money("contribution.base_floor", at)),
                   law.money("contribution.base_cap", at))
        return half_up(base * (law.rate("contribution.civil_service_employer", at)
                               + law.rate("contribution.civil_service_individual", at)))

    def made_good(self, member: Member) -> tuple[int, int]:
        """What an award before the year's base lacks a month, and the month in which that base comes."""
        law, at = self.books.law, member.retired
        if member.role != ACTIVE or not self.books.first <= at <= self.books.last or at <= COMPARISON_LAST:
            return 0, at
        december = at // 12 * 12 + 11
        published = law.since("award.base", december)
        if published <= at or published // 12 != at // 12:
            return 0, at
        growth = Fraction(law.money("award.base", december), law.money("award.base", at)) - 1
        return half_up((member.pension - member.account_pension) * growth), published

    def pension(self, member: Member) -> None:
        books, pension, year, rise = self.books, member.pension, None, 0
        more, published = self.made_good(member) if member.retired is not None else (0, 0)
        index = self.outlook.index(member.base) if member.role == ACTIVE else Fraction(0)
        held = 0
        if member.account_pension:
            held = half_up(member.account_pension * divisor(books.law, member.birth, member.retired))
        for at in books.months():
            if more and at == published:
                pension += more
            if at // 12 != year:
                pension, year = pension + rise, at // 12
                terms = self.adjustments[year]
                rise = terms.rise(member, pension)
            if at <= member.retired:
                if member.role != ACTIVE or not member.is_member_in(at):
                    continue
                amount = self.contribution(member, at)
                books.pay(CONTRIBUTION, at, amount)
                books.pay(OFFSET, at, -amount)
                balance = self.outlook.account.balance(member.joined, at, index)
                books.pay(CIVIL_INHERITANCE, at, balance, on_death=True, interest=True)
                continue
            books.pay(PENSION, at, pension + rise if at >= terms.announced else pension)
            if at < terms.announced:
                books.pay(ARREARS, at, rise, paid=terms.announced)
            if more and at < published:
                books.pay(ARREARS, at, more, paid=published)
            left = max(0, held - member.account_pension * (at - member.retired))
            books.pay(CIVIL_INHERITANCE, at, left, on_death=True, interest=True)


class Annuity:
    """The employer's booked 8 % with interest: by batches, on retirement and on death."""

    def __init__(self, law: Law, first: int):
        self.law, self.first = law, first
        self.real_before = law.month("annuity_funding.real_until_before", first)
        self.annual = 1 + Decimal(law.text("annuity_funding.interest", first))
        self.level = law.month("annuity_funding.base_index_first", first)

    @lru_cache(maxsize=None)
    def booked(self, at: int) -> Fraction:
        share = self.law.rate("contribution.annuity_employer", at)
        if at < self.level:
            return share
        return share * Fraction(self.law.money("contribution.average_wage", at),
                                self.law.money("contribution.average_wage", self.level))

    @lru_cache(maxsize=None)
    def growth(self, months: int) -> Fraction:
        return Fraction((self.annual.ln() * months / 12).exp())

    @lru_cache(maxsize=None)
    def factor(self, since: int, until: int, paid: int) -> Fraction:
        return sum((self.booked(at) * self.growth(paid - at) for at in range(since, until + 1)), Fraction(0))

    def amount(self, member: Member, since: int, until: int, paid: int) -> int:
        joined = since if member.joined is None else max(since, member.joined)
        return half_up(member.annuity_base * self.factor(joined, until, paid)) if joined <= until else 0

    def book(self, member: Member, books: Books) -> None:
        real_until = self.real_before
        for at in books.months():
            since, until = real_until + 1, None
            if self.law.month("annuity_funding.payment_month", at) == at:
                since = max(self.law.month("annuity_funding.batch_first", at), since)
                until = real_until = self.law.month("annuity_funding.batch_last", at)
            if not member.annuity_base or not member.is_member_in(at):
                continue
            if member.retired is not None and at > member.retired:
                continue
            if until is not None:
                books.pay(ANNUITY_BATCH, at, self.amount(member, since, until, at), interest=True)
            if member.retired is not None:
                unpaid = self.amount(member, real_until + 1, at, at)
                books.pay(ANNUITY_EVENT, at, unpaid, on_death=at != member.retired, interest=True)


def book_enterprise(member: Member, books: Books) -> None:
    law = books.law
    for at in books.months():
        if at > member.retired:
            share = law.rate("unity_award.eligible_share", at)
            if member.category == LIXIU:
                books.pay(AWARD, at, law.money("unity_award.lixiu_per_month", at), share=share)
            elif at % 12 + 1 in law.months("unity_award.payment_months", at):
                name = "ordinary" if member.category == ORDINARY else "special"
                books.pay(AWARD, at, law.money(f"unity_award.{name}_per_payment", at), share=share)
        if at % 12 + 1 in law.months("heating_allowance.payment_months", at):
            closing = at - law.number("heating_allowance.closing_months_before", at)
            if law.month("heating_allowance.cohorts_from", at) <= member.retired <= closing:
                books.pay(HEATING, at, law.money("heating_allowance.standard", at))


class Residents:
    def __init__(self, books: Books):
        self.books, self.law = books, books.law
        self.divisor = self.law.number("account.resident_divisor", books.first)
        self.interest = self.law.rate("account.resident_interest", books.first)
        self.grown = lru_cache(maxsize=None)(lambda years: grown_payments(self.interest, years))

    def book(self, member: Member) -> None:
        for at in self.books.months():
            if member.retired is not None and at > member.retired:
                self.draw(member, at)
            elif member.role == PAYER and member.is_member_in(at):
                self.pay_in(member, at)

    def draw(self, member: Member, at: int) -> None:
        law, books = self.law, self.books
        books.pay(RESIDENT_CENTRAL, at, law.money("resident_pension.base_central", at))
        region = law.money("resident_pension.base_region", at)
        region += int(100 * law.step("resident_pension.age_addition", at, (at - member.birth) // 12))
        made_up = getattr(member, "made_up", member.service_months)
        further = max(0, made_up // 12 - law.number("resident_pension.years_required", at))
        region += further * law.money("resident_pension.per_further_year", at)
        books.pay(RESIDENT_REGION, at, region)
        books.pay(RESIDENT_CITY, at, law.money("resident_pension.city_supplement", at))
        books.pay(RESIDENT_FUND, at, member.account_pension, interest=True)
        books.pay(RESIDENT_CITY_ONCE, at, law.money("resident_pension.funeral_grant", at), on_death=True)
        left = max(0, member.account_pension * (self.divisor - max(0, at - member.retired)))
        books.pay(RESIDENT_INHERITANCE, at, left, on_death=True, interest=True)

    def pay_in(self, member: Member, at: int) -> None:
        law, books = self.law, self.books
        if member.retired is not None:
            years = max(0, (member.service_months - (member.retired - at)) // 12)
            yearly = 100 * member.grade + int(100 * law.step("resident_pension.subsidy", books.first, member.grade))
            books.pay(RESIDENT_INHERITANCE, at, half_up(yearly * self.grown(years)), on_death=True, interest=True)
        if at % 12 + 1 not in law.months("resident_pension.contribution_months", at):
            return
        whole = int(100 * law.step("resident_pension.subsidy", at, member.grade))
        city = min(whole, law.money("resident_pension.subsidy_city", at))
        if member.hardship:
            city += law.money("resident_pension.hardship_contribution", at)
        books.pay(RESIDENT_CITY_ONCE, at, city)
        books.pay(RESIDENT_REGION_ONCE, at, whole - min(whole, law.money("resident_pension.subsidy_city", at)))


def book_plans(books: Books) -> None:
    """Small programmes by driver and unit cost, basic expenditure by the budget's table 2: a twelfth a month, so that
    the parts up to any month are the rounded share of the year."""
    books.alive = [ONE] * (len(books.months()) + 1)

    def spread(programme: str, line: str, at: int, yearly: int) -> None:
        upto = [half_up(Fraction(yearly * count, 12)) for count in (at % 12, at % 12 + 1)]
        books.pay((programme, line, "city", "regular"), at, upto[1] - upto[0])

    with (ROOT / "scenarios" / "agencies" / "zhongwei" / "budgets" / "2024.toml").open("rb") as file:
        budget = tomllib.load(file)
    table = next(one for one in budget["table"] if one["number"] == 2)
    basic = next(i for i, heading in enumerate(table["headings"][2:]) if "基本支出" in heading)
    for at in books.months():
        for programme in ("scheme_administration", "work_injury_investigation", "social_security_card",
                          "electronic_signature"):
            yearly = half_up(100 * books.law.number(f"{programme}.driver", at)
                             * books.law.rate(f"{programme}.unit_cost", at))
            spread(programme, "2080109", at, yearly)
        for row in table["rows"]:
            amount = row["cells"][basic]
            if len(row["code"]) == 7 and amount:
                spread("basic_expenditure", row["code"], at, fen(amount) * 10000)


def recompute(folder: pathlib.Path) -> Books:
    with (folder / "run" / "scenario.resolved.toml").open("rb") as file:
        scenario = tomllib.load(file)
    first, last = (month(text) for text in scenario["horizon"]["months"].split(".."))
    law = Law(scenario["parameter"])
    outlook = Outlook(law, first, last)
    books = Books(law, Mortality(law, first), first, last)
    civil_service, residents = CivilService(books, outlook), Residents(books)
    for member in outlook.go_on(read_roster(folder / "roster.h5")):
        books.live(member)
        if member.scheme == CIVIL_SERVICE:
            civil_service.book(member)
        elif member.scheme == RESIDENT:
            residents.book(member)
        elif member.role == PENSIONER:
            book_enterprise(member, books)
    book_plans(books)
    return books


def ledger(file: pathlib.Path) -> dict[tuple, int]:
    with h5py.File(file) as tree:
        columns = [tree["ledger"][name][:].tolist() for name in ("programme", "line", "payer", "kind", "due", "paid")]
        amounts = tree["ledger/amount"][:].tolist()
    cells = {}
    for *words, amount in zip(*columns, amounts):
        programme, line, payer, kind, due, paid = (word.decode() for word in words)
        cells[programme, line, payer, kind, month(due), month(paid)] = amount
    return cells


def main() -> int:
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([program, "synthesize", "--out", folder / "roster.h5"], check=True, capture_output=True)
        subprocess.run([program, "run", "--horizon", "2024-01..2025-12", "--roster", folder / "roster.h5", "--out",
                        folder / "run"], check=True, capture_output=True)
        books = recompute(folder)
        held = ledger(folder / "run" / "result.h5")
    mine = {key: half_up(Fraction(sum_) / ONE) for key, sum_ in books.cells.items()}
    wrong, largest = [], 0
    for key in sorted(held.keys() | mine.keys()):
        difference = held.get(key, 0) - mine.get(key, 0)
        largest = max(largest, abs(difference))
        if abs(difference) > (WITH_INTEREST if key in books.interest else 0):
            wrong.append(f"{'/'.join(key[:4])} due {text_of(key[4])} paid {text_of(key[5])}: "
                         f"{held.get(key)} against {mine.get(key)}")
    for line in wrong:
        print(line)
    print(f"{len(held)} cells, {len(wrong)} differ; largest difference {largest} fen")
    return 1 if wrong or not held else 0


if __name__ == "__main__":
    sys.exit(main())
