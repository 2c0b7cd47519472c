/// A payload, and the keys that enter it on any screen.
///
/// The keys name fields by pointer, as in `</config/bucket>`, so that a new field does not change
/// any journey.
package struct Journey: Sendable {
  package let name: String
  package let keys: String
  /// A text on the screen once the last key has arrived.
  package let lastText: String
  /// The payload at the end.
  package let payload: String
  /// The messages on standard error.
  package let messages: String

  package static let all = [parquet, json, catalog, nested]

  package static let parquet = Journey(
    name: "files as Parquet",
    keys: """
      my_sink</config/bucket>analytics-events</config/jurisdiction>eu</config/path>events/raw\
      </config/credentials/access_key_id><Right></config/credentials/secret_access_key><Right>\
      </config/file_naming/prefix>ev</config/file_naming/strategy>uuid_v7\
      </config/file_naming/suffix>pq</config/partitioning/time_pattern>%Y/%m/%d/%H\
      </config/rolling_policy/file_size_bytes>100 MiB\
      </config/rolling_policy/inactivity_seconds>90s\
      </config/rolling_policy/interval_seconds>1h30m\
      </format/compression>zs</format/row_group_bytes>128MiB
      """,
    lastText: "134217728", payload: Payloads.parquet, messages: "")

  package static let json = Journey(
    name: "files as JSON, with every option",
    keys: """
      lines</config/bucket>raw</config/credentials/access_key_id>key\
      </config/credentials/secret_access_key>secret</format/type>js</format/decimal_encoding>str\
      </format/timestamp_format>unix</format/unstructured>y
      """,
    lastText: "‹ yes ›", payload: Payloads.json,
    messages: """
      sinkwizard: the payload has references instead of Access key ID and Secret access key; \
      use --show-secrets to write the values

      """)

  package static let catalog = Journey(
    name: "a table of the Data Catalog",
    keys: """
      clicks</type>r2_d</config/bucket>lake</config/namespace>web.clicks</config/table_name>events\
      </config/token><Right></config/rolling_policy/interval_seconds>2m
      """,
    lastText: "120 s", payload: Payloads.catalog, messages: "")

  package static let nested = Journey(
    name: "a nested schema with everything in it",
    keys: """
      n</config/bucket>buck</config/credentials/access_key_id><Right>\
      </config/credentials/secret_access_key><Right><A-4><Enter>\
      id</schema/fields/0/type>int64</schema/fields/0/required>y<Enter>\
      at</schema/fields/1/type>ti</schema/fields/1/unit>mic<Enter>\
      tags</schema/fields/2/type>l<Enter>s<Enter>\
      items</schema/fields/3/type>l<Enter>stru<Enter>sku<Enter>\
      n</schema/fields/3/items/fields/1/type>int32<Enter><Enter>\
      raw</schema/fields/4/type>j<F6></schema/fields/4/metadata_key>kafka_key\
      </schema/fields/4/sql_name>TEXT
      """,
    lastText: "TEXT", payload: Payloads.nested, messages: "")
}
