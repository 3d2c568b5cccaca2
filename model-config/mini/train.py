"""Trains the model on CPU, data parallel over single-threaded processes: `python -m mini.train`, from model-config.

Needs mini/requirements-train.txt, gcc and a CPU that is quick with bfloat16."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

# One OpenMP thread a process (autograd's thread would bring a second, spinning pool), and freed activations stay mapped
# instead of going back to the kernel after every operation. Both have to be set before the process starts.
_ENVIRONMENT = {
    "OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "PASSIVE", "OPENBLAS_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "MALLOC_MMAP_THRESHOLD_": "4294967296", "MALLOC_TRIM_THRESHOLD_": "8589934592", "MALLOC_TOP_PAD_": "268435456"}
_WARM_UP = 100          # steps
_LOWEST_RATE = 0.02     # of the learning rates, at the end
_DEV_SEED, _DEV_COUNT = 123, 60


def arguments(argv=None):
    """The command line's options."""
    p = argparse.ArgumentParser(prog="mini.train", description="Train the model from random weights or a checkpoint.")
    p.add_argument("--tokenizer", type=pathlib.Path, required=True, help="folder with tokenizer.json")
    p.add_argument("--out", type=pathlib.Path, required=True)
    p.add_argument("--init", type=pathlib.Path, help="checkpoint to start from instead of random weights")
    p.add_argument("--minutes", type=float, default=30, help="of training clock, evaluation not counted")
    p.add_argument("--hidden", type=int, default=192)
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--heads", type=int, default=4)
    p.add_argument("--kv-heads", type=int, default=2)
    p.add_argument("--intermediate", type=int, default=512)
    p.add_argument("--tokens", type=int, default=3072, help="a step and process")
    p.add_argument("--muon", type=float, default=0.012, help="learning rate of the matrices")
    p.add_argument("--lr", type=float, default=2e-3, help="learning rate of embedding and norms (AdamW)")
    p.add_argument("--weight-decay", type=float, default=0.02)
    p.add_argument("--decay", type=float, default=0.5, help="share of the time in which the rates fall")
    p.add_argument("--prompt-weight", type=float, default=0.1)
    p.add_argument("--prompt-share", type=float, default=0.1, help="of the prompt tokens that are in the loss")
    p.add_argument("--decisive", type=float, default=4.0, help="weight of decisive tokens")
    p.add_argument("--eval-minutes", type=float, default=2.5)
    p.add_argument("--procs", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    return p.parse_args(argv)


def launch(options):
    """Starts one process a rank and returns the worst exit code."""
    shared = {**os.environ, **_ENVIRONMENT, "WORLD_SIZE": str(options.procs), "MASTER_ADDR": "127.0.0.1",
              "MASTER_PORT": str(29500 + os.getpid() % 1000)}
    ranks = [subprocess.Popen([sys.executable, "-m", "mini.train", *sys.argv[1:]], env={**shared, "RANK": str(r)})
             for r in range(options.procs)]
    return max(process.wait() for process in ranks)


def rate(step, progress, decay):
    """Factor of the learning rates: linear warm-up, constant, then linear fall over the last `decay` of the run."""
    falling = 1 if progress < 1 - decay else max(_LOWEST_RATE, (1 - progress) / decay)
    return min(1, (step + 1) / _WARM_UP) * falling


class Trainer:
    """One rank of a run."""

    def __init__(self, options, rank):
        import tokenizers
        import torch

        from . import model as qwen3
        from .muon import Muon

        self.options, self.rank, self.torch, self.qwen3 = options, rank, torch, qwen3
        torch.set_num_threads(1)
        torch.manual_seed(options.seed)
        torch.distributed.init_process_group("gloo")
        self.tokenizer = tokenizers.Tokenizer.from_file(str(options.tokenizer / "tokenizer.json"))
        if options.init:
            self.model = qwen3.load(options.init)
        else:
            self.model = qwen3.Qwen3Mini(qwen3.ModelConfig(
                vocab_size=(self.tokenizer.get_vocab_size() + 63) // 64 * 64, hidden_size=options.hidden,
                num_hidden_layers=options.layers, num_attention_heads=options.heads,
                num_key_value_heads=options.kv_heads, intermediate_size=options.intermediate))
        embedding = self.model.model.embed_tokens.weight
        matrices = [p for p in self.model.parameters() if p.ndim == 2 and p is not embedding]
        self.others = [embedding, *(p for p in self.model.parameters() if p.ndim == 1)]
        self.optimizers = [Muon(matrices, options.muon, options.weight_decay), torch.optim.AdamW(
            self.others, lr=options.lr, betas=(0.9, 0.98), weight_decay=0.0, fused=True)]
        self.base_rates = [[g["lr"] for g in o.param_groups] for o in self.optimizers]
        # `clock` is the mean of the ranks' `seconds` as of the last step: all ranks decide by it, and so alike
        self.clock, self.seconds, self.tokens, self.steps = 0.0, 0.0, 0, 0

    def run(self):
        """Trains until the time is used, with an evaluation now and then, and writes the checkpoint."""
        from .batches import batches
        options, next_evaluation, losses = self.options, self.options.eval_minutes * 60, []
        for ids, weights in batches(self.tokenizer, options, self.rank):
            progress = self.clock / (options.minutes * 60)
            if progress >= 1:
                break
            losses.append(self.step(ids, weights, progress))
            if self.rank == 0 and self.steps % 50 == 0:
                print(f"step {self.steps}, {self.clock / 60:.2f} min, {self.tokens / 1e6:.2f} Mtokens, "
                      f"loss of completions {sum(losses) / len(losses):.4f}", flush=True)
                losses = []
            if self.clock >= next_evaluation:
                next_evaluation += options.eval_minutes * 60
                if self.rank == 0:
                    self.evaluate()
                self.torch.distributed.barrier()
        if self.rank == 0:
            self.write()
        self.torch.distributed.destroy_process_group()

    def step(self, ids, weights, progress):
        """One step of all ranks; returns this rank's mean loss over completion tokens."""
        torch, start = self.torch, time.time()
        factor = rate(self.steps, progress, self.options.decay)
        for optimizer, rates in zip(self.optimizers, self.base_rates):
            for group, base in zip(optimizer.param_groups, rates):
                group["lr"] = base * factor
        flat = weights.reshape(-1)
        chosen = flat.nonzero().squeeze(1)
        target, weight = ids[:, 1:].reshape(-1)[chosen], flat[chosen]
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.model.hidden(ids[:, :-1].contiguous())
            logits = self.model.logits(hidden.reshape(-1, hidden.shape[-1])[chosen])
            loss, losses = self.qwen3.fused.CrossEntropy.apply(logits, target, weight / weight.sum())
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.clock, tokens = self._average_gradients(float((ids[:, 1:] != 0).sum()))
        torch.nn.utils.clip_grad_norm_(self.others, 1.0)
        for optimizer in self.optimizers:
            optimizer.step()
        self.steps += 1
        self.tokens += tokens
        self.seconds = self.clock + time.time() - start
        return losses[weight >= 1].mean().item()

    def _average_gradients(self, tokens):
        """Averages gradients over the ranks in one message with time and token count; returns (mean time, tokens)."""
        torch, parameters = self.torch, list(self.model.parameters())
        message = torch.cat([p.grad.reshape(-1) for p in parameters] + [torch.tensor([self.seconds, tokens])])
        torch.distributed.all_reduce(message)
        message /= self.options.procs
        at = 0
        for p in parameters:
            p.grad.copy_(message[at:at + p.numel()].view_as(p))
            at += p.numel()
        return float(message[-2]), round(float(message[-1]) * self.options.procs)

    def evaluate(self):
        """Writes the checkpoint and prints its greedy accuracy on a few held-out questions (not those of the final
        evaluation)."""
        from .evaluate import float_decoder, predict, score
        from .questions import held_out
        self.write()
        decoder, tokenizer = float_decoder(self.options.out)
        for language in ("en", "ko"):
            questions = held_out(_DEV_COUNT, language, _DEV_SEED)
            result = score(questions, *predict(decoder, tokenizer, questions, "plain, thinking"))
            print(f"after {self.clock / 60:.2f} min, {language}: {result['right']}/{result['n']}", flush=True)

    def write(self):
        """The checkpoint folder, with the tokenizer and a record of the run."""
        out = self.options.out
        self.qwen3.save(self.model, out)
        for name in ("tokenizer.json", "tokenizer_config.json"):
            shutil.copyfile(self.options.tokenizer / name, out / name)
        used = {k: str(v) if isinstance(v, pathlib.Path) else v for k, v in vars(self.options).items()}
        (out / "train_info.json").write_text(json.dumps({
            "args": used, "params": sum(p.numel() for p in self.model.parameters()),
            "train_minutes": self.clock / 60, "Mtok": self.tokens / 1e6, "steps": self.steps}, indent=1) + "\n")


def main():
    """Command line: the first process starts the ranks, a rank trains."""
    options = arguments()
    if "RANK" not in os.environ:
        return launch(options)
    Trainer(options, int(os.environ["RANK"])).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
