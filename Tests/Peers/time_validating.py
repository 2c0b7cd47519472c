"""Prints the CPU time in ns of validating JSON: time_validating.py SCHEMA PAYLOAD REPEATS."""

import json
import sys
import time

from jsonschema import Draft202012Validator

schema, payload, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(schema) as file:
    validator = Draft202012Validator(json.load(file))
with open(payload, "rb") as file:
    text = file.read()
start = time.process_time_ns()
for _ in range(repeats):
    if not validator.is_valid(json.loads(text)):
        sys.exit("the payload is not valid")
print((time.process_time_ns() - start) // repeats)
