"""Cases that were written by hand in words outside the table, by someone who had not seen its wordings: tests only.

`knowledge/rephrased-ko.yaml` and `-en.yaml` are lists of cases with the condition, the ids of the findings that the text
tells, and the ids of four wrong options."""
import random

from .case_words import conclusion, lead_in
from .knowledge import BY_ID, FINDINGS, FOLDER, read_yaml
from .mentions import Mention
from .patients import Patient
from .questions import LETTERS, Question

_APPENDICITIS = "appendicitis-"


def load(language, folder=FOLDER):
    """[(id, Question)] of kind diagnosis with five options, in the order of the file; the options' order follows from the id."""
    return [(row["id"], _question(row, language)) for row in read_yaml(folder / f"rephrased-{language}.yaml")]


def appendicitis(language):
    """The ten variations of the card's own example."""
    return [q for key, q in load(language) if _APPENDICITIS in key]


def others(language):
    """All but those."""
    return [q for key, q in load(language) if _APPENDICITIS not in key]


def _question(row, language):
    rng = random.Random(row["id"])
    condition = BY_ID[row["condition"]]
    owners = [condition, *(BY_ID[key] for key in row["wrong"])]
    rng.shuffle(owners)
    mentions = [Mention(FINDINGS[key], True, "sentence", row["text"]) for key in row["findings"]]
    return Question(
        kind="diagnosis", language=language, condition=condition, patient=Patient(30, "y", condition.sex[0]),
        vignette=row["text"], lead_in=lead_in(rng, language, "diagnosis", is_open=False),
        options=tuple(c[language] for c in owners), option_conditions=tuple(owners),
        answer=LETTERS[owners.index(condition)], mentions=tuple(mentions), marked_trace="",
        conclusion=conclusion(rng, language, "diagnosis", condition))
