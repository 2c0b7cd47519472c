"""Prints the CPU time in ns of parsing and serializing JSON: time_json.py FILE REPEATS.

Four numbers: parsing and serializing with json, then with orjson; both indent.
"""

import json
import sys
import time

import orjson

with open(sys.argv[1], "rb") as file:
    text = file.read()
repeats = int(sys.argv[2])
value = json.loads(text)


def cost(work):
    start = time.process_time_ns()
    for _ in range(repeats):
        work()
    return (time.process_time_ns() - start) // repeats


print(
    cost(lambda: json.loads(text)),
    cost(lambda: json.dumps(value, indent=2, ensure_ascii=False).encode()),
    cost(lambda: orjson.loads(text)),
    cost(lambda: orjson.dumps(value, option=orjson.OPT_INDENT_2)),
)
