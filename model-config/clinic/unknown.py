"""Conditions and signs that the model is not taught, so that it learns to say so: some for training, others for the test."""
import dataclasses
import hashlib
import pathlib

from .knowledge import FOLDER, read_yaml
from .mentions import Mention

TEST_PERCENT = 35


@dataclasses.dataclass(frozen=True, eq=False)
class Stranger:
    """A condition outside the table: names, and clauses without a full stop that a vignette of it would hold."""
    id: str
    names: dict
    clues: dict

    def __getitem__(self, language):
        return self.names[language]

    @property
    def split(self):
        """ "train" or "test", by hash."""
        return "test" if int(hashlib.md5(self.id.encode()).hexdigest(), 16) % 100 < TEST_PERCENT else "train"


def load(path=pathlib.Path(FOLDER) / "unknown.yaml"):
    """All strangers, in the order of the file."""
    return [Stranger(key, {"ko": e["ko"], "en": e["en"]}, {"ko": tuple(e["clues"]["ko"]), "en": tuple(e["clues"]["en"])})
            for key, e in read_yaml(path).items()]


STRANGERS = load()
BY_SPLIT = {split: [s for s in STRANGERS if s.split == split] for split in ("train", "test")}


def clues(rng, stranger, patient, language, count):
    """Mentions of what a stranger would show, as sentences."""
    pool = stranger.clues[language]
    return [Mention(None, True, "unknown", patient.fill(text)) for text in rng.sample(pool, min(count, len(pool)))]
