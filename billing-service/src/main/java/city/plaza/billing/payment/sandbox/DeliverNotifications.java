package city.plaza.billing.payment.sandbox;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/** Delivers the sandbox's notifications, again and again until Plaza has taken them. */
@Component
@ConditionalOnSandbox
class DeliverNotifications {

	private static final Logger log = LoggerFactory.getLogger(DeliverNotifications.class);

	private final Notifications notifications;

	private final NotificationSignature signature;

	private final Clock clock;

	private final WebClient client = WebClient.create();

	private volatile @Nullable URI address;

	DeliverNotifications(Notifications notifications, NotificationSignature signature, SandboxSettings settings,
			Clock clock) {
		this.notifications = notifications;
		this.signature = signature;
		this.address = settings.notificationUrl();
		this.clock = clock;
	}

	/** Unless configured otherwise it notifies the instance it runs in. */
	@EventListener
	void notifyThisInstance(WebServerInitializedEvent started) {
		boolean isManagement = "management".equals(started.getApplicationContext().getServerNamespace());
		if (this.address == null && !isManagement) {
			this.address = URI.create("http://localhost:" + started.getWebServer().getPort()
					+ "/api/v1/provider-notifications/" + SandboxProvider.NAME);
		}
	}

	/** Tries to deliver those that are due; what was taken is noted for all together. */
	Mono<Void> deliver() {
		URI to = this.address;
		return (to == null) ? Mono.empty()
				: this.notifications.claim()
					.flatMapMany(Flux::fromIterable)
					.concatMap((due) -> deliver(due, to))
					.collectList()
					.filter((taken) -> !taken.isEmpty())
					.flatMap(this.notifications::delivered);
	}

	private Mono<Notifications.Due> deliver(Notifications.Due due, URI to) {
		byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
		return this.client.post()
			.uri(to)
			.contentType(MediaType.APPLICATION_JSON)
			.header(NotificationSignature.HEADER, this.signature.sign(body, this.clock.instant()))
			.bodyValue(body)
			.retrieve()
			.toBodilessEntity()
			.timeout(Duration.ofSeconds(5))
			.thenReturn(due)
			.onErrorResume((error) -> {
				log.warn("Notification {} was not taken, another try follows: {}", due.eventId(), error.toString());
				return Mono.empty();
			});
	}

}
