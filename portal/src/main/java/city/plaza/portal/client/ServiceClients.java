package city.plaza.portal.client;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes the typed clients of the services. */
public class ServiceClients {

	private final Map<ServiceName, HttpServiceProxyFactory> factories = new EnumMap<>(ServiceName.class);

	ServiceClients(Map<ServiceName, WebClient> clients) {
		clients.forEach((service, client) -> this.factories.put(service,
				HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build()));
	}

	/**
	 * Makes a client.
	 * @param <T> the interface, annotated with {@code @HttpExchange}
	 * @param service whom to call
	 * @param type the interface
	 * @return calls as the visitor; its errors are {@link ApiProblem} or
	 * {@link ServiceUnavailable}
	 */
	public <T> T client(ServiceName service, Class<T> type) {
		HttpServiceProxyFactory factory = this.factories.get(service);
		if (factory == null) {
			throw new IllegalStateException("No client of " + service);
		}
		return factory.createClient(type);
	}

}
