package city.plaza.platform.problem;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;

/**
 * Log lines that carry the id of their request. It does not come along from operator to
 * operator by itself: that was a sixth of the work of every request, for lines that few
 * requests write.
 */
public final class RequestLog {

	/** Where the pattern of log lines finds the id. */
	public static final String KEY = "requestId";

	private RequestLog() {
	}

	/**
	 * Writes a line.
	 * @param exchange whose request has its id
	 * @param line calls the logger
	 */
	public static void write(ServerWebExchange exchange, Runnable line) {
		String before = MDC.get(KEY);
		put(exchange.getRequest().getHeaders().getFirst(ProblemWriter.REQUEST_ID));
		try {
			line.run();
		}
		finally {
			put(before);
		}
	}

	/**
	 * Writes a line amid a chain of operators, whose context has the id of the request.
	 * @param line calls the logger
	 * @return completes when it is written
	 */
	public static Mono<Void> write(Runnable line) {
		return within(() -> {
			line.run();
			return Optional.<Void>empty();
		});
	}

	/**
	 * Calls something that may write lines, amid a chain of operators.
	 * @param <T> the type of its value
	 * @param act may call a logger
	 * @return its value, if it has one
	 */
	public static <T> Mono<T> within(Supplier<Optional<T>> act) {
		return Mono.deferContextual((context) -> {
			String before = MDC.get(KEY);
			put(context.getOrDefault(KEY, null));
			try {
				return Mono.justOrEmpty(act.get());
			}
			finally {
				put(before);
			}
		});
	}

	private static void put(@Nullable String id) {
		if (id != null) {
			MDC.put(KEY, id);
		}
		else {
			MDC.remove(KEY);
		}
	}

}
