"""Interval of a proportion."""
import math

_Z95 = 1.959963984540054


def wilson(successes, n, z=_Z95):
    """(low, high) of the Wilson score interval, 95 % by default (E. B. Wilson, JASA 22:209-212, 1927)."""
    p, centre = successes / n, (successes + z * z / 2) / (n + z * z)
    half = z / (n + z * z) * math.sqrt(n * p * (1 - p) + z * z / 4)
    return max(0.0, centre - half), min(1.0, centre + half)


def with_interval(successes, n):
    """"248/250 = 99.2 % (97.1 to 99.8)"."""
    low, high = wilson(successes, n)
    return f"{successes}/{n} = {100 * successes / n:.1f} % ({100 * low:.1f} to {100 * high:.1f})"
