"""Weight files that other converters write."""
import hashlib
import json

import numpy as np
import pytest

from ..config import Qwen3Config
from ..logits import main
from ..reference import Reference
from ..tensor_cache import INDEX, read_tensor_cache
from . import random_model
from .two_layers.__main__ import CONFIG, bfloat16, shapes, write
from .write_tensor_cache import SHARD, write_tensor_cache

CFG = Qwen3Config(hidden_size=64, intermediate_size=96, num_hidden_layers=1, num_attention_heads=2,
                  num_key_value_heads=1, head_dim=32, vocab_size=100, quantization="q0f32")


def one_record(folder, array, **fields):
    data = array.tobytes()
    (folder / "params_shard_0.bin").write_bytes(data)
    (folder / INDEX).write_text(json.dumps({"records": [{
        "dataPath": "params_shard_0.bin", "nbytes": len(data), "md5sum": hashlib.md5(data).hexdigest(),
        "records": [{"name": "x", "shape": [len(array)], "nbytes": len(data), "byteOffset": 0, **fields}]}]}))


def test_halved_floats_are_restored(tmp_path):
    one_record(tmp_path, bfloat16([1.0, -2.5, 1.00390625]), dtype="float32", format="f32-to-bf16")
    assert read_tensor_cache(tmp_path)["x"].tolist() == [1.0, -2.5, 1.0]      # a half is rounded to even


def test_other_types_are_plain_whatever_the_format(tmp_path):
    one_record(tmp_path, np.array([7, 9], np.uint32), dtype="uint32", format="f32-to-bf16")
    assert read_tensor_cache(tmp_path)["x"].tolist() == [7, 9]


def test_an_unknown_format_is_refused(tmp_path):
    one_record(tmp_path, np.zeros(1, np.float32), dtype="float32", format="zip")
    with pytest.raises(ValueError, match="'zip'"):
        read_tensor_cache(tmp_path)


def test_a_flipped_bit_is_found(tmp_path):
    write_tensor_cache({"x": np.zeros(4, np.float32)}, tmp_path)
    data = bytearray((tmp_path / SHARD).read_bytes())
    data[7] ^= 1
    (tmp_path / SHARD).write_bytes(data)
    with pytest.raises(ValueError, match=SHARD):
        read_tensor_cache(tmp_path)


def test_logits_of_a_folder(tmp_path):
    rng = np.random.default_rng(0)
    hf = {name.removesuffix(".weight"): shape for name, shape in shapes(CFG).items()}
    merged = {"self_attn.c_attn": (128, 64), "mlp.gate_up_proj": (192, 64)}
    parts = ("q_proj", "k_proj", "v_proj", "gate_proj", "up_proj")
    hf = {n: s for n, s in hf.items() if not n.endswith(parts)} | {f"model.layers.0.{n}": s for n, s in merged.items()}
    params = {name + ".weight": rng.normal(size=shape).astype(np.float32) for name, shape in hf.items()}
    write_tensor_cache(params, tmp_path)
    (tmp_path / "config.json").write_text(json.dumps({key: getattr(CFG, key) for key in (
        "hidden_size", "intermediate_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
        "head_dim", "vocab_size")}))
    for name, read in (("logits.npy", np.load), ("logits.bin", lambda p: np.fromfile(p, "<f4").reshape(3, 100))):
        main([str(tmp_path), str(tmp_path / "config.json"), "--ids", "5,6,7", "--out", str(tmp_path / name)])
        assert np.allclose(read(tmp_path / name), Reference(CFG, params).logits([5, 6, 7]), rtol=1e-5)


def test_the_random_checkpoint_is_a_safetensors_file(tmp_path):
    write(tmp_path, CFG)
    data = (tmp_path / "model.safetensors").read_bytes()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    assert {name: tuple(entry["shape"]) for name, entry in header.items()} == shapes(CFG)
    ends = [entry["data_offsets"] for entry in header.values()]
    assert [start for start, _ in ends] == [0, *(end for _, end in ends[:-1])] and ends[-1][1] == len(data) - 8 - size
    start, end = header["model.norm.weight"]["data_offsets"]
    norm = (np.frombuffer(data[8 + size + start:8 + size + end], "<u2").astype("<u4") << 16).view("<f4")
    assert 0.9 < norm.mean() < 1.1 and 0.02 < norm.std() < 0.2
    # random-checkpoint.test.ts demands the same bytes of the same shape
    assert hashlib.sha256(data).hexdigest() == "3d29dc0b95f9228dd7cfa24a3f35290eff75f82147371a99b5b21788eb4d3fca"


def test_the_tokenizer_of_two_layers_is_that_of_random_models():
    cfg = Qwen3Config.from_hf(CONFIG)
    assert json.loads(CONFIG.with_name("tokenizer.json").read_text()) == random_model.tokenizer(cfg.vocab_size)
