"""Prints the contract kit's result for each store, side by side, from the test reports. Fails where a store broke a rule or did not try it."""
import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

STORES = {"memory": "MemoryScopeStoreTest", "rocksdb": "RocksDbContractTest", "accumulo": "AccumuloContractIT"}


def results(test):
    """Each rule of the kit, with how often it held, and how often it was tried."""
    rules = collections.defaultdict(list)
    for report in pathlib.Path().glob(f"*/*/target/*-reports/TEST-*.{test}.xml"):
        for case in xml.parse(report).getroot().iter("testcase"):
            held = not any(case.find(fault) is not None for fault in ("failure", "error", "skipped"))
            rules[re.match(r"\w+", case.get("name"))[0]].append(held)
    return rules


def main():
    stores = {store: results(test) for store, test in STORES.items()}
    rules = sorted(set().union(*stores.values()))
    width = max(map(len, rules), default=0)
    print("contract kit".ljust(width), *(store.rjust(8) for store in stores))
    for rule in rules:
        print(rule.ljust(width), *(f"{sum(held[rule])}/{len(held[rule])}".rjust(8) for held in stores.values()))
    return bool(rules) and all(held[rule] and all(held[rule]) for held in stores.values() for rule in rules)


sys.exit(0 if main() else 1)
