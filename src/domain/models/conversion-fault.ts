/** Why a model cannot be converted: the kind, and what a sentence about it needs. `file` is a name in the model's folder. */
export type ConversionFault =
  | { readonly kind: 'notJson'; readonly file: string; readonly detail: string }
  /** JSON, but not what stands at `where` in a file of this name. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly where: string; readonly expected: string }
  /** The model is of a shape that the libraries do not compute. */
  | {
      readonly kind: 'configField'
      readonly file: string
      readonly field: string
      readonly expected: string
      readonly found: string
    }
  /** A safetensors file whose first eight bytes do not give the length of a header. */
  | { readonly kind: 'headerLength'; readonly file: string; readonly found: number; readonly fileBytes: number }
  | { readonly kind: 'fileLength'; readonly file: string; readonly expected: number; readonly found: number }
  /** A tensor's bytes are more or fewer than its shape needs, or lie outside the file. */
  | {
      readonly kind: 'tensorRange'
      readonly file: string
      readonly tensor: string
      readonly expectedBytes: number
      readonly begin: number
      readonly end: number
    }
  /** A tensor's bytes do not begin where those of the one before it end: they overlap, or leave a gap. */
  | {
      readonly kind: 'tensorsApart'
      readonly file: string
      readonly tensor: string
      readonly expectedBegin: number
      readonly begin: number
    }
  /** The index names a file that was not given. */
  | { readonly kind: 'fileMissing'; readonly file: string }
  /** `file` is where the index says that the tensor is; undefined where no index says it. */
  | { readonly kind: 'tensorMissing'; readonly tensor: string; readonly file: string | undefined }
  | { readonly kind: 'tensorTwice'; readonly tensor: string; readonly files: readonly [string, string] }
  | {
      readonly kind: 'tensorShape'
      readonly tensor: string
      readonly file: string
      readonly expected: readonly number[]
      readonly found: readonly number[]
    }
  | {
      readonly kind: 'tensorDtype'
      readonly tensor: string
      readonly file: string
      readonly expected: readonly string[]
      readonly found: string
    }
  /** A weight that the format cannot say: NaN or infinite, or 65,520 and more where fp16 is stored. */
  | {
      readonly kind: 'badWeight'
      readonly tensor: string
      readonly file: string
      readonly row: number
      readonly column: number
      readonly reason: 'notFinite' | 'beyondHalf'
    }
  /** A token that chat needs is not in tokenizer.json. */
  | { readonly kind: 'tokenMissing'; readonly file: string; readonly token: string }
  /** A special token has another id than prompts for this model are written with. */
  | {
      readonly kind: 'tokenId'
      readonly file: string
      readonly token: string
      readonly expected: number
      readonly found: number
    }
  /** The tokenizer cuts a word into other tokens than the model learnt it with. */
  | {
      readonly kind: 'encoding'
      readonly file: string
      readonly word: string
      readonly expected: readonly number[]
      readonly found: readonly number[]
    }
  | { readonly kind: 'tokenTwice'; readonly file: string; readonly token: string }
  /** The tokenizer has ids that the model has no row for. */
  | { readonly kind: 'tokensBeyondVocabulary'; readonly file: string; readonly largest: number; readonly rows: number }
