import type { ConversionFault } from '#domain/models/conversion-fault.ts'
import type { RunFailure } from '#converter/conversion-run.ts'

/** What the command line says of a failure: one line. */
export function sayFailure(failure: RunFailure<string, string>): string {
  switch (failure.kind) {
    case 'fault':
      return sayFault(failure.fault)
    case 'source':
    case 'finished':
      return `${failure.file}: ${failure.failure}`
    case 'wrongHash':
      return `${failure.file}: its bytes are not those that its hash promises`
    case 'workbench':
      return `the scratch files: ${failure.error instanceof Error ? failure.error.message : String(failure.error)}`
  }
}

/** The kind and its data are what a maintainer looks for; the app has sentences for students. */
function sayFault({ kind, ...data }: ConversionFault): string {
  const facts = Object.entries(data).map(
    ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return `${kind}: ${facts.join(', ')}`
}
