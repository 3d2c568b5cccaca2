"""How well a condition explains what a vignette tells: the rule that decides every case question.

score = sum of weights (1 to 3) of the findings that are present - sum of weights of those that are said to be absent.
Words that the model does not know count for nothing."""
from .knowledge import CONDITIONS, suited, weight

# the right condition leads every other candidate by at least this
CLEAR_LEAD = 2


def score(condition, mentions):
    """The condition's score; `mentions` are Mentions."""
    known = [m for m in mentions if m.finding is not None]
    return sum(weight(condition, m.finding) * (1 if m.present else -1) for m in known)


def ranked(candidates, mentions):
    """Candidates from the best to the worst; equal scores keep their order."""
    return sorted(candidates, key=lambda condition: -score(condition, mentions))


def supporters(condition, mentions):
    """How many findings that are present are among those of the condition: all that a look-up without weights sees."""
    return sum(m.present and m.finding is not None and weight(condition, m.finding) > 0 for m in mentions)


def is_clear(condition, candidates, mentions):
    """Whether the condition leads every other candidate clearly."""
    best = max((score(c, mentions) for c in candidates if c is not condition), default=-CLEAR_LEAD)
    return score(condition, mentions) >= best + CLEAR_LEAD


def conceivable(condition):
    """The conditions that could be thought of in the same patient, itself among them."""
    return [other for other in CONDITIONS if suited(condition, other)]
