#!/usr/bin/env python3
"""Sobol' indices of the Ishigami and the g function by OpenTURNS, as JSON: an oracle for the engine's estimators.

usage: openturns_indices.py; needs Debian's python3-openturns.
"""
import json
import math

import openturns as ot

ot.Log.Show(ot.Log.NONE)
ot.RandomGenerator.SetSeed(7)
SIZE = 1 << 14


def ishigami(u):
    x = [math.pi * (2.0 * one - 1.0) for one in u]
    return [math.sin(x[0]) + 7.0 * math.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * math.sin(x[0])]


def sobol_g(u):
    product = 1.0
    for value, a in zip(u, (0.0, 1.0, 4.5, 9.0)):
        product *= (abs(4.0 * value - 2.0) + a) / (1.0 + a)
    return [product]


def indices(function, dimension):
    cube = ot.ComposedDistribution([ot.Uniform(0.0, 1.0)] * dimension)
    model = ot.PythonFunction(dimension, 1, function)
    design = ot.SobolIndicesExperiment(cube, SIZE, False).generate()
    algorithm = ot.SaltelliSensitivityAlgorithm(design, model(design), SIZE)
    return {"first": list(algorithm.getFirstOrderIndices()), "total": list(algorithm.getTotalOrderIndices())}


print(json.dumps({"ishigami": indices(ishigami, 3), "g": indices(sobol_g, 4)}))
