package city.plaza.platform.runtime;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "20s")
@ExtendWith(OutputCaptureExtension.class)
class RequestIdTests {

	@Autowired
	private WebTestClient http;

	@Test
	void isKeptWhenARequestBringsOne() {
		String id = UUID.randomUUID().toString();
		EntityExchangeResult<String> answer = get("/told", id);
		assertThat(answer.getResponseBody()).isEqualTo(id);
		assertThat(idsOf(answer)).containsExactly(id);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "short", "line\tbreak-12", "<script>alert(1)</script>", "${jndi:ldap://x}" })
	void isNewWhenARequestBringsNoneOrAnUnsafeOne(@Nullable String offered) {
		EntityExchangeResult<String> answer = get("/told", offered);
		assertThat(idsOf(answer)).singleElement()
			.satisfies((id) -> assertThat(UUID.fromString(id)).hasToString(id))
			.isEqualTo(answer.getResponseBody());
	}

	@Test
	void isNotTooLong() {
		assertThat(idsOf(get("/told", "x".repeat(64)))).containsExactly("x".repeat(64));
		assertThat(idsOf(get("/told", "x".repeat(65)))).doesNotContain("x".repeat(65));
	}

	@Test
	void isSaidOnce() {
		assertThat(idsOf(get("/relayed", "request-1234"))).containsExactly("request-1234");
		assertThat(idsOf(get("/nowhere", "request-1235"))).containsExactly("request-1235");
	}

	@Test
	void standsInLogLinesOfAnyThread(CapturedOutput output) {
		get("/elsewhere", "request-elsewhere");
		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains("said elsewhere"))
			.singleElement()
			.satisfies((line) -> assertThat(line).contains("[request-elsewhere]"));
	}

	/**
	 * With that library Reactor restores threads' values for each row that is read, which
	 * was a thirtieth of all work; nothing here reads one.
	 */
	@Test
	void needsNothingThatIsCarriedIntoThreads() {
		assertThat(ClassUtils.isPresent("io.micrometer.context.ContextSnapshot", getClass().getClassLoader()))
			.isFalse();
	}

	@Test
	void standsInTheLogOfAFailure(CapturedOutput output) {
		get("/broken", "request-broken");
		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains("ERROR"))
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).contains("[request-broken]"));
	}

	@Test
	void leavesNoTraceInTheNextRequest(CapturedOutput output) {
		for (int i = 0; i < 50; i++) {
			get("/elsewhere", "request-no-" + i);
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("said elsewhere"))).hasSize(50)
			.doesNotHaveDuplicates()
			.allSatisfy((line) -> assertThat(line).containsPattern("\\[request-no-\\d+]"));
	}

	private EntityExchangeResult<String> get(String uri, @Nullable String id) {
		return this.http.get().uri(uri).headers((headers) -> {
			if (id != null) {
				headers.set("X-Request-Id", id);
			}
		}).exchange().expectBody(String.class).returnResult();
	}

	private static List<String> idsOf(EntityExchangeResult<String> answer) {
		return answer.getResponseHeaders().getOrEmpty("X-Request-Id");
	}

}
