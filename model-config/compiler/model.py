"""Qwen3 as a Relax module with the functions `embed`, `prefill` and `decode` that WebLLM calls.

Parameter names are the ones of the MLC weight format: q, k and v are stacked in `c_attn`, gate and up in
`gate_up_proj`."""
from tvm import te
from tvm.relax.frontend import nn
from tvm.relax.frontend.nn import op
from tvm.relax.frontend.nn.llm.kv_cache import PagedKVCache

from .config import Qwen3Config
from .layers import Embedding, Linear


def _rms_norm(cfg: Qwen3Config, size):
    return nn.RMSNorm(size, -1, cfg.rms_norm_eps, bias=False, dtype=cfg.dtype)


class Attention(nn.Module):
    """Grouped-query attention with RMSNorm on each query and key head, over the paged cache."""

    def __init__(self, cfg: Qwen3Config):
        self.cfg = cfg
        d, q_heads, kv_heads = cfg.head_dim, cfg.num_attention_heads, cfg.num_key_value_heads
        self.c_attn = Linear(cfg, cfg.hidden_size, (q_heads + 2 * kv_heads) * d)
        self.o_proj = Linear(cfg, q_heads * d, cfg.hidden_size)
        self.q_norm = _rms_norm(cfg, d)
        self.k_norm = _rms_norm(cfg, d)

    def forward(self, x, kv_cache, layer):
        c = self.cfg
        d, q_heads, kv_heads = c.head_dim, c.num_attention_heads, c.num_key_value_heads
        batch, seq, _ = x.shape
        qkv = op.reshape(self.c_attn(x), (batch, seq, q_heads + 2 * kv_heads, d))
        q, k, v = op.split(qkv, [q_heads, q_heads + kv_heads], axis=2)
        qkv = op.concat([self.q_norm(q), self.k_norm(k), v], dim=2)
        # the cache rotates q and k, appends k and v, and attends
        out = kv_cache.attention_with_fused_qkv(layer, qkv, q_heads, sm_scale=d ** -0.5)
        return self.o_proj(op.reshape(out, (batch, seq, q_heads * d)))


class MLP(nn.Module):
    """SwiGLU feed-forward."""

    def __init__(self, cfg: Qwen3Config):
        self.gate_up_proj = Linear(cfg, cfg.hidden_size, 2 * cfg.intermediate_size)
        self.down_proj = Linear(cfg, cfg.intermediate_size, cfg.hidden_size)

    def forward(self, x):
        gate, up = op.split(self.gate_up_proj(x), 2, axis=-1)
        return self.down_proj(op.silu(gate) * up)


class DecoderLayer(nn.Module):
    """Pre-norm attention and feed-forward, each with a residual."""

    def __init__(self, cfg: Qwen3Config):
        self.self_attn = Attention(cfg)
        self.mlp = MLP(cfg)
        self.input_layernorm = _rms_norm(cfg, cfg.hidden_size)
        self.post_attention_layernorm = _rms_norm(cfg, cfg.hidden_size)

    def forward(self, x, kv_cache, index):
        x = x + self.self_attn(self.input_layernorm(x), kv_cache, index)
        return x + self.mlp(self.post_attention_layernorm(x))


class Body(nn.Module):
    """Everything between token ids and the output layer."""

    def __init__(self, cfg: Qwen3Config):
        self.embed_tokens = Embedding(cfg)
        self.layers = nn.ModuleList([DecoderLayer(cfg) for _ in range(cfg.num_hidden_layers)])
        self.norm = _rms_norm(cfg, cfg.hidden_size)

    def forward(self, x, kv_cache):
        for index, layer in enumerate(self.layers):
            x = layer(x, kv_cache, index)
        return self.norm(x)


class Qwen3(nn.Module):
    """The whole model; `export` makes the Relax module of it."""

    def __init__(self, cfg: Qwen3Config):
        self.cfg = cfg
        self.model = Body(cfg)
        if not cfg.tie_word_embeddings:
            self.lm_head = Linear(cfg, cfg.hidden_size, cfg.vocab_size, out_dtype="float32")

    def _head(self, x):
        return self.model.embed_tokens.as_head(x) if self.cfg.tie_word_embeddings else self.lm_head(x)

    def embed(self, input_ids):
        """int32 [n] -> [n, hidden_size]."""
        return self.model.embed_tokens(input_ids)

    def prefill(self, input_embed, paged_kv_cache):
        """[1, n, hidden_size] -> logits float32 [1, 1, vocab_size] of the last token, and the cache."""
        x = self.model(input_embed, paged_kv_cache)
        last = op.tensor_expr_op(
            lambda a: te.compute((1, 1, a.shape[2]), lambda b, _, c: a[b, a.shape[1] - 1, c], name="last"),
            "last_token", [x])
        return self._head(last), paged_kv_cache

    def decode(self, input_embed, paged_kv_cache):
        """[1, 1, hidden_size] -> logits float32 [1, 1, vocab_size], and the cache."""
        return self._head(self.model(input_embed, paged_kv_cache)), paged_kv_cache

    def export(self):
        """The Relax module and its parameters, [(name, parameter)], in the order of the packed argument."""
        c = self.cfg
        mode = {"param_mode": "packed", "effect_mode": "none"}
        cache = nn.spec.Object(object_type=PagedKVCache)
        spec = nn.spec.ModuleSpec.from_raw({
            "embed": {"input_ids": nn.spec.Tensor(["seq_len"], "int32"), "$": mode},
            "prefill": {"input_embed": nn.spec.Tensor([1, "seq_len", c.hidden_size], c.dtype),
                        "paged_kv_cache": cache, "$": mode},
            "decode": {"input_embed": nn.spec.Tensor([1, 1, c.hidden_size], c.dtype),
                       "paged_kv_cache": cache, "$": mode},
        }, self)
        mod, params, _ = self.export_tvm(spec=spec, allow_extern=True)
        return mod, params
