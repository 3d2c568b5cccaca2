"""Requests about what the model is not taught, and how it declines."""
from . import talk_words, unknown
from .argument import Unknown
from .case_words import capitalised, lead_in, said
from .knowledge import CONDITIONS, FACTS
from .marks import MARK
from .patients import Patient
from .prompts import BEYOND, TEMPLATES, option_lines
from .questions import option_text
from .reasoning import sentences
from .vignette import stem, vignette


def request(rng, language, split):
    """(user's message, thought, answer): a fact about a stranger, or a case of one with or without options."""
    kind = rng.choice(["fact", "fact", "open", "options", "options"])
    return {"fact": _fact, "open": _open, "options": _options}[kind](rng, language, split)


def _fact(rng, language, split):
    name = rng.choice(unknown.BY_SPLIT[split])[language]
    kind = rng.choice([*FACTS, "findings", "redFlags"])
    asked = said(rng.choice(talk_words.FACT_QUESTIONS[language][kind]), language, x=name)
    thought = said(rng.choice(talk_words.UNKNOWN_NAME["think"][language]), language, x=name)
    answer = said(rng.choice(talk_words.UNKNOWN_NAME["answer"][language]), language, x=name, beyond=MARK + BEYOND[language])
    return asked, capitalised(thought), answer


def _case(rng, language, split):
    stranger = rng.choice(unknown.BY_SPLIT[split])
    who = Patient(age=rng.randint(16, 75), unit="y", sex=rng.choice("mf"))
    mentions = unknown.clues(rng, stranger, who, language, rng.choice([2, 3]))
    text = vignette(rng, who, mentions, language)
    mentions.sort(key=lambda m: text.index(m.words))
    thought = sentences(rng, language, [Unknown(m) for m in mentions])
    return stranger, text, [*thought, rng.choice(talk_words.UNKNOWN_CASE["think"][language])]


def _open(rng, language, split):
    _, text, thought = _case(rng, language, split)
    asked = stem(text, lead_in(rng, language, rng.choice(["diagnosis", *FACTS]), is_open=True))
    return asked, " ".join(thought), _declined(rng, language)


def _options(rng, language, split):
    stranger, text, thought = _case(rng, language, split)
    others = rng.sample([s for s in unknown.BY_SPLIT[split] if s is not stranger], rng.choice([0, 1, 2]))
    known = rng.sample(CONDITIONS, rng.choice([4, 5]) - 1 - len(others))
    options = [stranger, *others, *known]
    rng.shuffle(options)
    named = rng.choice([c for c in options if c in known])
    thought.insert(-1, said(rng.choice(talk_words.UNKNOWN_CASE["none"][language]), language, x=MARK + named[language]))
    question = stem(text, lead_in(rng, language, "diagnosis", is_open=False))
    lines = option_lines([o[language] if o not in known else option_text(o, "diagnosis", language) for o in options])
    template = rng.choice(["plain", "think", "card"])
    return TEMPLATES[template][language].format(question=question, options=lines), " ".join(thought), _declined(rng, language)


def _declined(rng, language):
    return said(rng.choice(talk_words.UNKNOWN_CASE["answer"][language]), language, beyond=MARK + BEYOND[language])
