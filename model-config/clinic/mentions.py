"""A finding as it stands in a vignette: as a phrase, a sentence, a measured value, or as absent."""
import dataclasses
import re

_MISTYPED_PERCENT = 1.5
# English words in Korean text, as students write them: seldom in an examination; abbreviations are not meant
_LATIN = re.compile(r"[A-Za-z]*[a-z]{4}")
_RARE = 0.4


@dataclasses.dataclass(frozen=True)
class Mention:
    """`finding` is None for words that the model does not know; `words` stand literally in the vignette, which is what a
    trace may quote; `style` is phrase, sentence, measured, absent or unknown; `wording` tells which of them; `slipped` whether
    it was mistyped."""
    finding: object
    present: bool
    style: str
    words: str
    wording: int = 0
    slipped: bool = False

    @property
    def is_clause(self):
        """Whether the words are a sentence of their own."""
        return self.style in ("sentence", "absent", "unknown")


def mention(rng, finding, patient, language, style=None):
    """A Mention of a present finding."""
    wording = finding[language]
    if style is None:
        choices = ["phrase"] * 3 + ["sentence"] * 2 + (["measured"] * 4 if wording.measured else [])
        style = rng.choice(choices)
    if style == "sentence" and not wording.sentences:
        style = "phrase"
    pool = {"phrase": wording.phrases, "sentence": wording.sentences, "measured": wording.measured}[style]
    at = rng.choices(range(len(pool)), [_RARE if _LATIN.search(text) else 1 for text in pool])[0] if language == "ko" else (
        rng.randrange(len(pool)))
    words = patient.fill(pool[at])
    slipped = style != "measured" and rng.random() * 100 < _MISTYPED_PERCENT
    if style == "measured":
        words = _with_value(rng, words, finding.value, normal=False)
    elif slipped:
        words = mistyped(rng, words)
    return Mention(finding, True, style, words, at, slipped)


def absence(rng, finding, patient, language):
    """A Mention that a finding is not there, or None where that cannot be said."""
    wording = finding[language]
    can_measure = wording.measured and finding.value.normal and (
        finding.value.second is None or finding.value.second.normal)
    if can_measure and (not wording.absent or rng.random() < 0.5):
        at = rng.randrange(len(wording.measured))
        return Mention(finding, False, "measured", _with_value(rng, wording.measured[at], finding.value, normal=True), at)
    if not wording.absent:
        return None
    at = rng.randrange(len(wording.absent))
    return Mention(finding, False, "absent", patient.fill(wording.absent[at]), at)


def _with_value(rng, words, value, normal):
    words = words.replace("{value}", _drawn(rng, value, normal))
    return words.replace("{second}", _drawn(rng, value.second, normal)) if value.second else words


def _drawn(rng, value, normal):
    low, high = value.normal if normal else (value.low, value.high)
    steps = max(0, int(round((high - low) / value.step)))
    number = low + rng.randint(0, steps) * value.step
    return f"{number:,.{value.decimals}f}"


def mistyped(rng, text):
    """`text` with one slip of the fingers: a lost space, or two neighbouring letters of a longer word exchanged."""
    spaces = [i for i, c in enumerate(text) if c == " "]
    if spaces and rng.random() < 0.6:
        at = rng.choice(spaces)
        return text[:at] + text[at + 1:]
    inner = [i for i in range(1, len(text) - 2) if text[i].isalpha() and text[i + 1].isalpha()
             and text[i - 1].isalpha() and text[i] != text[i + 1]]
    if not inner:
        return text
    at = rng.choice(inner)
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]
