"""Questions with options, answer and trace.

Case questions show a vignette; its condition leads every other candidate clearly (`weighing`). For a diagnosis the
candidates are the options' conditions; for a test, a treatment or a mechanism, and for every open question, they are
all conditions that could be thought of in the patient, because the diagnosis has to be made without help."""
import dataclasses
import random

from . import case_words
from .argument import argument
from .knowledge import APART, CONDITIONS, FACTS, FINDINGS, OWNERS, POINTS_TO, TYPICAL, suited, weight
from .marks import unmarked
from .mentions import absence, mention
from .option_scan import LETTERS, option_scan
from .patients import patient
from .reasoning import option_check, sentences
from .splits import findings_held_out, fits
from .vignette import stem, vignette
from .weighing import conceivable, is_clear, ranked, supporters

CASE_KINDS = ("diagnosis", *FACTS)
LIST_KINDS = ("leastConsistent", "expectedFinding")
KINDS = (*CASE_KINDS, *LIST_KINDS)
_TRIES = 60
# a finding that so few conditions have says something about which of them it is
_FEW_OWNERS = 10
# findings of women among those of conditions that both sexes have
_WOMENS = frozenset(["heavyMenses"])
# what would have to be looked into at once, so that a case cannot tell it in passing
_NOT_LEFT_OPEN = frozenset(
    "visualLossTransient wordFinding vertigo hypotension hypoxemia noFlatus drooling reboundTenderness seizure hemoptysis "
    "hypercalcemia newHeadacheElderly jvd suddenDyspnea pleuriticPain".split())
_MOST_MENTIONS = 5
# share of case questions in which another condition shares findings and shows one of its own
_DOUBLE_SHARE = 0.8
# share of the drawn cases that are dropped if counting findings without weights would answer them
_COUNTABLE_DROPPED = 0.4


@dataclasses.dataclass(frozen=True)
class Question:
    """One question. `options` is empty for an open one. `option_conditions[i]` is the condition that option i belongs to;
    `mentions` are those of the vignette in the order of the text, for a question about a list of findings those of the
    options. `answer` is a letter, for an open question the answer's words."""
    kind: str
    language: str
    condition: object
    patient: object
    vignette: str
    lead_in: str
    options: tuple
    option_conditions: tuple
    answer: str
    mentions: tuple
    marked_trace: str
    conclusion: str

    @property
    def stem(self):
        """Vignette and lead-in as the model reads them."""
        return stem(self.vignette, self.lead_in)

    @property
    def trace(self):
        """The reasoning that is taught."""
        return unmarked(self.marked_trace)

    @property
    def is_misleading(self):
        """Whether counting findings without weights would not find the answer: another candidate has as many or more."""
        return _misleads(self.condition, self.option_conditions, self.mentions)


def question(rng, language, split, kind=None, is_open=False):
    """A Question of `split` ("train" or "test"), drawn with `rng`; of a drawn kind if none is given."""
    kind = kind or rng.choices(KINDS, (30, 15, 15, 12, 14, 14))[0]
    while True:
        made = (_list_question(rng, language, split, kind) if kind in LIST_KINDS
                else _case_question(rng, language, split, kind, is_open))
        if made:
            return made


def held_out(count, language, seed):
    """`count` questions of the test split of one language, the kinds in turn. The same seed gives the same questions."""
    rng = random.Random(f"{seed}-{language}")
    return [question(rng, language, "test", kind=KINDS[i % len(KINDS)]) for i in range(count)]


