"""Greedy decoding with a key-value cache in NumPy, float32, many prompts at once.

`compiler.reference.Reference` is the plain statement of the network; this does the same arithmetic fast enough for
hundreds of answers."""
import dataclasses

import numpy as np

_HIDDEN = np.float32(-1e30)     # score of a position that must not be attended to
BATCH = 64


@dataclasses.dataclass
class Completion:
    """What followed a prompt: token ids without the stop token, "stop" or "length", and the smallest lead (in logits)
    of a chosen token over the runner-up: how near another implementation's rounding came to changing the text."""
    tokens: list
    finish: str
    margin: float


class Decoder:
    """A Qwen3 with tied embeddings. `layers` is {layer name of the MLC format: float32 array}, matrices [out, in]."""

    def __init__(self, cfg, layers):
        self.cfg, self.w = cfg, layers
        half = np.arange(0, cfg.head_dim, 2) / cfg.head_dim
        angle = np.arange(cfg.context_window_size)[:, None] * cfg.rope_theta ** -half[None]
        self.cos, self.sin = (np.concatenate([f(angle)] * 2, -1).astype(np.float32) for f in (np.cos, np.sin))

    def generate(self, prompts, max_new, stop):
        """A Completion for each prompt (a list of token ids); `stop` is a collection of ids."""
        order = sorted(range(len(prompts)), key=lambda i: len(prompts[i]))
        out = [None] * len(prompts)
        for start in range(0, len(order), BATCH):
            rows = order[start:start + BATCH]
            for i, completion in zip(rows, self._generate_batch([prompts[i] for i in rows], max_new, frozenset(stop))):
                out[i] = completion
        return out

    def next_logits(self, prompts):
        """float32 [len(prompts), vocab_size]: logits after each prompt."""
        out = np.empty((len(prompts), self.cfg.vocab_size), np.float32)
        for start in range(0, len(prompts), BATCH):
            ids, pad = _pad_left(prompts[start:start + BATCH])
            out[start:start + BATCH] = self._forward(ids, pad, 0, self._new_cache(*ids.shape))
        return out

    def _generate_batch(self, prompts, max_new, stop):
        ids, pad = _pad_left(prompts)
        length = ids.shape[1]
        cache = self._new_cache(len(prompts), min(length + max_new, self.cfg.context_window_size))
        done = [Completion([], "length", float("inf")) for _ in prompts]
        running = np.ones(len(prompts), bool)
        logits = self._forward(ids, pad, 0, cache)
        for step in range(max_new):
            best = logits.argmax(-1)
            lead = -np.diff(np.partition(logits, -2)[:, -2:][:, ::-1])[:, 0]
            for row in np.flatnonzero(running):
                done[row].margin = min(done[row].margin, float(lead[row]))
                if int(best[row]) in stop:
                    done[row].finish, running[row] = "stop", False
                else:
                    done[row].tokens.append(int(best[row]))
            if not running.any() or step + 1 == max_new or length + step == self.cfg.context_window_size:
                break
            logits = self._forward(best[:, None], pad, length + step, cache)
        return done

    def _new_cache(self, rows, length):
        c = self.cfg
        return np.zeros((c.num_hidden_layers, 2, rows, c.num_key_value_heads, length, c.head_dim), np.float32)

    def _forward(self, ids, pad, start, cache):
        """Logits [rows, vocab] after the last of `ids` [rows, n], which stand at `start` and after; fills the cache.
        `pad[row]` positions at the left of a row are not there."""
        c, w = self.cfg, self.w
        rows, n = ids.shape
        d, q_heads, kv_heads = c.head_dim, c.num_attention_heads, c.num_key_value_heads
        end = start + n
        position = np.maximum(np.arange(start, end)[None] - pad[:, None], 0)
        cos, sin = (t[position][:, :, None] for t in (self.cos, self.sin))
        key_at = np.arange(end)
        seen = (key_at[None, None] <= np.arange(start, end)[None, :, None]) & (key_at[None, None] >= pad[:, None, None])
        hide = np.where(seen, np.float32(0), _HIDDEN)[:, None, None]      # [rows, 1, 1, n, end]

        def rotate(t):
            return t * cos + np.concatenate([-t[..., d // 2:], t[..., :d // 2]], -1) * sin
        x = w["model.embed_tokens"][ids]
        for layer in range(c.num_hidden_layers):
            prefix = f"model.layers.{layer}."
            h = self._norm(x, prefix + "input_layernorm")
            qkv = (h @ w[prefix + "self_attn.c_attn"].T).reshape(rows, n, q_heads + 2 * kv_heads, d)
            q = rotate(self._norm(qkv[:, :, :q_heads], prefix + "self_attn.q_norm"))
            k = rotate(self._norm(qkv[:, :, q_heads:q_heads + kv_heads], prefix + "self_attn.k_norm"))
            cache[layer, 0, :, :, start:end] = k.transpose(0, 2, 1, 3)
            cache[layer, 1, :, :, start:end] = qkv[:, :, q_heads + kv_heads:].transpose(0, 2, 1, 3)
            keys, values = cache[layer, :, :, :, None, :end]              # [rows, kv_heads, 1, end, d]
            q = q.reshape(rows, n, kv_heads, q_heads // kv_heads, d).transpose(0, 2, 3, 1, 4)
            scores = q @ keys.swapaxes(-1, -2) * np.float32(d ** -0.5) + hide
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            mixed = (scores @ values).transpose(0, 3, 1, 2, 4).reshape(rows, n, q_heads * d)
            x = x + mixed @ w[prefix + "self_attn.o_proj"].T
            h = self._norm(x, prefix + "post_attention_layernorm")
            gate, up = np.split(h @ w[prefix + "mlp.gate_up_proj"].T, 2, -1)
            x = x + (gate / (1 + np.exp(-gate)) * up) @ w[prefix + "mlp.down_proj"].T
        return self._norm(x[:, -1], "model.norm") @ w["model.embed_tokens"].T

    def _norm(self, x, name):
        mean_square = (x * x).mean(-1, keepdims=True)
        return x / np.sqrt(mean_square + np.float32(self.cfg.rms_norm_eps)) * self.w[name]


def _pad_left(prompts):
    """int64 [rows, longest] with zeros at the left, and how many of them each row has."""
    longest = max(map(len, prompts))
    pad = np.array([longest - len(p) for p in prompts])
    return np.array([[0] * (longest - len(p)) + list(p) for p in prompts]), pad
