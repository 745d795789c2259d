package city.plaza.identity.social.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** The providers that people can sign in by. */
@Component
public class Providers {

	private final Map<String, Provider> byName = new LinkedHashMap<>();

	Providers(SocialSettings settings, ProviderCalls calls, ReadMetadata metadata, RedeemCode redeem) {
		settings.providers()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isOn())
			.forEach((entry) -> this.byName.put(entry.getKey(), new Provider(entry.getKey(), entry.getValue(),
					metadata.of(entry.getKey(), entry.getValue(), calls.client(entry.getKey())), redeem)));
	}

	/** All, in the order of their buttons. */
	public List<Provider> all() {
		return List.copyOf(this.byName.values());
	}

	/**
	 * One of them.
	 * @param name as it stands in addresses
	 */
	public Optional<Provider> named(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

}
