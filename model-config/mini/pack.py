"""Packs the checkpoint into the folder that WebLLM loads: `python -m mini.pack`, from model-config.

Writes mlc-chat-config.json, tokenizer.json, tensor-cache.json and the shards to public/models/munjin-mini/1; the
libraries and the cards in that folder are left alone."""
import argparse
import json
import pathlib
import shutil

import numpy as np
import tokenizers

from compiler.config import QUANTIZATIONS
from compiler.reference import pack_q4
from compiler.tensor_cache import write_tensor_cache

from . import checkpoint

SHIPPED = pathlib.Path(__file__).resolve().parents[2] / "public" / "models" / "munjin-mini" / "1"
# small on purpose: several shards let progress and the repair of a single damaged shard be seen
SHARD_BYTES = 512 << 10


def packed_parameters(dense):
    """{name: array} in the order in which the library takes them: matrices as q_weight and q_scale, norms as weight."""
    quantization = QUANTIZATIONS[checkpoint.QUANTIZATION]
    params = {}
    for name, weight in dense.items():
        if weight.ndim == 1:
            params[name + ".weight"] = weight.astype(np.float32)
        else:
            params[name + ".q_weight"], params[name + ".q_scale"] = pack_q4(
                weight, quantization.group, quantization.dtype)
    return params


def chat_config(cfg):
    """mlc-chat-config.json. There is no system prompt, and no role template: WebLLM would substitute in the text that
    a user typed. Greedy sampling, because the model was trained to copy and to look up."""
    stop = sorted(checkpoint.STOP_TOKENS.values())
    return {
        "version": "0.1.0", "model_type": "qwen3", "quantization": cfg.quantization, "vocab_size": cfg.vocab_size,
        "context_window_size": cfg.context_window_size, "sliding_window_size": -1, "attention_sink_size": -1,
        "prefill_chunk_size": cfg.prefill_chunk_size, "tensor_parallel_shards": 1,
        "pad_token_id": checkpoint.STOP_TOKENS["<|endoftext|>"], "eos_token_id": stop,
        "temperature": 0.0, "top_p": 1.0, "repetition_penalty": 1.0, "frequency_penalty": 0.0, "presence_penalty": 0.0,
        "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {"token_postproc_method": "byte_level", "prepend_space_in_encode": False,
                           "strip_space_in_decode": False},
        "conv_template": {
            "name": "qwen3", "system_template": "", "system_message": "", "render_empty_system_message": False,
            "roles": {"user": "<|im_start|>user", "assistant": "<|im_start|>assistant"},
            "seps": ["<|im_end|>\n"], "role_content_sep": "\n", "role_empty_sep": "\n",
            "stop_str": [], "stop_token_ids": stop}}


def pack(folder=SHIPPED, source=checkpoint.FOLDER):
    """Writes the model's files to `folder`. ValueError if the tokenizer gives the stop tokens other ids."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = tokenizers.Tokenizer.from_file(str(source / "tokenizer.json"))
    for mark, number in checkpoint.STOP_TOKENS.items():
        if tokenizer.token_to_id(mark) != number:
            raise ValueError(f"{mark} is token {tokenizer.token_to_id(mark)} of {source}, expected {number}")
    shutil.copyfile(source / "tokenizer.json", folder / "tokenizer.json")
    (folder / "mlc-chat-config.json").write_text(json.dumps(chat_config(checkpoint.config(source)), indent=1) + "\n")
    for old in folder.glob("params_shard_*.bin"):
        old.unlink()
    return write_tensor_cache(packed_parameters(checkpoint.dense_layers(source)), folder, SHARD_BYTES)


def main(argv=None):
    """Command line."""
    parser = argparse.ArgumentParser(prog="mini.pack", description="Pack the checkpoint for WebLLM.")
    parser.add_argument("--out", type=pathlib.Path, default=SHIPPED)
    arguments = parser.parse_args(argv)
    for name in pack(arguments.out):
        print(name, (arguments.out / name).stat().st_size)


if __name__ == "__main__":
    main()
