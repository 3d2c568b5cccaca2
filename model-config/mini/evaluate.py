"""Greedy accuracy on held-out questions: `python -m mini.evaluate`, from model-config.

Prints each figure with its 95 % Wilson interval and writes them to mini/evaluation.json."""
import argparse
import json
import pathlib

import tokenizers

from compiler.reference import dense_weights
from compiler.tensor_cache import read_tensor_cache

from . import checkpoint, shipped
from .inference import Decoder
from clinic.prompts import NO_THINKING, TEMPLATES, answer_letter, chat_prompt, user_text
from .proportion import wilson, with_interval
from .questions import KINDS, LETTERS, held_out

MAX_NEW = 420
# how a question is asked: template, thinking, and whether only the letter's logits are compared
MODES = {**{f"{name}, thinking": (name, True, False) for name in TEMPLATES},
         "plain, no thinking": ("plain", False, False), "direct, no thinking": ("direct", False, False),
         "plain, no thinking, letter only": ("plain", False, True)}
RESULTS = pathlib.Path(__file__).with_name("evaluation.json")


def shipped_decoder():
    """The decoder and tokenizer of the packed model: 4-bit weights unpacked to float32."""
    tokenizer = tokenizers.Tokenizer.from_file(str(shipped.FOLDER / "tokenizer.json"))
    return Decoder(checkpoint.config(), dense_weights(read_tensor_cache(shipped.FOLDER))), tokenizer


def float_decoder(folder=checkpoint.FOLDER):
    """The same for a checkpoint folder, weights as trained."""
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    return Decoder(checkpoint.config(folder), checkpoint.dense_layers(folder)), tokenizer


def predict(decoder, tokenizer, questions, mode):
    """(predicted letters or None, completion texts or None) for Questions in one of MODES."""
    template, thinking, letter_only = MODES[mode]
    prompts = [chat_prompt(user_text(q, template)) + ("" if thinking else NO_THINKING) for q in questions]
    if letter_only:
        logits = decoder.next_logits([tokenizer.encode(p + "\\boxed{").ids for p in prompts])
        letters = [tokenizer.token_to_id(letter) for letter in LETTERS]
        return [LETTERS[i] for i in logits[:, letters].argmax(-1)], None
    done = decoder.generate([tokenizer.encode(p).ids for p in prompts], MAX_NEW, checkpoint.STOP_TOKENS.values())
    texts = [tokenizer.decode(c.tokens, skip_special_tokens=False) for c in done]
    return [answer_letter(t) for t in texts], texts


def score(questions, predicted, texts):
    """Counts of right answers, in all and by kind; with texts also of traces that equal the taught one."""
    right = [p == q.answer for p, q in zip(predicted, questions)]
    low, high = wilson(sum(right), len(right))
    result = {"right": sum(right), "n": len(right), "wilson95": [round(low, 4), round(high, 4)],
              "byKind": {k: [sum(r for r, q in zip(right, questions) if q.kind == k),
                             sum(q.kind == k for q in questions)] for k in KINDS},
              "predicted": {str(x): predicted.count(x) for x in (*LETTERS, None) if x in predicted}}
    if texts:
        result["tracesAsTaught"] = sum(
            q.trace == t.split("</think>")[0].replace("<think>", "").strip() for q, t in zip(questions, texts))
    return result


def main(argv=None):
    """Command line."""
    parser = argparse.ArgumentParser(prog="mini.evaluate", description="Accuracy on held-out questions.")
    parser.add_argument("--n", type=int, default=250, help="questions a language")
    parser.add_argument("--seed", type=int, default=999)
    parser.add_argument("--weights", choices=("4bit", "float"), nargs="+", default=["4bit", "float"])
    parser.add_argument("--modes", nargs="+", choices=MODES, default=list(MODES))
    parser.add_argument("--out", type=pathlib.Path, default=RESULTS)
    arguments = parser.parse_args(argv)
    results = {"n": arguments.n, "seed": arguments.seed, "results": {}}
    for weights in arguments.weights:
        decoder, tokenizer = shipped_decoder() if weights == "4bit" else float_decoder()
        for language in ("en", "ko"):
            questions = held_out(arguments.n, language, arguments.seed)
            for mode in arguments.modes:
                result = score(questions, *predict(decoder, tokenizer, questions, mode))
                results["results"][f"{weights}, {language}, {mode}"] = result
                print(f"{weights}, {language}, {mode}: {with_interval(result['right'], result['n'])}", flush=True)
    arguments.out.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
