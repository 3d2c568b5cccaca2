"""Reads the trained checkpoint in the Hugging Face layout."""
import pathlib

import numpy as np
from safetensors.numpy import load_file

from compiler.config import Qwen3Config

FOLDER = pathlib.Path(__file__).with_name("checkpoint")
QUANTIZATION = "q4f32_1"
CONTEXT_WINDOW = 1024
PREFILL_CHUNK = 256
STOP_TOKENS = {"<|endoftext|>": 0, "<|im_end|>": 2}


def config(folder=FOLDER):
    """The Qwen3Config that the shipped libraries are compiled for."""
    return Qwen3Config.from_hf(pathlib.Path(folder) / "config.json", quantization=QUANTIZATION,
                               context_window_size=CONTEXT_WINDOW, prefill_chunk_size=PREFILL_CHUNK)


def dense_layers(folder=FOLDER):
    """{layer name of the MLC format: float32 array} of a checkpoint folder; matrices are [out, in]."""
    return stack_layers(load_file(pathlib.Path(folder) / "model.safetensors"), config(folder).num_hidden_layers)


def stack_layers(weights, layers):
    """The same from {Hugging Face name: array}: q, k and v stacked in `c_attn`, gate and up in `gate_up_proj`."""
    dense = {"model.embed_tokens": weights["model.embed_tokens.weight"]}
    for layer in range(layers):
        prefix = f"model.layers.{layer}."

        def of(*names):
            return np.concatenate([weights[f"{prefix}{name}.weight"] for name in names])
        dense[prefix + "self_attn.c_attn"] = of("self_attn.q_proj", "self_attn.k_proj", "self_attn.v_proj")
        dense[prefix + "mlp.gate_up_proj"] = of("mlp.gate_proj", "mlp.up_proj")
        for name in ("self_attn.o_proj", "mlp.down_proj", "self_attn.q_norm", "self_attn.k_norm", "input_layernorm",
                     "post_attention_layernorm"):
            dense[prefix + name] = of(name)
    dense["model.norm"] = weights["model.norm.weight"]
    return dense
