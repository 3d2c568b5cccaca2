"""Qwen3 in NumPy, to compare the compiled functions with. Slow and plain on purpose."""
import numpy as np

from .config import Quantization as Q, Qwen3Config


def pack_q4(w, group, dtype):
    """[out, in] floats to codes (uint32 [out, in / 8], lowest nibble first) and scales (dtype [out, in / group]).

    As MLC does it: every operation is rounded to `dtype`, scale = max|w| / 7 of the group, code = w / scale + 7
    rounded half to even."""
    rows, cols = w.shape
    g = w.astype(dtype).reshape(rows, cols // group, group)
    zero = np.dtype(dtype).type(Q.ZERO)
    scales = np.abs(g).max(-1) / zero
    divisor = np.where(scales == 0, np.dtype(dtype).type(1), scales)[..., None]
    codes = np.clip(np.round(g / divisor + zero), 0, 2 * Q.ZERO).astype(np.uint32)
    shifts = np.arange(Q.PER_WORD, dtype=np.uint32) * Q.BITS
    words = (codes.reshape(rows, cols // Q.PER_WORD, Q.PER_WORD) << shifts).sum(-1, dtype=np.uint32)
    return words, scales


def unpack_q4(words, scales):
    """The float32 [out, in] matrix that `pack_q4`'s words and scales stand for."""
    rows, per_row = words.shape
    shifts = np.arange(Q.PER_WORD, dtype=np.uint32) * Q.BITS
    codes = ((words[..., None] >> shifts) & 15).reshape(rows, per_row * Q.PER_WORD).astype(np.float32)
    return (codes - Q.ZERO) * np.repeat(scales.astype(np.float32), codes.shape[1] // scales.shape[1], axis=1)


def random_params(cfg: Qwen3Config, params, seed=0):
    """{name: array} for the parameter list of a compiled model, at a scale where the logits differ clearly."""
    rng = np.random.default_rng(seed)
    out, scales = {}, {}
    for name, shape, dtype in params:
        base, kind = name.rsplit(".", 1)
        spread = 0.5 if "embed" in name else None
        if kind == "q_weight":
            cols = shape[1] * Q.PER_WORD
            w = rng.normal(0, spread or cols ** -0.5, (shape[0], cols))
            out[name], scales[base] = pack_q4(w, cfg.quant.group, cfg.dtype)
        elif kind == "q_scale":
            out[name] = scales[base]
        elif len(shape) == 1:
            out[name] = (1 + 0.1 * rng.normal(size=shape)).astype(dtype)
        else:
            out[name] = rng.normal(0, spread or shape[-1] ** -0.5, shape).astype(dtype)
    return out


def dense_weights(params):
    """{layer name: float32 array}: packed matrices unpacked, the rest as it is. `params` maps the names of the MLC
    format (`….q_weight`, `….q_scale`, `….weight`) to arrays."""
    dense = {}
    for base in {name.rsplit(".", 1)[0] for name in params}:
        if base + ".q_weight" in params:
            dense[base] = unpack_q4(params[base + ".q_weight"], params[base + ".q_scale"])
        else:
            dense[base] = params[base + ".weight"].astype(np.float32)
    return dense


class Reference:
    """The whole sequence at once, without a cache: what every other implementation has to agree with."""

    def __init__(self, cfg: Qwen3Config, params):
        self.cfg, self.w = cfg, dense_weights(params)

    def logits(self, ids):
        """[len(ids), vocab]: logits after each token of one sequence."""
        c, w = self.cfg, self.w
        n, d, q_heads, kv_heads = len(ids), c.head_dim, c.num_attention_heads, c.num_key_value_heads

        def norm(x, weight):
            return x / np.sqrt((x * x).mean(-1, keepdims=True) + c.rms_norm_eps) * weight

        angle = np.arange(n)[:, None] * c.rope_theta ** (-np.arange(0, d, 2) / d)[None]
        cos, sin = (np.concatenate([f(angle)] * 2, -1)[:, None] for f in (np.cos, np.sin))

        def rotate(t):
            return t * cos + np.concatenate([-t[..., d // 2:], t[..., :d // 2]], -1) * sin

        x = w["model.embed_tokens"][np.asarray(ids)]
        causal = np.tril(np.ones((n, n), bool))
        for i in range(c.num_hidden_layers):
            p = f"model.layers.{i}."
            h = norm(x, w[p + "input_layernorm"])
            qkv = (h @ w[p + "self_attn.c_attn"].T).reshape(n, q_heads + 2 * kv_heads, d)
            q = rotate(norm(qkv[:, :q_heads], w[p + "self_attn.q_norm"]))
            k = rotate(norm(qkv[:, q_heads:q_heads + kv_heads], w[p + "self_attn.k_norm"]))
            v = qkv[:, q_heads + kv_heads:]
            k, v = (np.repeat(t, q_heads // kv_heads, axis=1) for t in (k, v))
            a = np.where(causal, np.einsum("shd,thd->hst", q, k) * d ** -0.5, -1e30)
            a = np.exp(a - a.max(-1, keepdims=True))
            a /= a.sum(-1, keepdims=True)
            x = x + np.einsum("hst,thd->shd", a, v).reshape(n, -1) @ w[p + "self_attn.o_proj"].T
            h = norm(x, w[p + "post_attention_layernorm"])
            gate, up = np.split(h @ w[p + "mlp.gate_up_proj"].T, 2, -1)
            x = x + (gate / (1 + np.exp(-gate)) * up) @ w[p + "mlp.down_proj"].T
        head = w["model.embed_tokens"] if c.tie_word_embeddings else w["lm_head"]
        return norm(x, w["model.norm"]) @ head.T
