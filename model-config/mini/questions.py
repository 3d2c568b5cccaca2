"""Five-option questions with a reasoning trace.

A (condition, set of findings) pair belongs to the training or to the held-out split by a hash, for every kind of
question and both languages, so a held-out question shows a combination of findings that never occurs in training."""
import dataclasses
import hashlib
import random
import re

from .conditions import BY_SPECIALTY, CONDITIONS, OWNERS
from .korean import with_particle
from .vignette import vignette

LETTERS = "ABCDE"
MARK = "\x01"       # stands before the decisive words of a trace; removed before use, weighted more in the loss
HELD_OUT_PERCENT = 15
KINDS = ("diagnosis", "test", "treatment", "mechanism", "leastConsistent")
_KIND_WEIGHTS = (34, 18, 18, 14, 16)

# findings that do not read well after "no" or before "없었다"
_NOT_NEGATABLE = {
    "en": re.compile("absent|without|no |loss|low|normal|inability|improv|negative|despite|empty|otherwise|slow|reliev",
                     re.I),
    "ko": re.compile(r"소실|없|정상|저하|못|호전|비어|줄어|낮은|나빠|좋은|좋아")}

_LEAD_INS = {
    "en": {"diagnosis": ["What is the most likely diagnosis?", "Which of the following is the most likely diagnosis?"],
           "test": ["Which test is the best next step?", "What is the most appropriate test to confirm the diagnosis?"],
           "treatment": ["What is the most appropriate initial treatment?", "Which treatment is first-line?"],
           "mechanism": ["Which mechanism best explains this condition?", "What is the underlying mechanism?"],
           "leastConsistent": ["Which finding is least consistent with {x}?",
                               "Which of the following argues most against {x}?"]},
    "ko": {"diagnosis": ["가장 가능성이 높은 진단은?", "진단은 무엇인가?"],
           "test": ["다음으로 가장 적절한 검사는?", "진단을 확인하기 위한 검사는?"],
           "treatment": ["가장 적절한 초기 치료는?", "일차 치료는?"],
           "mechanism": ["이 질환의 주된 기전은?", "이 상태를 가장 잘 설명하는 기전은?"],
           "leastConsistent": ["{x_with} 가장 맞지 않는 소견은?", "{x}의 가능성을 가장 낮추는 소견은?"]}}
_WORDS = {
    "en": {"fits": "fits", "unfit": "does not fit", "clues": "Clues:", "judgement": "Judgement", "options": "Options:",
           "conclusion": "Conclusion"},
    "ko": {"fits": "맞음", "unfit": "맞지 않음", "clues": "단서:", "judgement": "판단", "options": "보기 검토:",
           "conclusion": "결론"}}


@dataclasses.dataclass(frozen=True)
class Question:
    """One question. `option_conditions[i]` is the condition that option i belongs to; `present` and `absent` are the
    (finding, its condition) pairs of the vignette in the order of the text; `finding_numbers` are the places of the
    shown findings in the condition's list. `vignette` is empty for kind leastConsistent."""
    kind: str
    language: str
    condition: object
    finding_numbers: tuple
    vignette: str
    lead_in: str
    options: tuple
    option_conditions: tuple
    answer: str
    present: tuple
    absent: tuple
    marked_trace: str
    conclusion: str

    @property
    def stem(self):
        """Vignette and lead-in as the model reads them."""
        return f"{self.vignette} {self.lead_in}".lstrip()

    @property
    def trace(self):
        """The reasoning that is taught, one step a line."""
        return self.marked_trace.replace(MARK, "")


def is_held_out(condition_id, finding_numbers):
    """Whether a set of findings of a condition is kept from training."""
    key = condition_id + "|" + ",".join(map(str, sorted(finding_numbers)))
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 100 < HELD_OUT_PERCENT


def question(rng, language, split, kind=None):
    """A Question of `split` ("train" or "test"), drawn with `rng`; of a drawn kind if none is given."""
    kind = kind or rng.choices(KINDS, _KIND_WEIGHTS)[0]
    while True:
        condition = rng.choice(CONDITIONS)
        count = 4 if kind == "leastConsistent" else rng.choice([3, 3, 4, 4, 5])
        numbers = rng.sample(range(len(condition.findings)), min(count, len(condition.findings)))
        if is_held_out(condition.id, numbers) == (split == "test"):
            break
    make = _least_consistent if kind == "leastConsistent" else _case
    return make(rng, language, kind, condition, numbers)


def held_out(count, language, seed):
    """`count` held-out questions of one language, the five kinds in turn. The same seed gives the same questions."""
    rng = random.Random(f"{seed}-{language}")
    return [question(rng, language, "test", kind=KINDS[i % len(KINDS)]) for i in range(count)]


def _case(rng, language, kind, condition, numbers):
    """A vignette with a question about its diagnosis, test, treatment or mechanism."""
    findings = [condition.findings[i] for i in numbers]
    others = _distractors(rng, condition)
    present = [(f, condition) for f in findings]
    if len(findings) >= 4 and rng.random() < 0.4 or len(findings) == 3 and rng.random() < 0.2:
        present += _red_herring(rng, language, condition, others)
    rng.shuffle(present)
    absent = _absent(rng, language, condition, others, present) if rng.random() < 0.4 else []
    text = vignette(rng, condition, [f for f, _ in present], [f for f, _ in absent], language)
    lead_in = rng.choice(_LEAD_INS[language][kind])
    candidates = [condition, *others]
    rng.shuffle(candidates)

    def in_text_order(pairs):
        return tuple(sorted(pairs, key=lambda pair: text.index(pair[0][language])))
    present, absent = in_text_order(present), in_text_order(absent)
    options = tuple(option_text(c, kind, language) for c in candidates)
    answer = LETTERS[candidates.index(condition)]
    return Question(
        kind=kind, language=language, condition=condition, finding_numbers=tuple(sorted(numbers)), vignette=text,
        lead_in=lead_in, options=options, option_conditions=tuple(candidates), answer=answer, present=present,
        absent=absent,
        marked_trace=_case_trace(language, kind, condition, present, absent, candidates, options, answer),
        conclusion=_case_conclusion(language, kind, condition))


