"""How a trace finds the letter: it reads the options in their order until one says what was concluded.

Reading them in order is what the model's size asks for: from a letter to its words is a copy, and words are compared with what
was concluded just before; from words back to their letter a network this small does not find the way."""
from .case_words import said
from .marks import MARK

LETTERS = "ABCDE"
_OPENINGS = {"ko": ["보기를 차례로 보자.", "보기를 확인한다.", "이제 보기와 맞추어 본다."],
             "en": ["Going through the options.", "Now the options in turn.", "Checking the options."]}
# ways to read an option: (it says something else, it says what was concluded)
_STYLES = {
    "ko": [("{l}. {t}: {m}아니다.", "{l}. {t}: {m}맞다."),
           ("{l:은/는} {t:으로/로}, {m}다르다.", "{l:은/는} {t:으로/로}, {m}일치한다."),
           ("{l}의 {t:은/는} {m}답이 아니다.", "{l}의 {t:은/는} {m}찾던 것이다."),
           ("{l}: {t}, {m}해당하지 않는다.", "{l}: {t}, {m}해당한다.")],
    "en": [("{l}. {t}: {m}no.", "{l}. {t}: {m}yes."),
           ("{l} is {t}, which {m}differs.", "{l} is {t}, which {m}matches."),
           ("{l}, {t}, {m}does not fit.", "{l}, {t}, {m}is what I look for."),
           ("{l} says {t}: {m}not that.", "{l} says {t}: {m}that one.")]}
_FURTHER_SHARE = 0.15       # of the scans that look at the remaining options too
_BEGINNING = 3              # words by which a long option is named


def option_scan(rng, language, options, at):
    """The sentences that read `options` (their words) up to the one numbered `at`, now and then all of them."""
    other, same = rng.choice(_STYLES[language])
    end = len(options) if rng.random() < _FURTHER_SHARE else at + 1
    read = [said(same if number == at else other, language, l=letter, t=words, m=MARK)
            for number, (letter, words) in enumerate(zip(LETTERS[:end], _named(options)))]
    return " ".join([rng.choice(_OPENINGS[language]), *read])


def _named(options):
    """What each option is called: its beginning where it is long and no other begins so."""
    beginnings = [" ".join(words.split(" ")[:_BEGINNING]) for words in options]
    return [words if len(words.split(" ")) <= _BEGINNING + 1 or beginnings.count(start) > 1 else f"{start}…"
            for words, start in zip(options, beginnings)]
