"""Builds every library of catalogue.json into build/ and compares it with the shipped file.

`bash rebuild-libraries.sh` prepares what this needs and runs it. library-sources.json names the config.json of each
model; quantization, context window, prefill chunk and schedule come from the catalogue."""
import argparse
import hashlib
import pathlib
import shutil
import sys

import catalogue
from compiler import link, pipeline
from compiler.config import Qwen3Config

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE / "build"
SOURCES = HERE / "library-sources.json"
EMSCRIPTEN = "3.1.6"    # the version whose output is shipped; another one makes other bytes


def build(model, schedule):
    """Compiles one library of a catalogue record and returns its path under build/."""
    cfg = Qwen3Config.from_hf(
        HERE / catalogue.load(SOURCES)[model["id"]], quantization=model["quantization"],
        context_window_size=max(model["contextWindow"]["presets"]), prefill_chunk_size=model["prefillChunk"])
    if cfg.vocab_size != model["vocabularySize"]:
        raise ValueError(f"{model['id']}: config.json has a vocabulary of {cfg.vocab_size}, the catalogue says "
                         f"{model['vocabularySize']}")
    folder = BUILD / f"{model['id']}-{model['version']}-{schedule}"
    folder.mkdir(parents=True, exist_ok=True)
    executable, _ = pipeline.compile_model(cfg, adapter=schedule)
    link.link(executable, folder / "model.wasm", folder / "work", BUILD / "runtime")
    return folder / "model.wasm"


def sha256(path):
    """Hex digest of a file; of a missing one, None."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def main(argv=None):
    """Command line; exit code 1 when a rebuilt library is not the shipped one or the catalogue's."""
    parser = argparse.ArgumentParser(description="Rebuild the shipped model libraries and compare them.")
    parser.add_argument("--update", action="store_true", help="replace shipped libraries that differ")
    arguments = parser.parse_args(argv)
    version = link.run([link.emcc(), "--version"]).splitlines()[0]
    if EMSCRIPTEN not in version.split():
        print(f"note: the shipped libraries were linked with emscripten {EMSCRIPTEN}; this is {version}")
    differing = []
    for model in catalogue.load()["models"]:
        for library in model["libraries"]:
            shipped = catalogue.APP_ROOT / model["base"] / library["path"]
            built = build(model, library["schedule"])
            digest = sha256(built)
            same = digest == sha256(shipped) == library["sha256"]
            print(f"{'same     ' if same else 'DIFFERENT'} {model['base']}{library['path']} {digest}", flush=True)
            if not same:
                differing.append(shipped)
                if arguments.update:
                    shutil.copyfile(built, shipped)
    if arguments.update:
        return catalogue.main(["--update"])
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
