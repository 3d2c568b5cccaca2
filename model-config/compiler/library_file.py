"""Reads back what a linked library holds: its metadata, its kernels and the buffers that it plans.

Everything is taken from the bytes of the file, so it is true of what is shipped and not only of what was meant."""
import dataclasses
import json
import math
import re
import struct

from .wasm_interface import wasm_data

SHAPE, STRING, TENSOR, INTEGER, FLOAT, DTYPE = 69, 65, 70, 1, 3, 5   # type indices of tvm-ffi 0.1 (tvm/ffi/c_api.h)
MAGIC = struct.pack("<Q", 0xD225DE2F4214151E)               # start of TVM's VM executable (runtime/vm/executable.cc)
CALL, OPERANDS = 1, {2: 1, 3: 1, 4: 2}                      # opcodes of that VM; words behind the others than CALL
CONSTANT = 2                                                # kind of an argument, in the upper 8 bits of its word
SIZES = {"float16": 2, "float32": 4, "uint32": 4, "int32": 4, "f16": 2, "f32": 4, "u32": 4, "i32": 4}


@dataclasses.dataclass(frozen=True)
class Kernel:
    """One WGSL module and what it asks of a device."""
    name: str
    code: str

    @property
    def features(self):
        """Names of the WebGPU features that its `enable` directives stand for."""
        return {{"f16": "shader-f16"}.get(name, name)
                for line in re.findall(r"^enable ([\w, ]+);", self.code, re.M) for name in line.split(", ")}

    @property
    def storage_buffers(self):
        """Number of bound storage buffers."""
        return len(re.findall(r"var<storage", self.code))

    @property
    def invocations(self):
        """Invocations in a workgroup."""
        size = re.search(r"@workgroup_size\(([^)]*)\)", self.code)[1]
        return math.prod(int(n) for n in size.split(","))

    @property
    def workgroup_bytes(self):
        """Workgroup memory in bytes, each variable rounded up to 16 as WebGPU counts it."""
        total = 0
        for declared in re.findall(r"var<workgroup>\s*\w+\s*:\s*([^;]+);", self.code):
            lanes, scalar, count = re.fullmatch(
                r"array<\s*(?:vec(\d)<)?(\w+)>?\s*,\s*(\d+)\s*>", declared.strip()).groups()
            stride = {None: 1, "2": 2, "3": 4, "4": 4}[lanes] * SIZES[scalar]    # a vec3 takes the room of a vec4
            total += -(-stride * int(count) // 16) * 16
        return total


class Reader:
    """Little-endian values of TVM's serializer, one after another."""

    def __init__(self, data, at=0):
        self.data, self.at = data, at

    def take(self, kind):
        """One number of a `struct` kind."""
        value, = struct.unpack_from("<" + kind, self.data, self.at)
        self.at += struct.calcsize("<" + kind)
        return value

    def many(self):
        """A list of 64-bit integers with its length in front."""
        count = self.take("Q")
        self.at += 8 * count
        return struct.unpack_from(f"<{count}q", self.data, self.at - 8 * count)

    def text(self):
        """Bytes with their length in front, as text."""
        count = self.take("Q")
        self.at += count
        return self.data[self.at - count:self.at].decode()


@dataclasses.dataclass(frozen=True)
class LibraryFile:
    """`metadata` as WebLLM reads it, the kernels, and the sizes in bytes of the buffers that its functions plan (one
    entry for each allocation: they are reused between calls)."""
    metadata: dict
    kernels: tuple
    planned: tuple

    @classmethod
    def read(cls, wasm):
        """From the bytes of a library; ValueError if it is not one that this compiler makes."""
        memory = wasm_data(wasm)
        functions, constants, code = _executable(memory)
        metadata = [json.loads(c) for c in constants if isinstance(c, str) and c.startswith('{"model_type"')]
        kernels = tuple(_kernels(memory))
        if len(metadata) != 1 or not kernels:
            raise ValueError(f"{len(metadata)} metadata and {len(kernels)} kernels found in the library")
        return cls(metadata[0], kernels, tuple(_allocations(functions, constants, code)))


def _executable(memory):
    """([function name], [constant], [(offset, words)]) of the VM executable in a memory image; a constant that is
    neither a shape nor a string is None."""
    start = memory.find(MAGIC)
    if start < 0:
        raise ValueError("no VM executable found in the library")
    r = Reader(memory, start + len(MAGIC))
    r.text()                        # version
    functions = []
    for _ in range(r.take("Q")):
        r.take("i")
        functions.append(r.text())
        for _ in range(4):          # first and last instruction, arguments, registers
            r.take("q")
        for _ in range(r.take("Q")):
            r.text()                # name of a parameter
    for _ in range(r.take("Q")):    # memory scopes
        r.take("q")
        r.text()
    constants = []
    for _ in range(r.take("Q")):
        kind = r.take("i")
        if kind == SHAPE:
            constants.append(r.many())
        elif kind == STRING:
            constants.append(r.text())
        elif kind in (INTEGER, FLOAT, DTYPE):
            r.take({INTEGER: "q", FLOAT: "d", DTYPE: "i"}[kind])
            constants.append(None)
        elif kind == TENSOR:
            r.at += 24              # magic number, reserved, device
            rank = r.take("i")
            r.at += 4 + 8 * rank    # type, shape
            size = r.take("q")
            r.at += size
            constants.append(None)
        else:
            raise ValueError(f"constant of unknown type {kind}")
    return functions, constants, (r.many(), r.many())


def _allocations(functions, constants, code):
    """Sizes in bytes of the storage that is allocated, in the order of the instructions."""
    wanted = functions.index("vm.builtin.alloc_storage")
    offsets, words = code
    for at in offsets:
        if words[at] == CALL and words[at + 2] == wanted:
            size = words[at + 5]    # the argument behind the VM itself
            if size >> 56 != CONSTANT:
                raise ValueError("a buffer's size is not known before the call")
            yield math.prod(constants[size & (1 << 56) - 1])


def _kernels(memory):
    """The kernels in a memory image: name and text with their lengths in front."""
    for found in re.finditer(rb"//-{40}\n// Function: (\w+)\n", memory):
        yield Kernel(found[1].decode(), Reader(memory, found.start() - 8).text())


def requirements(library: LibraryFile):
    """WebGPU features and limits that a device needs for a library, by the names that WebGPU gives them.

    Sizes cover weights and working buffers; what the cache binds grows with the context, see `memory`."""
    largest = max([*library.planned, *weight_bytes(library).values()])
    return {
        "features": sorted(set().union(*(k.features for k in library.kernels))),
        "maxStorageBufferBindingSize": largest,
        "maxBufferSize": largest,
        "maxComputeWorkgroupStorageSize": max(k.workgroup_bytes for k in library.kernels),
        "maxComputeInvocationsPerWorkgroup": max(k.invocations for k in library.kernels),
        "maxStorageBuffersPerShaderStage": max(k.storage_buffers for k in library.kernels),
    }


def weight_bytes(library: LibraryFile):
    """{name: bytes on the device} of the parameters."""
    return {p["name"]: math.prod(p["shape"]) * SIZES[p["dtype"]] for p in library.metadata["params"]}


def memory(library: LibraryFile):
    """Bytes on the device: `weights`, `working` (planned buffers of all functions) and for each token of context
    `cachePerToken`, of which one layer's part, `cacheBindingPerToken`, is one buffer (the cache rounds the context up
    to pages of 16 tokens and adds a page)."""
    cache, norm = library.metadata["kv_cache"], next(p for p in library.metadata["params"] if len(p["shape"]) == 1)
    binding = 2 * cache["num_key_value_heads"] * cache["head_dim"] * SIZES[norm["dtype"]]
    return {"weights": sum(weight_bytes(library).values()), "working": sum(library.planned),
            "cachePerToken": binding * cache["num_hidden_layers"], "cacheBindingPerToken": binding}
