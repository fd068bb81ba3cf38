#!/usr/bin/env python3
"""The city's replicates as a NumPy script would make them month by month: everyone alive draws each month.

Prints nanoseconds of one core per member and replicate. usage: month_by_month.py [MEMBERS [MONTHS [REPLICATES]]]
"""
import sys
import time

import numpy as np
from city import AWARD, GRANT_MONTHS, City

members, months, replicates = [int(a) for a in sys.argv[1:4]] + [130_000, 120, 3][len(sys.argv) - 1:]
city = City(members, months)
begin = time.process_time()
paid = np.zeros((replicates, 3, months), dtype=np.int64)
for replicate in range(replicates):
    alive = np.ones(members, dtype=bool)
    for month in range(months):
        year = month // 12
        amount = city.pension[year]
        if month % 12 == 0:
            chance = city.monthly_chance(city.age + year)
        paid[replicate, 0, month] = amount[alive].sum()
        if city.is_award_month(month):
            paid[replicate, 1, month] = AWARD * np.count_nonzero(alive)
        dies = alive & (city.generator.random(members) < chance)
        paid[replicate, 2, month] = GRANT_MONTHS * amount[dies].sum()
        alive &= ~dies
spent = time.process_time() - begin
print(f"{spent * 1e9 / (members * replicates):.1f}")
