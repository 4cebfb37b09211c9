"""Loads the tables of Entente as analysts do, without options, and checks the types of their columns.

usage: tables.py COLUMNS FOLDER csv|pandas

The folder has a file for each table of COLUMNS, the output of `entente scenario schema NAME --fields`, named after its command: assess-table-ledger.csv for
`entente assess --table ledger --format csv`, and .ndjson for the same rows as lines of JSON. Loads them with this library.
"""

import csv
import datetime
import pathlib
import re
import sys

LIBRARY = sys.argv[3]
if LIBRARY == "pandas":
    import pandas


def declared(page):
    """The tables of the page: file name without extension, and type by column."""
    tables = {}
    for section in page.split("\n## `entente ")[1:]:
        name, rest = section.split(" --format csv`\n", 1) if " --format csv`\n" in section else (None, "")
        if name:
            columns = re.findall(r"^\| `(\w+)` \| ([\w ]+) \|", rest.split("\n## ")[0], re.M)
            tables[re.sub(r"\W+", "-", name)] = dict(columns)
    return tables


def check(condition, file, column, found):
    if not condition:
        sys.exit(f"{file.name}: column {column}: {found}")


PATTERNS = {
    "number": r"-?\d+(\.\d+)?",
    "whole number": r"-?\d+",
    "true or false": r"true|false",
    "date": r"\d{4}-\d\d-\d\d",
}


def check_csv(file, types):
    with open(file, newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    check(rows, file, "-", "no rows")
    for column, type_ in types.items():
        for row in rows:
            cell = row[column]
            known = cell == "" or type_ not in PATTERNS or re.fullmatch(PATTERNS[type_], cell)
            check(known, file, column, f"{cell} is no {type_}")


def check_pandas(file, types, table):
    check(list(table.columns) == list(types), file, "-", f"columns {list(table.columns)}")
    for column, type_ in types.items():
        cells = table[column]
        dtype = cells.dtype
        if cells.isna().all():
            continue
        if type_ == "number" or type_ == "whole number":
            fitting = dtype.kind in "if"
            fitting = fitting and (type_ == "number" or cells.isna().any() or dtype.kind == "i")
        elif type_ == "true or false":
            # numpy has no missing truth value: beside one, pandas keeps objects from CSV and reads 1 and 0 from JSON.
            fitting = dtype.kind == "b" or (cells.isna().any() and set(cells.dropna()) <= {True, False})
        else:
            # Lists of one number each, such as cut points, are read as numbers.
            fitting = type_ == "list" or all(isinstance(cell, str) for cell in cells.dropna())
            if type_ == "date":
                cells.dropna().map(datetime.date.fromisoformat)
        check(fitting, file, column, f"{dtype} is no {type_}")


def check_sums(folder):
    """The points of a barrier are the sum of the points of its rules, which counts what fired only."""
    ledger = pandas.read_csv(folder / "assess-table-ledger.csv")
    groups = pandas.read_csv(folder / "assess-table-groups.csv")
    for points in ["alliance_points", "partnership_points"]:
        rules = ledger.groupby(["scenario", "group"])[points].sum().round(2)
        difference = (groups.set_index(["scenario", "group"])[points] - rules).dropna()
        if len(difference) != len(groups) or difference.abs().max() > 0.001:
            sys.exit(f"{points} of the ledger do not add up to those of the groups")


def main():
    page, folder = map(pathlib.Path, sys.argv[1:3])
    tables = declared(page.read_text(encoding="utf-8"))
    for name, types in tables.items():
        files = [folder / f"{name}.csv"] + list(folder.glob(f"{name}.ndjson"))
        for file in files:
            if LIBRARY == "pandas":
                read = pandas.read_csv(file) if file.suffix == ".csv" else pandas.read_json(file, lines=True)
                check_pandas(file, types, read)
            elif file.suffix == ".csv":
                check_csv(file, types)
    if LIBRARY == "pandas":
        check_sums(folder)
    print(LIBRARY, getattr(sys.modules[LIBRARY], "__version__", "of Python"))
    print(f"{len(tables)} tables have the types that {page.name} declares")


main()
