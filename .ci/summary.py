"""Adds up the test reports, prints them, and fails where a test failed, was skipped, none ran, or a class of tests has no report."""
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


def reports():
    return [report for report in pathlib.Path(".").glob("**/target/*/TEST-*.xml") if report.parent.name in JVMS]


def unreported():
    """The classes of tests that did not run, though their names say that they should."""
    reported = {(report.parents[2], report.stem.removeprefix("TEST-")) for report in reports()}
    for source in sorted(pathlib.Path(".").glob("**/src/test/java/**/*.java")):
        # What a build has unpacked is not the project's own.
        if "target" in source.parts or f"abstract class {source.stem} " in source.read_text():
            continue
        package = source.parts[source.parts.index("java", source.parts.index("test")) + 1:-1]
        room = pathlib.Path(*source.parts[:source.parts.index("src")])
        if source.stem.endswith(("Test", "IT")) and (room, ".".join((*package, source.stem))) not in reported:
            yield source


def main():
    totals = {jvm: collections.Counter() for jvm in sorted(set(JVMS.values()))}
    for report in reports():
        suite = xml.parse(report).getroot()
        totals[JVMS[report.parent.name]].update({kind: int(suite.get(kind, 0)) for kind in KINDS})
    for jvm, total in totals.items():
        print(f"on Java {jvm}: " + ", ".join(f"{total[kind]} {kind}" for kind in KINDS))
    total = sum(totals.values(), collections.Counter())
    failed = total["failures"] + total["errors"]
    print(f"{total['tests'] - failed - total['skipped']} passed, {failed} failed, {total['skipped']} skipped")
    silent = list(unreported())
    for source in silent:
        print(f"did not run: {source}")
    return failed == 0 and total["skipped"] == 0 and not silent and all(t["tests"] for t in totals.values())


sys.exit(0 if main() else 1)
