"""Reads and writes the weight files of an MLC model folder: tensor-cache.json and its shards."""
import hashlib
import json
import pathlib

import numpy as np

INDEX = "tensor-cache.json"
HALVED = "f32-to-bf16"      # float32 stored as its upper 16 bits; of other types it changes nothing


def write_tensor_cache(params, folder, shard_bytes=32 << 20):
    """Writes {name: array} to `folder` as shards of whole tensors, in the given order, and their index.

    A shard ends before the tensor that would bring it over `shard_bytes`, so only a tensor that is larger by itself
    makes a larger shard. Returns the file names of the shards."""
    folder = pathlib.Path(folder)
    shards, data, records = [], bytearray(), []

    def flush():
        name = f"params_shard_{len(shards)}.bin"
        (folder / name).write_bytes(data)
        shards.append({"dataPath": name, "format": "raw-shard", "nbytes": len(data), "records": list(records),
                       "md5sum": hashlib.md5(data).hexdigest()})
        data.clear()
        records.clear()
    for name, array in params.items():
        raw = np.ascontiguousarray(array).tobytes()
        if data and len(data) + len(raw) > shard_bytes:
            flush()
        records.append({"name": name, "shape": list(array.shape), "dtype": str(array.dtype), "format": "raw",
                        "nbytes": len(raw), "byteOffset": len(data)})
        data += raw
    flush()
    total = sum(s["nbytes"] for s in shards)
    (folder / INDEX).write_text(json.dumps({
        "metadata": {"ParamSize": len(params), "ParamBytes": total, "BitsPerParam": bits_per_parameter(params)},
        "records": shards}, indent=1) + "\n")
    return [s["dataPath"] for s in shards]


def bits_per_parameter(params):
    """Stored bits for each value that the arrays stand for (a uint32 of packed codes stands for eight)."""
    values = sum(a.size * (8 if n.endswith("q_weight") else 0 if n.endswith("q_scale") else 1)
                 for n, a in params.items())
    return round(8 * sum(a.nbytes for a in params.values()) / values, 3)


def read_tensor_cache(folder):
    """{name: array} of a folder that `write_tensor_cache` or an MLC converter made, float32 records of the kind
    `f32-to-bf16` included.

    ValueError if a shard has another length or MD5 than its index says, or a record is stored in another way."""
    folder = pathlib.Path(folder)
    params = {}
    for shard in json.loads((folder / INDEX).read_text())["records"]:
        data = (folder / shard["dataPath"]).read_bytes()
        if len(data) != shard["nbytes"] or hashlib.md5(data).hexdigest() != shard["md5sum"]:
            raise ValueError(f"{shard['dataPath']} is not the file that {INDEX} describes")
        for record in shard["records"]:
            part = data[record["byteOffset"]:record["byteOffset"] + record["nbytes"]]
            if record["format"] not in ("raw", HALVED):
                raise ValueError(f"{record['name']} is stored as {record['format']!r}, expected 'raw' or {HALVED!r}")
            if (record["format"], record["dtype"]) == (HALVED, "float32"):
                array = (np.frombuffer(part, "<u2").astype("<u4") << 16).view("<f4")
            else:
                array = np.frombuffer(part, record["dtype"])
            params[record["name"]] = array.reshape(record["shape"])
    return params
