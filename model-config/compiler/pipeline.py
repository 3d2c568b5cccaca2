"""From a configuration to a compiled Relax executable."""
import json

import tvm
from tvm import relax
from tvm.s_tir import dlight as dl

from . import sampling
from .config import Qwen3Config
from .kv_cache import add_kv_cache
from .model import Qwen3


def webgpu_target():
    """256 invocations in a workgroup are the most that WebLLM can count on. The host part becomes C source, so
    nothing depends on which targets the installed LLVM has."""
    return tvm.target.Target({"kind": "webgpu", "max_num_threads": 256}, host={"kind": "c"})


def metadata(cfg: Qwen3Config, params):
    """What WebLLM reads is `params[].name`, `prefill_chunk_size` and `kv_state_kind`; the rest is for other tools."""
    return {
        "model_type": "qwen3", "quantization": cfg.quantization,
        "context_window_size": cfg.context_window_size, "prefill_chunk_size": cfg.prefill_chunk_size,
        "sliding_window_size": -1, "attention_sink_size": -1,
        "tensor_parallel_shards": 1, "pipeline_parallel_stages": 1,
        "kv_state_kind": "kv_cache", "max_batch_size": cfg.max_batch_size,
        "kv_cache": {"num_hidden_layers": cfg.num_hidden_layers, "num_attention_heads": cfg.num_attention_heads,
                     "num_key_value_heads": cfg.num_key_value_heads, "head_dim": cfg.head_dim},
        "params": [{"name": n, "shape": shape, "dtype": dtype} for n, shape, dtype in params],
    }


def relax_module(cfg: Qwen3Config, target):
    """The module before any pass, and its parameters as [(name, shape, dtype)]."""
    with target:
        mod, raw = Qwen3(cfg).export()
        params = [(n, [int(x) for x in p.shape], str(p.dtype)) for n, p in raw]
        mod = add_kv_cache(mod, cfg, target)
        if target.kind.name != "llvm":
            mod = sampling.add_softmax(mod, cfg.vocab_size)
            mod = sampling.add_top_p(mod, cfg.vocab_size)
            mod = sampling.add_logit_kernels(mod)
    # upper bounds let the memory planner size the buffers of dynamic shape once
    bounds = {"seq_len": cfg.prefill_chunk_size, "total_seq_len": cfg.context_window_size,
              "batch_size": cfg.max_batch_size, "num_samples": 1}
    for var, func in list(mod.functions_items()):
        if isinstance(func, relax.Function):
            mod[var] = (func.with_attr("tir_var_upper_bound", bounds)
                        .with_attr("relax.memory_plan_dynamic_func_output", True))
    bb = relax.BlockBuilder()
    with bb.function("_metadata", []):
        bb.emit_func_output(tvm.ir.StringImm(json.dumps(metadata(cfg, params))))
    mod["_metadata"] = bb.finalize()["_metadata"]
    return mod, params


class ProductPerThread(dl.base.ScheduleRule):
    """Products with one row of activations: every thread computes one output, without workgroup memory or barriers.

    Adapters that run on the CPU (SwiftShader in CI) pay for each workgroup and each barrier, so this is several
    times as fast there as dlight's GEMV, which spreads each output over a workgroup, as GPUs like it."""

    def apply(self, func, target, tunable):
        if 'T.sblock("NT_matmul")' not in func.script():
            return None
        return dl.gpu.Fallback().apply(func, target, tunable)


# the schedule rules of each kind of adapter; the first rule that fits a kernel wins
ADAPTERS = {
    "gpu": lambda: [dl.gpu.Matmul(), dl.gpu.GEMV(), dl.gpu.Reduction(), dl.gpu.GeneralReduction(), dl.gpu.Fallback()],
    "software": lambda: [dl.gpu.Matmul(), ProductPerThread(), dl.gpu.Reduction(), dl.gpu.GeneralReduction(),
                         dl.gpu.Fallback()],
}


def passes(gpu, adapter="gpu"):
    """Relax's lowering, with schedules for the kernels when the target is a GPU."""
    t = relax.transform
    steps = [t.LegalizeOps(), t.AnnotateTIROpPattern(), t.FoldConstant(), t.FuseOps(), t.FuseTIR()]
    if gpu:
        steps += [t.DeadCodeElimination(),
                  dl.ApplyDefaultSchedule(*ADAPTERS[adapter]()),
                  tvm.tirx.transform.ForceNarrowIndexToInt32()]
    steps += [t.RewriteDataflowReshape(), t.ToNonDataflow(), t.RemovePurityChecking(), t.CallTIRRewrite(),
              t.StaticPlanBlockMemory(), t.LowerAllocTensor(), t.KillAfterLastUse(), t.LowerRuntimeBuiltin(),
              t.ComputePrimValue(), t.VMShapeLower(), t.AttachGlobalSymbol()]
    return tvm.transform.Sequential(steps)


def compile_model(cfg: Qwen3Config, target=None, adapter="gpu"):
    """A compiled executable and its parameters [(name, shape, dtype)]. The default target is WebGPU; with an llvm
    target the executable can be run here, for checking. `adapter` is a key of ADAPTERS."""
    target = target or webgpu_target()
    gpu = target.kind.name != "llvm"
    mod, params = relax_module(cfg, target)
    # common-subexpression elimination is known to have broken host code of such libraries; nothing is lost without it
    with tvm.transform.PassContext(opt_level=3, config={"tirx.disable_cse_tir": True}):
        executable = relax.build(mod, target=target, relax_pipeline=passes(gpu, adapter), system_lib=gpu)
    return executable, params


def wgsl(executable):
    """The text of every WebGPU kernel. One module is expected: the page compiles ahead only the first."""
    modules = [m for lib in executable.mod.imports for m in lib.imports if m.kind == "webgpu"]
    if len(modules) != 1:
        raise RuntimeError(f"expected one WebGPU module, found {len(modules)}")
    return modules[0].inspect_source("wgsl")
