# %% [markdown]
# # Entente in a notebook
#
# Reads files that `./entente` has written, asks the service, and draws three charts. Jupyter (with jupytext), VS Code, Spyder
# and PyCharm open this file as a notebook; `python3 src/python/notebook.py` runs it as a script. `src/docs/notebook.md` has
# the commands that write the files, and what is needed.

# %%
import os
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import pandas
from matplotlib.font_manager import fontManager

# Notebooks have no __file__; they start in the folder of the project or of this file.
places = [Path(__file__).parent] if "__file__" in globals() else [Path("src/python"), Path()]
HERE = next(place.resolve() for place in places if (place / "entente_client.py").exists())
sys.path.insert(0, str(HERE))
from entente_client import Client  # noqa: E402

DATA = Path(os.environ.get("ENTENTE_DATA", HERE.parents[1] / "target" / "docs" / "notebook"))
for name in ["series.csv", "verdicts.csv", "groups.csv", "exploration.json"]:
    if not (DATA / name).exists():
        raise SystemExit(f"{DATA / name} does not exist: src/docs/notebook.md has the commands that write it.")
CHARTS = DATA / "charts"
CHARTS.mkdir(parents=True, exist_ok=True)
client = Client(os.environ.get("ENTENTE_URL", "http://127.0.0.1:8080"), os.environ.get("ENTENTE_KEY"))

# %% [markdown]
# ## The look
# Colours and fonts of the pages; without the fonts, those that matplotlib brings.

# %%
FONTS = HERE.parent / "main" / "resources" / "entente" / "fonts"
for font in FONTS.glob("source-s*-[46]00.ttf"):
    if "latin-ext" not in font.name:
        fontManager.addfont(font)
plt.style.use(HERE / "entente.mplstyle")
SERIF = ["Source Serif 4", "DejaVu Serif"]
INK, SOFT, RIBBON = "#13202A", "#5A6872", "#E7EDE9"
BLUE = "#1F5A8F"
BANDS = {
    "exceptionally unlikely": (0, 1),
    "almost no chance": (1, 5),
    "very unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly even": (45, 55),
    "likely": (55, 80),
    "very likely": (80, 95),
    "almost certain": (95, 99),
}


def titled(axes, title, subtitle):
    """What the chart says, and what it shows in which unit."""
    axes.set_title(title, family=SERIF, weight=600, pad=30)
    axes.annotate(subtitle, (0, 1), (0, 12), "axes fraction", textcoords="offset points", color=SOFT, fontsize=10.5)


def save(figure, name):
    figure.savefig(CHARTS / f"{name}.png", bbox_inches="tight", pad_inches=0.25)
    print(f"chart {CHARTS / name}.png")


def words(name):
    """STRATEGIC_PARTNERSHIP as it is read."""
    return name.lower().replace("_", " ")


# %% [markdown]
# ## Files
# Numbers, dates and true or false need no options. An empty cell is a value that does not exist; pandas reads it as NaN, which
# sums and means would skip, so what must be there is checked.

# %%
series = pandas.read_csv(DATA / "series.csv", parse_dates=["as_of"])
verdicts = pandas.read_csv(DATA / "verdicts.csv", parse_dates=["as_of"])
groups = pandas.read_csv(DATA / "groups.csv", parse_dates=["as_of"])
for table, columns in [
    (series, ["percent", "low_percent", "high_percent"]),
    (verdicts, ["percent", "rules_sha256"]),
    (groups, ["alliance_points"]),
]:
    assert len(table) and table[columns].notna().all(axis=None), f"a value is missing in {columns}"

# %% [markdown]
# ## Likelihood over the years

# %%
record = series[series["list"] == "steps"][["scenario", "as_of", "percent", "low_percent", "high_percent"]]
record = record.sort_values(["as_of", "scenario"], ignore_index=True)
print("series\n" + record.to_csv(index=False))

figure, axes = plt.subplots()
for index, (band, (low, high)) in enumerate(BANDS.items()):
    if index % 2 == 0:
        axes.axhspan(low, high, color=RIBBON, linewidth=0)
    if high > 1:
        axes.text(1.012, (low + high) / 2, band, transform=axes.get_yaxis_transform(), va="center", color=SOFT, fontsize=9.5)
axes.vlines(record.as_of, record.low_percent, record.high_percent, color=BLUE, linewidth=5, alpha=0.3)
axes.plot(record.as_of, record.percent, ":", color=SOFT, linewidth=1.2)
axes.plot(record.as_of, record.percent, "o", color=INK, markersize=5)
first, last = record.iloc[0], record.iloc[-1]
for point, offset in [(first, (9, -4)), (last, (-13, 11))]:
    axes.annotate(f"{point.percent:g} %", (point.as_of, point.percent), offset, textcoords="offset points", weight=600)
axes.set(ylim=(0, 100), yticks=[0, 5, 20, 45, 55, 80, 95], yticklabels=["0", "5", "20", "45", "55", "80", "95 %"])
axes.set_xlim(pandas.Timestamp("1948-01-01"), pandas.Timestamp("2029-01-01"))
titled(
    axes,
    f"From {first.percent:g} % in {first.as_of.year} to {last.percent:g} % in {last.as_of.year}",
    "Likelihood of an alliance within five years; blue: the interval that unrated readings leave open",
)
save(figure, "likelihood")

