package city.plaza.portal.client;

import java.time.Duration;

import city.plaza.platform.calls.Calls;
import city.plaza.platform.calls.InstanceWatch;
import city.plaza.platform.calls.Repeats;
import city.plaza.platform.calls.ServiceCalls;
import city.plaza.platform.calls.Uncounted;
import city.plaza.platform.calls.Watching;
import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;

/**
 * Stands around every call of a service: room, circuit breaker and time limit, and its
 * problems become an {@link ApiProblem}. A refusal is no failure of the service.
 */
class Guard implements ExchangeFilterFunction {

	private final ServiceName name;

	private final Calls calls;

	private final ServiceCalls service;

	private final ClientSettings settings;

	Guard(ServiceName name, Calls calls, ClientSettings settings) {
		this.name = name;
		this.calls = calls;
		this.service = calls.of(name.breaker());
		this.settings = settings;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			CalledFor page = CalledFor.in(context, this.settings);
			Mono<ClientResponse> response = this.service.run(page.client(), Repeats.isQuestion(request.method()),
					call(request, next));
			return this.name.takesFiles() ? response : response.timeout(page.timeLeft());
		})
			.flatMap(Guard::refusal)
			.onErrorMap(Guard::isOutage,
					(error) -> new ServiceUnavailable(this.name.service(), Uncounted.unwrap(error)));
	}

	/** A bug on this side is none, and gets no page that asks to try again. */
	static boolean isOutage(Throwable error) {
		return switch (error) {
			case ApiProblem problem -> problem.isOutage();
			// The service was not called.
			case ProblemException refused -> true;
			default -> Outage.of(error).isPresent();
		};
	}

	private Mono<ClientResponse> call(ClientRequest request, ExchangeFunction next) {
		Duration timeout = this.settings.timeoutOf(this.name, request.method());
		InstanceWatch watch = this.calls.watch(Repeats.isQuestion(request.method()));
		return Repeats
			.onAnotherInstance(next.exchange(Watching.by(watch, request)),
					() -> Repeats.isHarmless(request.method(), request.headers()))
			.timeout(timeout)
			.onErrorMap(watch::ended);
	}

	private static Mono<ClientResponse> refusal(ClientResponse response) {
		if (!response.statusCode().isError()) {
			return Mono.just(response);
		}
		ApiProblem.Body unreadable = new ApiProblem.Body(null, null, null, null, null);
		return response.bodyToMono(ApiProblem.Body.class)
			.onErrorResume((error) -> Mono.just(unreadable))
			.defaultIfEmpty(unreadable)
			.flatMap((body) -> Mono.error(new ApiProblem(response.statusCode(), body, retryAfter(response))));
	}

	private static @Nullable Duration retryAfter(ClientResponse response) {
		String seconds = response.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null && seconds.matches("\\d{1,9}")) ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
	}

}
