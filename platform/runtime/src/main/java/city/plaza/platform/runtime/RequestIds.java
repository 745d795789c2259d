package city.plaza.platform.runtime;

import java.util.UUID;
import java.util.regex.Pattern;

import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;

/**
 * Gives every request an id: the one it came with if that is harmless, else a new one. It
 * stands in the request and in the response as {@value #HEADER}, in Reactor's context and
 * in the log lines as {@value #KEY}. It wraps the whole server, so that error handlers
 * and access refusals carry it too.
 */
final class RequestIds {

	static final String HEADER = "X-Request-Id";

	static final String KEY = "requestId";

	// A client writes it into the logs: nothing that could end a line or pass for
	// markup.
	private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{8,64}");

	private RequestIds() {
	}

	static HttpHandler givenTo(HttpHandler server) {
		return (request, response) -> {
			String id = accept(request.getHeaders().getFirst(HEADER));
			response.getHeaders().set(HEADER, id);
			// Again at the end: a relayed response has the header a second time.
			response.beforeCommit(() -> Mono.fromRunnable(() -> response.getHeaders().set(HEADER, id)));
			return server.handle(request.mutate().header(HEADER, id).build(), response)
				.contextWrite((context) -> context.put(KEY, id));
		};
	}

	static String accept(@Nullable String offered) {
		return (offered != null && HARMLESS.matcher(offered).matches()) ? offered : UUID.randomUUID().toString();
	}

	/**
	 * From operator to operator comes the id alone. Nothing reads the current observation
	 * from a thread: all who need it find it in Reactor's context.
	 */
	static void fillLogLines() {
		ContextRegistry registry = ContextRegistry.getInstance();
		registry.removeThreadLocalAccessor(ObservationThreadLocalAccessor.KEY);
		registry.registerThreadLocalAccessor(KEY, () -> MDC.get(KEY), (id) -> MDC.put(KEY, id), () -> MDC.remove(KEY));
	}

}
