"""Several scripts of one brief that open differently, for a person to choose from."""

from generation.crew.brief import Brief
from generation.crew.copywriter.script import Written, write_script


def variants(brief: Brief, *, count: int = 3) -> tuple[Written, ...]:
    """Up to ``count`` scripts with different first lines; fewer when the brief allows no more.

    The first is the one that ``write_script`` gives for the brief as it is.
    Raises what ``write_script`` raises.
    """
    found: dict[str, Written] = {}
    for version in range(2 * count):
        written = write_script(brief, version=version, used=frozenset(found))
        found.setdefault(written.script.scenes[0].narration, written)
        if len(found) == count:
            break
    return tuple(found.values())
