"""Korean particles, whose form depends on whether the word before ends in a consonant."""

# letters and digits whose Korean names end in a consonant (엘, 엠, 엔, 알; 영, 일, 삼, 육, 칠, 팔)
_CLOSED = set("lmnrLMNR") | set("013678")
# units are read out in full (밀리미터, 데시리터), so their last letter says nothing
_OPEN_UNITS = (" mm", " cm", "/dL")
_RIEUL = 8      # ㄹ: takes 로, not 으로


def _final_consonant(word):
    """Index of the final consonant of the last syllable as Unicode counts them; 0 means none."""
    word = word.rstrip(")")
    last = word[-1]
    if "가" <= last <= "힣":
        return (ord(last) - 0xAC00) % 28
    if word.endswith(_OPEN_UNITS):
        return 0
    return 4 if last in _CLOSED else 0


def with_particle(word, pair):
    """`word` with the fitting form of "after a consonant/after a vowel", for example with_particle("통풍", "을/를")."""
    closed, open_ = pair.split("/")
    if pair == "이다/다" and word.endswith(_OPEN_UNITS):
        return word + closed        # 이다 keeps its stem after a unit
    final = _final_consonant(word)
    if closed == "으로" and final == _RIEUL:
        return word + open_
    return word + (closed if final else open_)
