"""Computes the AWS Signature Version 4 of the request on standard input, and compares it with its own.

Written from the specification, without libcurl or an SDK. The argument is the secret access key."""
import hashlib, hmac, sys

lines = sys.stdin.read().split("\r\n")
method, target, _ = lines[0].split(" ")
headers = {}
for line in lines[1:]:
    if line:
        name, value = line.split(":", 1)
        headers[name.lower()] = " ".join(value.split())
scheme, fields = headers["authorization"].split(" ", 1)
assert scheme == "AWS4-HMAC-SHA256", scheme
fields = dict(field.strip().split("=", 1) for field in fields.split(","))
key, date, region, service, end = fields["Credential"].split("/")
signed = fields["SignedHeaders"].split(";")
assert (region, service, end) == ("auto", "s3", "aws4_request")
assert signed == sorted(signed) and {"host", "x-amz-content-sha256", "x-amz-date"} <= set(signed), signed
assert headers["x-amz-content-sha256"] == hashlib.sha256(b"").hexdigest()
path, _, query = target.partition("?")
canonical = "\n".join(
    [method, path, "&".join(sorted(query.split("&"))) if query else ""]
    + [f"{name}:{headers[name]}" for name in signed]
    + ["", ";".join(signed), headers["x-amz-content-sha256"]])
scope = "/".join([date, region, service, end])
text = "\n".join(
    [scheme, headers["x-amz-date"], scope, hashlib.sha256(canonical.encode()).hexdigest()])
secret = ("AWS4" + sys.argv[1]).encode()
for part in [date, region, service, end]:
    secret = hmac.new(secret, part.encode(), hashlib.sha256).digest()
expected = hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
print("valid" if hmac.compare_digest(expected, fields["Signature"]) else "invalid")
