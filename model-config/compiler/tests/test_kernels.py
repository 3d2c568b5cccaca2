"""Kernels alone, through npm `webgpu` (Dawn): all of them by the WGSL compiler, those for sampling also run."""
import pytest

from .. import link, pipeline
from ..config import Qwen3Config

TINY = dict(hidden_size=128, intermediate_size=256, num_hidden_layers=1, num_attention_heads=4, num_key_value_heads=2,
            head_dim=32, vocab_size=1000, tie_word_embeddings=True, context_window_size=256, prefill_chunk_size=64)
# two layers have the kernels of all 36
QWEN3_8B = dict(hidden_size=4096, intermediate_size=12288, num_hidden_layers=2, num_attention_heads=32,
                num_key_value_heads=8, head_dim=128, vocab_size=151936, tie_word_embeddings=False,
                context_window_size=4096, prefill_chunk_size=1024)


@pytest.mark.parametrize("shape,quantization,adapter", [
    (QWEN3_8B, "q4f16_1", "gpu"), (QWEN3_8B, "q4f32_1", "gpu"), (TINY, "q4f16_1", "gpu"),
    (TINY, "q4f32_1", "software")])
def test_wgsl_is_valid(tmp_path, run_node, shape, quantization, adapter):
    executable, _ = pipeline.compile_model(Qwen3Config(**shape, quantization=quantization), adapter=adapter)
    (tmp_path / "kernels.wgsl").write_text(pipeline.wgsl(executable))
    run_node("wgsl.mjs", tmp_path / "kernels.wgsl")


def test_sampling(tmp_path, run_node, emcc, swiftshader, runtime_cache):
    executable, _ = pipeline.compile_model(Qwen3Config(**TINY, quantization="q4f32_1"))
    link.link(executable, tmp_path / "model.wasm", tmp_path / "work", runtime_cache)
    run_node("sampling.mjs", tmp_path / "model.wasm")
