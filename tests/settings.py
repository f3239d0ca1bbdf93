"""Settings of the tests: the site's own, over folders and tables that nobody else uses."""

import atexit
import os
import shutil
import tempfile

for _name in [name for name in os.environ if name.startswith(("VIGEN_", "AWS_"))]:
    del os.environ[
        _name
    ]  # What a developer has set for their own installation is none of the tests' business.
_folder = tempfile.mkdtemp(prefix="vigen-tests-")
atexit.register(shutil.rmtree, _folder, ignore_errors=True)
os.environ.update(
    VIGEN_ENV_FILE=os.devnull,
    VIGEN_DATA_DIR=_folder,
    VIGEN_TABLE_PREFIX=f"tests-{os.getpid()}-",
    VIGEN_LOG_LEVEL="ERROR",
)

from vigen_site.settings import *  # noqa: E402, F403
from vigen_site.settings import STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # Quick; nothing here is worth guarding.
STATIC_ROOT.mkdir()  # WhiteNoise warns of a folder that is not there.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
