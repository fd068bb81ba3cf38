#!/usr/bin/env python3
"""The same job as month_by_month.py, event-driven: one draw decides each member's month of death.

Prints nanoseconds of one core per member and replicate. usage: event_driven.py [MEMBERS [MONTHS [REPLICATES]]]
"""
import sys
import time

import numpy as np
from city import AWARD, GRANT_MONTHS, City

members, months, replicates = [int(a) for a in sys.argv[1:4]] + [130_000, 120, 20][len(sys.argv) - 1:]
city = City(members, months)

# By age: the chance to be dead by the end of each month. One sorted array serves all ages: age a has a + chance.
ages, group = np.unique(city.age, return_inverse=True)
alive = np.cumprod([1.0 - city.monthly_chance(ages + month // 12) for month in range(months)], axis=0).T
table = (np.arange(len(ages))[:, None] + np.c_[1.0 - alive, np.ones(len(ages))]).ravel()
everyone = city.pension.sum(axis=1)

begin = time.process_time()
paid = np.zeros((replicates, 3, months), dtype=np.int64)
for replicate in range(replicates):
    place = np.searchsorted(table, group + city.generator.random(members), side="right")
    death = place - group * (months + 1)
    dead = np.nonzero(death < months)[0]
    month_of_death = death[dead]
    gone = np.bincount(month_of_death, minlength=months).cumsum()
    for year in range(city.years):
        amount = city.pension[year, dead]
        lost = np.bincount(month_of_death, weights=amount, minlength=months)
        before = lost.cumsum() - lost
        for month in range(12 * year, min(12 * year + 12, months)):
            paid[replicate, 0, month] = everyone[year] - int(before[month])
            paid[replicate, 2, month] = GRANT_MONTHS * int(lost[month])
    for month in range(months):
        if city.is_award_month(month):
            paid[replicate, 1, month] = AWARD * (members - (int(gone[month - 1]) if month > 0 else 0))
spent = time.process_time() - begin
print(f"{spent * 1e9 / (members * replicates):.1f}")
