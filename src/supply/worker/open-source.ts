import type { Result } from '#lib/result.ts'
import { fail, succeed } from '#lib/result.ts'
import type { ByteSource } from '#converter/conversion-ports.ts'
import type { SourceIdentity } from '#converter/manifest.ts'
import type { SupplyFailure } from '#domain/models/supply-failure.ts'
import type { ConvertedModel } from '../sources/converted.ts'
import { openConverted } from '../sources/converted.ts'
import { folderPlace, hostPlace } from '../sources/converted-place.ts'
import { askHub, hubIdentity, sizedFiles } from '../sources/hub.ts'
import { pickedIdentity, pickedSource } from '../sources/picked-files.ts'
import { recogniseFolder } from '../sources/picked-folder.ts'
import { rangedSource } from '../sources/ranged-source.ts'
import type { TransferLine } from '../sources/transfer-line.ts'
import type { SupplySource } from '../supply-port.ts'
import type { GetNeeds, Report } from './get-needs.ts'

/** A model as it was found at its source. */
export type Opened =
  | {
      readonly kind: 'safetensors'
      readonly identity: SourceIdentity
      readonly bytes: ByteSource<SupplyFailure>
    }
  | ({ readonly kind: 'converted' } & ConvertedModel)

/** Files of a published model that a conversion reads; everything else in a repository is left alone. */
function isWanted(name: string): boolean {
  const documents = ['config.json', 'generation_config.json', 'tokenizer.json', 'tokenizer_config.json']
  return documents.includes(name) || /^model[^/]*\.safetensors(\.index\.json)?$/.test(name)
}

export async function openSource(
  source: SupplySource,
  needs: GetNeeds,
  report: Report,
  signal: AbortSignal,
): Promise<Result<Opened, SupplyFailure>> {
  const line = lineOf(needs, report)
  switch (source.kind) {
    case 'hub': {
      const model = await askHub(line, source, signal)
      if (!model.ok) return model
      const names = model.value.files.map(({ name }) => name).filter(isWanted)
      const files = await sizedFiles(line, model.value, names, signal)
      if (!files.ok) return files
      const identity = hubIdentity(model.value, files.value)
      return succeed({ kind: 'safetensors', identity, bytes: rangedSource(files.value, line) })
    }
    case 'host':
      return converted(await openConverted(hostPlace(line, source.url), signal))
    case 'files': {
      const found = await recogniseFolder(source.files)
      if (!found.ok) return fail({ kind: 'notAModelFolder', found: found.failure })
      const { kind, files } = found.value
      if (kind === 'converted') return converted(await openConverted(folderPlace(files), signal))
      const wanted = files.filter(({ name }) => isWanted(name))
      const identity = { repository: undefined, revision: undefined, files: pickedIdentity(wanted) }
      return succeed({ kind, identity, bytes: counting(pickedSource(wanted), report) })
    }
  }
}

function converted(model: Result<ConvertedModel, SupplyFailure>): Result<Opened, SupplyFailure> {
  return model.ok ? succeed({ kind: 'converted', ...model.value }) : model
}

function lineOf({ network, patience }: GetNeeds, report: Report): TransferLine {
  const events = {
    onBytes: (bytes: number) => report.arrived(bytes),
    onWaiting: (waiting: Parameters<Report['waiting']>[0]) => report.waiting(waiting),
    onRequest: (record: Parameters<Report['request']>[0]) => report.request(record),
  }
  return { network, patience, events }
}

/** A source on this machine, with every byte that it gives told of. */
function counting(source: ByteSource<SupplyFailure>, report: Report): ByteSource<SupplyFailure> {
  return {
    async read(file, begin, end, signal) {
      const read = await source.read(file, begin, end, signal)
      if (read.ok) report.arrived(read.value.length)
      return read
    },
  }
}
