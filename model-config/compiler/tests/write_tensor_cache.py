"""Writes weight files for tests: every tensor as it is, one shard."""
import hashlib
import json
import pathlib

from ..tensor_cache import INDEX

SHARD = "params_shard_0.bin"


def write_tensor_cache(params, folder):
    """Writes {name: array} to `folder`, in the given order, and the index."""
    folder, data, records = pathlib.Path(folder), bytearray(), []
    for name, array in params.items():
        records.append({"name": name, "shape": list(array.shape), "dtype": str(array.dtype), "format": "raw",
                        "nbytes": array.nbytes, "byteOffset": len(data)})
        data += array.tobytes()
    shard = {"dataPath": SHARD, "format": "raw-shard", "nbytes": len(data), "records": records,
             "md5sum": hashlib.md5(data).hexdigest()}
    (folder / SHARD).write_bytes(data)
    (folder / INDEX).write_text(json.dumps({
        "metadata": {"ParamSize": len(params), "ParamBytes": len(data)}, "records": [shard]}, indent=1) + "\n")
