"""The shipped sample bank and the fixture made from it."""
import hashlib
import json

from .. import shipped
from clinic.prompts import user_text
from ..questions import KINDS, is_held_out
from ..reference import FIXTURE, TEMPLATE, rendered
from ..sample_bank import BANK, bank, sample_questions


def test_the_shipped_bank_is_what_the_command_makes():
    assert json.loads(BANK.read_text(encoding="utf8")) == bank()


def test_questions_are_held_out_and_even():
    for language in ("en", "ko"):
        questions = [q for _, q in sample_questions(language)]
        assert all(is_held_out(q.condition.id, q.finding_numbers) for q in questions)
        assert len({[q.kind for q in questions].count(kind) for kind in KINDS}) == 1


def test_every_option_has_its_own_reason():
    for q in bank()["questions"]:
        reasons = [option["rationale"] for option in q["options"]]
        assert all(reason.endswith(".") and "\n" not in reason for reason in reasons), q["id"]
        assert [o["label"] for o in q["options"]] == list("ABCDE") and q["answers"][0] in "ABCDE"


def test_the_fixture_belongs_to_the_bank_and_the_weights():
    fixture = json.loads(FIXTURE.read_text(encoding="utf8"))
    for name, digest in fixture["weights"].items():
        assert hashlib.sha256((shipped.FOLDER / name).read_bytes()).hexdigest() == digest
    questions = [q for language in ("ko", "en") for _, q in sample_questions(language)]
    assert [i["user"] for i in fixture["items"]] == [user_text(q, TEMPLATE) for q in questions]
    assert [i["prompt"] for i in fixture["items"]] == [rendered(i["user"]) for i in fixture["items"]]
