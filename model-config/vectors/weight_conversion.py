"""Weight conversion, a second time: `python -m vectors.weight_conversion`, from model-config.

A literal and slow conversion of Qwen3 safetensors to MLC weights in NumPy, written from the definition and not from
src/converter, and the random cases on which both must agree: every operation of a group is rounded to the model's type,
every weight is stored where the layout rules put it. Writes vectors/weight-conversion-cases.json: what a case is made
of (the weights come from a small generator that both sides have) and the SHA-256 and MD5 of every output, or the
weight that cannot be stored."""
import dataclasses
import hashlib
import json
import pathlib

import ml_dtypes
import numpy as np

CASES = pathlib.Path(__file__).with_name("weight-conversion-cases.json")
COUNT = 60
GROUP = 32
# chosen at random for a tensor: how its 16-bit numbers become weights
KINDS = ("plain", "tiny", "wide", "ties", "sparse")
NUMPY = {"BF16": ml_dtypes.bfloat16, "F16": np.float16, "F32": np.float32}


class Generator:
    """state * 1664525 + 1013904223 mod 2^32, upper half."""

    def __init__(self, seed):
        self.state = seed % 2 ** 32

    def next(self):
        """The next of its numbers, 0 to 65535."""
        self.state = (self.state * 1664525 + 1013904223) % 2 ** 32
        return self.state >> 16

    def below(self, limit):
        """A number from 0 to limit - 1."""
        return self.next() % limit

    def choose(self, options):
        """One of the options."""
        return options[self.below(len(options))]


def weight_bits(kind, dtype, x, y):
    """The bits of one weight, from two numbers of the generator."""
    if kind == "sparse" and y % 4:
        return 0
    sign, bits = x & 0x8000, {"BF16": 16, "F16": 16, "F32": 32}[dtype]
    if kind == "ties":      # small multiples of a power of two: quotients that lie exactly between two codes
        fraction, exponent = (x & 0x78), 120 + (y & 3)
    elif kind == "tiny":    # around and below the smallest fp16
        fraction, exponent = x & 0x7f, 100 + y % 14
    elif kind == "wide":    # from subnormal fp16 up to its largest
        fraction, exponent = x & 0x7f, 100 + y % 42
    else:
        fraction, exponent = x & 0x7f, 113 + (y & 7)
    if dtype == "BF16":
        return sign | exponent << 7 | fraction
    if dtype == "F16":      # the exponent's bias is 15, and below it there are only fractions
        small = exponent - 112
        return sign | (small << 10 | fraction << 3 | y >> 13 if small > 0 else (fraction << 3) >> min(1 - small, 10))
    low = 0 if kind == "ties" else (y << 3) & 0xffff
    return sign << bits - 16 | exponent << 23 | fraction << 16 | low


def tensor_bits(kind, dtype, count, seed):
    """`count` weights as unsigned integers."""
    generator = Generator(seed)
    values = (weight_bits(kind, dtype, generator.next(), generator.next()) for _ in range(count))
    return np.fromiter(values, np.uint32 if dtype == "F32" else np.uint16, count)


@dataclasses.dataclass(frozen=True)
class Case:
    """One model: shape, storage, and for every tensor in name order its file, type and kind."""
    seed: int
    config: dict
    quantization: str
    cap: int
    indexed: bool
    tensors: tuple      # (name, shape, file, dtype, kind, bad), bad = None or [index, bits]

    def to_json(self):
        """As it is written: names and shapes follow from the configuration."""
        bad = [{"tensor": name, "index": bad[0], "bits": bad[1]} for name, *_, bad in self.tensors if bad is not None]
        return {**dataclasses.asdict(self), "storesHead": any(t[0] == "lm_head.weight" for t in self.tensors), "bad": bad,
                "tensors": [f"{file} {dtype} {kind}" for _, _, file, dtype, kind, _ in self.tensors]}


def hub_shapes(config):
    """{name: shape} of the tensors that Hugging Face's layout has."""
    hidden, inner, head = config["hidden_size"], config["intermediate_size"], config["head_dim"]
    queries, keys = config["num_attention_heads"] * head, config["num_key_value_heads"] * head
    shapes = {"model.embed_tokens.weight": (config["vocab_size"], hidden), "model.norm.weight": (hidden,)}
    if not config["tie_word_embeddings"]:
        shapes["lm_head.weight"] = (config["vocab_size"], hidden)
    for layer in range(config["num_hidden_layers"]):
        for name, shape in {
                "input_layernorm": (hidden,), "post_attention_layernorm": (hidden,),
                "self_attn.q_norm": (head,), "self_attn.k_norm": (head,),
                "self_attn.q_proj": (queries, hidden), "self_attn.k_proj": (keys, hidden),
                "self_attn.v_proj": (keys, hidden), "self_attn.o_proj": (hidden, queries),
                "mlp.gate_proj": (inner, hidden), "mlp.up_proj": (inner, hidden),
                "mlp.down_proj": (hidden, inner)}.items():
            shapes[f"model.layers.{layer}.{name}.weight"] = shape
    return shapes


