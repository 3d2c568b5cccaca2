"""Case descriptions: a patient, the findings that are present and the findings that are absent, as sentences."""
from .korean import with_particle

_SETTINGS = {"en": ["emergency department", "clinic", "outpatient clinic", "hospital"],
             "ko": ["응급실", "외래", "병원", "진료실"]}
_ADULT_AGE = 15


def join_list(items, language):
    """A list as it stands in a sentence: "a, b and c" in English, "a, b, c" in Korean."""
    if language == "ko" or len(items) == 1:
        return ", ".join(items)
    return ", ".join(items[:-1]) + " and " + items[-1]


def _patient(rng, condition, language):
    unit = {"w": "week", "m": "month"}.get(condition.age[-1], "year")
    low, high = (int(x) for x in condition.age.rstrip("wm").split("-"))
    age = rng.randint(low, high)
    sex = rng.choice(condition.sex)
    child = unit != "year" or age < _ADULT_AGE
    if language == "en":
        who = {"m": "boy" if child else "man", "f": "girl" if child else "woman"}[sex]
        article = "An" if age in (8, 11, 18) or 80 <= age < 90 else "A"
        return f"{article} {age}-{unit}-old {who}"
    who = {"m": "남아" if child else "남자", "f": "여아" if child else "여자"}[sex]
    return f"{age}{ {'week': '주', 'month': '개월', 'year': '세'}[unit]} {who}"


def _english(rng, who, by_type, absent):
    place = rng.choice(_SETTINGS["en"])

    def phrase(kind):
        return join_list(by_type[kind], "en")
    if by_type["sx"]:
        yield rng.choice([f"{who} comes to the {place} with {phrase('sx')}.",
                          f"{who} presents to the {place} because of {phrase('sx')}.",
                          f"{who} is brought to the {place} for {phrase('sx')}."])
    else:
        yield rng.choice([f"{who} comes to the {place}.", f"{who} is evaluated in the {place}."])
    if by_type["rf"]:
        yield rng.choice([f"The history includes {phrase('rf')}.", f"Background: {phrase('rf')}.",
                          f"There is a history of {phrase('rf')}."])
    if by_type["sg"]:
        yield rng.choice([f"Examination shows {phrase('sg')}.", f"On physical examination there is {phrase('sg')}."])
    if by_type["lb"]:
        yield rng.choice([f"Laboratory tests show {phrase('lb')}.", f"Laboratory findings: {phrase('lb')}."])
    if by_type["im"]:
        yield rng.choice([f"Further testing shows {phrase('im')}.", f"Studies reveal {phrase('im')}."])
    for finding in absent:
        yield rng.choice([f"There is no {finding.en}.", f"No {finding.en} is noted."])


def _korean(rng, who, by_type, absent):
    place = rng.choice(_SETTINGS["ko"])

    def phrase(kind, particle):
        return with_particle(join_list(by_type[kind], "ko"), particle)
    if by_type["sx"]:
        yield rng.choice([f"{who}가 {phrase('sx', '을/를')} 호소하며 {place}에 왔다.",
                          f"{who}가 {phrase('sx', '을/를')} 주소로 {place}에 내원하였다.",
                          f"{who}가 {place}에 왔다. 주 증상은 {phrase('sx', '이다/다')}."])
    else:
        yield rng.choice([f"{who}가 {place}에 왔다.", f"{who}가 {place}에 내원하였다."])
    if by_type["rf"]:
        yield rng.choice([f"병력에서 {phrase('rf', '이/가')} 있었다.", f"배경: {join_list(by_type['rf'], 'ko')}."])
    if by_type["sg"]:
        yield rng.choice([f"진찰에서 {phrase('sg', '이/가')} 있었다.", f"신체검사 소견은 {phrase('sg', '이다/다')}."])
    if by_type["lb"]:
        yield rng.choice([f"검사실 검사에서 {phrase('lb', '이/가')} 나왔다.", f"검사 결과는 {phrase('lb', '이다/다')}."])
    if by_type["im"]:
        yield rng.choice([f"추가 검사에서 {phrase('im', '이/가')} 확인되었다.", f"추가 검사 소견은 {phrase('im', '이다/다')}."])
    for finding in absent:
        yield f"{with_particle(finding.ko, '은/는')} 없었다."


def vignette(rng, condition, present, absent, language):
    """One paragraph. `present` and `absent` are lists of Finding; the patient's age and sex suit `condition`. Half of
    the paragraphs keep the usual order history, examination, tests; the others shuffle what follows the complaint."""
    by_type = {t: [f[language] for f in present if f.type == t] for t in ("rf", "sx", "sg", "lb", "im")}
    sentences = {"en": _english, "ko": _korean}[language]
    first, *rest = sentences(rng, _patient(rng, condition, language), by_type, absent)
    if rng.random() < 0.5:
        rng.shuffle(rest)
    return " ".join([first, *rest])
