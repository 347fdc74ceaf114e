"""Which group each belongs to: the most telling fact that enough people have in common."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from rapport.domain.map.map import Group, GroupKind, Occasion, Someone
from rapport.domain.text import fold

ENOUGH = 3  # people make a group
LARGER = ((500, 2), (2_000, 4))  # from so many people on, so many times larger: else groups are too many
ROUNDS = 12  # of passing labels on; they settle in three or four

Home = tuple[GroupKind, str]  # and what tells it from others of its kind


def groups_of(
    people: Sequence[Someone],
    occasions: Sequence[Occasion],
    via: Sequence[int | None],
    joined: Mapping[tuple[int, int], float],
) -> list[Group]:
    """Every node in one group, the largest group first."""
    return _groups(_Homes(people, occasions, via, joined).settle(), people, occasions)


def upwards(place: int | None, via: Sequence[int | None]) -> Iterable[int]:
    while place is not None:
        yield place
        place = via[place]


class _Homes:
    """Gives every tree of introductions one group: whoever came through somebody stays with them."""

    def __init__(
        self,
        people: Sequence[Someone],
        occasions: Sequence[Occasion],
        via: Sequence[int | None],
        joined: Mapping[tuple[int, int], float],
    ) -> None:
        self.people = people
        self.enough = ENOUGH * max((times for many, times in LARGER if len(people) >= many), default=1)
        self.trees: dict[int, list[int]] = {}  # by its root
        root = [0] * len(via)
        for place in range(len(via)):
            *_, root[place] = upwards(place, via)
            self.trees.setdefault(root[place], []).append(place)
        self.sizes = {top: sum(one < len(people) for one in tree) for top, tree in self.trees.items()}
        self.ids = [*(one.id for one in people), *(one.id for one in occasions)]
        self.near: dict[int, dict[int, float]] = {top: {} for top in self.trees}
        for (a, b), weight in joined.items():
            if root[a] != root[b]:
                for one, other in ((root[a], root[b]), (root[b], root[a])):
                    self.near[one][other] = self.near[one].get(other, 0.0) + weight
        self.homes: dict[int, Home] = {}

    def settle(self) -> dict[Home, list[int]]:
        """Members by home."""
        for top, size in self.sizes.items():
            if top >= len(self.people) and size:
                self.homes[top] = (GroupKind.GATHERING, str(self.ids[top]))
            elif size >= self.enough:
                self.homes[top] = (GroupKind.THROUGH, str(self.ids[top]))
        self._share(GroupKind.ORGANISATION, "organisation")
        self._pass_on()
        self._share(GroupKind.CITY, "city")
        for top, tree in self.trees.items():
            if not self.sizes[top]:
                continue
            alone = (GroupKind.THROUGH, str(self.ids[top])) if len(tree) > 1 else (GroupKind.REST, "")
            self.homes.setdefault(top, alone)
        for top, size in self.sizes.items():
            if not size:  # a gathering nobody came through goes with those who share it
                theirs = [(-weight, other) for other, weight in self.near[top].items() if self.sizes[other]]
                self.homes[top] = self.homes[min(theirs)[1]] if theirs else next(iter(self.homes.values()))
        members: dict[Home, list[int]] = {}
        for top, tree in self.trees.items():
            members.setdefault(self.homes[top], []).extend(tree)
        return members

    def _share(self, kind: GroupKind, name: str) -> None:
        """The first person of a tree speaks for it."""
        alike: dict[str, list[int]] = {}
        for top in self.trees:
            if top not in self.homes and top < len(self.people) and (said := getattr(self.people[top], name)):
                alike.setdefault(fold(said), []).append(top)
        for said, tops in alike.items():
            if sum(self.sizes[top] for top in tops) >= self.enough:
                self.homes.update(dict.fromkeys(tops, (kind, said)))

    def _pass_on(self) -> None:
        """Whoever has no home joins those they share most history with: label propagation, by id."""
        free = [top for top in self.trees if top not in self.homes and self.near[top]]
        labels = dict(self.homes) | {top: (GroupKind.AROUND, str(self.ids[top])) for top in free}
        for _ in range(ROUNDS):
            before = dict(labels)
            for top in free:
                pull: dict[Home, float] = {
                    labels[top]: 0.001
                }  # what is as strong as what one has changes nothing
                for other, weight in self.near[top].items():
                    if other in labels:
                        pull[labels[other]] = pull.get(labels[other], 0.0) + weight
                labels[top] = min(pull, key=lambda label: (-pull[label], label))
            if labels == before:
                break
        for home in {labels[top] for top in free}:
            tops = [top for top in free if labels[top] == home]
            if home[0] is not GroupKind.AROUND:
                self.homes.update(dict.fromkeys(tops, home))
            elif sum(self.sizes[top] for top in tops) >= self.enough:
                people = [top for top in tops if top < len(self.people)]
                middle = max(people, key=lambda top: (sum(self.near[top].values()), -top))
                self.homes.update(dict.fromkeys(tops, (GroupKind.AROUND, str(self.ids[middle]))))


def _groups(
    home: Mapping[Home, Sequence[int]], people: Sequence[Someone], occasions: Sequence[Occasion]
) -> list[Group]:
    named = {str(one.id): (one.id, one.name) for one in people}
    named |= {str(one.id): (one.id, one.name) for one in occasions}
    made = []
    for (kind, told), members in home.items():
        theirs = [at for at in members if at < len(people)]
        about, name = named.get(told, (None, ""))
        if kind in (GroupKind.ORGANISATION, GroupKind.CITY):
            spelled = Counter(
                said
                for at in theirs
                if fold(
                    said := people[at].organisation if kind is GroupKind.ORGANISATION else people[at].city
                )
                == told
            )
            name = min(spelled, key=lambda said: (-spelled[said], said))
        key = blake2b(f"{kind}:{told}".encode(), digest_size=8).hexdigest()
        made.append(Group(kind, key, name, tuple(sorted(members)), len(theirs), about))
    return sorted(made, key=lambda group: (-group.people, group.key))
