"""Korean particles, whose form depends on whether the word before ends in a consonant."""
import re

# capital letters and digits whose Korean names end in a consonant (엘, 엠, 엔, 알; 영, 일, 삼, 육, 칠, 팔)
_CLOSED_NAMES = set("LMNR013678")
# final letters of English words that Korean writes with a final consonant (페인, 시스템, 레벨)
_CLOSED_SOUNDS = set("lmn")
# units are read out in full (밀리미터, 데시리터, 퍼센트, 도), so their last letter says nothing
_UNIT = re.compile(r"(?:\d\s*(?:mm|cm|m|kg|g|h)|/[dμm]?L|/mm³|/mm3|/hr|mmHg|mm/h|/HPF|%|℃|°C|mEq|mOsm/kg|ng/mL)$")
_NOTE = re.compile(r"\s*\([^()]*\)$|[\"'”’.]+$")
_RIEUL = 8      # ㄹ: takes 로, not 으로


def _final_consonant(word):
    """Index of the final consonant of the last syllable as Unicode counts them; 0 means none. A note in parentheses at
    the end is not read."""
    while _NOTE.search(word) and _NOTE.sub("", word):
        word = _NOTE.sub("", word)
    last = word[-1]
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28
    if _UNIT.search(word):
        return 0
    if last.islower() and last.isascii():
        return 4 if last in _CLOSED_SOUNDS or word.endswith("ng") else 0
    return _RIEUL if last in "L178" else 4 if last in _CLOSED_NAMES else 0


def with_particle(word, pair):
    """`word` with the fitting form of "after a consonant/after a vowel", for example with_particle("통풍", "을/를")."""
    return word + particle(word, pair)


def particle(word, pair):
    """The fitting form alone, for a word that is written elsewhere, in quotation marks for example."""
    closed, open_ = pair.split("/")
    final = _final_consonant(word)
    if closed == "으로" and final == _RIEUL:
        return open_
    return closed if final else open_


def fill(template, **words):
    """`template` with {name} replaced, and {name:을/를} by the word and its particle, {name!:은/는} by the particle
    alone. ValueError for a name that is not given."""
    def one(found):
        name, alone, pair = found.groups()
        if name not in words:
            raise ValueError(f"{template!r} asks for {name!r}")
        word = words[name]
        if pair is None:
            return word
        return particle(word, pair) if alone else with_particle(word, pair)
    return re.sub(r"\{(\w+)(!?)(?::([^}]*))?\}", one, template)
