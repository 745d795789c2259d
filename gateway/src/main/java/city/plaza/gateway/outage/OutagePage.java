package city.plaza.gateway.outage;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** A person in a browser gets a page, not JSON, while the portal itself is away. */
@Component
public class OutagePage implements GatewayFilter {

	private static final Logger log = LoggerFactory.getLogger(OutagePage.class);

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<title>Sorry, the service is not available</title></head>
			<body><main><h1>Sorry, the service is not available just now</h1>
			<p>Nothing you have finished is lost. Please try again in a few seconds.</p>
			<p><a href="/">Try again</a></p></main></body>
			</html>
			""";

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		return chain.filter(exchange).onErrorResume(OutagePage::isOutage, (outage) -> {
			if (exchange.getResponse().isCommitted()) {
				return Mono.error(outage);
			}
			log.warn("{} {} not served: {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath(),
					outage.toString());
			return write(exchange.getResponse());
		});
	}

	private static boolean isOutage(Throwable error) {
		return switch (error) {
			case ResponseStatusException status ->
				status.getStatusCode().value() == 503 || status.getStatusCode().value() == 504;
			case java.io.IOException broken -> true;
			case TimeoutException slow -> true;
			case WebClientException unanswered -> true;
			default -> false;
		};
	}

	private static Mono<Void> write(ServerHttpResponse response) {
		response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
		response.getHeaders().setCacheControl("no-store");
		response.getHeaders().set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		DataBuffer body = response.bufferFactory().wrap(PAGE.getBytes(StandardCharsets.UTF_8));
		return response.writeWith(Mono.just(body));
	}

}
