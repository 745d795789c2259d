package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;

import city.plaza.platform.database.Transactions;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import city.plaza.platform.events.PeriodicTask;
import city.plaza.platform.events.deadletter.DeadLetters;
import city.plaza.platform.events.topic.DeadLetterTopics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a service reads. */
@AutoConfiguration
class InboxAutoConfiguration {

	private static final Duration CLEANING = Duration.ofMinutes(10);

	@Bean
	ConsumerMetrics consumerMetrics(ObjectProvider<MeterRegistry> meters) {
		return new ConsumerMetrics(meters.getIfAvailable(() -> Metrics.globalRegistry));
	}

	@Bean
	Inbox inbox(DatabaseClient database, Transactions transactions) {
		return new Inbox(database, transactions);
	}

	@Bean
	PeriodicTask inboxCleaning(Inbox inbox, EventsSettings settings) {
		return new PeriodicTask(CLEANING, inbox.forget(settings.keepInbox()));
	}

	@Bean
	Receptions receptions(ObjectProvider<Subscription> subscriptions, Inbox inbox, JsonMapper json,
			ConsumerMetrics metrics, EventsSettings settings, @Value("${spring.application.name}") String service) {
		EventReader reader = new EventReader(json, settings.maxBody().toBytes());
		return Receptions.of(subscriptions.orderedStream().toList(),
				(subscription) -> new Reception(subscription.group(service), subscription, reader, inbox, metrics));
	}

	@Bean
	DeadLetterTopics deadLetterTopics(Receptions receptions) {
		return new DeadLetterTopics(receptions.map((reception) -> reception.group().deadLetterTopic()));
	}

	@Bean
	ApplicationListener<ApplicationReadyEvent> deadLetterReplays(Receptions receptions, DeadLetters deadLetters) {
		return deadLetters
			.replays(receptions.all().stream().collect(Collectors.toMap(Reception::group, Function.identity())));
	}

	@Bean
	Listeners listeners(KafkaClients kafka, DeadLetters deadLetters, ConsumerMetrics metrics, EventsSettings settings) {
		return new Listeners(kafka.consumers(), deadLetters, metrics, settings);
	}

	@Bean
	Subscriptions subscriptions(Receptions receptions, Listeners listeners) {
		return new Subscriptions(receptions.map(listeners::listener));
	}

	@Bean
	ListenersHealth listenersHealth(Subscriptions subscriptions) {
		return new ListenersHealth(subscriptions.states());
	}

}
