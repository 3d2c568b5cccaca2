"""Which questions are kept from training: by the combination of findings, and by the combination of their wordings.

Both by hash, so that training, development and the final test never depend on the order in which questions are drawn."""
import hashlib

HELD_OUT_PERCENT = 12


def _is_held_out(key):
    return int(hashlib.md5(key.encode()).hexdigest(), 16) % 100 < HELD_OUT_PERCENT


def findings_held_out(condition, findings):
    """Whether this set of a condition's findings is kept from training, in both languages and for every kind of question."""
    return _is_held_out(condition.id + "|" + ",".join(sorted(finding.id for finding in findings)))


def wording_held_out(language, mentions):
    """Whether these findings in these wordings are kept from training. Single findings are not: each wording is taught."""
    if len(mentions) < 2:
        return False
    return _is_held_out(language + "|" + ",".join(
        sorted(f"{m.finding.id}.{m.style}.{m.wording}" for m in mentions if m.finding is not None)))


def fits(split, condition, findings, language, mentions):
    """Whether a question belongs to `split`: "test" needs both combinations to be held out, "train" neither."""
    held = (findings_held_out(condition, findings), wording_held_out(language, mentions))
    return all(held) if split == "test" else not any(held)
