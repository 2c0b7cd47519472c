import CloudflareAPI
import Glibc
import SinkSpec
import System

/// Serves all connections on the one thread that it is run on.
struct ServerLoop {
  /// The most connections at once; others wait until one of them is closed.
  static let connectionLimit = 64

  private let listener: Listener
  private let bell: Bell
  private let patience: Duration
  private var api: SandboxAPI
  private var connections: [Connection] = []
  /// From when connections are taken again, after one could not be taken.
  private var restsUntil: ContinuousClock.Instant?

  init(_ api: SandboxAPI, listener: Listener, bell: Bell, patience: Duration) {
    self.api = api
    self.listener = listener
    self.bell = bell
    self.patience = patience
  }

  /// Serves until the bell rings; all connections are closed then.
  mutating func run() {
    defer { for connection in connections { connection.close() } }
    while true {
      var watched = watched()
      // What fails here is short of memory, which passes.
      guard poll(&watched, nfds_t(watched.count), wait()) >= 0 else { continue }
      guard watched[0].revents == 0 else { return }
      for index in connections.indices {
        serve(index, hasNews: watched[index + 2].revents != 0)
      }
      connections.removeAll { connection in
        guard connection.stage == .over else { return false }
        connection.close()
        return true
      }
      if watched[1].revents != 0 { accept() }
    }
  }

  /// What `poll` waits for: the bell, the listener, and each connection in its order.
  private func watched() -> [pollfd] {
    let isResting = restsUntil.map { $0 > .now } ?? false
    let accepts = !isResting && connections.count < Self.connectionLimit
    return [
      pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: accepts ? listener.descriptor : -1, events: Int16(POLLIN), revents: 0),
    ]
      + connections.map {
        pollfd(fd: $0.descriptor, events: Int16($0.interest), revents: 0)
      }
  }

  /// How long nothing has to be done by the clock, in milliseconds; -1 for ever.
  private func wait() -> CInt {
    let next = (connections.map(\.deadline) + [restsUntil.flatMap { $0 > .now ? $0 : nil }])
      .compactMap(\.self).min()
    guard let next else { return -1 }
    let left = max(.zero, next - .now) / .milliseconds(1)
    return CInt(min(left.rounded(.up), 60_000))
  }

  private mutating func serve(_ index: Int, hasNews: Bool) {
    if hasNews {
      guard let request = connections[index].proceed() else { return }
      let asked = SandboxRequest(request)
      switch api.react(to: asked, at: .current) {
      case .answer(let answer):
        connections[index].answer(answer, withBody: request.method != "HEAD")
      case .close: connections[index].drop()
      case .stall: connections[index].hold()
      }
    } else if let deadline = connections[index].deadline, deadline <= .now {
      connections[index].expire()
    }
  }

  private mutating func accept() {
    while connections.count < Self.connectionLimit {
      guard let descriptor = listener.accept() else {
        // Without a rest, a process out of files would be asked again at once, without end.
        if errno != EAGAIN { restsUntil = .now + .milliseconds(100) }
        return
      }
      connections.append(Connection(descriptor, patience: patience))
    }
  }
}

extension Timestamp {
  /// The time that it is.
  fileprivate static var current: Timestamp { Timestamp(sinceEpoch: WallClock.sinceEpoch) }
}
