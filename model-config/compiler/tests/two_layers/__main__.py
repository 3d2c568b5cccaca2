"""python -m compiler.tests.two_layers OUT: a checkpoint with random weights in the layout of Hugging Face.

Writes config.json, tokenizer.json and model.safetensors (bfloat16, 806 MB), the same bytes each time; for trying a weight
converter and the shipped test library together."""
import argparse
import json
import pathlib
import shutil

import numpy as np

from ...config import Qwen3Config
from ..random_model import tokenizer

CONFIG = pathlib.Path(__file__).with_name("config.json")


def shapes(cfg: Qwen3Config):
    """{name in a Hugging Face checkpoint: shape}."""
    h, d = cfg.hidden_size, cfg.head_dim
    out = {"lm_head.weight": (cfg.vocab_size, h), "model.embed_tokens.weight": (cfg.vocab_size, h)}
    for layer in range(cfg.num_hidden_layers):
        at = f"model.layers.{layer}."
        out |= {at + name + ".weight": shape for name, shape in {
            "input_layernorm": (h,), "mlp.down_proj": (h, cfg.intermediate_size),
            "mlp.gate_proj": (cfg.intermediate_size, h), "mlp.up_proj": (cfg.intermediate_size, h),
            "post_attention_layernorm": (h,), "self_attn.k_norm": (d,),
            "self_attn.k_proj": (cfg.num_key_value_heads * d, h), "self_attn.o_proj": (h, cfg.num_attention_heads * d),
            "self_attn.q_norm": (d,), "self_attn.q_proj": (cfg.num_attention_heads * d, h),
            "self_attn.v_proj": (cfg.num_key_value_heads * d, h)}.items()}
    return out | {"model.norm.weight": (h,)}


def bfloat16(values):
    """float32 to the upper 16 bits, rounded half to even."""
    bits = np.ascontiguousarray(values, np.float32).view(np.uint32)
    return ((bits + 0x7FFF + (bits >> 16 & 1)) >> 16).astype("<u2")


def write(folder, cfg: Qwen3Config, seed=0):
    """The checkpoint of any configuration, in `folder`."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    wanted, header, at = shapes(cfg), {}, 0
    for name, shape in wanted.items():
        size = 2 * int(np.prod(shape))
        header[name] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    rng = np.random.default_rng(seed)
    with open(folder / "model.safetensors", "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name, shape in wanted.items():
            values = rng.standard_normal(shape, np.float32)
            spread = 0.1 if len(shape) == 1 else 0.5 if "embed" in name else shape[1] ** -0.5
            file.write(bfloat16(values * np.float32(spread) + (len(shape) == 1)).tobytes())
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer(cfg.vocab_size)))


def main(argv=None):
    """Command line."""
    p = argparse.ArgumentParser(prog="compiler.tests.two_layers", description="Write a checkpoint with random weights.")
    p.add_argument("out", type=pathlib.Path)
    args = p.parse_args(argv)
    write(args.out, Qwen3Config.from_hf(CONFIG))
    shutil.copyfile(CONFIG, args.out / "config.json")


if __name__ == "__main__":
    main()
