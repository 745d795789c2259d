package city.plaza.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class HttpTests {

	private static final String ME = "{\"id\": \"00000000-0000-0000-0000-000000000007\", \"email\": \"%s\","
			+ " \"givenName\": \"Ann\", \"familyName\": \"Resident\", \"roles\": []}";

	private final ApiServer server = new ApiServer();

	private final Http http = Http.at(this.server.address()).with("token");

	@AfterEach
	void close() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 203 })
	void readsTheBodyOfEverySuccess(int status) throws InterruptedException {
		this.server.responds(status, ME.formatted("ann@fairhaven.example"));
		assertThat(this.http.get("/me", Me.class).email()).isEqualTo("ann@fairhaven.example");
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 301, 303, 307, 400, 401, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 428, 429,
			431, 500, 501, 502, 503, 504, 599 })
	void throwsEveryOtherStatusWithItsCode(int status) {
		this.server.responds(status, "{\"type\": \"urn:plaza:problem:busy\", \"code\": \"busy\"}");
		for (Request request : List.<Request>of((http) -> http.get("/x", Me.class),
				(http) -> http.post("/x", Map.of(), Me.class), (http) -> http.delete("/x"),
				(http) -> http.getText("/x"),
				(http) -> http.postForm("/x", new MultipartForm(Map.of(), new byte[0]), Me.class))) {
			assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> request.send(this.http))
				.satisfies((refusal) -> {
					assertThat(refusal.status()).isEqualTo(status);
					assertThat(refusal.code()).isEqualTo("busy");
					assertThat(refusal).hasMessageContaining("/x: " + status + " {");
				});
		}
		assertThat(this.server.received()).as("nothing is sent twice, no redirect is followed").hasSize(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"code": "bill-pending"}           | bill-pending
			{"code": 17}                       | 17
			{"code": null}                     | ''
			{"code": {}}                       | ''
			{"code": ["a"]}                    | ''
			{"problem": {"code": "inner"}}     | ''
			["code"]                           | ''
			"code"                             | ''
			null                               | ''
			''                                 | ''
			{"code": "cut                      | ''
			<html>code</html>                  | ''
			{"code": "\\u0000\\u202e"}         | '\u0000\u202e'
			""")
	void findsTheCodeOfAProblemAndOfNothingElse(String body, String code) {
		this.server.responds(422, body);
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> this.http.delete("/x"))
			.satisfies((refusal) -> {
				assertThat(refusal.code()).isEqualTo(code);
				assertThat(refusal.body()).isEqualTo(body);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "17", "\"me\"", "{", "{\"id\": \"no uuid\"}", "<html>", "{} {",
			"{\"roles\": 5}" })
	void takesABodyThatIsNotTheOneDescribedForUnexpected(String body) {
		this.server.responds(200, body);
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> this.http.get("/me", Me.class))
			.satisfies((unexpected) -> {
				assertThat(unexpected.status()).isEqualTo(200);
				assertThat(unexpected).hasMessageContaining("GET /me: 200");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"items\": null}", "{\"items\": [null]}", "null" })
	void takesAListWithoutItemsForUnexpected(String body) {
		this.server.responds(200, body);
		ResidentClient resident = new ResidentClient(this.http);
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(resident::links);
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(resident::payments);
		assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(resident::notices);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"cut\":", "no HTTP at all\r\n\r\n",
			"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab" })
	void reportsThatThereIsNoResponseWhereItBreaksOff(String sent) throws Exception {
		try (ServerSocket broken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Thread serving = Thread.ofPlatform().start(() -> breakOff(broken, sent));
			Http client = Http.at(URI.create("http://127.0.0.1:" + broken.getLocalPort()));
			assertThatExceptionOfType(UnexpectedResponse.class).isThrownBy(() -> client.post("/x", Map.of(), Me.class))
				.withMessageStartingWith("POST /x: no response")
				.withCauseInstanceOf(IOException.class)
				.satisfies((failure) -> assertThat(failure.status()).isZero());
			serving.join();
		}
	}

	@Test
	void sendsAndReadsEveryCharacter() throws InterruptedException {
		String name = "Zo\u00eb \ud83d\ude00 \u202e\"\\\u0000\n";
		this.server.responds(200, ME.formatted("\u00e9\ud83d\ude00"));
		Me me = this.http.post("/x", Map.of("name", name), Me.class);
		assertThat(me.email()).isEqualTo("\u00e9\ud83d\ude00");
		assertThat(this.server.last().body()).contains("Zo\u00eb \ud83d\ude00 \u202e\\\"\\\\\\u0000\\n");
		assertThat(this.server.last().contentType()).isEqualTo("application/json");
	}

	@ParameterizedTest
	@CsvSource({ "100234, 100234", "'a b', a%20b", "a+b, a%2Bb", "a/../b, a%2F..%2Fb", "a?b#c, a%3Fb%23c",
			"'a&to=b', a%26to%3Db", "%41, %2541", "'\u00e9', %C3%A9", "'', ''" })
	void writesValuesSoThatTheyStayOne(String value, String encoded) {
		assertThat(Http.encoded(value)).isEqualTo(encoded);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "a\nb", "\u0000" })
	void sendsNoHeaderThatWouldBeTwo(String key) {
		ResidentClient resident = new ResidentClient(this.http);
		assertThatIllegalArgumentException().isThrownBy(() -> resident.startPayment(key, List.of()));
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void isUsedByManyThreadsAtOnce() throws InterruptedException {
		this.server.responds(200, ME.formatted("x"));
		CountDownLatch begin = new CountDownLatch(1);
		List<Thread> threads = IntStream.range(0, 8).mapToObj((n) -> Thread.ofPlatform().start(() -> {
			try {
				begin.await();
				for (int i = 0; i < 10; i++) {
					this.http.with("token-" + n).get("/" + n, Me.class);
				}
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		})).toList();
		begin.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		assertThat(this.server.received()).hasSize(80)
			.allMatch((request) -> request.authorization().endsWith("-" + request.request().substring(5)));
	}

	private static void breakOff(ServerSocket server, String response) {
		try (Socket socket = server.accept()) {
			socket.getInputStream().read(new byte[8_192]);
			socket.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			// The client has seen enough.
		}
	}

	private interface Request {

		void send(Http http) throws InterruptedException;

	}

}
