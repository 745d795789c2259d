package city.plaza.gateway.filtering;

import java.util.regex.Pattern;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemWriter;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Refuses paths that two readers could read in two ways: dots, doubled or encoded
 * slashes, path parameters. No link of Plaza has them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathFilter implements WebFilter {

	private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|;|\\\\|%(2e|2f|5c|3b|00|25)",
			Pattern.CASE_INSENSITIVE);

	private final ProblemWriter writer;

	PathFilter(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (isAmbiguous(exchange.getRequest().getURI().getRawPath())) {
			return this.writer.write(exchange, Problem.of(HttpStatus.BAD_REQUEST, "malformed-request",
					"This address is not valid. Start again from the home page."));
		}
		return chain.filter(exchange);
	}

	static boolean isAmbiguous(String rawPath) {
		return AMBIGUOUS.matcher(rawPath).find();
	}

}
