"""The members of a roster's file and how they go on, for recompute_ledger.py; shares no code with the program."""
from __future__ import annotations

import pathlib
from fractions import Fraction
from functools import lru_cache

import h5py

from ledger_law import FEMALE, MALE, Law, half_up

CIVIL_SERVICE, ENTERPRISE, RESIDENT = range(3)
PENSIONER, ACTIVE, PAYER, LEAVER = range(4)
ORDINARY, LIXIU = 0, 3


class Member:
    __slots__ = ("key", "scheme", "role", "sex", "category", "hardship", "birth", "joined", "retired",
                 "service_months", "made_up", "pension", "account_pension", "base", "annuity_base",
                 "grade")

    def __init__(self, **columns):
        self.key, self.hardship, self.joined, self.category = "", 0, None, ORDINARY
        self.pension = self.account_pension = self.base = self.annuity_base = self.grade = self.service_months = 0
        for name, value in columns.items():
            setattr(self, name, value)

    def is_member_in(self, at: int) -> bool:
        return self.joined is None or self.joined <= at


def read_roster(file: pathlib.Path) -> list[Member]:
    with h5py.File(file) as tree:
        columns = {name: tree[name][:].tolist() for name in tree}
    for name in ("birth", "joined", "retired"):
        columns[name] = [None if value == 0 else 12 * (value // 100) + value % 100 - 1 for value in columns[name]]
    names = list(columns)
    return [Member(**dict(zip(names, row))) for row in zip(*columns.values())]


class Account:
    """Balances of an employee whose base is the average wage, each step to the fen; the index multiplies once."""

    def __init__(self, law: Law, last: int):
        self.law, self.last = law, last
        self.reform = law.month("award.reform_first", last)

    @lru_cache(maxsize=None)
    def at_index_1(self, since: int) -> list[int]:
        balances, before, this_year = [], 0, 0
        for at in range(since, self.last + 1):
            january = max(12 * (at // 12), self.reform)
            share = self.law.rate("contribution.civil_service_individual", january)
            this_year += half_up(self.law.money("contribution.average_wage", january) * share)
            interest = self.law.rate("account.interest", january)
            balances.append(half_up(before * (1 + interest * Fraction(at % 12 + 1, 12))) + this_year)
            if at % 12 == 11:
                before, this_year = balances[-1], 0
        return balances

    def balance(self, joined: int, at: int, index: Fraction) -> int:
        since = max(joined, self.reform)
        return 0 if at < since else half_up(self.at_index_1(since)[at - since] * index)


def divisor(law: Law, birth: int, retired: int) -> Fraction:
    age, months = divmod(retired - birth, 12)
    whole = law.step("award.divisor", retired, age)
    if months == 0 or law.text("award.divisor_by_month", retired) == "whole_years":
        return whole
    step = law.rate("award.divisor_step", retired)
    exact = whole + (law.step("award.divisor", retired, age + 1) - whole) * Fraction(months, 12)
    return half_up(exact / step) * step


def sheet_years(months: int) -> Fraction:
    return Fraction(half_up(Fraction(100 * months, 12)), 100)


class Outlook:
    """How members go on after the roster's first year."""

    def __init__(self, law: Law, first: int, last: int):
        self.law, self.last = law, last
        self.as_of, self.begins = first - 1, first + 12
        self.account = Account(law, last)
        if law.rate("outlook.early_share", self.begins) or law.rate("outlook.late_share", self.begins):
            raise NotImplementedError("flexible retirement is drawn by the program's own generator")

    def number(self, name: str) -> int:
        return self.law.number(f"outlook.{name}", self.begins)

    def share(self, count: int, name: str) -> int:
        return half_up(count * self.law.rate(f"outlook.{name}", self.begins))

    def statutory(self, group: str, birth: int) -> int:
        law = self.law
        reached = birth + 12 * law.number(f"retirement.old_age_{group}", birth)
        later = birth - law.month(f"retirement.first_birth_{group}", reached)
        if later < 0:
            return reached
        delay = later // law.number(f"retirement.pace_{group}", reached) + 1
        return reached + min(delay, law.number(f"retirement.most_delay_{group}", reached))

    def index(self, base: int) -> Fraction:
        at = self.as_of + 1
        insured = min(max(base, self.law.money("contribution.base_floor", at)),
                      self.law.money("contribution.base_cap", at))
        return Fraction(half_up(Fraction(10000 * insured, self.law.money("contribution.average_wage", at))), 10000)

    def award(self, member: Member) -> None:
        law, at = self.law, member.retired
        base, index = law.money("award.base", at), self.index(member.base)
        reform = law.month("award.reform_first", at)
        basic = half_up(base * (1 + index) / 2 * sheet_years(member.service_months) * law.rate("award.share_per_year", at))
        balance = self.account.balance(member.joined, at, index)
        member.account_pension = half_up(balance / divisor(law, member.birth, at))
        member.pension = basic + member.account_pension
        if member.joined < reform:
            before = min(max(reform - member.joined, 0), member.service_months)
            member.pension += half_up(base * law.rate("award.deemed_index", at) * sheet_years(before)
                                      * law.rate("award.transition", at))

    def go_on(self, members: list[Member]) -> list[Member]:
        for member in members:
            if member.scheme == CIVIL_SERVICE and member.role == ACTIVE:
                self.retire(member)
            elif member.scheme == RESIDENT and member.role == PAYER:
                self.reach_pension_age(member)
        return members + self.hired() + self.retiring() + self.new_payers()

    def retire(self, member: Member) -> None:
        group = "male" if member.sex == MALE else "female_55"
        counted = self.as_of
        if self.statutory(group, member.birth) < self.begins:  # somebody young has held the place
            member.birth = self.begins - 1 - 12 * self.number("civil_service_entry_age")
            member.joined, member.service_months, member.annuity_base = self.as_of, 0, 0
            counted = self.begins - 1
        member.retired = self.statutory(group, member.birth)
        member.service_months += member.retired - counted
        if member.retired <= self.last:
            self.award(member)

    def reach_pension_age(self, member: Member) -> None:
        law, age = self.law, 12 * self.law.number("retirement.resident_age", self.begins)
        counted = self.as_of
        if member.birth + age < self.begins:
            counted = self.begins - 1
            member.birth = counted - 12 * self.number("resident_entry_age")
            member.joined, member.service_months = self.as_of, 0
        member.retired = member.birth + age
        at = member.retired
        least = law.number("retirement.resident_minimum_service", at)
        joined = counted if member.joined is None else max(counted, member.joined)
        member.service_months += at - joined
        member.made_up = max(least, member.service_months)  # when the pension begins, at once
        if at <= self.last:
            yearly = 100 * member.grade + int(100 * law.step("resident_pension.subsidy", at, member.grade))
            grown = grown_payments(law.rate("account.resident_interest", at), member.made_up // 12)
            member.account_pension = half_up(yearly * grown / law.number("account.resident_divisor", at))

    def hired(self) -> list[Member]:
        yearly, law = self.number("civil_service_new_members"), self.law
        women = self.share(yearly, "civil_service_entry_women")
        base = law.money("outlook.civil_service_entry_base", self.begins)
        level = law.month("annuity_funding.base_index_first", self.begins)
        then = Fraction(law.money("contribution.average_wage", level),
                        law.money("contribution.average_wage", self.begins - 1))
        found = []
        for year in range(self.begins // 12, self.last // 12 + 1):
            for i in range(yearly):
                sex = FEMALE if i * women // yearly != (i + 1) * women // yearly else MALE
                joined = 12 * year + i % 12
                birth = joined - 12 * self.number("civil_service_entry_age")
                funded = self.share(i + 1, "civil_service_fully_funded") != self.share(i, "civil_service_fully_funded")
                retired = self.statutory("male" if sex == MALE else "female_55", birth)
                found.append(Member(scheme=CIVIL_SERVICE, role=ACTIVE, sex=sex, joined=joined, birth=birth, base=base,
                                    annuity_base=half_up(base * then) if funded else 0, retired=retired,
                                    service_months=retired - joined))
        return found

    def retiring(self) -> list[Member]:
        yearly = self.number("enterprise_reaching_old_age")
        men, women_55 = self.share(yearly, "enterprise_men"), self.share(yearly, "enterprise_women_55")
        groups = [("male", MALE, men), ("female_55", FEMALE, women_55), ("female_50", FEMALE, yearly - men - women_55)]
        found = []
        for group, sex, count in groups:
            for year in range(self.begins // 12, self.last // 12 + 1):
                for i in range(count):
                    reached = 12 * year + i % 12
                    birth = reached - 12 * self.law.number(f"retirement.old_age_{group}", reached)
                    retired = self.statutory(group, birth)
                    if retired <= self.last:
                        found.append(Member(scheme=ENTERPRISE, role=PENSIONER, sex=sex, birth=birth, retired=retired,
                                            service_months=12 * self.number("enterprise_service")))
        return found

    def new_payers(self) -> list[Member]:
        found = []
        grade = self.law.money("outlook.resident_grade", self.begins) // 100
        age = 12 * self.law.number("retirement.resident_age", self.begins)
        for year in range(self.begins // 12, self.last // 12 + 1):
            for i in range(self.number("resident_new_payers")):
                joined = 12 * year + i % 12
                birth = joined - 12 * self.number("resident_entry_age")
                found.append(Member(scheme=RESIDENT, role=PAYER, sex=i % 2, joined=joined, birth=birth,
                                    retired=birth + age, service_months=birth + age - joined, grade=grade))
        return found


def grown_payments(interest: Fraction, years: int) -> Fraction:
    return sum(((1 + interest) ** i for i in range(years)), Fraction(0))
