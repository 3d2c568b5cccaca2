"""An argument in Korean. Every step has several builds, so that no fixed form can be leant on."""
from .argument import Denied, Impression, NoRival, Reason, Rivals, Unknown, Weighed, relation_key
from .korean import fill
from .marks import MARK

_SAME = ['"{q}"{q!:은/는} ', '"{q}": ', '"{q}"{q!:이/가} 있다. ']
_NAMED = ['"{q}": {n:이다/다}. ', '"{q}"{q!:은/는} {n:이다/다}. ', '"{q}"{q!:을/를} {n:으로/로} 읽는다. ', '"{q}", 즉 {n}. ',
          '"{q}"라는 말은 {n:을/를} 뜻한다. ']
_RELATION = {
    "strong": ["{a:을/를} 강하게 시사한다.", "{a}에서 특징적이다.", "{a} 쪽에 무게를 크게 싣는다."],
    "strong+": ["{a}에서 특징적이고 {b}에서도 볼 수 있다.", "{a:을/를} 강하게 시사하며 {b}에서도 가능하다."],
    "strong+strong": ["{a:과/와} {b} 모두를 강하게 시사한다."],
    "typical": ["{a}에 잘 맞는다.", "{a}에서 흔하다.", "{a}의 전형적 소견에 든다."],
    "typical+typical": ["{a:과/와} {b} 모두에 잘 맞는다.", "{a}에서도 {b}에서도 흔하다."],
    "typical+": ["{a}에 잘 맞고 {b}에서도 볼 수 있다.", "{a}에서 흔하고 {b}에서도 가능하다."],
    "possible": ["{a}에서 볼 수 있으나 특이적이지 않다.", "{a}에서도 가능하지만 약한 단서이다."],
    "possible+": ["{a:이나/나} {b}에서 볼 수 있는 비특이적 소견이다.", "{a}에서도 {b}에서도 가능한 약한 단서이다."],
    "none": ["후보를 가르는 데 도움이 되지 않는다.", "어느 후보도 지지하지 않는다."]}
_DENIED = ['"{q}"라고 했으니 {a} 가능성은 낮아진다.', '"{q}": {a:이라면/라면} 있을 소견이 없다.', '"{q}"{q!:은/는} {a}에 불리하다.']
_DENIED_NOTHING = ['"{q}"{q!:은/는} 판단을 바꾸지 않는다.', '"{q}": 후보를 가르지 못한다.']
_UNKNOWN = ['"{q}"{q!:은/는} 제가 아는 소견이 아니므로 판단에 넣지 않는다.', '"{q}": 배우지 않은 소견이라 근거로 쓰지 않는다.']
_IMPRESSION = ["처음에는 {a:이/가} 떠오른다.", "여기까지는 {a:을/를} 먼저 생각하게 된다.", "첫인상은 {a:이다/다}."]
_RIVALS = ["{a:과/와} {b:을/를} 견주어 보자.", "남는 후보는 {a:과/와} {b:이다/다}.", "{a}인지 {b}인지 따져 본다.",
           "앞서는 두 후보는 {a:과/와} {b:이다/다}."]
_TURNED = ["그러나 다시 보면 {a:이/가} 더 맞는다. {b:과/와} 비교해 보자.", "하지만 {b}만으로는 설명이 부족하다. {a:을/를} 생각해야 한다.",
           "잠깐, {b}보다 {a:이/가} 나머지 소견을 더 잘 설명한다."]
_REASONS = {
    "denied": ['{b:이라면/라면} "{q}"라는 말이 맞지 않는다.', '"{q}"라고 했으므로 {b:은/는} 멀어진다.'],
    "unexplained": ['"{q}"{q!:은/는} {b:으로/로} 설명되지 않는다.', '{b:은/는} "{q}"{q!:을/를} 설명하지 못한다.'],
    "missing": ["{b:이라면/라면} {n:이/가} 기대되는데 언급이 없다.", "{b:을/를} 뒷받침할 {n:은/는} 보이지 않는다."]}
_NO_RIVAL = ["이 소견들을 함께 설명하는 것은 {a}뿐이다.", "다른 후보는 이 소견들을 설명하지 못한다.", "달리 견줄 만한 후보가 없다."]


def sentences(rng, steps, letters=None):
    """The sentences of an argument, in its order. With `letters` ({condition id: option letter}) every candidate is named with
    its letter, which ties the argument to the options."""
    def name(condition):
        letter = (letters or {}).get(condition.id)
        return MARK + condition["ko"] + (f"({MARK}{letter})" if letter else "")
    return [_said(rng, step, name) for step in steps]


def _said(rng, step, name):
    if isinstance(step, Weighed):
        return _quoted(rng, step.mention) + _related(rng, step, name)
    if isinstance(step, Denied):
        if step.condition is None:
            return fill(rng.choice(_DENIED_NOTHING), q=step.mention.words)
        return fill(rng.choice(_DENIED), q=step.mention.words, a=name(step.condition))
    if isinstance(step, Unknown):
        return fill(rng.choice(_UNKNOWN), q=step.mention.words)
    if isinstance(step, Impression):
        return fill(rng.choice(_IMPRESSION), a=name(step.condition))
    if isinstance(step, NoRival):
        return fill(rng.choice(_NO_RIVAL), a=name(step.best))
    if isinstance(step, Rivals):
        return fill(rng.choice(_TURNED if step.turned else _RIVALS), a=name(step.best), b=name(step.runner_up))
    return _reason(rng, step, name)


def _quoted(rng, mention):
    meaning = mention.finding.ko.name
    pool = _SAME[:2] if meaning == mention.words else _NAMED
    return fill(rng.choice(pool), q=mention.words, n=meaning)


def _related(rng, step, name):
    return fill(rng.choice(_RELATION[relation_key(step.relations)]),
                **{key: name(c) for key, (c, _) in zip("ab", step.relations)})


def _reason(rng, reason: Reason, name):
    if reason.kind == "lookalike":
        return reason.best.against[reason.runner_up.id]["ko"].rstrip(".") + "."
    words = {"a": name(reason.best), "b": name(reason.runner_up)}
    if reason.kind == "missing":
        words["n"] = reason.about.ko.name
    else:
        words["q"] = reason.about.words
    return fill(rng.choice(_REASONS[reason.kind]), **words)
