"""The parts of the link step that need neither emcc nor a browser."""
import pytest

from .. import link
from ..wasm_interface import wasm_interface


def module(*sections):
    return b"\0asm\1\0\0\0" + b"".join(bytes([number, len(body)]) + body for number, body in sections)


def named(text):
    return bytes([len(text)]) + text.encode()


def test_imports_and_exports_are_read():
    imports = b"\3" + named("env") + named("f") + b"\0\0" + named("env") + named("memory") + b"\2\1\1\2" \
        + named("env") + named("g") + b"\3\x7f\0"
    exports = b"\2" + named("memory") + b"\2\0" + named("_initialize") + b"\0\1"
    assert wasm_interface(module((1, b"\0"), (2, imports), (7, exports))) == (
        ["env.f", "env.memory", "env.g"], ["memory", "_initialize"])


def test_stray_import_is_found(tmp_path):
    imports = b"\1" + named("env") + named("undefined_symbol") + b"\0\0"
    (tmp_path / "m.wasm").write_bytes(module((2, imports)))
    with pytest.raises(RuntimeError, match="env.undefined_symbol"):
        link.check(tmp_path / "m.wasm")


def test_not_wasm():
    with pytest.raises(ValueError):
        wasm_interface(b"\x7fELF....")
