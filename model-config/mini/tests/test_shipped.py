"""The shipped weights are the checkpoint's, rounded."""
import json

import numpy as np

from compiler.reference import dense_weights
from compiler.tensor_cache import read_tensor_cache

from .. import checkpoint, shipped

# of a number stored as bf16, which keeps 8 bits of it
ROUNDING = 2 ** -8


def test_weights_are_the_checkpoints():
    dense = checkpoint.dense_layers()
    back = dense_weights(read_tensor_cache(shipped.FOLDER))
    assert back.keys() == dense.keys()
    for name, weight in dense.items():
        if weight.ndim == 1:
            assert (np.abs(back[name] - weight) <= np.abs(weight) * ROUNDING).all(), name
        else:   # half a step of the group, and the step itself is rounded
            steps = np.abs(weight).reshape(len(weight), -1, 32).max(-1).repeat(32, 1) / 7
            assert (np.abs(back[name] - weight) <= steps * (0.5001 + 7 * ROUNDING)).all(), name


def test_a_conversation_ends_at_the_stop_tokens():
    config = json.loads((shipped.FOLDER / "mlc-chat-config.json").read_text())
    assert config["eos_token_id"] == sorted(checkpoint.STOP_TOKENS.values())
