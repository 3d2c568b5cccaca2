"""Two layers of Qwen3 8B at full width with a vocabulary of 2,048: the largest part of that model that a software adapter
can run."""
