"""An argument in words: one sentence or two for each step, in either language."""
from . import reasoning_en, reasoning_ko
from .argument import Denied, Impression, NoRival, Rivals, Unknown, Weighed, relation_key
from .case_words import capitalised, said
from .knowledge import CONDITIONS, weight
from .marks import MARK

_WORDS = {"ko": reasoning_ko, "en": reasoning_en}


def sentences(rng, language, steps):
    """The sentences of an argument, in its order."""
    return [capitalised(_sentence(rng, language, step)) for step in steps]


def option_check(rng, language, letter, mention, condition, is_own, is_answer):
    """What a trace says of one option of a list: as in a case, what it speaks for, be it the condition asked about or the one it
    speaks for most; the option that is sought is pointed out."""
    words = _WORDS[language]
    owner = condition if is_own else max(CONDITIONS, key=lambda c: weight(c, mention.finding))
    step = Weighed(mention, ((owner, weight(owner, mention.finding)),))
    parts = [f"{letter}. " + capitalised(_sentence(rng, language, step))]
    if not is_own:
        parts.append(said(rng.choice(words.FOREIGN), language, x=condition[language]))
    if is_answer:
        parts.append(said(rng.choice(words.FOUND[is_own]), language, l=MARK + letter))
    return " ".join(parts)


def _sentence(rng, language, step):
    words = _WORDS[language]

    def name(condition):
        return MARK + condition[language]

    def one(templates, **filled):
        return said(rng.choice(templates), language, **filled)
    match step:
        case Weighed(mention, relations):
            named = {key: name(condition) for key, (condition, _) in zip("ab", relations)}
            return _quoted(one, words, language, mention) + one(words.RELATION[relation_key(relations)], **named)
        case Denied(mention, None):
            return one(words.DENIED_NOTHING, q=mention.words)
        case Denied(mention, condition):
            return one(words.DENIED, q=mention.words, a=name(condition))
        case Unknown(mention):
            return one(words.UNKNOWN, q=mention.words)
        case Impression(condition):
            return one(words.IMPRESSION, a=name(condition))
        case NoRival(best):
            return one(words.NO_RIVAL, a=name(best))
        case Rivals(best, runner_up, turned):
            return one(words.TURNED if turned else words.RIVALS, a=name(best), b=name(runner_up))
    return _reason(one, words, language, step, name)


def _quoted(one, words, language, mention):
    """The quotation, and what it means where it does not say so itself."""
    meaning = mention.finding[language].name
    if meaning.lower() == mention.words.lower():
        return one(words.SAME, q=mention.words)
    return one(words.NAMED, q=mention.words, n=meaning)


def _reason(one, words, language, reason, name):
    if reason.kind == "lookalike":
        return reason.best.against[reason.runner_up.id][language].rstrip(".") + "."
    if reason.kind == "denied":
        about = {"q": reason.about.words}
    else:
        finding = reason.about if reason.kind == "missing" else reason.about.finding
        about = {"n": finding[language].name}
    return one(words.REASONS[reason.kind], a=name(reason.best), b=name(reason.runner_up), **about)
