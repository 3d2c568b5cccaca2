"""Loads the checkpoint with transformers and compares: `python -m mini.check_transformers [FOLDER]`, from model-config.

Prints the largest difference of logits from the NumPy decoder and fails if it is above 1e-3 or the chat template of the
folder does not render the training format."""
import pathlib
import sys

import numpy as np
import torch
from transformers import AutoTokenizer, Qwen3ForCausalLM

from . import checkpoint
from .evaluate import float_decoder
from clinic.prompts import NO_THINKING, chat_prompt, user_text
from .questions import held_out

LIMIT = 1e-3


def main(argv=None):
    """Command line."""
    arguments = sys.argv[1:] if argv is None else argv
    folder = pathlib.Path(arguments[0]) if arguments else checkpoint.FOLDER
    decoder, tokenizer = float_decoder(folder)
    users = [user_text(q, "plain") for language in ("en", "ko") for q in held_out(5, language, 1)]
    prompts = [tokenizer.encode(chat_prompt(user)).ids for user in users]
    model = Qwen3ForCausalLM.from_pretrained(folder, torch_dtype=torch.float32).eval()
    with torch.no_grad():
        theirs = np.stack([model(torch.tensor([p])).logits[0, -1].numpy() for p in prompts])
    worst = float(np.abs(decoder.next_logits(prompts) - theirs).max())
    template = AutoTokenizer.from_pretrained(folder)
    for user, ids in zip(users, prompts):
        for thinking in (True, False):
            text = template.apply_chat_template([{"role": "user", "content": user}], tokenize=False,
                                                add_generation_prompt=True, enable_thinking=thinking)
            if text != chat_prompt(user) + ("" if thinking else NO_THINKING):
                raise SystemExit("the chat template does not render the training format")
        if template(chat_prompt(user)).input_ids != ids:
            raise SystemExit("transformers' tokenizer gives other tokens")
    print(f"largest difference of logits {worst:.1e} over {len(prompts)} prompts; templates and tokens equal")
    if worst > LIMIT:
        raise SystemExit(f"the difference is above {LIMIT}")


if __name__ == "__main__":
    main()
