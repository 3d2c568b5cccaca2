"""The libraries for models that a user brings: the list, the files, and what the files hold."""
import copy
import re

import pytest

import catalogue
import libraries
from compiler import library_file, link
from compiler.library_file import LibraryFile

CONFIGURATIONS = libraries.configurations()
FILES = {name: catalogue.APP_ROOT / libraries.path_of(name) for name in CONFIGURATIONS}
each = pytest.mark.parametrize("name", CONFIGURATIONS)


def layout(cfg):
    """{name: (shape, type)} of the weights of a Qwen3 in the MLC format, written down without the compiler's layers."""
    hidden, vocab, inner = cfg.hidden_size, cfg.vocab_size, cfg.intermediate_size
    query, both = cfg.num_attention_heads * cfg.head_dim, 2 * cfg.num_key_value_heads * cfg.head_dim
    scale = {"q4f16_1": "float16", "q4f32_1": "float32"}[cfg.quantization]
    out = {}

    def matrix(name, rows, columns):
        out[name + ".q_weight"] = ([rows, columns // 8], "uint32")
        out[name + ".q_scale"] = ([rows, columns // 32], scale)

    def norm(name, size):
        out[name + ".weight"] = ([size], scale)
    matrix("model.embed_tokens", vocab, hidden)
    for layer in range(cfg.num_hidden_layers):
        at = f"model.layers.{layer}."
        matrix(at + "self_attn.c_attn", query + both, hidden)
        matrix(at + "self_attn.o_proj", hidden, query)
        norm(at + "self_attn.q_norm", cfg.head_dim)
        norm(at + "self_attn.k_norm", cfg.head_dim)
        matrix(at + "mlp.gate_up_proj", 2 * inner, hidden)
        matrix(at + "mlp.down_proj", hidden, inner)
        norm(at + "input_layernorm", hidden)
        norm(at + "post_attention_layernorm", hidden)
    norm("model.norm", hidden)
    if not cfg.tie_word_embeddings:
        matrix("lm_head", vocab, hidden)
    return out


@pytest.fixture(scope="module")
def held():
    """{name: what the shipped file holds}"""
    return {name: LibraryFile.read(file.read_bytes()) for name, file in FILES.items()}


def test_the_shipped_list_has_no_fault():
    assert not list(libraries.faults())
    assert catalogue.load(libraries.LIST) == libraries.listed()


@each
def test_imports_and_exports_are_what_webllm_needs(name):
    link.check(FILES[name])


@each
def test_no_path_of_the_building_machine_is_inside(name):
    assert re.findall(rb"(?<![\w.])/\w[\w.-]*(?:/[\w.-]+)+\.(?:cc|cpp|h|hpp|py)\b", FILES[name].read_bytes()) == []


@each
def test_parameters_are_those_of_the_weight_format(name, held):
    parameters = {p["name"]: (p["shape"], p["dtype"]) for p in held[name].metadata["params"]}
    assert parameters == layout(CONFIGURATIONS[name])


@pytest.mark.parametrize("name,size", [
    ("qwen3-0.6b-q4f16_1", 335_372_288), ("qwen3-0.6b-q4f32_1", 372_752_384), ("qwen3-1.7b-q4f16_1", 968_001_536),
    ("qwen3-1.7b-q4f32_1", 1_075_777_536), ("qwen3-4b-q4f16_1", 2_262_920_192), ("qwen3-4b-q4f32_1", 2_514_704_384),
    ("qwen3-8b-q4f16_1", 4_607_731_712), ("qwen3-8b-q4f32_1", 5_120_249_856)])
def test_weights_have_the_size_that_mlc_gives_them(name, size, held):
    assert library_file.memory(held[name])["weights"] == size


@each
def test_needs_are_within_what_webllm_asks_a_device_for(name, held):
    needs = library_file.requirements(held[name])
    assert needs["features"] == (["shader-f16"] if "f16" in name else [])
    assert needs["maxComputeWorkgroupStorageSize"] <= 32768
    assert needs["maxComputeInvocationsPerWorkgroup"] <= 256
    assert needs["maxStorageBuffersPerShaderStage"] <= 10
    assert needs["maxStorageBufferBindingSize"] <= 2 ** 30
    # the working buffers alone fit the binding size that every device has
    assert max(held[name].planned) <= 2 ** 27


@each
def test_a_part_of_a_prompt_is_a_short_piece_of_work(name):
    cfg = CONFIGURATIONS[name]
    weights = sum(8 * shape[0] * shape[1] for matrix, (shape, _) in layout(cfg).items() if matrix.endswith("q_weight"))
    assert 2 * weights * cfg.prefill_chunk_size < 4.5e12     # operations; see PREFILL_CHUNKS


def test_a_library_that_is_missing_or_differs_is_named(tmp_path, monkeypatch):
    (tmp_path / libraries.FOLDER).mkdir()
    first, second, third = list(FILES)[:3]
    for name in (first, second):
        (tmp_path / libraries.path_of(name)).write_bytes(FILES[name].read_bytes())
    shown = copy.deepcopy(catalogue.load(libraries.LIST))
    shown["libraries"][1]["memory"]["working"] += 1
    shown["libraries"].append({"id": "other"})
    catalogue.save(shown, tmp_path / "list.json")
    monkeypatch.setattr(libraries, "LIST", tmp_path / "list.json")
    found = set(libraries.faults(tmp_path))
    assert {f"{libraries.path_of(second)} differs from list.json", f"{libraries.path_of(third)} is missing",
            "other is not wanted in list.json"} <= found
    assert not any(first in fault for fault in found)


def test_a_file_of_another_configuration_is_refused(tmp_path):
    (tmp_path / libraries.FOLDER).mkdir()
    (tmp_path / libraries.path_of("qwen3-8b-q4f16_1")).write_bytes(FILES["qwen3-8b-q4f32_1"].read_bytes())
    with pytest.raises(ValueError, match="quantization is q4f32_1"):
        libraries.record("qwen3-8b-q4f16_1", CONFIGURATIONS["qwen3-8b-q4f16_1"], tmp_path)
