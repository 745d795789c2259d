package city.plaza.portal.start;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Asks itself for the pages that everybody sees, over and over, before it joins the
 * others. The first pages of a process that has just started take a hundred times as long
 * as later ones: a hundred visitors at once would wait in vain for them.
 */
@Component
@ConditionalOnProperty(name = "eureka.client.enabled", matchIfMissing = true)
final class Rehearsal implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

	private static final List<String> PAGES = List.of("/", "/sign-in", "/register", "/announcements", "/nowhere");

	private static final int ROUNDS = 40;

	private static final int AT_ONCE = 2;

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private final Environment environment;

	private final ObjectProvider<SslBundles> certificates;

	Rehearsal(Environment environment, ObjectProvider<SslBundles> certificates) {
		this.environment = environment;
		this.certificates = certificates;
	}

	/** The thread that waits is the one that starts the portal. */
	@Override
	public void run(ApplicationArguments none) {
		WebClient self = self();
		Long pages = Flux.range(0, ROUNDS)
			.concatMapIterable((round) -> PAGES)
			.flatMap((page) -> self.get().uri(page).exchangeToMono(Rehearsal::shown), AT_ONCE)
			.take(LIMIT)
			.onErrorResume((error) -> {
				log.warn("The rehearsal ended early: {}", error.toString());
				return Mono.empty();
			})
			.count()
			.block();
		log.info("Rehearsed {} pages", pages);
	}

	private static Mono<Boolean> shown(ClientResponse page) {
		return page.statusCode().is5xxServerError() ? page.createError() : page.releaseBody().thenReturn(true);
	}

	private WebClient self() {
		WebClient.Builder client = WebClient.builder()
			.baseUrl("%s://%s:%s".formatted(this.environment.getProperty("plaza.tls.scheme", "http"),
					this.environment.getRequiredProperty("eureka.instance.hostname"),
					this.environment.getRequiredProperty("local.server.port")));
		String bundle = this.environment.getProperty("plaza.tls.bundle", "");
		if (!bundle.isEmpty()) {
			client.clientConnector(ClientHttpConnectorBuilder.reactor()
				.build(HttpClientSettings.ofSslBundle(this.certificates.getObject().getBundle(bundle))));
		}
		return client.build();
	}

}
