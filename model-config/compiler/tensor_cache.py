"""Reads the weight files of an MLC model folder: tensor-cache.json and its shards."""
import hashlib
import json
import pathlib

import numpy as np

INDEX = "tensor-cache.json"
HALVED = "f32-to-bf16"      # float32 stored as its upper 16 bits; of other types it changes nothing


def read_tensor_cache(folder):
    """{name: array} of a folder that a converter made; float32 records of the kind `f32-to-bf16` are widened again.

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
