"""Trains the byte-level BPE tokenizer: `python -m mini.tokenizer FOLDER`, from model-config."""
import argparse
import json
import pathlib
import random

import tokenizers
from tokenizers import decoders, models, normalizers, pre_tokenizers, trainers

from .generate import training_example
from .questions import MARK

# as Qwen's, but letters after at most one space and digits one by one
PATTERN = r" ?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+|\s*[\r\n]+|\s+(?!\S)|\s+"
SPECIAL = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
TRACE_MARKS = ["<think>", "</think>"]       # not special: they stay visible when decoding, as in Qwen3
CHAT_TEMPLATE = pathlib.Path(__file__).resolve().parents[1] / "vectors" / "qwen3-chat-template.jinja"
VOCABULARY = 6144


def train(folder, vocabulary=VOCABULARY, texts=60000, seed=5):
    """Writes tokenizer.json and tokenizer_config.json and returns the tokenizer."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizers.Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.NFC()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([
        pre_tokenizers.Split(tokenizers.Regex(PATTERN), "isolated"),
        pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary, special_tokens=SPECIAL + TRACE_MARKS, show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), min_frequency=4)
    tokenizer.train_from_iterator(_texts(texts, seed), trainer)
    description = json.loads(tokenizer.to_str())
    for token in description["added_tokens"]:
        token["special"] = token["content"] in SPECIAL
    (folder / "tokenizer.json").write_text(json.dumps(description, ensure_ascii=False), encoding="utf8")
    config = {
        "tokenizer_class": "Qwen2Tokenizer", "model_max_length": 1024, "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>", "bos_token": None, "unk_token": None, "add_bos_token": False,
        "add_prefix_space": False, "clean_up_tokenization_spaces": False,
        "additional_special_tokens": ["<|im_start|>", "<|im_end|>"],
        "chat_template": CHAT_TEMPLATE.read_text(encoding="utf8")}
    (folder / "tokenizer_config.json").write_text(
        json.dumps(config, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    return tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))


def _texts(count, seed):
    """Training texts without marks, then characters that questions may hold and the table does not."""
    rng = random.Random(seed)
    for _ in range(count):
        text = "".join(training_example(rng)).replace(MARK, "")
        for mark in SPECIAL + TRACE_MARKS:
            text = text.replace(mark, "\n")
        yield text
    yield from "ㄱㄴㄷ①②③④⑤℃μ±≥≤"


def main(argv=None):
    """Command line."""
    parser = argparse.ArgumentParser(prog="mini.tokenizer", description="Train the tokenizer.")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--vocabulary", type=int, default=VOCABULARY)
    arguments = parser.parse_args(argv)
    print(f"{train(arguments.folder, arguments.vocabulary).get_vocab_size()} tokens")


if __name__ == "__main__":
    main()
