import SinkSpec
import Testing

/// Compares the sink description with the API reference: parameters, types, bounds and order.
struct DescriptionTests {
  /// Returns a line for each parameter: its indented name and its type.
  private static func outline(_ parameter: Parameter, depth: Int = 0) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let line =
      indent + parameter.name + (parameter.isRequired ? "! " : " ") + kind(of: parameter)
      + (parameter.isNullable ? " or null" : "") + condition(of: parameter)
    return [line] + parameter.members.flatMap { outline($0, depth: depth + 1) }
  }

  private static func kind(of parameter: Parameter) -> String {
    switch parameter.kind {
    case .text: "text"
    case .secret(let reference): "secret \(reference)"
    case .timePattern: "pattern"
    case .choice(let choices): choices.map(\.value).joined(separator: "|")
    case .flag: "flag"
    case .bytes(let bounds): "bytes \(bounds)"
    case .seconds(let bounds): "seconds \(bounds)"
    case .object: "object"
    case .fieldList: "fields"
    case .field: "field"
    }
  }

  private static func condition(of parameter: Parameter) -> String {
    switch parameter.applies {
    case .always: ""
    case .sinkTypes(let types), .ownTypes(let types): " for \(types.joined(separator: ", "))"
    }
  }

  @Test func `has every parameter of the reference, in order`() {
    #expect(
      Self.outline(SinkDescription.request).joined(separator: "\n") == """
        ! object
          name! text
          type! r2|r2_data_catalog|basin_catalog
          config object
            token! secret R2_CATALOG_TOKEN for r2_data_catalog, basin_catalog
            account_id! text
            bucket! text
            credentials! object for r2
              access_key_id! secret R2_ACCESS_KEY_ID for r2
              secret_access_key! secret R2_SECRET_ACCESS_KEY for r2
            table_name! text for r2_data_catalog, basin_catalog
            namespace text for r2_data_catalog, basin_catalog
            file_naming object for r2
              prefix text for r2
              strategy serial|uuid|uuid_v7|ulid for r2
              suffix text for r2
            jurisdiction text for r2
            partitioning object for r2
              time_pattern pattern for r2
            path text for r2
            rolling_policy object
              file_size_bytes bytes 0...18446744073709551615
              inactivity_seconds seconds 1...18446744073709551615
              interval_seconds seconds 1...18446744073709551615
          format object
            type! json|parquet
            decimal_encoding number|string|bytes for json
            timestamp_format rfc3339|unix_millis for json
            unstructured flag for json
            compression uncompressed|snappy|gzip|zstd|lz4 for parquet, json
            row_group_bytes bytes 0...9223372036854775807 or null for parquet
          schema object
            fields fields
            format object
              type! json|parquet
              decimal_encoding number|string|bytes for json
              timestamp_format rfc3339|unix_millis for json
              unstructured flag for json
              compression uncompressed|snappy|gzip|zstd|lz4 for parquet, json
              row_group_bytes bytes 0...9223372036854775807 or null for parquet
            inferred flag or null
        """)
  }

  @Test func `has every member of a field, in reference order`() {
    #expect(
      SchemaFieldDescription.members.flatMap { Self.outline($0) }.joined(separator: "\n") == """
        type! int32|int64|float32|float64|bool|string|binary|timestamp|json|struct|list
        metadata_key text or null
        name text or null
        required flag
        sql_name text
        unit second|millisecond|microsecond|nanosecond for timestamp
        fields! fields for struct
        items! field for list
        """)
  }

  /// The members of each configuration type, in the order of the reference.
  @Test(arguments: [
    (
      "r2",
      [
        "account_id", "bucket", "credentials", "file_naming", "jurisdiction", "partitioning",
        "path", "rolling_policy",
      ]
    ),
    (
      "r2_data_catalog",
      ["token", "account_id", "bucket", "table_name", "namespace", "rolling_policy"]
    ),
  ])
  func `keeps the order of each configuration type`(type: String, names: [String]) throws {
    let config = try #require(SinkDescription.parameter(at: "/config"))
    let members = config.members.filter {
      $0.applies == .always || $0.applies.names(sinkType: type)
    }
    #expect(members.map(\.name) == names)
  }

  @Test func `assigns each parameter its pointer`() {
    func check(_ parameter: Parameter, at pointer: Pointer) {
      #expect(parameter.pointer == pointer)
      for member in parameter.members { check(member, at: pointer.appending(member.name)) }
    }
    check(SinkDescription.request, at: .root)
    for member in SchemaFieldDescription.members {
      check(member, at: Pointer("/schema/fields/*").appending(member.name))
    }
  }

  @Test(
    arguments: [
      ("", ""), ("/account_id", "/account_id"), ("/config/bucket", "/config/bucket"),
      ("/schema/fields", "/schema/fields"), ("/schema/fields/0/name", "/schema/fields/*/name"),
      ("/schema/fields/12/fields/3/items/unit", "/schema/fields/*/unit"),
      ("/schema/fields/0/fields", "/schema/fields/*/fields"),
      ("/schema/fields/0/items", "/schema/fields/*/items"), ("/schema/fields/0", nil),
      ("/schema/fields/0/fields/1", nil), ("/schema/fields/0/prefix", nil),
      ("/config/buckets", nil),
      ("/bucket", nil), ("/config/bucket/x", nil),
    ] as [(Pointer, Pointer?)])
  func `finds a parameter by its pointer`(pointer: Pointer, expected: Pointer?) {
    #expect(SinkDescription.parameter(at: pointer)?.pointer == expected)
  }

  @Test func `documents every parameter that is prompted for`() {
    let asked = SinkDescription.asked + SchemaFieldDescription.members.filter { $0.section != nil }
    #expect(asked.count == 38)
    for parameter in asked {
      #expect(!parameter.label.isEmpty, "\(parameter.pointer)")
      #expect(!parameter.help.isEmpty, "\(parameter.pointer)")
      #expect(parameter.help.hasSuffix("."), "\(parameter.pointer)")
      #expect(!parameter.example.isEmpty, "\(parameter.pointer)")
      #expect(parameter.isRequired || !parameter.whenOmitted.isEmpty, "\(parameter.pointer)")
      for choice in parameter.choices { #expect(!choice.help.isEmpty, "\(choice.value)") }
    }
    for parameter in SinkDescription.all() + SchemaFieldDescription.members {
      #expect(!parameter.label.isEmpty, "\(parameter.pointer)")
      #expect(parameter.help.hasSuffix("."), "\(parameter.pointer)")
      #expect(parameter.isRequired || !parameter.whenOmitted.isEmpty, "\(parameter.pointer)")
    }
  }

  /// Help is also shown with payloads, where there are no wizard steps or formatted numbers.
  @Test func `help refers to the request, not the form`() {
    for parameter in SinkDescription.all() + SchemaFieldDescription.members {
      for word in ["step", "MB", "MiB", "5m", "1h"] {
        #expect(!parameter.help.contains(word), "\(parameter.pointer)")
      }
    }
  }

  /// Examples are valid for every sink type that they apply to.
  @Test(arguments: [Payload.SinkKind.r2, .catalog])
  func `examples are valid`(kind: Payload.SinkKind) throws {
    let type = kind == .r2 ? "r2" : "r2_data_catalog"
    for parameter in SinkDescription.asked
    where parameter.pointer != "/type" && parameter.pointer != "/account_id" {
      guard !parameter.applies.names(sinkType: kind == .r2 ? "r2_data_catalog" : "r2") else {
        continue
      }
      var payload = try Payload.of(kind)
      if case .ownTypes(let types) = parameter.applies, let type = types.first,
        let object = parameter.pointer.parent
      {
        payload = try payload.setting(object, "{\"type\":\"\(type)\"}")
      }
      switch parameter.kind {
      case .bytes, .seconds, .flag:
        payload = try payload.setting(parameter.pointer, parameter.example)
      default:
        payload = try payload.setting(parameter.pointer, JSONText.string(parameter.example))
      }
      let issues = try payload.issues().filter {
        !$0.hasSuffix("catalog-format") && !$0.hasPrefix("warning /schema/format")
          && !$0.hasSuffix("schema-format-differs")
      }
      #expect(issues == [], "\(type) \(parameter.pointer)")
    }
    let account = Validator.issues(
      ofText: SinkDescription.account.example, as: SinkDescription.account)
    #expect(account == [])
    for parameter in SchemaFieldDescription.members where parameter.section != nil {
      let example = parameter.example == "true" ? "true" : JSONText.string(parameter.example)
      let payload = try Payload.of(kind)
        .setting("/schema/fields", #"[{"type":"timestamp","name":"a"}]"#)
        .setting(Pointer("/schema/fields/0").appending(parameter.name), example)
      #expect(try payload.issues() == [], "\(parameter.pointer)")
    }
  }
}
