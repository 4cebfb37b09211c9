"""Client of the HTTP service of Entente, for scripts and notebooks: one file, standard library only, Python 3.11 or later.

    from entente_client import Client
    client = Client()                                    # ./entente serve on this machine
    client.assess("status-quo-2025")["verdict"]["likelihood"]

A scenario is the id of one that the service has (a str), a file (a pathlib.Path: JSON or .xlsx), or a mapping as in a
JSON file. Results are the JSON of the service, whose fields `entente scenario schema NAME --fields` lists: likelihoods are in percent,
0.1 to 99.9, probabilities 0 to 1, differences in percentage points. Nothing that the service refuses is left out in silence:
every failure raises an EntenteError, and a number that is not finite is neither sent nor accepted.
"""

import contextlib
import http.client
import json
import math
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]
Scenario = str | Path | Mapping[str, Any]

JSON = "application/json"
NDJSON = "application/x-ndjson"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BRIEFINGS = {
    "json": JSON,
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_MAX_WAIT = 30.0
_MAX_ANSWER = 256 * 1024 * 1024
_CHUNK = 64 * 1024


class Operation(NamedTuple):
    """What the client uses of an operation of the service; a test compares it with the OpenAPI document."""

    method: str
    path: str
    query: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    sends: tuple[str, ...] = ()
    reads: tuple[str, ...] = (JSON,)


_KEY = "Idempotency-Key"
_SCENARIO = (JSON, WORKBOOK)

OPERATIONS = {
    "assess": Operation(
        "POST", "/assessments", ("keep", "scale", "table"), (_KEY,), _SCENARIO, (JSON, NDJSON)),
    "listAssessments": Operation(
        "GET", "/assessments", ("scenario", "band", "from", "to", "rules", "limit", "after")),
    "getAssessment": Operation("GET", "/assessments/{id}"),
    "verifyAssessment": Operation("GET", "/assessments/{id}/verify"),
    "assessBatch": Operation(
        "POST", "/assessments:batch", ("keep", "scale", "results"), (_KEY, "Prefer"), (NDJSON,)),
    "validate": Operation("POST", "/validations", sends=_SCENARIO),
    "flip": Operation("POST", "/flips", sends=(JSON,)),
    "compare": Operation("POST", "/comparisons", sends=(JSON,)),
    "sensitivity": Operation("POST", "/sensitivities", sends=_SCENARIO),
    "explore": Operation("POST", "/explorations", (), (_KEY, "Prefer"), _SCENARIO),
    "getJob": Operation("GET", "/jobs/{id}"),
    "cancelJob": Operation("DELETE", "/jobs/{id}"),
    "writeSheet": Operation("POST", "/sheets", sends=_SCENARIO, reads=(WORKBOOK,)),
    "writeBriefing": Operation(
        "POST", "/briefings", ("scale",), (), _SCENARIO, tuple(BRIEFINGS.values())),
    "briefScenario": Operation(
        "GET", "/briefings", ("scenario", "format", "scale"), reads=tuple(BRIEFINGS.values())),
    "publishEdition": Operation("POST", "/editions", ("ifChanged",), (_KEY,), _SCENARIO),
    "listEditions": Operation("GET", "/editions", ("limit", "after")),
    "getEdition": Operation("GET", "/editions/{scenario}/{number}", ("format",), reads=tuple(BRIEFINGS.values())),
    "getTrackRecord": Operation("GET", "/track-record"),
    "listScenarios": Operation("GET", "/scenarios", ("limit", "after")),
    "getScenario": Operation("GET", "/scenarios/{id}"),
    "putScenario": Operation("PUT", "/scenarios/{id}", (), ("If-Match", "If-None-Match"), _SCENARIO),
    "deleteScenario": Operation("DELETE", "/scenarios/{id}", (), ("If-Match",)),
    "listIndicators": Operation("GET", "/indicators"),
    "listRules": Operation("GET", "/rules"),
    "getRule": Operation("GET", "/rules/{id}"),
    "getSchema": Operation("GET", "/schemas/{name}"),
    "openapi": Operation("GET", "/openapi.json"),
}


class Fault(NamedTuple):
    """One problem of an input: a JSON pointer such as #/readings/x, a code, a sentence, and a place in the file."""

    pointer: str
    code: str
    message: str
    allowed: tuple[str, ...] = ()
    suggestion: str | None = None
    place: str | None = None

    def __str__(self) -> str:
        parts = [f"{self.pointer}: {self.code}: {self.message}"]
        parts += [f"Allowed: {', '.join(self.allowed)}."] if self.allowed else []
        parts += [f"Did you mean {self.suggestion}?"] if self.suggestion else []
        return " ".join(parts) + (f" ({self.place})" if self.place else "")


class EntenteError(Exception):
    """Base of everything that the client raises on purpose."""


class InputError(EntenteError, ValueError):
    """An argument that cannot be sent, such as NaN; nothing was sent."""


class UnreachableError(EntenteError):
    """No complete answer: nothing listens there, the connection was lost, or the time is over.

    Of a request that stores something it is unknown whether it was processed, unless nothing listens there.
    """


class UnexpectedAnswerError(EntenteError):
    """An answer that is not one of Entente, is not what was asked for, or was given under another rule book."""


class ProblemError(EntenteError):
    """The service refused: a problem after RFC 9457 with all its faults.

    status: HTTP status, such as 422; kind: "invalid", "unauthenticated" and so on, the last part of the problem's type.
    """

    def __init__(self, problem: Mapping[str, Any], request: str = ""):
        with _expected("a problem"):
            self.problem = dict(problem)
            self.status: int = problem["status"]
            self.kind: str = str(problem["type"]).rsplit("/", 1)[-1]
            self.faults = _faults(problem)
            omitted = problem.get("errorsOmitted", 0)
            what = f"{self.status} {problem['title']}: {problem['detail']}"
        lines = [f"{request}: {what}" if request else what, *map(str, self.faults)]
        super().__init__("\n  ".join(lines + ([f"and {omitted} more"] if omitted else [])))


class BatchError(EntenteError):
    """Some scenarios of a batch were refused. result: the whole answer; refused: the problem of each, by position."""

    def __init__(self, result: Json):
        self.result = result
        with _expected("results of a batch"):
            self.refused = {row["index"]: ProblemError(row["problem"]) for row in result["results"] if "problem" in row}
            lines = [f"{index}: {problem}" for index, problem in self.refused.items()]
            count = f"{len(lines)} of {len(result['results'])} scenarios were refused"
        super().__init__("\n".join([count + "; partial=True returns the others.", *lines]))


class JobError(EntenteError):
    """A job that was cancelled, or has not ended in the given time. job: its last state."""

    def __init__(self, message: str, job: Json):
        super().__init__(message)
        self.job = job


class Answer(NamedTuple):
    """Status, headers with names in lower case, and body of a response."""

    status: int
    headers: dict[str, str]
    body: bytes


class Stored(NamedTuple):
    """An assessment in the archive of the service."""

    id: str
    assessment: Json


class Client:
    """Calls the service at an address.

    url: address, with or without /api/v1. key: an API key or a token; never sent to another address. timeout: seconds for
    connecting and for each wait for bytes, above 0. deadline: seconds for a whole answer, above 0. retries: how often a request is repeated that the service has not
    processed, 0 or more; the waits are those that it asks for, at most 30 seconds each. rules: digest of a rule book, or
    its first characters; an answer under another one raises UnexpectedAnswerError, so that figures of two do not mix.
    """

    def __init__(
        self,
        url: str = "http://127.0.0.1:8080",
        key: str | None = None,
        *,
        timeout: float = 60.0,
        deadline: float = 600.0,
        retries: int = 4,
        rules: str | None = None,
    ):
        address = urllib.parse.urlsplit(url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise InputError(f"{url} is no address such as http://127.0.0.1:8080.")
        if address.username or address.query or address.fragment:
            raise InputError("An address has no user, query or fragment; a key is given as key=.")
        if not all(math.isfinite(seconds) and seconds > 0 for seconds in (timeout, deadline)) or retries < 0:
            raise InputError("timeout and deadline are numbers of seconds above 0, retries a number from 0.")
        if key is not None and not (key.isascii() and key.isprintable() and key.strip() == key != ""):
            raise InputError("The key is empty or has characters that no key has, such as the end of a line.")
        self._root = url.rstrip("/").removesuffix("/api/v1") + "/api/v1"
        self._key, self._timeout, self._deadline, self._retries, self._rules = key, timeout, deadline, retries, rules
        self.rules_digest: str | None = None  # of the last answer
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect(), _WatchedHttp(), _WatchedHttps()]
        if address.hostname in ("localhost", "127.0.0.1", "::1"):
            handlers.append(urllib.request.ProxyHandler({}))
        self._opener = urllib.request.build_opener(*handlers)

    # Assessments

    def assess(self, scenario: Scenario, *, scale: str | None = None) -> Json:
        """The assessment of a scenario; nothing is stored. scale: icd203 (default) or phia."""
        return self._ask("assess", scenario, query={"keep": False, "scale": scale})

    def assess_and_store(
        self, scenario: Scenario, *, scale: str | None = None, idempotency_key: str | None = None
    ) -> Stored:
        """Assesses and stores. The same call with the same idempotency_key within 24 hours stores nothing more."""
        answer = self._call("assess", *self._scenario(scenario), query={"scale": scale}, once=idempotency_key or True)
        with _expected("the address of what was stored"):
            return Stored(answer.headers["location"].rsplit("/", 1)[-1], _json(answer))

    def table(self, scenario: Scenario, table: str = "verdicts", *, scale: str | None = None) -> list[Json]:
        """Rows for pandas.DataFrame: verdicts, groups, ledger, readings or changes, with every column in each row.

        None is a value that does not exist, such as the points of a rule that did not fire.
        """
        query = {"keep": False, "scale": scale, "table": table}
        answer = self._call("assess", *self._scenario(scenario), query=query, accept=NDJSON)
        with _expected("a line of JSON for each row"):
            return [_loads(line) for line in answer.body.decode().splitlines()]

    def assessments(
        self,
        *,
        scenario: str | None = None,
        band: str | None = None,
        since: date | None = None,
        until: date | None = None,
        rules: str | None = None,
        page: int = 50,
    ) -> Iterator[Json]:
        """All stored assessments, newest first, page by page (1 to 200 each) as they are consumed.

        since and until: when they were stored; a date begins at midnight UTC, and a time has a zone.
        """
        query = {"scenario": scenario, "band": band, "from": since, "to": until, "rules": rules}
        return self._pages("listAssessments", "assessments", page, query)

    def assessment(self, id: str) -> Json:
        """A stored assessment."""
        return self._ask("getAssessment", path={"id": id})

    def verify(self, id: str) -> Json:
        """Whether the engine still gives the stored assessment, and where not."""
        report = self._ask("verifyAssessment", path={"id": id})
        with _expected("a report of one assessment"):
            return dict(report[0])

    def assess_batch(
        self,
        scenarios: Iterable[Scenario],
        *,
        keep: bool = False,
        full: bool = False,
        partial: bool = False,
        scale: str | None = None,
    ) -> Json:
        """Up to 1,000 scenarios (full: 100, with whole assessments), results in their order.

        Raises BatchError if one was refused, unless partial; keep stores those that were not.
        """
        return _checked(_json(self._batch(scenarios, keep, full, scale)), partial)

    def submit_batch(
        self,
        scenarios: Iterable[Scenario],
        *,
        keep: bool = False,
        full: bool = False,
        partial: bool = False,
        scale: str | None = None,
    ) -> "Job":
        """The same as a job."""
        answer = self._batch(scenarios, keep, full, scale, job=True)
        with _expected("a job"):
            return Job(self, _json(answer)["id"], partial)

    def validate(self, scenario: Scenario) -> list[Fault]:
        """All faults of a scenario; empty if it can be assessed. What is no JSON at all raises ProblemError."""
        reports = self._ask("validate", scenario)
        with _expected("a report of one scenario"):
            report = reports[0]
            if report["valid"] != (not report.get("errors")):
                raise UnexpectedAnswerError(f"Neither valid nor invalid: {report}")
            return list(_faults(report))

    # Questions

    def flip(self, scenario: Scenario, to: str, *, lock: Iterable[str] = (), max_size: int | None = None) -> Json:
        """All smallest sets of changes that lead to a band, or to any "up" or "down". max_size: 1 to 4, default 3."""
        target: Json = {to: True} if to in ("up", "down") else {"to": to}
        asked = _given({"lock": list(lock), "maxSize": max_size})
        return self._ask("flip", body={"scenario": self._document(scenario), **target, **asked})

    def compare(self, first: Scenario, *others: Scenario) -> Json:
        """How the others, 1 to 31, differ from the first, and what has which share of the change."""
        return self._ask("compare", body={"scenarios": [self._document(one) for one in (first, *others)]})

    def sensitivity(self, scenario: Scenario, *, all_readings: bool = False) -> Json:
        """The effect of each reading alone; all_readings: also of those without effect."""
        return self._ask("sensitivity", *self._question(scenario, {"all": all_readings or None}))

    def explore(self, scenario: Scenario, **asked: Any) -> Json:
        """How probable each verdict is where readings are uncertain, and which reading decides.

        given: grades by indicator; world: list of worlds; unrated_any: bool; index: "percent" or a band; discover: a
        band; lock: ids. See src/docs/exploration.md.
        """
        return self._ask("explore", *self._exploration(scenario, asked))

    def submit_exploration(self, scenario: Scenario, **asked: Any) -> "Job":
        """The same as a job, without a deadline."""
        answer = self._call("explore", *self._exploration(scenario, asked), once=True, job=True)
        with _expected("a job"):
            return Job(self, _json(answer)["id"])

    def job(self, id: str) -> "Job":
        """A job that was submitted within the last 24 hours."""
        return Job(self, id)

    # Documents

    def sheet(self, scenario: Scenario) -> bytes:
        """A valid scenario as a workbook (.xlsx)."""
        return self._call("writeSheet", *self._scenario(scenario), accept=WORKBOOK).body

    def briefing(self, scenario: Scenario, format: str = "json", *, scale: str | None = None) -> bytes:
        """A briefing as a file in json, md, html, pdf or docx; not stored."""
        body = self._scenario(scenario)
        return self._call("writeBriefing", *body, query={"scale": scale}, accept=_media(format)).body

    def stored_briefing(self, scenario: str, format: str = "json", *, scale: str | None = None) -> bytes:
        """A briefing of a scenario that the service has."""
        query = {"scenario": scenario, "format": format, "scale": scale}
        return self._call("briefScenario", query=query, accept=_media(format)).body

    def publish_edition(
        self, scenario: Scenario, *, if_changed: bool = False, idempotency_key: str | None = None
    ) -> Json:
        """Publishes a briefing as the next edition of its scenario; if_changed: only if something has changed."""
        query = {"ifChanged": if_changed or None}
        body = self._scenario(scenario)
        return _json(self._call("publishEdition", *body, query=query, once=idempotency_key or True))

    def editions(self, *, page: int = 50) -> Iterator[Json]:
        """The statements of all editions, page by page."""
        return self._pages("listEditions", "editions", page, {})

    def edition(self, scenario: str, number: int, format: str = "json") -> bytes:
        """One edition as a file; number from 1."""
        path = {"scenario": scenario, "number": number}
        return self._call("getEdition", path=path, query={"format": format}, accept=_media(format)).body

    def track_record(self) -> Json:
        """Scores of the statements that are resolved."""
        return self._ask("getTrackRecord")

    # What the service has

    def scenarios(self, *, page: int = 50) -> Iterator[Json]:
        """Id, title, date, origin and ETag of the shipped and the stored scenarios."""
        return self._pages("listScenarios", "scenarios", page, {})

    def scenario(self, id: str) -> Json:
        """A scenario as its file has it; what it inherits is not filled in."""
        return self._ask("getScenario", path={"id": id})

    def put_scenario(self, id: str, scenario: Scenario, *, replaces: str | None = None) -> Json:
        """Stores a new scenario, or a new version of the one whose ETag (see scenarios()) is given.

        Raises ProblemError with status 412 if there is one already, or if it has changed since.
        """
        headers = {"If-Match": replaces} if replaces else {"If-None-Match": "*"}
        return self._ask("putScenario", scenario, path={"id": id}, headers=headers)

    def delete_scenario(self, id: str, etag: str) -> None:
        """Deletes the version of a stored scenario with this ETag."""
        self._call("deleteScenario", path={"id": id}, headers={"If-Match": etag})

    def indicators(self) -> list[Json]:
        """What a scenario can rate: unit, range, cut points and anchors of each."""
        return self._ask("listIndicators")

    def rules(self) -> Json:
        """The active rule book: version, digest, groups, weights, base rates and rules."""
        return self._ask("listRules")

    def rule(self, id: str) -> Json:
        """One rule, with its claim, conditions and paragraphs."""
        return self._ask("getRule", path={"id": id})

    def schema(self, name: str) -> Json:
        """The JSON Schema of a document, such as assessment."""
        return self._ask("getSchema", path={"name": name})

    def openapi(self) -> Json:
        """The OpenAPI 3.1 document of the service."""
        return self._ask("openapi")

    # Requests

    def _ask(self, operation: str, scenario: Any = None, media: str = JSON, body: Any = None, **rest: Any) -> Any:
        """The JSON of an answer to a scenario, to encoded bytes, or to a body of JSON."""
        if isinstance(scenario, bytes):
            return _json(self._call(operation, scenario, media, **rest))
        if scenario is not None:
            return _json(self._call(operation, *self._scenario(scenario), **rest))
        return _json(self._call(operation, None if body is None else _dumps(body), **rest))

    def _pages(self, operation: str, name: str, size: int, query: Json) -> Iterator[Json]:
        after = None
        seen: set[str] = set()
        while True:
            page = self._ask(operation, query={**query, "limit": size, "after": after})
            with _expected(f"a page of {name}"):
                rows, after = list(page[name]), page.get("next")
                if after in seen:
                    raise UnexpectedAnswerError(f"The pages of {name} do not end: {after} comes again.")
            yield from rows
            if after is None:
                return
            seen.add(after)

    def _batch(self, scenarios: Iterable[Scenario], keep: bool, full: bool, scale: str | None, job: bool = False) -> Answer:
        lines = b"\n".join(_dumps(self._document(one)) for one in scenarios)
        query = {"keep": keep, "results": "full" if full else None, "scale": scale}
        return self._call("assessBatch", lines, NDJSON, query=query, once=keep or job, job=job)

    def _exploration(self, scenario: Scenario, asked: Json) -> tuple[bytes, str]:
        names = {"unrated_any": "unratedAny"} | {name: name for name in ("given", "discover", "lock")}
        unknown = sorted(asked.keys() - names.keys())
        if unknown:
            raise InputError(f"explore takes {', '.join(names)}, not {', '.join(unknown)}.")
        return self._question(scenario, {names[name]: value for name, value in asked.items()})

    def _question(self, scenario: Scenario, asked: Json) -> tuple[bytes, str]:
        """The scenario alone if nothing else is asked, so that a spreadsheet can be one."""
        asked = _given(asked)
        return (_dumps({"scenario": self._document(scenario), **asked}), JSON) if asked else self._scenario(scenario)

    def _scenario(self, scenario: Scenario) -> tuple[bytes, str]:
        """Body and media type; a file as it is, so that faults have its lines or cells."""
        if isinstance(scenario, Path):
            return _read(scenario), WORKBOOK if scenario.suffix.lower() == ".xlsx" else JSON
        return _dumps(self._document(scenario)), JSON

    def _document(self, scenario: Scenario) -> Mapping[str, Any]:
        if isinstance(scenario, Mapping):
            return scenario
        if isinstance(scenario, str):
            if not scenario or not all(c.isascii() and (c.isalnum() or c in "-_") for c in scenario):
                raise InputError(f"{scenario!r} is no id of a scenario; give a file as pathlib.Path.")
            try:
                return self.scenario(scenario)
            except ProblemError as refused:
                if refused.status != 404:
                    raise
                raise InputError(f"The service has no scenario {scenario!r}; scenarios() lists them.") from None
        if not isinstance(scenario, Path):
            raise InputError(f"A scenario is an id, a pathlib.Path or a mapping, not {type(scenario).__name__}.")
        if scenario.suffix.lower() == ".xlsx":
            raise InputError(f"{scenario}: only a scenario alone can be a spreadsheet; `./entente scenario sheet` makes it JSON.")
        try:
            return _loads(_read(scenario).decode())
        except (ValueError, RecursionError) as broken:
            raise InputError(f"{scenario} is no JSON: {broken}") from None

    def _call(
        self,
        name: str,
        body: bytes | None = None,
        media: str = JSON,
        *,
        path: Mapping[str, Any] = {},
        query: Mapping[str, Any] = {},
        headers: Mapping[str, str] = {},
        accept: str = JSON,
        once: bool | str = False,
        job: bool = False,
    ) -> Answer:
        """once: an Idempotency-Key, or True for a random one; also makes it safe to repeat what stores something."""
        operation = OPERATIONS[name]
        sent = {"Accept": accept, "User-Agent": "entente-client", **headers}
        if self._key is not None:
            sent["Authorization"] = f"Bearer {self._key}"
        if body is not None:
            sent["Content-Type"] = media
        if once:
            sent[_KEY] = once if isinstance(once, str) else str(uuid.uuid4())
        if job:
            sent["Prefer"] = "respond-async"
        parts = {part: urllib.parse.quote(str(value), safe="") for part, value in path.items()}
        if "" in parts.values() or {".", ".."} & set(parts.values()):
            raise InputError(f"{operation.path} takes an id, not {dict(path)}.")
        words = {word: _word(value) for word, value in _given(query).items()}
        url = self._root + operation.path.format_map(parts) + ("?" + urllib.parse.urlencode(words) if words else "")
        repeatable = operation.method in ("GET", "POST")  # every POST that stores something has a key
        request = urllib.request.Request(url, body, sent, method=operation.method)
        answer = self._repeated(request, repeatable)
        if answer.status >= 400:
            raise _problem(answer, f"{operation.method} {urllib.parse.urlsplit(url).path}")
        if not 200 <= answer.status < 300 or accept not in answer.headers.get("content-type", accept):
            raise UnexpectedAnswerError(f"{url}: {answer.status} {answer.headers.get('content-type')}")
        return answer

    def _repeated(self, request: urllib.request.Request, repeatable: bool) -> Answer:
        for left in range(self._retries, -1, -1):
            try:
                answer = self._exchange(request)
            except _Lost as lost:
                if left == 0 or not repeatable:
                    raise UnreachableError(f"{request.full_url}: the connection was lost: {lost}") from None
                time.sleep(0.5)
                continue
            self._identify(request, answer)
            # Such an answer means that nothing was processed.
            wait = answer.headers.get("retry-after", "")
            if left == 0 or answer.status not in (409, 429, 503) or not wait.isdecimal():
                return answer
            time.sleep(min(int(wait), _MAX_WAIT))
        raise AssertionError

    def _exchange(self, request: urllib.request.Request) -> Answer:
        watch = _Watch(self._deadline)
        request.watch = watch  # type: ignore[attr-defined]
        try:
            return self._answered(request)
        except (EntenteError, _Lost):
            if watch.over:
                raise UnreachableError(f"{request.full_url}: no whole answer within {self._deadline:g} s") from None
            raise
        finally:
            watch.end()

    def _answered(self, request: urllib.request.Request) -> Answer:
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return _answer(response)
        except urllib.error.HTTPError as refused:
            with refused:
                return _answer(refused)
        except urllib.error.URLError as failed:
            reason = failed.reason
            if isinstance(reason, ConnectionError) and not isinstance(reason, ConnectionRefusedError):
                raise _Lost(str(reason)) from None
            late = isinstance(reason, TimeoutError)
            text = f"no answer within {self._timeout:g} s" if late else f"{reason}. Does the service run?"
            raise UnreachableError(f"{request.full_url}: {text}") from None
        except TimeoutError:
            raise UnreachableError(f"{request.full_url}: no answer within {self._timeout:g} s") from None
        except (ConnectionError, http.client.IncompleteRead, http.client.RemoteDisconnected) as lost:
            raise _Lost(str(lost) or type(lost).__name__) from None
        except (http.client.HTTPException, ValueError) as other:
            raise UnexpectedAnswerError(f"{request.full_url} does not speak HTTP: {other!r}") from None

    def _identify(self, request: urllib.request.Request, answer: Answer) -> None:
        if "x-engine-version" not in answer.headers:
            raise UnexpectedAnswerError(f"{request.full_url}: {answer.status}, but not from Entente.")
        self.rules_digest = answer.headers.get("x-rules-digest")
        if self._rules is not None and not (self.rules_digest or "").startswith(self._rules):
            raise UnexpectedAnswerError(f"The rule book is {self.rules_digest}, not {self._rules}.")


class Job:
    """A batch or an exploration that the service runs in the background; its result is kept for 24 hours."""

    def __init__(self, client: Client, id: str, partial: bool = False):
        self.id = id
        self._client, self._partial = client, partial

    def poll(self) -> Json:
        """State (QUEUED, RUNNING, DONE, FAILED or CANCELLED), done and total, and in the end result or problem."""
        return self._client._ask("getJob", path={"id": self.id})

    def cancel(self) -> Json:
        """Cancels it; ProblemError with status 409 if it has ended."""
        return self._client._ask("cancelJob", path={"id": self.id})

    def result(self, timeout: float | None = None, progress: Callable[[int, int], object] | None = None) -> Json:
        """Waits, at most timeout seconds, and returns what the same request without a job would have returned.

        progress is called with done and total. Raises ProblemError if the job failed, BatchError as assess_batch, and
        JobError if it was cancelled or is not done in time; then it goes on.
        """
        end = math.inf if timeout is None else time.monotonic() + timeout
        pause = 0.1
        while True:
            job = self.poll()
            with _expected("a job"):
                state, done, total = job["state"], job["done"], job["total"]
                result = job["result"] if state == "DONE" else None
                problem = job["problem"] if state == "FAILED" else None
            if state not in ("QUEUED", "RUNNING"):
                break
            if progress:
                progress(done, total)
            if time.monotonic() + pause > end:
                raise JobError(f"Job {self.id} is {state} after {timeout:g} s: {done} of {total}.", job)
            time.sleep(pause)
            pause = min(pause * 1.5, 2.0)
        if problem is not None:
            raise ProblemError(problem)
        if result is None:
            raise JobError(f"Job {self.id} was cancelled.", job)
        return _checked(result, self._partial)


class _Lost(Exception):
    """A connection that ended before the answer."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirection is no answer of the service, and the key is for its address only."""

    def redirect_request(self, *_: Any) -> None:
        return None


class _Watch:
    """Ends a connection when the time for the whole answer is over: a timeout is for each wait, and bytes may drip for ever."""

    def __init__(self, seconds: float):
        self.over = False
        self._seconds, self._timer = seconds, None

    def begin(self, connection: socket.socket) -> None:
        self._timer = threading.Timer(self._seconds, self._stop, (connection,))
        self._timer.daemon = True
        self._timer.start()

    def _stop(self, connection: socket.socket) -> None:
        self.over = True
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()


def _watched(kind: type[http.client.HTTPConnection], watch: _Watch) -> Callable[..., http.client.HTTPConnection]:
    class Watched(kind):
        def connect(self) -> None:
            super().connect()
            watch.begin(self.sock)

    return Watched


class _WatchedHttp(urllib.request.HTTPHandler):
    def http_open(self, req: Any) -> Any:
        return self.do_open(_watched(http.client.HTTPConnection, req.watch), req)


class _WatchedHttps(urllib.request.HTTPSHandler):
    def https_open(self, req: Any) -> Any:
        return self.do_open(_watched(http.client.HTTPSConnection, req.watch), req)


def _answer(response: Any) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    body = bytearray()
    while chunk := response.read(_CHUNK):
        body += chunk
        if len(body) > _MAX_ANSWER:
            raise UnexpectedAnswerError(f"{response.url}: an answer of more than {_MAX_ANSWER} bytes")
    if response.length:
        raise http.client.IncompleteRead(bytes(body), response.length)
    return Answer(response.status, headers, bytes(body))


@contextlib.contextmanager
def _expected(what: str) -> Iterator[None]:
    """An answer of another form than the service's is one error, whatever is missing in it."""
    try:
        yield
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError) as other:
        if isinstance(other, EntenteError):
            raise
        raise UnexpectedAnswerError(f"This is not {what}: {type(other).__name__}: {other}") from None


