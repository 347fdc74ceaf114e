"""The names that stand on the map."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.domain.map.map import Group, GroupKind, Network


def group_name(group: Group) -> str:
    """What all of a group have in common, as it is written beside them."""
    if group.kind is GroupKind.THROUGH:
        return _("through %(name)s") % {"name": group.name}
    if group.kind is GroupKind.AROUND:
        return _("around %(name)s") % {"name": group.name}
    if group.kind is GroupKind.REST:
        return _("on their own")
    return group.name


def told(network: Network) -> list[str]:
    """The picture in a few sentences: how many, and the largest groups."""
    people = sum(group.people for group in network.groups)
    said = [
        ngettext("%(num)s person you know.", "%(num)s people you know.", people) % {"num": people},
    ]
    for group in network.groups[:5]:
        count = ngettext("%(num)s person", "%(num)s people", group.people) % {"num": group.people}
        said.append(_("%(group)s: %(count)s.") % {"group": group_name(group), "count": count})
    return said
