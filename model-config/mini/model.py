"""Qwen3 in PyTorch for training; parameter names equal those of transformers' Qwen3ForCausalLM with tied embeddings."""
import dataclasses
import json
import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn

from . import fused


@dataclasses.dataclass
class ModelConfig:
    """Shape of the model, with the keys of config.json."""
    vocab_size: int = 6144
    hidden_size: int = 192
    num_hidden_layers: int = 6
    num_attention_heads: int = 4
    num_key_value_heads: int = 2
    head_dim: int = 64
    intermediate_size: int = 512
    rope_theta: float = 10000.0
    rms_norm_eps: float = 1e-6
    max_position_embeddings: int = 1024


class Norm(nn.Module):
    """RMSNorm over the last axis."""

    def __init__(self, size, eps):
        super().__init__()
        self.weight, self.eps = nn.Parameter(torch.ones(size)), eps

    def forward(self, x):
        if x.dtype == torch.bfloat16:
            return fused.RmsNorm.apply(x, self.weight, self.eps)
        return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + self.eps) * self.weight


class Attention(nn.Module):
    """Causal grouped-query attention with a norm on each query and key head."""

    def __init__(self, c):
        super().__init__()
        self.c = c
        heads, kv_heads, size = c.num_attention_heads, c.num_key_value_heads, c.head_dim
        self.q_proj = nn.Linear(c.hidden_size, heads * size, bias=False)
        self.k_proj = nn.Linear(c.hidden_size, kv_heads * size, bias=False)
        self.v_proj = nn.Linear(c.hidden_size, kv_heads * size, bias=False)
        self.o_proj = nn.Linear(heads * size, c.hidden_size, bias=False)
        self.q_norm, self.k_norm = Norm(size, c.rms_norm_eps), Norm(size, c.rms_norm_eps)

    def forward(self, x, cos, sin):
        c = self.c
        q, k, v = (proj(x).view(*x.shape[:2], -1, c.head_dim) for proj in (self.q_proj, self.k_proj, self.v_proj))
        if x.dtype == torch.bfloat16:
            q = fused.NormRope.apply(q, self.q_norm.weight, cos, sin, c.rms_norm_eps)
            k = fused.NormRope.apply(k, self.k_norm.weight, cos, sin, c.rms_norm_eps)
            return self.o_proj(fused.CausalAttention.apply(q, k, v))
        q, k = (self._rotate(norm(t).transpose(1, 2), cos, sin) for norm, t in ((self.q_norm, q), (self.k_norm, k)))
        out = F.scaled_dot_product_attention(q, k, v.transpose(1, 2), is_causal=True, enable_gqa=True)
        return self.o_proj(out.transpose(1, 2).reshape(*x.shape[:2], -1))

    def _rotate(self, t, cos, sin):
        half = self.c.head_dim // 2
        return t * cos + torch.cat((-t[..., half:], t[..., :half]), -1) * sin


class FeedForward(nn.Module):
    """SwiGLU."""

    def __init__(self, c):
        super().__init__()
        self.gate_proj = nn.Linear(c.hidden_size, c.intermediate_size, bias=False)
        self.up_proj = nn.Linear(c.hidden_size, c.intermediate_size, bias=False)
        self.down_proj = nn.Linear(c.intermediate_size, c.hidden_size, bias=False)

    def forward(self, x):
        gate, up = self.gate_proj(x), self.up_proj(x)
        return self.down_proj(fused.SwiGlu.apply(gate, up) if x.dtype == torch.bfloat16 else F.silu(gate) * up)


class Layer(nn.Module):
    """Pre-norm attention and feed-forward with residuals."""

    def __init__(self, c):
        super().__init__()
        self.self_attn, self.mlp = Attention(c), FeedForward(c)
        self.input_layernorm = Norm(c.hidden_size, c.rms_norm_eps)
        self.post_attention_layernorm = Norm(c.hidden_size, c.rms_norm_eps)

    def forward(self, x, cos, sin):
        x = x + self.self_attn(self.input_layernorm(x), cos, sin)
        return x + self.mlp(self.post_attention_layernorm(x))


class Body(nn.Module):
    """The part that the checkpoint calls `model`."""

    def __init__(self, c):
        super().__init__()
        self.embed_tokens = nn.Embedding(c.vocab_size, c.hidden_size)
        self.layers = nn.ModuleList([Layer(c) for _ in range(c.num_hidden_layers)])
        self.norm = Norm(c.hidden_size, c.rms_norm_eps)


class Qwen3Mini(nn.Module):
    """Token ids -> hidden states -> logits. Under CPU autocast the activations are bfloat16 and the kernels fused."""

    def __init__(self, c):
        super().__init__()
        self.c, self.model = c, Body(c)
        inverse = 1.0 / c.rope_theta ** (torch.arange(0, c.head_dim, 2).float() / c.head_dim)
        angle = torch.outer(torch.arange(c.max_position_embeddings).float(), inverse)
        angle = torch.cat((angle, angle), -1)
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)
        for name, p in self.named_parameters():
            if p.ndim == 2:
                into_residual = "o_proj" in name or "down_proj" in name
                nn.init.normal_(p, std=0.02 if "embed" in name else p.shape[1] ** -0.5 * (0.5 if into_residual else 1))

    def hidden(self, ids):
        """int64 [batch, time] -> [batch, time, hidden_size]."""
        cos, sin = self.cos[:ids.shape[1]], self.sin[:ids.shape[1]]
        x = self.model.embed_tokens(ids)
        if torch.is_autocast_enabled("cpu"):
            x = x.to(torch.bfloat16)
        for layer in self.model.layers:
            x = layer(x, cos, sin)
        return self.model.norm(x)

    def logits(self, hidden):
        """[..., hidden_size] -> [..., vocab_size]."""
        return F.linear(hidden, self.model.embed_tokens.weight)

    def float_weights(self):
        """{name: contiguous float32 tensor} as the checkpoint stores them."""
        return {k: v.detach().float().contiguous().clone() for k, v in self.state_dict().items()}


def save(model, folder):
    """Writes model.safetensors, config.json and generation_config.json."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    save_file(model.float_weights(), folder / "model.safetensors", metadata={"format": "pt"})
    config = {
        "architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "attention_bias": False, "attention_dropout": 0.0,
        "bos_token_id": None, "eos_token_id": 2, "pad_token_id": 0, "hidden_act": "silu", "initializer_range": 0.02,
        "max_window_layers": model.c.num_hidden_layers, "rope_scaling": None, "sliding_window": None,
        "use_sliding_window": False, "tie_word_embeddings": True, "torch_dtype": "float32", "use_cache": True,
        **dataclasses.asdict(model.c)}
    generation = {"bos_token_id": None, "eos_token_id": [2, 0], "pad_token_id": 0, "do_sample": False,
                  "max_new_tokens": 320}
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    (folder / "generation_config.json").write_text(json.dumps(generation, indent=1) + "\n")


def load(folder):
    """The model of a checkpoint folder."""
    folder = pathlib.Path(folder)
    raw = json.loads((folder / "config.json").read_text())
    model = Qwen3Mini(ModelConfig(**{f.name: raw[f.name] for f in dataclasses.fields(ModelConfig)}))
    model.load_state_dict(load_file(folder / "model.safetensors"))
    return model