def _problem(answer: Answer, request: str) -> EntenteError:
    try:
        with _expected("a problem"):
            return ProblemError(_loads(answer.body.decode()), request)
    except UnexpectedAnswerError:
        return UnexpectedAnswerError(f"{request}: {answer.status} without a problem: {answer.body[:200]!r}")


def _faults(report: Mapping[str, Any]) -> tuple[Fault, ...]:
    def place(error: Json) -> str | None:
        if "cell" in error:
            return f"cell {error['cell']}"
        # What is not a file is sent as one line, where a column would tell nothing.
        return f"line {error['line']}, column {error['column']}" if error.get("line", 1) > 1 else None

    return tuple(
        Fault(
            error["pointer"],
            error["code"],
            error["detail"],
            tuple(error.get("allowed", ())),
            error.get("suggestion"),
            place(error),
        )
        for error in report.get("errors", ())
    )


def _checked(result: Json, partial: bool) -> Json:
    with _expected("results of a batch, or of an exploration"):
        refused = result.get("refused")
    if not partial and refused:
        raise BatchError(result)
    return result


def _media(format: str) -> str:
    if format not in BRIEFINGS:
        raise InputError(f"A format is one of {', '.join(BRIEFINGS)}, not {format}.")
    return BRIEFINGS[format]


