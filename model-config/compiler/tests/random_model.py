"""A complete model folder for WebLLM with random weights and a byte-level tokenizer without merges."""
import json
import pathlib

from ..config import Qwen3Config
from ..reference import random_params
from .write_tensor_cache import write_tensor_cache

MARKS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]


def byte_alphabet():
    """The printable character that stands for each byte in a byte-level vocabulary."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {b: chr(b) for b in plain}, 256
    for b in range(256):
        if b not in table:
            table[b] = chr(extra)
            extra += 1
    return [table[b] for b in range(256)]


def tokenizer(vocab_size):
    """Token b is byte b, then the chat marks, then fillers that no text maps to."""
    # the marks stand in the vocabulary too: an added token that it lacks would get an id behind its end
    vocab = {c: i for i, c in enumerate(byte_alphabet() + MARKS)}
    marks = [{"id": 256 + i, "content": m, "single_word": False, "lstrip": False, "rstrip": False,
              "normalized": False, "special": True} for i, m in enumerate(MARKS)]
    for i in range(256 + len(MARKS), vocab_size):
        vocab[f"<filler{i}>"] = i
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": False, "use_regex": False}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": marks, "normalizer": None,
            "pre_tokenizer": level, "post_processor": None, "decoder": level,
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
                      "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "vocab": vocab,
                      "merges": []}}


def encode(text):
    """Token ids of a text that may hold chat marks, as the tokenizer above gives them."""
    ids, at = [], 0
    while at < len(text):
        for i, mark in enumerate(MARKS):
            if text.startswith(mark, at):
                ids.append(256 + i)
                at += len(mark)
                break
        else:
            ids += text[at].encode()
            at += 1
    return ids


def chat_config(cfg: Qwen3Config):
    return {
        "version": "0.1.0", "model_type": "qwen3", "quantization": cfg.quantization, "vocab_size": cfg.vocab_size,
        "context_window_size": cfg.context_window_size, "sliding_window_size": -1, "attention_sink_size": -1,
        "prefill_chunk_size": cfg.prefill_chunk_size, "tensor_parallel_shards": 1, "pad_token_id": 256,
        "bos_token_id": 256, "eos_token_id": [258, 256], "temperature": 0.7, "top_p": 0.9, "presence_penalty": 0.0,
        "frequency_penalty": 0.0, "repetition_penalty": 1.0, "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {"token_postproc_method": "byte_level", "prepend_space_in_encode": False,
                           "strip_space_in_decode": False},
        "conv_template": {
            "name": "qwen3", "system_template": "<|im_start|>system\n{system_message}<|im_end|>\n",
            "system_message": "Be brief.", "system_prefix_token_ids": None, "add_role_after_system_message": True,
            "roles": {"user": "<|im_start|>user", "assistant": "<|im_start|>assistant"},
            "messages": [], "seps": ["<|im_end|>\n"], "role_content_sep": "\n", "role_empty_sep": "\n",
            "stop_str": [], "stop_token_ids": [258, 256], "function_string": "", "use_function_calling": False}}


def prompt_ids(messages):
    """Ids of the prompt that WebLLM makes of [(role, text), ...] with the template above."""
    text = "<|im_start|>system\nBe brief.<|im_end|>\n"
    for role, content in messages:
        text += f"<|im_start|>{role}\n{content}<|im_end|>\n"
    return encode(text + "<|im_start|>assistant\n")


def write(folder, cfg: Qwen3Config, listed, seed=0):
    """Everything beside the library; `listed` is the parameter list of the compiled model. Returns the weights."""
    folder = pathlib.Path(folder)
    params = random_params(cfg, listed, seed)
    write_tensor_cache(params, folder)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer(cfg.vocab_size)))
    (folder / "mlc-chat-config.json").write_text(json.dumps(chat_config(cfg), indent=1))
    return params
