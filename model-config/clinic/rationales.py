"""Why an option is right, or why it attracts and is wrong: one or two sentences for each, from the table."""
from .argument import reasons
from .case_words import capitalised, said
from .knowledge import weight
from .questions import LETTERS, LIST_KINDS
from .vignette import listed

_RIGHT = {
    "ko": {"diagnosis": "{q:은/는} {a}에 합당한 소견이다.", "test": "{q:이/가} {a:을/를} 시사한다. 이때 시행할 검사이다.",
           "treatment": "{q:이/가} {a:을/를} 시사한다. 이는 {a}의 치료이다.", "mechanism": "{q:이/가} {a:을/를} 시사한다. 이는 {a}의 기전이다."},
    "en": {"diagnosis": "{q} together point to {a}.", "test": "{q} suggest {a}, and this is the test to order.",
           "treatment": "{q} suggest {a}, and this is its treatment.", "mechanism": "{q} suggest {a}, and this is its mechanism."}}
_ROLE = {
    "ko": {"diagnosis": "", "test": "{b}에 맞는 검사이다. ", "treatment": "{b}의 치료이다. ", "mechanism": "{b}의 기전이다. "},
    "en": {"diagnosis": "", "test": "This is a test for {b}. ", "treatment": "This is a treatment of {b}. ",
           "mechanism": "This is the mechanism of {b}. "}}
_WRONG = {
    "ko": {"denied": '"{q}" 소견은 {b}의 가능성을 낮춘다.', "unexplained": '"{q}"{q!:이/가} {b:으로/로} 설명되지 않는다.',
           "missing": "{b:을/를} 시사할 {n:이/가} 지문에 없다.", "nothing": "지문에 {b:을/를} 시사하는 소견이 거의 없다."},
    "en": {"denied": '"{q}" argues against {b}.', "unexplained": '{b} does not explain "{q}".',
           "missing": "A finding that would point to {b}, such as {n}, is not mentioned.",
           "nothing": "Little in the case suggests {b}."}}
_LIST = {
    "ko": {True: "{n:은/는} {x:을/를} 시사할 수 있는 소견이다.", False: "{n:은/는} {x}의 전형적인 소견이 아니다."},
    "en": {True: "{n}: typical of {x}.", False: "{n}: not expected in {x}."}}


def rationales(q):
    """A text for each option of a Question, in its language."""
    if q.kind in LIST_KINDS:
        return [capitalised(said(_LIST[q.language][weight(q.condition, m.finding) > 0], q.language,
                                  n=m.finding[q.language].name, x=q.condition[q.language])) for m in q.mentions]
    return [capitalised(_right(q) if LETTERS[i] == q.answer else _wrong(q, other))
            for i, other in enumerate(q.option_conditions)]


def _right(q):
    own = [m for m in q.mentions if m.present and m.finding is not None and weight(q.condition, m.finding)]
    names = list(dict.fromkeys(m.finding[q.language].name for m in own))
    return said(_RIGHT[q.language][q.kind], q.language, q=listed(names, q.language), a=q.condition[q.language])


def _wrong(q, other):
    role = said(_ROLE[q.language][q.kind], q.language, b=other[q.language])
    # the strongest finding of each kind stands last, and so is the one that is kept
    told = sorted(reasons(q.mentions, q.condition, other), key=lambda r: _strength(q, r))
    found = {reason.kind: reason for reason in told}
    kind = next((kind for kind in ("denied", "unexplained", "missing") if kind in found), None)
    if kind == "denied" or (kind and "lookalike" not in found):
        about = found[kind].about
        words = {"n": about[q.language].name} if kind == "missing" else {"q": about.words}
        role += capitalised(said(_WRONG[q.language][kind], q.language, b=other[q.language], **words)) + " "
    if "lookalike" in found:
        role += q.condition.against[other.id][q.language].rstrip(".") + "."
    elif not kind:
        role += capitalised(said(_WRONG[q.language]["nothing"], q.language, b=other[q.language]))
    return role.rstrip()


def _strength(q, reason):
    return weight(q.condition, reason.about.finding) if reason.kind == "unexplained" else 0
