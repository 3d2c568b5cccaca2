"""How a trace finds the letter: it says what fits, then reads the options in their order until one says the same.

The form follows from what a network of this size can do. From a letter to its words is a copy; the way back is not learned (tried
with 23 million tokens). Nor does it learn soon to compare an option with a conclusion that stands elsewhere in other words (tried
with 16 million). So what fits is said just before in the very words of its option, to the last, followed by the very word that
confirms it: to confirm is then to go on as before, which is the first thing that attention learns. A shortened option ("CT
angiography of…") ends like every other shortened one and was confirmed at random (tried with 28 million)."""
from .case_words import capitalised, said
from .marks import MARK

LETTERS = "ABCDE"
# how the sentence that says what fits may begin
_OPENINGS = {
    "ko": {"diagnosis": ["따라서 ", "결국 ", "그러므로 ", "종합하면 "],
           "test": ["{a:이/가} 의심되면 검사로는 ", "{a}의 검사로는 ", "{a} 진단에는 "],
           "treatment": ["{a}의 치료로는 ", "{a:이므로/므로} 치료로는 ", "{a}에 필요한 처치로는 "],
           "mechanism": ["{a}의 기전으로는 ", "{a:을/를} 설명하는 기전으로는 "]},
    "en": {"diagnosis": ["So ", "Taken together, ", "On balance ", "All in all, "],
           "test": ["Suspecting {a}, ", "As the test for {a}, ", "To confirm {a}, "],
           "treatment": ["For {a}, ", "As treatment of {a}, ", "To treat {a}, "],
           "mechanism": ["For {a}, ", "As the mechanism of {a}, "]}}
# (what is said of the option that fits, before the options and at it; what is said of another)
_STYLES = {
    "ko": [("{t}{m}{t!:이/가} 맞다.", "{t}{m}{t!:은/는} 아니다."),
           ("{t}{m}{t!:이/가} 답이다.", "{t}{m}{t!:은/는} 답이 아니다."),
           ("{t}{m}{t!:이/가} 해당한다.", "{t}{m}{t!:은/는} 해당하지 않는다.")],
    "en": [("{t} {m}fits.", "{t} {m}does not."),
           ("{t} {m}is it.", "{t} {m}is not."),
           ("{t} {m}matches.", "{t} {m}differs.")]}
_LETTERED = {"ko": ["{l}. ", "{l}: "], "en": ["{l}. ", "{l}: "]}
_FURTHER_SHARE = 0.1        # of the scans that look at the remaining options too


def option_scan(rng, language, kind, condition, options, at):
    """The sentences that say what fits and read `options` (their words) up to the one numbered `at`, now and then all of them."""
    same, other = rng.choice(_STYLES[language])
    end = len(options) if rng.random() < _FURTHER_SHARE else at + 1
    lettered = rng.choice(_LETTERED[language])
    opening = said(rng.choice(_OPENINGS[language][kind]), language, a=MARK + condition[language])
    first = capitalised(opening) + said(same, language, t=options[at], m=MARK)
    return " ".join([first, *(
        lettered.format(l=letter) + said(same if number == at else other, language, t=words, m=MARK)
        for number, (letter, words) in enumerate(zip(LETTERS[:end], options)))])
