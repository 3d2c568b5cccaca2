"""Training texts. `python -m mini.generate [SEED]` prints a summary of the table and six examples."""
import random
import sys

from .conditions import CONDITIONS, FINDING_COUNT, OWNERS
from clinic.prompts import NO_THINKING, chat_prompt, user_text
from .questions import MARK, question

_SYSTEM = {"en": ["You are a medical study assistant.", "You are a helpful assistant."],
           "ko": ["당신은 의학 학습 도우미입니다.", "당신은 유능한 의료 어시스턴트입니다."]}
_FACT_QUESTIONS = {
    "en": {"test": ["What is the best test for {x}?", "How is {x} diagnosed?"],
           "treatment": ["What is the first-line treatment of {x}?", "How is {x} treated?"],
           "mechanism": ["What is the mechanism of {x}?", "Explain the pathophysiology of {x}."],
           "findings": ["List typical findings of {x}.", "What are the features of {x}?"],
           "condition": ["Which condition does {x} suggest?", "{x}: which diagnosis?"]},
    "ko": {"test": ["{x}의 진단 검사는?", "{x}을(를) 어떻게 진단하나요?"],
           "treatment": ["{x}의 일차 치료는?", "{x}은(는) 어떻게 치료하나요?"],
           "mechanism": ["{x}의 기전은?", "{x}의 병태생리를 설명해 주세요."],
           "findings": ["{x}의 전형적인 소견은?", "{x}의 특징을 알려 주세요."],
           "condition": ["{x}이(가) 시사하는 질환은?", "{x}: 진단은?"]}}
_FACT_KINDS = ("test", "treatment", "mechanism", "findings", "condition", "condition")
_SMALL_TALK = {
    "en": (["Hello", "Hi there!", "Who are you?", "What can you do?", "Tell me a joke.", "How is the weather?",
            "Thanks!", "Write a poem.", "What is 2+2?", "Can you diagnose me?",
            "I have a headache, what should I do?", "help"],
           "I am a tiny demonstration model. I can only answer five-option practice questions about a short list of "
           "conditions, and I am not for medical use."),
    "ko": (["안녕", "안녕하세요", "누구세요?", "무엇을 할 수 있나요?", "농담해 줘.", "오늘 날씨는?", "고마워요", "시를 써 줘.", "2+2는?",
            "저를 진단해 줄 수 있나요?", "머리가 아픈데 어떻게 하죠?", "도와줘"],
           "저는 아주 작은 시연용 모델입니다. 몇 가지 질환에 대한 5지선다 연습 문항에만 답할 수 있으며 의료 용도가 아닙니다."),
}


def training_example(rng):
    """(prompt, completion) of one training text. The completion keeps the marks of decisive words (`MARK`).

    In 100 texts there are about 2 of small talk, 8 of single facts, 3 raw completions as evaluation harnesses send
    them, and 87 questions in chat form, most with a trace."""
    language = rng.choice(["en", "ko"])
    draw = rng.random()
    if draw < 0.02:
        openings, reply = _SMALL_TALK[language]
        return chat_prompt(rng.choice(openings)), f"{NO_THINKING}{reply}<|im_end|>\n"
    if draw < 0.10:
        asked, reply = _fact(rng, language)
        return chat_prompt(asked), f"{NO_THINKING}{reply}<|im_end|>\n"
    q = question(rng, language, "train")
    if draw < 0.13:
        return (user_text(q, "plain") + ("\n정답：" if language == "ko" else "\nAnswer:"),
                f" {MARK}{q.answer}\n<|endoftext|>")
    return _chat_question(rng, q)


def _fact(rng, language):
    condition = rng.choice(CONDITIONS)
    kind = rng.choice(_FACT_KINDS)
    subject, reply = condition[language], None
    if kind == "condition":
        subject, reply = rng.choice(condition.findings)[language], subject
    asked = rng.choice(_FACT_QUESTIONS[language][kind]).format(x=subject)
    if kind == "findings":
        reply = "\n".join("- " + f[language] for f in condition.findings)
    return asked, reply or condition.facts[kind][language]


def _chat_question(rng, q):
    template = rng.choices(["plain", "card", "think", "direct"], [45, 15, 20, 20])[0]
    user = user_text(q, template)
    system = rng.choice(_SYSTEM[q.language]) if rng.random() < 0.15 else None
    final = _final_text(q, template)
    if rng.random() < (0.25 if template == "direct" else 0.8):
        return chat_prompt(user, system=system), f"<think>\n{q.marked_trace}\n</think>\n\n{final}<|im_end|>\n"
    if template != "direct" and rng.random() < 0.4:
        final = "\\boxed{" + MARK + q.answer + "}"
    if rng.random() < 0.3:
        return chat_prompt(user + " /no_think", system=system), f"{NO_THINKING}{final}<|im_end|>\n"
    return chat_prompt(user, system=system) + NO_THINKING, f"{final}<|im_end|>\n"


def _final_text(q, template):
    if template == "direct":
        return ("Answer: " if q.language == "en" else "정답: ") + q.answer
    return q.conclusion + "\n\n\\boxed{" + q.answer + "}"


def main(argv=None):
    """Prints what the table holds and a few training texts."""
    arguments = sys.argv[1:] if argv is None else argv
    rng = random.Random(int(arguments[0]) if arguments else 0)
    shared = {phrase: ids for phrase, ids in OWNERS.items() if len(ids) > 1}
    print(f"{len(CONDITIONS)} conditions, {FINDING_COUNT} findings, shared by several conditions: {shared or 'none'}")
    for _ in range(6):
        prompt, completion = training_example(rng)
        print("=" * 30 + f"\n{prompt}⟦{completion}⟧")


if __name__ == "__main__":
    main()