def random_case(seed):
    """A case; every third has a weight that may not fit."""
    g = Generator(seed * 7919 + 1)
    kv = 1 + g.below(2)
    config = {"hidden_size": 32 * (1 + g.below(3)), "intermediate_size": 32 * (1 + g.below(4)),
              "num_hidden_layers": 1 + g.below(2), "num_attention_heads": kv * (1 + g.below(2)),
              "num_key_value_heads": kv, "head_dim": 32, "vocab_size": 20 + g.below(50),
              "tie_word_embeddings": g.below(2) == 0}
    quantization = g.choose(("q4f16_1", "q4f32_1", "q4f16_1", "q4f32_1", "q0f16", "q0f32"))
    shapes = hub_shapes(config)
    if config["tie_word_embeddings"] and g.below(2) == 0:
        shapes["lm_head.weight"] = shapes["model.embed_tokens.weight"]     # as some published models have it
    indexed = g.below(3) > 0
    files = list("abc"[:1 + g.below(3)] if indexed else "a")
    one_type = g.choose(("BF16", "F16", "F32", None))
    tensors = []
    for name in sorted(shapes):
        dtype = one_type or g.choose(tuple(NUMPY))
        kind = g.choose(KINDS)
        if kind == "wide" and dtype != "BF16":
            kind = "plain"
        tensors.append((name, shapes[name], g.choose(files), dtype, kind, None))
    if seed % 3 == 0:
        at = g.below(len(tensors))
        name, shape, file, dtype, kind, _ = tensors[at]
        bad = g.choose({"BF16": (0x7fc0, 0xff80, 0x4780, 0x477f, 0x0001, 0x7f7f), "F16": (0x7e00, 0xfc00, 0x7bff, 0x0001),
                        "F32": (0x7fc00000, 0xff800000, 0x477ff000, 0x477fefff, 0x00000001, 0x7f7fffff)}[dtype])
        tensors[at] = (name, shape, file, dtype, kind, [g.below(int(np.prod(shape))), bad])
    return Case(seed, config, quantization, g.choose((2048, 6000, 32 << 20)), indexed, tuple(tensors))


def source_bits(case, at):
    """The bits of a case's tensor, in its shape."""
    _, shape, _, dtype, kind, bad = case.tensors[at]
    bits = tensor_bits(kind, dtype, int(np.prod(shape)), case.seed * 1000 + at)
    if bad is not None:
        bits[bad[0]] = bad[1]
    return bits.reshape(shape)


def model_dtype(quantization):
    """float16 or float32."""
    return np.float16 if quantization in ("q4f16_1", "q0f16") else np.float32


def read(case, at):
    """A tensor in the model's type; what does not fit is infinite."""
    with np.errstate(over="ignore"):
        bits = source_bits(case, at)
        values = bits.view(NUMPY[case.tensors[at][3]])
        return values.astype(np.float32).astype(model_dtype(case.quantization))


def fault(case):
    """[tensor, row, column, reason] of the weight that cannot be stored, or None; ours has at most one."""
    used = {source for _, _, sources in mlc_tensors(case.config) for source in sources}
    for at, (name, shape, _, dtype, _, bad) in enumerate(case.tensors):
        wrong = np.argwhere(~np.isfinite(read(case, at).reshape(-1, shape[-1])))
        if len(wrong) and name in used:
            row, column = (int(i) for i in wrong[0])
            with np.errstate(over="ignore"):
                source = source_bits(case, at).view(NUMPY[dtype]).reshape(-1, shape[-1])[row, column]
            return [name, row, column, "beyondHalf" if np.isfinite(np.float32(source)) else "notFinite"]
    return None


def group_codes(w):
    """(codes, scale) of the 32 weights of one group, one operation at a time."""
    kind = w.dtype.type
    largest = kind(0)
    for value in w:
        largest = max(largest, abs(value))
    scale = kind(largest / kind(7))
    codes = []
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for value in w:
            z = kind(kind(value / scale) + kind(7))
            r = np.rint(z)
            codes.append(0 if np.isnan(r) or r < 0 else 14 if r > 14 else int(r))
    return codes, scale


