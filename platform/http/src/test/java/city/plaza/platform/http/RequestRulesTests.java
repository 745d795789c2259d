package city.plaza.platform.http;

import java.util.stream.Stream;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RequestRulesTests {

	// An empty cell is accepted.
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET     | HTTP/1.1 |
			HEAD    | HTTP/1.1 |
			POST    | HTTP/1.0 |
			PUT     | HTTP/1.1 |
			PATCH   | HTTP/1.1 |
			DELETE  | HTTP/1.1 |
			OPTIONS | HTTP/1.1 |
			get     | HTTP/1.1 | METHOD_NOT_IMPLEMENTED
			TRACE   | HTTP/1.1 | METHOD_NOT_IMPLEMENTED
			CONNECT | HTTP/1.1 | METHOD_NOT_IMPLEMENTED
			PRI     | HTTP/1.1 | METHOD_NOT_IMPLEMENTED
			GET     | HTTP/2.0 | VERSION_NOT_SUPPORTED
			GET     | HTTP/0.9 | VERSION_NOT_SUPPORTED
			GET     | HTTP/1.2 | VERSION_NOT_SUPPORTED
			TRACE   | HTTP/9.9 | VERSION_NOT_SUPPORTED
			""")
	void takesItsOwnMethodsAndVersions(String method, String version, @Nullable Refusal refusal) {
		HttpRequest request = new DefaultHttpRequest(HttpVersion.valueOf(version), HttpMethod.valueOf(method), "/a");
		request.headers().set("Host", "plaza.example");
		assertThat(RequestRules.check(request).orElse(null)).isEqualTo(refusal);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "plaza.example", "plaza.example.", "PLAZA.example:8080", "a_b", "10.0.0.7", "x:0",
			"x:1", "x:65535", "[::1]", "[::1]:80", "[2001:db8::7]:65535", "[::ffff:10.0.0.7]", "xn--d-tga",
			"1.2.3.4.5" })
	void takesAHostOfEveryKind(String host) {
		assertThat(RequestRules.check(get("/a", "Host", host))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a,b", "a/b", "a@b", "user:pw@a", "a:", "a:x", "a:-1", "a:123456",
			"a:65536", "a:99999", "http://a", ".a", "a..b", "a..", "::1", "[::1", "::1]", "[]", "[::1]:", "[::1]x",
			"[:::::]", "[1]", "[1.2.3.4]", "[::1%25eth0]", "[v1.a]", "[12345::]", "caf\u00e9.example", "a\u0000b",
			"a%41", "a?b", "a#b", "a\\b" })
	void refusesAHostThatIsNone(String host) {
		assertThat(RequestRules.check(get("/a", "Host", host))).contains(Refusal.BAD_HOST);
	}

	@Test
	void refusesTwoHostsAndOneThatIsMissing() {
		assertThat(RequestRules.check(get("/a"))).contains(Refusal.BAD_HOST);
		assertThat(RequestRules.check(get("/a", "Host", "x", "host", "x"))).contains(Refusal.BAD_HOST);
		HttpRequest old = new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/a");
		assertThat(RequestRules.check(old)).isEmpty();
		old.headers().add("Host", "x").add("Host", "y");
		assertThat(RequestRules.check(old)).contains(Refusal.BAD_HOST);
	}

	static Stream<Arguments> framings() {
		return Stream.of(arguments("HTTP/1.1", new String[] {}, true),
				arguments("HTTP/1.1", new String[] { "Content-Length", "0" }, true),
				arguments("HTTP/1.1", new String[] { "Content-Length", "007" }, true),
				arguments("HTTP/1.1", new String[] { "Content-Length", "999999999999999999" }, true),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "chunked" }, true),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "CHUNKED" }, true),
				arguments("HTTP/1.1", new String[] { "Content-Length", "" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "+5" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "-5" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "0x5" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "5, 5" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "\u0665" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "9999999999999999999" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "5", "content-length", "5" }, false),
				arguments("HTTP/1.1", new String[] { "Content-Length", "5", "Transfer-Encoding", "chunked" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "gzip, chunked" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "chunked, chunked" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "xchunked" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "identity" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "" }, false),
				arguments("HTTP/1.1", new String[] { "Transfer-Encoding", "chunked", "Transfer-Encoding", "chunked" },
						false),
				arguments("HTTP/1.0", new String[] { "Transfer-Encoding", "chunked" }, false),
				arguments("HTTP/1.0", new String[] { "Content-Length", "5" }, true));
	}

	@ParameterizedTest
	@MethodSource("framings")
	void takesABodyOnlyWhoseEndIsCertain(String version, String[] headers, boolean isCertain) {
		HttpRequest request = new DefaultHttpRequest(HttpVersion.valueOf(version), HttpMethod.POST, "/a");
		request.headers().set("Host", "x");
		add(request, headers);
		assertThat(RequestRules.check(request).orElse(null)).isEqualTo(isCertain ? null : Refusal.BAD_FRAMING);
	}

	// Connection, Upgrade, what is left of Connection, and whether it is taken.
	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "none", textBlock = """
			none                            | none           | none       | true
			close                           | none           | close      | true
			keep-alive, X-Trace             | none           | keep-alive, X-Trace | true
			Upgrade                         | none           | none       | false
			Upgrade                         | websocket      | none       | false
			Upgrade                         | h2c, websocket | none       | false
			none                            | h2c            | none       | true
			Upgrade                         | H2C            | none       | true
			upgrade, HTTP2-Settings         | h2c            | none       | true
			Upgrade, HTTP2-Settings, close  | h2c            | close      | true
			close, Upgrade, keep-alive      | h2c            | close, keep-alive | true
			close                           | h2             | none       | false
			""")
	void dropsTheOfferOfHttp2AndRefusesEveryOther(@Nullable String connection, @Nullable String upgrade,
			@Nullable String left, boolean isTaken) {
		HttpRequest request = get("/a", "Host", "x");
		addIfGiven(request, "Connection", connection);
		addIfGiven(request, "Upgrade", upgrade);
		request.headers().set("HTTP2-Settings", "AAMAAABkAARAAAAAAAIAAAAA");
		assertThat(RequestRules.check(request).orElse(null)).isEqualTo(isTaken ? null : Refusal.UPGRADE_NOT_SUPPORTED);
		if (isTaken) {
			assertThat(request.headers().get("Connection")).isEqualTo(left);
			assertThat(request.headers().contains("Upgrade")).isFalse();
			assertThat(request.headers().contains("HTTP2-Settings")).isEqualTo(upgrade == null);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/, /", "/a?x=1&y[]=2, /a?x=1&y[]=2", "/%C5%81, /%C5%81", "//a, //a", "/a?x=http://b, /a?x=http://b",
			"http://x/a, /a", "HTTP://x/a, /a", "https://X/a?b=c, /a?b=c", "http://x, /", "http://x?y=1, /?y=1",
			"/a;b=c:@!$&()*+, /a;b=c:@!$&()*+" })
	void leavesTheTargetInOriginForm(String target, String origin) {
		HttpRequest request = get(target, "Host", "x");
		assertThat(RequestRules.check(request)).isEmpty();
		assertThat(request.uri()).isEqualTo(origin);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://y/a | BAD_HOST
			http://x:80/a | BAD_HOST
			http://user@x/a | BAD_HOST
			http:///a | BAD_HOST
			ftp://x/a | BAD_ADDRESS
			* | BAD_ADDRESS
			x:443 | BAD_ADDRESS
			a | BAD_ADDRESS
			/a#b | BAD_ADDRESS
			/a% | BAD_ADDRESS
			/a%4 | BAD_ADDRESS
			/a%zz | BAD_ADDRESS
			'/a|b' | BAD_ADDRESS
			/a\\b | BAD_ADDRESS
			/a^b | BAD_ADDRESS
			/caf\u00e9 | BAD_ADDRESS
			http://x#/a | BAD_ADDRESS
			""")
	void refusesATargetThatTwoReadersCouldReadInTwoWays(String target, Refusal refusal) {
		assertThat(RequestRules.check(get(target, "Host", "x"))).contains(refusal);
	}

	@Test
	void namesWhatCouldNotBeDecoded() {
		assertThat(undecodable(new TooLongHttpLineException(""))).isEqualTo(Refusal.ADDRESS_TOO_LONG);
		assertThat(undecodable(new TooLongHttpHeaderException(""))).isEqualTo(Refusal.HEADERS_TOO_LARGE);
		assertThat(undecodable(new IllegalArgumentException("secret"))).isEqualTo(Refusal.MALFORMED);
	}

	@ParameterizedTest
	@EnumSource(Refusal.class)
	void saysInASentenceWhatToDo(Refusal refusal) {
		assertThat(refusal.problem().detail()).matches("[A-Z].*\\.").doesNotContain("\n");
		assertThat(refusal.problem().code()).matches("[a-z]+(-[a-z]+)*");
		assertThat(refusal.problem().status().isError()).isTrue();
	}

	private static Refusal undecodable(Throwable cause) {
		HttpRequest request = get("/a");
		request.setDecoderResult(DecoderResult.failure(cause));
		return RequestRules.check(request).orElseThrow();
	}

	private static HttpRequest get(String target, String... headers) {
		return add(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target,
				DefaultHttpHeadersFactory.headersFactory().withValidation(false)), headers);
	}

	private static HttpRequest add(HttpRequest request, String... headers) {
		for (int i = 0; i < headers.length; i += 2) {
			request.headers().add(headers[i], headers[i + 1]);
		}
		return request;
	}

	private static void addIfGiven(HttpRequest request, String name, @Nullable String value) {
		if (value != null) {
			request.headers().add(name, value);
		}
	}

}
