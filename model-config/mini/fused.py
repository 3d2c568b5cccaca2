"""fused.c as autograd functions; the library is built with gcc on first use. Activations are bfloat16."""
import ctypes
import os
import pathlib
import subprocess

import torch

_SOURCE = pathlib.Path(__file__).with_name("fused.c")
_LIBRARY = _SOURCE.with_name("libfused.so")     # "fused.so" would be taken for a Python module


def _load():
    if not _LIBRARY.exists() or _LIBRARY.stat().st_mtime < _SOURCE.stat().st_mtime:
        partial = f"{_LIBRARY}.{os.getpid()}"       # several processes may build at once
        subprocess.run(["gcc", "-O3", "-march=native", "-mprefer-vector-width=512", "-ffast-math", "-shared", "-fPIC",
                        "-o", partial, str(_SOURCE), "-lm"], check=True)
        os.replace(partial, _LIBRARY)
    return ctypes.CDLL(str(_LIBRARY))


_C = _load()
_long, _int, _float = ctypes.c_long, ctypes.c_int, ctypes.c_float


def _p(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class RmsNorm(torch.autograd.Function):
    """(x [..., size], weight [size], eps) -> [..., size]."""

    @staticmethod
    def forward(ctx, x, weight, eps):
        x = x.contiguous()
        size = x.shape[-1]
        rows = x.numel() // size
        y, inverse = torch.empty_like(x), torch.empty(rows)
        _C.rms_forward(_p(x), _p(weight), _p(y), _p(inverse), _long(rows), _int(size), _float(eps))
        ctx.save_for_backward(x, weight, inverse)
        return y

    @staticmethod
    def backward(ctx, grad):
        x, weight, inverse = ctx.saved_tensors
        grad, size = grad.contiguous(), x.shape[-1]
        grad_x, grad_weight = torch.empty_like(x), torch.zeros_like(weight)
        _C.rms_backward(_p(grad), _p(x), _p(weight), _p(inverse), _p(grad_x), _p(grad_weight),
                        _long(x.numel() // size), _int(size))
        return grad_x, grad_weight, None


class NormRope(torch.autograd.Function):
    """(x [batch, time, heads, size], weight [size], cos, sin [time, size], eps) -> normalised and rotated x."""

    @staticmethod
    def forward(ctx, x, weight, cos, sin, eps):
        x = x.contiguous()
        batch, time, heads, size = x.shape
        y, inverse = torch.empty_like(x), torch.empty(batch * time * heads)
        _C.norm_rope_forward(_p(x), _p(weight), _p(cos), _p(sin), _p(y), _p(inverse), _long(batch), _int(time),
                             _int(heads), _int(size), _float(eps))
        ctx.save_for_backward(x, weight, cos, sin, inverse)
        return y

    @staticmethod
    def backward(ctx, grad):
        x, weight, cos, sin, inverse = ctx.saved_tensors
        grad = grad.contiguous()
        batch, time, heads, size = x.shape
        grad_x, grad_weight = torch.empty_like(x), torch.zeros_like(weight)
        _C.norm_rope_backward(_p(grad), _p(x), _p(weight), _p(cos), _p(sin), _p(inverse), _p(grad_x), _p(grad_weight),
                              _long(batch), _int(time), _int(heads), _int(size))
        return grad_x, grad_weight, None, None, None


class SwiGlu(torch.autograd.Function):
    """(gate, up) -> silu(gate) * up, of the same shape."""

    @staticmethod
    def forward(ctx, gate, up):
        gate, up = gate.contiguous(), up.contiguous()
        y = torch.empty_like(gate)
        _C.swiglu_forward(_p(gate), _p(up), _p(y), _long(gate.numel()))
        ctx.save_for_backward(gate, up)
        return y

    @staticmethod
    def backward(ctx, grad):
        gate, up = ctx.saved_tensors
        grad = grad.contiguous()
        grad_gate, grad_up = torch.empty_like(gate), torch.empty_like(up)
        _C.swiglu_backward(_p(grad), _p(gate), _p(up), _p(grad_gate), _p(grad_up), _long(gate.numel()))
        return grad_gate, grad_up


class CrossEntropy(torch.autograd.Function):
    """(logits [rows, vocab], target int64 [rows], weight float32 [rows]) -> weighted sum of losses, losses [rows].

    The logits are overwritten, and the gradient that reaches the sum is taken to be 1: it must be the graph's root."""

    @staticmethod
    def forward(ctx, logits, target, weight):
        logits = logits.contiguous()
        loss = torch.empty(logits.shape[0])
        _C.cross_entropy(_p(logits), _p(target), _p(weight), _p(loss), _long(logits.shape[0]), _int(logits.shape[1]))
        ctx.grad = logits
        ctx.mark_non_differentiable(loss)
        return (loss * weight).sum(), loss

    @staticmethod
    def backward(ctx, _grad, _losses):
        return ctx.grad, None, None


class CausalAttention(torch.autograd.Function):
    """(q [batch, time, heads, size], k and v [batch, time, kv_heads, size]) -> [batch, time, heads * size]. The query
    heads of one key-value head share one batched product."""

    @staticmethod
    def forward(ctx, q, k, v):
        batch, time, heads, size = q.shape
        kv_heads = k.shape[2]
        group, scale = heads // kv_heads, size ** -0.5
        q2 = q.view(batch, time, kv_heads, group, size).permute(0, 2, 3, 1, 4).reshape(-1, group * time, size)
        k2, v2 = (t.transpose(1, 2).reshape(-1, time, size) for t in (k, v))
        weights = torch.bmm(q2, k2.transpose(1, 2))
        _C.causal_softmax_forward(_p(weights), _long(batch * heads * time), _int(time), _float(scale))
        out = torch.bmm(weights, v2)
        ctx.save_for_backward(q2, k2, v2, weights)
        ctx.shape = (batch, time, heads, size, kv_heads, group, scale)
        return out.view(batch, kv_heads, group, time, size).permute(0, 3, 1, 2, 4).reshape(batch, time, heads * size)

    @staticmethod
    def backward(ctx, grad):
        q2, k2, v2, weights = ctx.saved_tensors
        batch, time, heads, size, kv_heads, group, scale = ctx.shape
        grad = grad.reshape(batch, time, kv_heads, group, size).permute(0, 2, 3, 1, 4).reshape(-1, group * time, size)
        grad_v = torch.bmm(weights.transpose(1, 2), grad)
        grad_weights = torch.bmm(grad, v2.transpose(1, 2))
        _C.causal_softmax_backward(_p(weights), _p(grad_weights), _long(batch * heads * time), _int(time),
                                   _float(scale))
        grad_q = torch.bmm(grad_weights, k2)
        grad_k = torch.bmm(grad_weights.transpose(1, 2), q2)

        def per_head(t):
            return t.view(batch, kv_heads, time, size).transpose(1, 2).contiguous()
        grad_q = grad_q.view(batch, kv_heads, group, time, size).permute(0, 3, 1, 2, 4)
        return grad_q.reshape(batch, time, heads, size), per_head(grad_k), per_head(grad_v)
