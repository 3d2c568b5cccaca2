"""Training texts: (prompt, completion) pairs of every kind of request. `python -m clinic.examples [SEED]` prints some."""
import random
import sys

from . import follow_ups, strangers, talk_words
from .case_words import capitalised, said
from .knowledge import BY_ID, CONDITIONS, FACTS, FINDINGS, POINTS_TO, TYPICAL, weight
from .marks import MARK
from .prompts import NO_THINKING, chat_prompt, option_lines, user_text
from .questions import LETTERS, question
from .vignette import listed

LANGUAGES = ("ko", "en")
_SHARES = {"options": 62, "open": 8, "fact": 8, "stranger": 8, "followUp": 6, "letters": 2, "fewShot": 3, "raw": 1,
           "smallTalk": 2}


def training_example(rng):
    """(prompt, completion) of one training text. The completion keeps the marks of decisive words (`MARK`)."""
    language = rng.choice(LANGUAGES)
    kind = rng.choices(list(_SHARES), list(_SHARES.values()))[0]
    return _MAKERS[kind](rng, language)


def completion(q, template="plain", thinking=True):
    """What is taught as the answer to a Question, from where the assistant starts."""
    return (f"<think>\n{q.marked_trace}\n</think>\n\n" if thinking else NO_THINKING) + final_text(q, template) + "<|im_end|>\n"


def final_text(q, template="plain"):
    """The answer without its trace."""
    if not q.options:
        return q.conclusion
    if template == "direct":
        return ("Answer: " if q.language == "en" else "정답: ") + q.answer
    return q.conclusion + "\n\n\\boxed{" + q.answer + "}"


def _options(rng, language):
    q = question(rng, language, "train")
    template = rng.choices(["plain", "card", "think", "direct"], [45, 15, 25, 15])[0]
    user = user_text(q, template)
    system = rng.choice(talk_words.SYSTEM[language]) if rng.random() < 0.12 else None
    if rng.random() < (0.4 if template == "direct" else 0.93):
        return chat_prompt(user, system=system), completion(q, template)
    final = final_text(q, template)
    if rng.random() < 0.5:
        final = ("\\boxed{" if template != "direct" else final[:-1]) + MARK + q.answer + ("}" if template != "direct" else "")
    return chat_prompt(user, system=system) + NO_THINKING, f"{final}<|im_end|>\n"


def _open(rng, language):
    q = question(rng, language, "train", kind=rng.choice(["diagnosis", "diagnosis", *FACTS]), is_open=True)
    user = user_text(q, rng.choice(["plain", "plain", "card"]))
    return chat_prompt(user), completion(q)


def _fact(rng, language):
    condition = rng.choice(CONDITIONS)
    kind = rng.choice([*FACTS, *FACTS, "findings", "redFlags", "against", "finding"])
    asked, answer = fact(rng, language, condition, kind)
    thought = NO_THINKING if rng.random() < 0.7 else _short_thought(condition, language)
    return chat_prompt(asked), f"{thought}{answer}<|im_end|>\n"


def _short_thought(condition, language):
    return f"<think>\n{MARK}{condition[language]}.\n</think>\n\n"


def fact(rng, language, condition, kind):
    """(question, answer) about one fact of a condition; it may be called by another name."""
    name, answers, before = condition[language], talk_words.FACT_ANSWERS[language], ""
    words = {}
    if kind == "against":
        other = BY_ID[rng.choice(sorted(condition.against))]
        words["y"], answer = other[language], condition.against[other.id][language].rstrip(".") + "."
    elif kind == "redFlags":
        answer = " ".join(text.rstrip(".") + "." for text in condition.red_flags[language])
    elif kind == "finding":
        finding = FINDINGS[rng.choice(sorted(condition.weights))]
        best = sorted(CONDITIONS, key=lambda c: -weight(c, finding))[:3]
        name = finding[language].name
        answer = said(answers[kind], language, n=name,
                      f=listed([MARK + c[language] for c in best if weight(c, finding)], language))
    elif kind == "findings":
        typical = [FINDINGS[k][language].name for k, w in condition.weights.items() if w >= TYPICAL]
        answer = said(answers[kind], language, a=name, f=listed(typical[:6], language))
    else:
        answer = said(answers[kind], language, a=name, f=MARK + condition.facts[kind][language][0])
    if kind not in ("finding", "against") and rng.random() < 0.25:
        called = rng.choice(condition.also[language])
        before, name = said(talk_words.ALSO[language], language, y=called, a=name), called
    asked = said(rng.choice(talk_words.FACT_QUESTIONS[language][kind]), language, x=name, **words)
    answer = before + answer
    return asked, capitalised(answer)


