package city.plaza.portal.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** identity-service's list of providers. */
@HttpExchange
public interface ProviderList {

	@GetExchange("/internal/v1/sign-in-providers")
	Mono<Providers> providers();

	/** All providers. */
	record Providers(List<Provider> items) {
	}

	/**
	 * A provider.
	 *
	 * @param id its name in addresses
	 * @param name for people
	 * @param button its own text; null where the usual one will do
	 */
	record Provider(String id, String name, @Nullable String button) {
	}

}
