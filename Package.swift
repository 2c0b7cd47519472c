// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "sinkwizard",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "SinkSpec"),
    .target(name: "SinkDraft", dependencies: ["SinkSpec"]),
    .target(name: "SinkExport", dependencies: ["SinkSpec"]),
    .target(name: "SchemaImport", dependencies: ["SinkSpec"]),
    .target(name: "SchemaInference", dependencies: ["SinkSpec"]),
    .target(name: "Screen"),
    .target(
      name: "Wizard",
      dependencies: [
        "CloudflareAPI", "SchemaImport", "SinkDraft", "SinkExport", "SinkSpec", "Screen",
      ]),
    .target(
      name: "WizardScreen",
      dependencies: [
        "CloudflareAPI", "SinkDraft", "SinkExport", "SinkSpec", "Screen", "Wizard",
      ]),
    .systemLibrary(
      name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "CCurses", dependencies: ["CNcurses", "CSystem"]),
    .target(name: "Terminal", dependencies: ["Screen", "CCurses", "System"]),
    .target(name: "CloudflareAPI", dependencies: ["SinkSpec"]),
    .target(name: "CCurl"),
    .target(name: "CSystem"),
    .target(name: "System", dependencies: ["CSystem"]),
    .target(
      name: "CloudflareLive", dependencies: ["SinkSpec", "CloudflareAPI", "CCurl", "System"]),
    .target(name: "Sandbox", dependencies: ["SinkSpec", "CloudflareAPI", "System"]),
    .executableTarget(
      name: "sinkwizard",
      dependencies: [
        "CloudflareAPI", "CloudflareLive", "Sandbox", "SchemaImport", "SchemaInference",
        "SinkDraft", "SinkSpec", "SinkExport", "Screen", "System", "Terminal", "Wizard",
        "WizardScreen",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(
      name: "TestSupport", dependencies: ["SinkDraft", "SinkSpec"], path: "Tests/TestSupport"),
    .testTarget(name: "SinkSpecTests", dependencies: ["SinkSpec", "TestSupport"]),
    .testTarget(name: "SinkDraftTests", dependencies: ["SinkDraft", "SinkSpec", "TestSupport"]),
    .testTarget(
      name: "SinkExportTests", dependencies: ["SinkExport", "SinkSpec", "TestSupport"]),
    .testTarget(
      name: "SchemaImportTests", dependencies: ["SchemaImport", "SinkSpec", "TestSupport"]),
    .testTarget(
      name: "SchemaInferenceTests", dependencies: ["SchemaInference", "SinkSpec", "TestSupport"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"]),
    .testTarget(
      name: "WizardTests",
      dependencies: [
        "CloudflareAPI", "SchemaImport", "SinkDraft", "SinkSpec", "Screen", "TestSupport", "Wizard",
      ]
    ),
    .testTarget(
      name: "WizardScreenTests",
      dependencies: [
        "CloudflareAPI", "SinkDraft", "SinkExport", "SinkSpec", "Screen", "Terminal",
        "TestSupport", "Wizard", "WizardScreen",
      ]
    ),
    .testTarget(name: "SystemTests", dependencies: ["System"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Screen", "System", "Terminal", "TestSupport"]),
    .testTarget(
      name: "CloudflareAPITests",
      dependencies: ["CloudflareAPI", "SinkSpec", "TestSupport"]
    ),
    .testTarget(
      name: "CloudflareLiveTests",
      dependencies: ["CloudflareAPI", "CloudflareLive", "SinkSpec"]
    ),
    .testTarget(
      name: "SandboxTests",
      dependencies: ["CloudflareAPI", "CloudflareLive", "Sandbox", "SinkSpec", "TestSupport"]
    ),
    .testTarget(name: "EndToEndTests", dependencies: ["sinkwizard", "SinkSpec", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// A plain build leaves them out.
if Context.environment["SINKWIZARD_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "SchemaImport", "SchemaInference", "SinkSpec", "Screen", "Wizard", "WizardScreen",
        "sinkwizard", "TestSupport",
      ],
      exclude: ["instructions.txt"]
    ))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
  // Pointers into curses are used here and nowhere else; this marks each line that does.
  if target.name == "Terminal" { target.swiftSettings?.append(.strictMemorySafety()) }
}