def _case_question(rng, language, split, kind, is_open):
    """A question with a vignette, or None if what was drawn does not suit."""
    condition, who = _drawn_patient(rng)
    candidates = conceivable(condition, who)
    double = _double(rng, condition, candidates) if rng.random() < _DOUBLE_SHARE else None
    findings = _drawn_findings(rng, condition, split, double, kind)
    if findings is None:
        return None
    rivals = [*([double] if double else []), *[c for c in _rivals(rng, condition, candidates, findings) if c is not double]]
    owners = [condition, *rivals[:rng.choice([3, 4, 4])]]
    if len(owners) < 4:
        return None
    mentions = [mention(rng, f, who, language) for f in findings]
    herrings = rng.choice([1, 2, 2]) if double else rng.random() < 0.3
    mentions += _herrings(rng, condition, [double] if double else owners[1:], who, language, mentions, int(herrings))
    if len(mentions) < _MOST_MENTIONS:
        mentions += _absences(rng, condition, owners[1:], who, language, mentions)[:_MOST_MENTIONS - len(mentions)]
    if not together(mentions) or not _of_sex(who, mentions):
        return None
    if not fits(split, condition, findings, language, mentions[:len(findings)]):
        return None
    needs_all = is_open or kind != "diagnosis"
    if not is_clear(condition, candidates if needs_all else owners, mentions):
        return None
    if rng.random() < _COUNTABLE_DROPPED and not _misleads(condition, owners, mentions):
        return None
    rng.shuffle(mentions)
    text = vignette(rng, who, mentions, language)
    mentions.sort(key=lambda m: text.index(m.words))
    rng.shuffle(owners)
    texts = [] if is_open else [option_text(c, kind, language) for c in owners]
    if len({t.lower() for t in texts}) < len(texts):
        return None
    considered = _considered(owners, candidates, mentions, needs_all)
    steps = argument(rng, mentions, condition, considered)
    said = sentences(rng, language, steps)
    letter = "" if is_open else LETTERS[owners.index(condition)]
    if letter:
        said += [option_scan(rng, language, kind, condition, texts, owners.index(condition)),
                 case_words.choice_of(rng, language, letter)]
    else:
        said.append(case_words.verdict(rng, language, kind, condition))
    return Question(
        kind=kind, language=language, condition=condition, patient=who, vignette=text,
        lead_in=case_words.lead_in(rng, language, kind, is_open), options=tuple(texts), option_conditions=tuple(owners),
        answer=letter or option_text(condition, kind, language), mentions=tuple(mentions),
        marked_trace=" ".join(said), conclusion=case_words.conclusion(rng, language, kind, condition))


def together(mentions):
    """Whether everything that a vignette says is there can be there at once."""
    present = [m.finding.id for m in mentions if m.present and m.finding is not None]
    return not any(other in APART[key] for key in present for other in present)


def _of_sex(who, mentions):
    return who.sex == "f" or all(m.finding.id not in _WOMENS for m in mentions)


def _misleads(condition, candidates, mentions):
    own = supporters(condition, mentions)
    return any(supporters(c, mentions) >= own for c in candidates if c is not condition)


def _considered(owners, candidates, mentions, needs_all):
    """The candidates that a trace speaks of: the options, or the few best of all."""
    return owners if not needs_all else ranked(candidates, mentions)[:4]


def option_text(condition, kind, language):
    """What the condition contributes to the options of a case question of this kind."""
    return condition[language] if kind == "diagnosis" else condition.facts[kind][language][0]


def _drawn_patient(rng):
    condition = rng.choice(CONDITIONS)
    return condition, patient(rng, condition)


def _double(rng, condition, candidates):
    """A condition that shares at least two findings with this one, or None: with its own finding added, counting findings
    is not enough to tell them apart."""
    sharing = [c for c in candidates if c is not condition and len(set(c.weights) & set(condition.weights)) > 1]
    return rng.choice(sharing) if sharing else None


def _drawn_findings(rng, condition, split, double, kind):
    """Three or four findings of a set that belongs to the split, seldom more than one that points to the condition alone; with
    a `double` two or three are shared with it. A question for the test does not show the result of one that settles it."""
    settled = ("lab", "imaging") if kind == "test" else ()
    strong = [FINDINGS[k] for k, w in condition.weights.items() if w == POINTS_TO and FINDINGS[k].type not in settled]
    # a history alone makes no diagnosis
    pointing = [f for f in strong if f.type != "background"]
    others = [FINDINGS[k] for k, w in condition.weights.items() if w != POINTS_TO] + [f for f in strong if f not in pointing]
    shared = [f for f in others + pointing if double and weight(double, f)]
    for _ in range(_TRIES):
        most = 1 if double else rng.choice([1, 1, 1, 2])
        chosen = rng.sample(pointing, min(most, len(pointing)))
        if double:
            left = [f for f in shared if f not in chosen]
            chosen += rng.sample(left, min(2, len(left)))
        else:
            rest = others if rng.random() < 0.85 else others + [f for f in pointing if f not in chosen]
            chosen += rng.sample(rest, min(rng.choice([3, 3, 4]) - len(chosen), len(rest)))
        if len(chosen) >= 3 and findings_held_out(condition, chosen) == (split == "test"):
            return chosen
    return None


def _rivals(rng, condition, candidates, findings):
    """Other conditions to stand beside the right one: look-alikes, some that share findings shown, then its kin."""
    others = [c for c in candidates if c is not condition]
    looking_alike = [c for c in others if c.id in condition.against or condition.id in c.against]
    chosen = rng.sample(looking_alike, min(len(looking_alike), rng.choice([1, 2, 2])))
    specific = [f for f in findings if OWNERS[f.id] <= _FEW_OWNERS]
    sharing = [c for c in others if c not in chosen and any(weight(c, f) for f in specific)]
    sharing.sort(key=lambda c: -sum(weight(c, f) for f in specific) + rng.random())
    chosen += sharing[:rng.choice([1, 2])]
    near = [c for c in kin(condition, others) if c not in chosen]
    chosen += rng.sample(near, min(len(near), max(0, 4 - len(chosen))))
    rng.shuffle(chosen)
    return chosen


