import TestSupport

/// Sample payloads and events.
enum Payloads {
  static let parquet = Journey.parquet.payload
  static let json = Journey.json.payload
  static let catalog = Journey.catalog.payload
  static let nested = Journey.nested.payload

  /// Sample events, one per line, and the schema inferred from them.
  static let events = """
    {"id":1,"at":"2026-11-24T10:00:01Z","user":{"name":"a1"}}
    {"id":2,"at":"2026-11-24T10:00:02Z","user":{"name":"a2"}}
    {"id":3,"user":{"name":"a3"}}

    """

  static let eventSchema = """
    {
      "fields": [
        {
          "type": "int64",
          "name": "id",
          "required": true
        },
        {
          "type": "timestamp",
          "name": "at",
          "required": false
        },
        {
          "type": "struct",
          "name": "user",
          "required": true,
          "fields": [
            {
              "type": "string",
              "name": "name",
              "required": true
            }
          ]
        }
      ]
    }

    """
}
