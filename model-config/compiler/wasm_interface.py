"""Reads what a WebAssembly module imports and exports."""


def wasm_interface(wasm):
    """([module.name of each import], [name of each export]) of the bytes of a WebAssembly module.

    Reads sections 2 and 7 of the binary format (WebAssembly core specification 1.0, section 5.5). ValueError if the
    bytes do not start like a module."""
    if wasm[:8] != b"\0asm\1\0\0\0":
        raise ValueError("not a WebAssembly module")
    at = 8

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = wasm[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def name():
        nonlocal at
        size = number()
        at += size
        return wasm[at - size:at].decode()

    def limits():
        flags = number()
        number()
        if flags & 1:
            number()

    imports, exports = [], []
    while at < len(wasm):
        section = wasm[at]
        at += 1
        end = number() + at
        if section == 2:
            for _ in range(number()):
                imports.append(f"{name()}.{name()}")
                kind = number()
                if kind == 0:       # function: its type
                    number()
                elif kind == 1:     # table: element type, limits
                    number()
                    limits()
                elif kind == 2:     # memory
                    limits()
                else:               # global: type, mutability
                    at += 2
        elif section == 7:
            for _ in range(number()):
                exports.append(name())
                number()
                number()
        at = end
    return imports, exports
