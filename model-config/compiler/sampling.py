"""What WebLLM calls between the logits and the next token: softmax, top-p sampling, and changes of the logits.

Each `add_*` returns a module with more functions; the argument shapes are those that WebLLM 0.2.86 passes."""
from tvm import relax, te, tirx
from tvm.script import tirx as T

THREADS = 256


def add_softmax(mod, vocab):
    """`softmax_with_temperature`; WebLLM never passes a temperature below 1e-6, so a division is safe."""
    bb = relax.BlockBuilder(mod)
    n = tirx.Var("batch_size", "int64")
    logits = relax.Var("logits", relax.TensorType((n, 1, vocab), "float32"))
    temperature = relax.Var("temperature", relax.TensorType((n,), "float32"))
    with bb.function("softmax_with_temperature", [logits, temperature]):
        with bb.dataflow():
            t = bb.emit(relax.op.reshape(temperature, (n, 1, 1)))
            scaled = bb.emit(relax.op.divide(logits, t))
            out = bb.emit_output(relax.op.nn.softmax(scaled, axis=-1))
        bb.emit_func_output(out)
    return bb.finalize()


def add_top_p(mod, vocab):
    """`argsort_probs` and `sample_with_top_p`. WebLLM uses the result of the first only as arguments of the second,
    so nothing is sorted: the first hands the probabilities on, the second finds the threshold by bisection."""
    tensor = relax.TensorType
    bb = relax.BlockBuilder(mod)

    n = tirx.Var("batch_size", "int64")
    probs = relax.Var("probs", tensor((n, vocab), "float32"))
    with bb.function("argsort_probs", [probs]):
        with bb.dataflow():
            ramp = bb.emit_te(
                lambda p: te.compute((p.shape[0], vocab), lambda i, j: j.astype("int32"), name="ramp"),
                probs, primfunc_name_hint="index_ramp")
            out = bb.emit_output(relax.Tuple([probs, ramp]))
        bb.emit_func_output(out)

    n, m = tirx.Var("batch_size", "int64"), tirx.Var("num_samples", "int64")
    probs = relax.Var("sorted_probs", tensor((n, vocab), "float32"))
    ramp = relax.Var("sorted_indices", tensor((n, vocab), "int32"))
    uniform = relax.Var("uniform_samples", tensor((m,), "float32"))
    rows = relax.Var("sample_indices", tensor((m,), "int32"))
    top_p = relax.Var("top_p", tensor((n,), "float32"))
    with bb.function("sample_with_top_p", [probs, ramp, uniform, rows, top_p]):
        with bb.dataflow():
            kernel = bb.add_func(top_p_kernel(vocab), "top_p_sample")
            out = bb.emit_output(relax.call_tir(kernel, [probs, uniform, rows, top_p], tensor((m,), "int32")))
        bb.emit_func_output(out)
    return bb.finalize()


