import random
import re

import pytest

from ..argument import Weighed, argument
from ..examples import completion, few_shot, training_example
from ..follow_ups import follow_up
from ..knowledge import LANGUAGES, weight
from ..marks import MARK
from ..prompts import BEYOND, answer_letter, declines, user_text
from ..questions import CASE_KINDS, KINDS, LETTERS, held_out, option_text, question, together
from ..splits import findings_held_out
from ..strangers import request
from ..weighing import is_clear, score

QUOTED = re.compile(r'"([^"]+)"')


def drawn(count, language, seed=5, split="train", **wanted):
    rng = random.Random(f"{seed}-{language}")
    return [question(rng, language, split, **wanted) for _ in range(count)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_quotation_of_a_trace_stands_in_the_question(language):
    for q in drawn(400, language):
        shown = q.stem + "\n" + "\n".join(q.options)
        quotes = QUOTED.findall(q.trace)
        assert quotes, q.trace
        assert [words for words in quotes if words not in shown] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_traces_have_the_wanted_length_and_end_in_the_answer(language):
    for q in drawn(200, language):
        assert 60 < len(q.trace) < 1400
        assert answer_letter(completion(q).replace(MARK, "")) == q.answer
        assert q.answer in q.trace.split(". ")[-1] or q.answer in q.trace[-40:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_condition_leads_clearly(language):
    for q in drawn(200, language):
        if q.kind in CASE_KINDS:
            assert is_clear(q.condition, q.option_conditions, q.mentions)
            right = q.option_conditions[LETTERS.index(q.answer)]
            assert right is q.condition
            assert q.options[LETTERS.index(q.answer)] == option_text(right, q.kind, language)
            assert len(set(q.options)) == len(q.options) >= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_trace_reads_the_options_in_their_order_up_to_the_answer(language):
    for q in drawn(200, language):
        if q.kind in CASE_KINDS:
            at, right = 0, LETTERS.index(q.answer)
            for letter, words in list(zip(LETTERS, q.options))[:right + 1]:
                found = re.compile(f"{letter}\\W*(is |says |의 |는 |은 )?\\W*{re.escape(words.split(' ')[0])}").search(q.trace, at)
                assert found, (letter, words, q.trace)
                at = found.end()


@pytest.mark.parametrize("language", LANGUAGES)
def test_list_questions_have_one_answer(language):
    for kind in ("leastConsistent", "expectedFinding"):
        for q in drawn(100, language, kind=kind):
            fits = [weight(q.condition, m.finding) >= 2 for m in q.mentions]
            odd = kind == "leastConsistent"
            assert [LETTERS[i] for i, fit in enumerate(fits) if fit != odd] == [q.answer]


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_questions_cannot_be_answered_by_counting(language):
    assert sum(q.is_misleading for q in drawn(300, language, kind="diagnosis")) > 20


def test_the_splits_share_no_combination_of_findings():
    def sets(split):
        return {(q.condition.id, frozenset(m.finding.id for m in q.mentions if weight(q.condition, m.finding)))
                for language in LANGUAGES for q in drawn(300, language, split=split, kind="diagnosis")}
    assert not sets("train") & sets("test")


def test_held_out_questions_are_the_same_each_time():
    first, second = (held_out(12, "ko", 3) for _ in range(2))
    assert [q.stem for q in first] == [q.stem for q in second]
    assert [q.kind for q in first[:len(KINDS)]] == list(KINDS)


def test_a_combination_is_held_out_or_not_whatever_the_order():
    q = drawn(1, "ko", kind="diagnosis")[0]
    findings = [m.finding for m in q.mentions]
    assert findings_held_out(q.condition, findings) == findings_held_out(q.condition, findings[::-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_open_questions_have_no_options_and_lead_among_all(language):
    for q in drawn(60, language, kind="diagnosis", is_open=True):
        assert q.options == ()
        assert q.answer == q.condition[language]
        assert "\nA." not in user_text(q, "plain")


@pytest.mark.parametrize("language", LANGUAGES)
def test_follow_ups_quote_the_case(language):
    rng = random.Random(4)
    for q in drawn(120, language, kind="diagnosis"):
        asked, thought, answer = follow_up(rng, q)
        assert asked and answer
        assert [words for words in QUOTED.findall(thought + answer) if words not in q.stem] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("split", ("train", "test"))
def test_what_is_not_known_is_declined(language, split):
    rng = random.Random(8)
    for _ in range(100):
        user, thought, answer = request(rng, language, split)
        assert BEYOND[language] in answer.replace(MARK, "")
        assert declines(f"<think>\n{thought}\n</think>\n\n{answer}".replace(MARK, ""))
        assert answer_letter(answer) is None
        assert [words for words in QUOTED.findall(thought) if words not in user] == []


def test_known_questions_are_not_declined():
    assert not any(declines(completion(q).replace(MARK, "")) for language in LANGUAGES for q in drawn(100, language))


def test_five_examples_fit_the_context_window():
    rng = random.Random(2)
    longest = max(len(few_shot(rng, language, "test", 5)[0]) for language in LANGUAGES for _ in range(60))
    assert longest < 4800


def test_training_texts_end_and_leave_no_name_unfilled():
    rng = random.Random(6)
    for _ in range(1500):
        prompt, text = training_example(rng)
        assert text.endswith(("<|im_end|>\n", "<|endoftext|>"))
        assert MARK not in prompt
        shown = re.sub(r"\\boxed\{[A-EX]\}", "", (prompt + text).replace(MARK, ""))
        assert not re.search(r"\{\w+\}", shown), shown


def test_an_argument_weighs_every_mention():
    q = drawn(1, "en", kind="diagnosis")[0]
    steps = argument(random.Random(1), list(q.mentions), q.condition, list(q.option_conditions))
    present = [m for m in q.mentions if m.present]
    assert [s.mention for s in steps if isinstance(s, Weighed)] == present
    assert score(q.condition, q.mentions) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_do_not_contradict_themselves(language):
    assert all(together(q.mentions) for kind in CASE_KINDS for q in drawn(60, language, kind=kind))
