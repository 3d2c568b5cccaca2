"""Why an option is right, or why it attracts and is wrong: one sentence for each, from the table of conditions."""
from .conditions import OWNERS
from .korean import with_particle
from .questions import LETTERS
from .vignette import join_list

# findings that say more about a condition than its background does
_TELLING_TYPES = ("sg", "lb", "im", "sx")
_FINDING_KIND = {
    "en": {"rf": "a known risk factor or background", "sx": "a typical symptom", "sg": "a typical examination finding",
           "lb": "a typical laboratory finding", "im": "a typical imaging or test finding"},
    "ko": {"rf": "잘 알려진 위험 요인이나 배경", "sx": "전형적인 증상", "sg": "전형적인 진찰 소견",
           "lb": "전형적인 검사실 소견", "im": "전형적인 영상·특수검사 소견"}}
# what an option of a case question is to its condition
_ROLE = {
    "en": {"test": "the test for suspected {x}", "treatment": "the first-line treatment of {x}",
           "mechanism": "the mechanism of {x}"},
    "ko": {"test": "{x}의 진단 검사", "treatment": "{x}의 일차 치료", "mechanism": "{x}의 기전"}}
_ROLE_OF_RIGHT = {"test": "diagnostic test", "treatment": "first-line treatment", "mechanism": "mechanism"}


def rationales(q, rng):
    """A sentence for each option of the Question `q`, in its language. `rng` chooses which missing findings a wrong
    option's sentence names."""
    if q.kind == "leastConsistent":
        return [_finding_rationale(q, finding, owner) for finding, owner in q.present]
    return [_right_rationale(q) if LETTERS[i] == q.answer else _wrong_rationale(q, owner, rng)
            for i, owner in enumerate(q.option_conditions)]


def _finding_rationale(q, finding, owner):
    name = q.condition[q.language]
    if owner is q.condition:
        if q.language == "en":
            return f"This is {_FINDING_KIND['en'][finding.type]} of {name}, so it does not argue against it."
        return f"{name}의 {with_particle(_FINDING_KIND['ko'][finding.type], '이므로/므로')} 정답이 아니다."
    if q.language == "en":
        return (f"This is {_FINDING_KIND['en'][finding.type]} of {owner.en} and is not among the typical findings of "
                f"{name}.")
    return (f"{owner.ko}의 {with_particle(_FINDING_KIND['ko'][finding.type], '으로/로')}, "
            f"{name}의 전형적 소견에는 속하지 않는다.")


def _own_findings(q):
    """The shown findings of the right condition, as a list in a sentence."""
    return join_list([f[q.language] for f, owner in q.present if owner is q.condition], q.language)


def _right_rationale(q):
    name, shown = q.condition[q.language], _own_findings(q)
    if q.kind == "diagnosis":
        if q.language == "en":
            return f"The vignette shows {shown}, which together point to {name}."
        return f"지문의 {with_particle(shown, '은/는')} {name}에 합당한 소견이다."
    answer = q.condition.facts[q.kind][q.language]
    if q.language == "en":
        return f"The vignette ({shown}) points to {name}; its {_ROLE_OF_RIGHT[q.kind]} is {answer}."
    role = _ROLE["ko"][q.kind].format(x="이 질환")
    return (f"지문의 {with_particle(shown, '은/는')} {with_particle(name, '을/를')} 시사하며, "
            f"{with_particle(role, '은/는')} {with_particle(answer, '이다/다')}.")


def _wrong_rationale(q, owner, rng):
    language = q.language
    herring = [f[language] for f, o in q.present if o is owner]
    denied = [f[language] for f, o in q.absent if o is owner]
    reason = {"en": _english_reason, "ko": _korean_reason}[language](q, owner, herring, denied, rng)
    if q.kind == "diagnosis":
        return reason[0].upper() + reason[1:] if language == "en" else reason
    role = _ROLE[language][q.kind].format(x=owner[language])
    return f"This is {role}, but {reason}" if language == "en" else f"{with_particle(role, '이지만/지만')}, {reason}"


def _english_reason(q, owner, herring, denied, rng):
    name = owner.en if q.kind == "diagnosis" else "that condition"
    if herring:
        return f"only {herring[0]} would suggest {name}; the other findings fit {q.condition.en}."
    if denied:
        return f"{name} would be expected to show {denied[0]}, which the vignette says is absent."
    first, second = _missing(q, owner, rng)
    near = "also in the differential, but " if q.kind == "diagnosis" and _related(q, owner) else ""
    return f"{near}{name} would typically show {first} or {second}, and the vignette mentions neither."


def _korean_reason(q, owner, herring, denied, rng):
    name = owner.ko if q.kind == "diagnosis" else "그 질환"
    if herring:
        return (f"{with_particle(name, '을/를')} 시사하는 소견은 {herring[0]}뿐이고 나머지 소견은 {q.condition.ko}에 "
                "더 잘 맞는다.")
    if denied:
        return f"{with_particle(name, '이라면/라면')} 기대되는 {with_particle(denied[0], '이/가')} 지문에는 없다고 되어 있다."
    first, second = _missing(q, owner, rng)
    near = "감별해야 할 질환이지만, " if q.kind == "diagnosis" and _related(q, owner) else ""
    return (f"{near}{with_particle(name, '이라면/라면')} {with_particle(first, '이나/나')} {second} 같은 소견이 "
            "기대되는데 지문에는 없다.")


def _related(q, owner):
    return owner.specialty == q.condition.specialty


def _missing(q, owner, rng):
    """Two telling findings of `owner` that the vignette does not show."""
    shown = {f[q.language] for f, _ in q.present}
    pool = [f[q.language] for f in owner.findings if f.type in _TELLING_TYPES and f[q.language] not in shown
            and q.condition.id not in OWNERS[(q.language, f[q.language])]]
    return rng.sample(pool, 2)