def pack(matrix):
    """(words, scales) of a matrix."""
    words, scales = [], []
    for row in matrix:
        for start in range(0, len(row), GROUP):
            codes, scale = group_codes(row[start:start + GROUP])
            scales.append(scale)
            for first in range(0, GROUP, 8):
                words.append(sum(code << 4 * t for t, code in enumerate(codes[first:first + 8])))
    rows = len(matrix)
    return (np.array(words, np.uint32).reshape(rows, -1), np.array(scales, matrix.dtype).reshape(rows, -1))


def stored(array):
    """The bytes on disk: float32 as the nearest bfloat16, or cut off where that would be infinite."""
    if array.dtype != np.float32:
        return array.tobytes()
    out = bytearray()
    for value in array.reshape(-1):
        half = ml_dtypes.bfloat16(value)
        if np.isinf(half):
            half = (np.array([value]).view(np.uint32) >> 16).astype(np.uint16).view(ml_dtypes.bfloat16)[0]
        out += np.array([half]).tobytes()
    return bytes(out)


def mlc_tensors(config):
    """(base name, is a matrix, Hugging Face names) of every tensor of the converted model."""
    out = [("model.embed_tokens", True, ["model.embed_tokens.weight"]), ("model.norm", False, ["model.norm.weight"])]
    if not config["tie_word_embeddings"]:
        out.append(("lm_head", True, ["lm_head.weight"]))
    for layer in range(config["num_hidden_layers"]):
        p = f"model.layers.{layer}."
        out += [(p + "self_attn.c_attn", True, [f"{p}self_attn.{x}_proj.weight" for x in "qkv"]),
                (p + "mlp.gate_up_proj", True, [f"{p}mlp.{x}_proj.weight" for x in ("gate", "up")])]
        out += [(p + name, True, [f"{p}{name}.weight"]) for name in ("self_attn.o_proj", "mlp.down_proj")]
        out += [(p + name, False, [f"{p}{name}.weight"]) for name in (
            "self_attn.q_norm", "self_attn.k_norm", "input_layernorm", "post_attention_layernorm")]
    return out


def ordered_records(case):
    """[(name, array)] in the order in which they are laid out."""
    at = {name: i for i, (name, *_) in enumerate(case.tensors)}
    names = sorted(at)
    files = list(dict.fromkeys(case.tensors[at[name]][2] for name in names))
    owner = {source: (base, matrix, sources) for base, matrix, sources in mlc_tensors(case.config) for source in sources}
    done, records = set(), []
    for file in files:
        for name in (n for n in names if case.tensors[at[n]][2] == file):
            if name not in owner or owner[name][0] in done:
                continue
            base, matrix, sources = owner[name]
            done.add(base)
            value = np.concatenate([read(case, at[s]) for s in sources])
            if matrix and case.quantization.startswith("q4"):
                records += zip((base + ".q_weight", base + ".q_scale"), pack(value))
            else:
                records.append((base + ".weight", value))
    return records


def shards(records, cap):
    """[[(name, shape, dtype, bytes)]]: the tensors of every shard file."""
    files, current, pending = [], [], 0
    for name, array in records:
        entry = (name, list(array.shape), str(array.dtype), stored(array))
        size = len(entry[3])
        if pending + size >= cap and 2 * size >= cap:
            files.append([entry])
            continue
        if pending + size >= cap and current:
            files.append(current)
            current, pending = [], 0
        current.append(entry)
        pending += size
    if current:
        files.append(current)
    return files


def expected(case):
    """What the case's conversion gives: a fault, or the shards."""
    wrong = fault(case)
    if wrong is not None:
        return {"fault": wrong}
    out, layout = [], ""
    for shard, tensors in enumerate(shards(ordered_records(case), case.cap)):
        data = b"".join(raw for *_, raw in tensors)
        layout += "".join(f"{shard} {name} {'x'.join(map(str, shape))} {dtype} {len(raw)}\n"
                          for name, shape, dtype, raw in tensors)
        out.append([len(data), hashlib.sha256(data).hexdigest(), hashlib.md5(data).hexdigest()])
    return {"shards": out, "layout": hashlib.sha256(layout.encode()).hexdigest()}


def main():
    """Writes the fixture."""
    cases = [random_case(seed) for seed in range(1, COUNT + 1)]
    items = [{**case.to_json(), "expected": expected(case)} for case in cases]
    lines = ",\n".join(json.dumps(item, separators=(",", ":")) for item in items)
    CASES.write_text(f"[\n{lines}\n]\n", encoding="utf8")
    faults = sum("fault" in item["expected"] for item in items)
    print(f"{len(items)} cases, {faults} of them with a fault; {CASES.stat().st_size} bytes")


if __name__ == "__main__":
    main()
