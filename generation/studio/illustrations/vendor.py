"""Packs the pictures of the index out of the icon set they come from.

Run it after the index has gained a picture:

    npm pack @iconify-json/fluent-emoji@1.2.7 && tar xzf iconify-json-fluent-emoji-1.2.7.tgz
    python -m generation.studio.illustrations.vendor package/icons.json
"""

import json
import sys
import zipfile
from pathlib import Path

from generation.studio.illustrations.index import indexed_names
from generation.studio.illustrations.pictures import ARCHIVE

# A fixed date, so that the same pictures give the same bytes.
DATE = (2024, 1, 1, 0, 0, 0)


def pack(icons: Path, *, archive: Path = ARCHIVE) -> int:
    """Write the pictures of the index into one archive; returns how many. KeyError names a missing one."""
    drawings = json.loads(icons.read_text(encoding="utf-8"))["icons"]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for name in sorted(indexed_names()):
            entry = zipfile.ZipInfo(f"{name}.svg", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, drawings[name]["body"])
    return len(indexed_names())


if __name__ == "__main__":
    sys.stdout.write(f"{pack(Path(sys.argv[1]))} pictures packed into {ARCHIVE.name}\n")
