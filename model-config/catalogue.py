"""The catalogue of shipped models: `python catalogue.py --check | --update`, with any Python 3.11 or newer.

`--check` compares catalogue.json with the files under public/ and says what differs; `--update` refreshes the sizes and
SHA-256 of `files` and `libraries`. What the files cannot tell (names, sampling, needs) is written by hand."""
import argparse
import hashlib
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
CATALOGUE = HERE / "catalogue.json"
APP_ROOT = HERE.parent / "public"

ROLES = ("demonstration", "medical", "general")
SCHEDULES = ("gpu", "software")
LANGUAGES = ("en", "ko")
# every key of a model, with the type that JSON gives it
MODEL_KEYS = {
    "id": str, "version": str, "name": dict, "role": str, "summary": dict, "licence": str, "card": dict, "base": str,
    "parameters": int, "quantization": str, "vocabularySize": int, "contextWindow": dict, "prefillChunk": int,
    "requires": dict, "files": list, "libraries": list, "trace": dict, "sampling": dict, "knowledge": dict}
LIMITS = ("maxStorageBufferBindingSize", "maxBufferSize", "maxComputeWorkgroupStorageSize",
          "maxStorageBuffersPerShaderStage")


def load(path=CATALOGUE):
    """The catalogue as it stands."""
    return json.loads(pathlib.Path(path).read_text(encoding="utf8"))


def save(catalogue, path=CATALOGUE):
    """Writes the catalogue."""
    pathlib.Path(path).write_text(json.dumps(catalogue, ensure_ascii=False, indent=1) + "\n", encoding="utf8")


def measured(path):
    """{bytes, sha256} of a file."""
    data = path.read_bytes()
    return {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def model_files(folder):
    """[{path, kind}] of the files that the engine reads, in the order in which it asks for them."""
    index = json.loads((folder / "tensor-cache.json").read_text(encoding="utf8"))
    return [{"path": "mlc-chat-config.json", "kind": "config"}, {"path": "tokenizer.json", "kind": "tokenizer"},
            {"path": "tensor-cache.json", "kind": "tensorIndex"},
            *({"path": shard["dataPath"], "kind": "shard"} for shard in index["records"])]


def refreshed(model, app_root=APP_ROOT):
    """The model with `files` and `libraries` as they are on disk; a missing file raises FileNotFoundError."""
    folder = app_root / model["base"]
    return {**model, "files": [{**file, **measured(folder / file["path"])} for file in model_files(folder)],
            "libraries": [{**library, **measured(folder / library["path"])} for library in model["libraries"]]}


def shape_faults(catalogue):
    """Sentences about keys that are missing, unknown or of the wrong kind."""
    if (catalogue.get("format"), catalogue.get("version")) != ("munjin-catalogue", 1):
        yield "the catalogue's format or version is not munjin-catalogue 1"
    for model in catalogue.get("models", []):
        name = model.get("id", "a model without id")
        for key in MODEL_KEYS.keys() ^ model.keys():
            yield f"{name}: {'missing' if key in MODEL_KEYS else 'unknown'} key {key}"
        for key, kind in MODEL_KEYS.items():
            if key in model and not isinstance(model[key], kind):
                yield f"{name}: {key} is not a {kind.__name__}"
        if model.get("role") not in ROLES:
            yield f"{name}: role is not one of {', '.join(ROLES)}"
        for key in ("name", "summary", "card"):
            if set(model.get(key, {})) != set(LANGUAGES):
                yield f"{name}: {key} does not have exactly the languages {', '.join(LANGUAGES)}"
        if model.get("contextWindow", {}).get("default") not in model.get("contextWindow", {}).get("presets", []):
            yield f"{name}: the default context window is not among the presets"
        if set(model.get("requires", {})) != {"features", *LIMITS}:
            yield f"{name}: requires does not name exactly features, {', '.join(LIMITS)}"
        if any(library.get("schedule") not in SCHEDULES for library in model.get("libraries", [])):
            yield f"{name}: a library's schedule is not one of {', '.join(SCHEDULES)}"


def file_faults(model, app_root=APP_ROOT):
    """Sentences about files that are missing or differ from the catalogue, and about disagreement with the config."""
    folder = app_root / model["base"]
    for key in ("files", "libraries"):
        for entry in model[key]:
            path = folder / entry["path"]
            if not path.is_file():
                yield f"{model['base']}{entry['path']} is missing"
            elif measured(path) != {"bytes": entry["bytes"], "sha256": entry["sha256"]}:
                yield f"{model['base']}{entry['path']} differs from the catalogue"
    yield from (f"{model['base']}{card} is missing" for card in model["card"].values()
                if not (folder / card).is_file())
    if (folder / "tensor-cache.json").is_file():
        listed = [entry["path"] for entry in model["files"]]
        if listed != [entry["path"] for entry in model_files(folder)]:
            yield f"{model['id']}: the list of files is not the one that tensor-cache.json asks for"
    config = json.loads((folder / "mlc-chat-config.json").read_text(encoding="utf8"))
    for key, value in (("vocab_size", model["vocabularySize"]), ("prefill_chunk_size", model["prefillChunk"]),
                       ("quantization", model["quantization"]),
                       ("context_window_size", model["contextWindow"]["default"])):
        if config[key] != value:
            yield f"{model['id']}: {key} of mlc-chat-config.json is {config[key]}, the catalogue says {value}"


def main(argv=None):
    """Command line; exit code 1 when something differs."""
    parser = argparse.ArgumentParser(description="Check or refresh the catalogue of shipped models.")
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--check", action="store_true", help="say what differs; change nothing")
    group.add_argument("--update", action="store_true", help="refresh sizes and hashes")
    arguments = parser.parse_args(argv)
    catalogue = load()
    if arguments.update:
        catalogue["models"] = [refreshed(model) for model in catalogue["models"]]
        save(catalogue)
    faults = list(shape_faults(catalogue))
    if not faults:      # the files are only looked at through a catalogue of the right shape
        faults = [fault for model in catalogue["models"] for fault in file_faults(model)]
    for fault in faults:
        print(fault)
    print(f"{len(catalogue['models'])} models, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
