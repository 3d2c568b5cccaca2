import type { Provenance } from '#domain/conversation/provenance.ts'
import type { ModelRecord } from '#domain/models/model-record.ts'
import type { LoadedModel } from '#engine/engine-port.ts'
import type { AnswerRequest } from './answering-port.ts'

/** What wrote, or is about to write, the answer to a request. */
export function provenanceOf(model: ModelRecord, loaded: LoadedModel, request: AnswerRequest): Provenance {
  const { temperature, topP } = request.thinking ? model.sampling.thinking : model.sampling.direct
  return {
    modelId: model.id,
    modelVersion: model.version,
    quantization: model.quantization,
    schedule: loaded.schedule,
    librarySha256: loaded.librarySha256,
    contextWindow: loaded.contextWindow,
    thinking: request.thinking,
    thinkingBudget: request.thinkingBudget,
    maxTokens: request.maxTokens,
    temperature,
    topP,
    ...(model.made === undefined ? {} : { source: model.made }),
  }
}
