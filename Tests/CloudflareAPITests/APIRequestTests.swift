import CloudflareAPI
import SinkSpec
import Testing

struct APIRequestTests {
  let base = BaseURL.standard

  @Test(arguments: [
    (
      APIRequest.createSink(account: "abc", body: [0x7B, 0x7D]), "/accounts/abc/pipelines/v1/sinks"
    ),
    (.getSink(account: "a/b c", id: "é?#"), "/accounts/a%2Fb%20c/pipelines/v1/sinks/%C3%A9%3F%23"),
    (.deleteSink(account: "..", id: "."), "/accounts/%2E%2E/pipelines/v1/sinks/%2E"),
    (
      .listSinks(account: "a", name: "x&y=z", page: 2, perPage: 50),
      "/accounts/a/pipelines/v1/sinks?name=x%26y%3Dz&page=2&per_page=50"
    ),
    (.listSinks(account: "a", page: 1), "/accounts/a/pipelines/v1/sinks?page=1&per_page=100"),
    (
      .listBuckets(account: "a", cursor: "c+1"), "/accounts/a/r2/buckets?per_page=1000&cursor=c%2B1"
    ),
    (.verifyToken(account: nil), "/user/tokens/verify"),
    (.verifyToken(account: "a"), "/accounts/a/tokens/verify"),
  ])
  func `percent-encodes paths and queries`(
    _ request: APIRequest, _ end: String
  ) {
    #expect(request.url(below: base) == "https://api.cloudflare.com/client/v4" + end)
  }

  @Test func `sets content type only with a body, and authentication headers`() {
    let create = APIRequest.createSink(account: "a", body: [0x7B, 0x7D])
    #expect(create.method == .post)
    #expect(create.headers["content-type"] == "application/json")
    #expect(APIRequest.getSink(account: "a", id: "b").headers["content-type"] == nil)
    #expect(
      APIRequest.listBuckets(account: "a", jurisdiction: "eu").headers["cf-r2-jurisdiction"] == "eu"
    )
    #expect(Credentials.token("t").headers == [Header("Authorization", "Bearer t")])
    #expect(
      Credentials.key("k", email: "e").headers
        == [Header("X-Auth-Email", "e"), Header("X-Auth-Key", "k")])
  }
}
