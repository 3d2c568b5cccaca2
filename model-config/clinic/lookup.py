"""The baseline that the model has to beat: every wording looked up in the table, one vote a finding, no weights.

It is given every reading for free: what a finding means, and that it is present. Absent findings give no vote."""
from .questions import CASE_KINDS, LETTERS
from .weighing import supporters


def chance_of_right(q):
    """The probability that the look-up answers a Question with options rightly; it draws among equals."""
    if q.kind not in CASE_KINDS:
        return 1.0      # a list question asks for the table itself
    votes = [supporters(condition, q.mentions) for condition in q.option_conditions]
    if votes[LETTERS.index(q.answer)] < max(votes):
        return 0.0
    return 1 / votes.count(max(votes))