def top_p_kernel(vocab):
    """One workgroup per sample, every barrier explicit (correct for any subgroup size).

    1. Positive floats keep their order when their bits are read as integers, so the largest threshold whose kept
       mass still reaches top_p of the whole is found by halving a range of bit patterns, 31 times.
    2. Every thread sums the kept mass of one contiguous chunk of the vocabulary.
    3. The chunk and then the token at `uniform` times the kept mass is found by walking.
    Values from shared memory are copied to a local cell before they appear in a condition: TVM asks for that."""
    chunk = (vocab + THREADS - 1) // THREADS
    half, steps = THREADS // 2, THREADS.bit_length() - 1

    @T.prim_func(s_tir=True)
    def top_p_sample(h_probs: T.handle, h_uniform: T.handle, h_rows: T.handle, h_top_p: T.handle, h_out: T.handle):
        T.func_attr({"tirx.noalias": True, "tirx.is_scheduled": True})
        n = T.int32()
        m = T.int32()
        P = T.match_buffer(h_probs, (n, vocab), "float32")
        U = T.match_buffer(h_uniform, (m,), "float32")
        ROW = T.match_buffer(h_rows, (m,), "int32")
        TOP = T.match_buffer(h_top_p, (n,), "float32")
        OUT = T.match_buffer(h_out, (m,), "int32")
        for b in T.thread_binding(m, "blockIdx.x"):
            for tx in T.thread_binding(THREADS, "threadIdx.x"):
                with T.sblock("sample"):
                    part = T.sblock_alloc_buffer((THREADS,), "float32", scope="shared")
                    mass = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    cell = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    top = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    goal = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    least = T.sblock_alloc_buffer((1,), "float32", scope="local")
                    low = T.sblock_alloc_buffer((1,), "int32", scope="local")
                    high = T.sblock_alloc_buffer((1,), "int32", scope="local")
                    pick = T.sblock_alloc_buffer((1,), "int32", scope="local")
                    # the largest probability bounds the search from above
                    top[0] = T.float32(0)
                    for k in T.serial(chunk):
                        if k * THREADS + tx < vocab:
                            top[0] = T.max(top[0], P[ROW[b], k * THREADS + tx])
                    part[tx] = top[0]
                    T.tvm_storage_sync("shared")
                    for s in T.serial(steps):
                        if tx < T.shift_right(half, s):
                            part[tx] = T.max(part[tx], part[tx + T.shift_right(half, s)])
                        T.tvm_storage_sync("shared")
                    top[0] = part[0]
                    T.tvm_storage_sync("shared")
                    low[0] = 0
                    high[0] = T.reinterpret("int32", top[0]) + 1
                    goal[0] = T.float32(0)
                    # round 0 sums everything, the others halve the range
                    for it in T.serial(32):
                        least[0] = T.reinterpret(
                            "float32", T.if_then_else(it == 0, 0, T.shift_right(low[0] + high[0], 1)))
                        mass[0] = T.float32(0)
                        for k in T.serial(chunk):
                            if k * THREADS + tx < vocab:
                                if P[ROW[b], k * THREADS + tx] >= least[0]:
                                    mass[0] = mass[0] + P[ROW[b], k * THREADS + tx]
                        part[tx] = mass[0]
                        T.tvm_storage_sync("shared")
                        for s in T.serial(steps):
                            if tx < T.shift_right(half, s):
                                part[tx] = part[tx] + part[tx + T.shift_right(half, s)]
                            T.tvm_storage_sync("shared")
                        mass[0] = part[0]
                        T.tvm_storage_sync("shared")
                        if it == 0:
                            goal[0] = mass[0] * TOP[ROW[b]]
                        else:
                            if mass[0] >= goal[0]:
                                low[0] = T.shift_right(low[0] + high[0], 1)
                            else:
                                high[0] = T.shift_right(low[0] + high[0], 1)
                    least[0] = T.reinterpret("float32", low[0])
                    # mass of this thread's contiguous chunk
                    mass[0] = T.float32(0)
                    for k in T.serial(chunk):
                        if tx * chunk + k < vocab:
                            if P[ROW[b], tx * chunk + k] >= least[0]:
                                mass[0] = mass[0] + P[ROW[b], tx * chunk + k]
                    part[tx] = mass[0]
                    T.tvm_storage_sync("shared")
                    # the chunk that holds the goal: the last one with mass that starts at or before it
                    mass[0] = T.float32(0)
                    for k in T.serial(THREADS):
                        mass[0] = mass[0] + part[k]
                    goal[0] = mass[0] * U[b]
                    mass[0] = T.float32(0)
                    pick[0] = -1
                    top[0] = T.float32(0)
                    for k in T.serial(THREADS):
                        cell[0] = part[k]
                        if cell[0] > T.float32(0):
                            if pick[0] < 0 or mass[0] <= goal[0]:
                                pick[0] = k
                                top[0] = mass[0]
                        mass[0] = mass[0] + cell[0]
                    # the same within the chunk
                    if tx == 0:
                        low[0] = pick[0] * chunk
                        pick[0] = -1
                        for k in T.serial(chunk):
                            if low[0] + k < vocab:
                                if P[ROW[b], low[0] + k] >= least[0] and P[ROW[b], low[0] + k] > T.float32(0):
                                    if pick[0] < 0 or top[0] <= goal[0]:
                                        pick[0] = low[0] + k
                                    top[0] = top[0] + P[ROW[b], low[0] + k]
                        OUT[b] = pick[0]
    return top_p_sample


