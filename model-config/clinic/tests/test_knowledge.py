import collections

import pytest

from ..knowledge import APART, BY_ID, CONDITIONS, FACTS, FINDINGS, FOLDER, LANGUAGES, POINTS_TO, TYPICAL, read_yaml, weight
from ..unknown import BY_SPLIT, STRANGERS


def test_there_are_enough_conditions_of_enough_specialties():
    assert len(CONDITIONS) >= 120
    assert len({c.specialty for c in CONDITIONS}) >= 15
    assert {c.review for c in CONDITIONS} == {"unreviewed"}
    assert all(c.source for c in CONDITIONS)


def test_findings_are_shared():
    owners = collections.Counter(key for c in CONDITIONS for key in c.weights)
    assert sum(count > 1 for count in owners.values()) > 150
    assert all(any(owners[key] > 1 for key in c.weights) for c in CONDITIONS)


def test_every_condition_can_be_recognised():
    for c in CONDITIONS:
        assert sum(w >= TYPICAL for w in c.weights.values()) >= 3, c.id
        assert any(w == POINTS_TO for w in c.weights.values()) or c.id in ("preeclampsia", "cystitis"), c.id


def test_every_finding_belongs_to_a_condition_and_the_other_way_round():
    assert set(FINDINGS) == {key for c in CONDITIONS for key in c.weights}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_enough_wordings(language):
    for finding in FINDINGS.values():
        wording = finding[language]
        assert len(set(wording.phrases)) >= (3 if wording.measured else 4), finding.id
        assert len(set(wording.sentences)) >= (1 if wording.measured else 2), finding.id
        assert len(wording.phrases) + len(wording.sentences) + len(wording.measured) >= 6, finding.id
        assert bool(wording.measured) == (finding.value is not None), finding.id
        assert all("{value}" in text for text in wording.measured), finding.id
        # a trace quotes the words, so they hold no quotation marks of their own
        assert not any('"' in text for text in (*wording.phrases, *wording.sentences, *wording.absent, *wording.measured))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_findings_are_their_own(language):
    names = collections.Counter(f[language].name.lower() for f in FINDINGS.values())
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_means_two_findings(language):
    owners = collections.defaultdict(set)
    for finding in FINDINGS.values():
        for text in (*finding[language].phrases, *finding[language].sentences):
            owners[text.lower()].add(finding.id)
    assert {text: ids for text, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FACTS)
def test_no_two_conditions_have_the_same_option(language, kind):
    texts = collections.Counter(text.lower() for c in CONDITIONS for text in c.facts[kind][language])
    assert [text for text, count in texts.items() if count > 1] == []


def test_look_alikes_are_known_and_shared():
    for c in CONDITIONS:
        assert len(c.against) >= 2, c.id
        assert all(other in BY_ID and other != c.id for other in c.against), c.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_finding_of_today_names_a_condition_that_it_speaks_for(language):
    for c in CONDITIONS:
        for key in (k for k in c.weights if FINDINGS[k].type != "background"):
            for text in (*FINDINGS[key][language].phrases, *FINDINGS[key][language].sentences):
                assert c[language].lower() not in text.lower(), (c.id, key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_strangers_are_strange(language):
    names = {c[language].lower() for c in CONDITIONS} | {a.lower() for c in CONDITIONS for a in c.also[language]}
    assert [s.id for s in STRANGERS if s[language].lower() in names] == []
    assert len(BY_SPLIT["test"]) >= 50
    assert len(BY_SPLIT["train"]) >= 100
    words = {text.lower() for f in FINDINGS.values() for text in (*f[language].phrases, *f[language].sentences)}
    assert all(clue.lower() not in words for s in STRANGERS for clue in s.clues[language])


def test_weight_of_what_is_not_listed_is_nothing():
    assert weight(BY_ID["migraine"], FINDINGS["fever"]) == 0


def test_what_cannot_stand_together_is_apart_both_ways():
    assert "hypertension" in APART["hypotension"]
    assert all(key in APART[other] for key in APART for other in APART[key])
    named = {key for group in read_yaml(FOLDER / "incompatible.yaml") for key in group}
    assert named <= set(FINDINGS)
