"""Every kernel of every shipped library, read from the shipped file, through two WGSL compilers: Dawn's (Chrome, Edge)
and naga (Firefox). Neither needs a GPU, and both know f16, which software adapters do not."""
import pathlib
import shutil
import subprocess

import pytest

import rebuild_libraries
from compiler.library_file import LibraryFile

FILES = {library.name: library.file for library in rebuild_libraries.shipped()}
each = pytest.mark.parametrize("name", FILES)


def kernels(name):
    return LibraryFile.read(FILES[name].read_bytes()).kernels


@each
def test_dawn_accepts_the_kernels(name, tmp_path, run_node):
    (tmp_path / "kernels.wgsl").write_text("\n".join(k.code for k in kernels(name)))
    printed = run_node("wgsl.mjs", tmp_path / "kernels.wgsl")
    assert f"{len(kernels(name))} kernels, 0 failed; f16 true" in printed


@each
def test_naga_accepts_the_kernels(name, tmp_path):
    naga = shutil.which("naga") or shutil.which("naga", path=str(pathlib.Path.home() / ".cargo" / "bin"))
    if not naga:
        pytest.fail("naga is missing: run `cargo install naga-cli`")
    for kernel in kernels(name):
        (tmp_path / f"{kernel.name}.wgsl").write_text(kernel.code)
    done = subprocess.run([naga, "--bulk-validate", *sorted(map(str, tmp_path.glob("*.wgsl")))], capture_output=True,
                          text=True)
    assert done.returncode == 0, (done.stdout + done.stderr)[-2000:]
