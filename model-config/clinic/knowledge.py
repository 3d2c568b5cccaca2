"""What the model is taught: conditions, their findings with weights, how findings are worded, tests, treatments, mechanisms.

The files under `knowledge/` were written from textbook knowledge for a demonstration model. They have not been reviewed by
a clinician, which `REVIEW` says and the app shows; they are not guidance."""
import dataclasses
import pathlib
import re

import yaml

LANGUAGES = ("ko", "en")
FOLDER = pathlib.Path(__file__).with_name("knowledge")
TYPES = ("background", "symptom", "sign", "vital", "lab", "imaging")
FACTS = ("test", "treatment", "mechanism")
# weights of a finding for a condition
POINTS_TO, TYPICAL, POSSIBLE = 3, 2, 1
# English names of findings that are no abnormality
_NORMAL = re.compile(r"\b(normal|negative)\b|^no (?!passage)")


@dataclasses.dataclass(frozen=True)
class Value:
    """A measured value: the abnormal range and, where there is one, the normal range; `second` is the other number of a
    blood pressure."""
    low: float
    high: float
    step: float
    decimals: int
    normal: tuple | None = None
    second: "Value | None" = None


@dataclasses.dataclass(frozen=True)
class Wording:
    """A finding in one language. `name` is the standard term; `phrases` are nouns, `sentences` and `absent` clauses without a
    full stop, `measured` nouns with {value} (and {second})."""
    name: str
    phrases: tuple
    sentences: tuple
    absent: tuple = ()
    measured: tuple = ()


@dataclasses.dataclass(frozen=True, eq=False)
class Finding:
    """Something that a vignette can tell of a patient. `value` is there if it can be told as a number."""
    id: str
    type: str
    ko: Wording
    en: Wording
    value: Value | None = None

    def __getitem__(self, language):
        return getattr(self, language)

    @property
    def is_normal(self):
        """Whether it says that something is as it should be, which no condition has to explain."""
        return bool(_NORMAL.search(self.en.name))


@dataclasses.dataclass(frozen=True, eq=False)
class Condition:
    """`weights` maps finding ids to 1 to 3; `age` is "lo-hi" in years, or in months or weeks with the suffix m or w; `names`,
    `facts`, `red_flags`, `objective` are by language; `against` maps ids of look-alikes to {language: sentence}."""
    id: str
    specialty: str
    age: str
    sex: str
    weights: dict
    names: dict
    also: dict
    facts: dict
    red_flags: dict
    objective: dict
    against: dict
    source: str
    review: str = "unreviewed"

    def __getitem__(self, language):
        return self.names[language]

    def years(self):
        """(lowest, highest) age in years."""
        divisor = {"w": 52, "m": 12}.get(self.age[-1], 1)
        low, high = (int(x) / divisor for x in self.age.rstrip("wm").split("-"))
        return low, high


def read_yaml(path):
    """The contents of a file of the knowledge folder."""
    return yaml.safe_load(path.read_text(encoding="utf8"))


def load_findings(folder=FOLDER):
    """{id: Finding} of all files findings/*.yaml."""
    found = {}
    for path in sorted((folder / "findings").glob("*.yaml")):
        for key, entry in read_yaml(path).items():
            if key in found:
                raise ValueError(f"finding {key!r} stands in two files")
            found[key] = _finding(key, entry)
    return found


def _finding(key, entry):
    if entry["type"] not in TYPES:
        raise ValueError(f"finding {key!r} has the unknown type {entry['type']!r}")
    words = {language: Wording(**{k: v if k == "name" else tuple(v) for k, v in entry[language].items()})
             for language in LANGUAGES}
    return Finding(id=key, type=entry["type"], value=_value(entry.get("value")), **words)


def _value(entry, decimals=0):
    if entry is None:
        return None
    decimals = entry.get("decimals", decimals)
    normal = entry.get("normal")
    return Value(low=entry["low"], high=entry["high"], step=entry["step"], decimals=decimals,
                 normal=None if normal is None else tuple(normal), second=_value(entry.get("second"), decimals))


def load_conditions(findings, folder=FOLDER):
    """The conditions in the order of the file. ValueError for a finding that is not worded or a condition without facts."""
    facts = {}
    for path in sorted((folder / "facts").glob("*.yaml")):
        facts.update(read_yaml(path))
    rows, conditions = read_yaml(folder / "conditions.yaml"), []
    for head, line in zip(rows[::2], rows[1::2], strict=True):
        weights = {key: int(weight) for key, weight in (pair.split(":") for pair in line.split())}
        unknown = set(weights) - set(findings)
        if unknown or head["id"] not in facts:
            raise ValueError(f"condition {head['id']!r} lacks its facts or the wording of {sorted(unknown)}")
        conditions.append(_condition(head, weights, facts[head["id"]]))
    return conditions


def _condition(head, weights, facts):
    def both(key):
        return {language: tuple(facts[language][key]) for language in LANGUAGES}
    return Condition(
        id=head["id"], specialty=head["specialty"], age=str(head["age"]), sex=head["sex"], weights=weights,
        names={language: head[language] for language in LANGUAGES}, also=both("also"),
        facts={kind: both(kind) for kind in FACTS}, red_flags=both("redFlags"),
        objective={language: facts[language]["objective"] for language in LANGUAGES}, against=facts["against"],
        source=facts["source"])


def load_incompatible(findings, conditions, folder=FOLDER):
    """{finding id: ids of those that cannot stand beside it}. Two findings of one condition go together whatever the lists
    say."""
    apart = {key: set() for key in findings}
    for group in read_yaml(folder / "incompatible.yaml"):
        for key in group:
            apart[key].update(other for other in group if other != key and not any(
                key in c.weights and other in c.weights for c in conditions))
    return apart


FINDINGS = load_findings()
CONDITIONS = load_conditions(FINDINGS)
APART = load_incompatible(FINDINGS, CONDITIONS)
BY_ID = {condition.id: condition for condition in CONDITIONS}
# how many conditions each finding belongs to
OWNERS = {key: sum(key in condition.weights for condition in CONDITIONS) for key in FINDINGS}


def weight(condition, finding):
    """How much `finding` speaks for `condition`: 0 to 3."""
    return condition.weights.get(finding.id, 0)


def suited(condition, other, slack=10):
    """Whether `other` could be thought of in a patient who has `condition`: sex, and ages within `slack` years."""
    (low, high), (other_low, other_high) = condition.years(), other.years()
    return set(condition.sex) <= set(other.sex) and low - slack <= other_high and other_low - slack <= high
