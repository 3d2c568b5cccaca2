"""Short questions after an answered question with options: why, and what is wrong with the others."""
from .argument import Weighed, reasons
from .case_words import capitalised, said
from .knowledge import weight
from .marks import MARK
from .questions import LETTERS
from .reasoning import sentences
from .talk_words import BECAUSE, FOLLOW_UPS, WRONG
from .vignette import listed
from .weighing import score


def follow_up(rng, q):
    """(what is asked, thought, answer) after the Question `q` was answered rightly."""
    kind = rng.choice(["why", "why", "others"])
    asked = rng.choice(FOLLOW_UPS[kind][q.language])
    thought, answer = (_why if kind == "why" else _others)(rng, q)
    return asked, thought, answer


def _supporting(q):
    """The mentions that speak most for the condition, three at most, in the order of the text."""
    own = [m for m in q.mentions if m.present and m.finding is not None and weight(q.condition, m.finding)]
    best = sorted(own, key=lambda m: -weight(q.condition, m.finding))[:3]
    return [m for m in own if m in best]


def _why(rng, q):
    supporting = _supporting(q)
    steps = [Weighed(m, ((q.condition, weight(q.condition, m.finding)),)) for m in supporting]
    thought = " ".join(sentences(rng, q.language, steps))
    quotes = listed([f'"{m.words}"' for m in supporting], q.language)
    answer = said(rng.choice(BECAUSE[q.language]), q.language, q=quotes, a=MARK + q.condition[q.language])
    return thought, capitalised(answer)


def _others(rng, q):
    quotes = listed([f'"{m.words}"' for m in _supporting(q)], q.language)
    thought = said(rng.choice(BECAUSE[q.language]), q.language, q=quotes, a=MARK + q.condition[q.language])
    lines = [_wrong(rng, q, LETTERS[i], other) for i, other in enumerate(q.option_conditions) if other is not q.condition]
    return capitalised(thought), "\n".join(lines)


def _wrong(rng, q, letter, other):
    found = [r for r in reasons(q.mentions, q.condition, other) if r.kind != "lookalike"]
    if score(other, q.mentions) <= 0:
        found = [r for r in found if r.kind == "missing"] or found
    words = {"l": letter, "b": MARK + other[q.language]}
    if not found:
        return said(WRONG["nothing"][q.language], q.language, **words)
    reason = rng.choice(found)
    words |= {"n": reason.about[q.language].name} if reason.kind == "missing" else {"q": reason.about.words}
    return said(WRONG[reason.kind][q.language], q.language, **words)
