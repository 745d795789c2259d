package city.plaza.platform.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import city.plaza.platform.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.MediaType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JsonTextsTests {

	private final JsonMapper json = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

	private final JsonTexts texts = new JsonTexts(this.json);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			"\\u0000"                                  | ''
			["a","\\u0000"]                            | [1]
			[[],[[],["\\u0000"]]]                      | [1][1][0]
			{"a":"x\\u0000y"}                          | a
			{"a":{"b":[{"c":1},{"c":"\\u0000"}]}}      | a.b[1].c
			{"\\u0000":1}                              | ?
			{"a":{"b\\u0000":{}}}                      | a.b?
			{"a":1,"a.b":"\\u0000"}                    | a.b
			{"":"\\u0000"}                             | ''
			{"a":"\\u0000","b":                        | a
			""")
	void namesThePlaceOfNul(String body, String field) {
		NettyDataBuffer buffer = buffer(body, StandardCharsets.UTF_8);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> this.texts.check(buffer))
			.satisfies((refused) -> {
				assertThat(refused.problem().code()).isEqualTo("malformed-request");
				assertThat(refused.problem().field()).isEqualTo(field);
			});
		assertThat(buffer.getNativeBuffer().refCnt()).as("nobody else will release it").isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "0", "\"\"", "{}", "[]", "{\"a\":\"\\\\u0000\"}", "{\"a\":\"\\u0001\"}",
			"{\"a\":\"\\ud83d\\ude00\"}", "{\"a\":", "not json", "{\"a\":1,\"a\":\"\\u0000\"}", "[\"\u0001\"]",
			"\uFEFF{}" })
	void leavesEveryOtherBodyToTheReadingThatFollows(String body) {
		NettyDataBuffer buffer = buffer(body, StandardCharsets.UTF_8);
		int length = buffer.readableByteCount();
		this.texts.check(buffer);
		assertThat(buffer.readableByteCount()).isEqualTo(length);
		assertThat(buffer.getNativeBuffer().refCnt()).isOne();
		assertThat(buffer.toString(StandardCharsets.UTF_8)).isEqualTo(body);
	}

	/** However the text is encoded: what is read in the end holds no U+0000. */
	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "ISO-8859-1", "windows-1252" })
	void letsNulThroughInNoEncoding(String charset) {
		for (@Nullable
		MediaType type : new MediaType[] { MediaType.APPLICATION_JSON,
				new MediaType(MediaType.APPLICATION_JSON, Charset.forName(charset)), null }) {
			NettyDataBuffer body = buffer("{\"text\":\"caf\u00e9 \\u0000\"}", Charset.forName(charset));
			Object read = new RequestJson(this.json)
				.decodeToMono(Flux.just(body), ResolvableType.forClass(Map.class), type, Map.of())
				.onErrorResume((refused) -> Mono.empty())
				.block();
			assertThat(String.valueOf(read)).as("%s as %s", charset, type).doesNotContain("\0");
		}
	}

	@Test
	void checksTheJsonOfASignedRequestAndNoOtherBytes() {
		RequestBytes bytes = new RequestBytes(this.json);
		ResolvableType type = ResolvableType.forClass(byte[].class);
		String body = "{\"a\":\"\\u0000\"}";
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> bytes.decode(buffer(body, StandardCharsets.UTF_8), type,
					new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8), Map.of()));
		for (@Nullable
		MediaType other : new MediaType[] { MediaType.APPLICATION_FORM_URLENCODED, MediaType.TEXT_PLAIN, null }) {
			assertThat(bytes.decode(buffer(body, StandardCharsets.UTF_8), type, other, Map.of())).asString()
				.isEqualTo(body);
		}
	}

	private static NettyDataBuffer buffer(String text, Charset charset) {
		return new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT)
			.wrap(Unpooled.wrappedBuffer(text.getBytes(charset)));
	}

}
