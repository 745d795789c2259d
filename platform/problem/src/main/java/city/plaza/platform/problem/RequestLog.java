package city.plaza.platform.problem;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

import org.springframework.web.server.ServerWebExchange;

/**
 * Log lines that carry the id of their request where it does not come along from operator
 * to operator by itself, which costs a process that only passes requests on a sixth of
 * its work.
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

	private static void put(@Nullable String id) {
		if (id != null) {
			MDC.put(KEY, id);
		}
		else {
			MDC.remove(KEY);
		}
	}

}
