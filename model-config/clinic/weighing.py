"""How well a condition explains what a vignette tells: the rule that decides every case question.

score = sum of weights (1 to 3) of the findings that are present - sum of weights of those that are said to be absent.
Words that the model does not know count for nothing."""
from .knowledge import CONDITIONS, weight

# the right condition leads every other candidate by at least this
CLEAR_LEAD = 2
# years by which a patient may be younger or older than a condition's usual patients; a child, by half its age
_SLACK, _GROWN = 5, 15


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


def conceivable(condition, patient):
    """The conditions that could be thought of in the patient, who has `condition`."""
    return [other for other in CONDITIONS if other is condition or _suits(other, patient)]


def _suits(condition, patient):
    low, high = condition.years()
    slack = _SLACK if patient.years >= _GROWN else patient.years / 2
    return patient.sex in condition.sex and low - slack <= patient.years <= high + slack
