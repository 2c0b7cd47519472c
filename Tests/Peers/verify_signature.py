"""Verifies the AWS Signature Version 4 of the request on standard input, with botocore as the receiver.

The argument is the secret access key. Prints `valid` or `invalid`."""
import hmac
import sys

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

first, *lines = sys.stdin.read().split("\r\n")
method, target, _ = first.split(" ")
headers = {}
for line in filter(None, lines):
    name, value = line.split(":", 1)
    headers[name.lower()] = value.strip()
scheme, fields = headers["authorization"].split(" ", 1)
assert scheme == "AWS4-HMAC-SHA256", scheme
fields = dict(field.strip().split("=", 1) for field in fields.split(","))
key, date, region, service, end = fields["Credential"].split("/")
signed = fields["SignedHeaders"].split(";")
assert (date, region, service, end) == (headers["x-amz-date"][:8], "auto", "s3", "aws4_request")
assert signed == sorted(signed) and {"host", "x-amz-content-sha256", "x-amz-date"} <= set(signed), signed
assert headers["x-amz-content-sha256"] == botocore.auth.EMPTY_SHA256_HASH

# Pass botocore only the headers that the sender signed, because it signs every header. Clear its
# blacklist, because it would leave out the user agent.
botocore.auth.SIGNED_HEADERS_BLACKLIST.clear()
request = AWSRequest(method, f"http://{headers['host']}{target}", {name: headers[name] for name in signed})
request.context["timestamp"] = headers["x-amz-date"]
signer = botocore.auth.S3SigV4Auth(Credentials(key, sys.argv[1]), service, region)
text = signer.string_to_sign(request, signer.canonical_request(request))
expected = signer.signature(text, request)
print("valid" if hmac.compare_digest(expected, fields["Signature"]) else "invalid")
