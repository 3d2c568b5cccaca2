"""The libraries for models that a user brings: `python libraries.py --check | --update`, from model-config.

Each is for one architecture (a config.json in shapes/) and one quantization; any checkpoint of that architecture runs
on it. libraries.json says what each one is and needs, for the app; `bash rebuild-libraries.sh` makes the files under
public/libraries. `--check` compares them with libraries.json, `--update` writes it anew from them."""
import argparse
import pathlib
import sys

import catalogue
from compiler import library_file
from compiler.config import Qwen3Config
from compiler.library_file import LibraryFile

HERE = pathlib.Path(__file__).resolve().parent
SHAPES = HERE / "shapes"
LIST = HERE / "libraries.json"
FOLDER = "libraries"        # under the app's root
QUANTIZATIONS = ("q4f16_1", "q4f32_1")

# Upper bound of the context that the app offers. Nothing of it is compiled in but the number in the metadata.
CONTEXT = 16384
# Longest part of a prompt handled at once, in tokens. The engine hands a whole part to the GPU as one piece of work, and
# an operating system may reset a GPU that is busy with one piece for about two seconds. A token costs two operations for
# each parameter, so these keep a part near 4 * 10^12 operations: a second on a GPU that reaches 4 * 10^12 each second.
# Shorter parts would only read the weights more often: already at 256 that is a small share of the time.
PREFILL_CHUNKS = {"qwen3-8b": 256, "qwen3-4b": 512, "qwen3-1.7b": 1024, "qwen3-0.6b": 1024}


def configurations():
    """{id: Qwen3Config} of every library, in the order of the list."""
    return {f"{shape}-{quantization}": Qwen3Config.from_hf(
                SHAPES / f"{shape}.json", quantization=quantization, context_window_size=CONTEXT,
                prefill_chunk_size=chunk)
            for shape, chunk in PREFILL_CHUNKS.items() for quantization in QUANTIZATIONS}


def path_of(identifier):
    """Where a library lies, relative to the app's root."""
    return f"{FOLDER}/{identifier}.wasm"


def record(identifier, cfg: Qwen3Config, app_root=catalogue.APP_ROOT):
    """The entry of one library, with what the file itself says. ValueError if the file is of another quantization or
    prefill chunk than the configuration."""
    file = pathlib.Path(app_root) / path_of(identifier)
    library = LibraryFile.read(file.read_bytes())
    for key, value in (("quantization", cfg.quantization), ("prefill_chunk_size", cfg.prefill_chunk_size)):
        if library.metadata[key] != value:
            raise ValueError(f"{identifier}: {key} is {library.metadata[key]} in the library, expected {value}")
    return {
        "id": identifier, "path": path_of(identifier), **catalogue.measured(file),
        "architecture": {
            "hiddenSize": cfg.hidden_size, "layers": cfg.num_hidden_layers, "heads": cfg.num_attention_heads,
            "keyValueHeads": cfg.num_key_value_heads, "headDim": cfg.head_dim,
            "intermediateSize": cfg.intermediate_size, "vocabularySize": cfg.vocab_size,
            "tied": cfg.tie_word_embeddings, "ropeTheta": cfg.rope_theta, "rmsNormEps": cfg.rms_norm_eps},
        "quantization": cfg.quantization, "prefillChunk": cfg.prefill_chunk_size, "context": cfg.context_window_size,
        "requires": library_file.requirements(library), "memory": library_file.memory(library)}


def listed(app_root=catalogue.APP_ROOT):
    """The list as it follows from the files; FileNotFoundError if one is missing."""
    return {"format": "munjin-libraries", "version": 1,
            "libraries": [record(i, cfg, app_root) for i, cfg in configurations().items()]}


def faults(app_root=catalogue.APP_ROOT):
    """Sentences about libraries that are missing, unknown or differ from libraries.json."""
    known = {entry["id"]: entry for entry in catalogue.load(LIST)["libraries"]}
    wanted = configurations()
    for identifier in known.keys() ^ wanted.keys():
        yield f"{identifier} is {'not wanted' if identifier in known else 'missing'} in {LIST.name}"
    for identifier in known.keys() & wanted.keys():
        if not (pathlib.Path(app_root) / path_of(identifier)).is_file():
            yield f"{path_of(identifier)} is missing"
        elif record(identifier, wanted[identifier], app_root) != known[identifier]:
            yield f"{path_of(identifier)} differs from {LIST.name}"


def main(argv=None):
    """Command line; exit code 1 when something differs."""
    parser = argparse.ArgumentParser(description="Check or refresh the list of libraries for models of one's own.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--check", action="store_true", help="say what differs; change nothing")
    group.add_argument("--update", action="store_true", help="write the list anew from the files")
    arguments = parser.parse_args(argv)
    if arguments.update:
        catalogue.save(listed(), LIST)
    found = sorted(faults())
    for fault in found:
        print(fault)
    print(f"{len(configurations())} libraries, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
