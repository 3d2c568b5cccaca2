"""python -m compiler.logits MODEL_DIR CONFIG.json --ids 1,2,3 --out logits.npy

Logits of a model folder (tensor-cache.json and its shards, made by any converter) computed with NumPy, without a library
or a GPU: what the compiled library has to give for the same tokens."""
import argparse
import pathlib

import numpy as np

from .config import Qwen3Config
from .reference import Reference
from .tensor_cache import read_tensor_cache


def main(argv=None):
    """Command line; writes float32 [number of ids, vocabulary] as .npy, or as plain little-endian bytes to any other
    name."""
    p = argparse.ArgumentParser(prog="compiler.logits", description="Logits of a model folder, computed with NumPy.")
    p.add_argument("folder", help="folder with tensor-cache.json and its shards")
    p.add_argument("config", help="config.json of the checkpoint")
    p.add_argument("--ids", required=True, help="token ids of one sequence, separated by commas")
    p.add_argument("--out", type=pathlib.Path, required=True)
    args = p.parse_args(argv)
    ids = [int(n) for n in args.ids.split(",")]
    logits = Reference(Qwen3Config.from_hf(args.config), read_tensor_cache(args.folder)).logits(ids).astype("<f4")
    if args.out.suffix == ".npy":
        np.save(args.out, logits)
    else:
        args.out.write_bytes(logits.tobytes())
    for position, row in enumerate(logits):
        print(f"{position}: after {ids[position]} most likely {row.argmax()}, logit {row.max():.4f}")


if __name__ == "__main__":
    main()
