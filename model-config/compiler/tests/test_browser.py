"""The linked library in headless Chromium with WebLLM from npm, on the SwiftShader adapter, against NumPy."""
import json
import shutil

import numpy as np
import pytest

import rebuild_libraries

from .. import link
from ..config import Qwen3Config
from ..library_file import LibraryFile
from ..pipeline import compile_model
from ..reference import Reference
from . import random_model

SHAPES = {
    "tied": dict(hidden_size=192, intermediate_size=512, num_hidden_layers=2, num_attention_heads=6,
                 num_key_value_heads=2, head_dim=64, vocab_size=2048, tie_word_embeddings=True),
    "untied": dict(hidden_size=256, intermediate_size=512, num_hidden_layers=2, num_attention_heads=4,
                   num_key_value_heads=1, head_dim=128, vocab_size=1504, tie_word_embeddings=False),
}


def chat(run_node, folder, job):
    (folder / "job.json").write_text(json.dumps(job))
    run_node("chat.mjs", folder, folder / "job.json", folder / "result.json")
    return json.loads((folder / "result.json").read_text())


def compare(result, reference):
    """Every recorded logit and every token of every round against NumPy."""
    for number, r in enumerate(result["rounds"]):
        prompt = random_model.prompt_ids([(m["role"], m["content"]) for m in r["messages"]])
        assert r["usage"]["completion_tokens"] == len(r["tokens"]) == len(r["logits"])
        want = reference.logits(prompt + r["tokens"][:-1])[len(prompt) - 1:]
        worst = float(np.abs(np.array(r["logits"]) - want).max() / np.abs(want).max())
        print(f"round {number}: {len(prompt)} + {len(r['tokens'])} tokens, largest relative difference {worst:.1e}")
        assert worst < 1e-3
        assert [int(x) for x in want.argmax(-1)] == r["tokens"]
    assert not result["errors"]


@pytest.mark.parametrize("shape,quantization,adapter", [
    ("untied", "q4f32_1", "gpu"), ("tied", "q4f32_1", "software"), ("tied", "q0f32", "gpu"),
    ("untied", "q0f32", "software")])
def test_two_rounds(tmp_path, run_node, emcc, chromium, runtime_cache, shape, quantization, adapter):
    # a small chunk, so that the prompts are prefilled in parts onto a filled cache
    cfg = Qwen3Config(**SHAPES[shape], quantization=quantization, context_window_size=512, prefill_chunk_size=48)
    executable, listed = compile_model(cfg, adapter=adapter)
    link.link(executable, tmp_path / "model.wasm", tmp_path / "work", runtime_cache)
    reference = Reference(cfg, random_model.write(tmp_path, cfg, listed))
    result = chat(run_node, tmp_path, {"capture": True, "continue": True, "rounds": [
        {"messages": [{"role": "user", "content": "Tell me what you know about compilers. " * 3}],
         "max_tokens": 12, "temperature": 0, "ignore_eos": True},
        {"messages": [{"role": "user", "content": "And again?"}],
         "max_tokens": 8, "temperature": 0, "ignore_eos": True}]})
    compare(result, reference)


def test_layers_of_qwen3_8b_at_full_width(tmp_path, run_node, chromium):
    """The shipped test library; takes minutes. Its chunk of 32 makes the prompt three parts."""
    (file, options), = rebuild_libraries.TEST_LIBRARIES.items()
    cfg = Qwen3Config.from_hf(**options)
    shutil.copyfile(file, tmp_path / "model.wasm")
    listed = [(p["name"], p["shape"], p["dtype"]) for p in LibraryFile.read(file.read_bytes()).metadata["params"]]
    reference = Reference(cfg, random_model.write(tmp_path, cfg, listed))
    compare(chat(run_node, tmp_path, {"capture": True, "rounds": [
        {"messages": [{"role": "user", "content": "Hello"}], "max_tokens": 3, "temperature": 0,
         "ignore_eos": True}]}), reference)
