"""The job of both NumPy scripts: a city of pensioners, what they are paid, and when they die.

Three streams as the engine's programmes have them: a pension adjusted each January and rounded to a fen, an award of 600
yuan in June and December, and a grant of twenty months' pension on death. Mortality rises with age (Gompertz).
"""
import numpy as np

AWARD = 60_000  # fen
GRANT_MONTHS = 20


class City:
    def __init__(self, members, months, seed=7):
        self.members, self.months, self.years = members, months, -(-months // 12)
        self.generator = np.random.Generator(np.random.Philox(seed))
        self.age = self.generator.integers(55, 95, members)
        pension = self.generator.integers(300_000, 600_000, members)
        self.pension = np.empty((self.years, members), dtype=np.int64)  # fen a month, by year
        self.pension[0] = pension
        for year in range(1, self.years):
            self.pension[year] = np.rint(self.pension[year - 1] * 1.038)

    def monthly_chance(self, age):
        yearly = np.minimum(0.004 * np.exp(0.09 * (age - 60)), 0.9)
        return 1.0 - (1.0 - yearly) ** (1 / 12)

    @staticmethod
    def is_award_month(month):
        return month % 12 in (5, 11)
