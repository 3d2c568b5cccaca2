"""The fused kernels against plain PyTorch: same losses and gradients up to the rounding of bfloat16. Apart from the
other tests because it needs mini/requirements-train.txt and gcc."""
import pytest
import torch
import torch.nn.functional as F

from ..model import ModelConfig, Qwen3Mini, fused


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(0)
    return Qwen3Mini(ModelConfig(vocab_size=512, hidden_size=64, num_hidden_layers=2, num_attention_heads=4,
                                 num_key_value_heads=2, head_dim=32, intermediate_size=96))


def gradients(model, loss):
    model.zero_grad(set_to_none=True)
    loss.backward()
    return {name: p.grad.clone() for name, p in model.named_parameters()}


def test_losses_and_gradients(model):
    ids = torch.randint(0, 512, (3, 33), generator=torch.Generator().manual_seed(1))
    target = ids[:, 1:].reshape(-1)
    weight = torch.full((len(target),), 1 / len(target))
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.hidden(ids[:, :-1])
        loss, losses = fused.CrossEntropy.apply(model.logits(hidden.reshape(len(target), -1)), target, weight)
    ours = gradients(model, loss)
    logits = model.logits(model.hidden(ids[:, :-1]).reshape(len(target), -1))
    plain = F.cross_entropy(logits, target, reduction="none")
    theirs = gradients(model, (plain * weight).sum())
    assert (losses - plain).abs().max() < 0.1
    for name, grad in theirs.items():
        assert F.cosine_similarity(ours[name].flatten(), grad.flatten(), dim=0) > 0.99, name
