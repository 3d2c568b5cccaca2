"""The function that creates the paged KV cache, and our own kernel for merging two partial attention results."""
from tvm import relax, tirx
from tvm.relax.frontend.nn.llm.kv_cache import RopeMode, TIRPagedKVCache
from tvm.script import tirx as T

from .config import Qwen3Config


def add_kv_cache(mod, cfg: Qwen3Config, target):
    """The module with `create_tir_paged_kv_cache`, which WebLLM calls once for each loaded model.

    RuntimeError if TVM's cache does not hold exactly one merge kernel to replace."""
    bb = relax.BlockBuilder(mod)
    names = ("max_batch_size", "max_total_seq_len", "prefill_chunk_size", "page_size", "support_sliding_window")
    sizes = [tirx.Var(n, "int64") for n in names]
    # WebLLM passes five shapes of one number each
    with bb.function("create_tir_paged_kv_cache",
                     [relax.Var(n + "_", relax.ShapeType([v])) for n, v in zip(names, sizes)]):
        cache = TIRPagedKVCache(
            attn_kind="mha", max_batch_size=sizes[0], max_total_seq_len=sizes[1], prefill_chunk_size=sizes[2],
            page_size=sizes[3], support_sliding_window=sizes[4],
            layer_partition=relax.ShapeExpr([0, cfg.num_hidden_layers]), num_hidden_layers=cfg.num_hidden_layers,
            num_attention_heads=cfg.num_attention_heads, num_key_value_heads=cfg.num_key_value_heads,
            qk_head_dim=cfg.head_dim, v_head_dim=cfg.head_dim, mla_original_qk_head_dim=0, mla_original_v_head_dim=0,
            rope_mode=RopeMode.NORMAL, rope_scale=1, rope_theta=cfg.rope_theta, rope_scaling={},
            rope_ext_factors=relax.prim_value(0), rotary_dim=cfg.head_dim, enable_disaggregation=False,
            dtype=cfg.dtype, target=target)
        bb.emit_func_output(cache._expr)
    mod = bb.finalize()
    if target.kind.name == "llvm":
        return mod
    stock = [v for v in mod.get_global_vars() if v.name_hint.startswith("tir_attention_merge_state")]
    if len(stock) != 1:
        raise RuntimeError(f"expected one merge kernel in the cache, found {[v.name_hint for v in stock]}")
    mod[stock[0]] = merge_kernel(cfg).with_attr("global_symbol", stock[0].name_hint)
    return mod


def merge_kernel(cfg: Qwen3Config, max_threads=256):
    """Kernel: values [n, heads, head_dim] and log-sums (base 2) [n, heads] <- their merge with another such pair.

    In TVM 0.27 every thread of a head reads the head's log-sum and then overwrites it, with no barrier between. That
    holds only where those threads run in lockstep, so the second part of a prompt comes out wrong on adapters with
    small subgroups. Here one thread per head writes, after a barrier."""
    dtype, vec = cfg.dtype, 4
    lanes = cfg.head_dim // vec
    heads = cfg.num_attention_heads
    per_block = max(h for h in range(1, heads + 1) if heads % h == 0 and h * lanes <= max_threads)
    blocks = heads // per_block

    @T.prim_func(s_tir=True)
    def merge(v: T.handle, s: T.handle, v_other: T.handle, s_other: T.handle):
        T.func_attr({"tirx.is_scheduled": True})
        n = T.int32()
        h = T.int32()
        d = T.int32()
        V = T.match_buffer(v, (n, h, d), dtype)
        S = T.match_buffer(s, (n, h), "float32")
        VO = T.match_buffer(v_other, (n, h, d), dtype)
        SO = T.match_buffer(s_other, (n, h), "float32")
        for i in T.thread_binding(n, "blockIdx.x"):
            for j in T.thread_binding(blocks, "blockIdx.y"):
                for ty in T.thread_binding(per_block, "threadIdx.y"):
                    for tx in T.thread_binding(lanes, "threadIdx.x"):
                        with T.sblock("merge"):
                            a = T.sblock_alloc_buffer((1,), "float32", scope="local")
                            b = T.sblock_alloc_buffer((1,), "float32", scope="local")
                            m = T.sblock_alloc_buffer((1,), "float32", scope="local")
                            a[0] = S[i, ty + j * per_block]
                            b[0] = SO[i, ty + j * per_block]
                            m[0] = T.max(a[0], b[0])
                            a[0] = T.exp2(a[0] - m[0])
                            b[0] = T.exp2(b[0] - m[0])
                            for k in T.serial(vec):
                                V[i, ty + j * per_block, tx * vec + k] = T.Cast(dtype, (
                                    T.Cast("float32", V[i, ty + j * per_block, tx * vec + k]) * a[0]
                                    + T.Cast("float32", VO[i, ty + j * per_block, tx * vec + k]) * b[0]
                                ) / (a[0] + b[0]))
                            T.tvm_storage_sync("shared")
                            if tx == 0:
                                S[i, ty + j * per_block] = T.log2(a[0] + b[0]) + m[0]
    return merge
