"""Test vectors that other implementations are checked against."""
