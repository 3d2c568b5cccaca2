"""What the shipped model answers: `python -m mini.reference`, from model-config.

Answers every question of the sample bank with the shipped 4-bit weights, unpacked to float32, in NumPy
(`inference.py`), greedily with thinking on, and writes the prompts, tokens and texts to
e2e/fixtures/greedy-reference.json: the same weights have to give the same tokens in the browser. `margin` is the
smallest lead, in logits, of a chosen token over the runner-up: rounding beyond it may rightly change the text."""
import hashlib
import json
import pathlib

from vectors.chat_template import renderer

from . import checkpoint, shipped
from .evaluate import MAX_NEW, shipped_decoder
from clinic.prompts import answer_letter, chat_prompt, user_text
from .proportion import with_interval
from .sample_bank import sample_questions

TEMPLATE = "think"
FIXTURE = pathlib.Path(__file__).resolve().parents[2] / "e2e" / "fixtures" / "greedy-reference.json"


def rendered(user):
    """The prompt of a fresh conversation. ValueError if the official template and the training format differ."""
    prompt = renderer()([{"role": "user", "content": user}], add_generation_prompt=True, enable_thinking=True)
    if prompt != chat_prompt(user):
        raise ValueError("the official chat template renders another prompt than the model was trained on")
    return prompt


def reference():
    """The contents of the fixture."""
    decoder, tokenizer = shipped_decoder()
    asked = [(f"mini-{language}-{number:03}", q) for language in ("ko", "en")
             for number, (_, q) in enumerate(sample_questions(language), start=1)]
    users = [user_text(q, TEMPLATE) for _, q in asked]
    prompts = [rendered(user) for user in users]
    done = decoder.generate([tokenizer.encode(p).ids for p in prompts], MAX_NEW, checkpoint.STOP_TOKENS.values())
    items = []
    for (name, q), user, prompt, completion in zip(asked, users, prompts, done):
        text = tokenizer.decode(completion.tokens, skip_special_tokens=False)
        items.append({"id": name, "language": q.language, "kind": q.kind, "answer": q.answer, "user": user, "prompt": prompt,
                      "tokens": completion.tokens, "text": text, "finish": completion.finish,
                      "predicted": answer_letter(text), "margin": round(completion.margin, 4)})
    weights = {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
               for path in sorted(shipped.FOLDER.glob("params_shard_*.bin"))}
    return {"model": shipped.RECORD["id"], "version": shipped.RECORD["version"], "weights": weights, "items": items}


def main():
    """Writes the fixture and prints the accuracy."""
    fixture = reference()
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text(json.dumps(fixture, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    items = fixture["items"]
    for language in ("ko", "en"):
        own = [i for i in items if i["language"] == language]
        print(f"{language}: {with_interval(sum(i['predicted'] == i['answer'] for i in own), len(own))}")
    lengths, stopped = [len(i["tokens"]) for i in items], sum(i["finish"] == "stop" for i in items)
    print(f"{FIXTURE}: {len(items)} items, {min(lengths)} to {max(lengths)} tokens, {stopped} stopped; "
          f"smallest lead of a token {min(i['margin'] for i in items)}")


if __name__ == "__main__":
    main()
