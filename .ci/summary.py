"""Adds up the test reports, prints them, and fails where a test failed, was skipped, or none ran."""
import collections
import pathlib
import sys
import xml.etree.ElementTree as xml

JVMS = {
    "surefire-reports": "17",
    "failsafe-reports": "17",
    "surefire-reports-java8": "8",
    "failsafe-reports-java8": "8",
}
KINDS = ("tests", "failures", "errors", "skipped")


def main():
    totals = {jvm: collections.Counter() for jvm in sorted(set(JVMS.values()))}
    for report in pathlib.Path(".").glob("**/target/*/TEST-*.xml"):
        if report.parent.name in JVMS:
            suite = xml.parse(report).getroot()
            totals[JVMS[report.parent.name]].update({kind: int(suite.get(kind, 0)) for kind in KINDS})
    for jvm, total in totals.items():
        print(f"on Java {jvm}: " + ", ".join(f"{total[kind]} {kind}" for kind in KINDS))
    total = sum(totals.values(), collections.Counter())
    failed = total["failures"] + total["errors"]
    print(f"{total['tests'] - failed - total['skipped']} passed, {failed} failed, {total['skipped']} skipped")
    return failed == 0 and total["skipped"] == 0 and all(t["tests"] for t in totals.values())


sys.exit(0 if main() else 1)
