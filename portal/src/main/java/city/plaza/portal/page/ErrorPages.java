package city.plaza.portal.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import city.plaza.platform.problem.ProblemException;
import city.plaza.platform.problem.RequestLog;
import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

/**
 * Renders the page of a failed request: in the usual frame, with what to do next and the
 * id of the request for the help desk.
 */
@Component
@Order(-3)
class ErrorPages implements WebExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final Duration A_MOMENT = Duration.ofSeconds(5);

	private final Frames frames;

	private final ServerResponse.Context context;

	ErrorPages(Frames frames, ServerCodecConfigurer codecs, ObjectProvider<ViewResolver> views) {
		this.frames = frames;
		this.context = new Context(codecs.getWriters(), views.orderedStream().toList());
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(error);
		}
		if (error instanceof ApiProblem problem && problem.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
			SignInAgain signIn = SignInAgain.from(exchange.getRequest());
			return ServerResponse.status(signIn.status())
				.location(signIn.address())
				.build()
				.flatMap((response) -> response.writeTo(exchange, this.context));
		}
		ErrorPage page = ErrorPage.of(error);
		log(exchange, page, error);
		return this.frames.of(exchange)
			.flatMap((frame) -> render(exchange, page, error, frame))
			.flatMap((response) -> response.writeTo(exchange, this.context));
	}

	private static Mono<ServerResponse> render(ServerWebExchange exchange, ErrorPage page, Throwable error,
			Frame frame) {
		ServerResponse.BodyBuilder response = ServerResponse.status(page.status());
		Duration wait = waitOf(page, error);
		if (wait != null) {
			response.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
		}
		if (error instanceof MethodNotAllowedException refusal) {
			response.headers((headers) -> headers.putAll(refusal.getHeaders()));
		}
		return response.render("page/error",
				Map.of(Frame.NAME, frame, "page", page.name(), "requestId", requestId(exchange)));
	}

	/** As long as the service asks for; some seconds while one is down. */
	private static @Nullable Duration waitOf(ErrorPage page, Throwable error) {
		Duration asked = switch (error) {
			case ApiProblem problem -> problem.retryAfter();
			case ServiceUnavailable outage -> outage.retryAfter();
			case ProblemException refused -> refused.problem().retryAfter();
			default -> null;
		};
		return (asked == null && page == ErrorPage.UNAVAILABLE) ? A_MOMENT : asked;
	}

	private static void log(ServerWebExchange exchange, ErrorPage page, Throwable error) {
		String request = exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath().value();
		switch (page) {
			case BROKEN -> RequestLog.write(exchange, () -> log.error("{} failed", request, error));
			case UNAVAILABLE ->
				RequestLog.write(exchange, () -> log.warn("{} unavailable: {}", request, error.toString()));
			default -> log.debug("{} refused: {}", request, error.toString());
		}
	}

	private static String requestId(ServerWebExchange exchange) {
		String given = exchange.getRequest().getHeaders().getFirst("X-Request-Id");
		return (given != null) ? given : exchange.getRequest().getId();
	}

	private record Context(List<HttpMessageWriter<?>> messageWriters,
			List<ViewResolver> viewResolvers) implements ServerResponse.Context {
	}

}
