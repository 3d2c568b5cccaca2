/**
 * What browsers, workers and Node all have beyond ECMAScript, as far as this room needs it. Only this room's own
 * `tsconfig.json` reads the file: everywhere else the real declarations are known.
 */
interface AbortSignal {
  readonly aborted: boolean
}

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string
}
