"""What is compiled: the shape of a Qwen3 model and the way its weights are stored."""
import dataclasses
import json
import pathlib


@dataclasses.dataclass(frozen=True)
class Quantization:
    """How weights are stored. `q4*_1` packs eight 4-bit codes to a uint32, group by group along the input axis:
    value = (code - ZERO) * scale, codes 0 to 14 (MLC's group quantization with storage order "NK")."""
    name: str
    dtype: str          # type of activations, scales and of weights that are not quantized
    group: int = 0      # values that share a scale; 0 means not quantized

    BITS = 4
    PER_WORD = 8        # codes in one uint32, lowest nibble first
    ZERO = 7            # code of the value 0

    @property
    def packed(self):
        """Whether weights are stored as codes and scales."""
        return self.group > 0


QUANTIZATIONS = {q.name: q for q in (
    Quantization("q0f32", "float32"),
    Quantization("q0f16", "float16"),
    Quantization("q4f32_1", "float32", 32),
    Quantization("q4f16_1", "float16", 32),
)}


@dataclasses.dataclass(frozen=True)
class Qwen3Config:
    """Shape of a Qwen3 model, its storage, and the two lengths (in tokens) that a library is compiled for.

    ValueError if a size does not fit the storage or the kernels."""
    hidden_size: int
    intermediate_size: int
    num_hidden_layers: int
    num_attention_heads: int
    num_key_value_heads: int
    head_dim: int
    vocab_size: int
    rms_norm_eps: float = 1e-6
    rope_theta: float = 1000000.0
    tie_word_embeddings: bool = False
    quantization: str = "q4f32_1"
    context_window_size: int = 4096
    prefill_chunk_size: int = 1024
    max_batch_size: int = 1     # WebLLM runs one sequence

    def __post_init__(self):
        if self.quantization not in QUANTIZATIONS:
            raise ValueError(f"unknown quantization {self.quantization!r}; known: {', '.join(QUANTIZATIONS)}")
        if self.num_attention_heads % self.num_key_value_heads:
            raise ValueError("num_attention_heads must be a multiple of num_key_value_heads")
        if self.head_dim % 8:
            raise ValueError("head_dim must be a multiple of 8")
        group = self.quant.group
        if group:
            for name, size in (("hidden_size", self.hidden_size), ("intermediate_size", self.intermediate_size),
                               ("num_attention_heads * head_dim", self.num_attention_heads * self.head_dim)):
                if size % group:
                    raise ValueError(f"{name} = {size} is not a multiple of the quantization group of {group}")
        if self.prefill_chunk_size > self.context_window_size:
            raise ValueError("prefill_chunk_size is larger than context_window_size")

    @property
    def quant(self):
        """The Quantization that `quantization` names."""
        return QUANTIZATIONS[self.quantization]

    @property
    def dtype(self):
        """Type of activations and scales: float32 or float16."""
        return self.quant.dtype

    @classmethod
    def from_hf(cls, path, **overrides):
        """From the config.json of a Hugging Face Qwen3 checkpoint; keys that are not ours are ignored, `overrides`
        that are not None win. ValueError if the checkpoint is of another architecture or needs what is not built."""
        raw = json.loads(pathlib.Path(path).read_text())
        if raw.get("model_type", "qwen3") != "qwen3":
            raise ValueError(f"model_type is {raw['model_type']!r}, expected 'qwen3'")
        if raw.get("rope_scaling"):
            raise ValueError("rope_scaling is not supported")
        if raw.get("attention_bias"):
            raise ValueError("attention_bias is not supported")
        rope = raw.get("rope_parameters") or {}   # where newer checkpoints keep it
        if "rope_theta" not in raw and "rope_theta" in rope:
            raw["rope_theta"] = rope["rope_theta"]
        known = {f.name for f in dataclasses.fields(cls)}
        values = {k: v for k, v in raw.items() if k in known and v is not None}
        values.update({k: v for k, v in overrides.items() if v is not None})
        return cls(**values)
