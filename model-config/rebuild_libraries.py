"""Builds every shipped library into build/ and compares it with the shipped file.

`bash rebuild-libraries.sh` prepares what this needs and runs it. Three kinds of libraries are shipped: those of the models
of catalogue.json (library-sources.json names each model's config.json; quantization, context window, prefill chunk and
schedule come from the catalogue), those of libraries.py, and one for tests (`TEST_LIBRARIES`)."""
import argparse
import dataclasses
import hashlib
import pathlib
import shutil
import sys

import catalogue
import libraries
from compiler import link, pipeline
from compiler.config import Qwen3Config

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE / "build"
SOURCES = HERE / "library-sources.json"
EMSCRIPTEN = "3.1.6"    # the version whose output is shipped; another one makes other bytes

# The layers of Qwen3 8B at full width, two of them, with a small vocabulary: small enough for a software adapter. The
# short chunk makes a prompt of some hundred tokens run through prefill onto a filled cache.
TEST_LIBRARIES = {HERE.parent / "e2e" / "fixtures" / "libraries" / "qwen3-8b-two-layers-q4f32_1.wasm": dict(
    path=HERE / "compiler" / "tests" / "two_layers" / "config.json", quantization="q4f32_1", context_window_size=512,
    prefill_chunk_size=32)}


@dataclasses.dataclass(frozen=True)
class Shipped:
    """A shipped library: its file, the digest on record (None: the file itself is the record) and how it is built."""
    name: str
    file: pathlib.Path
    recorded: str | None
    cfg: Qwen3Config
    schedule: str = "gpu"


def shipped():
    """Every shipped library. ValueError if the catalogue and a config.json disagree."""
    for model in catalogue.load()["models"]:
        cfg = Qwen3Config.from_hf(
            HERE / catalogue.load(SOURCES)[model["id"]], quantization=model["quantization"],
            context_window_size=max(model["contextWindow"]["presets"]), prefill_chunk_size=model["prefillChunk"])
        if cfg.vocab_size != model["vocabularySize"]:
            raise ValueError(f"{model['id']}: config.json has a vocabulary of {cfg.vocab_size}, the catalogue says "
                             f"{model['vocabularySize']}")
        for library in model["libraries"]:
            yield Shipped(f"{model['id']}-{model['version']}-{library['schedule']}",
                          catalogue.APP_ROOT / model["base"] / library["path"], library["sha256"], cfg,
                          library["schedule"])
    recorded = {entry["id"]: entry["sha256"] for entry in catalogue.load(libraries.LIST)["libraries"]}
    for name, cfg in libraries.configurations().items():
        yield Shipped(name, catalogue.APP_ROOT / libraries.path_of(name), recorded.get(name, "none"), cfg)
    for file, options in TEST_LIBRARIES.items():
        yield Shipped(file.stem, file, None, Qwen3Config.from_hf(**options))


def build(library: Shipped):
    """Compiles one library and returns its path under build/."""
    folder = BUILD / library.name
    folder.mkdir(parents=True, exist_ok=True)
    executable, _ = pipeline.compile_model(library.cfg, adapter=library.schedule)
    link.link(executable, folder / "model.wasm", folder / "work", BUILD / "runtime")
    return folder / "model.wasm"


def sha256(path):
    """Hex digest of a file; of a missing one, None."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def main(argv=None):
    """Command line; exit code 1 when a rebuilt library is not the shipped one or the one on record."""
    parser = argparse.ArgumentParser(description="Rebuild the shipped model libraries and compare them.")
    parser.add_argument("names", nargs="*", help="build only these, by the names that a run prints")
    parser.add_argument("--update", action="store_true", help="replace shipped libraries that differ")
    arguments = parser.parse_args(argv)
    version = link.run([link.emcc(), "--version"]).splitlines()[0]
    if EMSCRIPTEN not in version.split():
        print(f"note: the shipped libraries were linked with emscripten {EMSCRIPTEN}; this is {version}")
    wanted = [library for library in shipped() if not arguments.names or library.name in arguments.names]
    unknown = set(arguments.names) - {library.name for library in wanted}
    if unknown:
        parser.error(f"no such library: {', '.join(sorted(unknown))}")
    differing = []
    for library in wanted:
        built = build(library)
        digest = sha256(built)
        same = digest == sha256(library.file) == (library.recorded or digest)
        print(f"{'same     ' if same else 'DIFFERENT'} {library.name} {digest}", flush=True)
        if not same:
            differing.append(library)
            if arguments.update:
                library.file.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(built, library.file)
    if arguments.update:
        return max(catalogue.main(["--update"]), libraries.main(["--update"]))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
