"""Case descriptions: a patient and mentions of findings, as sentences of an examination or as notes."""
import pathlib

from .knowledge import FOLDER, read_yaml
from .korean import fill

NEUTRAL = read_yaml(pathlib.Path(FOLDER) / "neutral.yaml")
_ORDER = ("background", "vital", "sign", "lab", "imaging")

_OPENING = {
    "ko": ["{who:이/가} {what:을/를} 주소로 {place}에 왔다.", "{who:이/가} {what:을/를} 호소하며 {place}에 내원하였다.",
           "{who:이/가} {what} 때문에 {place:을/를} 찾았다.", "{who}. {what:으로/로} {place}에 왔다.",
           "{who:이/가} {place}에 왔다. 주된 증상은 {what:이다/다}."],
    "en": ["{who} comes to the {place} because of {what}.", "{who} presents to the {place} with {what}.",
           "{who} is brought to the {place} for {what}.", "{who} is seen in the {place}. The main complaint is {what}.",
           "{who} reports {what}."]}
_PLAIN_OPENING = {
    "ko": ["{who:이/가} {place}에 왔다.", "{who:이/가} {place:을/를} 찾았다.", "{who} 환자이다."],
    "en": ["{who} comes to the {place}.", "{who} is evaluated in the {place}.", "{who} is seen in the {place}."]}
_PLACES = {"ko": ["응급실", "외래", "병원", "진료실"], "en": ["emergency department", "clinic", "office", "hospital"]}
_URGENT_PLACES = {"ko": ["응급실", "병원"], "en": ["emergency department", "hospital"]}
# findings with which nobody sits in an office
_URGENT = frozenset(
    "hypotension hypoxemia confusion lethargy suddenHemiparesis ecgStElevationRegional thunderclapHeadache tearingChestPain "
    "pressorNeed syncope seizure painOutOfProportion hemoptysis".split())
_FRAMES = {
    "ko": {"background": ["과거력에서 {what:이/가} 확인된다.", "문진에서 {what:이/가} 확인되었다.", "병력: {what}."],
           "symptom": ["{what:을/를} 함께 호소한다.", "{what}도 있다고 한다.", "{what:이/가} 동반되었다."],
           "vital": ["활력징후에서 {what:이/가} 확인된다.", "활력징후: {what}."],
           "sign": ["진찰에서 {what:이/가} 있다.", "신체 진찰에서 {what:이/가} 확인된다.", "진찰 소견: {what}."],
           "lab": ["검사에서 {what:이/가} 확인되었다.", "혈액 및 소변 검사: {what}.", "검사 결과는 {what:이다/다}."],
           # the words of these say themselves which study it was
           "imaging": ["{what:이/가} 확인되었다.", "검사에서 {what:이/가} 있었다.", "추가 검사 소견은 {what:이다/다}."]},
    "en": {"background": ["The history is notable for {what}.", "Background: {what}.", "The history includes {what}."],
           "symptom": ["The patient complains of {what} too.", "{He} also reports {what}.", "Associated symptoms: {what}."],
           "vital": ["Vital signs show {what}.", "Vital signs: {what}."],
           "sign": ["Examination shows {what}.", "Physical examination reveals {what}.", "Physical examination: {what}."],
           "lab": ["Laboratory studies show {what}.", "Laboratory results: {what}.", "Testing reveals {what}."],
           "imaging": ["Further testing shows {what}.", "Studies reveal {what}.", "Further studies: {what}."]}}
_NOTES_SHARE = 0.2  # of the vignettes without clauses
_TALKS_FROM = 7     # years of age from which a patient is asked and answers


def listed(items, language):
    """A list as it stands in a sentence: "a, b and c" in English, "a, b, c" in Korean."""
    if language == "ko" or len(items) == 1:
        return ", ".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def vignette(rng, patient, mentions, language):
    """One paragraph that holds the words of every mention literally. Mentions with a finding of None stand as sentences."""
    if patient.short(language) and not any(m.is_clause for m in mentions) and rng.random() < _NOTES_SHARE:
        return _notes(rng, patient, mentions, language)
    clauses = [m.words + "." for m in mentions if m.is_clause]
    opening, rest = _opening(rng, patient, mentions, language)
    framed = _framed(rng, patient, rest, language)
    neutral = [patient.fill(text) + "." for text in rng.sample(_neutral(patient, language), rng.choice([0, 0, 0, 1, 1, 2]))]
    if rng.random() < 0.5:
        body = framed + clauses + neutral
        rng.shuffle(body)
    else:
        body = list(framed)
        for sentence in clauses + neutral:
            body.insert(rng.randint(0, len(body)), sentence)
    return " ".join([opening, *body])


def _neutral(patient, language):
    """The neutral sentences that can be said of the patient."""
    groups = ["anyone"]
    if patient.unit == "y" and patient.age >= _TALKS_FROM:
        groups.append("talking")
    if not patient.is_child:
        groups.append("grown")
    return [text for group in groups for text in NEUTRAL[language][group]]


def _opening(rng, patient, mentions, language):
    """(first sentence, nouns that are left)"""
    nouns = [m for m in mentions if not m.is_clause]
    symptoms = [m for m in nouns if m.finding.type == "symptom"][:rng.choice([1, 1, 2])]
    is_urgent = any(m.present and m.finding is not None and m.finding.id in _URGENT for m in mentions)
    places = (_URGENT_PLACES if is_urgent else _PLACES)[language]
    words = {"who": patient.called(language), "place": rng.choice(places)}
    if not symptoms:
        return _filled(rng.choice(_PLAIN_OPENING[language]), language, **words), nouns
    words["what"] = listed([m.words for m in symptoms], language)
    return _filled(rng.choice(_openings(patient, language)), language, **words), [m for m in nouns if m not in symptoms]


def _openings(patient, language):
    """Those that suit: who is brought is small or old; who cannot speak complains of nothing."""
    is_brought, talks = patient.years < _TALKS_FROM or patient.years > 75, patient.years >= _TALKS_FROM
    return [text for text in _OPENING[language] if ("is brought" not in text or is_brought)
            and (talks or ("호소" not in text and "reports" not in text))]


def _framed(rng, patient, nouns, language):
    """Sentences for what is told as nouns, grouped by type, at most three to a sentence."""
    sentences = []
    for kind in ("symptom", *_ORDER):
        own = [m.words for m in nouns if m.finding.type == kind]
        while own:
            part, own = own[:3], own[3:]
            text = _filled(rng.choice(_FRAMES[language][kind]), language, what=listed(part, language))
            sentences.append(patient.fill(text))
    return sentences


def _notes(rng, patient, mentions, language):
    """As a student jots it down: "34/M, RLQ pain, WBC 14,800/mm³"."""
    parts = [m.words for m in mentions]
    if rng.random() < 0.5:
        rng.shuffle(parts)
    return ", ".join([patient.short(language), *parts]) + "."


def _filled(template, language, **words):
    if language == "ko":
        return fill(template, **words)
    for key, word in words.items():
        template = template.replace("{" + key + "}", word)
    return template


def stem(paragraph, lead_in):
    """Vignette and lead-in as they are read."""
    return f"{paragraph} {lead_in}".lstrip()
