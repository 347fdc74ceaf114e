"""Why Rapport cannot start here."""

from enum import StrEnum


class Why(StrEnum):
    NETWORK_DRIVE = "network_drive"
    NOT_A_FOLDER = "not_a_folder"
    NOT_WRITABLE = "not_writable"
    NEWER_DATA = "newer_data"
    BAD_DATABASE_URL = "bad_database_url"


class NotReady(Exception):
    """Nothing was touched; `detail` never holds a password."""

    def __init__(self, why: Why, detail: str) -> None:
        super().__init__(f"{why}: {detail}")
        self.why = why
        self.detail = detail
