import random

import pytest

from ..knowledge import LANGUAGES, weight
from ..lookup import chance_of_right
from ..questions import LETTERS, held_out
from ..rationales import rationales
from ..rephrased import appendicitis, load, others



@pytest.mark.parametrize("language", LANGUAGES)
def test_hand_written_cases_are_many_and_sound(language):
    assert len(appendicitis(language)) == 10
    assert len(others(language)) >= 100
    assert len({key for key, _ in load(language)}) == len(load(language))
    for _, q in load(language):
        assert len(set(q.options)) == 5
        assert q.option_conditions[LETTERS.index(q.answer)] is q.condition
        assert all(weight(q.condition, m.finding) for m in q.mentions)
        assert q.condition[language].lower() not in q.vignette.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_hand_written_cases_use_other_words(language):
    taught = {text.lower() for _, q in load(language) for m in q.mentions
              for text in m.finding[language].sentences}
    assert [q.vignette for _, q in load(language) if any(text in q.vignette.lower() for text in taught)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_counting_findings_is_not_enough(language):
    cases = [q for q in held_out(120, language, 9) if q.option_conditions]
    share = sum(map(chance_of_right, cases)) / len(cases)
    assert 0.7 < share < 0.97


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_has_a_reason_of_its_own(language):
    for q in held_out(60, language, 4):
        reasons = rationales(q)
        assert len(reasons) == len(q.options) == len(set(reasons))
        assert all(text.endswith(".") and "{" not in text for text in reasons)
