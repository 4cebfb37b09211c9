"""Tests of src/python/entente_client.py: python3 -m unittest discover src/test/python

Without ENTENTE_URL, the address of a service whose archive may be written to, those that ask it are skipped. ENTENTE_KEY is its
key, if it has any. ENTENTE_EXCHANGES is a file to which every answer is appended, as a line of JSON.
"""

import base64
import datetime
import http.server
import json
import math
import os
import re
import socket
import sys
import tempfile
import threading
import time
import unittest
import unittest.mock
import urllib.parse
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "src" / "python"))
from entente_client import (  # noqa: E402
    JSON, OPERATIONS, BatchError, Client, EntenteError, Fault, InputError, JobError, ProblemError, UnexpectedAnswerError,
    UnreachableError)

URL = os.environ.get("ENTENTE_URL")
KEY = os.environ.get("ENTENTE_KEY")
NOW = "status-quo-2025"
LATER = datetime.datetime(2999, 1, 1, tzinfo=datetime.timezone.utc)

# Operations of the service that the client has not, by the beginning of their path.
LEFT_OUT = {
    "/api/v1/workshops": "a workshop is held in browsers, with cookies and events",
    "/api/v1/schedules": "an operator sets up schedules once; curl does",
    "/api/v1/deliveries": "the same",
    "/problems": "explanations for people; an exception has the text",
    **dict.fromkeys(
        ["/briefings", "/compare", "/schedules", "/try", "/w", "/workbench", "/workshops"], "a page for browsers"),
}
LEFT_OUT_ROOT = {"/": "a page for browsers"}

# Parameters of operations that the client has.
PARAMETERS_LEFT_OUT = {
    ("*", "If-None-Match"): "the client keeps no copies",
    ("getAssessment", "table"): "table() makes rows",
    ("writeBriefing", "format"): "Accept says it",
}


class Recorder(Client):
    """Keeps what was asked and answered."""

    def __init__(self, *arguments, **settings):
        super().__init__(*arguments, **settings)
        self.exchanges = []

    def _call(self, name, *arguments, **rest):
        self.name = name
        return super()._call(name, *arguments, **rest)

    def _exchange(self, request):
        answer = super()._exchange(request)
        self.exchanges.append((self.name, request, answer))
        return answer


