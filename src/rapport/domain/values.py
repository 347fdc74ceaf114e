"""Frozen, slotted dataclasses that are cheap to import: their methods are shared, or made at first use.

The standard decorator writes and compiles six functions for each class: half a millisecond, every time a
program starts. Here a class costs a fifteenth of that, and its `__init__` is compiled at the first call.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # to the type checker they are the standard ones
else:
    from dataclasses import MISSING, FrozenInstanceError, fields
    from dataclasses import dataclass as standard
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen, slots):
        """As `dataclasses.dataclass(frozen=True, slots=True)`, for plain fields and their defaults."""
        if not (frozen and slots):
            raise TypeError("values are frozen and slotted: for others there is the standard decorator")

        def decorate(cls):
            cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard one works out a signature
            made = standard(init=False, repr=False, eq=False, slots=True)(cls)
            for name, method in SHARED.items():
                setattr(made, name, method)
            return made

        return decorate

    def first_init(self, *args, **kwargs):
        """Make the `__init__` of the class, and be replaced by it."""
        cls = type(self)
        cls.__init__ = own_init(cls)
        cls.__init__(self, *args, **kwargs)

    def own_init(cls):
        """The parameters are the fields as they stand; each is put straight into its slot."""
        known, head, body = {"MISSING": MISSING}, ["self"], ["    pass"]
        for at, field in enumerate(fields(cls)):
            name = value = field.name
            known[f"put_{at}"] = getattr(cls, name).__set__
            if field.default_factory is not MISSING:
                known[f"make_{at}"] = field.default_factory
                head.append(f"{name}=MISSING")
                value = f"make_{at}() if {name} is MISSING else {name}"
            elif field.default is not MISSING:
                known[f"default_{at}"] = field.default
                head.append(f"{name}=default_{at}")
            else:
                head.append(name)
            body.append(f"    put_{at}(self, {value})")
        exec("\n".join((f"def __init__({', '.join(head)}):", *body)), known)
        made = known["__init__"]
        made.__qualname__ = f"{cls.__qualname__}.__init__"
        return made

    @cache
    def reader(cls):
        """What takes all fields out of a value, as one tuple."""
        names = cls.__match_args__
        if len(names) > 1:
            return attrgetter(*names)
        return lambda value: tuple(getattr(value, name) for name in names)

    def equal(self, other):
        cls = type(self)
        if type(other) is not cls:
            return NotImplemented
        read = reader(cls)
        return read(self) == read(other)

    def hashed(self):
        return hash(reader(type(self))(self))

    def shown(self):
        said = (f"{field.name}={getattr(self, field.name)!r}" for field in fields(self) if field.repr)
        return f"{type(self).__qualname__}({', '.join(said)})"

    def copied(self):
        cls = type(self)
        return cls, reader(cls)(self)

    def refused(self, name, *_value):
        raise FrozenInstanceError(f"{type(self).__qualname__}.{name} cannot be changed")

    SHARED = {
        "__init__": first_init,
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": shown,
        "__reduce__": copied,  # for copy and pickle
        "__setattr__": refused,
        "__delattr__": refused,
    }
