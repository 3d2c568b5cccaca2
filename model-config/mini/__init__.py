"""Munjin Mini: a very small Qwen3 that answers generated five-option questions about a fixed table of conditions."""
