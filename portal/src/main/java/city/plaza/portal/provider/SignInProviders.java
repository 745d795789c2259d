package city.plaza.portal.provider;

import java.util.List;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ServiceUnavailable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/** The providers whose buttons the pages show. */
@Component
public class SignInProviders {

	private final ProviderList list;

	public SignInProviders(ProviderList list) {
		this.list = list;
	}

	/**
	 * All of them in the language of the page. Without identity-service there are none to
	 * be had, and the page is shown without them.
	 * @return maybe empty
	 */
	public Mono<List<ProviderList.Provider>> all() {
		return this.list.providers()
			.map(ProviderList.Providers::items)
			.onErrorResume((error) -> error instanceof ServiceUnavailable || error instanceof ApiProblem,
					(outage) -> Mono.just(List.of()));
	}

	/**
	 * One of them, to name it.
	 * @param id its name in addresses
	 * @return its name for people; its id while that is not known
	 */
	public Mono<String> nameOf(String id) {
		return all().map((providers) -> providers.stream()
			.filter((provider) -> provider.id().equals(id))
			.map(ProviderList.Provider::name)
			.findFirst()
			.orElse(id));
	}

}