@unittest.skipUnless(URL, "ENTENTE_URL is not set: no service to ask")
class ServiceTest(unittest.TestCase):
    """Every method, against a running service."""

    @classmethod
    def setUpClass(cls):
        cls.client = Recorder(URL, KEY)
        cls.document = cls.client.openapi()

    @classmethod
    def tearDownClass(cls):
        missing = set(OPERATIONS) - {name for name, _, _ in cls.client.exchanges}
        if missing:
            raise AssertionError(f"no test calls {sorted(missing)}")
        for name, request, _ in cls.client.exchanges:
            cls.check_request(name, request)
        file = os.environ.get("ENTENTE_EXCHANGES")
        if file:
            with open(file, "a", encoding="utf-8") as lines:
                for name, _, answer in cls.client.exchanges:
                    line = {"operation": name, "status": answer.status, "headers": answer.headers}
                    print(json.dumps(line | {"body": base64.b64encode(answer.body).decode()}), file=lines)

    @classmethod
    def check_request(cls, name, request):
        """The request has only what the document declares."""
        operation = cls.operation(name)
        names = {parameter["name"] for parameter in operation.get("parameters", [])}
        query = set(urllib.parse.parse_qs(urllib.parse.urlsplit(request.full_url).query))
        headers = {header.lower() for header in request.headers} - {"accept", "user-agent", "authorization", "content-type"}
        media = operation.get("requestBody", {}).get("content", {})
        assert query <= names and headers <= {one.lower() for one in names}, (name, query, headers)
        assert request.data is None or request.get_header("Content-type") in media, (name, request.headers)

    @classmethod
    def operation(cls, name):
        return next(one for path in cls.document["paths"].values() for one in path.values() if one["operationId"] == name)

    def test_operations_are_those_of_the_document(self):
        documented = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, methods in self.document["paths"].items() for method, operation in methods.items()}
        for name, ours in OPERATIONS.items():
            with self.subTest(name):
                self.assertIn(name, documented, "OPERATIONS of entente_client.py has what the service has not")
                method, path, operation = documented[name]
                self.assertEqual((method, path), (ours.method, "/api/v1" + ours.path))
                parameters = operation.get("parameters", [])
                for place, used in [("query", ours.query), ("header", ours.headers)]:
                    all_ = {parameter["name"] for parameter in parameters if parameter["in"] == place}
                    self.assertLessEqual(set(used), all_)
                    for one in all_ - set(used):
                        self.assertTrue(
                            PARAMETERS_LEFT_OUT.get((name, one)) or PARAMETERS_LEFT_OUT.get(("*", one)),
                            f"{one} of {name} is neither in OPERATIONS of entente_client.py nor in PARAMETERS_LEFT_OUT")
                places = {parameter["name"] for parameter in parameters if parameter["in"] == "path"}
                self.assertEqual(places, set(re.findall(r"{(\w+)}", ours.path)))
                self.assertLessEqual(set(ours.sends), set(operation.get("requestBody", {}).get("content", {})))
                self.assertEqual(bool(ours.sends), "requestBody" in operation)
                media = {one for status, response in operation["responses"].items() if status < "3"
                         for one in response.get("content", {JSON: "no content"})}
                self.assertLessEqual(set(ours.reads), media)
        for name, (method, path, _) in documented.items():
            reasons = [reason for start, reason in LEFT_OUT.items() if path == start or path.startswith(start + "/")]
            reasons += [LEFT_OUT_ROOT[path]] if path in LEFT_OUT_ROOT else []
            self.assertEqual(
                len(reasons), 0 if name in OPERATIONS else 1,
                f"{name} ({method} {path}) needs either a method of Client in entente_client.py with its entry in"
                " OPERATIONS there and a test here, or one reason in LEFT_OUT")

    def test_reasons_for_leaving_out_are_needed(self):
        paths = set(self.document["paths"])
        for start in LEFT_OUT:
            self.assertTrue(any(path == start or path.startswith(start + "/") for path in paths), start)
        for name, parameter in PARAMETERS_LEFT_OUT:
            if name != "*":
                self.assertIn(parameter, [one["name"] for one in self.operation(name)["parameters"]])

    def test_an_id_a_mapping_and_a_file_are_the_same_scenario(self):
        file = ROOT / "scenarios" / f"{NOW}.json"
        by_id = self.client.assess(NOW)
        self.assertEqual(by_id, self.client.assess(file))
        self.assertEqual(by_id, self.client.assess(json.loads(file.read_text(encoding="utf-8"))))
        self.assertEqual(by_id["verdict"]["likelihood"]["term"], "almost no chance")
        self.assertEqual(self.client.rules_digest, by_id["provenance"]["rules"]["sha256"])
        self.assertEqual(self.client.assess(NOW, scale="phia")["verdict"]["likelihood"]["scale"], "PHIA")

    def test_spreadsheet(self):
        with tempfile.TemporaryDirectory() as folder:
            sheet = Path(folder, "now.xlsx")
            sheet.write_bytes(self.client.sheet(NOW))
            self.assertEqual(self.percent(self.client.assess(sheet)), self.percent(self.client.assess(NOW)))
            self.assertEqual(self.client.explore(sheet), self.client.explore(NOW))
            with self.assertRaisesRegex(InputError, "only a scenario alone"):
                self.client.flip(sheet, "up")
            wrong = Path(folder, "slips.xlsx")
            with zipfile.ZipFile(sheet) as good, zipfile.ZipFile(wrong, "w") as bad:
                for part in good.namelist():
                    content = good.read(part)
                    if part == "xl/worksheets/sheet2.xml":
                        content = content.replace(b"<v>5</v>", b"<v>50</v>")
                    bad.writestr(part, content)
            [fault] = self.client.validate(wrong)
            self.assertEqual(fault.code, "UNKNOWN_HORIZON")
            self.assertRegex(fault.place, r"^cell Scenario!B\d$")

    @staticmethod
    def percent(assessment):
        return assessment["verdict"]["likelihood"]["percent"]

    def test_storing_and_the_archive(self):
        key = f"unittest {time.time_ns()}"
        stored = self.client.assess_and_store(NOW, idempotency_key=key)
        self.assertEqual(stored, self.client.assess_and_store(NOW, idempotency_key=key))
        self.assertNotEqual(stored.id, self.client.assess_and_store(NOW).id)
        self.assertEqual(stored.assessment, self.client.assessment(stored.id))
        self.assertEqual(self.client.verify(stored.id)["outcome"], "IDENTICAL")
        ids = [row["id"] for row in self.client.assessments(scenario=NOW, page=1)]
        self.assertEqual(ids, [row["id"] for row in self.client.assessments(scenario=NOW, page=200)])
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn(stored.id, ids)
        self.assertEqual(list(self.client.assessments(since=LATER.date())), [])
        self.assertEqual(list(self.client.assessments(scenario=NOW, band="LIKELY", until=LATER, rules="0" * 64)), [])
        with self.assertRaises(ProblemError) as reused:
            self.client.assess_and_store("baseline-2018", idempotency_key=key)
        self.assertEqual(reused.exception.kind, "idempotency-key-reused")

    def test_assess_stores_nothing(self):
        before = len(list(self.client.assessments()))
        self.client.assess("baseline-2018")
        self.client.table("baseline-2018")
        self.client.assess_batch(["baseline-2018"])
        self.assertEqual(len(list(self.client.assessments())), before)

    def test_tables(self):
        groups = self.client.table(NOW, "groups")
        ledger = self.client.table(NOW, "ledger")
        self.assertEqual(len({tuple(row) for row in ledger}), 1, "every row has every column")
        for group in groups:
            points = [row["alliance_points"] for row in ledger if row["group"] == group["group"]]
            total = math.fsum(point for point in points if point is not None)
            self.assertAlmostEqual(total, group["alliance_points"], 9, group["group"])

    def test_batch(self):
        self.assertEqual(
            [row["verdict"]["scenario"] for row in self.client.assess_batch([NOW, "taiwan-war"], keep=True)["results"]],
            [NOW, "taiwan-war"])
        full = self.client.assess_batch([NOW], full=True)["results"][0]["assessment"]
        self.assertEqual(full, self.client.assess(NOW))
        with self.assertRaises(BatchError) as refused:
            self.client.assess_batch([NOW, {"id": "b"}])
        self.assertEqual(list(refused.exception.refused), [1])
        self.assertRegex(str(refused.exception), r"1 of 2 scenarios were refused[^$]*#/title: MISSING_FIELD")
        self.assertEqual(self.client.assess_batch([NOW, {"id": "b"}], partial=True)["refused"], 1)

    def test_jobs(self):
        seen = []
        batch = self.client.submit_batch([NOW] * 3)
        self.assertEqual(self.client.job(batch.id).result(100, lambda *progress: seen.append(progress))["assessed"], 3)
        self.assertEqual({total for _, total in seen} | {3}, {3})
        with self.assertRaises(BatchError):
            self.client.submit_batch([{"id": "b"}]).result(100)
        self.assertEqual(self.client.submit_batch([{"id": "b"}], partial=True).result(100)["refused"], 1)
        exploration = self.client.submit_exploration(NOW, unrated_any=True)
        self.assertEqual(exploration.result(100), self.client.explore(NOW, unrated_any=True))
        self.assertEqual(exploration.poll()["state"], "DONE")
        with self.assertRaises(ProblemError) as ended:
            exploration.cancel()
        self.assertEqual(ended.exception.status, 409)

    def test_questions(self):
        flips = self.client.flip(NOW, "unlikely", lock=["us_reaction"], max_size=1)["flips"]
        self.assertTrue(flips and all(len(flip["moves"]) == 1 for flip in flips))
        self.assertEqual(self.client.flip(NOW, "up")["target"], "UP")
        comparison = self.client.compare("baseline-2018", NOW, "taiwan-war")
        self.assertEqual(len(comparison["comparisons"]), 2)
        some, every = self.client.sensitivity(NOW), self.client.sensitivity(NOW, all_readings=True)
        self.assertLess(len(some["readings"]), len(every["readings"]))
        explored = self.client.explore(NOW, unrated_any=True, given={"bri_pledges_usd_bn": "LOW"})
        self.assertAlmostEqual(sum(explored["bands"].values()), 1)

    def test_briefings_and_editions(self):
        self.assertEqual(json.loads(self.client.briefing(NOW))["scenario"], NOW)
        for format, start in {"md": b"#", "html": b"<!DOCTYPE", "pdf": b"%PDF", "docx": b"PK"}.items():
            self.assertTrue(self.client.briefing(NOW, format, scale="phia").startswith(start), format)
        self.assertTrue(self.client.stored_briefing(NOW, "md").startswith(b"#"))
        key = f"unittest {time.time_ns()}"
        edition = self.client.publish_edition(NOW, idempotency_key=key)
        self.assertEqual(edition, self.client.publish_edition(NOW, idempotency_key=key))
        self.assertEqual(self.client.publish_edition(NOW, if_changed=True)["number"], edition["number"])
        self.assertIn(edition["number"], [one["number"] for one in self.client.editions(page=1) if one["scenario"] == NOW])
        self.assertTrue(self.client.edition(NOW, edition["number"], "pdf").startswith(b"%PDF"))
        self.assertGreaterEqual(self.client.track_record()["open"], 0)

    def test_scenarios(self):
        name = f"unittest-{time.time_ns()}"
        scenario = {"id": name, "title": "T", "extends": NOW, "readings": {"shock_suddenness": 1}}
        self.assertEqual(self.client.put_scenario(name, scenario)["version"], 1)
        with self.assertRaises(ProblemError) as exists:
            self.client.put_scenario(name, scenario)
        self.assertEqual(exists.exception.status, 412)
        self.assertEqual(self.client.put_scenario(name, scenario | {"title": "U"}, replaces=self.etag(name))["version"], 2)
        self.assertEqual(self.client.scenario(name)["title"], "U")
        self.client.delete_scenario(name, self.etag(name))
        self.assertNotIn(name, [one["id"] for one in self.client.scenarios(page=7)])

    def etag(self, name):
        return next(one["etag"] for one in self.client.scenarios() if one["id"] == name)

    def test_indicators_rules_schemas(self):
        indicators, book = self.client.indicators(), self.client.rules()
        self.assertIn("political_will_to_ally", [indicator["id"] for indicator in indicators])
        self.assertEqual(self.client.rule(book["rules"][0]["id"])["id"], book["rules"][0]["id"])
        self.assertEqual(book["sha256"], self.client.rules_digest)
        self.assertIn("properties", self.client.schema("assessment"))
        Client(URL, KEY, rules=book["sha256"][:8]).rules()
        with self.assertRaisesRegex(UnexpectedAnswerError, "The rule book is"):
            Client(URL, KEY, rules="0000").rules()

    def test_all_faults_are_in_one_exception(self):
        wrong = {"id": "x", "title": "X", "readings": {"political_wil_to_ally": 1, "shock_suddenness": 9}, "no_field": 1}
        with self.assertRaises(ProblemError) as refused:
            self.client.assess(wrong)
        faults = {fault.pointer: fault for fault in refused.exception.faults}
        self.assertEqual(set(faults), {"#/readings/political_wil_to_ally", "#/readings/shock_suddenness", "#/no_field"})
        misspelt = faults["#/readings/political_wil_to_ally"]
        self.assertEqual((misspelt.code, misspelt.suggestion), ("UNKNOWN_INDICATOR", "political_will_to_ally"))
        self.assertEqual(sorted(faults.values()), sorted(self.client.validate(wrong)))
        for part in ["422", "POST /api/v1/assessments", "Did you mean political_will_to_ally?", *faults]:
            self.assertIn(part, str(refused.exception))
        with self.assertRaises(InputError) as unknown:
            self.client.assess("no-such-scenario")
        self.assertIn("no-such-scenario", str(unknown.exception))

    def test_a_file_that_is_no_scenario(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "x.json")
            file.write_text('{\n "id": "x", "title": "X", "readings": {"shock_suddenness": NaN}}')
            with self.assertRaisesRegex(ProblemError, "400 .*\n.*line 2"):
                self.client.assess(file)
            for text in ['{"id": "x", "id": "y"}', '{"id": 1e999}', "{}, ", "[" * 100_000]:
                file.write_text(text)
                with self.assertRaisesRegex(InputError, "is no JSON"):
                    self.client.flip(file, "up")
            with self.assertRaisesRegex(InputError, "No such file"):
                self.client.assess(Path(folder, "absent.json"))

    @unittest.skipUnless(KEY, "ENTENTE_KEY is not set")
    def test_wrong_key(self):
        for key in [None, "ent_wrong"]:
            with self.assertRaises(ProblemError) as refused:
                Client(URL, key).rules()
            self.assertEqual((refused.exception.status, refused.exception.kind), (401, "unauthenticated"))


