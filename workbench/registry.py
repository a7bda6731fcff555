"""Plug-ins by name: one module (or package) of a folder is one plug-in.

Names are listed without importing anything; loading one imports one module and checks the value it offers.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Generic, TypeVar

from workbench.errors import NotFoundError

T = TypeVar("T")


class Registry(Generic[T]):
    """The plug-ins in one package.

    Args:
        package: dotted name of the package that holds one module a plug-in.
        attribute: the name each module binds its plug-in to, such as ``READER``.
        kind: the type every plug-in must be an instance of.
        reserved: module names in the package that are no plug-ins.

    """

    def __init__(
        self, package: str, attribute: str, kind: type[T], reserved: tuple[str, ...] = ("base",)
    ) -> None:
        self.package = package
        """Dotted name of the package."""
        self.attribute = attribute
        """What each module binds its plug-in to."""
        self.kind = kind
        """The type of the plug-ins."""
        self._reserved = frozenset(reserved)
        self._load = cache(self._load_one)

    def names(self) -> list[str]:
        """Every plug-in's name, sorted; imports nothing but the package itself."""
        return list(self._names)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        # Read once: the folder does not change while the program runs, and finders ask for every passage.
        path = importlib.import_module(self.package).__path__
        found = (info.name for info in pkgutil.iter_modules(path))
        return tuple(
            sorted(name for name in found if not name.startswith("_") and name not in self._reserved)
        )

    def load(self, name: str) -> T:
        """The plug-in of that name.

        Raises:
            NotFoundError: no such plug-in; the hint lists those there are.

        """
        if name not in self._names:
            what = self.attribute.lower()
            raise NotFoundError(f"no {what} named {name!r}", f"there are: {', '.join(self._names)}")
        return self._load(name)

    def all(self) -> Iterator[T]:
        """Every plug-in, in the order of the names."""
        return (self.load(name) for name in self.names())

    def _load_one(self, name: str) -> T:
        value = getattr(importlib.import_module(f"{self.package}.{name}"), self.attribute)
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.package}.{name}.{self.attribute} is no {self.kind.__name__}")
        return value
