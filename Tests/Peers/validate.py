"""Holds payloads against a JSON Schema: validate.py SCHEMA PAYLOADS VERDICTS.

The schema itself is held against the metaschema first. PAYLOADS has a JSON text a line; VERDICTS
gets a line for each: the JSON array of the pointers at which something is wrong.
"""

import json
import sys

from jsonschema import Draft202012Validator


def pointer(path):
    tokens = [str(token).replace("~", "~0").replace("/", "~1") for token in path]
    return "".join("/" + token for token in tokens)


schema_name, payloads_name, verdicts_name = sys.argv[1:]
with open(schema_name, encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
with open(payloads_name, "rb") as payloads, open(verdicts_name, "w", encoding="utf-8") as verdicts:
    for line in payloads:
        errors = validator.iter_errors(json.loads(line))
        verdicts.write(json.dumps([pointer(error.absolute_path) for error in errors]) + "\n")
