"""What every generated question has to be."""
import random

import pytest

from ..conditions import CONDITIONS, OWNERS
from ..korean import with_particle
from ..questions import KINDS, LETTERS, held_out, is_held_out, option_text, question


def many(split, language, count=200):
    rng = random.Random(f"{split}-{language}")
    return [question(rng, language, split) for _ in range(count)]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_seed_gives_the_same_questions(language):
    assert held_out(30, language, 7) == held_out(30, language, 7)
    assert held_out(30, language, 7) != held_out(30, language, 8)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_splits_share_no_set_of_findings(language):
    for split in ("train", "test"):
        assert all(is_held_out(q.condition.id, q.finding_numbers) == (split == "test") for q in many(split, language))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_exactly_the_answer_belongs_to_the_condition(language):
    for q in many("test", language):
        right = q.options[LETTERS.index(q.answer)]
        assert len(set(q.options)) == len(LETTERS)
        if q.kind == "leastConsistent":
            owns = [q.condition.id in OWNERS[(language, text)] for text in q.options]
            assert owns.count(False) == 1 and not owns[LETTERS.index(q.answer)]
        else:
            assert right == option_text(q.condition, q.kind, language)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_trace_ends_in_the_answer_and_names_the_findings(language):
    for q in many("test", language):
        assert q.trace.endswith(": " + q.answer)
        assert all(finding[language] in q.trace for finding, _ in q.present)


def test_held_out_takes_the_kinds_in_turn():
    assert [q.kind for q in held_out(10, "en", 1)] == list(KINDS) * 2


def test_no_two_conditions_share_a_phrase():
    assert all(len(owners) == 1 for owners in OWNERS.values())
    for language in ("en", "ko"):
        for kind in ("diagnosis", "test", "treatment", "mechanism"):
            texts = [option_text(c, kind, language) for c in CONDITIONS]
            assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("word,pair,expected", [
    ("통풍", "을/를", "통풍을"), ("기침", "이/가", "기침이"), ("두근거림", "은/는", "두근거림은"), ("식욕부진", "과/와", "식욕부진과"),
    ("고열", "으로/로", "고열로"), ("발열", "으로/로", "발열로"), ("천식", "으로/로", "천식으로"), ("피로", "으로/로", "피로로"),
    ("홍반루푸스", "을/를", "홍반루푸스를"), ("BCR-ABL1 PCR", "이다/다", "BCR-ABL1 PCR이다"), ("뇌 CT", "을/를", "뇌 CT를"),
    ("날문근 두께 5 mm", "이/가", "날문근 두께 5 mm가"), ("혈당 480 mg/dL", "은/는", "혈당 480 mg/dL는"),
    ("날문근 두께 5 mm", "이다/다", "날문근 두께 5 mm이다"), ("평균적혈구용적 118", "을/를", "평균적혈구용적 118을"),
    ("임신 35주 혈압 170/112", "을/를", "임신 35주 혈압 170/112를")])
def test_particles(word, pair, expected):
    assert with_particle(word, pair) == expected
