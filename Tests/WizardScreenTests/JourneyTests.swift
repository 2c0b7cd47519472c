import Testing

@Suite struct JourneyTests {
  @Test func show() {
    var driver = Driver(rows: 40, columns: 120)
    print(driver.screen)
    driver.type("my_sink<Tab><Tab><C-n>analytics-events<Tab><Tab><Tab>")
    print(driver.screen)
    driver.type("<C-n><C-n><Enter>")
    print(driver.screen)
    driver.type(
      "id<Tab>int6<Enter>tags<Tab>li<Enter>s<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>i<Enter><Enter>last<F6>"
    )
    print(driver.screen)
    driver.type("<C-n>")
    print(driver.screen)
    driver.type("<F1>")
    print(driver.screen)
  }
}
