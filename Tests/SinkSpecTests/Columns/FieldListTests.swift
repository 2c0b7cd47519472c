import TestSupport
import Testing

@testable import SinkSpec

/// Compares a list of fields with a plain array of the same fields.
@Suite struct FieldListTests {
  private static func field(_ id: Int) -> SchemaField {
    var field = SchemaField(id: id)
    field.name = .text("column_\(id)")
    return field
  }

  @Test(arguments: UInt64(1)...40)
  func `is an array, whatever is done to it`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var array = (0..<Int.random(in: 0...300, using: &random)).map(Self.field)
    var list = FieldList(array)
    for id in 1000..<1300 {
      let before = (list, array)
      switch Int.random(in: 0...3, using: &random) {
      case 0, 1:
        let place = Int.random(in: 0...array.count, using: &random)
        list.insert(Self.field(id), at: place)
        array.insert(Self.field(id), at: place)
      case 2 where !array.isEmpty:
        let place = Int.random(in: 0..<array.count, using: &random)
        list.remove(at: place)
        array.remove(at: place)
      case 3 where !array.isEmpty:
        let place = Int.random(in: 0..<array.count, using: &random)
        list[place].required = .text("true")
        array[place].required = .text("true")
      default: break
      }
      #expect(Array(list) == array, "seed \(seed)")
      #expect(Array(before.0) == before.1, "seed \(seed): the list before has changed")
      #expect((list == before.0) == (array == before.1), "seed \(seed)")
    }
    #expect(list == FieldList(array), "seed \(seed)")
    #expect(list.hashValue == FieldList(array).hashValue, "seed \(seed)")
  }

  @Test func `an edit leaves the other chunks as they were`() {
    let list = FieldList((0..<1000).map(Self.field))
    var edited = list
    edited[500].name = .text("x")
    let kept = zip(list.chunks, edited.chunks).count { $0 === $1 }
    #expect(kept == list.chunks.count - 1)
    #expect(list.chunks.count > 10)
  }
}