# %% [markdown]
# ## What weighs most
# Points are ten times the base-10 logarithm of the odds: ten of them multiply the odds by ten.

# %%
joined = verdicts.merge(groups, left_on=["id", "as_of"], right_on=["scenario", "as_of"])
joined = joined[joined.alliance_points != 0].assign(size=joined.alliance_points.abs())
factors = joined.sort_values(["size", "group"], ascending=[False, True]).drop_duplicates("id")
factors = factors.sort_values(["percent", "id"], ascending=[False, True])
factors = factors[["id", "percent", "group_label", "alliance_points"]]
print("factors\n" + factors.to_csv(index=False))

# %% [markdown]
# ## What decides
# The service explores a scenario in which five readings are open: it counts every combination of their grades. Files and
# service must have the same rule book.

# %%
exploration = client.explore(HERE / "open-questions.json", unrated_any=True)
assert verdicts.rules_sha256.eq(client.rules_digest).all(), "the files are of another rule book than the service"
decisive = pandas.DataFrame(exploration["indicators"])
decisive = decisive.sort_values("total", ascending=False, kind="stable").head(6)
print("decisive\n" + decisive[["indicator", "first", "total"]].to_csv(index=False))

# %%
figure, axes = plt.subplots(figsize=(8.4, 3.9))
rows = decisive[::-1]
axes.barh(rows.label, 100 * rows["total"], height=0.56, color=RIBBON, edgecolor=SOFT, linewidth=0.8)
axes.barh(rows.label, 100 * rows["first"], height=0.56, color=BLUE)
for place, total in enumerate(100 * rows["total"]):
    axes.text(total + 0.8, place, f"{total:.0f} %" if total >= 1 else "< 1 %", va="center", weight=600)
axes.spines["bottom"].set_visible(False)
axes.tick_params(left=False, bottom=False, labelbottom=False)
titled(
    axes,
    f"Most depends on “{decisive.label.iloc[0]}”",
    "Share of the variance of the likelihood: blue: alone; outlined, and the number: with interactions",
)
save(figure, "what-decides")

# %% [markdown]
# ## How the verdict is distributed
# The exploration has each likelihood that occurs, with its probability.

# %%
outcomes = pandas.DataFrame(exploration["distribution"])
outcomes = outcomes.assign(percent=outcomes.percent.floordiv(1).astype(int))
outcomes = outcomes.groupby("percent").probability.sum().round(9).reset_index()
print("outcomes\n" + outcomes.to_csv(index=False))

# %%
figure, axes = plt.subplots()
highest = 100 * outcomes.probability.max()
end = next(high for _, high in BANDS.values() if outcomes.percent.max() <= high)
for index, (band, (low, high)) in enumerate(BANDS.items()):
    if low < end:
        axes.axvspan(low, high, color=RIBBON if index % 2 == 0 else "none", linewidth=0)
        share = list(exploration["bands"].values())[index]
        label = band.replace(" ", "\n") + f"\n{100 * share:.0f} %"
        place, side = ((low + high) / 2, "center") if high > 1 else (-0.4, "right")
        axes.text(place, highest * 1.36, label, ha=side, va="top", color=SOFT, fontsize=9)
axes.bar(outcomes.percent + 0.5, 100 * outcomes.probability, 0.86, color=BLUE)
relationships = pandas.DataFrame(exploration["relationships"]).sort_values("probability", ascending=False)
for place, (name, share) in enumerate(zip(relationships.relationship, relationships.probability)):
    axes.text(0.97, 0.62 - 0.075 * place, f"{words(name)} {100 * share:.0f} %", transform=axes.transAxes, ha="right",
              color=SOFT)
edges = [low for low, _ in BANDS.values() if 0 < low < end] + [end]
axes.set(xlim=(0, end + 1), ylim=(0, highest * 1.4), yticks=[])
axes.set_xticks(edges, [str(edge) for edge in edges[:-1]] + [f"{end} %"])
axes.spines["left"].set_visible(False)
titled(
    axes,
    f"With five questions open, the mean likelihood is {exploration['meanPercent']:.0f} %",
    "Probability of each likelihood, one column for each percent; on the right, of each relationship",
)
save(figure, "distribution")

# %% [markdown]
# ## The same in SQL
# `queries.sql` has the three tables above as queries for DuckDB. They are run here if its module is installed.

# %%
try:
    import duckdb
except ImportError:
    print("DuckDB is not installed: the queries are not run.")
else:
    database = duckdb.connect()
    database.execute(f"SET file_search_path = '{DATA.resolve()}'")
    for part in (HERE / "queries.sql").read_text(encoding="utf-8").split("-- name: ")[1:]:
        name, query = part.split("\n", 1)
        found = database.execute(query).df()
        pandas.testing.assert_frame_equal(
            found.reset_index(drop=True), {"series": record, "factors": factors, "outcomes": outcomes}[name]
            .reset_index(drop=True), check_dtype=False)
        print(f"DuckDB gives the same {len(found)} rows of {name}.")
