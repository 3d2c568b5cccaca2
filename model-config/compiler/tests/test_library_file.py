"""What is read back from a library, on bytes made here."""
import pytest

from .. import library_file
from ..library_file import Kernel, LibraryFile
from ..wasm_interface import wasm_data
from .test_link import module

KERNEL = Kernel("f", """enable f16, subgroups;
@group(0) @binding(0) var<storage, read_write> a : array<f16>;
@group(0) @binding(1) var<storage, read> b : array<u32>;
@group(0) @binding(2) var<uniform> c : Sizes;
var<workgroup> d : array<f16, 9>;
var<workgroup> e : array<vec3<f32>, 2>;
@compute @workgroup_size(8, 4, 1)
fn f() {}
""")


def test_a_kernel_says_what_it_needs():
    assert KERNEL.features == {"shader-f16", "subgroups"}
    assert (KERNEL.storage_buffers, KERNEL.invocations) == (2, 32)
    assert KERNEL.workgroup_bytes == 32 + 32      # 18 bytes rounded up to 16; two vec3 at 16 bytes each


def test_needs_follow_from_the_largest():
    metadata = {"kv_cache": {"num_hidden_layers": 3, "num_key_value_heads": 2, "head_dim": 4},
                "params": [{"name": "w", "shape": [10, 10], "dtype": "uint32"},
                           {"name": "n", "shape": [10], "dtype": "float16"}]}
    library = LibraryFile(metadata, (KERNEL, Kernel("g", KERNEL.code.replace("8, 4, 1", "64"))), (300, 200))
    needs = library_file.requirements(library)
    assert (needs["maxBufferSize"], needs["maxStorageBufferBindingSize"]) == (400, 400)
    assert needs["maxComputeInvocationsPerWorkgroup"] == 64
    assert library_file.memory(library) == {
        "weights": 420, "working": 500, "cachePerToken": 96, "cacheBindingPerToken": 32}


def test_segments_are_put_where_they_belong():
    segments = b"\3" + b"\0\x41\4\x0b\2ab" + b"\1\1z" + b"\2\0\x41\1\x0b\1c"
    assert wasm_data(module((11, segments))) == b"\0c\0\0ab"


def test_a_computed_address_is_refused():
    with pytest.raises(ValueError, match="computed"):
        wasm_data(module((11, b"\1\0\x23\0\x0b\1a")))


def test_another_module_is_refused():
    with pytest.raises(ValueError, match="no VM executable"):
        LibraryFile.read(module((11, b"\0")))
