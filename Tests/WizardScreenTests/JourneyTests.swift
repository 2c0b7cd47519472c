import SinkExport
import SinkSpec
import Testing
import WizardFlow

/// Whole journeys: from the first key to the payload.
@Suite struct JourneyTests {
  /// The payload that the journey ended with; nil when it did not end.
  private func payload(_ driver: Driver) -> String? {
    if case .finish(let payload, 0)? = driver.effects.last { payload } else { nil }
  }

  @Test func `files as Parquet`() {
    var driver = Driver()
    driver.type("my_sink<Tab><Tab><Enter>analytics-events<Enter><Enter>eu<Enter>events/raw<Enter>")
    driver.type("<A-r><Enter><A-r><Enter>ev<Enter>uuid_v7<Tab>pq<Enter>%Y/%m/%d/%H<Enter>")
    driver.type("100 MiB<Enter>90s<Enter>1h30m<Enter><Tab>zs<Tab>128MiB<C-x>")
    #expect(
      payload(driver) == """
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

        """)
  }

  @Test func `files as JSON, with every option`() {
    var driver = Driver()
    driver.type(
      "lines<C-n>raw<Tab><Tab><Tab><Tab>key<Tab>secret<A-3>js<Tab>str<Tab>unix<Tab>y<C-x>")
    #expect(
      payload(driver) == """
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

        """)
  }

  @Test func `a table of the Data Catalog`() {
    var driver = Driver()
    driver.type(
      "clicks<Tab>r2_d<C-n>lake<Tab><Tab>events<Tab>web.clicks<Tab><A-r><Tab><Tab><Tab>2m<C-x>")
    #expect(
      payload(driver) == """
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

        """)
  }

  @Test func `a nested schema with everything in it`() throws {
    var driver = Driver()
    driver.type("n<C-n>buck<Tab><Tab><Tab><Tab><A-r><Tab><A-r><A-4><Enter>")
    driver.type("id<Tab>int64<Tab>y<Enter>at<Tab>ti<Tab><Tab>mic<Enter>tags<Tab>l<Enter>s<Enter>")
    driver.type("items<Tab>l<Enter>stru<Enter>sku<Enter>n<Tab>int32<Enter><Enter>")
    driver.type("raw<Tab>j<F6><Tab><Tab>kafka_key<Tab>TEXT<S-Tab><S-Tab><S-Tab><C-x>")
    let text = try #require(payload(driver))
    let schema = try #require(text.firstRange(of: "\"schema\"")).lowerBound
    #expect(
      text[schema...] == """
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

        """)
  }

  @Test func `ten columns take little more than their names and types`() {
    var driver = Driver()
    driver.type("<A-4><Enter>")
    let names = (1...10).map { "column_\($0)" }
    var keys = 0
    for name in names {
      driver.type("\(name)<Tab>t<Enter>")
      keys += name.count + 3
    }
    #expect(driver.wizard.draft.fields.dropLast().map(\.name.text) == names)
    #expect(keys == names.joined().count + 30)
    // Enter on an empty new column ends the list.
    driver.type("<Enter>")
    #expect(driver.wizard.draft.fields.count == 10)
  }

  @Test func `leaving asks only when something would be lost`() {
    var driver = Driver()
    driver.type("<C-q>")
    #expect(driver.effects == [.leave])
    driver = Driver()
    driver.type("x<C-c>")
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("would be lost"))
    driver.type("n")
    #expect(driver.wizard.overlay == nil)
    driver.type("<C-c><C-c>")
    #expect(driver.effects == [.leave])
  }

  @Test func `finishing asks while there are errors`() {
    var driver = Driver()
    driver.type("x<C-x>")
    #expect(driver.effects.isEmpty)
    #expect(driver.screen.contains("3 errors"))
    driver.type("y")
    guard case .finish(_, let errors)? = driver.effects.last else {
      Issue.record("not finished")
      return
    }
    #expect(errors == 3)
  }

  @Test func `changing the type keeps what both share and brings back the rest`() {
    var driver = Driver()
    driver.type("x<C-n>buck<Tab><Tab><Tab>folder<A-1><Tab><Right>")
    #expect(driver.screen.contains("r2_data_catalog"))
    let catalog = driver.wizard.draft.request.text(secrets: .masked)
    #expect(catalog.contains("\"bucket\": \"buck\""))
    #expect(!catalog.contains("folder"))
    driver.type("<Left>")
    #expect(driver.wizard.draft.request.text(secrets: .masked).contains("\"path\": \"folder\""))
  }

  @Test func `a saved file is named, and an existing one asked about`() {
    var driver = Driver()
    driver.type("x<C-s>a.json<Enter>")
    guard case .save("a.json", .json, let text, false)? = driver.effects.last else {
      Issue.record("not saved")
      return
    }
    _ = driver.wizard.handle(.saved(name: "a.json", .json, .exists))
    #expect(driver.screen.contains("overwrite it"))
    driver.type("y")
    #expect(driver.effects.last == .save(name: "a.json", .json, text: text, overwriting: true))
    _ = driver.wizard.handle(
      .saved(name: "a.json", .json, .failed("could not be written: disk full")))
    #expect(driver.screen.contains("disk full"))
    _ = driver.wizard.handle(.saved(name: "a.json", .json, nil))
    #expect(driver.screen.contains("Saved to a.json"))
    driver.type("<C-q>")
    #expect(driver.effects.last == .leave)
  }
}