def _given(values: Mapping[str, Any]) -> Json:
    return {name: value for name, value in values.items() if value is not None and value != []}


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise InputError(f"{value} has no time zone, such as datetime.timezone.utc.")
        return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")
    return f"{value.isoformat()}T00:00:00Z" if isinstance(value, date) else str(value)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as unreadable:
        raise InputError(str(unreadable)) from None


def _json(answer: Answer) -> Any:
    with _expected("JSON"):
        return _loads(answer.body.decode())


def _loads(text: str) -> Any:
    """Strict JSON: no NaN or Infinity, no number beyond a float, no field twice."""

    def number(digits: str) -> float:
        value = float(digits)
        return value if math.isfinite(value) else constant(digits)

    def constant(word: str) -> Any:
        raise ValueError(f"{word} is no finite number")

    def fields(pairs: list[tuple[str, Any]]) -> Json:
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            raise ValueError(f"a field occurs twice: {max(names, key=names.count)}")
        return dict(pairs)

    return json.loads(text, parse_float=number, parse_constant=constant, object_pairs_hook=fields)


def _dumps(value: Any) -> bytes:
    return json.dumps(_plain(value, "#"), ensure_ascii=False, allow_nan=False).encode()


def _plain(value: Any, pointer: str) -> Any:
    """What JSON can say; numbers of numpy are taken as numbers, and what is no value is named with its place."""
    if isinstance(value, Mapping):
        return {str(name): _plain(one, f"{pointer}/{name}") for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one, f"{pointer}/{index}") for index, one in enumerate(value)]
    try:
        if isinstance(value, date):
            return (value.date() if isinstance(value, datetime) else value).isoformat()
        if not isinstance(value, (str, bool, int, float)) and hasattr(value, "item"):
            value = value.item()
    except ValueError as many:  # an array, or a date that is none
        raise InputError(f"{pointer}: {many}") from None
    if isinstance(value, float) and not math.isfinite(value):
        raise InputError(f'{pointer}: {value} is no finite number; a reading that is not rated is "unknown".')
    if value is not None and not isinstance(value, (str, bool, int, float)):
        raise InputError(f"{pointer}: {type(value).__name__} is no value of JSON.")
    return value
