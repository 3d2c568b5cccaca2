"""Links a compiled executable, the TVM runtime and our bridges to one WebAssembly file.

The runtime's C++ sources and headers are the ones inside the installed apache-tvm and apache-tvm-ffi packages; the
six headers that the packages leave out are in wasm/support. The host part of the model is C source, so emscripten
compiles everything and no other compiler is involved.

The same inputs give the same bytes: the compiler sees no path of the building machine (`source_view`), objects are
linked in a fixed order, and nothing writes a date."""
import concurrent.futures
import contextlib
import hashlib
import importlib.metadata
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import tvm
import tvm_ffi

from .wasm_interface import wasm_interface

HERE = pathlib.Path(__file__).resolve().parent / "wasm"
SOURCES = ("runtime_pack.cc", "js_bridge.cc", "gpu_bridge.cc")

OPTIMIZE = "-Os"   # size is what counts: the host part only launches kernels
COMPILE_FLAGS = ["-std=c++17", "-w", OPTIMIZE]
LINK_FLAGS = [
    OPTIMIZE,
    "--no-entry",
    "-sSTANDALONE_WASM=1",
    "-sWASM_BIGINT=1",                   # two imports take 64-bit integers
    "-sALLOW_MEMORY_GROWTH=1",
    "-sINITIAL_MEMORY=32MB",
    "-sERROR_ON_UNDEFINED_SYMBOLS=0",    # the page provides TVMFFIWasm*; check() looks for stray ones
]

# what the page defines (tvmjs inside @mlc-ai/web-llm 0.2.86)
ALLOWED_IMPORTS = {f"env.{n}" for n in (
    "TVMFFIWasmSafeCall", "TVMFFIWasmFunctionDeleter", "emscripten_notify_memory_growth", "__cxa_thread_atexit",
    "__console_log")} | {f"wasi_snapshot_preview1.{n}" for n in (
        "clock_time_get", "environ_get", "environ_sizes_get", "fd_close", "fd_read", "fd_seek", "fd_write",
        "proc_exit")}
# what the page uses
NEEDED_EXPORTS = {
    "memory", "__indirect_function_table", "_initialize", "TVMWasmAllocSpace", "TVMWasmFreeSpace",
    "TVMFFIWasmFunctionCreate", "TVMFFIWasmGetLastError", "TVMFFIFunctionGetGlobal", "TVMFFIFunctionSetGlobal",
    "TVMFFIFunctionCall", "TVMFFIAnyViewToOwnedAny", "TVMFFIObjectIncRef", "TVMFFIObjectDecRef",
    "TVMFFITypeKeyToIndex", "TVMFFIGetTypeInfo", "TVMFFIDataTypeFromString", "TVMFFIDataTypeToString",
    "TVMFFIErrorSetRaisedFromCStr"}

REGISTRATION = """\
#include <stddef.h>
extern "C" {
int TVMFFIEnvModRegisterSystemLibSymbol(const char*, void*);
extern void* __tvm_ffi__library_ctx;
extern const unsigned char __tvm_ffi__library_bin[];
%s}
static struct Register {
  Register() {
    TVMFFIEnvModRegisterSystemLibSymbol("__tvm_ffi__library_ctx", (void*)&__tvm_ffi__library_ctx);
    TVMFFIEnvModRegisterSystemLibSymbol("__tvm_ffi__library_bin", (void*)__tvm_ffi__library_bin);
%s  }
} all;
"""