def option_text(condition, kind, language):
    """What the condition contributes to the options of a case question of this kind."""
    return condition[language] if kind == "diagnosis" else condition.facts[kind][language]


def _distractors(rng, condition):
    """Four other conditions, most of the same specialty."""
    pool = [c for c in BY_SPECIALTY[condition.specialty] if c is not condition]
    near = rng.sample(pool, min(len(pool), rng.choice([4, 4, 3, 3, 2])))
    far = [c for c in CONDITIONS if c is not condition and c not in near and c.specialty != condition.specialty]
    return near + rng.sample(far, 4 - len(near))


def _red_herring(rng, language, condition, others):
    """At most one finding of a distractor, shown as present."""
    other = rng.choice(others)
    pool = [f for f in other.findings
            if condition.id not in OWNERS[(language, f[language])] and f.type in ("rf", "sx", "sg")]
    return [(rng.choice(pool), other)] if pool else []


def _absent(rng, language, condition, others, present):
    """One or two findings of distractors that the vignette says are absent."""
    chosen = []
    for other in rng.sample(others, rng.choice([1, 1, 2])):
        pool = [f for f in other.findings
                if f.type in ("sx", "sg") and not any(_NOT_NEGATABLE[l].search(f[l]) for l in _NOT_NEGATABLE)
                and condition.id not in OWNERS[(language, f[language])] and all(f is not p for p, _ in present)]
        if pool:
            chosen.append((rng.choice(pool), other))
    return chosen


def _case_trace(language, kind, condition, present, absent, candidates, options, answer):
    words = _WORDS[language]
    lines = [words["clues"]]
    lines += [f"- {MARK}{f[language]} → {MARK}{owner[language]}" for f, owner in present]
    for f, owner in absent:
        lines.append(f"- no {f.en} → less likely {owner.en}" if language == "en"
                     else f"- {f.ko} 없음 → {owner.ko} 가능성 낮음")
    lines += [f"{words['judgement']}: {MARK}{condition[language]} {words['fits']}", words["options"]]
    for letter, candidate, text in zip(LETTERS, candidates, options):
        verdict = MARK + words["fits" if candidate is condition else "unfit"]
        # a test, treatment or mechanism is first named as the one of its condition
        link = "" if kind == "diagnosis" else f" → {MARK}{candidate[language]}"
        lines.append(f"{letter}. {text}{link} {verdict}")
    return "\n".join([*lines, f"{words['conclusion']}: {MARK}{answer}"])


def _case_conclusion(language, kind, condition):
    name, text = condition[language], option_text(condition, kind, language)
    if language == "en":
        said = {"diagnosis": f"The most likely diagnosis is {text}.",
                "test": f"{text} is the best next test for suspected {name}.",
                "treatment": f"The first-line treatment for {name} is {text}.",
                "mechanism": f"{name} is explained by {text}."}[kind]
    else:
        is_text = with_particle(text, "이다/다")
        said = {"diagnosis": f"가장 가능성이 높은 진단은 {is_text}.", "test": f"{name} 의심 시 다음 검사는 {is_text}.",
                "treatment": f"{name}의 일차 치료는 {is_text}.", "mechanism": f"{name}의 기전은 {is_text}."}[kind]
    return said[0].upper() + said[1:]


def _least_consistent(rng, language, kind, condition, numbers):
    """Four findings of a condition and one of another; the other one is the answer."""
    name = condition[language]
    pool = BY_SPECIALTY[condition.specialty] if rng.random() < 0.6 else CONDITIONS
    other = rng.choice([c for c in pool if c is not condition])
    odd = rng.choice([f for f in other.findings if condition.id not in OWNERS[(language, f[language])]])
    pairs = [(condition.findings[i], condition) for i in numbers] + [(odd, other)]
    rng.shuffle(pairs)
    answer = LETTERS[[owner for _, owner in pairs].index(other)]
    lead_in = rng.choice(_LEAD_INS[language][kind]).format(x=name, x_with=with_particle(name, "과/와"))
    words = _WORDS[language]
    lines = [f"{words['judgement']}: {name} {words['fits']}", words["options"]]
    for letter, (finding, owner) in zip(LETTERS, pairs):
        verdict = MARK + words["fits" if owner is condition else "unfit"]
        lines.append(f"{letter}. {finding[language]} → {MARK}{owner[language]} {verdict}")
    lines.append(f"{words['conclusion']}: {MARK}{answer}")
    conclusion = (f"{odd.en} is not typical of {name}; it suggests {other.en}." if language == "en" else
                  f"{with_particle(odd.ko, '은/는')} {name}보다 {with_particle(other.ko, '을/를')} 시사한다.")
    return Question(
        kind=kind, language=language, condition=condition, finding_numbers=tuple(sorted(numbers)), vignette="",
        lead_in=lead_in, options=tuple(f[language] for f, _ in pairs), option_conditions=tuple(o for _, o in pairs),
        answer=answer, present=tuple(pairs), absent=(), marked_trace="\n".join(lines), conclusion=conclusion)
