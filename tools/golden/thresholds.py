"""Golden values for io.loupe.vision.threshold from scipy.stats; prints the file.

python tools/golden/thresholds.py > vision/src/test/resources/golden/threshold/distributions.tsv
"""

import numpy as np
from scipy import stats


def write(name, rows):
    print(f"@{name} {len(rows)} {len(rows[0])}")
    for row in rows:
        print("\t".join(repr(float(value)) for value in row))


write(
    "beta-cumulative",  # alpha, beta, x, probability
    [
        (a, b, x, stats.beta.cdf(x, a, b))
        for a, b in [(0.5, 0.5), (1, 40), (3, 7), (0.5, 99), (250.5, 0.5), (30, 970), (5000, 5000)]
        for x in [1e-6, 0.003, 0.03, 0.3, 0.5, 0.9, 0.9999]
    ],
)
write(
    "student-exceeded",  # degrees of freedom, probability, value
    [(n, p, stats.t.isf(p, n)) for n in [1, 2, 3, 9, 39, 199, 5000] for p in [0.25, 0.05, 0.01, 0.005, 0.0001]],
)
write(
    "clopper-pearson",  # seen, trials, upper limit at 95 %
    [
        (k, n, 1.0 if k == n else stats.binomtest(k, n, alternative="less").proportion_ci(0.95, "exact").high)
        for n in [2, 10, 40, 99, 500, 3000]
        for k in sorted({0, 1, n // 20, n // 2, n - 1, n})
    ],
)
write(
    "binomial-at-least",  # count, trials, probability, probability of at least that count
    [
        (k, n, p, stats.binom.sf(k - 1, n, p))
        for n in [1, 12, 71, 1000]
        for p in [0.01, 0.05, 0.4]
        for k in sorted({0, 1, n // 20, n // 4, n})
    ],
)


def prediction_limit(scores, rate):
    n = len(scores)
    logs = np.log(scores) if min(scores) > 0 else np.asarray(scores)
    limit = logs.mean() + stats.t.isf(rate, n - 1) * 1.1 * logs.std(ddof=1) * np.sqrt(1 + 1 / n)
    return np.exp(limit) if min(scores) > 0 else limit


random = np.random.default_rng(20260102)
for name, scores in {
    "positive": random.lognormal(1.0, 0.25, 12),
    "with-zero": np.append(random.normal(1.0, 0.5, 9), 0.0),
    "two": np.array([1.5, 2.0]),
}.items():
    write(f"scores-{name}", [np.sort(scores)])
    write(f"limits-{name}", [(rate, prediction_limit(scores, rate)) for rate in [0.05, 0.01, 0.001]])