def run(command, cwd=None):
    """Standard output of a command; RuntimeError with the end of its standard error if it fails."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, cwd=cwd)
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed ({done.returncode}):\n{done.stderr[-4000:]}")
    return done.stdout


def emcc():
    """Path of the emscripten compiler: $EMCC, else `emcc` on the path; RuntimeError if there is none."""
    found = os.environ.get("EMCC") or shutil.which("emcc")
    if not found:
        raise RuntimeError("emcc not found: run `apt-get install -y emscripten` (Debian 12) or set EMCC")
    return found


@contextlib.contextmanager
def source_view(**more):
    """A folder where every source folder has a fixed name, for emcc to run in.

    Paths get into the library (`__FILE__`, and the names of lambdas in `__PRETTY_FUNCTION__`, which no prefix map
    reaches), so they are made relative to this folder and are the same on every machine."""
    folders = {"tvm": pathlib.Path(tvm.__file__).parent, "tvm_ffi": pathlib.Path(tvm_ffi.__file__).parent,
               "wasm": HERE, **more}
    with tempfile.TemporaryDirectory() as view:
        for name, folder in folders.items():
            (pathlib.Path(view) / name).symlink_to(pathlib.Path(folder).resolve())
        yield view


# wasm/support/tvm stands for a folder two levels below wasm: "../../support/x.h" of the sources resolves there
INCLUDE_FLAGS = [f"-I{folder}" for folder in (
    "wasm", "wasm/support", "wasm/support/tvm", "tvm", "tvm/include", "tvm_ffi", "tvm_ffi/include")]


def runtime_objects(cache):
    """The runtime's object files in `cache`, compiled once for each combination of sources, versions and flags."""
    version = run([emcc(), "--version"]).splitlines()[0]
    key = hashlib.sha256("\n".join([
        version, *COMPILE_FLAGS, *INCLUDE_FLAGS, importlib.metadata.version("apache-tvm"),
        importlib.metadata.version("apache-tvm-ffi")]).encode())
    for f in sorted(HERE.rglob("*")):
        if f.is_file():
            key.update(f.read_bytes())
    folder = pathlib.Path(cache).resolve() / f"runtime-{key.hexdigest()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)

    def build(source):
        target = folder / (source + ".o")
        if not target.exists():
            partial = folder / (source + ".partial.o")
            run([emcc(), *COMPILE_FLAGS, *INCLUDE_FLAGS, "-c", f"wasm/{source}", "-o", partial], cwd=view)
            partial.rename(target)
        return target
    with source_view() as view, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(build, SOURCES))


def host_objects(executable, work):
    """Object files of the model itself: host functions, their registration, and the library with the kernels.

    RuntimeError if TVM's output is not the one C module with host functions that is expected."""
    work.mkdir(parents=True, exist_ok=True)
    libraries = executable.mod._collect_dso_modules()
    if [m.kind for m in libraries] != ["c"]:
        raise RuntimeError(f"expected one module of C source, found {[m.kind for m in libraries]}")
    libraries[0].write_to_file(str(work / "host.c"))
    text = (work / "host.c").read_text()
    names = sorted(set(re.findall(
        r"^\w[\w ]*\b(__tvm_ffi_\w+)\(void\* \w+, void\* \w+, int32_t \w+, void\* \w+\) \{", text, re.M)))
    if not names:
        raise RuntimeError("no host function found in the generated C source")
    (work / "register.cc").write_text(REGISTRATION % (
        "".join(f"int {n}(void*, void*, int, void*);\n" for n in names),
        "".join(f'    TVMFFIEnvModRegisterSystemLibSymbol("{n}", (void*)&{n});\n' for n in names)))
    pack = tvm.get_global_func("runtime.ModulePackImportsToC")
    (work / "library.c").write_text(pack(executable.mod, False, ""))
    objects = []
    with source_view(model=work) as view:
        for source in ("host.c", "register.cc", "library.c"):
            objects.append(work / (source + ".o"))
            # the C generator names the type of f16 pointers `half` without defining it
            run([emcc(), OPTIMIZE, "-w", "-Dhalf=uint16_t", *INCLUDE_FLAGS, "-c", f"model/{source}",
                 "-o", objects[-1]], cwd=view)
    return objects


def link(executable, out, work, cache):
    """Writes the library to `out` and returns its imports and exports.

    `out` must end in .wasm (ValueError): with another name this emcc goes on to a JavaScript step that fails."""
    out, work = pathlib.Path(out), pathlib.Path(work).resolve()
    if out.suffix != ".wasm":
        raise ValueError("the output name must end in .wasm")
    objects = runtime_objects(cache) + host_objects(executable, work)
    run([emcc(), *LINK_FLAGS, "-o", out, *objects])
    return check(out)


def check(path):
    """Imports and exports of a library; RuntimeError naming those that WebLLM does not provide or does not find.

    The link does not fail on an undefined symbol, it makes an import of it; so look."""
    imports, exports = wasm_interface(pathlib.Path(path).read_bytes())
    stray, missing = set(imports) - ALLOWED_IMPORTS, NEEDED_EXPORTS - set(exports)
    if stray or missing:
        raise RuntimeError(f"{path}: imports nobody provides: {sorted(stray)}; exports missing: {sorted(missing)}")
    return imports, exports
