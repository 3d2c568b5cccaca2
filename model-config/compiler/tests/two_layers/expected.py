"""python -m compiler.tests.two_layers.expected CHECKPOINT MODEL: what a conversion of the checkpoint and the library have
to give.

CHECKPOINT is what `python -m compiler.tests.two_layers` writes, MODEL what `npm run convert` makes of it. Writes
e2e/fixtures/two-layers.json: the SHA-256 of the weights and of every converted file, and the logits, computed with NumPy
and rounded to 6 digits, of the token that follows the prompt."""
import argparse
import hashlib
import json
import pathlib

from ...config import Qwen3Config
from ...reference import Reference
from ...tensor_cache import read_tensor_cache
from .. import random_model
from .__main__ import CONFIG

FIXTURE = pathlib.Path(__file__).resolve().parents[4] / "e2e" / "fixtures" / "two-layers.json"
PROMPT = "<|im_start|>user"     # five tokens: software takes seconds for each


def expected(checkpoint, model):
    """The contents of the fixture."""
    checkpoint, model = pathlib.Path(checkpoint), pathlib.Path(model)
    with open(checkpoint / "model.safetensors", "rb") as file:
        weights = hashlib.file_digest(file, "sha256").hexdigest()
    files = json.loads((model / "munjin-manifest.json").read_text())["files"]
    ids = random_model.encode(PROMPT)
    logits = Reference(Qwen3Config.from_hf(CONFIG), read_tensor_cache(model)).logits(ids)[-1]
    return {"madeBy": "python -m compiler.tests.two_layers.expected", "weightsSha256": weights, "files": files,
            "prompt": PROMPT, "ids": ids, "logits": [float(f"{x:.6g}") for x in logits]}


def main(argv=None):
    """Command line."""
    p = argparse.ArgumentParser(prog="compiler.tests.two_layers.expected", description="Write the fixture.")
    p.add_argument("checkpoint", help="what python -m compiler.tests.two_layers wrote")
    p.add_argument("model", help="what npm run convert made of it")
    args = p.parse_args(argv)
    FIXTURE.write_text(json.dumps(expected(args.checkpoint, args.model)) + "\n")


if __name__ == "__main__":
    main()
