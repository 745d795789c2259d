package city.plaza.portal.client;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.util.context.Context;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

import static org.assertj.core.api.Assertions.assertThat;

class ClientSettingsTests {

	private final ClientSettings settings = new ClientSettings(Duration.ofMillis(500), Duration.ofMillis(1600),
			Duration.ofMillis(4500), Map.of("identity-service", Duration.ofSeconds(9)), Duration.ofSeconds(120), 500);

	@ParameterizedTest
	@CsvSource({ "BILLING,GET,1600", "BILLING,HEAD,1600", "BILLING,POST,4500", "BILLING,DELETE,4500",
			"IDENTITY,GET,1600", "IDENTITY,POST,9000", "ACCOUNT_LINK,POST,4500", "BILLING_FILES,GET,120000",
			"BILLING_FILES,POST,120000", "IDENTITY_FILES,POST,120000" })
	void waitLongerForAChangeThanForAQuestion(ServiceName service, String method, long millis) {
		assertThat(this.settings.timeoutOf(service, HttpMethod.valueOf(method))).hasMillis(millis);
	}

	@ParameterizedTest
	@CsvSource({ "GET,1700", "HEAD,1700", "POST,9100" })
	void letAPageWaitALittleLongerThanAnyOfItsCalls(String method, long millis) {
		assertThat(this.settings.timeoutOfAPage(HttpMethod.valueOf(method))).hasMillis(millis);
	}

	@ParameterizedTest
	@CsvSource({ "BILLING,4500", "IDENTITY,9000", "BILLING_FILES,120000", "IDENTITY_FILES,120000" })
	void keepAConnectionOpenForTheLongestCall(ServiceName service, long millis) {
		assertThat(this.settings.longestWith(service)).hasMillis(millis);
	}

	@Test
	void shareOneDeadlineAmongTheCallsOfAPage() {
		Context context = page("203.0.113.7");
		CalledFor first = CalledFor.in(context, this.settings);
		CalledFor second = CalledFor.in(context, this.settings);
		assertThat(second.deadline()).isEqualTo(first.deadline());
		assertThat(first.timeLeft()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(1700));
		assertThat(CalledFor.in(page("203.0.113.7"), this.settings).deadline()).isNotEqualTo(first.deadline());
	}

	@Test
	void countCallsByTheVisitorsNetwork() {
		assertThat(CalledFor.in(page("203.0.113.7"), this.settings).client()).isEqualTo("203.0.113.7");
		assertThat(CalledFor.in(page("203.0.113.8"), this.settings).client()).isEqualTo("203.0.113.8");
	}

	@Test
	void setNoDeadlineWhereThereIsNoPage() {
		CalledFor without = CalledFor.in(Context.empty(), this.settings);
		assertThat(without.timeLeft()).isGreaterThan(Duration.ofHours(23));
	}

	@Test
	void neverLeaveNegativeTime() {
		assertThat(new CalledFor("203.0.113.7", System.nanoTime() - 1_000_000_000).timeLeft()).hasNanos(1);
	}

	private static Context page(String address) {
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.get("/bills/1").header("X-Forwarded-For", address));
		return Context.of(ServerWebExchangeContextFilter.EXCHANGE_CONTEXT_ATTRIBUTE, exchange);
	}

}
