"""Training texts as padded batches of tokens with a loss weight for each."""
import random

import numpy as np
import torch

from .generate import training_example
from .questions import MARK

_EXAMPLES = 2000        # generated, sorted by length and cut into batches at once


def token_weights(completion, encoding, decisive):
    """Loss weight of each token of an encoded completion: `decisive` where a marked word starts in it, else 1."""
    marked, at = set(), 0
    for character in completion:
        if character == MARK:
            marked.add(at)
        else:
            at += 1
    return [decisive if any(x in marked for x in range(start, max(end, start + 1))) else 1.0
            for start, end in encoding.offsets]


def batches(tokenizer, options, rank):
    """Endless (ids int64 [batch, time + 1], weights float32 [batch, time]) of about `options.tokens` tokens each. All
    ranks draw the same texts and take different batches of similar length."""
    rng = random.Random(options.seed + 1)
    own = np.random.default_rng(options.seed + 77 * rank)
    while True:
        groups = _grouped(_examples(tokenizer, rng, options.decisive), options)
        rng.shuffle(groups)
        for group in groups:
            yield _padded(group[rank], options, own)


def _examples(tokenizer, rng, decisive):
    """[(ids, prompt length, completion weights)] sorted by length."""
    texts = [training_example(rng) for _ in range(_EXAMPLES)]
    prompts = tokenizer.encode_batch([p for p, _ in texts])
    completions = tokenizer.encode_batch([c.replace(MARK, "") for _, c in texts])
    rows = [(p.ids + c.ids, len(p.ids), token_weights(text, c, decisive))
            for (_, text), p, c in zip(texts, prompts, completions)]
    return sorted(rows, key=lambda row: len(row[0]))


def _grouped(rows, options):
    """Batches of neighbouring lengths, `options.procs` to a group."""
    made, current = [], []
    for row in rows:
        length = (len(row[0]) + 31) // 32 * 32
        if current and length * (len(current) + 1) > options.tokens * 1.15:
            made.append(current)
            current = []
        current.append(row)
    made.append(current)
    return [made[i:i + options.procs] for i in range(0, len(made) - options.procs + 1, options.procs)]


def _padded(rows, options, rng):
    length = (max(len(ids) for ids, _, _ in rows) + 15) // 16 * 16
    ids = np.zeros((len(rows), length + 1), np.int64)
    weights = np.zeros((len(rows), length), np.float32)
    for i, (tokens, prompt, completion) in enumerate(rows):
        ids[i, :len(tokens)] = tokens
        weights[i, prompt - 1:len(tokens) - 1] = completion
        weights[i, :prompt - 1] = options.prompt_weight * (rng.random(prompt - 1) < options.prompt_share)
    return torch.from_numpy(ids), torch.from_numpy(weights)
