"""A bucket of S3's kind that files are kept in; only imported where one is named."""

from typing import Any

from botocore.config import Config
from storages.backends.s3 import S3Storage

# Somebody waits for the answer
_WAITS = Config(connect_timeout=3, read_timeout=15, retries={"total_max_attempts": 2})
_IN_MEMORY = 1024 * 1024


class Bucket(S3Storage):  # type: ignore[misc]  # it has no types
    """What is there already is not sent again; it counts as just brought, so that nobody clears it away meanwhile."""

    def get_default_settings(self) -> dict[str, Any]:
        """Those of the environment; a file that is read lies on the disk meanwhile, unless it is small."""
        return {**super().get_default_settings(), "client_config": _WAITS, "max_memory_size": _IN_MEMORY}

    def _save(self, name: str, content: Any) -> str:
        if not self.exists(name):
            return str(super()._save(name, content))
        place = {"Bucket": self.bucket_name, "Key": self._normalize_name(name)}
        self.connection.meta.client.copy_object(**place, CopySource=place, MetadataDirective="REPLACE")
        return name
