"""The shipped folder in headless Chromium through WebLLM, on the SwiftShader adapter, with each of its libraries: the
same tokens as the reference. The gpu schedule is slow on such an adapter, so it answers fewer questions."""
import json

import pytest

from .. import shipped
from ..checkpoint import STOP_TOKENS
from ..reference import FIXTURE

# two implementations of float32 arithmetic may choose differently where the lead is smaller than this
CLEAR_LEAD = 0.05


def chosen(per_language):
    """Items of the fixture, the kinds of question mixed, that rounding cannot change."""
    items = [i for i in json.loads(FIXTURE.read_text(encoding="utf8"))["items"] if i["margin"] > CLEAR_LEAD]
    return [i for language in ("ko", "en") for i in [x for x in items if x["language"] == language][:per_language]]


@pytest.mark.parametrize("library,per_language", [("model-software.wasm", 3), ("model-gpu.wasm", 1)])
def test_answers_are_the_reference(tmp_path, run_node, chromium, library, per_language):
    items = chosen(per_language)
    (tmp_path / "job.json").write_text(json.dumps({"library": library, "capture": True, "rounds": [
        {"messages": [{"role": "user", "content": i["user"]}], "max_tokens": 420} for i in items]}))
    print(run_node("chat.mjs", shipped.FOLDER, tmp_path / "job.json", tmp_path / "result.json"))
    result = json.loads((tmp_path / "result.json").read_text())
    assert not result["errors"]
    for item, reply in zip(items, result["rounds"], strict=True):
        assert reply["text"] == item["text"], item["id"]
        tokens = [t for t in reply["tokens"] if t not in STOP_TOKENS.values()]
        assert (tokens, reply["finish"]) == (item["tokens"], item["finish"]), item["id"]
