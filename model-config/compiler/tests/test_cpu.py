"""The Relax module, compiled for this machine's CPU and run with TVM's own KV cache, against NumPy."""
import numpy as np
import pytest
import tvm
from tvm import relax

from ..config import Qwen3Config
from ..pipeline import compile_model
from ..reference import Reference, random_params

TINY = dict(hidden_size=192, intermediate_size=512, num_hidden_layers=4, num_attention_heads=6, num_key_value_heads=2,
            head_dim=64, vocab_size=6144, context_window_size=512, prefill_chunk_size=128)


def compare(cfg, steps, seed=0):
    """Largest logit difference, largest logit and number of equal argmaxes over the steps."""
    executable, listed = compile_model(cfg, tvm.target.Target("llvm"))
    params = random_params(cfg, listed, seed)
    reference = Reference(cfg, params)
    vm = relax.VirtualMachine(executable, tvm.cpu())
    state = {n: tvm.get_global_func("vm.builtin.kv_state_" + n)
             for n in ("add_sequence", "begin_forward", "end_forward")}

    def shape(*x):
        return tvm.runtime.ShapeTuple(list(x))

    cache = vm["create_tir_paged_kv_cache"](shape(1), shape(cfg.context_window_size), shape(cfg.prefill_chunk_size),
                                            shape(16), shape(0))
    packed = [tvm.runtime.tensor(params[name]) for name, _, _ in listed]
    state["add_sequence"](cache, 0)
    rng = np.random.default_rng(seed + 1)
    ids, worst, scale, same = [], 0.0, 0.0, 0
    for n in steps:
        new = rng.integers(0, cfg.vocab_size, n).astype("int32")
        ids += list(new)
        x = vm["embed"](tvm.runtime.tensor(new), packed).numpy()
        state["begin_forward"](cache, shape(0), shape(n))
        got = vm["prefill" if n > 1 else "decode"](tvm.runtime.tensor(x[None]), cache, packed)[0].numpy().reshape(-1)
        state["end_forward"](cache)
        want = reference.logits(ids)[-1]
        worst, scale = max(worst, np.abs(got - want).max()), max(scale, np.abs(want).max())
        same += int(got.argmax() == want.argmax())
    return worst, scale, same


# steps of more than one token go through prefill; the fourth is a prefill onto a filled cache
STEPS = (7, 1, 1, 20, 1)


@pytest.mark.parametrize("tied", [True, False])
@pytest.mark.parametrize("quantization,limit", [("q0f32", 1e-4), ("q4f32_1", 1e-4), ("q4f16_1", 3e-3)])
def test_logits(quantization, limit, tied):
    cfg = Qwen3Config(**TINY, quantization=quantization, tie_word_embeddings=tied)
    worst, scale, same = compare(cfg, STEPS)
    print(f"{quantization} tied={tied}: largest difference {worst:.2e} at a scale of {scale:.1f}, "
          f"same argmax {same}/{len(STEPS)}")
    assert worst <= limit * scale
    if limit < 1e-3:
        assert same == len(STEPS)
