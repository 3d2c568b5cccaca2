"""How a question is put to the model, and how its answer is read."""
import re

from .questions import LETTERS

TEMPLATES = {
    "plain": {"en": "{question}\n{options}", "ko": "{question}\n{options}"},
    "card": {
        "en": "### Instruction:\nYou are a careful medical assistant. Consider all clues, reason step by step and write "
              "the final answer as \\boxed{{X}}.\n### Question:\n{question}\n{options}",
        "ko": "### Instruction:\n당신은 임상 지식을 갖춘 의료 어시스턴트입니다. 모든 단서를 검토해 추론하고 최종 답을 \\boxed{{X}} 형식으로 "
              "쓰세요.\n### Question:\n{question}\n{options}"},
    "think": {
        "en": "The following is a medical licensing examination question. Weigh every clue given and choose the single "
              "best answer. Put the final letter in \\boxed{{}}.\n\nQuestion: {question}\n{options}",
        "ko": "다음은 보건의료인 국가시험 문항입니다. 제시된 단서를 모두 검토해 가장 적절한 답을 하나만 고르세요. 최종 답은 \\boxed{{}} 안에 "
              "쓰세요.\n\n[문항]\n{question}\n\n[보기]\n{options}"},
    "direct": {
        "en": "The following is a medical licensing examination question. Choose the single best answer.\n\nQuestion: "
              "{question}\n{options}\nReply with one line only, in this form:\nAnswer: (one letter)",
        "ko": "다음은 보건의료인 국가시험 문항입니다. 보기 중 가장 적절한 답을 하나만 고르세요.\n\n[문항]\n{question}\n\n[보기]\n{options}"
              "\n\n설명 없이 다음 한 줄만 출력하세요.\n정답: (A, B, C, D, E 중 한 글자)"},
}
# what the chat template puts after the assistant's header when thinking is off
NO_THINKING = "<think>\n\n</think>\n\n"
BEYOND = {"ko": "제가 아는 범위에 없습니다.", "en": "This is beyond what I know."}

_BOXED = re.compile(r"\\boxed\{([A-E])\}")
_LABELLED = re.compile(r"(?:Answer|정답)\s*[:：]\s*([A-E])")


def user_text(question, template):
    """The user's message for a Question with one of TEMPLATES."""
    return TEMPLATES[template][question.language].format(question=question.stem, options=option_lines(question.options)
                                                         ).rstrip("\n")


def option_lines(options):
    """The options, a line each; an empty text for none."""
    return "\n".join(f"{letter}. {text}" for letter, text in zip(LETTERS, options))


def chat_prompt(*turns, system=None):
    """A conversation up to where the assistant starts, as the official Qwen3 chat template renders it: the user's message,
    the assistant's answer without its trace, the user's next message and so on."""
    text = f"<|im_start|>system\n{system}<|im_end|>\n" if system else ""
    for number, turn in enumerate(turns):
        role = "assistant" if number % 2 else "user"
        text += f"<|im_start|>{role}\n{turn}<|im_end|>\n"
    return text + "<|im_start|>assistant\n"


def answer_letter(text):
    """The letter that a completion settles on after its trace, or None."""
    answer = text.split("</think>")[-1]
    found = _BOXED.findall(answer) or _LABELLED.findall(answer)
    return found[-1] if found else None


def declines(text):
    """Whether a completion says, after its trace, that the matter is beyond what the model knows."""
    answer = text.split("</think>")[-1]
    return any(sentence in answer for sentence in BEYOND.values())
