"""Lead-ins, last sentences of traces and answers, in both languages."""
from .korean import fill
from .marks import MARK

_LEAD_INS = {
    "ko": {"diagnosis": ["가장 가능성이 높은 진단은?", "진단은?", "이 환자의 진단으로 가장 적절한 것은?", "어떤 질환을 가장 먼저 생각해야 하는가?"],
           "test": ["진단을 위해 시행할 검사로 가장 적절한 것은?", "진단을 위한 검사는?", "진단을 확인하는 데 가장 도움이 되는 검사는?"],
           "treatment": ["가장 적절한 치료는?", "이 환자의 치료로 옳은 것은?", "이 환자에게 필요한 처치로 알맞은 것은?"],
           "mechanism": ["이 질환의 발생 기전은?", "이 환자의 병태생리로 옳은 것은?", "이 상태를 가장 잘 설명하는 기전은?"]},
    "en": {"diagnosis": ["What is the most likely diagnosis?", "Which of the following is the most likely diagnosis?",
                         "Which condition best explains these findings?", "What is the diagnosis?"],
           "test": ["Which test is the most appropriate to reach the diagnosis?", "Which study would do most to establish the diagnosis?",
                    "What is the best diagnostic test?"],
           "treatment": ["What is the most appropriate treatment?", "Which of the following is the most appropriate management?",
                         "How should this patient be treated?"],
           "mechanism": ["Which mechanism best explains this condition?", "What is the underlying pathophysiology?",
                         "Which process is responsible for these findings?"]}}
_LIST_LEAD_INS = {
    "ko": {"leastConsistent": ["{x}의 소견이 아닌 것은?", "{x:과/와} 가장 거리가 먼 소견은?", "다음 중 {x:을/를} 시사하지 않는 것은?",
                               "{x}에 대한 소견으로 옳지 않은 것은?"],
           "expectedFinding": ["{x}에서 기대되는 소견은?", "다음 중 {x:을/를} 시사하는 소견은?", "{x}의 소견으로 옳은 것은?"]},
    "en": {"leastConsistent": ["Which finding is NOT consistent with {x}?", "Which of the following is LEAST consistent with {x}?",
                               "All of the following fit {x} EXCEPT:"],
           "expectedFinding": ["Which finding would be expected in {x}?", "Which of the following suggests {x}?",
                               "Which finding is typical of {x}?"]}}
_VERDICTS = {
    "ko": {"diagnosis": ["따라서 {a:이다/다}.", "결국 {a:이/가} 가장 맞다.", "그러므로 진단은 {a:이다/다}.", "종합하면 {a:이다/다}."],
           "test": ["{a:이/가} 의심되면 {f:을/를} 한다.", "{a}에서 시행할 검사는 {f:이다/다}."],
           "treatment": ["{a}의 치료는 {f:이다/다}.", "{a:이므로/므로} {f:이/가} 필요하다."],
           "mechanism": ["{a}의 기전은 {f:이다/다}.", "{a:은/는} {f:으로/로} 생긴다."]},
    "en": {"diagnosis": ["So it is {a}.", "Taken together, {a} fits best.", "The diagnosis is therefore {a}.",
                         "I conclude {a}."],
           "test": ["Suspecting {a}, the test is {f}.", "For {a} the test to order is {f}."],
           "treatment": ["{a} is treated with {f}.", "For {a} the treatment is {f}."],
           "mechanism": ["{a} is explained by {f}.", "The mechanism of {a} is {f}."]}}
_LETTER = {"ko": ["따라서 {l:이다/다}.", "답은 {l:이다/다}.", "{l:을/를} 고른다."],
           "en": ["So it is {l}.", "The answer is {l}.", "I choose {l}."]}
_CONCLUSIONS = {
    "ko": {"diagnosis": ["가장 가능성이 높은 진단은 {a}입니다.", "{a:이/가} 가장 의심됩니다.", "소견을 종합하면 {a}입니다."],
           "test": ["{a:이/가} 의심되므로 {f:을/를} 시행합니다.", "{a} 진단에는 {f:이/가} 가장 적절합니다."],
           "treatment": ["{a:이/가} 의심되며, 치료는 {f}입니다.", "{a}의 치료로 {f:을/를} 선택합니다."],
           "mechanism": ["{a}의 기전은 {f}입니다.", "{a:이/가} 의심되며, 그 기전은 {f}입니다."]},
    "en": {"diagnosis": ["The most likely diagnosis is {a}.", "The findings together point to {a}.", "This is most likely {a}."],
           "test": ["{a} is suspected; the best next test is {f}.", "For {a}, the test of choice is {f}."],
           "treatment": ["{a} is suspected; the treatment is {f}.", "The treatment of {a} is {f}."],
           "mechanism": ["The mechanism of {a} is {f}.", "{a} is suspected; its mechanism is {f}."]}}
_LIST_CONCLUSIONS = {
    "ko": {"leastConsistent": ["{n:은/는} {x}의 소견이 아닙니다.", "{x}에서는 {n:이/가} 기대되지 않습니다."],
           "expectedFinding": ["{x}에서 기대되는 소견은 {n}입니다.", "{n:은/는} {x:을/를} 시사합니다."]},
    "en": {"leastConsistent": ["{n} is not typical of {x}.", "{x} would not be expected to show {n}."],
           "expectedFinding": ["{n} is expected in {x}.", "{x} typically shows {n}."]}}


def lead_in(rng, language, kind, is_open):
    """The question after a vignette. Open questions use the same words: what differs is that no options follow."""
    pool = _LEAD_INS[language][kind]
    return rng.choice([text for text in pool if not is_open or "of the following" not in text])


def list_lead_in(rng, language, kind, condition):
    """The question about a list of findings."""
    return said(rng.choice(_LIST_LEAD_INS[language][kind]), language, x=condition[language])


def verdict(rng, language, kind, condition):
    """What the trace of an open case question concludes, in words."""
    return capitalised(said(rng.choice(_VERDICTS[language][kind]), language, **_facts(language, kind, condition)))


def choice_of(rng, language, letter):
    """The last sentence of a trace about options."""
    return said(rng.choice(_LETTER[language]), language, l=MARK + letter)


def conclusion(rng, language, kind, condition):
    """The answer's sentence."""
    words = {key: word.replace(MARK, "") for key, word in _facts(language, kind, condition).items()}
    return capitalised(said(rng.choice(_CONCLUSIONS[language][kind]), language, **words))


def list_conclusion(rng, language, kind, condition, mention):
    """The answer's sentence to a list question."""
    return capitalised(said(rng.choice(_LIST_CONCLUSIONS[language][kind]), language, n=mention.words,
                             x=condition[language]))


def said(template, language, **words):
    """A template with its words, with Korean particles where they are."""
    if language == "ko":
        return fill(template, **words)
    return template.format(**words)


def _facts(language, kind, condition):
    words = {"a": MARK + condition[language]}
    if kind != "diagnosis":
        words["f"] = MARK + condition.facts[kind][language][0]
    return words


def capitalised(text):
    """`text` with a capital where it begins with a letter, marked or not."""
    at = 1 if text.startswith(MARK) else 0
    return text[:at] + text[at].upper() + text[at + 1:]
