"""python -m compiler.tests.two_layers OUT: a checkpoint with random weights in the layout of Hugging Face.

Writes config.json, tokenizer.json and model.safetensors (bfloat16, 806 MB), the same bytes each time and the same as
src/testing/builders/random-checkpoint.ts makes; for trying a weight converter and the shipped test library together."""
import argparse
import json
import math
import pathlib
import shutil

import numpy as np

from ...config import Qwen3Config

HERE = pathlib.Path(__file__).parent
CONFIG = HERE / "config.json"
PIECE = 1 << 22         # weights made at once


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


def noise(begin, end):
    """Random 16-bit numbers of the weights from `begin` up to `end`, which are counted through the whole file: the upper
    half of the 32-bit hash "lowbias32", without its last step, which changes the lower half only."""
    x = np.arange(begin, end, dtype=np.uint32)
    x ^= x >> np.uint32(16)
    x *= np.uint32(0x7FEB352D)
    x ^= x >> np.uint32(15)
    x *= np.uint32(0x846CA68B)
    return x >> np.uint32(16)


def values(name, shape):
    """The bfloat16 that each 16-bit number stands for: evenly spread with a standard deviation that fits the tensor, norms
    around 1. Only operations that IEEE 754 rounds in one way, so that every language comes to the same bits."""
    spread = 0.1 if len(shape) == 1 else 0.5 if "embed" in name else 1 / math.sqrt(shape[1])
    return bfloat16((np.arange(65536) - 32767.5) * (spread * math.sqrt(12) / 65536) + (len(shape) == 1))


def write(folder, cfg: Qwen3Config):
    """model.safetensors of any configuration, in `folder`."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    wanted, header, at = shapes(cfg), {}, 0
    for name, shape in wanted.items():
        size = 2 * math.prod(shape)
        header[name] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(folder / "model.safetensors", "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text)
        for name, shape in wanted.items():
            table = values(name, shape)
            begin, end = (offset // 2 for offset in header[name]["data_offsets"])
            for piece in range(begin, end, PIECE):
                file.write(table[noise(piece, min(piece + PIECE, end))].tobytes())


def main(argv=None):
    """Command line."""
    p = argparse.ArgumentParser(prog="compiler.tests.two_layers", description="Write a checkpoint with random weights.")
    p.add_argument("out", type=pathlib.Path)
    args = p.parse_args(argv)
    write(args.out, Qwen3Config.from_hf(CONFIG))
    for name in ("config.json", "tokenizer.json"):
        shutil.copyfile(HERE / name, args.out / name)


if __name__ == "__main__":
    main()
