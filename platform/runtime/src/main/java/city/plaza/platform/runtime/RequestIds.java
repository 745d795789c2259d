package city.plaza.platform.runtime;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Gives every request an id: the one it came with if that is harmless, else a new one. It
 * stands in the request and in the response as {@value #HEADER}, and in Reactor's context
 * as {@value #KEY}, where log lines find it. It wraps the whole server, so that error
 * handlers and access refusals carry it too.
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
			return server.handle(named(request, id), response).contextWrite((context) -> context.put(KEY, id));
		};
	}

	/**
	 * As it came, where it has the id and nothing else: a copy costs more than a look.
	 */
	private static ServerHttpRequest named(ServerHttpRequest request, String id) {
		return List.of(id).equals(request.getHeaders().get(HEADER)) ? request
				: request.mutate().header(HEADER, id).build();
	}

	static String accept(@Nullable String offered) {
		return (offered != null && HARMLESS.matcher(offered).matches()) ? offered : UUID.randomUUID().toString();
	}

}
