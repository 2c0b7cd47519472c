extension Journey {
  /// The payloads of the journeys.
  enum Payloads {
    static let parquet = """
      {
        "name": "my_sink",
        "type": "r2",
        "config": {
          "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
          "bucket": "analytics-events",
          "credentials": {
            "access_key_id": "${R2_ACCESS_KEY_ID}",
            "secret_access_key": "${R2_SECRET_ACCESS_KEY}"
          },
          "file_naming": {
            "prefix": "ev",
            "strategy": "uuid_v7",
            "suffix": "pq"
          },
          "jurisdiction": "eu",
          "partitioning": {
            "time_pattern": "%Y/%m/%d/%H"
          },
          "path": "events/raw",
          "rolling_policy": {
            "file_size_bytes": 104857600,
            "inactivity_seconds": 90,
            "interval_seconds": 5400
          }
        },
        "format": {
          "type": "parquet",
          "compression": "zstd",
          "row_group_bytes": 134217728
        }
      }

      """

    static let json = """
      {
        "name": "lines",
        "type": "r2",
        "config": {
          "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
          "bucket": "raw",
          "credentials": {
            "access_key_id": "${R2_ACCESS_KEY_ID}",
            "secret_access_key": "${R2_SECRET_ACCESS_KEY}"
          }
        },
        "format": {
          "type": "json",
          "decimal_encoding": "string",
          "timestamp_format": "unix_millis",
          "unstructured": true
        }
      }

      """

    static let catalog = """
      {
        "name": "clicks",
        "type": "r2_data_catalog",
        "config": {
          "token": "${R2_CATALOG_TOKEN}",
          "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
          "bucket": "lake",
          "table_name": "events",
          "namespace": "web.clicks",
          "rolling_policy": {
            "interval_seconds": 120
          }
        },
        "format": {
          "type": "parquet"
        }
      }

      """

    static let nested = """
      {
        "name": "n",
        "type": "r2",
        "config": {
          "account_id": "0123105f4ecef8ad9ca31a8372d0c353",
          "bucket": "buck",
          "credentials": {
            "access_key_id": "${R2_ACCESS_KEY_ID}",
            "secret_access_key": "${R2_SECRET_ACCESS_KEY}"
          }
        },
        "format": {
          "type": "parquet"
        },
        "schema": {
          "fields": [
            {
              "type": "int64",
              "name": "id",
              "required": true
            },
            {
              "type": "timestamp",
              "name": "at",
              "unit": "microsecond"
            },
            {
              "type": "list",
              "name": "tags",
              "items": {
                "type": "string"
              }
            },
            {
              "type": "list",
              "name": "items",
              "items": {
                "type": "struct",
                "fields": [
                  {
                    "type": "string",
                    "name": "sku"
                  },
                  {
                    "type": "int32",
                    "name": "n"
                  }
                ]
              }
            },
            {
              "type": "json",
              "metadata_key": "kafka_key",
              "name": "raw",
              "sql_name": "TEXT"
            }
          ]
        }
      }

      """
  }
}
