"""The table of conditions: everything that the model is taught.

`conditions.yaml` holds one header a condition (id, specialty, names, age range, sex) followed by lines
"<type> english | korean"; its first lines explain the types. The table was written from textbook knowledge, has not
been reviewed by a clinician, and is not guidance."""
import dataclasses
import pathlib

import yaml

LANGUAGES = ("en", "ko")
PATH = pathlib.Path(__file__).with_name("conditions.yaml")
# the line types that are not findings, and what they are called here
FACTS = {"test": "test", "tx": "treatment", "me": "mechanism"}


@dataclasses.dataclass(frozen=True)
class Finding:
    """One finding in both languages. `type`: rf risk or background, sx symptom, sg sign, lb laboratory, im imaging or
    another test."""
    type: str
    en: str
    ko: str

    def __getitem__(self, language):
        return getattr(self, language)


@dataclasses.dataclass(frozen=True, eq=False)
class Condition:
    """One condition. `age` is "lo-hi" in years, or in months or weeks with the suffix m or w; `sex` holds m, f or
    both; `facts` maps test, treatment and mechanism to {language: phrase}."""
    id: str
    specialty: str
    en: str
    ko: str
    age: str
    sex: str
    findings: tuple
    facts: dict

    def __getitem__(self, language):
        return getattr(self, language)


def load(path=PATH):
    """The conditions in the order of the file. ValueError for one that lacks a fact or has under six findings."""
    rows = []
    for row in yaml.safe_load(pathlib.Path(path).read_text(encoding="utf8")):
        if isinstance(row, dict):
            rows.append((row, [], {}))
            continue
        kind, phrases = row.split(" ", 1)
        en, ko = (part.strip() for part in phrases.split("|"))
        if kind in FACTS:
            rows[-1][2][FACTS[kind]] = {"en": en, "ko": ko}
        else:
            rows[-1][1].append(Finding(kind, en, ko))
    for head, findings, facts in rows:
        if set(facts) != set(FACTS.values()) or len(findings) < 6:
            raise ValueError(f"condition {head['id']!r} needs a test, a treatment, a mechanism and six findings")
    return [Condition(id=head["id"], specialty=head["sp"], en=head["en"], ko=head["ko"], age=str(head["age"]),
                      sex=head["sex"], findings=tuple(findings), facts=facts) for head, findings, facts in rows]


CONDITIONS = load()
BY_ID = {c.id: c for c in CONDITIONS}
BY_SPECIALTY = {}
# (language, phrase) -> ids of the conditions that list this finding
OWNERS = {}
for _condition in CONDITIONS:
    BY_SPECIALTY.setdefault(_condition.specialty, []).append(_condition)
    for _finding in _condition.findings:
        for _language in LANGUAGES:
            OWNERS.setdefault((_language, _finding[_language]), set()).add(_condition.id)
FINDING_COUNT = sum(len(c.findings) for c in CONDITIONS)