class StubTest(unittest.TestCase):
    """Services that are overloaded, gone, or something else."""

    def setUp(self):
        self.answers, self.requests = [], []
        test = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def handle_one(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                test.requests.append((self.command, self.path, dict(self.headers), body))
                answer = test.answers.pop(0) if test.answers else (200, {}, b"{}")
                if answer is None:
                    self.close_connection = True
                    return
                status, headers, body = answer
                self.send_response(status)
                headers = {"Content-Type": "application/json", "X-Engine-Version": "1", "Content-Length": len(body)} | headers
                for name, value in headers.items():
                    if value is not None:
                        self.send_header(name, str(value))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_DELETE = handle_one

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.client = Client(self.url, "secret", timeout=5)
        self.sleeps = []
        self.enterContext(unittest.mock.patch("time.sleep", self.sleeps.append))

    PROBLEM = {"type": "/problems/overloaded", "title": "Overloaded", "status": 503, "detail": "Later."}

    def overloaded(self, wait="3", status=503):
        headers = {"Retry-After": wait, "Content-Type": "application/problem+json"}
        return status, headers, json.dumps(self.PROBLEM | {"status": status}).encode()

    def test_waits_as_long_as_the_service_asks(self):
        self.answers = [self.overloaded("3"), self.overloaded("900"), (200, {}, b'{"a": 1}')]
        self.assertEqual(self.client.rules(), {"a": 1})
        self.assertEqual(self.sleeps, [3, 30])

    def test_gives_up_with_the_problem(self):
        self.answers = [self.overloaded()] * 9
        with self.assertRaises(ProblemError) as refused:
            self.client.rules()
        self.assertEqual((refused.exception.status, refused.exception.kind, len(self.requests)), (503, "overloaded", 5))

    def test_does_not_repeat_other_refusals(self):
        self.answers = [self.overloaded(status=422), self.overloaded(None)]
        for _ in range(2):
            with self.assertRaises(ProblemError):
                self.client.rules()
        self.assertEqual((len(self.requests), self.sleeps), (2, []))

    def test_repeats_what_stores_with_the_same_key(self):
        self.answers = [self.overloaded(), None, (201, {"Location": "/api/v1/assessments/7"}, b"{}")]
        self.assertEqual(self.client.assess_and_store({"id": "x"}).id, "7")
        keys = {headers["Idempotency-Key"] for _, _, headers, _ in self.requests}
        self.assertEqual((len(keys), len(self.requests)), (1, 3))
        self.client.assess({"id": "x"})
        self.assertNotIn("Idempotency-Key", self.requests[-1][2])
        self.assertIn("keep=false", self.requests[-1][1])

    def test_does_not_repeat_a_lost_put(self):
        self.answers = [None]
        with self.assertRaisesRegex(UnreachableError, "connection was lost"):
            self.client.put_scenario("x", {"id": "x"})
        self.assertEqual(len(self.requests), 1)
        self.assertEqual(self.requests[0][2]["If-None-Match"], "*")

    def test_an_incomplete_answer_is_none(self):
        self.answers = [(200, {"Content-Length": 100}, b'{"percent": 6')] * 5
        with self.assertRaisesRegex(UnreachableError, "connection was lost"):
            self.client.rules()

    def test_numbers_must_be_finite_and_fields_unique(self):
        for body in [b'{"percent": NaN}', b'{"percent": 1e999}', b'{"percent": 6, "percent": 7}', b'{"percent": 6', b"\xff",
                     b"[" * 100_000]:
            self.answers = [(200, {}, body)]
            with self.assertRaisesRegex(UnexpectedAnswerError, "This is not JSON"):
                self.client.rules()

    def test_a_redirection_does_not_get_the_key(self):
        self.answers = [(302, {"Location": f"{self.url}/elsewhere"}, b"")]
        with self.assertRaisesRegex(UnexpectedAnswerError, "302"):
            self.client.rules()
        self.assertEqual(len(self.requests), 1)

    def test_another_service(self):
        self.answers = [(200, {"X-Engine-Version": None}, b"{}"), (200, {"Content-Type": "text/html"}, b"<p>")]
        with self.assertRaisesRegex(UnexpectedAnswerError, "not from Entente"):
            self.client.rules()
        with self.assertRaisesRegex(UnexpectedAnswerError, "text/html"):
            self.client.rules()

    def test_an_error_without_a_problem(self):
        self.answers = [(502, {"Content-Type": "text/html"}, b"<p>Bad gateway")]
        with self.assertRaisesRegex(UnexpectedAnswerError, "GET /api/v1/rules: 502 without a problem"):
            self.client.rules()

    def test_pages_end_with_the_last(self):
        self.answers = [(200, {}, b'{"scenarios": [{"id": "a"}], "next": "a&b"}'), (200, {}, b'{"scenarios": [{"id": "c"}]}')]
        self.assertEqual([one["id"] for one in self.client.scenarios(page=1)], ["a", "c"])
        self.assertEqual([path for _, path, _, _ in self.requests],
                         ["/api/v1/scenarios?limit=1", "/api/v1/scenarios?limit=1&after=a%26b"])

    def test_pages_that_do_not_end(self):
        self.answers = [(200, {}, b'{"scenarios": [], "next": "a"}')] * 9
        with self.assertRaisesRegex(UnexpectedAnswerError, "a comes again"):
            list(self.client.scenarios())
        self.assertEqual(len(self.requests), 2)

    def test_an_answer_of_another_form_is_one_error(self):
        calls = [
            lambda: list(self.client.scenarios()),
            lambda: self.client.validate({"id": "x"}),
            lambda: self.client.verify("7"),
            lambda: self.client.job("7").result(),
            lambda: self.client.submit_batch([{"id": "x"}]),
            lambda: self.client.submit_exploration({"id": "x"}),
            lambda: self.client.assess_and_store({"id": "x"}),
        ]
        for call in calls:
            for body in [b"[]", b"7", b'"x"', b"null", b"[null]", b'{"state": "DONE"}']:
                with self.subTest(body):
                    self.answers = [(200, {}, body)] * 2
                    self.assertRaises(UnexpectedAnswerError, call)
        for body in [b"7", b"[]", b'{"refused": 1}']:
            self.answers = [(200, {}, body)]
            with self.assertRaises(UnexpectedAnswerError):
                self.client.assess_batch([{"id": "x"}])
        for body in [b"[]", b"null", b'{"status": 422}', b"[" * 100_000]:
            self.answers = [(422, {"Content-Type": "application/problem+json"}, body)]
            with self.assertRaisesRegex(UnexpectedAnswerError, "422 without a problem"):
                self.client.rules()

    def test_an_answer_without_an_end(self):
        with unittest.mock.patch("entente_client._MAX_ANSWER", 1000):
            self.answers = [(200, {}, b'"' + b"x" * 1000)]
            with self.assertRaisesRegex(UnexpectedAnswerError, "more than 1000 bytes"):
                self.client.rules()

    def test_an_answer_that_drips(self):
        def drip(listening):
            with listening.accept()[0] as connection:
                try:
                    while True:
                        connection.sendall(b"H")
                        threading.Event().wait(0.02)
                except OSError:
                    pass

        with socket.create_server(("127.0.0.1", 0)) as listening:
            threading.Thread(target=drip, args=(listening,), daemon=True).start()
            with self.assertRaisesRegex(UnreachableError, "no whole answer within 0.3 s"):
                Client(f"http://127.0.0.1:{listening.getsockname()[1]}", deadline=0.3, retries=0).rules()

    def test_jobs_that_fail_and_jobs_that_last(self):
        job = {"id": "7", "state": "RUNNING", "done": 1, "total": 3}
        self.answers = [(200, {}, json.dumps(job).encode())] * 2
        with self.assertRaisesRegex(JobError, "RUNNING after 0.05 s: 1 of 3"):
            self.client.job("7").result(0.05)
        self.answers = [(200, {}, json.dumps(job | {"state": "FAILED", "problem": self.PROBLEM}).encode()),
                        (200, {}, json.dumps(job | {"state": "CANCELLED"}).encode())]
        with self.assertRaises(ProblemError):
            self.client.job("7").result()
        with self.assertRaisesRegex(JobError, "cancelled"):
            self.client.job("7").result()
        self.assertEqual(self.client.job("7").cancel(), {})
        self.assertEqual(self.requests[-1][:2], ("DELETE", "/api/v1/jobs/7"))

    def test_time_is_over(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            with self.assertRaisesRegex(UnreachableError, "no answer within 0.2 s"):
                Client(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.2).rules()

    def test_nothing_listens(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        with self.assertRaisesRegex(UnreachableError, "refused. Does the service run"):
            Client(f"http://127.0.0.1:{port}").rules()

    def test_values_that_cannot_be_sent(self):
        class Many:
            def item(self):
                raise ValueError("an array of 2")

        for value in [math.nan, math.inf, -math.inf, object(), {1, 2}, b"1", Many()]:
            with self.assertRaisesRegex(InputError, "^#/readings/x"):
                self.client.assess({"id": "x", "readings": {"x": value}})
        with self.assertRaisesRegex(InputError, "^#/readings/x/low"):
            self.client.assess({"id": "x", "readings": {"x": {"value": 1, "low": math.nan}}})
        self.assertEqual(self.requests, [])

    def test_numbers_of_numpy_are_numbers(self):
        class Scalar:
            def item(self):
                return 3

        self.client.assess({"readings": {"x": Scalar()}, "asOf": datetime.date(2025, 1, 2)})
        self.assertEqual(json.loads(self.requests[0][3]), {"readings": {"x": 3}, "asOf": "2025-01-02"})

    def test_arguments(self):
        for call in [
            lambda: self.client.assess("scenarios/x.json"),
            lambda: self.client.assess(7),
            lambda: self.client.briefing({"id": "x"}, "odt"),
            lambda: self.client.explore({"id": "x"}, unrated=True),
            lambda: self.client.rule(".."),
            lambda: self.client.rule(""),
            lambda: list(self.client.assessments(since=datetime.datetime(2025, 1, 1))),
            lambda: Client("127.0.0.1:8080"),
            lambda: Client("http://ada:secret@127.0.0.1"),
            lambda: Client(key="secret\n"),
            lambda: Client(timeout=math.nan),
        ]:
            self.assertRaises(InputError, call)
        self.assertEqual(self.requests, [])
        self.assertTrue(issubclass(InputError, ValueError) and issubclass(BatchError, EntenteError))

    def test_an_address_may_have_the_path(self):
        Client(self.url + "/api/v1/").rules()
        self.assertEqual(self.requests[0][1], "/api/v1/rules")

    def test_ids_are_quoted(self):
        self.client.rule("a/b?c#d e")
        self.assertEqual(self.requests[0][1], "/api/v1/rules/a%2Fb%3Fc%23d%20e")

    def test_key_and_body(self):
        self.client.flip({"id": "ü"}, "up", lock=["a"])
        method, path, headers, body = self.requests[0]
        self.assertEqual((method, path), ("POST", "/api/v1/flips"))
        self.assertEqual(headers["Authorization"], "Bearer secret")
        self.assertEqual(json.loads(body), {"scenario": {"id": "ü"}, "up": True, "lock": ["a"]})

    def test_faults_read_well(self):
        fault = Fault("#/readings/x", "OUT_OF_RANGE", "9 lies outside.", ("0", "1"), None, "cell B5")
        self.assertEqual(str(fault), "#/readings/x: OUT_OF_RANGE: 9 lies outside. Allowed: 0, 1. (cell B5)")


if __name__ == "__main__":
    unittest.main()
