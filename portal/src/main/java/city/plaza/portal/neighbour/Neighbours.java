package city.plaza.portal.neighbour;

import java.util.EnumMap;
import java.util.Map;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.support.WebClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes the typed clients of the services. */
public class Neighbours {

	private final Map<Neighbour, HttpServiceProxyFactory> factories = new EnumMap<>(Neighbour.class);

	Neighbours(Map<Neighbour, WebClient> clients) {
		clients.forEach((neighbour, client) -> this.factories.put(neighbour,
				HttpServiceProxyFactory.builderFor(WebClientAdapter.create(client)).build()));
	}

	/**
	 * Makes a client.
	 * @param <T> the interface, annotated with {@code @HttpExchange}
	 * @param neighbour whom to call
	 * @param type the interface
	 * @return calls as the visitor; its errors are {@link ApiProblem} or
	 * {@link NeighbourUnavailable}
	 */
	public <T> T client(Neighbour neighbour, Class<T> type) {
		HttpServiceProxyFactory factory = this.factories.get(neighbour);
		if (factory == null) {
			throw new IllegalStateException("No client of " + neighbour);
		}
		return factory.createClient(type);
	}

}
