"""An argument in English. Every step has several builds, so that no fixed form can be leant on."""
from .argument import Denied, Impression, NoRival, Reason, Rivals, Unknown, Weighed, relation_key
from .marks import MARK

_SAME = ['"{q}" ', '"{q}": this ', 'The "{q}" ']
_NAMED = ['"{q}" means {n}; it ', '"{q}" is {n}, which ', '"{q}": {n}. It ', 'I read "{q}" as {n}; this ', '"{q}", that is {n}, ']
_RELATION = {
    "strong": ["strongly suggests {a}.", "is characteristic of {a}.", "weighs heavily for {a}."],
    "strong+": ["is characteristic of {a} and possible in {b}.", "strongly suggests {a}, though {b} can show it too."],
    "strong+strong": ["strongly suggests both {a} and {b}."],
    "typical": ["fits {a} well.", "is common in {a}.", "is typical of {a}."],
    "typical+typical": ["fits both {a} and {b}.", "is common in {a} and in {b}."],
    "typical+": ["fits {a} well and can occur in {b}.", "is typical of {a} and possible in {b}."],
    "possible": ["can be seen in {a} but is not specific.", "is a weak clue for {a}."],
    "possible+": ["can be seen in {a} or {b} and is not specific.", "is a weak clue, possible in {a} and in {b}."],
    "none": ["does not separate the candidates.", "supports none of the candidates."]}
_DENIED = ['"{q}" makes {a} less likely.', '"{q}": {a} would be expected to show it.', '"{q}" speaks against {a}.']
_DENIED_NOTHING = ['"{q}" changes nothing.', '"{q}": this does not separate the candidates.']
_UNKNOWN = ['"{q}" is not a finding I know, so I leave it out.', '"{q}": I was not taught this finding and do not use it.']
_IMPRESSION = ["At first {a} comes to mind.", "So far {a} seems likely.", "My first impression is {a}."]
_RIVALS = ["Let me compare {a} and {b}.", "The leading candidates are {a} and {b}.", "It is either {a} or {b}.",
           "That leaves {a} and {b}."]
_TURNED = ["On second thought {a} fits better than {b}.", "But {b} does not explain enough; consider {a}.",
           "Wait: {a} explains the rest better than {b}."]
_REASONS = {
    "denied": ['"{q}" argues against {b}.', '{b} does not go with "{q}".'],
    "unexplained": ['{b} does not explain "{q}".', '"{q}" is left unexplained by {b}.'],
    "missing": ["{b} would be expected to show {n}, which is not mentioned.", "Nothing is said of {n}, as {b} would have it."]}
_NO_RIVAL = ["Only {a} explains these findings together.", "No other candidate explains these findings.",
             "There is no serious rival."]


def sentences(rng, steps, letters=None):
    """The sentences of an argument, in its order. With `letters` ({condition id: option letter}) every candidate is named with
    its letter, which ties the argument to the options."""
    def name(condition):
        letter = (letters or {}).get(condition.id)
        return MARK + condition["en"] + (f" ({MARK}{letter})" if letter else "")
    return [_capitalised(_said(rng, step, name)) for step in steps]


def _said(rng, step, name):
    if isinstance(step, Weighed):
        return _quoted(rng, step.mention) + rng.choice(_RELATION[relation_key(step.relations)]).format(
            **{key: name(c) for key, (c, _) in zip("ab", step.relations)})
    if isinstance(step, Denied):
        if step.condition is None:
            return rng.choice(_DENIED_NOTHING).format(q=step.mention.words)
        return rng.choice(_DENIED).format(q=step.mention.words, a=name(step.condition))
    if isinstance(step, Unknown):
        return rng.choice(_UNKNOWN).format(q=step.mention.words)
    if isinstance(step, Impression):
        return rng.choice(_IMPRESSION).format(a=name(step.condition))
    if isinstance(step, NoRival):
        return rng.choice(_NO_RIVAL).format(a=name(step.best))
    if isinstance(step, Rivals):
        return rng.choice(_TURNED if step.turned else _RIVALS).format(a=name(step.best), b=name(step.runner_up))
    return _reason(rng, step, name)


def _quoted(rng, mention):
    meaning = mention.finding.en.name
    if meaning.lower() == mention.words.lower():
        return rng.choice(_SAME[:1] if mention.is_clause else _SAME).format(q=mention.words)
    return rng.choice(_NAMED).format(q=mention.words, n=meaning)


def _reason(rng, reason: Reason, name):
    if reason.kind == "lookalike":
        return reason.best.against[reason.runner_up.id]["en"].rstrip(".") + "."
    words = {"a": name(reason.best), "b": name(reason.runner_up)}
    if reason.kind == "missing":
        words["n"] = reason.about.en.name
    else:
        words["q"] = reason.about.words
    return rng.choice(_REASONS[reason.kind]).format(**words)


def _capitalised(text):
    """A sentence may begin with a marked name or with a quotation."""
    at = 1 if text.startswith(MARK) else 0
    return text[:at] + text[at].upper() + text[at + 1:]