def _stranger(rng, language):
    user, thought, answer = strangers.request(rng, language, "train")
    return chat_prompt(user), f"<think>\n{thought}\n</think>\n\n{answer}<|im_end|>\n"


def _follow_up(rng, language):
    q = question(rng, language, "train", kind=rng.choice(["diagnosis", "diagnosis", *FACTS]))
    asked, thought, answer = follow_ups.follow_up(rng, q)
    turns = (user_text(q, rng.choice(["plain", "think"])), final_text(q).replace(MARK, ""), asked)
    return chat_prompt(*turns), f"<think>\n{thought}\n</think>\n\n{answer}<|im_end|>\n"


def _few_shot(rng, language):
    user, q = few_shot(rng, language, "train", rng.choice([1, 1, 2, 2, 3, 4, 5]))
    return chat_prompt(user), completion(q, "direct")


def few_shot(rng, language, split, count):
    """(the user's message with `count` solved examples of the training split, the Question to be answered)."""
    head, key = talk_words.EXAMPLE_HEADS[language]
    parts = [_shown(question(rng, language, "train"), head, key, True) for _ in range(count)]
    q = question(rng, language, split)
    return "\n\n".join([*parts, _shown(q, head, key, False)]), q


def _shown(q, head, key, with_answer):
    return f"{head}: {user_text(q, 'plain')}\n{key}:" + (f" {q.answer}" if with_answer else "")


def _letters(rng, language):
    """Options, and the letters of some of them: to copy, and to find a letter by its text. Half of the options are words in any
    order, which nothing but copying gets right."""
    q = question(rng, language, "train")
    options = _jumbled(rng, q) if rng.random() < 0.5 else q.options
    some = rng.sample(list(zip(LETTERS, options)), rng.choice([2, 3, len(options)]))
    asked = said(rng.choice(talk_words.LETTER_DRILLS[language]), language, x=" / ".join(text for _, text in some))
    answer = "\n".join(f"{text}: {MARK}{letter}" for letter, text in some)
    return chat_prompt(f"{option_lines(options)}\n\n{asked}"), f"{NO_THINKING}{answer}<|im_end|>\n"


def _jumbled(rng, q):
    """As many options as the question has, of one to five of its words each."""
    words = " ".join([q.stem, *q.options]).split(" ")
    return [" ".join(rng.choices(words, k=rng.randint(1, 5))) for _ in q.options]


def _raw(rng, language):
    q = question(rng, language, "train")
    return (user_text(q, "plain") + ("\n정답：" if language == "ko" else "\nAnswer:"), f" {MARK}{q.answer}\n<|endoftext|>")


def _small_talk(rng, language):
    openings, reply = talk_words.SMALL_TALK[language]
    return chat_prompt(rng.choice(openings)), f"{NO_THINKING}{reply.format(count=len(CONDITIONS))}<|im_end|>\n"


_MAKERS = {"options": _options, "open": _open, "fact": _fact, "stranger": _stranger, "followUp": _follow_up,
           "letters": _letters, "fewShot": _few_shot, "raw": _raw, "smallTalk": _small_talk}


def main(argv=None):
    """Prints what the table holds and a few training texts."""
    arguments = sys.argv[1:] if argv is None else argv
    rng = random.Random(int(arguments[0]) if arguments else 0)
    pointing = sum(w == POINTS_TO for c in CONDITIONS for w in c.weights.values())
    print(f"{len(CONDITIONS)} conditions, {len(FINDINGS)} findings, {pointing} of the links point to one condition")
    for _ in range(12):
        prompt, text = training_example(rng)
        print("=" * 30 + f"\n{prompt}⟦{text.replace(MARK, '')}⟧")


if __name__ == "__main__":
    main()
