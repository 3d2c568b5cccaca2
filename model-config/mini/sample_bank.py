"""The sample question bank: `python -m mini.sample_bank`, from model-config.

Writes public/banks/munjin-sample.json in the format of public/banks/FORMAT.md. The questions are of the held-out
split, so the demonstration model has not seen their combinations of findings."""
import argparse
import collections
import json
import pathlib
import random

from .conditions import CONDITIONS
from .korean import with_particle
from .questions import KINDS, LETTERS, question
from .rationales import rationales

SEED = 20261123
PER_KIND = 13
MOST_PER_SUBJECT = 7        # of one language
OPTION_AGE_SLACK = 3        # years between the ages of a condition and of a distractor
CREATED = "2026-11-23"
BANK = pathlib.Path(__file__).resolve().parents[2] / "public" / "banks" / "munjin-sample.json"

_SUBJECTS = {"cardio": "cardiology", "pulm": "pulmonology", "gi": "gastroenterology", "renal": "nephrology",
             "endo": "endocrinology", "neuro": "neurology", "heme": "hematology", "rheum": "rheumatology",
             "peds": "pediatrics", "obgyn": "obstetricsGynecology"}
_OBJECTIVES = {
    "en": {"diagnosis": "Recognize {x} from its typical findings.", "test": "Choose the test for suspected {x}.",
           "treatment": "Choose the first-line treatment of {x}.", "mechanism": "Explain the mechanism of {x}.",
           "leastConsistent": "Tell findings of {x} from findings of other conditions."},
    "ko": {"diagnosis": "전형적인 소견으로 {x_object} 진단한다.", "test": "{x_subject} 의심될 때 시행할 검사를 고른다.",
           "treatment": "{x}의 일차 치료를 고른다.", "mechanism": "{x}의 기전을 설명한다.",
           "leastConsistent": "{x}의 소견과 다른 질환의 소견을 구별한다."}}
_NOTICE = {
    "en": f"Generated from the demonstration model's table of {len(CONDITIONS)} conditions. The table was written from "
          "textbook knowledge and has not been reviewed by clinicians. These are not examination questions and not "
          "medical advice.",
    "ko": f"시연용 모델의 질환 표({len(CONDITIONS)}개 질환)에서 자동으로 만든 문항입니다. 표는 교과서적 지식으로 작성했으며 의료진의 감수를 "
          "받지 않았습니다. 실제 시험 문항이 아니며 의학적 조언도 아닙니다."}


def _years(condition):
    """(lowest, highest) age in years at which the condition is shown."""
    divisor = {"w": 52, "m": 12}.get(condition.age[-1], 1)
    low, high = (int(x) / divisor for x in condition.age.rstrip("wm").split("-"))
    return low, high


def _near_in_age(condition, other, slack):
    (low, high), (other_low, other_high) = _years(condition), _years(other)
    return low - slack <= other_high and other_low - slack <= high


def plausible(q):
    """Whether every option could be thought of for the patient and every mentioned finding could be hers or his."""
    mentioned = {owner for _, owner in q.present + q.absent}
    owners = mentioned | set(q.option_conditions)
    return all(set(q.condition.sex) <= set(owner.sex) for owner in owners) and all(
        _near_in_age(q.condition, owner, slack=0 if owner in mentioned else OPTION_AGE_SLACK) for owner in owners)


def sample_questions(language, seed=SEED, per_kind=PER_KIND):
    """(draw number, Question) pairs: the five kinds in turn, each condition at most twice, plausible ones only."""
    rng = random.Random(f"{seed}-{language}")
    chosen, conditions, subjects, draw = [], collections.Counter(), collections.Counter(), 0
    for i in range(per_kind * len(KINDS)):
        kind = KINDS[i % len(KINDS)]
        while True:
            draw += 1
            q = question(rng, language, "test", kind)
            if conditions[q.condition.id] < 2 and subjects[q.condition.specialty] < MOST_PER_SUBJECT and plausible(q):
                break
        conditions[q.condition.id] += 1
        subjects[q.condition.specialty] += 1
        chosen.append((draw, q))
    return chosen


def _source_note(q, seed, draw):
    findings = ", ".join(str(n + 1) for n in q.finding_numbers)
    if q.language == "en":
        return (f"Condition table entry \"{q.condition.id}\" ({q.condition.en}), findings {findings}; held-out split of "
                f"the generator, seed {seed}-{q.language}, draw {draw}.")
    return (f"질환 표 항목 \"{q.condition.id}\"({q.condition.ko}), 소견 {findings}번; 생성기의 학습 제외 분할, 시드 {seed}-{q.language}, "
            f"{draw}번째 추출.")


def _objective(q):
    name = q.condition[q.language]
    return _OBJECTIVES[q.language][q.kind].format(
        x=name, x_object=with_particle(name, "을/를"), x_subject=with_particle(name, "이/가"))


def bank_question(number, draw, q, seed=SEED):
    """One record of the bank's `questions`."""
    rng = random.Random(f"{seed}-{q.language}-{draw}-rationales")
    reasons = rationales(q, rng)
    return {
        "id": f"mini-{q.language}-{number:03}", "language": q.language, "kind": q.kind,
        "subject": _SUBJECTS[q.condition.specialty], "stem": q.vignette, "leadIn": q.lead_in,
        "options": [{"label": letter, "text": text, "rationale": why}
                    for letter, text, why in zip(LETTERS, q.options, reasons)],
        "answers": [q.answer], "keyStatus": "final", "objective": _objective(q),
        "source": {"note": _source_note(q, seed, draw), "reviewedAt": None}}


def bank():
    """The whole bank as it is written to the file."""
    questions = [bank_question(number, draw, q) for language in ("ko", "en")
                 for number, (draw, q) in enumerate(sample_questions(language), start=1)]
    return {"format": "munjin-bank", "version": 1, "id": "munjin-sample",
            "title": {"en": "Munjin sample questions", "ko": "문진 예제 문항"}, "licence": "Apache-2.0",
            "author": "Munjin contributors", "createdAt": CREATED, "notice": _NOTICE, "questions": questions}


def main(argv=None):
    """Command line."""
    parser = argparse.ArgumentParser(prog="mini.sample_bank", description="Write the sample question bank.")
    parser.add_argument("--out", type=pathlib.Path, default=BANK)
    arguments = parser.parse_args(argv)
    written = bank()
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(json.dumps(written, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    print(f"{arguments.out}: {len(written['questions'])} questions")


if __name__ == "__main__":
    main()
