import Testing

@Suite struct JourneyTests {
  @Test func show() {
    var driver = Driver(rows: 24, columns: 80, environment: ["R2_ACCESS_KEY_ID"])
    driver.type("my-sink<Tab><Tab><C-n>Bad<Tab><Tab><Tab><Tab><A-r><Tab>abc<Tab><Tab><Tab><Tab>%Y/%L<Tab>100MB<Tab>20m")
    print(driver.screen)
    driver.type("<F2>")
    print(driver.screen)
    driver.type("<F2><A-4><Enter>id<Tab>int6<Enter>tags<Tab>li<Enter>s<Enter>meta<Tab>stru<Enter>source<Enter>prio<Tab>i<Enter><Enter>last<Tab>t<F6>")
    print(driver.screen)
    driver.type("<C-n>")
    print(driver.screen)
    driver.type("<C-x>")
    print(driver.screen)
    driver = Driver(rows: 16, columns: 60)
    driver.type("x<Tab><Right><C-n>")
    print(driver.screen)
    driver.type("<A-3><Left>")
    print(driver.screen)
  }
}
