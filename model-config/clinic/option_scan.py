"""How a trace finds the letter: it says what fits, then reads the options in their order until one says the same.

The form follows from what a network of this size can do. From a letter to its words is a copy; the way back is not learned (tried
with 23 million tokens). Nor does it learn soon to compare an option with a conclusion that stands elsewhere in other words (tried
with 16 million). So what fits is said just before in the very words of its option, followed by the very words that confirm it:
to confirm is then to go on as before, which is the first thing that attention learns."""
from .case_words import said
from .marks import MARK

LETTERS = "ABCDE"
# how the sentence that says what fits may begin: after a diagnosis that was argued for, or after a fact about it
_OPENINGS = {"ko": {True: ["따라서 ", "결국 ", "그러므로 ", "종합하면 "], False: ["보기에서는 ", "보기 중 ", "그러므로 "]},
             "en": {True: ["So ", "Taken together, ", "On balance ", "All in all, "], False: ["Of the options, ", "So ", "Here "]}}
# (what is said of the option that fits, before the options and at it; what is said of another)
_STYLES = {
    "ko": [("{t}{m}{t!:이/가} 맞다.", "{t}{m}{t!:은/는} 아니다."),
           ("{t}{m}{t!:이/가} 답이다.", "{t}{m}{t!:은/는} 답이 아니다."),
           ("{t}{m}{t!:이/가} 해당한다.", "{t}{m}{t!:은/는} 해당하지 않는다.")],
    "en": [("{t} {m}fits.", "{t} {m}does not."),
           ("{t} {m}is it.", "{t} {m}is not."),
           ("{t} {m}matches.", "{t} {m}differs.")]}
_LETTERED = {"ko": ["{l}. ", "{l}: "], "en": ["{l}. ", "{l}: "]}
_FURTHER_SHARE = 0.15       # of the scans that look at the remaining options too
_BEGINNING = 3              # words by which a long option is named


def option_scan(rng, language, options, at, concludes):
    """The sentences that say what fits and read `options` (their words) up to the one numbered `at`, now and then all of them.
    `concludes` tells whether the first sentence is the diagnosis itself."""
    same, other = rng.choice(_STYLES[language])
    end = len(options) if rng.random() < _FURTHER_SHARE else at + 1
    lettered, called = rng.choice(_LETTERED[language]), _named(options)
    first = rng.choice(_OPENINGS[language][concludes]) + said(same, language, t=called[at], m=MARK)
    return " ".join([first, *(
        lettered.format(l=letter) + said(same if number == at else other, language, t=words, m=MARK)
        for number, (letter, words) in enumerate(zip(LETTERS[:end], called)))])


def _named(options):
    """What each option is called: its beginning where it is long and no other begins so."""
    beginnings = [" ".join(words.split(" ")[:_BEGINNING]) for words in options]
    return [words if len(words.split(" ")) <= _BEGINNING + 1 or beginnings.count(start) > 1 else f"{start}…"
            for words, start in zip(options, beginnings)]
