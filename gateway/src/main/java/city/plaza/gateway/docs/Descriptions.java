package city.plaza.gateway.docs;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import city.plaza.gateway.call.LoadBalancing;
import city.plaza.platform.failure.Outage;
import city.plaza.platform.problem.Problem;
import city.plaza.platform.problem.ProblemException;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

/**
 * Asks the services for their descriptions. One is remembered for some seconds, so that
 * many readers cost a service one question.
 */
@Component
@ConditionalOnProperty("plaza.api-description")
class Descriptions {

	private static final Logger log = LoggerFactory.getLogger(Descriptions.class);

	/** A service makes its description when it is asked for the first time. */
	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private static final Duration REMEMBERED = Duration.ofSeconds(10);

	/** In bytes; the largest of them has half a million. */
	private static final int LARGEST = 8 * 1024 * 1024;

	private final JsonMapper json;

	private final Map<DescribedService, WebClient> clients = new EnumMap<>(DescribedService.class);

	private final AsyncCache<DescribedService, Description> recent = Caffeine.newBuilder()
		.expireAfterWrite(REMEMBERED)
		.buildAsync();

	Descriptions(LoadBalancing loadBalancing, JsonMapper json) {
		this.json = json;
		for (DescribedService service : DescribedService.values()) {
			this.clients.put(service,
					loadBalancing.client(service.service() + "-description", TIMEOUT)
						.baseUrl("http://" + service.service())
						.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
						.build());
		}
	}

	/**
	 * The description of a service.
	 * @param service which one
	 * @return empty where it cannot be had now
	 */
	Mono<Optional<Description>> of(DescribedService service) {
		return Mono.fromFuture(() -> this.recent.get(service, (missing, executor) -> ask(service).toFuture()), true)
			.map(Optional::of)
			.onErrorResume(Descriptions::isUnavailable, (error) -> {
				log.warn("No description of {}: {}", service.service(), error.toString());
				return Mono.just(Optional.empty());
			});
	}

	private Mono<Description> ask(DescribedService service) {
		return Objects.requireNonNull(this.clients.get(service))
			.get()
			.uri("/v3/api-docs")
			.retrieve()
			.bodyToMono(byte[].class)
			.timeout(TIMEOUT)
			// Half a million characters are not read on a thread that serves all others.
			.publishOn(Schedulers.boundedElastic())
			.map((document) -> new OpenApi(this.json.readTree(document)))
			.filter(OpenApi::isDescription)
			.switchIfEmpty(Mono.error(() -> Problem.unavailable().asException()))
			.map((api) -> Description.of(service, api));
	}

	/** The service's doing; an error of these pages is not hidden. */
	private static boolean isUnavailable(Throwable error) {
		return Outage.of(error).isPresent() || error instanceof ProblemException || error instanceof WebClientException
				|| error instanceof JacksonException || error instanceof DataBufferLimitException;
	}

}
