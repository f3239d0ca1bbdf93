"""A folder with the address contract of django-storages' S3 backend: signed and expiring."""

import errno
import time
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from django.urls import reverse

from vigen_site.errors import DomainError

SALT = "vigen.media"
STEP_SECONDS = 60
"""Expiry is rounded up to a whole minute, so that a page asked for twice shows one address and the browser's
cache can serve it."""


class StorageFull(DomainError):
    """There is no room for a file."""

    code = "disk_full"
    status = 507
    message = "There is no room left to store files. Free some space and try again; nothing was lost."


class SignedFileStorage(FileSystemStorage):
    """Files under MEDIA_ROOT that can be reached through ``url`` only, and only until it expires."""

    def url(
        self, name: str | None, parameters: dict[str, str] | None = None, expire: int | None = None
    ) -> str:
        """An address for ``name`` that is good for ``expire`` seconds (15 minutes by default).

        ``parameters`` may hold ``ResponseContentDisposition``, as for S3.
        """
        lifetime = settings.MEDIA_URL_SECONDS if expire is None else expire
        until = -(-int(time.time() + lifetime) // STEP_SECONDS) * STEP_SECONDS
        claims: dict[str, Any] = {"name": name, "until": until}
        if parameters and "ResponseContentDisposition" in parameters:
            claims["disposition"] = parameters["ResponseContentDisposition"]
        return reverse("media", args=[signing.Signer(salt=SALT).sign_object(claims, compress=True)])

    def _save(self, name: str, content: "File[Any]") -> str:
        """Store a file, whole or not at all."""
        try:
            saved: str = super()._save(name, content)  # type: ignore[misc]  # Django's own seam; the stubs lack it.
            return saved
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise
            self.delete(name)
            raise StorageFull from error
