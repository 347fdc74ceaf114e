"""The peers of `bench.paths`, run with the Python of their own environment: `paths_peers.py NAME QUERIES`."""

import json
import math
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.paths import PEOPLE, graph, timed


def networkx() -> Any:
    """Its quickest weighted search between two people."""
    import networkx as nx

    a, b, p = (each.tolist() for each in graph())
    made = nx.Graph()
    made.add_nodes_from(range(PEOPLE))
    made.add_weighted_edges_from(zip(a, b, (-math.log(each) for each in p), strict=True))

    def query(target: int) -> float:
        try:
            return math.exp(-nx.bidirectional_dijkstra(made, 0, target)[0])
        except nx.NetworkXNoPath:
            return 0.0

    return query


def igraph() -> Any:
    import igraph as ig
    import numpy as np

    a, b, p = graph()
    made = ig.Graph(n=PEOPLE, edges=np.stack([a, b], 1), directed=False)
    made.es["w"] = -np.log(p)

    def query(target: int) -> float:
        way = made.get_shortest_path(0, target, weights="w", output="epath")
        return math.exp(-sum(made.es[edge]["w"] for edge in way)) if way else 0.0

    return query


def main(name: str, many: str) -> None:
    before = time.process_time()
    query = {"networkx": networkx, "igraph": igraph}[name]()
    built = time.process_time() - before
    print("\n" + json.dumps({**timed(query, int(many)), "build": built}))


main(*sys.argv[1:])
