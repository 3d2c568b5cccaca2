"""Packing for WebLLM and reading it back."""
import json

import numpy as np
import pytest

from compiler.reference import dense_weights
from compiler.tensor_cache import INDEX, read_tensor_cache, write_tensor_cache

from .. import checkpoint
from ..pack import SHARD_BYTES, SHIPPED, pack, packed_parameters


def test_round_trip(tmp_path):
    names = pack(tmp_path)
    assert len(names) > 3
    assert all((tmp_path / name).stat().st_size <= SHARD_BYTES * 1.2 for name in names)
    dense = checkpoint.dense_layers()
    back = dense_weights(read_tensor_cache(tmp_path))
    assert back.keys() == dense.keys()
    for name, weight in dense.items():
        if weight.ndim == 1:
            assert (back[name] == weight).all()
        else:
            groups = np.abs(weight).reshape(len(weight), -1, 32).max(-1).repeat(32, 1)
            assert (np.abs(back[name] - weight) <= groups / 7 * 0.5001).all()


def test_the_shipped_folder_is_what_packing_makes(tmp_path):
    for name in ("mlc-chat-config.json", "tokenizer.json", INDEX, *pack(tmp_path)):
        assert (tmp_path / name).read_bytes() == (SHIPPED / name).read_bytes(), name


def test_a_flipped_bit_is_found(tmp_path):
    params = packed_parameters(checkpoint.dense_layers())
    shard = tmp_path / write_tensor_cache(params, tmp_path, SHARD_BYTES)[1]
    data = bytearray(shard.read_bytes())
    data[1000] ^= 1
    shard.write_bytes(data)
    with pytest.raises(ValueError, match="params_shard_1.bin"):
        read_tensor_cache(tmp_path)


def test_shards_hold_whole_tensors_without_gaps():
    for shard in json.loads((SHIPPED / INDEX).read_text())["records"]:
        at = 0
        for record in shard["records"]:
            assert record["byteOffset"] == at
            at += record["nbytes"]
        assert at == shard["nbytes"]
