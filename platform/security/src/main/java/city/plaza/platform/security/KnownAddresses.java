package city.plaza.platform.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;

/**
 * Responds 404 to an address and 405 to a method that does not exist before the caller is
 * asked to sign in for it (RFC 9110, section 15). It asks the same mappings as the
 * dispatcher; other mismatches, such as the media type, wait until the caller is known.
 * Its place is in a security chain, behind the headers that every response carries; it is
 * no {@code WebFilter} itself, for such a bean would run in front of all.
 */
public final class KnownAddresses {

	private final ObjectProvider<DispatcherHandler> dispatcher;

	KnownAddresses(ObjectProvider<DispatcherHandler> dispatcher) {
		this.dispatcher = dispatcher;
	}

	/**
	 * Lets known addresses and methods through.
	 * @param exchange before its caller is authenticated
	 * @param chain the rest of the security chain
	 * @return of the chain; else an error that becomes 404, or 405 with {@code Allow}
	 */
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		List<HandlerMapping> mappings = this.dispatcher.getObject().getHandlerMappings();
		if (mappings == null) {
			return chain.filter(exchange);
		}
		return Flux.fromIterable(mappings)
			.concatMap((mapping) -> mapping.getHandler(exchange))
			.next()
			.map((handler) -> {
				FoundHandlers.keep(handler, exchange);
				return true;
			})
			.defaultIfEmpty(false)
			.onErrorResume(KnownAddresses::isOfLater, (mismatch) -> Mono.just(true))
			.onErrorMap(MethodNotAllowedException.class, KnownAddresses::withImpliedMethods)
			.flatMap((isKnown) -> isKnown ? chain.filter(exchange)
					: Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	private static boolean isOfLater(Throwable mismatch) {
		return !(mismatch instanceof MethodNotAllowedException);
	}

	/** Whoever may GET may ask for the headers alone, and everybody for the methods. */
	private static MethodNotAllowedException withImpliedMethods(MethodNotAllowedException refusal) {
		Set<HttpMethod> allowed = new LinkedHashSet<>(refusal.getSupportedMethods());
		if (allowed.contains(HttpMethod.GET)) {
			allowed.add(HttpMethod.HEAD);
		}
		allowed.add(HttpMethod.OPTIONS);
		return new MethodNotAllowedException(refusal.getHttpMethod(), allowed);
	}

}
