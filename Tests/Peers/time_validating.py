"""Prints the CPU time in ns of reading and validating JSON with orjson and jsonschema-rs.

Usage: time_validating.py SCHEMA PLACE REPEATS. PLACE is a file, or a folder of files to read in turn.
"""

import os
import sys
import time

import jsonschema_rs
import orjson


def read(path):
    with open(path, "rb") as file:
        return orjson.loads(file.read())


schema, place, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
validator = jsonschema_rs.validator_for(read(schema))
paths = [entry.path for entry in os.scandir(place)] if os.path.isdir(place) else [place]
start = time.process_time_ns()
for _ in range(repeats):
    for path in paths:
        if not validator.is_valid(read(path)):
            sys.exit(path + " is not valid")
print((time.process_time_ns() - start) // repeats)
