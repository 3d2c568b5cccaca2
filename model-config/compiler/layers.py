"""Weight-holding layers. Each product is one tensor expression with the unpacking of 4-bit weights inside, which
the schedules for GPUs (dlight) inline into the product; no separate fusion pass is needed."""
from tvm import te, tirx
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import op

from .config import Qwen3Config, Quantization as Q


def _declare_weight(layer, cfg: Qwen3Config, rows, cols):
    """Weights are kept as [out, in]; packed ones as codes [out, in / 8] and scales [out, in / group]."""
    if cfg.quant.packed:
        layer.q_weight = nn.Parameter((rows, cols // Q.PER_WORD), "uint32")
        layer.q_scale = nn.Parameter((rows, cols // cfg.quant.group), cfg.dtype)
        return [layer.q_weight, layer.q_scale]
    layer.weight = nn.Parameter((rows, cols), cfg.dtype)
    return [layer.weight]


def _unpack(cfg: Qwen3Config, codes, scales, row, col):
    shift = (col % Q.PER_WORD * Q.BITS).astype("uint32")
    code = tirx.bitwise_and(tirx.shift_right(codes[row, col // Q.PER_WORD], shift), tirx.const(15, "uint32"))
    return (code.astype(cfg.dtype) - tirx.const(Q.ZERO, cfg.dtype)) * scales[row, col // cfg.quant.group]


def _product(cfg: Qwen3Config, x, weight, rows, cols, out_dtype):
    """x [b, s, in] times weight [out, in] transposed. The names of the stages are what dlight's rules look for."""
    def nt_matmul(a, at):
        k = te.reduce_axis((0, cols), name="k")
        return te.compute(
            (a.shape[0], a.shape[1], rows),
            lambda b, s, j: te.sum(a[b, s, k].astype(out_dtype) * at(j, k).astype(out_dtype), axis=k),
            name="NT_matmul")

    if not cfg.quant.packed:
        return op.tensor_expr_op(lambda a, w: nt_matmul(a, lambda j, k: w[j, k]), "NT_matmul", [x, *weight])

    def packed(a, codes, scales):
        w = te.compute((rows, cols), lambda j, k: _unpack(cfg, codes, scales, j, k), name="dequantize")
        return nt_matmul(a, lambda j, k: w[j, k])
    return op.tensor_expr_op(packed, "dequantize_NT_matmul", [x, *weight])


class Linear(nn.Module):
    """[b, s, n_in] -> [b, s, n_out], without bias.

    Sums are float32 whatever the type of the result: with thousands of terms, sums in float16 lose more than everything
    else together (two layers of Qwen3 8B: logits off by 0.4 % of the largest, and by 0.02 % with float32 sums)."""

    def __init__(self, cfg: Qwen3Config, n_in, n_out, out_dtype=None):
        self.cfg, self.n_in, self.n_out = cfg, n_in, n_out
        self.out_dtype = out_dtype or cfg.dtype
        self._held = _declare_weight(self, cfg, n_out, n_in)

    def forward(self, x):
        sums = _product(self.cfg, x, self._held, self.n_out, self.n_in, "float32")
        return sums if self.out_dtype == "float32" else op.astype(sums, self.out_dtype)


class Embedding(nn.Module):
    """Token ids int32 [n] -> [n, hidden_size]; with tied weights also the output layer."""

    def __init__(self, cfg: Qwen3Config):
        self.cfg = cfg
        self._held = _declare_weight(self, cfg, cfg.vocab_size, cfg.hidden_size)

    def forward(self, ids):
        cfg, width = self.cfg, self.cfg.hidden_size
        if not cfg.quant.packed:
            return op.tensor_expr_op(
                lambda i, w: te.compute((i.shape[0], width), lambda r, c: w[i[r], c], name="embed"),
                "take", [ids, *self._held])
        return op.tensor_expr_op(
            lambda i, codes, scales: te.compute(
                (i.shape[0], width), lambda r, c: _unpack(cfg, codes, scales, i[r], c), name="embed"),
            "dequantize_take", [ids, *self._held])

    def as_head(self, x):
        """Logits float32 [b, s, vocab_size] of hidden states [b, s, hidden_size], from tied embeddings."""
        return _product(self.cfg, x, self._held, self.cfg.vocab_size, self.cfg.hidden_size, "float32")
