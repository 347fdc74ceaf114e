"""rapport map: who came through whom, as lists, as a picture, or as data."""

import argparse
import os
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rapport.cli.output import OK, BadInput, print_json, say
from rapport.cli.session import open_session
from rapport.domain.map.map import Group, Network
from rapport.services.people.map import Map, open_map
from rapport.wording import system
from rapport.wording.map import group_name
from rapport.wording.phrases import labelled

SHOWN = 12  # people of a group where it is only told


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--svg", metavar="FILE", help=_("write the picture to a file"))
    parser.add_argument("--force", action="store_true", help=_("write over a file that is there"))


def execute(args: argparse.Namespace) -> int:
    found = open_map(open_session().owner.id)
    if args.svg:
        _write(Path(args.svg).expanduser().absolute(), found, force=args.force)
    if args.json:
        print_json(document(found))
    elif args.svg:
        say(_("The map is in %(file)s. Only you can read it; it holds names.") % {"file": args.svg})
    else:
        show(found.network)
    return OK


def document(found: Map) -> dict[str, Any]:
    """Nodes, what joins them, their groups, and where each stands."""
    network = found.network
    nodes = network.nodes
    return {
        "nodes": [
            {
                "id": node.id,
                "kind": node.kind,
                "name": node.name,
                "group": network.groups[node.group].key,
                "through": None if node.via is None else nodes[node.via].id,
                "closeness": node.closeness,
                "grew": node.grew,
                "x": x,
                "y": y,
            }
            for node, (x, y) in zip(nodes, found.places, strict=True)
        ],
        "edges": [
            {"from": nodes[edge.a].id, "to": nodes[edge.b].id, "join": edge.join, "weight": edge.weight}
            for edge in network.edges
        ],
        "groups": [
            {"key": group.key, "kind": group.kind, "name": group_name(group), "people": group.people}
            for group in network.groups
        ],
    }


def show(network: Network) -> None:
    """Each group with its people, those first through whom others came."""
    if not network.groups:
        say(_("Nobody is here yet."))
    for group in network.groups:
        count = ngettext("%(num)s person", "%(num)s people", group.people) % {"num": group.people}
        say(labelled(group_name(group), count))
        for line in _lines(network, group):
            say(f"  {line}")


def _lines(network: Network, group: Group) -> list[str]:
    inside = set(group.members)
    order = [at for at in network.telling() if at in inside and network.nodes[at].is_person]
    lines = []
    for at in order[:SHOWN]:
        node = network.nodes[at]
        way = [network.nodes[step].name for step in network.way(at)[:-1]]
        through = _("%(name)s, through %(origin)s") % {"name": node.name, "origin": ", ".join(reversed(way))}
        lines.append(through if way else node.name)
    if len(order) > SHOWN:
        more = len(order) - SHOWN
        lines.append(ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more})
    return lines


def _write(file: Path, found: Map, *, force: bool) -> None:
    """For its owner alone: it holds names."""
    from rapport.pictures.network import network_map  # read only where it is wanted: start-up counts
    from rapport.pictures.svg import DAY

    svg = network_map(found.network, found.places, palette=DAY).svg
    try:
        if force:
            file.unlink(missing_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(svg.encode())
    except FileExistsError:
        text = _("%(file)s is there already. Choose another name, or add --force.") % {"file": file}
        raise BadInput(text, "file_exists") from None
    except OSError as error:
        facts = {"file": file, "reason": system.reason(error)}
        raise BadInput(_("%(file)s could not be written (%(reason)s).") % facts, "cannot_write") from None