def kin(condition, others, count=10):
    """The `count` of `others` that are most alike: look-alikes first, then by findings in common and specialty."""
    def likeness(other):
        return (4 * (other.id in condition.against or condition.id in other.against)
                + len(set(other.weights) & set(condition.weights))
                + (other.specialty == condition.specialty != "surgery"))
    return sorted(others, key=lambda other: (-likeness(other), other.id))[:count]


def _herrings(rng, condition, rivals, who, language, told, count):
    """`count` findings, or fewer, that speak for a rival and not for the condition."""
    told = {m.finding for m in told}
    pool = list(dict.fromkeys(
        FINDINGS[k] for rival in rivals for k, w in rival.weights.items()
        if w <= TYPICAL and not weight(condition, FINDINGS[k]) and FINDINGS[k] not in told
        and FINDINGS[k].type != "imaging" and k not in _NOT_LEFT_OPEN))
    return [mention(rng, finding, who, language) for finding in rng.sample(pool, min(count, len(pool)))]


def _absences(rng, condition, rivals, who, language, told):
    """Up to two findings that the vignette says are absent: what would point to a rival of the same kin, and not to
    the condition."""
    told = {m.finding for m in told}
    near = [rival for rival in rivals if rival.specialty == condition.specialty or rival.id in condition.against
            or len(set(rival.weights) & set(condition.weights)) > 1]
    pool = [FINDINGS[k] for rival in near for k, w in rival.weights.items()
            if w == POINTS_TO and not weight(condition, FINDINGS[k]) and FINDINGS[k] not in told
            and FINDINGS[k].type not in ("imaging", "background")]
    made = []
    for finding in rng.sample(pool, min(len(pool), rng.choice([0, 0, 0, 1, 1, 2]))):
        absent = absence(rng, finding, who, language)
        if absent and all(finding is not m.finding for m in made):
            made.append(absent)
    return made


def _list_question(rng, language, split, kind):
    """Options are findings: all of a condition but one, or one of a condition and the others of others."""
    condition, who = _drawn_patient(rng)
    count = rng.choice([4, 5, 5])
    wanted = count - 1 if kind == "leastConsistent" else 1
    least = TYPICAL if kind == "leastConsistent" else POINTS_TO
    own = [FINDINGS[k] for k, w in condition.weights.items() if w >= least and FINDINGS[k].type != "background"]
    foreign = _foreign(rng, condition)
    if len(own) < wanted or len(foreign) < count - wanted:
        return None
    chosen = rng.sample(own, wanted)
    if len(chosen) > 1 and findings_held_out(condition, chosen) != (split == "test"):
        return None
    pairs = [(f, True) for f in chosen] + [(f, False) for f in rng.sample(foreign, count - wanted)]
    rng.shuffle(pairs)
    mentions = [mention(rng, f, who, language, style="phrase") for f, _ in pairs]
    if len(chosen) == 1 and not fits(split, condition, chosen, language, mentions):
        return None
    odd = kind == "leastConsistent"
    answer = LETTERS[[is_own for _, is_own in pairs].index(not odd)]
    said = [option_check(rng, language, LETTERS[i], m, condition, is_own, is_answer=is_own != odd)
            for i, (m, (_, is_own)) in enumerate(zip(mentions, pairs))]
    said.append(case_words.choice_of(rng, language, answer))
    right = mentions[LETTERS.index(answer)]
    return Question(
        kind=kind, language=language, condition=condition, patient=who, vignette="",
        lead_in=case_words.list_lead_in(rng, language, kind, condition), options=tuple(m.words for m in mentions),
        option_conditions=(), answer=answer, mentions=tuple(mentions), marked_trace=" ".join(said),
        conclusion=case_words.list_conclusion(rng, language, kind, condition, right))


def _foreign(rng, condition):
    """Findings that point to neighbouring conditions, one of each, and are none of this one's."""
    found = []
    for other in kin(condition, [c for c in CONDITIONS if c is not condition and suited(condition, c)]):
        own = [FINDINGS[k] for k, w in other.weights.items() if w == POINTS_TO and k not in condition.weights
               and FINDINGS[k].type != "background" and FINDINGS[k] not in found]
        found += rng.sample(own, min(1, len(own)))
    return found