def add_logit_kernels(mod):
    """`apply_logit_bias_inplace`, `apply_penalty_inplace` and `apply_bitmask_inplace`."""

    @T.prim_func(s_tir=True)
    def bias(h_logits: T.handle, h_pos: T.handle, h_tok: T.handle, h_bias: T.handle):
        T.func_attr({"global_symbol": "apply_logit_bias_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
        batch, vocab, count = T.int32(), T.int32(), T.int32()
        logits = T.match_buffer(h_logits, (batch, vocab), "float32")
        pos = T.match_buffer(h_pos, (count,), "int32")
        tok = T.match_buffer(h_tok, (count,), "int32")
        add = T.match_buffer(h_bias, (count,), "float32")
        for bx in T.thread_binding((count + THREADS - 1) // THREADS, "blockIdx.x"):
            for tx in T.thread_binding(THREADS, "threadIdx.x"):
                with T.sblock("bias"):
                    i = T.axis.spatial(count, bx * THREADS + tx)
                    T.where(bx * THREADS + tx < count)
                    logits[pos[i], tok[i]] = logits[pos[i], tok[i]] + add[i]

    @T.prim_func(s_tir=True)
    def penalty(h_logits: T.handle, h_seq: T.handle, h_pos: T.handle, h_tok: T.handle, h_cnt: T.handle,
                h_pen: T.handle):
        T.func_attr({"global_symbol": "apply_penalty_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
        batch, vocab, count, seqs = T.int32(), T.int32(), T.int32(), T.int32()
        logits = T.match_buffer(h_logits, (batch, vocab), "float32")
        seq = T.match_buffer(h_seq, (seqs,), "int32")
        pos = T.match_buffer(h_pos, (count,), "int32")
        tok = T.match_buffer(h_tok, (count,), "int32")
        cnt = T.match_buffer(h_cnt, (count,), "int32")
        pen = T.match_buffer(h_pen, (seqs, 3), "float32")  # presence, frequency, repetition
        for bx in T.thread_binding((count + THREADS - 1) // THREADS, "blockIdx.x"):
            for tx in T.thread_binding(THREADS, "threadIdx.x"):
                with T.sblock("penalty"):
                    i = T.axis.spatial(count, bx * THREADS + tx)
                    T.where(bx * THREADS + tx < count)
                    logits[seq[pos[i]], tok[i]] = logits[seq[pos[i]], tok[i]] - (
                        pen[pos[i], 0] + T.Cast("float32", cnt[i]) * pen[pos[i], 1])
                    logits[seq[pos[i]], tok[i]] = T.if_then_else(
                        logits[seq[pos[i]], tok[i]] < T.float32(0),
                        logits[seq[pos[i]], tok[i]] * pen[pos[i], 2],
                        logits[seq[pos[i]], tok[i]] / pen[pos[i], 2])

    @T.prim_func(s_tir=True)
    def bitmask(h_logits: T.handle, h_seq: T.handle, h_mask: T.handle):
        T.func_attr({"global_symbol": "apply_bitmask_inplace", "tirx.noalias": True, "tirx.is_scheduled": True})
        batch, vocab, seqs = T.int32(), T.int32(), T.int32()
        logits = T.match_buffer(h_logits, (batch, vocab), "float32")
        seq = T.match_buffer(h_seq, (seqs,), "int32")
        mask = T.match_buffer(h_mask, (batch, (vocab + 31) // 32), "int32")  # a set bit allows the token
        for bx in T.thread_binding((seqs * vocab + THREADS - 1) // THREADS, "blockIdx.x"):
            for tx in T.thread_binding(THREADS, "threadIdx.x"):
                with T.sblock("bitmask"):
                    i = T.axis.spatial(seqs, (bx * THREADS + tx) // vocab)
                    t = T.axis.spatial(vocab, (bx * THREADS + tx) % vocab)
                    T.where(bx * THREADS + tx < seqs * vocab)
                    logits[seq[i], t] = T.if_then_else(
                        T.bitwise_and(T.shift_right(mask[seq[i], t // 32], t % 32), 1) == 1,
                        logits[seq[i], t], T.min_value("float32"))

    mod = mod.clone()
    for func in (bias, penalty, bitmask):
        mod[func.attrs["global_symbol"]] = func
    return mod
