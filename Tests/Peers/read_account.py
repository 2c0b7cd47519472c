"""Reads everything that the sandbox serves with Cloudflare's SDK, and creates a sink.

The base URL is in $CLOUDFLARE_BASE_URL. The strict client rejects a response that does not have the SDK's
types. The SDK requires secrets in the created sink, which the API does not return, so `create` is lax.
It has no requests for the S3 and Iceberg REST hosts.
"""
import cloudflare

assert cloudflare.__version__ == "5.7.0", cloudflare.__version__
account = "0123105f4ecef8ad9ca31a8372d0c353"
lax = cloudflare.Cloudflare(api_token="planted-token", max_retries=0)
client = lax.copy(_extra_kwargs={"_strict_response_validation": True})


def refused(kind, code, request):
    """Checks that a request is refused with a code."""
    try:
        request()
    except kind as error:
        assert [item.code for item in error.errors] == [code], error.body
        return error
    raise SystemExit(f"not refused with {code}")


def same(found, expected):
    assert found == expected, f"{found} is not {expected}"


# Accounts and tokens.
same([item.name for item in client.accounts.list()], ["Sandbox", "Second sandbox"])
same([item.name for item in client.accounts.list(per_page=1)], ["Sandbox", "Second sandbox"])
for token in [client.user.tokens.verify(), client.accounts.tokens.verify(account_id=account)]:
    same(token.status, "active")
    assert token.expires_on, token
expired = client.copy(api_token="expired-token").user.tokens.verify()
same(expired.status, "expired")

# Streams.
streams = client.pipelines.streams
same([item.name for item in streams.list(account_id=account)], ["web_events", "app_logs"])
same([item.name for item in streams.list(account_id=account, per_page=1)], ["web_events", "app_logs"])
web_events, logs = streams.list(account_id=account)
same([field.name for field in web_events.schema_.fields], ["at", "user_id", "amount", "tags"])
same(logs.schema_, None)
same([item.name for item in streams.list(account_id=account, name="LOGS")], ["app_logs"])

# Buckets.
buckets = client.r2.buckets


def names(**options):
    return [item.name for item in buckets.list(account_id=account, **options).buckets]


same(names(), ["analytics", "events", "logs", "mission-logs", "my-bucket"])
same(names(jurisdiction="eu"), ["eu-archive", "eu-events"])
same(names(jurisdiction="us"), [])
same(names(name_contains="log"), ["logs", "mission-logs"])
same(names(per_page=2, cursor="events"), ["logs", "mission-logs"])
same(names(start_after="logs"), ["mission-logs", "my-bucket"])
page = buckets.with_raw_response.list(account_id=account, per_page=2).json()
same(page["result_info"]["cursor"], "events")
found = buckets.get("eu-events", account_id=account, jurisdiction="eu")
same([found.jurisdiction, found.location, found.storage_class], ["eu", "weur", "Standard"])
refused(cloudflare.NotFoundError, 10006, lambda: buckets.get("eu-events", account_id=account))

# Data Catalogs.
catalogs = client.r2_data_catalog
statuses = {item.bucket: item.status for item in catalogs.list(account_id=account).warehouses}
same(statuses, {"analytics": "active", "events": "active", "mission-logs": "inactive", "my-bucket": "active"})
same(catalogs.get("events", account_id=account).status, "active")
refused(cloudflare.NotFoundError, 40401, lambda: catalogs.get("logs", account_id=account))
first = catalogs.namespaces.list("events", account_id=account, page_size=1)
same(first.namespaces, [["default"]])
rest = catalogs.namespaces.list("events", account_id=account, page_token=first.next_page_token)
same([rest.namespaces, rest.next_page_token], [[["sales"]], None])


def tables(namespace, **options):
    listed = catalogs.namespaces.tables.list(
        namespace, account_id=account, bucket_name="events", **options)
    return [(item.namespace, item.name) for item in listed.identifiers]


same(tables("default"), [(["default"], "orders"), (["default"], "page_views")])
same(tables("default", page_size=1), [(["default"], "orders")])
refused(cloudflare.NotFoundError, 40402, lambda: tables("none"))

# Sinks, of both types.
sinks = client.pipelines.sinks
made = lax.pipelines.sinks.create(
    account_id=account, name="From_SDK", type="r2_data_catalog",
    config={"account_id": account, "bucket": "events", "namespace": "a.b", "table_name": "clicks",
            "token": "t" * 40},
    format={"type": "parquet", "compression": "zstd"},
    schema={"fields": [{"type": "string", "name": "id", "required": True}]})
files = lax.pipelines.sinks.create(
    account_id=account, name="files", type="r2",
    config={"account_id": account, "bucket": "eu-events", "jurisdiction": "eu",
            "credentials": {"access_key_id": "a" * 32, "secret_access_key": "b" * 64}},
    format={"type": "json"})
same([item.id for item in sinks.list(account_id=account, per_page=1)], [made.id, files.id])
same([item.id for item in sinks.list(account_id=account, name="sdk")], [made.id])
stored = sinks.get(made.id, account_id=account)
same([stored.config.table_name, stored.format.compression], ["clicks", "zstd"])
same([field.name for field in stored.schema_.fields], ["id"])
same(sinks.get(files.id, account_id=account).config.jurisdiction, "eu")
same(tables("a\x1fb"), [(["a", "b"], "clicks")])
refused(
    cloudflare.ConflictError, 1003,
    lambda: lax.pipelines.sinks.create(
        account_id=account, name="files", type="r2",
        config={"account_id": account, "bucket": "events",
                "credentials": {"access_key_id": "a" * 32, "secret_access_key": "b" * 64}}))

# SQL.
pipelines = client.pipelines
valid = pipelines.validate_sql(
    account_id=account, sql="INSERT INTO From_SDK SELECT * FROM web_events;")
same({name: item.type for name, item in valid.tables.items()}, {"From_SDK": "sink", "web_events": "stream"})
error = refused(
    cloudflare.UnprocessableEntityError, 1014,
    lambda: pipelines.validate_sql(account_id=account, sql="INSERT INTO files\nSELECT * FROM x;"))
same(error.body["diagnostics"][0]["span"]["start"], {"line": 2, "column": 15})

for sink in (made, files):
    sinks.delete(sink.id, account_id=account)
same(list(sinks.list(account_id=account)), [])
refused(cloudflare.NotFoundError, 1015, lambda: sinks.get(made.id, account_id=account))
print("done")
