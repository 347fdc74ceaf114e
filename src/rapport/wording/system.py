"""Why the system could not read or write a file, in words."""

import errno
import os
from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

REASONS: Final[Mapping[int, Promise]] = {
    errno.ENOENT: gettext_lazy("there is no such file or folder"),
    errno.EACCES: gettext_lazy("you may not do that there"),
    errno.EPERM: gettext_lazy("you may not do that there"),
    errno.EISDIR: gettext_lazy("that is a folder"),
    errno.ENOTDIR: gettext_lazy("part of that path is no folder"),
    errno.EEXIST: gettext_lazy("it is there already"),
    errno.EROFS: gettext_lazy("that disk can only be read"),
    errno.ENOSPC: gettext_lazy("the disk is full"),
    errno.EDQUOT: gettext_lazy("your share of the disk is used up"),
    errno.ENAMETOOLONG: gettext_lazy("that name is too long"),
    errno.EFBIG: gettext_lazy("that is larger than a file may be"),
    errno.EIO: gettext_lazy("the disk did not answer"),
    errno.ELOOP: gettext_lazy("its links lead round in a circle"),
    errno.ETXTBSY: gettext_lazy("another program holds it"),
    errno.EBUSY: gettext_lazy("another program holds it"),
}


def reason(error: OSError) -> str:
    """The reason of an error; of a rare one, as the system says it."""
    return of_code(errno.errorcode.get(error.errno or 0, "")) or error.strerror or str(error)


def of_code(name: str) -> str:
    """The reason by the name of its code ("ENOENT"); empty for what is no such name."""
    number = getattr(errno, name, None) if name.startswith("E") else None
    if not isinstance(number, int):
        return ""
    return str(REASONS[number]) if number in REASONS else os.strerror(number)
