package city.plaza.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequestLogTests {

	private final List<@Nullable String> seen = new ArrayList<>();

	@AfterEach
	void forget() {
		MDC.remove(RequestLog.KEY);
	}

	@Test
	void namesTheRequestInTheLineAndNowhereElse() {
		RequestLog.write(of("request-1"), this::line);
		assertThat(this.seen).containsExactly("request-1");
		assertThat(MDC.get(RequestLog.KEY)).isNull();
	}

	@Test
	void leavesTheIdThatCameAlongInItsPlace() {
		MDC.put(RequestLog.KEY, "before");
		RequestLog.write(of("request-1"), this::line);
		RequestLog.write(of(null), this::line);
		assertThat(this.seen).containsExactly("request-1", null);
		assertThat(MDC.get(RequestLog.KEY)).isEqualTo("before");
	}

	@Test
	void putsItBackAfterAFailureToo() {
		assertThatIllegalStateException().isThrownBy(() -> RequestLog.write(of("request-1"), () -> {
			throw new IllegalStateException("full");
		}));
		assertThat(MDC.get(RequestLog.KEY)).isNull();
	}

	@Test
	void findsTheIdInTheContextOfItsOperators() {
		RequestLog.write(this::line)
			.then(RequestLog.within(() -> Optional.of("value")))
			.doOnNext((value) -> this.seen.add(value))
			.contextWrite((context) -> context.put(RequestLog.KEY, "request-1"))
			.block();
		RequestLog.write(this::line).block();
		assertThat(this.seen).containsExactly("request-1", "value", null);
		assertThat(MDC.get(RequestLog.KEY)).isNull();
	}

	private void line() {
		this.seen.add(MDC.get(RequestLog.KEY));
	}

	private static MockServerWebExchange of(@Nullable String id) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/");
		if (id != null) {
			request.header("X-Request-Id", id);
		}
		return MockServerWebExchange.from(request);
	}

}
