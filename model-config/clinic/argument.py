"""What a trace says, before any words: for each mention what it speaks for, then the two leading candidates compared.

Everything in it follows from the table of conditions and the mentions, so that a trace never claims what is not in the
vignette, and every quotation is literal."""
import dataclasses

from .knowledge import FINDINGS, POINTS_TO, TYPICAL, weight
from .weighing import ranked, score

# what history and examination tell
_ASKED_OR_SEEN = ("symptom", "sign", "vital")


@dataclasses.dataclass(frozen=True)
class Weighed:
    """A present finding with the candidates it speaks for, best first: [(condition, weight)], two at most."""
    mention: object
    relations: tuple


@dataclasses.dataclass(frozen=True)
class Denied:
    """An absent finding with the candidate that would lead one to expect it, or None."""
    mention: object
    condition: object


@dataclasses.dataclass(frozen=True)
class Unknown:
    """Words that the model has not been taught."""
    mention: object


@dataclasses.dataclass(frozen=True)
class Impression:
    """The candidate that the first findings suggest and that is given up later."""
    condition: object


@dataclasses.dataclass(frozen=True)
class Rivals:
    """The two leading candidates; `turned` if the runner-up was the first impression."""
    best: object
    runner_up: object
    turned: bool


@dataclasses.dataclass(frozen=True)
class Reason:
    """Why the runner-up is worse: kind denied, unexplained (a mention), missing (a finding) or lookalike (nothing more)."""
    kind: str
    best: object
    runner_up: object
    about: object = None


@dataclasses.dataclass(frozen=True)
class NoRival:
    """Nothing else explains the findings."""
    best: object


def argument(rng, mentions, condition, candidates):
    """The steps of a trace. `mentions` in the order of the text; `condition` is the right one, of `candidates`."""
    order = ranked(candidates, mentions)
    leaders = [condition, *[c for c in order if c is not condition][:1]]
    steps, impression = [], None
    for number, mention in enumerate(mentions):
        steps.append(_step(mention, candidates, leaders))
        if number == 0 and len(mentions) > 2 and rng.random() < 0.6:
            impression = _impression(steps[0], condition)
            if impression:
                steps.append(Impression(impression))
    runner_up = impression or leaders[-1]
    if runner_up is condition or score(runner_up, mentions) <= 0:
        return [*steps, NoRival(condition)]
    against = reasons(mentions, condition, runner_up)
    rng.shuffle(against)
    count = 1 if len(mentions) > 3 else rng.choice([1, 2])
    return [*steps, Rivals(condition, runner_up, impression is not None), *against[:count]]


def _step(mention, candidates, leaders):
    if mention.finding is None:
        return Unknown(mention)
    # those of the leading two first, then in the order of the candidates
    ordered = [*leaders, *[c for c in candidates if c not in leaders]]
    related = sorted([(c, weight(c, mention.finding)) for c in ordered if weight(c, mention.finding)], key=lambda r: -r[1])
    if mention.present:
        return Weighed(mention, tuple(related[:2]))
    return Denied(mention, next((c for c, w in related if w >= TYPICAL), None))


def _impression(step, condition):
    if not isinstance(step, Weighed) or not step.relations:
        return None
    first = step.relations[0][0]
    return None if first is condition else first


def reasons(mentions, best, runner_up):
    """All that speaks for `best` against `runner_up`."""
    known = [m for m in mentions if m.finding is not None]
    found = []
    for m in known:
        if not m.present and weight(runner_up, m.finding) > weight(best, m.finding):
            found.append(Reason("denied", best, runner_up, m))
        # a background and a normal result are nothing that a condition would have to explain
        is_abnormal = m.present and m.finding.type != "background" and not m.finding.is_normal
        if is_abnormal and weight(best, m.finding) >= TYPICAL and not weight(runner_up, m.finding):
            found.append(Reason("unexplained", best, runner_up, m))
    told = {m.finding.id for m in known}
    # a test that nobody has done is not missing
    missing = [FINDINGS[key] for key, w in runner_up.weights.items()
               if w == POINTS_TO and key not in told and key not in best.weights and FINDINGS[key].type in _ASKED_OR_SEEN]
    found += [Reason("missing", best, runner_up, finding) for finding in missing[:2]]
    if runner_up.id in best.against:
        found.append(Reason("lookalike", best, runner_up))
    return found


def relation_key(relations):
    """Which of the builds says these relations."""
    if not relations:
        return "none"
    words = {POINTS_TO: "strong", TYPICAL: "typical"}
    first = words.get(relations[0][1], "possible")
    if len(relations) == 1:
        return first
    second = words.get(relations[1][1], "possible")
    return f"{first}+{second}" if second == first != "possible" else f"{first}+"
