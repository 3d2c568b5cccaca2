"""Reads what a WebAssembly module imports, exports and puts into its memory."""

IMPORTS, EXPORTS, DATA = 2, 7, 11       # sections (WebAssembly core specification 1.0, section 5.5)


class _Cursor:
    """A place in the bytes of a module."""

    def __init__(self, wasm):
        self.wasm, self.at = wasm, 0

    def byte(self):
        self.at += 1
        return self.wasm[self.at - 1]

    def number(self):
        """An integer in LEB128; signed ones too, as long as they are not negative."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def vector(self):
        """Bytes with their number in front."""
        size = self.number()
        self.at += size
        return self.wasm[self.at - size:self.at]

    def name(self):
        return self.vector().decode()

    def limits(self):
        flags = self.number()
        self.number()
        if flags & 1:
            self.number()


def _sections(wasm):
    """(number, cursor at the start) of each section. ValueError if the bytes do not start like a module."""
    if wasm[:8] != b"\0asm\1\0\0\0":
        raise ValueError("not a WebAssembly module")
    at = 8
    while at < len(wasm):
        cursor = _Cursor(wasm)
        cursor.at = at + 1
        end = cursor.number() + cursor.at
        yield wasm[at], cursor
        at = end


def wasm_interface(wasm):
    """([module.name of each import], [name of each export]) of the bytes of a WebAssembly module.

    ValueError if the bytes do not start like a module."""
    imports, exports = [], []
    for section, c in _sections(wasm):
        if section == IMPORTS:
            for _ in range(c.number()):
                imports.append(f"{c.name()}.{c.name()}")
                kind = c.number()
                if kind == 0:       # function: its type
                    c.number()
                elif kind == 1:     # table: element type, limits
                    c.number()
                    c.limits()
                elif kind == 2:     # memory
                    c.limits()
                else:               # global: type, mutability
                    c.at += 2
        elif section == EXPORTS:
            for _ in range(c.number()):
                exports.append(c.name())
                c.number()
                c.number()
    return imports, exports


def wasm_data(wasm):
    """What a module's memory holds at the start, from address 0 to the last byte that it sets.

    The linker leaves out runs of zeros, so one array of the sources can be several segments here. ValueError if the
    bytes do not start like a module, or a segment's address is not a plain number."""
    memory = bytearray()
    for section, c in _sections(wasm):
        if section != DATA:
            continue
        for _ in range(c.number()):
            flags = c.number()
            if flags == 2:          # number of the memory
                c.number()
            if flags == 1:          # copied later, by an instruction
                c.vector()
                continue
            if c.byte() != 0x41:    # i32.const
                raise ValueError("a data segment has a computed address")
            start = c.number()
            c.byte()                # end of the expression
            content = c.vector()
            memory.extend(bytes(max(0, start + len(content) - len(memory))))
            memory[start:start + len(content)] = content
    return bytes(memory)
