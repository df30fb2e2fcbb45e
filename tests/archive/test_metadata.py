"""The metadata in a bag: valid by the public schemas, and of these files and events."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from engross import packaging
from engross.model.deposit import Deposit
from engross.model.report import Check, Outcome
from engross.packaging.manifests import digest
from tests.archive import bags

Schema = Callable[[str], Any]
P = {
    "p": "http://www.loc.gov/premis/v3",
    "t": "http://purl.org/dc/terms/",
    "d": "http://purl.org/dc/elements/1.1/",
}


def validated() -> Deposit:
    """Return a deposit that a validator has judged."""
    deposit = bags.deposit()
    check = Check("conformance", Outcome.PASSED, "veraPDF 1.2.3: 2a passed, ua1 passed")
    others = tuple(each for each in deposit.report.checks if each.name != "conformance")
    versions = replace(deposit.certificate.versions, verapdf="1.2.3")
    return replace(
        deposit,
        report=replace(deposit.report, checks=(*others, check)),
        certificate=replace(deposit.certificate, versions=versions),
    )


def full() -> Deposit:
    """Return a deposit whose metadata say everything, some of it as XML cannot have it."""
    known = replace(
        bags.deposit().metadata,
        title="Об <архиве> & \x01 о «нём»",
        number="15-р",
        signatories=("И. И. Иванов", "П. П. Петров"),
        date=datetime.date(2017, 7, 17),
    )
    return replace(bags.deposit(), metadata=known)


DEPOSITS = pytest.mark.parametrize("deposit", [bags.deposit, validated, full], ids=lambda make: make.__name__)


def premis(deposit: Deposit) -> Any:
    return etree.fromstring(packaging.bag(deposit)["data/metadata/premis.xml"])


@DEPOSITS
def test_premis_is_valid(deposit: Callable[[], Deposit], schema: Schema) -> None:
    schema("premis-v3-0.xsd").assertValid(premis(deposit()))


@DEPOSITS
def test_dublin_core_is_valid(deposit: Callable[[], Deposit], schema: Schema) -> None:
    data = packaging.bag(deposit())["data/metadata/dublin-core.xml"]
    schema("qualifieddc.xsd").assertValid(etree.fromstring(data))


def test_the_schemas_refuse_what_is_wrong(schema: Schema) -> None:
    wrong = etree.fromstring(
        packaging.bag(bags.deposit())["data/metadata/premis.xml"].replace(b">0<", b">no<")
    )
    assert not schema("premis-v3-0.xsd").validate(wrong)


def test_dublin_core_says_what_the_metadata_say() -> None:
    deposit = full()
    root = etree.fromstring(packaging.bag(deposit)["data/metadata/dublin-core.xml"])
    assert root.xpath("d:title/text()", namespaces=P) == ["Об <архиве> & \ufffd о «нём»"]
    assert root.xpath("d:contributor/text()", namespaces=P) == list(deposit.metadata.signatories)
    assert root.xpath("t:issued/text()", namespaces=P) == ["2017-07-17"]
    assert root.xpath("d:identifier/text()", namespaces=P) == [deposit.metadata.identifier, "15-р"]


def test_premis_has_size_and_digests_of_every_other_file_of_the_payload() -> None:
    files = packaging.bag(bags.deposit())
    payload = {path for path in files if path.startswith("data/")} - {"data/metadata/premis.xml"}
    found = set()
    for each in premis(bags.deposit()).findall("p:object", P):
        path = each.findtext(".//p:objectIdentifierValue", namespaces=P)
        digests = [digest(files[path], algorithm) for algorithm in ("sha256", "sha512")]
        assert each.xpath(".//p:messageDigest/text()", namespaces=P) == digests
        assert each.findtext(".//p:size", namespaces=P) == str(len(files[path]))
        found.add(path)
    assert found == payload


def test_premis_has_the_events_with_their_times_and_agents() -> None:
    root = premis(validated())
    told = [
        (
            event.findtext("p:eventType", namespaces=P),
            event.findtext("p:eventDateTime", namespaces=P),
            event.findtext(".//p:linkingAgentIdentifierValue", namespaces=P).split()[0],
            event.findtext(".//p:eventOutcome", namespaces=P),
        )
        for event in root.findall("p:event", P)
    ]
    assert told == [
        ("creation", "2026-11-24T12:00:00Z", "Engross", "success"),
        ("validation", "2026-11-24T12:00:00Z", "Engross", "passed"),
        ("validation", "2026-11-24T12:00:20Z", "veraPDF", "passed"),
        ("message digest calculation", "2026-11-24T12:00:21Z", "Engross", "success"),
    ]
    agents = root.xpath("p:agent/p:agentName/text()", namespaces=P)
    assert agents == ["Engross", "WeasyPrint", "veraPDF"]


def test_a_validator_that_did_not_run_is_no_event_and_no_agent() -> None:
    assert b"veraPDF" not in packaging.bag(bags.deposit())["data/metadata/premis.xml"].replace(
        b"veraPDF did not run", b""
    )


def test_the_algorithms_of_digests_are_those_of_the_public_vocabulary() -> None:
    found = {
        (each.text, each.get("authority"), each.get("valueURI").removeprefix(each.get("authorityURI")))
        for each in premis(bags.deposit()).iterfind(".//p:messageDigestAlgorithm", P)
    }
    authority = "cryptographicHashFunctions"
    assert found == {("SHA-256", authority, "/sha256"), ("SHA-512", authority, "/sha512")}
