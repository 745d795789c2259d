package city.plaza.portal.neighbour;

import java.net.ConnectException;
import java.time.Duration;

import city.plaza.platform.calls.ServiceCalls;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Stands around every call of a service: room, circuit breaker and time limit, and its
 * refusals read as {@link ApiProblem}. A "no" is no failure of the service.
 */
class Guard implements ExchangeFilterFunction {

	/**
	 * Where no connection stood nothing was sent, so that even a POST may go elsewhere.
	 */
	private static final Retry ON_ANOTHER_INSTANCE = Retry.backoff(2, Duration.ofMillis(20))
		.filter((error) -> error.getCause() instanceof ConnectException)
		.onRetryExhaustedThrow((spec, signal) -> signal.failure());

	private final Neighbour neighbour;

	private final ServiceCalls calls;

	private final NeighbourSettings settings;

	Guard(Neighbour neighbour, ServiceCalls calls, NeighbourSettings settings) {
		this.neighbour = neighbour;
		this.calls = calls;
		this.settings = settings;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		Duration patience = this.settings.patienceWith(this.neighbour, request.method());
		Mono<ClientResponse> call = next.exchange(request).retryWhen(ON_ANOTHER_INSTANCE);
		return Mono.deferContextual((context) -> {
			CalledFor page = CalledFor.in(context, this.settings);
			Mono<ClientResponse> answer = this.calls.run(page.client(), patience, call);
			return (this.neighbour == Neighbour.BILLING_FILES) ? answer : answer.timeout(page.timeLeft());
		})
			.flatMap(Guard::refusal)
			.onErrorMap((error) -> !(error instanceof ApiProblem problem) || problem.isOutage(),
					(error) -> new NeighbourUnavailable(this.neighbour.service(), error));
	}

	private static Mono<ClientResponse> refusal(ClientResponse response) {
		if (!response.statusCode().isError()) {
			return Mono.just(response);
		}
		ApiProblem.Body untold = new ApiProblem.Body(null, null, null, null);
		return response.bodyToMono(ApiProblem.Body.class)
			.onErrorResume((unreadable) -> Mono.just(untold))
			.defaultIfEmpty(untold)
			.flatMap((body) -> Mono.error(new ApiProblem(response.statusCode(), body, retryAfter(response))));
	}

	private static @Nullable Duration retryAfter(ClientResponse response) {
		String seconds = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null && seconds.matches("\\d{1,9}")) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
	}

}
