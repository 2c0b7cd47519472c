"""Validates payloads with a JSON Schema: validate.py SCHEMA PAYLOADS RESULTS.

The schema itself is validated first. PAYLOADS has one JSON text per line; RESULTS gets one line for
each: a JSON array of the pointers of all errors.
"""

import json
import sys

from jsonschema import Draft202012Validator


def pointer(path):
    tokens = [str(token).replace("~", "~0").replace("/", "~1") for token in path]
    return "".join("/" + token for token in tokens)


schema_name, payloads_name, results_name = sys.argv[1:]
with open(schema_name, encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(payloads_name, "rb") as payloads, open(results_name, "w", encoding="utf-8") as results:
    for line in payloads:
        errors = validator.iter_errors(json.loads(line))
        results.write(json.dumps([pointer(error.absolute_path) for error in errors]) + "\n")
