"""The batched decoder against the plain reference."""
import numpy as np

from compiler.reference import Reference
from compiler.tensor_cache import read_tensor_cache

from .. import checkpoint, shipped
from ..evaluate import shipped_decoder
from clinic.prompts import chat_prompt, user_text
from ..proportion import wilson
from ..questions import held_out


def test_logits_and_tokens_equal_the_reference():
    decoder, tokenizer = shipped_decoder()
    plain = Reference(checkpoint.config(), read_tensor_cache(shipped.FOLDER))
    prompts = [tokenizer.encode(chat_prompt(user_text(q, "plain"))).ids
               for language in ("en", "ko") for q in held_out(2, language, 3)]
    for prompt, logits, done in zip(prompts, decoder.next_logits(prompts), decoder.generate(prompts, 12, [0, 2])):
        assert np.abs(logits - plain.logits(prompt)[-1]).max() < 1e-3
        assert done.finish == "length"
        every = plain.logits(prompt + done.tokens[:-1])[len(prompt) - 1:]
        assert every.argmax(-1).tolist() == done.tokens


def test_wilson_interval():
    low, high = wilson(248, 250)
    assert (round(low, 3), round(high, 3)) == (0.971, 0.998)
    assert wilson(0, 10)[0] == 0 and wilson(10, 10)[1] == 1
