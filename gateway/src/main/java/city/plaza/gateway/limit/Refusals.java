package city.plaza.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemWriter;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** 429 with the time to wait: a problem for programs, a page for people. */
@Component
class Refusals {

	private static final byte[] PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<title>Too many requests</title></head>
			<body><main><h1>Too many requests</h1>
			<p>We have received too many requests from your network in a short time. Please wait a minute, then try again.</p>
			<p><a href="/">Go to the home page</a></p></main></body>
			</html>
			"""
		.getBytes(StandardCharsets.UTF_8);

	private final ProblemWriter problems;

	Refusals(ProblemWriter problems) {
		this.problems = problems;
	}

	Mono<Void> write(ServerWebExchange exchange, Duration wait) {
		String path = exchange.getRequest().getPath().value();
		return path.startsWith("/api/") ? this.problems.write(exchange, Problem.tooManyRequests(wait))
				: page(exchange.getResponse(), wait);
	}

	private static Mono<Void> page(ServerHttpResponse response, Duration wait) {
		response.setStatusCode(HttpStatus.TOO_MANY_REQUESTS);
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
		headers.setCacheControl("no-store");
		headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		headers.setContentLength(PAGE.length);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(PAGE)));
	}

}
