"""What the processor of this machine can do."""

import platform
from functools import cache
from pathlib import Path

_FLAGS = Path("/proc/cpuinfo")


@cache
def multiplies_bytes_exactly() -> bool:
    """Whether sums of unsigned times signed bytes are exact in one instruction (VNNI of x86).

    Older x86 processors have a similar instruction that cuts off large sums. Where nobody knows, no.
    """
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return False
    try:
        found = _FLAGS.read_text("utf-8")
    except OSError:
        return False
    flags = next((line.split() for line in found.splitlines() if line.startswith("flags")), [])
    return not {"avx512_vnni", "avx_vnni"}.isdisjoint(flags)
