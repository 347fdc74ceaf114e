"""Words written one after the other."""


def listed(text: str) -> frozenset[str]:
    return frozenset(text.split())
